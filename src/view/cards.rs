//! The five cards, of which stylesheets show the chosen one, and room for two side by side.

use super::{Part, written};
use crate::desk::Desk;
use leptos::prelude::*;
use model::CountryId;

/// All cards.
#[component]
pub fn Cards(desk: Desk) -> impl IntoView {
    let nav = desk.nav;
    let card = move |id: CountryId| {
        view! {
            <section
                class="card"
                id=id.slug()
                data-shown=move || (nav.chosen() == Some(id)).then_some("")
                tabindex="-1"
                aria-labelledby=format!("{}-name", id.slug())
                inner_html=written(Part::Card(id))
            ></section>
        }
    };
    // Browsers' reading views leave out what calls itself supplemental, and so begin with the text.
    // In braces, or the library would write it into the page as an attribute.
    view! { <div class="cards supplemental">
        {CountryId::ALL.map(card)}
        <section class="pair" id="pair" tabindex="-1" aria-labelledby="pair-name" hidden inner_html={""}></section>
    </div> }
}
