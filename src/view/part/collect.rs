//! Citing and collecting: two panels, the offer beside a selection, and buttons for under a sentence.

use crate::desk::{Act, Panel};
use crate::edition::ISSUE;
use leptos::prelude::*;
use model::Style;

/// What can be done with a sentence, to be copied under each that is unfolded: written under all of them, it would be a
/// seventh of the page's elements.
fn acts() -> impl IntoView {
    view! {
        <span id="acts" hidden>
            <span class="acts">
                <button type="button" data-act=Act::Cite.word()>"Cite"</button>
                " "
                <button type="button" data-act=Act::Keep.word()>"Keep"</button>
            </span>
        </span>
    }
}

/// A citation in four forms.
#[component]
pub fn Cite() -> impl IntoView {
    let form = |style: Style| {
        view! { <button type="button" data-act=Act::Style(style).word() aria-pressed="false">{style.name()}</button> }
    };
    view! {
        <h2 class="topic">"Cite"</h2>
        <p class="forms" role="group" aria-label="Form">{Style::ALL.map(form)}</p>
        <textarea id="cite-words" rows="8" readonly aria-label="Citation"></textarea>
        <p class="acts">
            <button type="button" data-act=Act::Copy.word()>"Copy"</button>
            " "
            <button type="button" data-act=Act::KeepCited.word() id="cite-keep">"Keep in the trail"</button>
            " "
            <a id="cite-link" href="#overview">"Link to the words"</a>
            " "
            <button type="button" class="end" data-act=Act::Toggle(Panel::Cite).word()>"Close"</button>
        </p>
        <p id="cite-said" role="status"></p>
        <p class="count">{ISSUE.dating.as_str()}" So a citation has no number, no page and no day."</p>
    }
}

/// What the reader has collected.
#[component]
pub fn Trail() -> impl IntoView {
    view! {
        <h2 class="topic">"Your trail"</h2>
        <p id="trail-empty" class="count">"Nothing kept yet. “Keep” stands under every sentence of cards and lists; the sign ¶ after a paragraph keeps it too. The trail is in this page’s address: there is no account, and whoever has the address has the trail."</p>
        <ol id="trail-list"></ol>
        <p class="acts" id="trail-acts" hidden>
            <button type="button" data-act=Act::ReadTrail.word()>"Read in order"</button>
            " "
            <button type="button" data-act=Act::CopyTrail.word()>"Copy its address"</button>
            " "
            <button type="button" data-act=Act::PrintTrail.word()>"Print a handout"</button>
            " "
            <button type="button" data-act=Act::ClearTrail.word()>"Empty it"</button>
        </p>
        <textarea id="trail-link" rows="1" readonly tabindex="-1" aria-label="Address of the trail"></textarea>
    }
}

/// The offer beside a selection.
#[component]
pub fn Pick() -> impl IntoView {
    view! {
        <button type="button" data-act=Act::CiteSelected.word()>"Cite these words"</button>
        {acts()}
    }
}
