//! The map's key, for what it shows.

use super::{all, collect, colour, label, shape, style, value};
use model::picture::{element, px};
use web_sys::Element;

/// Words for layers, and by which classes their signs are known in the key.
const SIGNS: [(&str, &str); 6] = [
    ("nato", ".d1, .d2, .d3"),
    ("csto", ".h-csto-i, .h-csto-r"),
    ("sco", ".h-sco-i, .h-sco-r"),
    ("ndn", ".rail, .ferry, .truck"),
    ("tapi", ".pipeline"),
    ("eu", ".eu"),
];

/// Captions, and signs with their words. A px holds so many units of the atlas that hatches need scaling.
pub fn key(layers: &[&str], scale: f64) -> Vec<(Option<(String, f64)>, String)> {
    let mut out = Vec::new();
    for group in all(".entries > div") {
        let caption = group.query_selector(".group").ok().flatten().and_then(|g| g.text_content());
        let mut entries = Vec::new();
        for button in collect(group.query_selector_all("li button").ok()) {
            let Some(own) = button.first_element_child() else { continue };
            let layer = SIGNS.iter().find(|s| own.matches(s.1).unwrap_or_default());
            if layer.is_none_or(|(layer, _)| layers.contains(layer)) {
                let words = own.next_sibling().and_then(|n| n.text_content());
                entries.push((sign(&own, scale), words.unwrap_or_default()));
            }
        }
        if !entries.is_empty() {
            out.push((None, caption.unwrap_or_default()));
            out.append(&mut entries);
        }
    }
    out
}

/// A sign, and its width in px.
fn sign(own: &Element, scale: f64) -> Option<(String, f64)> {
    let class = own.get_attribute("class").unwrap_or_default();
    let edge = colour("--border");
    let swatch = |fill: &str| {
        let box_ = [("width", "19"), ("height", "13"), ("fill", fill), ("stroke", &edge)];
        element("rect", &box_, "")
    };
    if let Some(hatch) = class.split(' ').find_map(|c| c.strip_prefix("h-")) {
        let (width, height) = (px(19.0 / scale), px(13.0 / scale));
        let fill = ["url(#", hatch, ")"].concat();
        let inside = [("width", &*width), ("height", &*height), ("fill", &fill)];
        let window = ["0 0 ", &width, " ", &height].concat();
        let drawn = element("rect", &inside, "");
        let hatched = [("width", "19"), ("height", "13"), ("viewBox", &*window)];
        return Some((element("svg", &hatched, &drawn) + &swatch("none"), 19.0));
    }
    if class.contains("eu") {
        return Some((label::delegation(class.contains("opening")), 13.0));
    }
    if class.contains("swatch") {
        return Some((swatch(&value(&style(own)?, "background-color")), 19.0));
    }
    if class.contains("line") {
        return Some((shape(&own.query_selector("path").ok().flatten()?, None), 36.0));
    }
    label::mark(own).map(|mark| (mark, 11.0))
}
