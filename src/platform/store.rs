//! What the visitor prefers: attributes of the page's root element, kept in storage where there is one.

use super::browser::{all, by_id, document, window};
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

/// Takes what the panel shows, and keeps it if the browser lets us.
pub fn keep_settings() {
    let Some(html) = document().document_element() else { return };
    let mut kept = Vec::new();
    for input in inputs().filter(HtmlInputElement::checked) {
        let (name, value) = (input.name(), input.value());
        let attribute = ["data-", &name].concat();
        if value.is_empty() {
            let _ = html.remove_attribute(&attribute);
        } else {
            let _ = html.set_attribute(&attribute, &value);
            kept.push(format!("{name}={value}"));
        }
    }
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item(KEY, &kept.join(" "));
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
