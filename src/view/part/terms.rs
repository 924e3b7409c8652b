//! Organisations and terms in the text's own words, or the plain statement that it never explains them.

use super::evidence::witness;
use crate::edition::ISSUE;
use leptos::prelude::*;
use model::{Organisation, Target};

/// The list of all organisations, mechanisms, plans and the like.
#[component]
pub fn Terms() -> impl IntoView {
    let mut all: Vec<_> = ISSUE.organisations.iter().enumerate().collect();
    all.sort_by_key(|(_, o)| o.name.to_lowercase());
    view! {
        <section class="piece apparatus" id="terms">
            <h2>"Organisations and terms"</h2>
            <dl>{all.into_iter().map(|(i, o)| term(i, o)).collect_view()}</dl>
        </section>
    }
}

fn term(index: usize, organisation: &'static Organisation) -> impl IntoView {
    let times = ISSUE.count_mentions(Target::Organisation(index as u16));
    let expansion = organisation.expansion.as_deref();
    let is_acronym = organisation.name.chars().filter(|c| c.is_uppercase()).count() > 1
        && !organisation.name.contains(' ');
    let words = match expansion {
        Some(words) if words != organisation.name => Some(words),
        None if is_acronym => Some("never expanded in this issue"),
        _ => None,
    };
    view! {
        <dt id=organisation.id.as_str()>{organisation.name.as_str()}</dt>
        <dd>
            <details>
                <summary>
                    {words.map(|w| format!("{w} "))}
                    <small>{format!("{}, named {times}×", organisation.kind)}</small>
                </summary>
                {organisation.witness.as_ref().map(witness)}
            </details>
        </dd>
    }
}
