//! What the map shows, and which part of it.

use crate::desk::Desk;
use leptos::prelude::*;
use model::{Address, Frame, Layer, Scene};

/// Layers and frames as links: what they lead to can be opened elsewhere and shared.
#[component]
pub fn Controls(desk: Desk) -> impl IntoView {
    let nav = desk.nav;
    // A followed link keeps what is looked for, listed and collected; so these need not change with it.
    let here = Memo::new(move |_| Address {
        only: Vec::new(),
        trail: model::Trail::default(),
        ..nav.steady()
    });
    let layer = move |layer: Layer| {
        let shown = move || nav.layers().has(layer);
        let href = move || {
            let layers = Some(nav.layers().toggled(layer));
            format!("#{}", Address { layers, ..here.get() })
        };
        view! {
            <a href=href data-layer=layer.slug() aria-current=move || shown().then_some("true")>
                {layer_name(layer)}
                <span class="unseen">{move || if shown() { " shown" } else { " hidden" }}</span>
            </a>
        }
    };
    let view = move |to: Frame| {
        let href = move || format!("#{}", Address { scene: Some(Scene::Named(to)), ..here.get() });
        let here = move || (nav.frame() == Some(to)).then_some("true");
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
