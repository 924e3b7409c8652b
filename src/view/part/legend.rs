//! What the map's colours, hatches, lines and marks mean.

use super::mark::mark;
use crate::edition::ISSUE;
use leptos::prelude::*;
use model::{Body, CountryId, Standing};

/// The legend in five groups.
#[component]
pub fn Legend() -> impl IntoView {
    let swatch = |class: &'static str, words: &'static str, who: String| {
        entry(view! { <span class=format!("swatch {class}")></span>{words} }, who)
    };
    // By their hatches these two stand apart to the eye alone.
    let reluctant = |class: &'static str, body: &'static str, who: String| {
        let sign = view! { <span class=format!("swatch {class}")><span class="unseen">{body}" "</span></span>"reluctant" };
        entry(sign, who)
    };
    let line = |class: &'static str, words: &'static str| {
        let sign = view! { <svg class=format!("line {class}") aria-hidden="true"><path d="M2 6H34"></path></svg>{words} };
        entry(sign, format!("line-{class}"))
    };
    let depth = |depth: u8| states(|id| ISSUE.nato_depth(id) >= depth);
    let stand =
        |body: Body, standing: Standing| states(|id| ISSUE.stated(id, body).standing == standing);
    let csto = |standing| stand(Body::Csto, standing);
    let sco = |standing| stand(Body::Sco, standing);
    let eu = |standing| stand(Body::EuDelegation, standing);
    let standing = |s: Standing| {
        let any = states(|id| Body::SIGNATURE.iter().any(|b| ISSUE.stated(id, *b).standing == s));
        entry(view! { {mark(s, false)}{ISSUE.standing_text(s).name.as_str()} }, any)
    };
    let order = Body::SIGNATURE.map(|b| {
        let part = states(|id| ISSUE.stated(id, b).standing.takes_part());
        entry(
            view! { {mark(Standing::Yes, b.is_beside_nato())}{ISSUE.body(b).name.as_str()} },
            part,
        )
    });
    view! {
        <details open>
        <summary>"Map key"</summary>
        <div class="entries">
        <div>
            <p class="group">"Partnership with NATO"</p>
            <ul>{swatch("d1", "PfP, IPCP", depth(1))}{swatch("d2", "+ PARP", depth(2))}{swatch("d3", "+ IPAP", depth(3))}</ul>
        </div>
        <div>
            <p class="group">"CSTO and SCO"</p>
            <ul>{swatch("h-csto-i", "CSTO implied", csto(Standing::Implied))}{swatch("h-sco-i", "SCO implied", sco(Standing::Implied))}{reluctant("h-csto-r", "CSTO", csto(Standing::Reluctant))}{reluctant("h-sco-r", "SCO", sco(Standing::Reluctant))}</ul>
        </div>
        <div>
            <p class="group">"Routes, schematic"</p>
            <ul>{line("rail", "NDN rail")}{line("ferry", "ferry")}{line("truck", "truck")}{line("pipeline", "TAPI, proposed")}</ul>
        </div>
        <div>
            <p class="group">"EU delegations"</p>
            <ul>{swatch("eu yes", "in place", eu(Standing::Yes))}{swatch("eu opening", "opening", eu(Standing::Opening))}</ul>
        </div>
        <div class="wide">
            <p class="group">"Six marks under each name, in this order"</p>
            <ul class="order">{order}</ul>
            <ul class="marks">{Standing::ALL.map(standing)}</ul>
        </div>
        </div>
        </details>
    }
}

/// An entry of the key, which shows on the map whom or what it means while it is pointed at.
fn entry(sign: impl IntoView, who: String) -> impl IntoView {
    let names = CountryId::ALL.into_iter().filter(|id| who.contains(id.slug()));
    let names: Vec<_> = names.map(|id| ISSUE.country(id).name.as_str()).collect();
    let named =
        (!names.is_empty()).then(|| view! { <span class="unseen">": "{names.join(", ")}</span> });
    view! { <li><button type="button" data-who=who>{sign}{named}</button></li> }
}

/// The states of which something holds, by their words in addresses.
fn states(holds: impl Fn(CountryId) -> bool) -> String {
    let slugs = CountryId::ALL.into_iter().filter(|id| holds(*id)).map(CountryId::slug);
    slugs.collect::<Vec<_>>().join(" ")
}
