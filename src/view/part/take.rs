//! What can be taken away: the data, the text, the map as it stands, and the page on paper.

use crate::desk::{Act, Panel, view_name};
use crate::edition::ISSUE;
use leptos::prelude::*;

/// Tables that there are, and what they hold.
const TABLES: [(&str, &str); 4] = [
    ("facts", "what the text says of the five and of the powers around them"),
    ("standings", "where each of the five stands with eight organisations and mechanisms"),
    ("events", "every time that the text gives"),
    ("mentions", "where the text names whom"),
];

/// Links to files, and buttons that make some.
#[component]
pub fn Take() -> impl IntoView {
    let row = |(name, holds): (&'static str, &'static str)| {
        let count = match name {
            "facts" => ISSUE.facts.len(),
            "standings" => ISSUE.standings.len(),
            "events" => ISSUE.events.len(),
            _ => ISSUE.passages.iter().map(|p| p.mentions.len()).sum(),
        };
        view! {
            <li>
                <span><b>{count}" "{name}</b>": "{holds}</span>
                <span class="files">
                    <a href=format!("data/{name}.csv") download="">"CSV"</a>
                    " "
                    <a href=format!("data/{name}.json") download="">"JSON"</a>
                </span>
            </li>
        }
    };
    view! {
        <section class="piece apparatus skipped supplemental" id="take">
            <h2>{view_name("take")}</h2>
            <p class="count">"Each row carries its sentence, who says it and “"{ISSUE.frame.as_str()}"”."</p>
            <ul class="files-list">
                {TABLES.map(row)}
                <li><span><b>"What the columns mean"</b>": a data dictionary"</span><span class="files"><a href="data/datapackage.json">"Data Package"</a></span></li>
                <li>
                    <span><b>"The whole text"</b>" with its addresses"</span>
                    <span class="files"><a href="data/issue.md" download="">"Markdown"</a>" "<a href="data/issue.json" download="">"JSON"</a></span>
                </li>
                <li class="live">
                    <span><b>"The map as it stands"</b>", with title, key, credit and time frame"</span>
                    <span class="files acts">
                        <button type="button" data-act=Act::SaveSvg.word()>"SVG"</button>
                        " "
                        <button type="button" data-act=Act::SavePng.word()>"PNG"</button>
                    </span>
                </li>
                <li class="live">
                    <span><b>"On another site"</b>": map, card, passage or list, as lines of HTML"</span>
                    <span class="files acts">
                        <button type="button" data-act=Act::Toggle(Panel::Embed).word()>"Embed"</button>
                    </span>
                </li>
                <li class="live">
                    <span><b>"On paper"</b>": text, cards and lists, with the address of each paragraph"</span>
                    <span class="files acts"><button type="button" data-act=Act::Print.word()>"Print"</button></span>
                </li>
            </ul>
        </section>
    }
}
