//! What the visitor prefers: attributes of the page's root element, kept in storage where there is one.

use super::browser::{all, by_id, document, set, window};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// The name under which preferences are kept; `boot.js` reads them before the app is there.
const KEY: &str = "eucam-watch";

/// A preference as it now stands.
pub fn preference(name: &str) -> Option<String> {
    document().document_element()?.get_attribute(&["data-", name].concat())
}

fn inputs() -> impl Iterator<Item = HtmlInputElement> {
    all("#panel-settings input").into_iter().filter_map(|e| e.dyn_into().ok())
}

/// Shows in the panel what is preferred.
pub fn show_settings() {
    for input in inputs() {
        let now = preference(&input.name()).unwrap_or_default();
        input.set_checked(input.value() == now);
    }
}

/// Takes one choice, and keeps it beside the others if the browser lets us. What the visitor has not chosen, as a host's
/// colours, is not kept.
pub fn keep_setting(name: &str, value: &str) {
    let Some(html) = document().document_element() else { return };
    set(&html, &["data-", name].concat(), Some(value).filter(|v| !v.is_empty()));
    if let Ok(Some(storage)) = window().local_storage() {
        let before = storage.get_item(KEY).ok().flatten().unwrap_or_default();
        let own = [name, "="].concat();
        let mut kept: Vec<&str> = before.split(' ').filter(|k| !k.starts_with(&own)).collect();
        let choice = [&own, value].concat();
        if !value.is_empty() {
            kept.push(&choice);
        }
        let _ = storage.set_item(KEY, kept.join(" ").trim());
    }
}

/// What is chosen or written in a field.
pub fn value(id: &str) -> String {
    let field = by_id(id).map(wasm_bindgen::JsValue::from).unwrap_or_default();
    let value = js_sys::Reflect::get(&field, &"value".into());
    value.ok().and_then(|v| v.as_string()).unwrap_or_default()
}

fn boxes(name: &str) -> impl Iterator<Item = HtmlInputElement> + use<> {
    all(&["input[name=", name, "]"].concat()).into_iter().filter_map(|e| e.dyn_into().ok())
}

/// Ticks the box of this name with this value, and no other.
pub fn tick(name: &str, value: &str) {
    boxes(name).for_each(|b| b.set_checked(b.value() == value));
}

/// The values of the boxes of this name that are ticked.
pub fn ticked(name: &str) -> Vec<String> {
    boxes(name).filter(HtmlInputElement::checked).map(|b| b.value()).collect()
}
