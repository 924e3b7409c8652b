//! The picture that a shared link shows: the real map by day, with NATO's ladder and the transit routes, and
//! the issue's title.

use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use eucam_watch::edition::{CHART, ISSUE};
use model::picture::{FONT, element, escape, wrapped};
use model::{CountryId, Frame, Kind, Layer, atlas, projection};

/// Width and height in px, as hosts ask for it.
pub const SIZE: (u32, u32) = (1200, 630);

/// Where the map begins; left of it stands the title. In px.
const LEFT: f64 = 400.0;

/// A colour of the day, from the page's own stylesheet.
fn day(name: &str) -> String {
    let tokens = include_str!("../../../style/tokens.css");
    let value = tokens.split(&format!("--{name}: var(--day, ")).nth(1);
    let value = value.and_then(|v| v.split(')').next());
    value.unwrap_or_else(|| panic!("style/tokens.css has no --{name} for the day")).to_owned()
}

/// The drawing as SVG; `relief` is the shading as WebP.
pub fn drawing(relief: &[u8]) -> String {
    let (width, height) = (f64::from(SIZE.0), f64::from(SIZE.1));
    let (west, south, east, north) = Frame::Five.bounds();
    let (x, y) = projection::km_to_units(west, north);
    let (w, h) = ((east - west) / projection::UNIT, (north - south) / projection::UNIT);
    // The five fill the room beside the title.
    let scale = ((width - LEFT) / w).min(height / h);
    let at = |ux: f64, uy: f64| {
        let (dx, dy) = (((width - LEFT) - w * scale) / 2.0, (height - h * scale) / 2.0);
        (LEFT + dx + (ux - x) * scale, dy + (uy - y) * scale)
    };
    let (left, top) = at(0.0, 0.0);
    let px = |size: f64| format!("{:.1}", size / scale);
    let line = |d: &str, colour: &str, size: f64, more: &[(&str, &str)]| {
        let (size, colour) = (px(size), day(colour));
        let own = [("d", d), ("fill", "none"), ("stroke", &colour), ("stroke-width", &size)];
        element("path", &[&own[..], more].concat(), "")
    };
    let map = &CHART.atlas;
    let land = map.area(&map.land);
    let area = |d: &str, colour: &str| {
        element("path", &[("d", d), ("fill", &day(colour)), ("fill-rule", "evenodd")], "")
    };
    let mut sheet = area(&land, "land") + &line(&land, "coast", 0.8, &[]);
    sheet += &line(&map.lines(&map.borders), "border-far", 0.9, &[]);
    let shape = |id: CountryId| {
        map.countries.iter().find(|c| c.0 == id).map(|c| map.area(&c.1)).unwrap_or_default()
    };
    for id in CountryId::ALL {
        sheet += &area(
            &shape(id),
            ["land", "depth-1", "depth-2", "depth-3"][usize::from(ISSUE.nato_depth(id))],
        );
    }
    let size = (projection::WIDTH / projection::UNIT, projection::HEIGHT / projection::UNIT);
    let shading = [
        ("href", format!("data:image/webp;base64,{}", BASE64.encode(relief))),
        ("width", format!("{:.0}", size.0)),
        ("height", format!("{:.0}", size.1)),
        ("preserveAspectRatio", "none".to_owned()),
        ("opacity", "0.7".to_owned()),
        ("style", "mix-blend-mode: multiply".to_owned()),
        ("clip-path", "url(#on-land)".to_owned()),
    ];
    let shading: Vec<_> = shading.iter().map(|(n, v)| (*n, v.as_str())).collect();
    sheet += &element("image", &shading, "");
    for river in &map.rivers {
        let d: String = river.lines.iter().map(|l| atlas::path(l, false)).collect();
        let (colour, size) = if river.main { ("river-main", 1.5) } else { ("river", 0.9) };
        sheet += &line(&d, colour, size, &[]);
    }
    let lakes: String = map.lakes.iter().map(|l| atlas::path(l, true)).collect();
    sheet += &(area(&lakes, "lake") + &line(&lakes, "river", 0.8, &[]));
    for id in CountryId::ALL {
        sheet += &line(&shape(id), "border", 1.5, &[("stroke-linejoin", "round")]);
    }
    for route in CHART.routes.iter().filter(|r| r.layer == Layer::Ndn) {
        let d = atlas::smooth(&route.points);
        let round = ("stroke-linecap", "round");
        let dashes = match route.mode.slug() {
            "ferry" => format!("{} {}", px(0.1), px(7.0)),
            "truck" => format!("{} {}", px(9.0), px(6.0)),
            _ => String::new(),
        };
        sheet += &line(&d, "halo", 6.5, &[round]);
        sheet += &line(&d, "ndn", 3.0, &[round, ("stroke-dasharray", &dashes)]);
    }
    let clip = element("clipPath", &[("id", "on-land")], &element("path", &[("d", &land)], ""));
    let place = format!("translate({left:.2} {top:.2}) scale({scale:.6})");
    let names = CHART.places.iter().filter_map(|p| {
        let name = ISSUE.country(p.country?).name.to_uppercase();
        let (x, y) = at(f64::from(p.at.0), f64::from(p.at.1));
        let size = if p.country == Some(CountryId::Kazakhstan) { 26.0 } else { 16.0 };
        Some(name_on_map(&name, (x, y + size / 3.0), size))
    });
    let inside = [
        element("defs", &[], &clip),
        rect(0.0, width, height, "water"),
        element("g", &[("transform", &place)], &sheet),
        names.collect(),
        rect(0.0, LEFT, height, "paper"),
        rect(LEFT - 1.0, 2.0, height, "line"),
        titles(),
    ];
    let window = format!("0 0 {width} {height}");
    let outer = [("xmlns", "http://www.w3.org/2000/svg"), ("viewBox", window.as_str())];
    element("svg", &outer, &inside.concat())
}

