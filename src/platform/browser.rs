//! The browser's acts. Each tolerates a browser that refuses.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{HtmlElement, KeyboardEvent, MouseEvent, ScrollBehavior, ScrollIntoViewOptions};

/// What an entry of the history carries once its fragment is settled.
const SETTLED: f64 = 1.0;

fn window() -> web_sys::Window {
    web_sys::window().expect("a page has a window")
}

pub(super) fn document() -> web_sys::Document {
    window().document().expect("a window has a document")
}

/// The element that holds the written page.
pub fn root() -> Option<HtmlElement> {
    document().get_element_by_id("edition")?.dyn_into().ok()
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
        if let Some(alert) = document().get_element_by_id("trouble") {
            let _ = alert.remove_attribute("hidden");
        }
    }));
}

/// The URL's fragment without its `#`.
pub fn fragment() -> String {
    let hash = window().location().hash().unwrap_or_default();
    hash.strip_prefix('#').unwrap_or_default().to_owned()
}

/// Whether this entry of the history has been written by [`settle`].
pub fn is_settled() -> bool {
    window().history().and_then(|h| h.state()).is_ok_and(|s| s.as_f64() == Some(SETTLED))
}

/// Settles this entry of the history, with this fragment in place of the present one if there is one.
/// Browsers refuse when asked too often; the page then still stands where it should.
pub fn settle(fragment: Option<&str>) {
    let Ok(history) = window().history() else { return };
    let url = fragment.map(|f| format!("#{f}"));
    let _ = history.replace_state_with_url(&JsValue::from_f64(SETTLED), "", url.as_deref());
}

/// Goes to a fragment, as a link would.
pub fn go(fragment: &str) {
    let _ = window().location().set_hash(fragment);
}

/// Calls back when the fragment changes.
pub fn on_fragment_change(act: impl Fn() + 'static) {
    EventListener::new(&window(), "hashchange", move |_| act()).forget();
}

/// Calls back when Escape is pressed.
pub fn on_escape(act: impl Fn() + 'static) {
    EventListener::new(&window(), "keydown", move |event| {
        let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
        if key.as_deref() == Some("Escape") {
            act();
        }
    })
    .forget();
}

/// Asks, when a link within the page is followed in the plain way, whether the page stays as it is; the
/// browser then need not go anywhere.
pub fn on_link(stays: impl Fn(&str) -> bool + 'static) {
    let options = EventListenerOptions::enable_prevent_default();
    let act = move |event: &web_sys::Event| {
        let Some(click) = event.dyn_ref::<MouseEvent>() else { return };
        let plain = click.button() == 0
            && !(click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key());
        let target = event.target().and_then(|t| t.dyn_into::<web_sys::Element>().ok());
        let link = target.and_then(|t| t.closest("a[href^='#']").ok().flatten());
        let href = link.and_then(|l| l.get_attribute("href"));
        if plain && href.is_some_and(|href| stays(&href)) {
            event.prevent_default();
        }
    };
    EventListener::new_with_options(&document(), "click", options, act).forget();
}

/// Marks the element that the address names, and no other; a statement is opened on its sentence.
pub fn mark_place(id: Option<&str>) {
    if let Ok(Some(before)) = document().query_selector("[data-here]") {
        let _ = before.remove_attribute("data-here");
    }
    if let Some(element) = id.and_then(|id| document().get_element_by_id(id)) {
        let _ = element.set_attribute("data-here", "");
        if let Ok(Some(details)) = element.query_selector(":scope > details") {
            let _ = details.set_attribute("open", "");
        }
    }
}

/// Scrolls to an element and gives it the focus.
pub fn bring_into_view(id: &str) {
    let Some(element) = document().get_element_by_id(id) else { return };
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(ScrollBehavior::Instant);
    element.scroll_into_view_with_scroll_into_view_options(&options);
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.set_attribute("tabindex", "-1");
        let _ = element.focus();
    }
}

/// Gives the focus to a state's link.
pub fn focus_link_to(slug: &str) {
    let link = document().query_selector(&format!(".five [href='#{slug}']"));
    if let Some(link) = link.ok().flatten().and_then(|l| l.dyn_into::<HtmlElement>().ok()) {
        let _ = link.focus();
    }
}

/// Acts once the page has been drawn as it now stands.
pub fn after_drawing(act: impl FnOnce() + 'static) {
    let act = Closure::once_into_js(act);
    let _ = window().request_animation_frame(act.unchecked_ref());
}

/// Scrolls the map to the top where the card, which on a narrow page rises over the foot of the window,
/// would lie on it. A map out of sight stays there: the reader is in the text.
pub fn keep_map_above_card() {
    let Some(map) = document().get_element_by_id("map") else { return };
    let (map, page) = (map.get_bounding_client_rect(), document().document_element());
    let (width, height) = page.map_or((0, 0), |e| (e.client_width(), e.client_height()));
    let narrow = map.width() >= f64::from(width);
    if narrow && (0.0..f64::from(height)).contains(&map.top()) {
        window().scroll_by_with_x_and_y(0.0, map.top());
    }
}
