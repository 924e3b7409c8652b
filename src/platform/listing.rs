//! The list of results. A key changes most of its words, so each is held with what it says: nothing is read from the page,
//! and only what is to say something else is written. No line goes again, but those left over are hidden: when elements
//! come and go, Chromium looks through the whole document at the next key (for labels of fields, to offer to fill them in).

use super::act::{Group, Lead, Line};
use super::browser::{by_id, document, one, reword, set};
use super::sketch::add;
use std::cell::RefCell;
use web_sys::{Element, Node};

thread_local! {
    static LISTED: RefCell<Vec<Part>> = const { RefCell::new(Vec::new()) };
}

/// Shows a summary and results in the search panel; of each kind of group there is always one, in the same order.
pub fn list_results(summary: &str, groups: Vec<Group>) {
    if let Some(found) = by_id("found") {
        reword(&found, summary);
    }
    LISTED.with_borrow_mut(|parts| {
        for (at, group) in groups.into_iter().enumerate() {
            if at == parts.len() {
                let made = one("#panel-search .results").and_then(|l| Part::new(&l, &group));
                let Some(part) = made else { return };
                parts.push(part);
            }
            parts[at].write(group);
        }
    });
}

/// An element and the text in it.
struct Words {
    element: Element,
    text: Node,
}

impl Words {
    fn new(to: &Element, tag: &str, class: &str) -> Option<Self> {
        let element = add(to, tag, class, "")?;
        let text = element.append_child(&document().create_text_node("")).ok()?;
        Some(Self { element, text })
    }

    fn say(&self, words: &str) {
        self.text.set_node_value(Some(words));
    }
}

/// Of elements of which so many were shown, so many are.
fn show(elements: &mut dyn Iterator<Item = &Element>, before: usize, now: usize) {
    let few = before.min(now);
    for element in elements.take(before.max(now)).skip(few) {
        set(element, "hidden", (before > now).then_some(""));
    }
}

/// A group: its lines, and how many of them are shown.
struct Part {
    section: Element,
    list: Element,
    rows: Vec<Row>,
    open: bool,
    shown: usize,
    rest: Words,
    more: String,
}

impl Part {
    fn new(to: &Element, group: &Group) -> Option<Self> {
        let section = add(to, "section", "", "")?;
        set(&section, "hidden", Some(""));
        add(&section, "h2", "", group.heading)?;
        let list = add(&section, "ul", "", "")?;
        let rest = Words::new(&section, "p", "rest")?;
        Some(Self {
            section,
            list,
            rows: Vec::new(),
            open: false,
            shown: 0,
            rest,
            more: String::new(),
        })
    }

    fn write(&mut self, group: Group) -> Option<()> {
        let count = group.lines.len();
        let open = count > 0;
        if open != self.open {
            set(&self.section, "hidden", (!open).then_some(""));
            self.open = open;
        }
        // The lines of a hidden group stay as they are: the next letter then shows fewer anew.
        if !open {
            return Some(());
        }
        show(&mut self.rows.iter().map(|r| &r.item), self.shown, count);
        self.shown = count;
        for (at, line) in group.lines.into_iter().enumerate() {
            if at == self.rows.len() {
                self.rows.push(Row::new(&self.list, &line.to)?);
            }
            self.rows[at].write(line)?;
        }
        if self.more != group.more {
            self.rest.say(&group.more);
            self.more = group.more;
        }
        Some(())
    }
}

/// A line, as it stands in the list.
struct Row {
    item: Element,
    holder: Element,
    note: Words,
    text: Element,
    pieces: Vec<Words>,
    says: Line,
}

impl Row {
    /// A line that says nothing yet. All of a group lead to the same kind of thing.
    fn new(list: &Element, to: &Lead) -> Option<Self> {
        let item = add(list, "li", "", "")?;
        let tag = if matches!(to, Lead::Search(_)) { "button" } else { "a" };
        let holder = add(&item, tag, "", "")?;
        let quote = matches!(to, Lead::Passage(..));
        let text = add(&holder, "span", if quote { "quote" } else { "" }, "")?;
        let note = Words::new(&holder, "small", "")?;
        if !quote {
            holder.insert_before(&note.element, Some(&text)).ok()?;
        }
        let says = Line { to: Lead::Search(String::new()), words: Vec::new(), note: String::new() };
        Some(Self { item, holder, note, text, pieces: Vec::new(), says })
    }

    fn write(&mut self, line: Line) -> Option<()> {
        if line.to != self.says.to {
            let attribute = if matches!(line.to, Lead::Search(_)) { "data-again" } else { "href" };
            let to = match &line.to {
                Lead::Name(id) | Lead::Passage(id, _) => &["#", id].concat(),
                Lead::Search(words) => words,
            };
            self.holder.set_attribute(attribute, to).ok()?;
            if let Lead::Passage(_, hit) = line.to {
                self.holder.set_attribute("data-number", &hit.to_string()).ok()?;
            }
        }
        let before = self.says.words.len();
        for (at, words) in line.words.iter().enumerate() {
            if at == self.pieces.len() {
                self.pieces.push(Words::new(&self.text, ["span", "mark"][at % 2], "")?);
            }
            if self.says.words.get(at) != Some(words) {
                self.pieces[at].say(words);
            }
        }
        show(&mut self.pieces.iter().map(|p| &p.element), before, line.words.len());
        if line.note != self.says.note {
            self.note.say(&line.note);
        }
        self.says = line;
        Some(())
    }
}
