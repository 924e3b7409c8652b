//! Names on the map: words, signs, leaders and marks, in px from the map's corner.

use super::{at, collect, colour, copied, refs, shown, style, value};
use crate::platform::browser::by_id;
use model::picture::{element, px};
use wasm_bindgen::JsCast;
use web_sys::{Element, Node, Range};

/// The star that marks the blast, in hundredths of its size.
const STAR: [(i32, i32); 12] = [
    (50, 0),
    (62, 34),
    (96, 21),
    (75, 50),
    (96, 79),
    (62, 66),
    (50, 100),
    (38, 66),
    (4, 79),
    (25, 50),
    (4, 21),
    (38, 34),
];

type Corner = (f64, f64);

/// A place's name with all that belongs to it, if it is shown.
pub fn label(place: &Element, corner: Corner) -> Option<String> {
    shown(place)?;
    let has = |class: &str| place.class_list().contains(class);
    let mut out = String::new();
    let name = place.query_selector(":scope > span").ok().flatten().filter(|n| shown(n).is_some());
    let leader = if has("to-sw") {
        "l-19 15"
    } else if has("to-se") {
        "l28 16"
    } else {
        ""
    };
    if let (false, Some(style)) = (leader.is_empty(), name.as_ref().and_then(style)) {
        let (x, y) = place_of(place, corner);
        let d = ["M", &px(x), " ", &px(y), leader].concat();
        let colour = value(&style, "color");
        out += &element("path", &[("d", &d), ("stroke", &colour), ("fill", "none")], "");
    }
    if let Ok(Some(sign)) = place.query_selector(":scope > i") {
        out += &sign_of(&sign, has, corner).unwrap_or_default();
    }
    if let Some(name) = name {
        words(&name, corner, &mut out);
        for pill in collect(name.query_selector_all("em").ok()) {
            out += &signature(&pill, corner).unwrap_or_default();
        }
    }
    Some(out)
}

fn place_of(element: &Element, corner: Corner) -> (f64, f64) {
    let rect = element.get_bounding_client_rect();
    (rect.left() - corner.0, rect.top() - corner.1)
}

/// The six marks under a state's name, and its delegation.
fn signature(pill: &Element, corner: Corner) -> Option<String> {
    shown(pill)?;
    let rect = pill.get_bounding_client_rect();
    let (width, height) = (px(rect.width()), px(rect.height()));
    let (ground, round) = (colour("--raised"), px(rect.height() / 2.0));
    let box_ = [
        ("width", &*width),
        ("height", &*height),
        ("rx", &*round),
        ("fill", &*ground),
        ("fill-opacity", "0.88"),
    ];
    let (x, y) = place_of(pill, corner);
    let mut out = at(x, y, &element("rect", &box_, ""));
    for sign in collect(pill.query_selector_all(".mark, .eu").ok()) {
        if shown(&sign).is_some() {
            let (x, y) = place_of(&sign, corner);
            let drawn = if sign.local_name() == "s" {
                delegation(sign.class_list().contains("opening"))
            } else {
                mark(&sign).unwrap_or_default()
            };
            out += &at(x, y, &drawn);
        }
    }
    Some(out)
}

/// The sign of a place, by its kind.
fn sign_of(sign: &Element, has: impl Fn(&str) -> bool, corner: Corner) -> Option<String> {
    let style = style(sign)?;
    let ((x, y), size) = (place_of(sign, corner), sign.get_bounding_client_rect().width());
    let edge = value(&style, "border-top-color");
    let ground = value(&style, "background-color");
    let drawn = if has("blast") {
        let point = |(a, b): (i32, i32)| {
            let part = |share| px(size * f64::from(share) / 100.0);
            [&part(a), ",", &part(b), " "].concat()
        };
        let points: String = STAR.into_iter().map(point).collect();
        element("polygon", &[("points", &points), ("fill", &ground)], "")
    } else {
        let (size, weight) = (px(size), if has("hub") { "2.4" } else { "1.5" });
        let round = if has("capital") || has("foreign") { "0" } else { &size };
        let ring = [
            ("width", &*size),
            ("height", &*size),
            ("rx", round),
            ("fill", &ground),
            ("stroke", &edge),
            ("stroke-width", weight),
        ];
        let dot = [("x", "3"), ("y", "3"), ("width", "3"), ("height", "3"), ("fill", &*edge)];
        let dot = if has("capital") { element("rect", &dot, "") } else { String::new() };
        element("rect", &ring, "") + &dot
    };
    Some(at(x, y, &drawn))
}