fn rect(x: f64, width: f64, height: f64, colour: &str) -> String {
    let (x, width, height) = (x.to_string(), width.to_string(), height.to_string());
    element(
        "rect",
        &[("x", &x), ("width", &width), ("height", &height), ("fill", &day(colour))],
        "",
    )
}

fn name_on_map(name: &str, (x, y): (f64, f64), size: f64) -> String {
    let (x, y, spacing) = (format!("{x:.1}"), format!("{y:.1}"), format!("{:.1}", size * 0.12));
    let own = [
        ("x", x.as_str()),
        ("y", &y),
        ("text-anchor", "middle"),
        ("font-family", FONT),
        ("font-weight", "700"),
        ("font-size", &size.to_string()),
        ("letter-spacing", &spacing),
        ("fill", &day("label")),
        ("stroke", &day("halo")),
        ("stroke-width", "4"),
        ("stroke-linejoin", "round"),
        ("paint-order", "stroke"),
    ];
    element("text", &own, &escape(name))
}

/// Series, title and time at the left.
fn titles() -> String {
    let of =
        |kind: Kind| ISSUE.passages.iter().find(|p| p.kind == kind).map_or("", |p| p.text.as_str());
    let serif = "'Source Serif 4', Georgia, serif";
    let series = ISSUE.series.to_uppercase();
    // Words, letters a line, size, leading, family, weight, style, colour.
    let lines = [
        (series.as_str(), 30, 22.0, 44.0, FONT, "600", "normal", "soft"),
        (of(Kind::Title), 14, 54.0, 60.0, serif, "600", "normal", "ink"),
        (of(Kind::Subtitle), 26, 27.0, 36.0, serif, "400", "italic", "soft"),
        (ISSUE.frame.as_str(), 36, 20.0, 28.0, FONT, "400", "normal", "soft"),
    ];
    let (mut out, mut y) = (String::new(), 84.0);
    for (words, letters, size, leading, family, weight, style, colour) in lines {
        for line in wrapped(words, letters) {
            let (at, size) = (format!("{y:.0}"), size.to_string());
            let own = [
                ("x", "44"),
                ("y", at.as_str()),
                ("font-size", &size),
                ("font-family", family),
                ("font-weight", weight),
                ("font-style", style),
                ("fill", &day(colour)),
            ];
            out += &element("text", &own, &escape(&line));
            y += leading;
        }
        y += leading * 0.4;
    }
    out
}
