//! Marks in the text that add nothing to it: ranges that the browser paints (CSS Custom Highlight), or,
//! where it cannot, an attribute on the passage.

use super::act::Hits;
use super::browser::{all, by_id};
use super::scroll::{bring, unroll};
use model::crowd::Extent;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Node, Range};

/// Every hit near the window, and the one shown.
const HITS: &str = "hits";
const HIT: &str = "hit";

/// Paints these hits.
pub fn paint(hits: &[Hits]) {
    let ranges = js_sys::Array::new();
    for (id, text, places) in hits {
        let Some(passage) = by_id(id) else { continue };
        for range in ranges_in(&passage, text, places) {
            ranges.push(&range);
        }
    }
    if highlight(HITS, &ranges).is_none() {
        all("[data-hit]").iter().for_each(|e| drop(e.remove_attribute("data-hit")));
        for passage in hits.iter().filter_map(|(id, ..)| by_id(id)) {
            let _ = passage.set_attribute("data-hit", "");
        }
    }
}

/// Brings one hit into view and paints it apart from the others.
pub fn show_hit(id: &str, text: &str, place: (u32, u32)) {
    let Some(passage) = by_id(id) else { return };
    unroll(&passage);
    let ranges = ranges_in(&passage, text, &[place]);
    let Some(range) = ranges.first() else { return };
    let rect = range.get_bounding_client_rect();
    let (left, right) = (rect.left(), rect.right().max(rect.left() + 1.0));
    bring(&passage, Extent { left, top: rect.top(), right, bottom: rect.bottom() });
    highlight(HIT, &ranges.iter().collect());
}

/// No hit is the one shown.
pub fn unpaint_hit() {
    highlight(HIT, &js_sys::Array::new());
}

/// `CSS.highlights.set(name, new Highlight(...ranges))`, where the browser has it.
fn highlight(name: &str, ranges: &js_sys::Array) -> Option<()> {
    let global = js_sys::global();
    let get = |of: &JsValue, key: &str| js_sys::Reflect::get(of, &key.into()).ok();
    let registry = get(&get(&global, "CSS")?, "highlights").filter(JsValue::is_object)?;
    let maker: js_sys::Function = get(&global, "Highlight")?.dyn_into().ok()?;
    let made = js_sys::Reflect::construct(&maker, ranges).ok()?;
    let set: js_sys::Function = get(&registry, "set")?.dyn_into().ok()?;
    set.call2(&registry, &name.into(), &made).ok()?;
    Some(())
}

/// Ranges in the passage's own words. A translator may have changed them: what no longer fits is left.
fn ranges_in(passage: &Element, text: &str, places: &[(u32, u32)]) -> Vec<Range> {
    let mut nodes = Vec::new();
    collect_words(passage, &mut nodes);
    let units = |byte: u32| text.get(..byte as usize).map(|t| t.encode_utf16().count() as u32);
    let find = |unit: u32, ends: bool| {
        let mut before = 0;
        for (node, length) in &nodes {
            if unit < before + length || (ends && unit == before + length) {
                return Some((node, unit - before));
            }
            before += length;
        }
        None
    };
    let range = |&(start, end): &(u32, u32)| {
        let (from, to) = (find(units(start)?, false)?, find(units(end)?, true)?);
        let range = Range::new().ok()?;
        range.set_start(from.0, from.1).ok()?;
        range.set_end(to.0, to.1).ok()?;
        Some(range)
    };
    places.iter().filter_map(range).collect()
}

/// Text nodes that are the passage's, each with its length in UTF-16 units.
fn collect_words(element: &Element, out: &mut Vec<(Node, u32)>) {
    let children = element.child_nodes();
    for child in (0..children.length()).filter_map(|i| children.item(i)) {
        if let Some(inner) = child.dyn_ref::<Element>() {
            if !inner.matches(".sic, .permalink").unwrap_or_default() {
                collect_words(inner, out);
            }
        } else if child.node_type() == Node::TEXT_NODE {
            let length = child.text_content().map_or(0, |t| t.encode_utf16().count() as u32);
            out.push((child, length));
        }
    }
}
