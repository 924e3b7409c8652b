//! Words that the reader selects, copies or prints.

use super::act::Kept;
use super::browser::{after_drawing, after_ms, by_id, document, mark, one, say, set_at, window};
use super::sketch::add;
use gloo::events::{EventListener, EventListenerOptions};
use std::cell::Cell;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Element, Event, HtmlTextAreaElement, Range};

/// So long a selection must stand before it is offered to be cited, in ms.
const REST: i32 = 250;

/// So long a short message stands, in ms.
const TELL: i32 = 4_000;

/// Steps on a page of the handout.
const A_PAGE: usize = 4;

thread_local! {
    static TURN: Cell<u32> = const { Cell::new(0) };
}

/// Calls back with the passage in which words of the text are selected, and the words; or with none.
pub fn on_selected(act: impl Fn(Option<String>, String) + Clone + 'static) {
    let listen = move |_: &Event| {
        let mine = TURN.get() + 1;
        TURN.set(mine);
        let act = act.clone();
        after_ms(REST, move || {
            if TURN.get() == mine {
                match selected() {
                    Some((id, words, range)) => {
                        act(Some(id), words);
                        after_drawing(move || place(&range));
                    }
                    None => act(None, String::new()),
                }
            }
        });
    };
    EventListener::new(&document(), "selectionchange", listen).forget();
    // A press on the offer must not undo the selection it is about.
    if let Some(pick) = by_id("pick") {
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&pick, "mousedown", options, Event::prevent_default)
            .forget();
    }
}

fn selected() -> Option<(String, String, Range)> {
    let selection = window().get_selection().ok().flatten().filter(|s| !s.is_collapsed())?;
    let range = selection.get_range_at(0).ok()?;
    let start = range.start_container().ok()?;
    let start = start.dyn_ref::<Element>().cloned().or_else(|| start.parent_element())?;
    let passage = start.closest(".reader > article > [id], .masthead > [id]").ok().flatten()?;
    // Words of another passage are another's.
    let range = range.clone_range();
    let end = range.end_container().ok()?;
    if !passage.contains(Some(&end)) {
        range.set_end(&passage, passage.child_nodes().length()).ok()?;
    }
    let words = String::from(range.to_string()).replace("[sic]", "").replace('¶', "");
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    (words.len() > 2).then(|| (passage.id(), words, range))
}

/// Sets the offer under the selection, within the page.
fn place(range: &Range) {
    let (Some(pick), Some(page)) = (by_id("pick"), one("#edition")) else { return };
    let (rect, page) = (range.get_bounding_client_rect(), page.get_bounding_client_rect());
    let most = page.width() - f64::from(pick.client_width()) - 8.0;
    let left = (rect.left() - page.left()).min(most).max(8.0);
    set_at(&pick, left, rect.bottom() - page.top() + 8.0);
}

/// The edition's address without a fragment: the one by which it wants to be known, also in a frame.
pub fn page() -> String {
    let canonical = one("link[rel=canonical]").map(JsValue::from).unwrap_or_default();
    let href = js_sys::Reflect::get(&canonical, &"href".into()).ok().and_then(|h| h.as_string());
    let href = href.or_else(|| window().location().href().ok()).unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
}

/// Writes into an area of text, if it says something else.
pub fn write_area(id: &str, words: &str) {
    let area = by_id(id).and_then(|e| e.dyn_into::<HtmlTextAreaElement>().ok());
    if let Some(area) = area.filter(|a| a.value() != words) {
        area.set_value(words);
    }
}

/// Copies what an area of text holds and says so in another element; where a frame may not, the words
/// are selected, so that the keys of the system copy them.
pub fn copy(id: &'static str, said: &'static str) {
    let Some(area) = by_id(id).and_then(|e| e.dyn_into::<HtmlTextAreaElement>().ok()) else {
        return;
    };
    let by_hand = move || {
        let Some(area) = by_id(id).and_then(|e| e.dyn_into::<HtmlTextAreaElement>().ok()) else {
            return;
        };
        let _ = area.focus();
        area.select();
        let document: JsValue = document().into();
        let done = js_sys::Reflect::get(&document, &"execCommand".into())
            .ok()
            .and_then(|f| f.dyn_into::<js_sys::Function>().ok())
            .and_then(|f| f.call1(&document, &"copy".into()).ok())
            .is_some_and(|done| done.is_truthy());
        tell(said, if done { "Copied." } else { "Selected: copy it with Ctrl C." });
    };
    let navigator: JsValue = window().navigator().into();
    let clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into()).unwrap_or_default();
    let write = js_sys::Reflect::get(&clipboard, &"writeText".into());
    let write = write.ok().and_then(|f| f.dyn_into::<js_sys::Function>().ok());
    let asked = write.and_then(|f| f.call1(&clipboard, &area.value().into()).ok());
    match asked.and_then(|p| p.dyn_into::<js_sys::Promise>().ok()) {
        Some(promise) => {
            let well = Closure::once(move |_: JsValue| tell(said, "Copied."));
            let ill = Closure::once(move |_: JsValue| by_hand());
            let _ = promise.then2(&well, &ill);
            well.forget();
            ill.forget();
        }
        None => by_hand(),
    }
}

/// Prints the steps that are there, four a page.
pub fn print_handout(title: &str, frame: &str, steps: &[Kept]) {
    let Some(handout) = by_id("handout") else { return };
    handout.set_text_content(None);
    let there: Vec<&Kept> = steps.iter().filter(|s| s.there).collect();
    for four in there.chunks(A_PAGE) {
        let Some(sheet) = add(&handout, "section", "", "") else { continue };
        add(&sheet, "h2", "", title);
        for step in four {
            let Some(item) = add(&sheet, "article", "", "") else { continue };
            add(&item, "h3", "", &step.title);
            if !step.quote.is_empty() {
                add(&item, "blockquote", "", &step.quote);
            }
            let by = if step.by.is_empty() { String::new() } else { format!("{}. ", step.by) };
            add(&item, "p", "", &format!("{by}{frame}."));
            add(&item, "p", "where", &format!("{}#{}", page(), step.id));
            if !step.note.is_empty() {
                add(&item, "p", "", step.note);
            }
        }
    }
    mark("edition", "data-handout", Some(""));
    // Some browsers print later.
    let after = |_: &Event| mark("edition", "data-handout", None);
    EventListener::once(&window(), "afterprint", after).forget();
    let _ = window().print();
}

/// Says something for a moment.
pub fn tell(id: &'static str, words: &str) {
    say(id, words);
    let words = words.to_owned();
    after_ms(TELL, move || {
        if by_id(id).and_then(|e| e.text_content()).as_deref() == Some(&words) {
            say(id, "");
        }
    });
}

/// Prints the page.
pub fn print() {
    let _ = window().print();
}
