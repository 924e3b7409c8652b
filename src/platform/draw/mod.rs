//! The map as it stands, gathered from the page: every line with the colours that the stylesheets give it,
//! every name where it stands.

mod key;
mod label;

use super::browser::{all, by_id, collect, one, window};
use model::Picture;
use model::picture::{element, px};
use web_sys::{CssStyleDeclaration, Element};

/// What of an element's style is drawn.
const PAINT: [&str; 10] = [
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-width",
    "stroke-opacity",
    "stroke-dasharray",
    "stroke-linecap",
    "stroke-linejoin",
    "opacity",
    "vector-effect",
];

/// Attributes that say where something is drawn.
const GEOMETRY: [&str; 10] = ["d", "cx", "cy", "r", "x", "y", "width", "height", "rx", "fill-rule"];

/// The picture without its words, if the map is shown; `relief` is its shading as an address that holds the picture itself.
pub fn picture(layers: &[&str], relief: &str) -> Option<Picture> {
    let (map, sheet) = (by_id("map")?, one("#map .sheet")?);
    let (frame, drawn) = (map.get_bounding_client_rect(), sheet.get_bounding_client_rect());
    if drawn.width() == 0.0 {
        return None;
    }
    // The foot of the map may lie under the key or the card; its corner stands above them.
    let foot = one("#map .corner")?.get_bounding_client_rect().bottom() + 6.0;
    let height = (foot.min(frame.bottom()) - frame.top()).max(120.0);
    let scale = drawn.width() / (model::projection::WIDTH / model::projection::UNIT);
    let (left, top) = (frame.left() - drawn.left(), frame.top() - drawn.top());
    let mut out = Picture {
        width: frame.width(),
        height,
        window: [left, top, frame.width(), height].map(|px| px / scale),
        water: value(&style(&map)?, "background-color"),
        colours: ["--paper", "--ink", "--soft"].map(colour),
        key: key::key(layers, scale),
        ..Picture::default()
    };
    for pattern in collect(sheet.query_selector_all("pattern").ok()) {
        let names = ["id", "patternUnits", "width", "height", "patternTransform"];
        let inside: String =
            collect(pattern.query_selector_all("*").ok()).iter().map(|c| shape(c, None)).collect();
        out.defs += &element("pattern", &refs(&copied(&pattern, &names)), &inside);
    }
    let land = by_id("land").and_then(|l| l.get_attribute("d")).unwrap_or_default();
    let land = element("path", &[("d", &land)], "");
    out.defs += &element("clipPath", &[("id", "on-land")], &land);
    for child in collect(sheet.query_selector_all(":scope > *").ok()) {
        out.sheet += &drawing(&child, relief);
    }
    let corner = (frame.left(), frame.top());
    for place in all("#map .place") {
        out.labels += &label::label(&place, corner).unwrap_or_default();
    }
    for scale in all("#map .scale") {
        out.labels += &label::scale_bar(&scale, corner).unwrap_or_default();
    }
    Some(out)
}

fn style(element: &Element) -> Option<CssStyleDeclaration> {
    window().get_computed_style(element).ok().flatten()
}

fn value(style: &CssStyleDeclaration, name: &str) -> String {
    style.get_property_value(name).unwrap_or_default()
}

/// A colour of the stylesheets as it is by day or by night.
fn colour(name: &str) -> String {
    let probe = one("#map .scale").and_then(|e| {
        let own = e.style();
        let _ = own.set_property("color", &["var(", name, ")"].concat());
        let colour = value(&style(&e)?, "color");
        let _ = own.remove_property("color");
        Some(colour)
    });
    probe.unwrap_or_default()
}

/// The style of what is shown.
fn shown(element: &Element) -> Option<CssStyleDeclaration> {
    let style = style(element)?;
    let shown = value(&style, "display") != "none" && value(&style, "visibility") == "visible";
    shown.then_some(style)
}

fn copied(element: &Element, names: &[&'static str]) -> Vec<(&'static str, String)> {
    names.iter().filter_map(|name| Some((*name, element.get_attribute(name)?))).collect()
}

fn refs<'a>(attributes: &'a [(&'static str, String)]) -> Vec<(&'static str, &'a str)> {
    attributes.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

/// A path or circle with its paint, of another's geometry if it is given; of what is not seen, nothing.
fn shape(own: &Element, d: Option<String>) -> String {
    let Some(style) = style(own).filter(|s| value(s, "display") != "none") else {
        return String::new();
    };
    let unseen = |name| matches!(value(&style, name).as_str(), "none" | "rgba(0, 0, 0, 0)");
    if unseen("fill") && unseen("stroke") {
        return String::new();
    }
    let name = if d.is_some() { "path".to_owned() } else { own.local_name() };
    let mut attributes = match d {
        Some(d) => vec![("d", d)],
        None => copied(own, &GEOMETRY),
    };
    for name in PAINT {
        let value = value(&style, name).replace('"', "'");
        let goes_without_saying = match name {
            "fill-opacity" | "stroke-opacity" | "opacity" => value == "1",
            "fill" | "stroke" => false,
            _ => value == "none",
        };
        if !goes_without_saying {
            attributes.push((name, value));
        }
    }
    element(&name, &refs(&attributes), "")
}

fn drawing(own: &Element, relief: &str) -> String {
    let Some(style) = style(own).filter(|s| value(s, "display") != "none") else {
        return String::new();
    };
    match own.local_name().as_str() {
        "g" | "a" => {
            let inside = collect(own.query_selector_all(":scope > *").ok());
            let inside: String = inside.iter().map(|c| drawing(c, relief)).collect();
            if !own.class_list().contains("relief") {
                return inside;
            }
            let opacity = value(&style, "opacity");
            let shading = [
                ("clip-path", "url(#on-land)"),
                ("opacity", opacity.as_str()),
                ("style", "mix-blend-mode: multiply"),
            ];
            element("g", &shading, &inside)
        }
        "image" if !relief.is_empty() => {
            let mut attributes = copied(own, &["width", "height", "preserveAspectRatio"]);
            attributes.push(("xlink:href", relief.to_owned()));
            element("image", &refs(&attributes), "")
        }
        "use" => {
            let target = own.get_attribute("href").unwrap_or_default();
            let d = by_id(target.trim_start_matches('#')).and_then(|e| e.get_attribute("d"));
            shape(own, Some(d.unwrap_or_default()))
        }
        "path" => shape(own, None),
        _ => String::new(),
    }
}

/// Moved to a place in px.
fn at(x: f64, y: f64, inside: &str) -> String {
    let place = ["translate(", &px(x), " ", &px(y), ")"].concat();
    element("g", &[("transform", &place)], inside)
}
