//! A passage's words with its mentions as links and the original's errors marked.

use crate::edition::ISSUE;
use leptos::prelude::*;
use model::{Passage, Subject, Target};
use std::collections::HashSet;

/// The words of a passage.
pub fn words(passage: &'static Passage) -> impl IntoView {
    let text = passage.text.as_str();
    let index = ISSUE.passages.iter().position(|p| p.id == passage.id).unwrap_or_default();
    let mut sics: Vec<_> = ISSUE.sics.iter().filter(|s| usize::from(s.passage) == index).collect();
    sics.sort_by_key(|s| s.end);
    let mut pieces: Vec<AnyView> = Vec::new();
    let mut at = 0;
    let mut linked = HashSet::new();
    let mut plain = |from: usize, to: usize, pieces: &mut Vec<AnyView>| {
        let mut from = from;
        sics.retain(|sic| {
            let end = sic.end as usize;
            if end > to {
                return true;
            }
            push(&text[from.min(end)..end], pieces);
            pieces.push(sic_mark(&sic.read));
            from = end.max(from);
            false
        });
        push(&text[from..to], pieces);
    };
    for mention in &passage.mentions {
        let (start, end) = (mention.start as usize, mention.end as usize);
        let Some(link) = href(mention.target) else { continue };
        // The five and the five together are links every time, all else once a passage.
        let again = !linked.insert(mention.target);
        if again && !matches!(mention.target, Target::Country(_) | Target::Collective) {
            continue;
        }
        plain(at, start, &mut pieces);
        let class = match mention.target {
            // By a class of its own: a rule about addresses would concern every link.
            Target::Country(id) => format!("m to-{}", id.slug()),
            Target::Collective => "m all".to_owned(),
            _ => "o".to_owned(),
        };
        pieces.push(view! { <a class=class href=link>{&text[start..end]}</a> }.into_any());
        at = end;
    }
    plain(at, text.len(), &mut pieces);
    pieces
}

/// Nothing is written for no words: as HTML it would become a space.
fn push(words: &'static str, pieces: &mut Vec<AnyView>) {
    if !words.is_empty() {
        pieces.push(words.into_any());
    }
}

/// Says that a word stands thus in the original, and what is meant.
pub fn sic_mark(read: &str) -> AnyView {
    let title = format!("thus in the original; read “{read}”");
    view! { <abbr class="sic" title=title>"[sic]"</abbr> }.into_any()
}

/// Where a mention leads; other states have no place in this page.
fn href(target: Target) -> Option<String> {
    match target {
        Target::Country(id) => Some(format!("#{}", id.slug())),
        Target::Collective => Some(format!("#{}", Subject::Collective.slug())),
        Target::Term(i) => Some(format!("#{}", ISSUE.terms[usize::from(i)].id)),
        Target::State(_) => None,
    }
}
