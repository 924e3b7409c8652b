//! Countries as rings of shared arcs, read from TopoJSON.

use crate::{list, number, simplify, tolerance};
use model::CountryId;
use model::atlas::{Point, Ring};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Natural Earth's codes of the five.
const FIVE: [(&str, CountryId); 5] = [
    ("KAZ", CountryId::Kazakhstan),
    ("KGZ", CountryId::Kyrgyzstan),
    ("TJK", CountryId::Tajikistan),
    ("TKM", CountryId::Turkmenistan),
    ("UZB", CountryId::Uzbekistan),
];

/// Smallest islands kept, in square atlas units: of the five, and of others.
const LEAST_ISLAND: (f64, f64) = (60.0, 20_000.0);

/// Arcs in atlas units, and the rings of each country by its code.
pub struct Topology {
    arcs: Vec<Vec<(f64, f64)>>,
    rings: BTreeMap<String, Vec<Ring>>,
}

/// Arcs, the five, all land, borders between others, and disputed ones.
type Parts = (Vec<Vec<Point>>, Vec<(CountryId, Vec<Ring>)>, Vec<Ring>, Vec<i32>, Vec<i32>);

fn index(arc: i32) -> usize {
    usize::try_from(if arc < 0 { !arc } else { arc }).expect("an arc's number is not negative")
}

impl Topology {
    /// Decodes the file's delta-coded arcs and projects them.
    pub fn read(file: &Value) -> Self {
        let pair = |v: &Value| (number(&v[0]), number(&v[1]));
        let (scale, shift) =
            (pair(&file["transform"]["scale"]), pair(&file["transform"]["translate"]));
        let arcs = list(&file["arcs"]).iter().map(|arc| {
            let (mut x, mut y) = (0.0, 0.0);
            let step = |d: &Value| {
                (x, y) = (x + number(&d[0]), y + number(&d[1]));
                model::projection::to_units(x * scale.0 + shift.0, y * scale.1 + shift.1)
            };
            list(arc).iter().map(step).collect()
        });
        let rings = list(&file["objects"]["countries"]["geometries"]).iter().map(|g| {
            let polygons = match g["type"].as_str() {
                Some("Polygon") => std::slice::from_ref(&g["arcs"]),
                _ => list(&g["arcs"]),
            };
            let ring = |r: &Value| list(r).iter().map(|i| number(i) as i32).collect();
            let rings = polygons.iter().flat_map(list).map(ring).collect();
            (g["properties"]["ADM0_A3"].as_str().unwrap_or_default().to_owned(), rings)
        });
        Self { arcs: arcs.collect(), rings: rings.collect() }
    }

    /// Simplifies arc by arc, so that what was shared stays shared, and drops what is too small to see.
    pub fn simplified(&self) -> Parts {
        let of_five = |code: &str| FIVE.iter().find(|f| f.0 == code).map(|f| f.1);
        let fine: BTreeSet<usize> = FIVE
            .iter()
            .flat_map(|(code, _)| self.rings[*code].iter().flatten().map(|&a| index(a)))
            .collect();
        let thin = |(i, arc): (usize, &Vec<(f64, f64)>)| {
            simplify::line(arc, if fine.contains(&i) { tolerance::FIVE } else { tolerance::OTHER })
        };
        let arcs: Vec<Vec<Point>> = self.arcs.iter().enumerate().map(thin).collect();

        let mut kept: BTreeMap<&str, Vec<Ring>> = BTreeMap::new();
        let mut owners: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
        for (code, rings) in &self.rings {
            let least = if of_five(code).is_some() { LEAST_ISLAND.0 } else { LEAST_ISLAND.1 };
            for ring in rings.iter().filter(|r| simplify::area(&walk(&arcs, r)) >= least) {
                kept.entry(code).or_default().push(ring.clone());
                ring.iter().for_each(|&a| owners.entry(index(a)).or_default().push(code));
            }
        }
        let coast = |a: &i32| owners[&index(*a)].len() == 1;
        let coasts = kept.values().flatten().flatten().copied().filter(coast).collect();
        let (mut borders, mut disputed) = (Vec::new(), Vec::new());
        for (&arc, codes) in &owners {
            if codes.len() == 2 && codes.iter().all(|c| of_five(c).is_none()) {
                let list = if self.is_disputed(arc, codes) { &mut disputed } else { &mut borders };
                list.push(arc as i32);
            }
        }
        let five =
            kept.iter().filter_map(|(code, rings)| Some((of_five(code)?, rings.clone()))).collect();
        renumber((arcs, five, stitch(&arcs_ends(&self.arcs), coasts), borders, disputed))
    }

