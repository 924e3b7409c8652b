//! The browser's history: entries with a number each, and the place that was left at each of them.

use super::act::Left;
use super::browser::{after_ms, by_id, cards, document, grows, is_framed, is_shown, window};
use gloo::events::EventListener;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, FocusOptions, HtmlElement};

/// An entry's two numbers are kept as one: the second times this, and the first. No tab holds so many entries.
const SHIFT: u32 = 1 << 16;

/// Where the reader was at an entry of the history.
struct Place {
    entry: u32,
    scroll: f64,
    card: Option<(Element, i32)>,
    focus: Option<HtmlElement>,
    at: Option<String>,
}

thread_local! {
    static PLACES: RefCell<Vec<Place>> = const { RefCell::new(Vec::new()) };
    static ENTRY: RefCell<u32> = const { RefCell::new(0) };
    /// The entry at which an address brought the trail that this one holds.
    static BROUGHT: RefCell<u32> = const { RefCell::new(0) };
    /// In a frame, the entries that were left: their two numbers and their fragments.
    static LEFT: RefCell<Vec<(u32, u32, String)>> = const { RefCell::new(Vec::new()) };
    /// The address that the browser has refused to write.
    static REFUSED: RefCell<Option<Option<String>>> = const { RefCell::new(None) };
}

/// The URL's fragment without its `#`.
pub fn fragment() -> String {
    let hash = window().location().hash().unwrap_or_default();
    hash.strip_prefix('#').unwrap_or_default().to_owned()
}

/// The number of this entry of the history, if it has been settled.
pub fn entry() -> Option<u32> {
    let [number, brought] = numbers()?;
    ENTRY.set(number);
    BROUGHT.set(brought);
    Some(number)
}

/// What a settled entry holds.
fn state(number: u32, brought: u32) -> JsValue {
    JsValue::from_f64(f64::from(brought * SHIFT + number))
}

/// The same read: its number, and that of the one that brought its trail.
fn numbers() -> Option<[u32; 2]> {
    let state = window().history().and_then(|h| h.state()).ok()?.as_f64()? as u32;
    Some([state % SHIFT, state / SHIFT])
}

/// The number of the entry at which an address brought the trail that this one holds.
pub fn trail_brought_at() -> u32 {
    BROUGHT.with_borrow(|at| *at)
}

/// Has this entry, or else the next to be settled, bring the trail that is held from here on.
pub fn bring_trail(at: Option<u32>) {
    BROUGHT.set(at.unwrap_or_else(next));
}

fn next() -> u32 {
    ENTRY.with_borrow(|last| last + 1)
}

/// Settles this entry of the history: numbers it, and gives it this fragment in place of the present one
/// if there is one.
pub fn settle(fragment: Option<&str>) {
    let number = numbers().map_or_else(next, |n| n[0]);
    ENTRY.set(number);
    write(number, fragment.map(|f| ["#", f].concat()), false);
}

/// Writes or adds an entry. Browsers refuse when asked too often: then the page still stands where it should, and the
/// address follows when they let it.
fn write(number: u32, url: Option<String>, adds: bool) {
    let Ok(history) = window().history() else { return };
    let state = state(number, trail_brought_at());
    let done = match adds {
        true => history.push_state_with_url(&state, "", url.as_deref()),
        false => history.replace_state_with_url(&state, "", url.as_deref()),
    };
    if adds && done.is_err() {
        ENTRY.set(number - 1);
    }
    if REFUSED.replace(done.err().map(|_| url)).is_none() && REFUSED.with_borrow(Option::is_some) {
        after_ms(2_000, || {
            if let Some(url) = REFUSED.take() {
                write(ENTRY.with_borrow(|now| *now), url, false);
            }
        });
    }
}

/// Adds an entry with this fragment, without the browser's own jump. In a frame the history is the host's:
/// there the entry is only noted, and the address takes the place of the one before.
pub fn push(fragment: &str) {
    let before = ENTRY.with_borrow(|last| *last);
    let number = next();
    ENTRY.set(number);
    let framed = is_framed();
    if framed {
        LEFT.with_borrow_mut(|left| {
            left.retain(|l| l.0 < before);
            left.push((before, trail_brought_at(), self::fragment()));
        });
    }
    write(number, Some(["#", fragment].concat()), !framed);
}

/// Goes back to an earlier entry.
pub fn go_back_to(earlier: u32) {
    if is_framed() {
        let left = LEFT.with_borrow(|l| l.iter().find(|l| l.0 == earlier).cloned());
        if let (Some((number, brought, fragment)), Ok(history)) = (left, window().history()) {
            let (state, url) = (state(number, brought), ["#", &fragment].concat());
            let _ = history.replace_state_with_url(&state, "", Some(&url));
            let _ = web_sys::Event::new("popstate").map(|e| window().dispatch_event(&e));
        }
        return;
    }
    let steps = ENTRY.with_borrow(|now| now.saturating_sub(earlier));
    if let Ok(history) = window().history()
        && steps > 0
    {
        let _ = history.go_with_delta(-(steps as i32));
    }
}

/// Calls back when the visitor goes back or forward, or writes another fragment.
pub fn on_arrival(act: impl Fn() + 'static) {
    EventListener::new(&window(), "popstate", move |_| act()).forget();
}

/// Keeps the place of this entry: how far page and card are scrolled, what has the focus, and where the
/// visitor was working. The entry's number.
pub fn remember(at: Option<&str>) -> u32 {
    let entry = ENTRY.with_borrow(|e| *e);
    let card = cards().find(is_shown);
    let card = card.map(|c| {
        let top = c.scroll_top();
        (c, top)
    });
    let focus = document().active_element().map(Element::unchecked_into).map(stands_for);
    let scroll = window().scroll_y().unwrap_or_default();
    let at = at.map(str::to_owned);
    PLACES.with_borrow_mut(|places| {
        places.retain(|p| p.entry < entry);
        places.push(Place { entry, scroll, card, focus, at });
    });
    entry
}

/// What has the focus on the return in place of this: a panel but that of the search is not unfolded again then.
fn stands_for(focus: HtmlElement) -> HtmlElement {
    let panel = focus.closest(".panel:not(#panel-search)").ok().flatten();
    panel.and_then(|p| by_id(&["open-", &p.id()].concat())).unwrap_or(focus)
}

/// The place that was left at this entry, to be returned to once the page is drawn.
pub fn place_left_at(entry: u32) -> Option<Left> {
    let place = PLACES.with_borrow_mut(|places| {
        let at = places.iter().position(|p| p.entry == entry)?;
        Some(places.swap_remove(at))
    })?;
    let at = place.at.clone();
    let restore = Box::new(move |scrolls| {
        if let Some((card, top)) = &place.card {
            card.set_scroll_top(*top);
        }
        if scrolls {
            window().scroll_to_with_x_and_y(0.0, place.scroll);
        }
        // A search opened meanwhile keeps it.
        let free = !super::events::focus_is_in(".panel:not([hidden])");
        if let Some(focus) = place.focus.filter(|f| free && f.is_connected()) {
            focus_quietly(&focus);
            if scrolls && grows() {
                super::scroll::bring_nearest(&focus);
            }
        }
    });
    Some(Left { at, restore })
}

/// Gives the focus without scrolling.
pub(super) fn focus_quietly(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}
