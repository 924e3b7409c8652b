//! What this edition is, its data, and whose it is.

use crate::edition::{CHART, ISSUE};
use leptos::prelude::*;

/// Data, licences, and where the map's places and lines come from.
#[component]
pub fn Foot() -> impl IntoView {
    let row = |name: &str, certainty: &'static str, source: &'static str, named: bool| {
        let named = if named { "yes" } else { "no" };
        view! { <tr><th scope="row">{name.replace('\n', " ")}</th><td>{named}</td><td>{certainty}</td><td>{source}</td></tr> }
    };
    let is_town = |p: &&model::Place| {
        use model::PlaceKind::{Blast, Capital, Foreign, Hub, Town};
        matches!(p.kind, Capital | Foreign | Hub | Town | Blast)
    };
    let places = CHART.places.iter().filter(is_town);
    let rows: Vec<_> = CHART
        .routes
        .iter()
        .map(|r| row(&r.name, r.certainty.letter(), &r.source, r.witness.is_some()))
        .chain(places.map(|p| row(&p.name, p.certainty.letter(), &p.source, p.witness.is_some())))
        .collect();
    view! {
        <details class="sources">
            <summary>"Where the map’s places and lines come from"</summary>
            <p>{CHART.credit.as_str()}</p>
            <div class="scroll" tabindex="0" role="region" aria-label="Places and lines of the map">
                <table>
                    <thead><tr><th scope="col">"Place or line"</th><th scope="col">"In the text"</th><th scope="col">"Certainty"</th><th scope="col">"Source"</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <p>"A: two sources agree within 7 km. B: one source. C: an estimate."</p>
        </details>
        <p>{ISSUE.frame_note.as_str()} " " {ISSUE.dating.as_str()}</p>
        <p>
            {format!("An edition of one issue of {}. Data: ", ISSUE.series)}
            <a href="data/issue.json">"text"</a>", "<a href="data/standings.json">"standings"</a>", "
            <a href="data/facts.json">"facts"</a>". Fonts: "
            <a href="OFL-source-sans-3.txt">"Source Sans 3"</a>", "
            <a href="OFL-source-serif-4.txt">"Source Serif 4"</a>", SIL Open Font License."
        </p>
    }
}
