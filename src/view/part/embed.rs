//! The panel in which an editor chooses what to embed, sees it, and copies it.

use crate::desk::{Act, Panel};
use crate::edition::ISSUE;
use leptos::prelude::*;
use model::embed::{HEIGHTS, PARTS};

/// What is usually wanted: its word in the page, and its name.
const USUAL: [(&str, &str); 9] = [
    ("whole", "The whole edition"),
    ("map", "The map alone"),
    ("card", "One card"),
    ("pair", "Two cards"),
    ("passage", "One passage"),
    ("matrix", "Who stands where"),
    ("timeline", "When"),
    ("voices", "Who says what"),
    ("own", "As ticked below"),
];

/// Choices, preview, and the lines to copy.
#[component]
pub fn Embed() -> impl IntoView {
    let option =
        |(word, name): (&'static str, &'static str)| view! { <option value=word>{name}</option> };
    let routes: Vec<_> = ISSUE
        .told
        .iter()
        .map(|t| view! { <option value=t.id.as_str()>{t.name.as_str()}</option> })
        .collect();
    let part = |(word, name): (&'static str, &'static str)| {
        view! { <label><input type="checkbox" name="embed-part" value=word /><span>{name}</span></label> }
    };
    let (least, most) = (HEIGHTS.start().to_string(), HEIGHTS.end().to_string());
    view! {
        <h2 class="topic">"Embed"</h2>
        <p class="count">"Lines for another site’s page. The frame asks nothing of its visitors: no cookie, no other host."</p>
        <div class="choices">
            <label>"What"
                <select id="embed-what">{USUAL.map(option)}<optgroup label="A route">{routes}</optgroup></select>
            </label>
            <label>"As" <select id="embed-form"><option value="frame">"Plain frame"</option><option value="element">"Element, with a script"</option><option value="flow">"Element that grows"</option></select></label>
            <label>"Height, px" <input id="embed-height" type="number" min=least max=most step="10" value="640" /></label>
            <label>"Colours" <select id="embed-theme"><option value="">"As the visitor’s"</option><option value="light">"Light"</option><option value="dark">"Dark"</option></select></label>
            <label>"Accent" <input id="embed-accent" type="text" maxlength="7" placeholder="#0b4f7d" spellcheck="false" autocomplete="off" aria-describedby="embed-said" /></label>
            <label class="whole">"Begins at" <input id="embed-start" type="text" spellcheck="false" autocomplete="off" aria-describedby="embed-said" /></label>
        </div>
        <fieldset class="parts"><legend>"Parts"</legend>{PARTS.map(part)}</fieldset>
        <p id="embed-said" role="status"></p>
        <textarea id="embed-words" rows="5" readonly aria-label="Lines to copy"></textarea>
        <p class="acts">
            <button type="button" data-act=Act::CopyEmbed.word()>"Copy"</button>
            " "
            <a href="embedding.html">"How it speaks with its host"</a>
            " "
            <button type="button" class="end" data-act=Act::Toggle(Panel::Embed).word()>"Close"</button>
        </p>
        <div id="embed-room"></div>
    }
}
