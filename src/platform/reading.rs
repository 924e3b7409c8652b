//! Which paragraph is being read, and which are near: told by the browser when they cross a line, not by
//! listening to scrolling.

use super::browser::{all, collect, one};
use super::scroll::extent;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{
    Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit,
    ResizeObserver,
};

const PIECES: &str = ".reader > article";

/// Where words of the issue stand: the first piece's title is the page's.
const WORDS: &str = ".masthead, .reader > article";

/// What stands between and beside the pieces: there, no passage is being read.
const BETWEEN: &str = ".masthead, .reader > .contents, .apparatus, .foot";

/// The eye's line: a strip at a third of the window's height.
const LINE: &str = "-33% 0px -66% 0px";

/// A window's height more on both sides, so that marks are there before they are seen.
const NEAR: &str = "100% 0px 100% 0px";

/// Calls back with the id of what is at the eye's line, if it has one; and with the id of each passage that has come
/// near the window or gone away from it, and whether it is near.
pub fn on_reading(
    act: impl Fn(Option<String>) + 'static,
    come_near: impl Fn(Vec<(String, bool)>) + 'static,
) {
    let at_line = RefCell::new(Vec::<String>::new());
    let line = observer(LINE, move |changes| {
        let mut now = at_line.borrow_mut();
        for (element, inside) in changes {
            let id = element.id();
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
    all(BETWEEN).iter().for_each(|e| line.observe(e));
    let near = observer(NEAR, move |changes| {
        come_near(changes.into_iter().map(|(element, inside)| (element.id(), inside)).collect());
    });
    // Only the passages of pieces that are near are watched, so that a long issue costs no more.
    let pieces = observer(NEAR, move |changes| {
        // What has been watched once stays watched, so that its leaving is told.
        for (piece, _) in changes.into_iter().filter(|c| c.1) {
            for passage in collect(piece.query_selector_all(":scope > [id]").ok()) {
                near.observe(&passage);
                if piece.matches(PIECES).unwrap_or_default() {
                    line.observe(&passage);
                }
            }
        }
    });
    all(WORDS).iter().for_each(|e| pieces.observe(e));
}

/// Whether all of the text is still to come.
fn is_above_text() -> bool {
    let height = one("html").map_or(0, |e| e.client_height());
    one(PIECES).is_some_and(|first| extent(&first).top > f64::from(height) / 3.0)
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

/// An observer that tells which elements have entered or left the area.
fn observer(margin: &str, act: impl Fn(Vec<(Element, bool)>) + 'static) -> IntersectionObserver {
    let act = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
        let entries = entries.iter().map(JsCast::unchecked_into::<IntersectionObserverEntry>);
        act(entries.map(|e| (e.target(), e.is_intersecting())).collect());
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin(margin);
    let callback: &JsValue = act.as_ref();
    let observer = IntersectionObserver::new_with_options(callback.unchecked_ref(), &options)
        .expect("the margin is well written");
    act.forget();
    observer
}
