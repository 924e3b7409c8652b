//! Names, places and notes on the map, set as text in screen pixels over it; their positions are a
//! stylesheet, since the page's security policy admits no style attributes.

use super::mark::mark;
use crate::edition::{CHART, ISSUE};
use leptos::prelude::*;
use model::{Body, CountryId, Frame, Place, PlaceKind, Standing, projection};
use std::fmt::Write;

/// All labels.
#[component]
pub fn Labels() -> impl IntoView {
    CHART.places.iter().map(label).collect_view()
}

fn label(place: &'static Place) -> AnyView {
    let layer = place.layer.map(|l| format!(" in-{}", l.slug())).unwrap_or_default();
    let class = format!(
        "place {} at-{} to-{} tier-{}{layer}",
        place.kind.slug(),
        place.id,
        place.side,
        place.tier
    );
    if let Some(id) = place.country {
        return country(place, id, class);
    }
    let mut lines = place.name.lines();
    let first = lines.next().unwrap_or_default();
    let rest: Vec<_> = lines.map(|l| view! { <br /> <small class="more">{l}</small> }).collect();
    let symbol = matches!(
        place.kind,
        PlaceKind::Capital
            | PlaceKind::Foreign
            | PlaceKind::Hub
            | PlaceKind::Town
            | PlaceKind::Blast
    );
    let symbol = symbol.then(|| view! { <i></i> });
    let words = (place.kind == PlaceKind::Blast).then_some("blown");
    view! { <div class=class>{symbol}<span class=words>{first}{rest}</span></div> }.into_any()
}

/// A state's name with its signature: a link of its own, large enough for a thumb. A delegation of the EU
/// stands beside the marks, since the text names its country and not its town.
fn country(place: &'static Place, id: CountryId, class: String) -> AnyView {
    let marks = Body::SIGNATURE
        .map(|body| mark(ISSUE.stated(id, body).standing, body.is_beside_nato()).into_any());
    let delegation = match ISSUE.stated(id, Body::EuDelegation).standing {
        Standing::Yes => Some("eu yes"),
        Standing::Opening => Some("eu opening"),
        _ => None,
    };
    view! {
        <a class=class href=format!("#{}", id.slug()) tabindex="-1">
            <span><b class=format!("name-{}", id.slug())>{place.name.as_str()}</b><em>{marks}{delegation.map(|class| view! { <s class=class></s> })}</em></span>
        </a>
    }
    .into_any()
}

/// Rules for the positions of labels and for the map's frames.
pub fn stylesheet() -> String {
    let mut out = String::from("@layer map {\n");
    for place in &CHART.places {
        let turn = match place.turn {
            0 => String::new(),
            turn => format!("; --turn: {turn}deg"),
        };
        line(
            &mut out,
            &format!(".at-{} {{ --x: {}; --y: {}{turn} }}", place.id, place.at.0, place.at.1),
        );
    }
    for frame in Frame::ALL {
        let (west, south, east, north) = frame.bounds();
        let (x, y) = projection::km_to_units(west, north);
        let (w, h) = ((east - west) / projection::UNIT, (north - south) / projection::UNIT);
        let vars = format!("--vx: {x:.0}; --vy: {y:.0}; --vw: {w:.0}; --vh: {h:.0}");
        let slug = frame.slug();
        line(&mut out, &format!(".edition[data-frame={slug}] .map {{ {vars} }}"));
        match frame {
            Frame::Region => line(&mut out, &format!(".map {{ {vars} }}")),
            Frame::Five => line(
                &mut out,
                &format!(
                    "@container edition (width < 58.8rem) {{ .edition:not([data-frame]) .map {{ {vars} }} }}"
                ),
            ),
            Frame::Corridor | Frame::South => {}
        }
    }
    out + "}\n"
}

fn line(out: &mut String, rule: &str) {
    writeln!(out, "{rule}").expect("writing to a string cannot fail");
}
