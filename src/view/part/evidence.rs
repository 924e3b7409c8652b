//! A statement with its witness: the sentence, who says it, and the way to it.

use crate::edition::ISSUE;
use leptos::prelude::*;
use model::{Basis, Fact, Passage, Subject, Witness};

fn passage(witness: &Witness) -> &'static Passage {
    &ISSUE.passages[usize::from(witness.passage)]
}

/// The verbatim sentence and where it stands. What can be done with it is put under it when it is unfolded.
pub fn witness(witness: &'static Witness) -> impl IntoView {
    let passage = passage(witness);
    let (speaker, article) = (ISSUE.speaker_of(passage), ISSUE.article_of(passage));
    view! {
        <blockquote>{witness.quote.as_str()}</blockquote>
        <p class="by">
            <b>{speaker.name.as_str()}</b>", "{speaker.role.as_str()}", in "
            <cite>{article.short.as_str()}</cite>". "
            <a href=format!("#{}", passage.id)>"Show in the text"</a>
        </p>
    }
}

/// Who says it.
pub fn by_line(witness: &'static Witness) -> &'static str {
    ISSUE.speaker_of(passage(witness)).name.as_str()
}

/// A fact that opens on its sentence.
pub fn fact(fact: &'static Fact) -> impl IntoView {
    statement(fact, None)
}

/// The same of a fact about none of the states: it is left out where a state is asked for.
pub fn fact_beyond(fact: &'static Fact) -> impl IntoView {
    statement(fact, Some(""))
}

fn statement(fact: &'static Fact, of: Option<&'static str>) -> impl IntoView {
    let speaker = ISSUE.speaker_of(passage(&fact.witness));
    let basis = match fact.basis {
        Basis::Claim => None,
        Basis::Reported => {
            Some(format!("reported view of {}", fact.reporter.as_deref().unwrap_or("others")))
        }
        Basis::Premise => Some("premise of a question".to_owned()),
    };
    view! {
        <li id=fact.id.as_str() class=fact.basis.slug() data-of=of>
            <details>
                <summary>
                    {fact.statement.as_str()}
                    " "
                    <small>
                        {speaker.name.as_str()}
                        {fact.when.as_ref().map(|w| format!(" · {w}"))}
                        {basis.map(|b| view! { " · " <i>{b}</i> })}
                    </small>
                </summary>
                {witness(&fact.witness)}
            </details>
        </li>
    }
}

/// A subject's facts under their topics, each a heading of this level (3 or 4).
pub fn facts_by_topic(subject: Subject, level: u8) -> impl IntoView {
    ISSUE
        .topics
        .iter()
        .enumerate()
        .filter_map(move |(i, topic)| {
            let of_topic = |f: &&Fact| usize::from(f.topic) == i;
            let facts: Vec<_> = ISSUE.facts_about(subject).filter(of_topic).map(fact).collect();
            (!facts.is_empty()).then(|| {
                let name = topic.name.as_str();
                let heading = match level {
                    3 => view! { <h3 class="topic">{name}</h3> }.into_any(),
                    _ => view! { <h4 class="topic">{name}</h4> }.into_any(),
                };
                view! { {heading} <ul class="facts">{facts}</ul> }
            })
        })
        .collect_view()
}
