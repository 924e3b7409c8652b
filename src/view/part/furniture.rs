//! The page's furniture: bar and panels, steps, the way back, preview. Its shape is written here; what it
//! says is set while the page lives (`desk::draw`).

use super::contents::{Contents, ContentsProps};
use super::{collect, embed, help, settings};
use crate::desk::{Act, Panel};
use leptos::prelude::*;

/// The bar over the text: where one is in it, and what unfolds under it.
#[component]
pub fn Bar() -> impl IntoView {
    let lines = view! { <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="M2 4H14M2 8H14M2 12H10"></path></svg> };
    let lens = view! { <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><circle cx="6.5" cy="6.5" r="4.5"></circle><path d="M10 10L14.5 14.5"></path></svg> };
    let tool = |panel: Panel, name: &'static str, sign: AnyView| {
        view! {
            <button type="button" data-act=Act::Toggle(panel).word() id=format!("open-{}", panel.id()) aria-label=name aria-controls=panel.id() aria-expanded="false">{sign}</button>
        }
    };
    let panel = |panel: Panel, class: &'static str, name: &'static str, inside: AnyView| {
        // What holds no link must be reached by the keyboard to be scrolled.
        let stop = if panel == Panel::Help { "0" } else { "-1" };
        view! { <section class=format!("panel {class}") id=panel.id() tabindex=stop aria-label=name hidden>{inside}</section> }
    };
    let contents = Contents(ContentsProps { with_questions: true }).into_any();
    view! {
        <button type="button" class="where" data-act=Act::Toggle(Panel::Contents).word() id=format!("open-{}", Panel::Contents.id()) aria-controls=Panel::Contents.id() aria-expanded="false">
            {lines}
            <span class="unseen">"Contents, now: "</span>
            <b id="here-piece">"Contents"</b>
            " "
            <small><span id="here-question"></span><span id="here-number"></span></small>
        </button>
        {tool(Panel::Search, "Search", lens.into_any())}
        {tool(Panel::Trail, "Your trail", view! { <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="M4 2H12V14L8 11L4 14Z"></path></svg><span id="trail-count"></span> }.into_any())}
        {tool(Panel::Embed, "Embed", view! { <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="M5 4L1.5 8L5 12M11 4L14.5 8L11 12"></path></svg> }.into_any())}
        {tool(Panel::Settings, "Reading settings", "Aa".into_any())}
        {tool(Panel::Help, "Help and keys", "?".into_any())}
        <div class="progress" id="progress" role="progressbar" aria-label="Read so far" aria-valuemin="0" aria-valuemax="100" aria-valuenow="0">
            <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect id="progress-line" height="1" width="0"></rect></svg>
        </div>
        // In a block of their own, so that what changes in a panel is laid out without the page.
        <div class="panels">
        {panel(Panel::Contents, "contents", "All pieces", contents)}
        <section class="panel search" id=Panel::Search.id() tabindex="-1" role="search" aria-label="Search this issue" hidden>
            // In a form of its own, which sends nothing: at each key browsers look through the form for what they could fill
            // in, and without one through all fields of the page.
            <form method="dialog">
                <input id="search" type="search" autocomplete="off" spellcheck="false" maxlength="100" enterkeyhint="search"
                    aria-label="States, names, years, words or “phrases”" aria-describedby="found" placeholder="States, names, years, “phrases”" />
            </form>
            <p id="found" role="status"></p>
            <div class="results"></div>
        </section>
        {panel(Panel::Settings, "settings", "Reading settings", settings::Settings().into_any())}
        {panel(Panel::Cite, "cite", "Citation", collect::Cite().into_any())}
        {panel(Panel::Trail, "trail", "Your trail", collect::Trail().into_any())}
        {panel(Panel::Embed, "embed", "Embed", embed::Embed().into_any())}
        {panel(Panel::Help, "help", "Help and keys", help::Help().into_any())}
        </div>
    }
}

/// Previous and next mention or hit.
#[component]
pub fn Steps() -> impl IntoView {
    view! {
        <div class="row">
        <b id="steps-of"></b>
        <span id="steps-count" role="status"></span>
        <button type="button" data-act=Act::Previous.word() id="steps-previous" aria-label="Previous in the text">"↑"</button>
        <button type="button" data-act=Act::Next.word() id="steps-next" aria-label="Next in the text">"↓"</button>
        <button type="button" data-act=Act::EndSearch.word() id="steps-end" aria-label="End the search" hidden>"×"</button>
        </div>
    }
}

/// The way back from a jump.
#[component]
pub fn Back() -> impl IntoView {
    view! {
        <button type="button" data-act=Act::Back.word() id="back-to">"Back"</button>
        <button type="button" data-act=Act::Stay.word() aria-label="Stay here">"×"</button>
    }
}

/// What a name means, copied from the page.
#[component]
pub fn Preview() -> impl IntoView {
    view! {
        <div class="body"></div>
        <button type="button" data-act=Act::Dismiss.word() class="close" aria-label="Close this preview">"×"</button>
    }
}

/// Larger, smaller, as it was.
#[component]
pub fn Zoom() -> impl IntoView {
    view! {
        <button type="button" data-act=Act::ZoomIn.word() aria-label="Zoom in">"+"</button>
        <button type="button" data-act=Act::ZoomOut.word() aria-label="Zoom out">"−"</button>
        <button type="button" data-act=Act::Unzoom.word() class="whole" aria-label="Show the whole again">
            <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="M9 2H14V7M14 2L9 7M7 14H2V9M2 14L7 9"></path></svg>
        </button>
    }
}
