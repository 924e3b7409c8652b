//! What the visitor does with links, keys and the pointer: one listener for each kind of act, on the whole
//! page.

use super::act::{Key, Link, Pointed, Pressed};
use super::browser::{by_id, document, one, window};
use super::scroll::extent;
use gloo::events::{EventListener, EventListenerOptions};
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent, MouseEvent, PointerEvent,
};

/// Links that have a preview.
const PREVIEWED: &str = ".m, .o, .state, .place.country";

thread_local! {
    static TRIGGER: RefCell<Option<Element>> = const { RefCell::new(None) };
    static HELD: RefCell<Option<Element>> = const { RefCell::new(None) };
    static PRESSED: RefCell<Option<Element>> = const { RefCell::new(None) };
    static TOUCHED: Cell<bool> = const { Cell::new(false) };
    /// Where the pointer was when it last pressed, in px.
    static PRESSED_AT: Cell<Option<(i32, i32)>> = const { Cell::new(None) };
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// The nearest element round this one, or itself, that fits.
pub(super) fn around(element: &Element, selector: &str) -> Option<Element> {
    element.closest(selector).ok().flatten()
}

fn place(event: &Event) -> Option<(i32, i32)> {
    event.dyn_ref::<PointerEvent>().map(|e| (e.client_x(), e.client_y()))
}

fn by_finger(event: &Event) -> bool {
    event.dyn_ref::<PointerEvent>().is_some_and(|e| e.pointer_type() == "touch")
}

/// Offers a link within the page that is followed in the plain way; what is taken, the browser leaves.
pub fn on_link(takes: impl Fn(Link) -> bool + 'static) {
    // Some browsers' click does not say what made it; the press before it does.
    let press = |event: &Event| {
        TOUCHED.set(by_finger(event));
        PRESSED_AT.set(place(event));
    };
    EventListener::new(&document(), "pointerdown", press).forget();
    EventListener::new(&window(), "keydown", |_| TOUCHED.set(false)).forget();
    let options = EventListenerOptions::enable_prevent_default();
    let act = move |event: &Event| {
        let Some(click) = event.dyn_ref::<MouseEvent>() else { return };
        let plain = click.button() == 0
            && !(click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key());
        let link = target(event).and_then(|t| around(&t, "a[href^='#']"));
        let Some(link) = link.filter(|_| plain && !event.default_prevented()) else { return };
        let in_text = around(&link, ".passage, .question, .subtitle").is_some()
            && link.matches(".m, .o").unwrap_or_default();
        let touched = TOUCHED.get();
        let fragment = link.get_attribute("href").unwrap_or_default();
        let place = link.parent_element().and_then(|p| around(&p, "[id]")).map(|e| e.id());
        let number = link.get_attribute("data-number").and_then(|n| n.parse().ok());
        let cites = link.matches(".permalink").unwrap_or_default();
        let of_map = link.matches(".controls a").unwrap_or_default();
        TRIGGER.set(Some(link));
        if takes(Link { fragment, in_text, touched, place, number, of_map, cites }) {
            event.prevent_default();
        }
    };
    EventListener::new_with_options(&document(), "click", options, act).forget();
}

/// Calls back with the act whose button was pressed, and what the button stands in.
pub fn on_act(act: impl Fn(Pressed) + 'static) {
    on_press("data-act", move |button, word| {
        let by = around(button, ".by");
        let quote = by.and_then(|by| by.previous_element_sibling());
        let quote = quote.filter(|q| q.tag_name() == "BLOCKQUOTE").and_then(|q| q.text_content());
        act(Pressed { act: word, place: place_of(button), quote });
    });
}

/// The id of what an element stands in; in a list of terms, that of the term before the words.
fn place_of(element: &Element) -> Option<String> {
    let term = around(element, "dd").and_then(|dd| dd.previous_element_sibling());
    let place = term.or_else(|| around(element, "[id], [data-id]"))?;
    place.get_attribute("data-id").or_else(|| place.get_attribute("id"))
}

/// Calls back with the words of a proposed search that was pressed.
pub fn on_again(act: impl Fn(String) + 'static) {
    on_press("data-again", move |_, words| act(words));
}

fn on_press(attribute: &'static str, act: impl Fn(&Element, String) + 'static) {
    let selector = ["[", attribute, "]"].concat();
    let act = move |event: &Event| {
        let button = target(event).and_then(|t| around(&t, &selector));
        if let Some(button) = button {
            act(&button, button.get_attribute(attribute).unwrap_or_default());
        }
    };
    EventListener::new(&document(), "click", act).forget();
}

/// Marks the buttons of what is kept as pressed.
pub fn mark_kept(ids: &[&str]) {
    for button in super::browser::all("[data-act=keep]") {
        let kept = place_of(&button).is_some_and(|id| ids.contains(&id.as_str()));
        let _ = button.set_attribute("aria-pressed", if kept { "true" } else { "false" });
    }
}

/// Takes what has the focus as that to which it returns; for a preview, the link on which it hangs.
pub fn hold_focus() {
    let focus = document().active_element();
    let preview = focus.as_ref().is_some_and(|f| around(f, "#preview").is_some());
    PRESSED.set(if preview { HELD.with_borrow(Clone::clone) } else { focus });
}

/// Gives the focus back there. Whether that is still to be seen.
pub fn return_focus() -> bool {
    let there = |e: &Element| e.is_connected() && e.get_client_rects().length() > 0;
    let held = PRESSED.take().filter(|e| there(e) && e.tag_name() != "BODY");
    held.inspect(|e| super::history::focus_quietly(e.unchecked_ref::<HtmlElement>())).is_some()
}

/// Calls back with a field's id, or its name where it has none, and what is written in it, as it is written.
pub fn on_typed(act: impl Fn(&str, String) + 'static) {
    let act = move |event: &Event| {
        let Some(field) = target(event) else { return };
        if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
            let id = input.id();
            act(if id.is_empty() { input.name() } else { id }.as_str(), input.value());
        } else if field.id().starts_with("embed") {
            act(&field.id(), String::new());
        }
    };
    EventListener::new(&document(), "input", act).forget();
}

