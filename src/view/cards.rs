//! The five cards, of which stylesheets show the chosen one, and room for two side by side.

use super::{Part, written};
use leptos::prelude::*;
use model::CountryId;

/// All cards.
#[component]
pub fn Cards() -> impl IntoView {
    let card = |id: CountryId| {
        view! {
            <section
                class="card"
                id=id.slug()
                tabindex="-1"
                aria-labelledby=format!("{}-name", id.slug())
                inner_html=written(Part::Card(id))
            ></section>
        }
    };
    // In braces, or the library would write it into the page as an attribute.
    view! { <div class="cards">
        {CountryId::ALL.map(card)}
        <section class="pair" id="pair" tabindex="-1" aria-labelledby="pair-name" hidden inner_html={""}></section>
    </div> }
}
