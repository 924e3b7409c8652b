//! Makes `content/map/atlas.json` from the public-domain files in `content/map/source/`.
//! `cargo run -p mapgen` writes it; `cargo run -p mapgen -- --check` fails when it is not what is written.

mod simplify;
mod topology;

use model::atlas::{Atlas, Point, River};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Tolerances of Douglas-Peucker in atlas units (0.325 km).
mod tolerance {
    /// Borders and coasts of the five.
    pub const FIVE: f64 = 2.8;
    /// All other borders and coasts.
    pub const OTHER: f64 = 14.0;
    /// Lakes of the five.
    pub const LAKE: f64 = 5.0;
    /// Rivers.
    pub const RIVER: f64 = 6.0;
}

/// The rivers worth a line at this scale; the first six belong to the five.
const RIVERS: [&str; 14] = [
    "Amu Darya",
    "Syr Darya",
    "Panj",
    "Naryn",
    "Ili",
    "Zeravshan",
    "Irtysh",
    "Ural",
    "Ishim",
    "Tobol",
    "Hari Rud",
    "Volga",
    "Helmand",
    "Indus",
];
const MAIN_RIVERS: usize = 6;

/// Smallest areas kept, in square atlas units (0.106 km²).
const LEAST_LAKE: f64 = 2_500.0;
const LEAST_LAKE_FAR: f64 = 14_000.0;

fn main() -> ExitCode {
    let here = std::env::var("CARGO_MANIFEST_DIR").expect("it is run by cargo");
    let folder = Path::new(&here).join("../../content/map");
    let out = folder.join("atlas.json");
    let made = print(&make(&folder.join("source")));
    if std::env::args().any(|a| a == "--check") {
        let same = std::fs::read_to_string(&out).is_ok_and(|there| there == made);
        if !same {
            eprintln!("content/map/atlas.json is not what mapgen makes: run `cargo run -p mapgen`");
        }
        return if same { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    }
    std::fs::write(&out, &made).expect("content/map can be written");
    println!("content/map/atlas.json: {} bytes", made.len());
    ExitCode::SUCCESS
}

fn read(path: PathBuf) -> Value {
    let text = std::fs::read_to_string(&path)
        .unwrap_or_else(|e| panic!("{} cannot be read: {e}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|e| panic!("{} is no JSON: {e}", path.display()))
}

/// The whole atlas from Natural Earth's files.
fn make(source: &Path) -> Atlas {
    let topology = topology::Topology::read(&read(source.join("ne10_countries_region.topojson")));
    let (arcs, countries, land, borders, disputed) = topology.simplified();
    Atlas {
        arcs,
        countries,
        land,
        borders,
        disputed,
        lakes: lakes(&read(source.join("ne10_lakes_region.geojson"))),
        rivers: rivers(&read(source.join("ne10_rivers_region.geojson"))),
    }
}

/// One line an arc, so that a change shows where it is.
fn print(atlas: &Atlas) -> String {
    let text = serde_json::to_string(atlas).expect("an atlas is plain data");
    text.replace("]],", "]],\n") + "\n"
}

fn number(value: &Value) -> f64 {
    value.as_f64().expect("Natural Earth's coordinates are numbers")
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn project(line: &Value) -> Vec<(f64, f64)> {
    list(line).iter().map(|p| model::projection::to_units(number(&p[0]), number(&p[1]))).collect()
}

/// Whether a point lies in or near the region view.
fn is_near(&(x, y): &(f64, f64)) -> bool {
    (4_200.0..17_400.0).contains(&x) && (3_600.0..12_900.0).contains(&y)
}

fn lakes(file: &Value) -> Vec<Vec<Point>> {
    let mut rings = Vec::new();
    for feature in list(&file["features"]) {
        let geometry = &feature["geometry"];
        let polygons = match geometry["type"].as_str() {
            Some("Polygon") => std::slice::from_ref(&geometry["coordinates"]),
            _ => list(&geometry["coordinates"]),
        };
        for ring in polygons.iter().flat_map(list).map(project) {
            let near = ring.iter().any(is_near);
            let named = near && !feature["properties"]["name"].is_null();
            let least = match (near, named) {
                (true, true) => 400.0,
                (true, false) => LEAST_LAKE,
                (false, _) => LEAST_LAKE_FAR,
            };
            let ring = simplify::line(&ring, if near { tolerance::LAKE } else { tolerance::OTHER });
            if ring.len() > 4 && simplify::area(&ring) > least {
                rings.push(ring);
            }
        }
    }
    rings
}

fn rivers(file: &Value) -> Vec<River> {
    RIVERS
        .iter()
        .enumerate()
        .map(|(i, &name)| {
            let feature = list(&file["features"])
                .iter()
                .find(|f| f["properties"]["name"] == name)
                .unwrap_or_else(|| panic!("the rivers' file has no {name}"));
            let lines = list(&feature["geometry"]["coordinates"])
                .iter()
                .map(|line| simplify::line(&project(line), tolerance::RIVER))
                .filter(|line| line.len() > 1)
                .collect();
            River { name: name.to_owned(), main: i < MAIN_RIVERS, lines }
        })
        .collect()
}
