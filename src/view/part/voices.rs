//! Voices side by side: what each says of a topic, and the interviewer's premises apart.

use super::evidence::fact_beyond;
use super::only::{Only, OnlyProps};
use crate::desk::view_name;
use crate::edition::ISSUE;
use leptos::prelude::*;
use model::{Basis, CountryId, Fact, Speaker, Subject, Topic, Voice};

/// Topic by topic.
#[component]
pub fn Voices() -> impl IntoView {
    view! {
        <section class="piece apparatus supplemental" id="voices">
            <h2>{view_name("voices")}</h2>
            <p class="count">"Four voices on each topic. What stands in a question is its premise, and nobody’s claim."</p>
            {Only(OnlyProps { of: "voices", fields: &["state"] })}
            <div class="skipped">
                {ISSUE.topics.iter().enumerate().map(|(i, t)| topic(i as u16, t)).collect_view()}
            </div>
        </section>
    }
}

fn speaker_of(fact: &Fact) -> &'static str {
    ISSUE.speaker_of(&ISSUE.passages[usize::from(fact.witness.passage)]).id.as_str()
}

fn topic(index: u16, topic: &'static Topic) -> impl IntoView {
    let facts: Vec<&Fact> = ISSUE.facts.iter().filter(|f| f.topic == index).collect();
    let of = |speaker: &'static Speaker| {
        let said =
            facts.iter().filter(|f| speaker_of(f) == speaker.id && f.basis != Basis::Premise);
        let list = sayings(said.copied().collect());
        view! {
            <div>
                <h4 class="topic">{speaker.name.as_str()}</h4>
                {list}
            </div>
        }
    };
    let claims = |id: &str| ISSUE.facts.iter().any(|f| speaker_of(f) == id);
    let heard = |s: &&Speaker| s.voice != Voice::Interviewer && claims(&s.id);
    let voices = ISSUE.speakers.iter().filter(heard).map(of).collect_view();
    let premises: Vec<&Fact> =
        facts.iter().copied().filter(|f| f.basis == Basis::Premise).collect();
    let premises = (!premises.is_empty()).then(|| {
        view! {
            <div class="premises">
                <h4 class="topic">"Premises of the interviewer’s questions"</h4>
                {sayings(premises)}
            </div>
        }
    });
    view! {
        <div class="said" id=format!("voices-{}", topic.id)>
            <h3>{topic.name.as_str()}</h3>
            <div class="voices">{voices}</div>
            {premises}
        </div>
    }
}

/// What one voice says; the same words about several states once.
fn sayings(facts: Vec<&'static Fact>) -> AnyView {
    if facts.is_empty() {
        return view! { <p class="silent">"No statement of this voice is listed here."</p> }
            .into_any();
    }
    let mut seen: Vec<&str> = Vec::new();
    let mut items = Vec::new();
    for fact in &facts {
        if seen.contains(&fact.statement.as_str()) {
            continue;
        }
        seen.push(&fact.statement);
        let same: Vec<&'static Fact> =
            facts.iter().copied().filter(|f| f.statement == fact.statement).collect();
        items.push(saying(&same));
    }
    view! { <ul class="facts">{items}</ul> <p class="silent" hidden>"No statement of this voice is listed here."</p> }.into_any()
}

fn saying(same: &[&'static Fact]) -> AnyView {
    let first = same[0];
    if first.subject == Subject::Around {
        return fact_beyond(first).into_any();
    }
    let of: Vec<&str> = same
        .iter()
        .flat_map(|f| match f.subject {
            Subject::Country(id) => vec![id.slug()],
            _ => CountryId::ALL.map(CountryId::slug).to_vec(),
        })
        .collect();
    let name = |f: &&'static Fact| match f.subject {
        Subject::Country(id) => ISSUE.country(id).name.as_str(),
        _ => ISSUE.collective.as_str(),
    };
    let link = |f: &&'static Fact| view! { <a href=format!("#{}", f.id)>{name(f)}</a> " " };
    let reported =
        first.reporter.as_ref().map(|r| view! { <i>{format!("reported view of {r} · ")}</i> });
    view! {
        <li data-of=of.join(" ")>
            {first.statement.as_str()}
            " "
            <small>{reported}{same.iter().map(link).collect_view()}</small>
        </li>
    }
    .into_any()
}
