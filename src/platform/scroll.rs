//! Bringing something into view, and only when it is not.

use super::browser::{all, by_id, grows, is_shown, one, window};
use super::reading::lead;
use model::crowd::Extent;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// What lies over the text while it scrolls: at its top, and at its foot.
const ABOVE: &str = ".five, .bar, .panel";
const BELOW: &str = ".card, .pair, .steps, .back";

/// So much of a tall element must be seen for it to count as in view, in px.
const ENOUGH: f64 = 120.0;

/// Air above what was jumped to, in px.
pub(super) const AIR: f64 = 20.0;

thread_local! {
    static AT: RefCell<Option<Element>> = const { RefCell::new(None) };
}

pub(super) fn extent(element: &Element) -> Extent {
    let rect = element.get_bounding_client_rect();
    Extent { left: rect.left(), top: rect.top(), right: rect.right(), bottom: rect.bottom() }
}

/// Where a jump leads among the parts that are skipped until they come near, all of them are laid out from then on:
/// what is skipped has no height to go by.
pub(super) fn unroll(element: &Element) {
    let within = |parts| element.closest(parts).ok().flatten().is_some();
    let Some(html) = one("html") else { return };
    if within(".reader") {
        let _ = html.remove_attribute("data-unlaid");
    }
    if within(".apparatus") {
        let _ = html.set_attribute("data-unrolled", "");
    }
}

/// Whether the page is not at its top.
pub fn is_scrolled() -> bool {
    window().scroll_y().is_ok_and(|y| y > 0.0)
}

/// Brings an element into view. Whether anything had to scroll.
pub fn bring_into_view(id: &str) -> bool {
    let Some(element) = by_id(id) else { return false };
    unroll(&element);
    bring(&element, extent(&element))
}

/// Whether a jump to this element would scroll.
pub fn is_out_of_view(id: &str) -> bool {
    by_id(id).is_some_and(|element| {
        if grows() {
            return true;
        }
        unroll(&element);
        let target = extent(&element);
        element.closest(".card, .pair").ok().flatten().is_none() && !is_seen(target, clear(target))
    })
}

/// Whether enough of a box lies between a top and a bottom.
fn is_seen(target: Extent, (top, bottom): (f64, f64)) -> bool {
    target.top >= top && target.bottom.min(target.top + ENOUGH) <= bottom
}

/// Brings a box, which belongs to this element, into view.
pub(super) fn bring(element: &Element, target: Extent) -> bool {
    if grows() {
        bring_nearest(element);
        return true;
    }
    if let Some(card) = element.closest(".card, .pair").ok().flatten().filter(|c| c != element) {
        // In a frame a card may be as high as what it holds; then the page scrolls.
        if card.scroll_height() <= card.client_height() {
            bring_nearest(element);
        }
        return bring_in_card(&card, target);
    }
    if element.class_list().contains("card") {
        return false;
    }
    lead(element, target.top - extent(element).top);
    let scrolled = scroll_to(target);
    // What sticks to the window's top may have come there only now, and lie over it.
    if let Some(by) = scrolled {
        scroll_to(Extent { top: target.top - by, bottom: target.bottom - by, ..target });
    }
    scrolled.is_some()
}

/// By how much the page had to scroll for this box to be seen, in px.
fn scroll_to(target: Extent) -> Option<f64> {
    let (top, bottom) = clear(target);
    let y = || window().scroll_y().unwrap_or_default();
    let before = y();
    (!is_seen(target, (top, bottom))).then(|| {
        window().scroll_by_with_x_and_y(0.0, target.top - top - AIR);
        y() - before
    })
}

