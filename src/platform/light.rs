//! What is pointed at in a list is lit on the map, and the other way round.

use super::browser::{all, document};
use gloo::events::EventListener;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

thread_local! {
    /// What is lit. (To look for it through the page would cost each move of the pointer its time.)
    static LIT: RefCell<Vec<Element>> = const { RefCell::new(Vec::new()) };
}

/// Listens to pointer and focus for as long as the page lives.
pub fn light() {
    for kind in ["pointerover", "focusin"] {
        EventListener::new(&document(), kind, |event: &Event| {
            if let Some(target) = event.target().and_then(|t| t.dyn_into::<Element>().ok()) {
                show(&target);
            }
        })
        .forget();
    }
}

fn show(target: &Element) {
    let at = |selector: &str| target.closest(selector).ok().flatten();
    let mut lit: Vec<Element> = Vec::new();
    if let Some(item) = at("[data-lights]") {
        for word in item.get_attribute("data-lights").unwrap_or_default().split(' ') {
            lit.extend(all(&["#map [data-leg='", word, "'], #map .at-", word].concat()));
        }
    } else if let Some(leg) = at("#map [data-leg]") {
        let word = leg.get_attribute("data-leg").unwrap_or_default();
        lit = all(&["[data-lights~='", &word, "']"].concat());
        lit.push(leg);
    }
    for before in LIT.take().iter().filter(|before| !lit.contains(before)) {
        let _ = before.remove_attribute("data-lit");
    }
    for element in &lit {
        let _ = element.set_attribute("data-lit", "");
    }
    LIT.set(lit);
}
