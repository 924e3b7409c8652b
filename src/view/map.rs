//! The map: five links over the ground, under rivers, routes and labels; and its zoom.

use super::{Part, written};
use crate::desk::Desk;
use crate::edition::ISSUE;
use leptos::prelude::*;
use leptos::svg;
use model::{CountryId, projection};

/// The map.
#[component]
pub fn Map(desk: Desk) -> impl IntoView {
    let nav = desk.nav;
    let width = (projection::WIDTH / projection::UNIT) as u32;
    let height = (projection::HEIGHT / projection::UNIT) as u32;
    let state = move |id: CountryId| {
        svg::a()
            .attr("href", format!("#{}", id.slug()))
            .attr("class", format!("state depth-{} s-{}", ISSUE.nato_depth(id), id.slug()))
            .attr("aria-label", ISSUE.country(id).name.as_str())
            .attr("aria-current", move || (nav.chosen() == Some(id)).then_some("true"))
            .attr("tabindex", move || {
                if desk.stop.get().unwrap_or_default() == id as usize { "0" } else { "-1" }
            })
            .inner_html(written(Part::Shape(id)))
    };
    view! {
        <section class="map" id="map" aria-labelledby="map-title">
            <h2 id="map-title">"Who works with whom, early 2012" <small>"NATO’s partnerships, CSTO and SCO, routes to Afghanistan"</small></h2>
            <div class="stage">
                <svg class="sheet" viewBox=format!("0 0 {width} {height}") role="group" aria-labelledby="map-title">
                    <g inner_html=written(Part::Ground)></g>
                    {CountryId::ALL.map(state)}
                    <g class="over" inner_html=written(Part::Over)></g>
                </svg>
                <div class="labels" aria-hidden="true" inner_html=written(Part::Labels)></div>
            </div>
            <div class="corner" inner_html=written(Part::Corner)></div>
            <div class="zoom" role="group" aria-label="Zoom" inner_html=written(Part::Zoom)></div>
        </section>
    }
}