/// Calls back with the field and the word chosen in it.
pub fn on_chosen(act: impl Fn(String, String) + 'static) {
    let act = move |event: &Event| {
        let field = target(event).and_then(|t| t.dyn_into::<web_sys::HtmlSelectElement>().ok());
        if let Some((field, only)) = field.and_then(|f| f.get_attribute("name").map(|o| (f, o))) {
            act(only, field.value());
        }
    };
    EventListener::new(&document(), "change", act).forget();
}

/// Offers a key; what is taken, the browser leaves.
pub fn on_key(takes: impl Fn(Key) -> bool + 'static) {
    let options = EventListenerOptions::enable_prevent_default();
    let act = move |event: &Event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        if key.alt_key() || key.is_composing() || event.default_prevented() {
            return;
        }
        let typing = target(event).is_some_and(|t| {
            t.matches("input:not([type=radio]), textarea, select").unwrap_or_default()
        });
        let ctrl = key.ctrl_key() || key.meta_key();
        if takes(Key { name: key.key(), ctrl, shift: key.shift_key(), typing }) {
            event.prevent_default();
        }
    };
    EventListener::new_with_options(&window(), "keydown", options, act).forget();
}

/// Tells where pointer and keyboard have gone. A finger does not hover.
pub fn on_pointed(act: impl Fn(Pointed) + Clone + 'static) {
    let told = act.clone();
    let over = move |event: &Event| {
        if let Some(target) = target(event).filter(|_| !by_finger(event)) {
            // What the page moves under a pointer at rest has not been pointed at.
            let rests = PRESSED_AT.get() == place(event);
            told(if rests { Pointed::Away } else { pointed(&target) });
        }
    };
    EventListener::new(&document(), "pointerover", over).forget();
    let told = act.clone();
    let click = move |event: &Event| {
        let Some(target) = target(event) else { return };
        match around(&target, "[data-who]") {
            Some(entry) => told(pointed(&entry)),
            None if around(&target, "#preview, .m, .o").is_none() => told(Pointed::Pressed),
            None => {}
        }
    };
    EventListener::new(&document(), "click", click).forget();
    let focus = move |event: &Event| {
        if let Some(target) = target(event) {
            let seen = target.matches(":focus-visible").unwrap_or_default();
            if seen && around(&target, ".bar").is_none() {
                act(Pointed::Beyond);
            }
            act(if seen { pointed(&target) } else { Pointed::Away });
        }
    };
    EventListener::new(&document(), "focusin", focus).forget();
}