    /// The Line of Control in Kashmir and the border with Aksai Chin, by where they lie.
    fn is_disputed(&self, arc: usize, codes: &[&str]) -> bool {
        let points = &self.arcs[arc];
        let count = points.len() as f64;
        let (x, y) = points.iter().fold((0.0, 0.0), |m, p| (m.0 + p.0 / count, m.1 + p.1 / count));
        let (x, y) = model::projection::units_to_km(x, y);
        let (lon, lat) = model::projection::to_degrees(x, y);
        let between = |a, b| codes.contains(&a) && codes.contains(&b);
        between("IND", "PAK") && lat > 32.4
            || between("CHN", "IND") && (32.5..36.5).contains(&lat) && lon > 76.0
    }
}

fn walk(arcs: &[Vec<Point>], ring: &[i32]) -> Vec<Point> {
    let mut out = Vec::new();
    for &a in ring {
        let arc = &arcs[index(a)];
        let skip = usize::from(!out.is_empty());
        if a < 0 {
            out.extend(arc.iter().rev().skip(skip));
        } else {
            out.extend(arc.iter().skip(skip));
        }
    }
    out
}

/// A point as a key: before they are simplified, arcs meet in equal bits.
type End = (u64, u64);

fn arcs_ends(arcs: &[Vec<(f64, f64)>]) -> Vec<(End, End)> {
    let key = |p: Option<&(f64, f64)>| p.map_or((0, 0), |p| (p.0.to_bits(), p.1.to_bits()));
    arcs.iter().map(|a| (key(a.first()), key(a.last()))).collect()
}

/// Joins arcs end to end into closed rings.
fn stitch(ends: &[(End, End)], arcs: Vec<i32>) -> Vec<Ring> {
    let from = |a: i32| if a < 0 { ends[index(a)].1 } else { ends[index(a)].0 };
    let to = |a: i32| if a < 0 { ends[index(a)].0 } else { ends[index(a)].1 };
    let mut left = arcs;
    let mut rings = Vec::new();
    while let Some(first) = left.pop() {
        let mut ring = vec![first];
        let mut end = to(first);
        while end != from(first) {
            let Some(next) = left.iter().position(|&a| from(a) == end) else { break };
            let arc = left.swap_remove(next);
            end = to(arc);
            ring.push(arc);
        }
        rings.push(ring);
    }
    rings.sort();
    rings
}

/// Drops arcs that nothing uses and numbers the rest anew.
fn renumber((arcs, mut five, mut land, mut borders, mut disputed): Parts) -> Parts {
    let mut used: BTreeMap<usize, i32> = BTreeMap::new();
    let mut all: Vec<&mut i32> = Vec::new();
    all.extend(five.iter_mut().flat_map(|(_, rings)| rings).flatten());
    all.extend(land.iter_mut().flatten());
    all.extend(borders.iter_mut().chain(&mut disputed));
    for arc in &all {
        let next = used.len() as i32;
        used.entry(index(**arc)).or_insert(next);
    }
    for arc in all {
        let new = used[&index(*arc)];
        *arc = if *arc < 0 { !new } else { new };
    }
    let mut kept: Vec<_> = used.into_iter().map(|(old, new)| (new, arcs[old].clone())).collect();
    kept.sort_by_key(|(new, _)| *new);
    (kept.into_iter().map(|(_, arc)| arc).collect(), five, land, borders, disputed)
}
