//! The page. What never changes is written once, at build, and left alone by the browser; what answers
//! the visitor are a few attributes on the page's root and on links.

use crate::edition::ISSUE;
use crate::nav::Nav;
use crate::view::{Part, written};
use leptos::prelude::*;
use leptos::svg;
use model::{Address, CountryId, Frame, Layer, Layers, projection};

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    let nav = Nav::new();
    let layers = Memo::new(move |_| nav.layers());
    let frame = Memo::new(move |_| nav.address().frame);
    let chosen = Memo::new(move |_| nav.chosen());
    view! {
        <div
            class="edition"
            data-chosen=move || chosen.get().map(CountryId::slug)
            data-layers=move || layers.get().join(" ")
            data-frame=move || frame.get().map(Frame::slug)
        >
            <a class="skip" href="#editorial">"Skip to the text"</a>
            <header class="masthead" inner_html=written(Part::Masthead)></header>
            <Map chosen />
            <Five chosen />
            <Controls nav layers frame />
            <section class="legend" aria-label="Map key" inner_html=written(Part::Legend)></section>
            <main class="reader" inner_html=written(Part::Reader)></main>
            <Cards />
            <Status nav chosen />
            <footer class="foot" inner_html=written(Part::Foot)></footer>
        </div>
    }
}

/// The map: five links over the ground, under rivers, routes and labels.
#[component]
fn Map(chosen: Memo<Option<CountryId>>) -> impl IntoView {
    let width = (projection::WIDTH / projection::UNIT) as u32;
    let height = (projection::HEIGHT / projection::UNIT) as u32;
    let state = move |id: CountryId| {
        svg::a()
            .attr("href", format!("#{}", id.slug()))
            .attr("class", format!("state depth-{} s-{}", ISSUE.nato_depth(id), id.slug()))
            .attr("aria-label", ISSUE.country(id).name.as_str())
            .attr("aria-current", move || current(chosen, id))
            .inner_html(written(Part::Shape(id)))
    };
    view! {
        <section class="map" id="map" aria-labelledby="map-title">
            <h2 id="map-title">"Who works with whom, early 2012" <small>"Partnership with NATO, rival bodies, and routes to Afghanistan"</small></h2>
            <div class="stage">
                <svg class="sheet" viewBox=format!("0 0 {width} {height}") role="group" aria-labelledby="map-title">
                    <g inner_html=written(Part::Ground)></g>
                    <g class="states">{CountryId::ALL.map(state)}</g>
                    <g class="over" inner_html=written(Part::Over)></g>
                </svg>
                <div class="labels" aria-hidden="true" inner_html=written(Part::Labels)></div>
            </div>
            <div class="corner" inner_html=written(Part::Corner)></div>
        </section>
    }
}

/// The five states as large links.
#[component]
fn Five(chosen: Memo<Option<CountryId>>) -> impl IntoView {
    let link = move |id: CountryId| {
        view! {
            <a href=format!("#{}", id.slug()) aria-current=move || current(chosen, id)>
                {ISSUE.country(id).name.as_str()}
            </a>
        }
    };
    view! { <nav class="five" aria-label="The five states">{CountryId::ALL.map(link)}</nav> }
}

fn current(chosen: Memo<Option<CountryId>>, id: CountryId) -> Option<&'static str> {
    (chosen.get() == Some(id)).then_some("true")
}

/// What the map shows, and which part of it.
#[component]
fn Controls(nav: Nav, layers: Memo<Layers>, frame: Memo<Option<Frame>>) -> impl IntoView {
    let layer = move |layer: Layer| {
        let shown = move || layers.get().has(layer);
        let href = move || {
            let layers = Some(layers.get().toggled(layer));
            format!("#{}", Address { layers, ..nav.address() })
        };
        view! {
            <a href=href aria-current=move || shown().then_some("true")>
                {layer_name(layer)}
                <span class="unseen">{move || if shown() { " shown" } else { " hidden" }}</span>
            </a>
        }
    };
    let view = move |to: Frame| {
        let href = move || format!("#{}", Address { frame: Some(to), ..nav.address() });
        let here = move || (frame.get() == Some(to)).then_some("true");
        view! { <a href=href aria-current=here>{frame_name(to)}</a> }
    };
    view! {
        <div class="controls">
            <nav class="chips" aria-label="Layers of the map"><span aria-hidden="true">"Show"</span>{Layer::ALL.map(layer)}</nav>
            <nav class="chips frames" aria-label="Part of the map"><span aria-hidden="true">"View"</span>{Frame::ALL.map(view)}</nav>
        </div>
    }
}

const fn layer_name(layer: Layer) -> &'static str {
    match layer {
        Layer::Nato => "NATO",
        Layer::Csto => "CSTO",
        Layer::Sco => "SCO",
        Layer::Ndn => "NDN",
        Layer::Tapi => "TAPI",
        Layer::Eu => "EU",
    }
}

const fn frame_name(frame: Frame) -> &'static str {
    match frame {
        Frame::Region => "Region",
        Frame::Five => "The five",
        Frame::Corridor => "Corridor",
        Frame::South => "South",
    }
}

/// The five cards; stylesheets show the chosen one.
#[component]
fn Cards() -> impl IntoView {
    let card = |id: CountryId| {
        view! {
            <section
                class="card"
                id=id.slug()
                tabindex="-1"
                aria-labelledby=format!("{}-name", id.slug())
                inner_html=written(Part::Card(id))
            ></section>
        }
    };
    view! { <div class="cards">{CountryId::ALL.map(card)}</div> }
}

/// Says what has happened to who cannot see it, and to all when an address leads nowhere.
#[component]
fn Status(nav: Nav, chosen: Memo<Option<CountryId>>) -> impl IntoView {
    let text = move || match (nav.is_lost(), chosen.get()) {
        (true, _) => "This address names nothing in this issue. Here is its start.".to_owned(),
        (false, Some(id)) => format!("{}: card shown", ISSUE.country(id).name),
        (false, None) => String::new(),
    };
    view! { <p class="status" class:lost=move || nav.is_lost() role="status">{text}</p> }
}
