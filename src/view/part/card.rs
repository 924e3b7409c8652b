//! A state's card: eight standings and all facts, each with its witness.

use super::evidence::{facts_by_topic, witness};
use super::mark::mark;
use crate::desk::Act;
use crate::edition::ISSUE;
use leptos::prelude::*;
use model::{Body, CountryId, Stated, Subject, Target};

/// The card of a state.
pub fn card(id: CountryId) -> impl IntoView {
    let country = ISSUE.country(id);
    let facts = ISSUE.facts_about(Subject::Country(id)).count();
    let mentions = ISSUE.count_mentions(Target::Country(id));
    let together = ISSUE.facts_about(Subject::Collective).count();
    let standings = Body::ALL.map(|body| standing(ISSUE.stated(id, body)));
    view! {
        <header>
            <h2 id=format!("{}-name", id.slug())>{country.name.as_str()}</h2>
            <p class="frame">{ISSUE.frame.as_str()}</p>
            <span class="acts live"><button type="button" data-act=Act::Keep.word() aria-label=format!("Keep the card of {} in the trail", country.name)>"Keep"</button></span>
            <a class="close" href="#overview" aria-label=format!("Close the card of {}", country.name)>"×"</a>
        </header>
        <p class="compare live">"Side by side with " {others(id)}</p>
        <h3>"Where it stands"</h3>
        <ul class="standings">{standings}</ul>
        <h3>"What the text says"</h3>
        <p class="count">
            {format!("{facts} statements, each with its sentence; named {mentions} times. ")}
            <a href=format!("#{}", Subject::Collective.slug())>
                {format!("{together} more speak of Central Asia as a whole")}
            </a>
        </p>
        {facts_by_topic(Subject::Country(id), 4)}
    }
}

/// Links to this card with another beside it.
fn others(id: CountryId) -> impl IntoView {
    let link = |other: CountryId| {
        let href = format!("#{}&with={}", id.slug(), other.slug());
        view! { <a href=href>{ISSUE.country(other).name.as_str()}</a> " " }
    };
    CountryId::ALL.into_iter().filter(|other| *other != id).map(link).collect_view()
}

fn standing(stated: &'static Stated) -> impl IntoView {
    let (body, text) = (ISSUE.body(stated.body), ISSUE.standing_text(stated.standing));
    let first = stated.witness.as_ref().map(witness);
    let others: Vec<_> = stated.also.iter().map(witness).collect();
    let silent = stated.witness.is_none().then(|| view! { <p>{ISSUE.silence.as_str()}</p> });
    view! {
        <li id=stated.id.as_str() class=format!("is-{}", stated.standing.slug())>
            <details>
                <summary>
                    {mark(stated.standing, stated.body.is_beside_nato())}
                    <span><abbr title=body.full.as_str()>{body.name.as_str()}</abbr></span>
                    " "
                    <b>{text.name.as_str()}</b>
                    " "
                    {stated.note.as_ref().map(|n| view! { <small>{n.as_str()}</small> })}
                </summary>
                <p class="meaning">{text.meaning.as_str()}</p>
                {silent}
                {first}
                {others}
            </details>
        </li>
    }
}