fn pointed(target: &Element) -> Pointed {
    if let Some(link) = around(target, PREVIEWED) {
        let fragment = link.get_attribute("href").unwrap_or_default();
        TRIGGER.set(Some(link));
        return Pointed::At(fragment);
    }
    if around(target, "#preview").is_some() {
        return Pointed::Preview;
    }
    match around(target, "[data-who]").and_then(|e| e.get_attribute("data-who")) {
        Some(who) => Pointed::Meant(who),
        None => Pointed::Away,
    }
}

/// Takes the link last pointed at as the one that the preview belongs to.
pub fn hold_trigger() {
    release_trigger(false);
    let held = TRIGGER.with_borrow(Clone::clone);
    if let Some(link) = &held {
        let _ = link.set_attribute("aria-describedby", "preview");
    }
    HELD.set(held);
}

/// Lets it go, with or without giving it the focus.
pub fn release_trigger(focus: bool) {
    let Some(link) = HELD.take() else { return };
    let _ = link.remove_attribute("aria-describedby");
    if focus {
        super::history::focus_quietly(link.unchecked_ref::<HtmlElement>());
    }
}

/// Sets the preview beside its link, within the window.
pub fn place_preview() {
    let (Some(preview), Some(root)) = (by_id("preview"), one("#edition")) else { return };
    let Some(link) = HELD.with_borrow(Clone::clone) else { return };
    let anchor =
        around(&link, ".state").map_or_else(|| first_line(&link), |state| label_of(&state));
    let (own, page) = (extent(&preview), extent(&root));
    let size = |name: &str| one(name).map_or((0, 0), |e| (e.client_width(), e.client_height()));
    let (width, height) = size("html");
    let (own_width, own_height) = (own.right - own.left, own.bottom - own.top);
    // A sheet as wide as the page rises at its foot, or hangs under the bars where the name stands low.
    let sheet = own_width >= f64::from(width) - 1.0;
    let low = sheet && anchor.bottom > f64::from(height) - own_height;
    super::browser::mark("preview", "data-above", low.then_some(""));
    let left = anchor.left.min(f64::from(width) - own_width - 8.0).max(8.0);
    let below = anchor.bottom + 6.0;
    let above = anchor.top - own_height - 6.0;
    let fits_below = below + own_height <= f64::from(height);
    let top = if fits_below || above < 0.0 { below } else { above };
    let top = top.min(f64::from(height) - own_height - 8.0).max(8.0);
    super::browser::set_at(&preview, left - page.left, top - page.top);
}

/// The first line of a link that may run over several.
fn first_line(link: &Element) -> model::crowd::Extent {
    let whole = extent(link);
    match link.get_client_rects().item(0) {
        Some(r) if !link.matches(".place").unwrap_or_default() => model::crowd::Extent {
            left: r.left(),
            top: r.top(),
            right: r.right(),
            bottom: r.bottom(),
        },
        _ => link.query_selector("span").ok().flatten().map_or(whole, |span| extent(&span)),
    }
}

/// The label of a state of the map.
fn label_of(state: &Element) -> model::crowd::Extent {
    let href = state.get_attribute("href").unwrap_or_default();
    let label = one(&[".place.country[href='", &href, "'] > span"].concat());
    label.map_or_else(|| extent(state), |l| extent(&l))
}

/// Whether the focus is on something of this kind, or within it.
pub fn focus_is_in(selector: &str) -> bool {
    document().active_element().is_some_and(|e| around(&e, selector).is_some())
}
