//! Routes as the text tells them: each leg with its clause, lit on the map where the text locates it.

use super::evidence::witness;
use crate::desk::view_name;
use crate::edition::{CHART, ISSUE};
use leptos::prelude::*;
use model::{Leg, Mode, Told, atlas};

/// All routes.
#[component]
pub fn Routes() -> impl IntoView {
    view! {
        <section class="piece apparatus skipped supplemental" id="routes">
            <h2>{view_name("routes")}</h2>
            <p class="count">
                "Routes leg by leg, as the text tells them. Lines on the map are schematic; what the text does not locate has no line, and says why."
            </p>
            {ISSUE.told.iter().map(told).collect_view()}
        </section>
    }
}

fn told(told: &'static Told) -> impl IntoView {
    let missing = told.missing.as_ref().map(|(why, sentence)| {
        view! { <div class="missing"><p>{why.as_str()}</p>{witness(sentence)}</div> }
    });
    view! {
        <div class="told" id=told.id.as_str()>
            <h3>{told.name.as_str()}</h3>
            {missing}
            <ol class="facts legs">{told.legs.iter().map(leg).collect_view()}</ol>
        </div>
    }
}

fn leg(leg: &'static Leg) -> impl IntoView {
    let lights: Vec<String> = line_id(leg).into_iter().chain(leg.place.clone()).collect::<Vec<_>>();
    let lights = (!lights.is_empty()).then(|| lights.join(" "));
    let mode = leg.mode.map(|m| view! { <i>{by(m)}</i> " " });
    let class = leg.mode.map(Mode::slug);
    view! {
        <li id=leg.id.as_str() class=class data-lights=lights>
            <details>
                <summary>
                    {mode}
                    <b>{leg.what.as_str()}</b>
                    " "
                    <q>{leg.witness.quote.as_str()}</q>
                    {leg.missing.as_ref().map(|m| view! { " " <small>{m.as_str()}</small> })}
                </summary>
                {witness(&leg.witness)}
            </details>
        </li>
    }
}

const fn by(mode: Mode) -> &'static str {
    match mode {
        Mode::Rail => "by rail",
        Mode::Ferry => "by ferry",
        Mode::Truck => "by truck",
        Mode::Pipeline => "by pipeline",
    }
}

/// What lights a leg's stretch of line.
fn line_id(leg: &Leg) -> Option<String> {
    leg.line.as_ref().map(|(line, from, to)| format!("leg-{line}-{from}-{to}"))
}

/// The legs' stretches on the map, unseen until they are lit.
pub fn stretches() -> impl IntoView {
    let mut seen: Vec<String> = Vec::new();
    let mut out = Vec::new();
    for leg in ISSUE.told.iter().flat_map(|t| &t.legs) {
        let (Some(id), Some((line, from, to))) = (line_id(leg), &leg.line) else { continue };
        let route = CHART.routes.iter().find(|r| r.id == *line);
        let route = route.expect("press checks the lines of legs");
        let points = &route.points;
        let d = atlas::smooth_part(points, usize::from(*from), usize::from(*to));
        if !seen.contains(&id) {
            let class = format!("leg in-{}", route.layer.slug());
            out.push(view! {
                <a href=format!("#{}", leg.id) tabindex="-1" aria-label=leg.what.as_str()><path class=class data-leg=id.clone() d=d></path></a>
            });
            seen.push(id);
        }
    }
    out
}
