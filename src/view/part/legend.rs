//! What the map's colours, hatches, lines and marks mean.

use super::mark::mark;
use crate::edition::ISSUE;
use leptos::prelude::*;
use model::{Body, Standing};

/// The legend in four groups.
#[component]
pub fn Legend() -> impl IntoView {
    let swatch = |class: &'static str, words: &'static str| {
        view! { <li><span class=format!("swatch {class}")></span>{words}</li> }
    };
    let line = |class: &'static str, words: &'static str| {
        view! { <li><svg class=format!("line {class}") aria-hidden="true"><path d="M2 6H34"></path></svg>{words}</li> }
    };
    let standing = |s: Standing| {
        view! { <li>{mark(s, false)}{ISSUE.standing_text(s).name.as_str()}</li> }
    };
    let order = Body::SIGNATURE.map(|b| {
        view! { <li>{mark(Standing::Yes, b.is_rival())}{ISSUE.body(b).name.as_str()}</li> }
    });
    view! {
        <details open>
        <summary>"Map key"</summary>
        <div>
            <p class="group">"Partnership with NATO"</p>
            <ul>{swatch("d1", "PfP, IPCP")}{swatch("d2", "+ PARP")}{swatch("d3", "+ IPAP")}</ul>
        </div>
        <div>
            <p class="group">"CSTO and SCO"</p>
            <ul>{swatch("h-csto-i", "CSTO implied")}{swatch("h-sco-i", "SCO implied")}{swatch("h-csto-r", "reluctant")}{swatch("h-sco-r", "reluctant")}</ul>
        </div>
        <div>
            <p class="group">"Routes, schematic"</p>
            <ul>{line("rail", "NDN rail")}{line("ferry", "ferry")}{line("truck", "truck")}{line("pipeline", "TAPI, proposed")}</ul>
        </div>
        <div>
            <p class="group">"EU delegations"</p>
            <ul>{swatch("eu yes", "in place")}{swatch("eu opening", "opening")}</ul>
        </div>
        <div class="wide">
            <p class="group">"Six marks under each name, in this order"</p>
            <ul class="order">{order}</ul>
            <ul class="marks">{Standing::ALL.map(standing)}</ul>
        </div>
        </details>
    }
}
