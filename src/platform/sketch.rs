//! What is put into the page while it lives: copies of what the page says already. Nodes only, never HTML.

use super::act::Kept;
use super::browser::{all, by_id, collect, document, mark, one};
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

/// Adds an element with a class (or none) and words (or none).
pub(super) fn add(to: &Element, tag: &str, class: &str, words: &str) -> Option<Element> {
    let element = document().create_element(tag).ok()?;
    if !class.is_empty() {
        element.set_class_name(class);
    }
    if !words.is_empty() {
        element.set_text_content(Some(words));
    }
    to.append_child(&element).ok()?;
    Some(element)
}

fn add_link(to: &Element, id: &str, words: &str) -> Option<Element> {
    let link = add(to, "a", "", words)?;
    let _ = link.set_attribute("href", &("#".to_owned() + id));
    Some(link)
}

/// A copy without ids: those belong to the original.
pub(super) fn copy(element: &Element, to: &Element) -> Option<Element> {
    let copy: Element = element.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    for inner in collect(copy.query_selector_all("[id], [data-here]").ok()).iter().chain([&copy]) {
        // What it is, is still to be known.
        if let Some(id) = inner.get_attribute("id") {
            let _ = inner.set_attribute("data-id", &id);
        }
        let _ = inner.remove_attribute("id");
        let _ = inner.remove_attribute("data-here");
    }
    to.append_child(&copy).ok()?;
    Some(copy)
}

/// Copies what an element holds.
fn copy_inside(element: &Element, to: &Element) {
    let children = element.child_nodes();
    let copies =
        (0..children.length()).filter_map(|i| children.item(i)?.clone_node_with_deep(true).ok());
    copies.for_each(|c: Node| drop(to.append_child(&c)));
}

/// Fills the preview with what the page says of a state, of the five together, or of a term.
pub fn fill_preview(id: &str) {
    let (Some(body), Some(source)) = (one("#preview .body"), by_id(id)) else { return };
    body.set_text_content(None);
    let _ = body.set_attribute("data-id", id);
    let Some(head) = add(&body, "p", "head", "") else { return };
    let title = source.query_selector("h2").ok().flatten();
    let name = title.map_or_else(|| source.text_content(), |t| t.text_content());
    add(&head, "b", "", &name.unwrap_or_default());
    let way = if let Some(said) = source.next_element_sibling().filter(|e| e.tag_name() == "DD") {
        for part in collect(said.query_selector_all("summary, blockquote, .by").ok()) {
            if part.tag_name() == "SUMMARY" {
                add(&body, "p", "", "").iter().for_each(|p| copy_inside(&part, p));
            } else {
                copy(&part, &body);
            }
        }
        super::fold::equip(&body);
        "In the list of terms"
    } else if source.class_list().contains("card") {
        if let Some(list) = add(&body, "ul", "glance", "") {
            for part in collect(source.query_selector_all(".standings summary").ok()) {
                add(&list, "li", "", "").iter().for_each(|li| copy_inside(&part, li));
            }
        }
        copy_first(&source, ".frame", &body);
        "Open the card"
    } else {
        copy_first(&source, ".count", &body);
        "Read them"
    };
    if let Some(ways) = add(&body, "p", "ways", "") {
        add_link(&ways, id, way);
    }
}

fn copy_first(source: &Element, selector: &str, to: &Element) {
    if let Ok(Some(part)) = source.query_selector(selector) {
        copy(&part, to);
    }
}

