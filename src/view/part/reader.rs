//! The whole issue in reading order.

use super::contents::{Contents, turn};
use super::evidence::facts_by_topic;
use super::matrix::Matrix;
use super::passage::{sic_mark, words};
use super::take::Take;
use super::terms::Terms;
use super::timeline::Timeline;
use super::told::Routes;
use super::voices::Voices;
use crate::edition::ISSUE;
use leptos::prelude::*;
use model::{Article, Kind, Passage, Subject};

/// Contents, six pieces, what is said of all five, the evidence views, and terms. All after the pieces is supplemental: so
/// browsers' reading views end with the text.
#[component]
pub fn Reader() -> impl IntoView {
    let pieces: Vec<_> = ISSUE.articles.iter().enumerate().map(|(i, a)| piece(i, a)).collect();
    let together = Subject::Collective;
    view! {
        <nav class="contents" aria-labelledby="contents">
            <h2 id="contents">"Contents"</h2>
            <Contents with_questions=false />
        </nav>
        {pieces}
        <section class="piece apparatus skipped supplemental" id=together.slug()>
            <h2>{ISSUE.collective.as_str()}</h2>
            <p class="count">
                {format!("{} statements about all five, or about the Central Asian states as such.", ISSUE.facts_about(together).count())}
            </p>
            {facts_by_topic(together, 3)}
        </section>
        <Matrix />
        <Timeline />
        <Routes />
        <Voices />
        <Terms />
        <Take />
    }
}

fn piece(index: usize, article: &'static Article) -> impl IntoView {
    let first = index == 0;
    // The first article's title is the issue's: it stands at the top of the page.
    let heading = first.then(|| view! { <h2>{article.short.as_str()}</h2> });
    let untitled = !ISSUE.passages_of(article).iter().any(|p| p.kind == Kind::Title);
    let label = untitled.then(|| view! { <h2>{article.short.as_str()}</h2> });
    let passages = ISSUE
        .passages_of(article)
        .iter()
        .filter(|p| !(first && matches!(p.kind, Kind::Title | Kind::Subtitle)));
    let mut last_speaker = None;
    let body: Vec<_> = passages
        .map(|p| {
            let answer = p.kind == Kind::Answer && last_speaker != Some(p.speaker);
            last_speaker = Some(p.speaker);
            passage(p, answer || p.kind == Kind::Question)
        })
        .collect();
    view! { <article class="piece" id=article.id.as_str()><span class="Z3988" title=model::cite::coins(&ISSUE, article) hidden></span>{heading}{label}{body}{turn(index)}</article> }
}

/// A passage as the element that suits its kind; `named` sets the speaker's name before it.
fn passage(passage: &'static Passage, named: bool) -> AnyView {
    let id = passage.id.as_str();
    let speaker = named.then(|| {
        view! { <span class="who">{ISSUE.speaker_of(passage).name.as_str()}</span> }
    });
    let link = view! { <a class="permalink" href=format!("#{id}") aria-label="Link to this paragraph, cite or keep it">"¶"</a> };
    match passage.kind {
        Kind::Title => view! { <h2 id=id>{passage.text.as_str()}{sic(passage)}</h2> }.into_any(),
        Kind::Question => {
            view! { {speaker} <h3 id=id class="question">{words(passage)} " " {link}</h3> }
                .into_any()
        }
        Kind::Link => view! { <p id=id class="link">{address(&passage.text)}</p> }.into_any(),
        kind => {
            let class = format!("passage {}", kind.slug());
            view! { {speaker} <p id=id class=class>{words(passage)} " " {link}</p> }.into_any()
        }
    }
}

/// The [sic] of a title, whose names are no links.
fn sic(passage: &'static Passage) -> Option<impl IntoView + use<>> {
    let index = ISSUE.passages.iter().position(|p| p.id == passage.id)?;
    let sic = ISSUE.sics.iter().find(|s| usize::from(s.passage) == index)?;
    Some(sic_mark(&sic.read))
}

/// A web address as printed, and as a link.
fn address(text: &'static str) -> impl IntoView {
    let url = text.rsplit(' ').next().unwrap_or(text);
    let before = Some(&text[..text.len() - url.len()]).filter(|b| !b.is_empty());
    let href = if url.contains("://") { url.to_owned() } else { format!("http://{url}") };
    view! { {before} <a href=href rel="noopener">{url}</a> }
}
