//! The map's drawing, in atlas units. Zoom and layers are the stylesheets' affair.

use super::told::stretches;
use crate::edition::{CHART, ISSUE};
use leptos::prelude::*;
use model::{Body, CountryId, Route, Standing, atlas, projection};

/// Land, graticule and foreign borders.
#[component]
pub fn Ground() -> impl IntoView {
    let atlas = &CHART.atlas;
    view! {
        <defs inner_html=PATTERNS></defs>
        // Land goes on where the data end, or their edge would look like a coast in a picture that is saved; on the page
        // it fades away there (below).
        <path class="beyond" fill-rule="evenodd" d=BEYOND></path>
        <path id="land" class="land" d=atlas.area(&atlas.land)></path>
        <clipPath id="on-land"><use href="#land"></use></clipPath>
        <path class="graticule" d=atlas::graticule()></path>
        <path class="borders" d=atlas.lines(&atlas.borders)></path>
        <path class="borders disputed" d=atlas.lines(&atlas.disputed)></path>
    }
}

/// A state's outline. Hatches and edges refer to it.
pub fn shape(id: CountryId) -> impl IntoView {
    let atlas = &CHART.atlas;
    let rings = atlas.countries.iter().find(|(c, _)| *c == id).map(|(_, rings)| rings);
    let d = atlas.area(rings.expect("press checks that each state has a shape"));
    view! { <path id=format!("shape-{}", id.slug()) d=d vector-effect="non-scaling-stroke"></path> }
}

/// Relief, hatches of the CSTO and SCO layers, rivers, lakes and routes.
#[component]
pub fn Over() -> impl IntoView {
    let atlas = &CHART.atlas;
    let (w, h) = (projection::WIDTH / projection::UNIT, projection::HEIGHT / projection::UNIT);
    let hatch = |body: Body| {
        CountryId::ALL
            .into_iter()
            .filter_map(move |id| {
                let kind = match ISSUE.stated(id, body).standing {
                    Standing::Yes => "y",
                    Standing::Reluctant => "r",
                    Standing::Implied => "i",
                    _ => return None,
                };
                let class = format!("hatch in-{} p-{}-{kind}", body.slug(), body.slug());
                Some(view! { <use href=format!("#shape-{}", id.slug()) class=class></use> })
            })
            .collect_view()
    };
    let river = |main: bool| -> String {
        let rivers = atlas.rivers.iter().filter(|r| r.main == main).flat_map(|r| &r.lines);
        rivers.map(|l| atlas::path(l, false)).collect()
    };
    let lakes: String = atlas.lakes.iter().map(|l| atlas::path(l, true)).collect();
    view! {
        <g class="relief" clip-path="url(#on-land)">
            <image href="relief.webp" width=w.round() height=h.round() preserveAspectRatio="none"></image>
        </g>
        {hatch(Body::Csto)}
        {hatch(Body::Sco)}
        <path class="river" d=river(false)></path>
        <path class="river main" d=river(true)></path>
        <path class="lake" d=lakes></path>
        <g fill="url(#fade)">
            {MARGINS.map(|side| view! { <rect x="-30000" y="-30000" width="31700" height="75000" transform=side></rect> })}
        </g>
        <g class="edges">
            {CountryId::ALL.map(|id| view! { <use class=format!("e-{}", id.slug()) href=format!("#shape-{}", id.slug())></use> })}
        </g>
        {CHART.routes.iter().map(route).collect_view()}
        {stretches()}
    }
}

fn route(route: &'static Route) -> impl IntoView {
    let spur = if route.spur { " spur" } else { "" };
    let class = format!("route {} in-{}{spur}", route.mode.slug(), route.layer.slug());
    let d = atlas::smooth(&route.points);
    view! { <g class=class><path class="casing" d=d.clone()></path><path d=d></path></g> }
}

/// Scale bar and credit line.
#[component]
pub fn Corner() -> impl IntoView {
    view! {
        <p class="scale"><span></span>"500 km"</p>
        <p class="scale near"><span></span>"100 km"</p>
        <p class="credit">{CHART.credit.as_str()}</p>
    }
}

/// Where the data end, to the west, east, north and south, the map fades away over some 550 km. (19,385 by 15,077 units.)
const MARGINS: [&str; 4] =
    ["scale(1)", "matrix(-1 0 0 1 19385 0)", "matrix(0 1 1 0 0 0)", "matrix(0 -1 1 0 0 15077)"];

/// A wide border round the sheet, north and east of it, where there is land.
const BEYOND: &str = "M3000-9000H29000V20000H19385V0H3000Z";

/// Lines for the CSTO, dots for the SCO; broken or open for reluctant, thin for implied.
const PATTERNS: &str = r##"<linearGradient id="fade" gradientUnits="userSpaceOnUse" x2="1700"><stop/><stop offset="1" stop-opacity="0"/></linearGradient><pattern id="csto-y" patternUnits="userSpaceOnUse" width="168" height="168" patternTransform="rotate(45)"><path d="M0 42H168"/></pattern><pattern id="csto-r" patternUnits="userSpaceOnUse" width="204" height="168" patternTransform="rotate(45)"><path d="M0 42H96"/></pattern><pattern id="csto-i" patternUnits="userSpaceOnUse" width="168" height="168" patternTransform="rotate(45)"><path class="thin" d="M0 42H168"/></pattern><pattern id="sco-y" patternUnits="userSpaceOnUse" width="168" height="168" patternTransform="rotate(45)"><circle cx="84" cy="126" r="30"/></pattern><pattern id="sco-r" patternUnits="userSpaceOnUse" width="168" height="168" patternTransform="rotate(45)"><circle class="open" cx="84" cy="126" r="28"/></pattern><pattern id="sco-i" patternUnits="userSpaceOnUse" width="168" height="168" patternTransform="rotate(45)"><circle cx="84" cy="126" r="20"/></pattern>"##;
