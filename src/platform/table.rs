//! The matrix as a table that is one stop of the keyboard, and lists that are narrowed.

use super::browser::{all, collect, document, one, reword};
use super::events::around;
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

const TABLE: &str = "#matrix table";
const STOPS: &str = "#matrix :is(a, button)";

/// Puts the matrix's rows in this order of states.
pub fn sort_rows(order: &[&str]) {
    let Some(body) = one("#matrix tbody") else { return };
    for state in order {
        let row = body.query_selector(&["[data-row=", state, "]"].concat()).ok().flatten();
        row.iter().for_each(|row| drop(body.append_child(row)));
    }
}

/// Makes the matrix one stop of the keyboard: within it, arrows go from cell to cell, and the column of
/// the cell is marked.
pub fn rove() {
    let Some(table) = one(TABLE) else { return };
    let _ = table.set_attribute("role", "grid");
    stop_at(one("#matrix tbody a").as_deref());
    let own = table.clone();
    let mark_column = move |event: &Event| {
        let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
        let cell = target.and_then(|t| around(&t, "td, th")).filter(|_| event.type_() == "focusin");
        let row = cell.as_ref().and_then(|cell| cell.parent_element());
        let column = row.and_then(|row| position(&row, cell.as_ref()?));
        let _ = match column.filter(|c| *c > 0) {
            Some(column) => own.set_attribute("data-column", &column.to_string()),
            None => own.remove_attribute("data-column"),
        };
    };
    EventListener::new(&table, "focusin", mark_column.clone()).forget();
    EventListener::new(&table, "focusout", mark_column).forget();
}

fn position(row: &Element, cell: &Element) -> Option<usize> {
    collect(row.query_selector_all("td, th").ok()).iter().position(|c| c == cell)
}

fn stop_at(stop: Option<&Element>) {
    for other in all(&[STOPS, ":not([tabindex='-1'])"].concat()) {
        let _ = other.set_attribute("tabindex", "-1");
    }
    if let Some(stop) = stop {
        let _ = stop.set_attribute("tabindex", "0");
    }
}

/// Goes so many columns to the right and rows down. What has two buttons is passed through by columns.
pub fn go_in_table((right, down): (i32, i32)) {
    let Some(focus) = document().active_element() else { return };
    let (Some(cell), Some(row)) = (around(&focus, "td, th"), around(&focus, "tr")) else { return };
    // On a phone the table is drawn with its rows as columns.
    let turned = around(&focus, "table").is_some_and(|t| is_grid(&t));
    let (right, down) = if turned { (down, right) } else { (right, down) };
    let rows = all(&[TABLE, " tr"].concat());
    let cells = |row: &Element| collect(row.query_selector_all("td, th").ok());
    let here = cells(&row);
    let x = here.iter().position(|c| *c == cell).unwrap_or_default() as i32;
    let y = rows.iter().position(|r| *r == row).unwrap_or_default() as i32;
    // A heading's two buttons stand beside each other.
    let own = collect(cell.query_selector_all("a, button").ok());
    let within = own.iter().position(|e| *e == focus).unwrap_or_default() as i32;
    let next = if down == 0 && (0..own.len() as i32).contains(&(within + right)) {
        own.into_iter().nth((within + right) as usize)
    } else {
        let row = rows.get((y + down).clamp(0, rows.len() as i32 - 1) as usize);
        let cells = row.map(cells).unwrap_or_default();
        let cell = cells.get((x + right).clamp(0, cells.len() as i32 - 1) as usize).cloned();
        let mut stops =
            cell.map(|c| collect(c.query_selector_all("a, button").ok())).unwrap_or_default();
        if right < 0 { stops.pop() } else { stops.into_iter().next() }
    };
    if let Some(next) = next {
        stop_at(Some(&next));
        let _ = next.unchecked_ref::<HtmlElement>().focus();
    }
}

fn is_grid(table: &Element) -> bool {
    let style = super::browser::window().get_computed_style(table).ok().flatten();
    style.is_some_and(|s| s.get_property_value("display").is_ok_and(|d| d == "grid"))
}

/// Sets fields to a choice.
pub fn choose(field: &str, word: &str) {
    for field in all(&["select[name=", field, "]"].concat()) {
        let field = field.dyn_into::<web_sys::HtmlSelectElement>().ok();
        if let Some(field) = field.filter(|f| f.value() != word) {
            field.set_value(word);
        }
    }
}

/// Shows only what has all of these words that the list's own fields offer, and says how much that is.
pub fn show_only(words: &[String]) {
    for left in all("[data-left]") {
        let list = left.get_attribute("data-left").unwrap_or_default();
        let items = all(&["#", &list, " [data-of]"].concat());
        let offered =
            |w: &&String| one(&["#", &list, " option[value='", w, "']"].concat()).is_some();
        let words: Vec<_> = words.iter().filter(offered).collect();
        let mut shown = 0;
        for item in &items {
            let of = item.get_attribute("data-of").unwrap_or_default();
            let fits = words.iter().all(|w| of.split(' ').any(|o| o == *w));
            shown += usize::from(fits);
            if item.has_attribute("data-out") == fits {
                let _ = if fits {
                    item.remove_attribute("data-out")
                } else {
                    item.set_attribute("data-out", "")
                };
            }
        }
        let say = if shown == items.len() {
            String::new()
        } else {
            format!("{shown} of {}", items.len())
        };
        reword(&left, &say);
    }
    for list in all("#voices .facts, #timeline .facts") {
        let empty = list.query_selector(":scope > li:not([data-out])").ok().flatten().is_none();
        if let Some(silent) =
            list.next_element_sibling().filter(|e| e.matches(".silent").unwrap_or_default())
        {
            let _ = if empty {
                silent.remove_attribute("hidden")
            } else {
                silent.set_attribute("hidden", "")
            };
        }
    }
}