/// Where the frame is as tall as the page, only the browser knows what of it is in view: it scrolls the host,
/// and only if it must.
pub(super) fn bring_nearest(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

fn bring_in_card(card: &Element, target: Extent) -> bool {
    let own = extent(card);
    let head = card.query_selector("header").ok().flatten();
    let top = own.top + head.map_or(0.0, |h| f64::from(h.client_height())) + 8.0;
    let seen = is_seen(target, (top, own.bottom));
    if !seen {
        card.set_scroll_top(card.scroll_top() + (target.top - top) as i32);
    }
    !seen
}

/// Top and bottom of what the reader sees of the text's column.
pub(super) fn clear(target: Extent) -> (f64, f64) {
    let beside = |e: &Extent| e.right <= target.left || e.left >= target.right;
    let over = |selector| {
        let boxes = all(selector).into_iter().filter(is_shown).map(|e| extent(&e));
        boxes.filter(move |e| e.bottom > e.top && !beside(e))
    };
    let top = over(ABOVE).filter(|e| e.top <= 120.0).map(|e| e.bottom).fold(0.0, f64::max);
    let bottom = over(BELOW).map(|e| e.top).filter(|t| *t > top).fold(height(), f64::min);
    (top, bottom)
}

/// Whether the bar, and what unfolds under it, takes all of the page's width.
fn is_narrow() -> bool {
    let width = |of| one(of).map_or(0, |e| e.client_width());
    width(".bar") >= width("html")
}

/// How much of the page is seen at once, in px.
pub(super) fn height() -> f64 {
    one("html").map_or(0.0, |e| e.client_height().into())
}

/// Scrolls the map to the top where the card, which on a narrow page rises over the foot of the window,
/// would lie on it. A map out of sight stays there: the reader is in the text.
pub fn keep_map_above_card() {
    let Some(map) = by_id("map") else { return };
    let top = extent(&map).top;
    // In an embed of the map alone there is no bar, and no sheet lies over the map.
    if is_narrow() && (0.0..height()).contains(&top) {
        window().scroll_by_with_x_and_y(0.0, top);
    }
}

/// Scrolls the page until the bar is at the window's top, if its panel has too little room under it.
pub fn raise_panel(id: &str) {
    let (Some(panel), Some(bar), Some(five)) = (by_id(id), one(".bar"), one(".five")) else {
        return;
    };
    let (own, bar, five) = (extent(&panel), extent(&bar), extent(&five));
    let height = height();
    let room = height - own.top;
    if id == "panel-search" || own.bottom > height || room < height * 0.6 {
        let top = if is_narrow() { five.bottom - five.top } else { 0.0 };
        window().scroll_by_with_x_and_y(0.0, (bar.top - top).max(0.0));
    }
}

/// Shows the mention with this number among the links to a state and to the five together, and marks it.
pub fn show_mention(slug: &str, number: usize) {
    unmark_mention();
    if let Some(link) = mentions(slug).get(number) {
        let _ = link.set_attribute("data-at", "");
        AT.set(Some(link.clone()));
        unroll(link);
        bring(link, extent(link));
    }
}

/// Marks all mentions of a state, and of the five with it; without one, none is marked.
pub fn mark_mentions(slug: Option<&str>) {
    let Some(edition) = one(".edition") else { return };
    let _ = match slug {
        Some(slug) => edition.set_attribute("data-marked", slug),
        None => edition.remove_attribute("data-marked"),
    };
}

/// No mention is the one shown.
pub fn unmark_mention() {
    if let Some(before) = AT.take() {
        let _ = before.remove_attribute("data-at");
    }
}

fn mentions(slug: &str) -> Vec<Element> {
    all(&[".edition :is(a.m[href='#", slug, "'], a.m.all)"].concat())
}

/// Where the mentions stand, as shares of the text's height from its top.
pub fn heights_of_mentions(slug: &str) -> Vec<f64> {
    heights(&mentions(slug))
}

/// Where passages stand, likewise.
pub fn heights_of_passages(ids: &[&str]) -> Vec<f64> {
    let found: Vec<Element> = ids.iter().filter_map(|id| by_id(id)?.dyn_into().ok()).collect();
    heights(&found)
}

fn heights(elements: &[Element]) -> Vec<f64> {
    let Some(reader) = one(".reader") else { return Vec::new() };
    let own = extent(&reader);
    let share = |e: &Element| ((extent(e).top - own.top) / (own.bottom - own.top)).clamp(0.0, 1.0);
    elements.iter().map(share).collect()
}

/// Goes on from a link to the next in a row, round its ends; from elsewhere nothing.
pub fn focus_beside(selector: &str, step: i32) {
    let row = all(selector);
    let Some(at) = row.iter().position(|e| e.matches(":focus").unwrap_or_default()) else { return };
    let next = (at as i32 + step).rem_euclid(row.len() as i32) as usize;
    let _ = row[next].unchecked_ref::<HtmlElement>().focus();
}
