//! The window, the document, and the acts that need little more. Each tolerates a browser that refuses.

use super::history::focus_quietly;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, HtmlElement, HtmlInputElement, Node};

pub(super) fn window() -> web_sys::Window {
    web_sys::window().expect("a page has a window")
}

pub(super) fn document() -> web_sys::Document {
    window().document().expect("a window has a document")
}

// Elements of SVG are taken for HTML's too: what is asked of them here (focus, style, size), they have.

pub(super) fn by_id(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id).map(Element::unchecked_into)
}

pub(super) fn one(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok().flatten().map(Element::unchecked_into)
}

pub(super) fn all(selector: &str) -> Vec<Element> {
    collect(document().query_selector_all(selector).ok())
}

pub(super) fn collect(list: Option<web_sys::NodeList>) -> Vec<Element> {
    let list = list.into_iter().flat_map(|l| (0..l.length()).filter_map(move |i| l.item(i)));
    list.filter_map(|node| node.dyn_into().ok()).collect()
}

/// The cards, and the room for two of them. (To look for them through the whole page would cost each choice half a
/// millisecond.)
pub(super) fn cards() -> impl Iterator<Item = Element> {
    let first = one(".cards").and_then(|cards| cards.first_element_child());
    std::iter::successors(first, Element::next_element_sibling)
}

/// The element that holds the written page.
pub fn root() -> Option<HtmlElement> {
    by_id("edition")
}

/// Says that links, layers and keys now answer.
pub fn mark_ready() {
    if let Some(html) = document().document_element() {
        let _ = html.set_attribute("data-ready", "");
    }
}

/// Shows a plain message when the app stops; the text stays.
pub fn report_panics() {
    std::panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
        if let Some(alert) = by_id("trouble") {
            let _ = alert.remove_attribute("hidden");
        }
    }));
}

/// One shape for all acts that are done once: each shape of its own would weigh a few hundred bytes.
fn once(act: Box<dyn FnOnce()>) -> js_sys::Function {
    Closure::once_into_js(act).unchecked_into()
}

/// Acts once the page has been drawn as it now stands.
pub fn after_drawing(act: impl FnOnce() + 'static) {
    let _ = window().request_animation_frame(&once(Box::new(act)));
}

/// Acts after some milliseconds.
pub fn after_ms(ms: i32, act: impl FnOnce() + 'static) {
    let act = once(Box::new(act));
    let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&act, ms);
}

/// Acts one after the other, each in a task of its own: between them the browser can draw and answer.
pub fn in_turn(mut acts: impl Iterator<Item = Box<dyn FnOnce()>> + 'static) {
    after_ms(0, move || {
        if let Some(act) = acts.next() {
            act();
            in_turn(acts);
        }
    });
}

thread_local! {
    /// What the address names; in a frame the page has marked it before the app came (frame.js).
    static HERE: RefCell<Option<HtmlElement>> = RefCell::new(one("[data-here]"));
}

/// Marks the element that the address names, and no other; a statement is opened on its sentence.
pub fn mark_place(id: Option<&str>) {
    let place = id.and_then(by_id);
    let before = HERE.replace(place.clone());
    if before != place
        && let Some(element) = &place
    {
        super::reading::lead(element, 0.0);
    }
    if let Some(before) = before {
        let _ = before.remove_attribute("data-here");
    }
    if let Some(element) = place {
        let _ = element.set_attribute("data-here", "");
        if let Ok(Some(details)) = element.query_selector(":scope > details") {
            let _ = details.set_attribute("open", "");
        }
    }
}

/// Marks in the lists of contents what is being read.
pub fn mark_current(ids: &[&str]) {
    for link in all(".contents a") {
        let href = link.get_attribute("href").unwrap_or_default();
        let here = ids.contains(&href.trim_start_matches('#'));
        set(&link, "aria-current", here.then_some("true"));
    }
}

/// Gives an element the focus without scrolling.
pub fn focus(id: &str) {
    if let Some(element) = by_id(id) {
        if element.tab_index() < 0 {
            let _ = element.set_attribute("tabindex", "-1");
        }
        focus_quietly(&element);
    }
}

/// The id of the nearest thing around what has the focus.
pub fn focus_place() -> Option<String> {
    let focus = document().active_element()?;
    Some(focus.closest("[id]").ok().flatten()?.id()).filter(|id| id != "edition")
}

/// Gives a field the focus and selects what is written in it.
pub fn select(id: &str) {
    if let Some(field) = by_id(id).and_then(|e| e.dyn_into::<HtmlInputElement>().ok()) {
        focus_quietly(&field);
        field.select();
    }
}

