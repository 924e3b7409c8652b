//! The map's labels where they are drawn: measured, and hidden where they would collide.

use super::browser::{after_drawing, after_ms, all, collect, document, is_shown, one};
use super::scroll::extent;
use gloo::events::EventListener;
use model::crowd::{Extent, kept};
use std::cell::Cell;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, HtmlElement, ResizeObserver};

thread_local! {
    /// Whether the labels are to be looked at in the next frame.
    static DUE: Cell<bool> = const { Cell::new(false) };
}

/// Lets labels give way to each other, now and whenever the map's size or part in view changes.
pub fn keep_labels_apart() {
    let Some(map) = document().get_element_by_id("map") else { return };
    // What the map is at first is told within a frame: that has drawn before they are measured. What follows is not to be
    // seen before they are.
    let first = Cell::new(true);
    let act = Closure::<dyn Fn()>::new(move || match first.replace(false) {
        true => after_ms(0, tidy),
        false => tidy(),
    });
    if let Ok(observer) = ResizeObserver::new(act.as_ref().unchecked_ref()) {
        // In a frame of its own: the app's first is long enough.
        let map = map.clone();
        after_drawing(|| after_ms(0, move || observer.observe(&map)));
    }
    act.forget();
    // The map's own alone: a state's fill moves nothing.
    let own = map.clone();
    let at_end = move |event: &web_sys::Event| {
        if event.target().as_ref() == Some(own.as_ref()) {
            tidy();
        }
    };
    EventListener::new(&map, "transitionend", at_end).forget();
    // The key lies over the map's foot.
    if let Some(key) = one(".legend details") {
        EventListener::new(&key, "toggle", |_| tidy_labels()).forget();
    }
}

/// Hides labels that would collide or be cut, once what else is to be shown is there; once, however often it is asked
/// for. (Measured: in the same frame it holds up a card by 4 ms.)
pub fn tidy_labels() {
    if !DUE.replace(true) {
        after_drawing(|| {
            after_ms(0, || {
                DUE.set(false);
                tidy();
            });
        });
    }
}

fn tidy() {
    let Some(map) = document().get_element_by_id("map") else { return };
    let places = elements(&map, ".place");
    let mut shown = Vec::new();
    let mut labels = Vec::new();
    // The title, the scale bar and the credit are not labels, but nothing may lie on them.
    let fixed = elements(&map, "#map-title, .corner > *").iter().map(extent).collect();
    for place in places {
        let tier = (1..=4).find(|t| place.class_list().contains(&format!("tier-{t}")));
        let boxes = boxes(&place);
        if let Some(tier) = tier.filter(|_| !boxes.is_empty()) {
            shown.push(place);
            labels.push((tier, boxes));
        }
    }
    let mut view = extent(&map);
    view.bottom = foot(view.bottom);
    labels.push((1, fixed));
    // A hidden label still has its box; only what changes is written.
    for (place, stays) in shown.iter().zip(kept(view, &labels)) {
        if stays == place.has_attribute("data-crowded") {
            let _ = match stays {
                true => place.remove_attribute("data-crowded"),
                false => place.set_attribute("data-crowded", ""),
            };
        }
    }
}

/// The boxes that a label fills: a state's name and its marks apart, a turned name as a row of squares
/// along its line.
fn boxes(place: &Element) -> Vec<Extent> {
    let parts = elements(place, "b, em");
    let parts = if parts.is_empty() { elements(place, "span") } else { parts };
    parts.iter().flat_map(along).filter(|b| b.right > b.left).collect()
}

fn along(words: &Element) -> Vec<Extent> {
    let whole = extent(words);
    let (width, height) = (whole.right - whole.left, whole.bottom - whole.top);
    let line = words.dyn_ref::<HtmlElement>().map_or(height, |w| f64::from(w.offset_height()));
    if height < 1.5 * line {
        return vec![whole];
    }
    let count = (width / line).ceil().max(1.0);
    let square = |i: f64| {
        let (x, y) = ((i + 0.5) / count * width, (i + 0.5) / count * height);
        let (left, top) = (whole.left + x - line / 2.0, whole.top + y - line / 2.0);
        Extent { left, top, right: left + line, bottom: top + line }
    };
    (0..count as u8).map(|i| square(f64::from(i))).collect()
}

/// Where the map's visible part ends: at the key or the card that lies over its foot.
fn foot(bottom: f64) -> f64 {
    let over = all(".legend, .card, .pair");
    let tops = over.iter().filter(|e| is_shown(e)).map(|e| extent(e).top);
    tops.filter(|top| *top > 0.0).fold(bottom, f64::min)
}

fn elements(inside: &Element, selector: &str) -> Vec<Element> {
    collect(inside.query_selector_all(selector).ok())
}
