//! The page. What never changes is written once, at build, and left alone by the browser; what answers
//! the visitor are a few attributes on the page's root and on links, and a few small views.

use crate::desk::Desk;
use crate::view::{Cards, Controls, Five, Map, Part, Status, written};
use leptos::prelude::*;
use model::{CountryId, Frame};

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    let desk = Desk::new();
    let nav = desk.nav;
    let named = Memo::new(move |_| desk.named());
    let slugs = |ids: &[CountryId]| {
        let slugs: Vec<_> = ids.iter().map(|id| id.slug()).collect();
        (!slugs.is_empty()).then(|| slugs.join(" "))
    };
    view! {
        <div
            class="edition"
            data-chosen=move || nav.chosen().map(CountryId::slug)
            data-open=move || nav.chosen().map(|_| "")
            data-with=move || nav.beside().map(CountryId::slug)
            data-layers=move || nav.layers().join(" ")
            data-frame=move || nav.frame().map(Frame::slug)
            data-zoomed=move || nav.zoomed()
            data-named=move || named.with(|n| slugs(&n.0))
            data-together=move || named.with(|n| n.1).then_some("")
            data-meant=move || desk.meant.get()
            data-panel=move || desk.panel.get().is_some().then_some("")
        >
            <a class="skip" href="#editorial">"Skip to the text"</a>
            <header class="masthead" inner_html=written(Part::Masthead)></header>
            // Before the map, so that what is seen of it answers: a link to what has not come yet leads nowhere.
            <Cards desk />
            <Map desk />
            <Five desk />
            <div class="bar" role="region" aria-label="Place in the text, search, settings" inner_html=written(Part::Bar)></div>
            <Controls desk />
            <section class="legend" aria-label="Map key" inner_html=written(Part::Legend)></section>
            <main class="reader" inner_html=written(Part::Reader)></main>
            <svg class="strip" id="strip" viewBox="0 0 9 1000" preserveAspectRatio="none" aria-hidden="true">
                <path class="lesser" id="strip-all"></path>
                <path id="strip-own"></path>
            </svg>
            <div class="back" id="back" role="region" aria-label="Way back" hidden inner_html=written(Part::Back)></div>
            <div class="steps" id="steps" role="region" aria-label="Step through the text" hidden inner_html=written(Part::Steps)></div>
            <div class="preview" id="preview" tabindex="-1" role="dialog" aria-label="About this name" hidden inner_html=written(Part::Preview)></div>
            <div class="pick" id="pick" role="region" aria-label="Selected words" hidden inner_html=written(Part::Pick)></div>
            <p class="said-so" id="trail-said" role="status"></p>
            <Status desk />
            <footer class="foot" id="foot" inner_html=written(Part::Foot)></footer>
        </div>
        <div class="handout" id="handout"></div>
    }
}
