//! Organisations, people and places in the text's own words, or the plain statement that it never
//! explains them.

use super::evidence::witness;
use crate::desk::view_name;
use crate::edition::ISSUE;
use leptos::prelude::*;
use model::{Sort, Target, Term};

/// The lists of all organisations, mechanisms and plans, of people and of places.
#[component]
pub fn Terms() -> impl IntoView {
    let list = |sort: Sort| {
        let mut all: Vec<_> = ISSUE.terms.iter().enumerate().filter(|t| t.1.sort == sort).collect();
        all.sort_by_key(|(_, t)| t.name.to_lowercase());
        view! { <dl>{all.into_iter().map(|(i, t)| term(i, t)).collect_view()}</dl> }
    };
    view! {
        <section class="piece apparatus skipped supplemental" id="terms">
            <h2>{view_name("terms")}</h2>
            {list(Sort::Organisation)}
            <h3 class="topic">"People"</h3>
            {list(Sort::Person)}
            <h3 class="topic">"Places"</h3>
            {list(Sort::Place)}
        </section>
    }
}

fn term(index: usize, term: &'static Term) -> impl IntoView {
    let times = ISSUE.count_mentions(Target::Term(index as u16));
    let words = match term.expansion.as_deref() {
        Some(words) if words != term.name => Some(words),
        None if term.is_acronym() => Some("never expanded in this issue"),
        _ => None,
    };
    view! {
        <dt id=term.id.as_str()>{term.name.as_str()}</dt>
        <dd>
            <details>
                <summary>
                    {words.map(|w| format!("{w} "))}
                    <small>{format!("{}, named {times}×", term.kind)}</small>
                </summary>
                {term.witness.as_ref().map(witness)}
            </details>
        </dd>
    }
}
