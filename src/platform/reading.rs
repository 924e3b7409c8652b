//! Which paragraph is being read, and which are near: told by the browser when they cross a line, not by
//! listening to scrolling.

use super::browser::{all, one};
use super::scroll::extent;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit, ResizeObserver};

const PASSAGES: &str = ".reader :is(.passage, .question)";

/// What stands between and beside the pieces: there, no passage is being read.
const BETWEEN: &str = ".masthead, .contents, .apparatus, .foot";

/// The eye's line: a strip at a third of the window's height.
const LINE: &str = "-33% 0px -66% 0px";

/// A window's height more on both sides, so that marks are there before they are seen.
const NEAR: &str = "100% 0px 100% 0px";

thread_local! {
    static NEARBY: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Calls back with the id of what is at the eye's line, if it has one.
pub fn on_reading(act: impl Fn(Option<String>) + 'static) {
    let at_line = RefCell::new(Vec::<String>::new());
    observe(&format!("{PASSAGES}, {BETWEEN}"), LINE, move |changes| {
        let mut now = at_line.borrow_mut();
        for (id, inside) in changes {
            now.retain(|i| *i != id);
            if inside {
                now.push(id);
            }
        }
        match now.last() {
            Some(id) => act((!id.is_empty()).then(|| id.clone())),
            None if is_above_text() => act(None),
            // Between two paragraphs the one before is still being read.
            None => {}
        }
    });
}

/// Whether all of the text is still to come.
fn is_above_text() -> bool {
    let height = one("html").map_or(0, |e| e.client_height());
    one(PASSAGES).is_some_and(|first| extent(&first).top > f64::from(height) / 3.0)
}

/// Calls back when the text's height has changed.
pub fn on_reflow(act: impl Fn() + 'static) {
    let act = Closure::<dyn Fn()>::new(act);
    if let (Ok(observer), Some(reader)) =
        (ResizeObserver::new(act.as_ref().unchecked_ref()), one(".reader"))
    {
        observer.observe(&reader);
    }
    act.forget();
}

/// Calls back when other passages have come near the window.
pub fn on_nearby(act: impl Fn() + 'static) {
    observe(PASSAGES, NEAR, move |changes| {
        NEARBY.with_borrow_mut(|near| {
            for (id, inside) in changes {
                near.retain(|n| *n != id);
                if inside {
                    near.push(id);
                }
            }
        });
        act();
    });
}

/// Ids of the passages near the window.
pub fn nearby() -> Vec<String> {
    NEARBY.with_borrow(Clone::clone)
}

/// Calls back with the id of each element that has entered or left the area, and whether it is inside.
fn observe(selector: &str, margin: &str, act: impl Fn(Vec<(String, bool)>) + 'static) {
    let act = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
        let entries = entries.iter().filter_map(|e| e.dyn_into::<IntersectionObserverEntry>().ok());
        act(entries.map(|e| (e.target().id(), e.is_intersecting())).collect());
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin(margin);
    let callback: &JsValue = act.as_ref();
    let observer = IntersectionObserver::new_with_options(callback.unchecked_ref(), &options);
    if let Ok(observer) = observer {
        all(selector).iter().for_each(|e| observer.observe(e));
    }
    act.forget();
}
