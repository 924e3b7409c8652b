//! The five states as large links, which stay in reach while reading.

use crate::desk::Desk;
use crate::edition::ISSUE;
use leptos::prelude::*;
use model::CountryId;

/// The five links.
#[component]
pub fn Five(desk: Desk) -> impl IntoView {
    let nav = desk.nav;
    let link = move |id: CountryId| {
        let current =
            move || (nav.chosen() == Some(id) || nav.beside() == Some(id)).then_some("true");
        // Where it must, the name breaks before its last syllable, and is still said as one word.
        let name = ISSUE.country(id).name.as_str();
        let (stem, last) = name.split_at(name.find("stan").unwrap_or(name.len()));
        view! {
            <a href=format!("#{}", id.slug()) class=format!("five-{}", id.slug()) aria-label=name aria-current=current>
                {stem}<wbr />{last}
            </a>
        }
    };
    view! { <nav class="five" aria-label="The five states">{CountryId::ALL.map(link)}</nav> }
}
