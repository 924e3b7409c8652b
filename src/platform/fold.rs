//! What is put under a sentence once it is shown: the buttons of what can be done with it.

use super::browser::{all, collect, document, one};
use super::sketch::copy;
use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

/// Sentences that are not folded, and those that were unfolded before the app was there.
const SHOWN: &str = ".missing, details[open]";

/// Puts the buttons under the sentences of each fold that is opened, and then calls back.
pub fn on_unfolded(act: impl Fn() + 'static) {
    all(SHOWN).iter().for_each(equip);
    let unfold = move |event: &Event| {
        event.target().iter().for_each(|fold| equip(fold.unchecked_ref()));
        act();
    };
    // What a fold tells does not bubble.
    let options = EventListenerOptions::run_in_capture_phase();
    EventListener::new_with_options(&document(), "toggle", options, unfold).forget();
}

/// Puts the buttons under each sentence here that has none. A further sentence is kept with the first.
pub(super) fn equip(shown: &Element) {
    let Some(acts) = one("#acts .acts") else { return };
    let lines = collect(shown.query_selector_all(":scope > .by:not(:has(.acts))").ok());
    for (i, line) in lines.iter().enumerate() {
        if let Some(acts) = copy(&acts, line).filter(|_| i > 0) {
            acts.last_element_child().iter().for_each(Element::remove);
        }
    }
}