/// A mark in a box of its own size.
pub fn mark(own: &Element) -> Option<String> {
    let colour = value(&style(own)?, "color");
    let ground = super::colour("--raised");
    let width = px(own.get_bounding_client_rect().width().max(8.0));
    let used = own.query_selector("use").ok().flatten()?.get_attribute("href")?;
    let symbol = by_id(used.trim_start_matches('#'))?;
    let mut inside = String::new();
    for part in collect(symbol.query_selector_all("*").ok()) {
        let (fill, stroke) = match part.get_attribute("class").as_deref() {
            Some("f") => (&*colour, &*colour),
            Some("s" | "d") => ("none", &*colour),
            Some("k") => ("none", &*ground),
            _ => (&*ground, &*colour),
        };
        let geometry = copied(&part, &super::GEOMETRY);
        let mut attributes = refs(&geometry);
        attributes.extend([("fill", fill), ("stroke", stroke), ("stroke-width", "1.3")]);
        if part.class_list().contains("d") {
            attributes.push(("stroke-dasharray", "1.6 1.9"));
        }
        inside += &element(&part.local_name(), &attributes, "");
    }
    let box_ = [("width", &*width), ("height", &*width), ("viewBox", "0 0 12 12")];
    Some(element("svg", &box_, &inside))
}

/// A delegation of the EU, there or to come.
pub fn delegation(opening: bool) -> String {
    let (fill, dash) = if opening { ("none", "3 2") } else { ("#1d3f94", "none") };
    let flag = [
        ("width", "13"),
        ("height", "9"),
        ("fill", fill),
        ("stroke", "#1d3f94"),
        ("stroke-dasharray", dash),
    ];
    let ring =
        [("cx", "6.5"), ("cy", "4.5"), ("r", "2.4"), ("fill", "none"), ("stroke", "#ffd83d")];
    let ring = if opening { String::new() } else { element("circle", &ring, "") };
    element("rect", &flag, "") + &ring
}

/// Every line of words within an element, each at its middle.
fn words(own: &Element, corner: Corner, out: &mut String) {
    let children = own.child_nodes();
    for child in (0..children.length()).filter_map(|i| children.item(i)) {
        if child.node_type() == Node::TEXT_NODE {
            out.push_str(&line(own, &child, corner).unwrap_or_default());
        } else if let Some(inner) = child.dyn_ref::<Element>().filter(|e| e.local_name() != "em") {
            words(inner, corner, out);
        }
    }
}

fn line(parent: &Element, text: &Node, corner: Corner) -> Option<String> {
    let style = shown(parent)?;
    let range = Range::new().ok()?;
    range.select_node(text).ok()?;
    let rect = range.get_bounding_client_rect();
    let content = text.text_content()?.trim().to_owned();
    if content.is_empty() || rect.width() == 0.0 {
        return None;
    }
    let content = if value(&style, "text-transform") == "uppercase" {
        String::from(js_sys::JsString::from(content).to_upper_case())
    } else {
        content
    };
    let number = |words: &str| Some(js_sys::parse_float(words)).filter(|n| !n.is_nan());
    let size = number(&value(&style, "font-size")).unwrap_or(12.0);
    let spacing = value(&style, "letter-spacing");
    let x = rect.left() + (rect.width() - number(&spacing).unwrap_or(0.0)) / 2.0 - corner.0;
    let y = rect.top() + rect.height() / 2.0 - corner.1;
    let (x_words, baseline) = (px(x), px(y + size * 0.35));
    let name = parent.closest(".place > span").ok().flatten();
    let turn = name.and_then(|n| super::style(&n)).and_then(|s| number(&value(&s, "rotate")));
    let turn = turn.map(|t| ["rotate(", &px(t), " ", &x_words, " ", &px(y), ")"].concat());
    // Elsewhere the page's own fonts may be missing.
    let serif = value(&style, "font-family").contains("Serif");
    let family = if serif { "'Source Serif 4', Georgia, serif" } else { model::picture::FONT };
    let (halo, size) = (colour("--halo"), px(size));
    let (weight, slant) = (value(&style, "font-weight"), value(&style, "font-style"));
    let ink = value(&style, "color");
    let attributes = [
        ("x", &*x_words),
        ("y", &baseline),
        ("text-anchor", "middle"),
        ("font-family", family),
        ("font-size", &size),
        ("font-weight", &weight),
        ("font-style", &slant),
        ("letter-spacing", &spacing),
        ("fill", &ink),
        ("stroke", &halo),
        ("stroke-width", "3"),
        ("stroke-linejoin", "round"),
        ("paint-order", "stroke"),
        ("transform", turn.as_deref().unwrap_or_default()),
    ];
    Some(element("text", &attributes, &model::picture::escape(&content)))
}

/// The scale bar with its words.
pub fn scale_bar(own: &Element, corner: Corner) -> Option<String> {
    let style = shown(own)?;
    let bar = own.query_selector("span").ok().flatten()?;
    let ((x, y), width) = (place_of(&bar, corner), bar.get_bounding_client_rect().width());
    let d = ["M", &px(x), " ", &px(y), "v5h", &px(width), "v-5"].concat();
    let ink = value(&style, "color");
    let mut out = element("path", &[("d", &d), ("fill", "none"), ("stroke", &ink)], "");
    words(own, corner, &mut out);
    Some(out)
}
