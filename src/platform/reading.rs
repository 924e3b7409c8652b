//! Which paragraph is being read, and which are near: told by the browser when they cross a line, not by
//! listening to scrolling.

use super::browser::{all, collect, document, grows, one};
use super::scroll::{AIR, clear, extent, height};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{
    Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit,
    ResizeObserver,
};

const PIECES: &str = ".reader > article";
const PASSAGES: &str = ".reader > article > [id]";

/// Where words of the issue stand: the first piece's title is the page's.
const WORDS: &str = ".masthead, .reader > article";

/// What stands between and beside the pieces: there, no passage is being read.
const BETWEEN: &str = ".masthead, .reader > .contents, .apparatus, .foot";

/// The eye's line is at a third of the window's height: what began last above it is being read.
const ABOVE: &str = "0px 0px -66% 0px";

/// A window's height more on both sides, so that marks are there before they are seen.
const NEAR: &str = "100% 0px 100% 0px";

/// What the reader was led to: a part of a passage, this far below the top of an element; and where that first came to
/// stand in the window. In px.
struct Led {
    to: Element,
    passage: String,
    below: f64,
    stood: Option<f64>,
}

thread_local! {
    static LED: RefCell<Option<Led>> = const { RefCell::new(None) };
    /// What tells of the eye's line.
    static LINE: RefCell<Option<IntersectionObserver>> = const { RefCell::new(None) };
}

/// The passage that the reader is led to is being read until what was shown of it has gone out of view or further down.
pub(super) fn lead(to: &Element, below: f64) {
    LED.set(to.closest(PASSAGES).ok().flatten().map(|passage| {
        // It then tells anew.
        if let Some(line) = LINE.with_borrow(Clone::clone) {
            line.unobserve(&passage);
            line.observe(&passage);
        }
        Led { to: to.clone(), passage: passage.id(), below, stood: None }
    }));
}

/// The passage led to, while it is being read. A frame that grows does not scroll: what is read there cannot be told.
fn led() -> Option<String> {
    LED.with_borrow_mut(|led| {
        let led = led.as_mut().filter(|_| !grows())?;
        let own = extent(&led.to);
        let top = own.top + led.below;
        let lowest = (third().max(*led.stood.get_or_insert(top)) + AIR).min(height());
        (clear(own).0 - AIR..lowest).contains(&top).then(|| led.passage.clone())
    })
}

fn third() -> f64 {
    height() / 3.0
}

/// Calls back with the id of what is at the eye's line, if it has one; and with the id of each passage that has come
/// near the window or gone away from it, and whether it is near.
pub fn on_reading(
    act: impl Fn(Option<String>) + 'static,
    come_near: impl Fn(Vec<(String, bool)>) + 'static,
) {
    let above = RefCell::new(Vec::<Element>::new());
    let line = observer(ABOVE, move |changes| {
        let mut now = above.borrow_mut();
        for (element, inside) in changes {
            now.retain(|e| *e != element);
            if inside {
                now.push(element);
            }
        }
        let (mut id, mut lowest) = (led(), f64::MIN);
        if id.is_none() {
            for element in now.iter() {
                let top = extent(element).top;
                if top > lowest {
                    (id, lowest) = (Some(element.id()), top);
                }
            }
        }
        act(id.filter(|id| !id.is_empty()));
    });
    all(BETWEEN).iter().for_each(|e| line.observe(e));
    LINE.set(Some(line.clone()));
    // Where the page has led before the app was there.
    if let Some(here) = one("[data-here]") {
        lead(&here, 0.0);
    }
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
    // A frame's own window: in another site's page margins go by no other. One that grows is seen through its host's.
    if !grows() {
        options.set_root(Some(document().unchecked_ref()));
    }
    let callback: &JsValue = act.as_ref();
    let observer = IntersectionObserver::new_with_options(callback.unchecked_ref(), &options)
        .expect("the margin is well written");
    act.forget();
    observer
}