/// Writes into a field.
pub fn write(id: &str, words: &str) {
    if let Some(field) = by_id(id).and_then(|e| e.dyn_into::<HtmlInputElement>().ok()) {
        field.set_value(words);
    }
}

/// Whether the page is in a frame.
pub fn is_framed() -> bool {
    let own = window();
    own.parent().ok().flatten().is_some_and(|parent| *parent != *own)
}

/// Whether the frame grows with the page, so that the page never scrolls in it.
pub fn grows() -> bool {
    super::store::preference("mode").as_deref() == Some("flow")
}

/// Whether an element has a place on the page and is not hidden there.
pub(super) fn is_shown(element: &Element) -> bool {
    let style = window().get_computed_style(element).ok().flatten();
    let hidden =
        style.is_none_or(|s| s.get_property_value("visibility").is_ok_and(|v| v == "hidden"));
    !hidden && element.get_client_rects().length() > 0
}

/// Whether the first element of a selector has a place on the page.
pub fn is_drawn(selector: &str) -> bool {
    one(selector).is_some_and(|e| is_shown(&e))
}

/// Shows an address in a frame, so many px high, the only thing in an element. Each visit would pay for a frame that is written in the
/// page; and one that went from address to address would add each to the tab's history.
pub fn show_frame(id: &str, place: &str, title: &str, source: &str, height: &str) {
    let Some(place) = by_id(place) else { return };
    let before = place.first_element_child();
    let same = before.clone().filter(|f| f.get_attribute("src").as_deref() == Some(source));
    let Some(frame) = same.or_else(|| document().create_element("iframe").ok()) else { return };
    frame.set_id(id);
    for (name, value) in [("title", title), ("height", height), ("src", source)] {
        set(&frame, name, Some(value));
    }
    if before.as_ref() != Some(&frame) {
        place.replace_children_with_node_1(&frame);
    }
}

/// Hides an element, or shows it.
pub fn hide(id: &str, hidden: bool) {
    mark(id, "hidden", hidden.then_some(""));
}

/// The words of the heading with this id, without what stands small beside it.
pub fn words_of(id: &str) -> String {
    let first = by_id(id).and_then(|e| e.first_child()).and_then(|n| n.text_content());
    first.unwrap_or_default().trim().to_owned()
}

/// The words of the first element of a selector.
pub fn words_in(selector: &str) -> String {
    one(selector).and_then(|e| e.text_content()).unwrap_or_default()
}

/// Sets the words of an element.
pub fn say(id: &str, words: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        reword(&element, words);
    }
}

/// Has an element say these words alone. Written into the text that is there: for nodes that come and go, Chromium works
/// out anew what `:has()` decides. What says them already is left alone: a live region speaks again when it is set again.
pub(super) fn reword(element: &Element, words: &str) {
    let text = element.first_child().filter(|n| n.node_type() == Node::TEXT_NODE);
    match text.filter(|t| t.next_sibling().is_none()) {
        Some(text) if text.node_value().as_deref() == Some(words) => {}
        Some(text) => text.set_node_value(Some(words)),
        None if element.text_content().as_deref() == Some(words) => {}
        None => element.set_text_content(Some(words)),
    }
}

/// Sets an element at a place of what it is laid out in, in whole px from its left and top.
pub fn set_at(element: &HtmlElement, left: f64, top: f64) {
    for (edge, at) in [("left", left), ("top", top)] {
        let _ = element.style().set_property(edge, &[&(at as i32).to_string(), "px"].concat());
    }
}

/// Sets an attribute, or takes it away, on the element with an id or, in brackets, with an attribute.
pub fn mark(place: &str, attribute: &str, value: Option<&str>) {
    let found = if place.starts_with('[') {
        document().query_selector(place).ok().flatten()
    } else {
        document().get_element_by_id(place)
    };
    if let Some(element) = found {
        set(&element, attribute, value);
    }
}

/// The same on an element; what is so already is left alone, as browsers would take it for a change.
pub(super) fn set(element: &Element, attribute: &str, value: Option<&str>) {
    if element.get_attribute(attribute).as_deref() == value {
        return;
    }
    let _ = match value {
        Some(value) => element.set_attribute(attribute, value),
        None => element.remove_attribute(attribute),
    };
}

/// Gives the focus to the first element of a selector, without scrolling. Whether there is one.
pub fn focus_first(selector: &str) -> bool {
    one(selector).inspect(focus_quietly).is_some()
}
