//! What the map's colours, hatches, lines and marks mean.

use super::mark::mark;
use crate::edition::ISSUE;
use leptos::prelude::*;
use model::{Body, Standing};

/// The legend in four groups.
#[component]
pub fn Legend() -> impl IntoView {
    let depth = |class: &'static str, words: &'static str| {
        view! { <li><span class=format!("swatch {class}")></span>{words}</li> }
    };
    let line = |class: &'static str, words: &'static str| {
        view! { <li><svg class=format!("line {class}") aria-hidden="true"><path d="M2 6H34"></path></svg>{words}</li> }
    };
    let hatch = |class: &'static str, words: &'static str| {
        view! { <li><svg class=format!("swatch {class}") viewBox="0 0 22 14" aria-hidden="true"><path d="M0 0H22V14H0Z"></path></svg>{words}</li> }
    };
    let standing = |s: Standing| {
        view! { <li>{mark(s, false)}{ISSUE.standing_text(s).name.as_str()}</li> }
    };
    let order = Body::SIGNATURE.map(|b| {
        view! { <li>{mark(Standing::Yes, b.is_rival())}{ISSUE.body(b).name.as_str()}</li> }
    });
    view! {
        <div>
            <h3>"Depth of partnership with NATO"</h3>
            <ul>{depth("d1", "PfP and IPCP")}{depth("d2", "and PARP")}{depth("d3", "and IPAP")}</ul>
        </div>
        <div>
            <h3>"Russia- and China-led bodies"</h3>
            <ul>{hatch("h-csto", "CSTO")}{hatch("h-sco", "SCO")}{hatch("h-csto-r", "open: reluctant")}{hatch("h-csto-i", "thin: implied")}</ul>
        </div>
        <div>
            <h3>"Routes, schematic"</h3>
            <ul>{line("rail", "NDN by rail")}{line("ferry", "by ferry")}{line("truck", "by truck")}{line("pipeline", "TAPI, proposed")}</ul>
        </div>
        <div class="wide">
            <h3>"Six marks under each name, in this order"</h3>
            <ul class="order">{order}</ul>
            <ul class="marks">{Standing::ALL.map(standing)}</ul>
        </div>
    }
}