/// Sets two cards side by side: rows of standings under headings, then what is said of each.
pub fn fill_pair(pair: [(&str, &str); 2], rows: &[(String, Vec<&str>)]) {
    let Some(own) = by_id("pair") else { return };
    own.set_text_content(None);
    own.set_scroll_top(0);
    let [(one_id, one_name), (other_id, other_name)] = pair;
    let Some(head) = add(&own, "header", "", "") else { return };
    let title = add(&head, "h2", "", &[one_name, " and ", other_name].concat());
    title.iter().for_each(|t| t.set_id("pair-name"));
    if let Some(card) = by_id(one_id) {
        copy_first(&card, ".frame", &head);
    }
    if let Some(close) = add_link(&head, one_id, "×") {
        close.set_class_name("close");
        let _ = close.set_attribute("aria-label", &["Show ", one_name, " alone"].concat());
    }
    let Some(table) = add(&own, "table", "", "") else { return };
    let line = add(&table, "thead", "", "").and_then(|t| add(&t, "tr", "", ""));
    if let Some(line) = line {
        add(&line, "td", "", "");
        for name in [one_name, other_name] {
            add_heading(&line, "col", name);
        }
    }
    for (heading, bodies) in rows {
        let Some(group) = add(&table, "tbody", "", "") else { continue };
        let line = add(&group, "tr", "", "").and_then(|l| add_heading(&l, "rowgroup", heading));
        line.iter().for_each(|l| {
            l.set_class_name("topic");
            let _ = l.set_attribute("colspan", "3");
        });
        for body in bodies {
            add_row(&group, body, [one_id, other_id]);
        }
    }
    add(&own, "h3", "", "What the text says");
    let Some(sides) = add(&own, "div", "sides", "") else { return };
    for (id, name) in pair {
        let Some(side) = add(&sides, "section", "", "") else { continue };
        add(&side, "h4", "", name);
        for part in all(&["#", id, " > :is(.topic, .facts)"].concat()) {
            copy(&part, &side);
        }
    }
}

fn add_heading(to: &Element, scope: &str, words: &str) -> Option<Element> {
    let heading = add(to, "th", "", words)?;
    let _ = heading.set_attribute("scope", scope);
    Some(heading)
}

/// A row of the table: what a body is called, and where each state stands, as a link to its sentence.
fn add_row(group: &Element, body: &str, states: [&str; 2]) {
    let Some(row) = add(group, "tr", "", "") else { return };
    let heading = add_heading(&row, "row", "");
    for (i, state) in states.into_iter().enumerate() {
        let id = [state, "-", body].concat();
        let Some(line) = by_id(&id) else { continue };
        if let (0, Some(heading), Ok(Some(name))) =
            (i, &heading, line.query_selector("summary abbr"))
        {
            copy(&name, heading);
        }
        let cell = add(&row, "td", "", "").and_then(|c| add_link(&c, &id, ""));
        if let Some(cell) = cell {
            cell.set_class_name(&line.class_name());
            for part in collect(line.query_selector_all("summary > :is(.mark, b, small)").ok()) {
                copy(&part, &cell);
            }
        }
    }
}

/// Lists the steps of the trail; what is gone from the edition is not read or printed.
pub fn list_trail(steps: &[Kept]) {
    let Some(list) = by_id("trail-list") else { return };
    list.set_text_content(None);
    for (i, step) in steps.iter().enumerate() {
        let Some(item) = add(&list, "li", "", "") else { continue };
        if step.there {
            add_link(&item, &step.id, &step.title);
        } else {
            add(&item, "s", "", &step.title);
        }
        add(&item, "small", "", if step.note.is_empty() { &step.by } else { step.note });
        let button = |act: &str, words: &str, sign: &str| {
            if let Some(button) = add(&item, "button", "", sign) {
                let _ = button.set_attribute("type", "button");
                let _ = button.set_attribute("data-act", &format!("{act}-{i}"));
                let _ = button.set_attribute("aria-label", &format!("{words}: {}", step.title));
            }
        };
        if i > 0 {
            button("raise", "Move up", "↑");
        }
        button("drop", "Take out", "×");
    }
    mark("trail-empty", "hidden", (!steps.is_empty()).then_some(""));
    mark("trail-acts", "hidden", steps.is_empty().then_some(""));
    let none = !steps.iter().any(|s| s.there);
    for act in ["[data-act=read-trail]", "[data-act=print-trail]"] {
        mark(act, "hidden", none.then_some(""));
    }
}
