//! The map's geometry: arcs stored once, and the paths that are drawn from them.

use crate::{CountryId, projection};
use serde::{Deserialize, Serialize};
use std::fmt::Write;

/// A point in atlas units (see [`projection::UNIT`]).
pub type Point = (i32, i32);

/// A closed outline as arcs in order; `!i` stands for arc `i` walked backwards.
pub type Ring = Vec<i32>;

/// Lines between and around countries, lakes and rivers, simplified and on an integer grid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Atlas {
    /// Lines, each stored once: a border between two countries belongs to both.
    pub arcs: Vec<Vec<Point>>,
    /// Outlines of the five, enclaves included.
    pub countries: Vec<(CountryId, Vec<Ring>)>,
    /// All land in the window as one shape.
    pub land: Vec<Ring>,
    /// Arcs between two of the other countries.
    pub borders: Vec<i32>,
    /// The same where the border is disputed.
    pub disputed: Vec<i32>,
    /// Outlines of lakes.
    pub lakes: Vec<Vec<Point>>,
    /// Rivers by name.
    pub rivers: Vec<River>,
}

/// A river's course.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct River {
    /// Its name.
    pub name: String,
    /// One of the great rivers of the five.
    pub main: bool,
    /// Its pieces.
    pub lines: Vec<Vec<Point>>,
}

impl Atlas {
    /// Points along an arc, backwards for `!i`.
    pub fn arc(&self, index: i32) -> impl DoubleEndedIterator<Item = Point> + '_ {
        let (at, backwards) = if index < 0 { (!index, true) } else { (index, false) };
        let arc = &self.arcs[usize::try_from(at).expect("press checks arc numbers")];
        let (mut ahead, mut behind) = (arc.iter(), arc.iter().rev());
        std::iter::from_fn(move || if backwards { behind.next() } else { ahead.next() }.copied())
            .collect::<Vec<_>>()
            .into_iter()
    }

    /// Points around a ring; the last one repeats the first.
    pub fn ring(&self, ring: &[i32]) -> Vec<Point> {
        let mut points: Vec<Point> = Vec::new();
        for &index in ring {
            points.extend(self.arc(index).skip(usize::from(!points.is_empty())));
        }
        points
    }

    /// SVG path data of closed outlines.
    pub fn area(&self, rings: &[Ring]) -> String {
        rings.iter().map(|ring| path(&self.ring(ring), true)).collect()
    }

    /// SVG path data of open lines.
    pub fn lines(&self, arcs: &[i32]) -> String {
        arcs.iter().map(|&i| path(&self.arc(i).collect::<Vec<_>>(), false)).collect()
    }
}

/// SVG path data of points: one absolute move, then relative lines in the fewest characters.
pub fn path(points: &[Point], closed: bool) -> String {
    let points = match points {
        [first, rest @ .., last] if closed && first == last && !rest.is_empty() => {
            &points[..points.len() - 1]
        }
        _ => points,
    };
    let mut out = String::new();
    let Some(&(x, y)) = points.first() else { return out };
    let number = |out: &mut String, value: i32, first: bool| {
        if !first && value >= 0 {
            out.push(' ');
        }
        write!(out, "{value}").expect("writing to a string cannot fail");
    };
    out.push('M');
    number(&mut out, x, true);
    number(&mut out, y, false);
    out.push('l');
    for (i, pair) in points.windows(2).enumerate() {
        number(&mut out, pair[1].0 - pair[0].0, i == 0);
        number(&mut out, pair[1].1 - pair[0].1, false);
    }
    if closed {
        out.push('z');
    }
    out
}

/// SVG path data of a smooth line through points (Catmull-Rom as cubic Béziers).
pub fn smooth(points: &[Point]) -> String {
    smooth_part(points, 0, points.len().saturating_sub(1))
}

/// The same from one of the points to another, along the same curve.
pub fn smooth_part(points: &[Point], from: usize, to: usize) -> String {
    /// How far a control point leans towards the neighbours: a sixth is Catmull-Rom, less is tauter.
    const LEAN: f64 = 1.0 / 8.5;
    let at = |i: isize| {
        let last = points.len() as isize - 1;
        let (x, y) = points[i.clamp(0, last) as usize];
        (f64::from(x), f64::from(y))
    };
    let Some((x, y)) = points.get(from) else { return String::new() };
    let mut out = format!("M{x} {y}");
    for i in from as isize..to.min(points.len() - 1) as isize {
        let (a, b, c, d) = (at(i - 1), at(i), at(i + 1), at(i + 2));
        let one = (b.0 + (c.0 - a.0) * LEAN, b.1 + (c.1 - a.1) * LEAN);
        let two = (c.0 - (d.0 - b.0) * LEAN, c.1 - (d.1 - b.1) * LEAN);
        write!(out, "C{:.0} {:.0} {:.0} {:.0} {} {}", one.0, one.1, two.0, two.1, c.0, c.1)
            .expect("writing to a string cannot fail");
    }
    out
}

/// SVG path data of the graticule, a line every ten degrees: meridians are straight in a conic
/// projection and parallels are circles round the apex, so neither needs sampling.
pub fn graticule() -> String {
    let (apex_x, apex_y) = projection::apex();
    let mut out = String::new();
    for lon in (0..=130).step_by(10).map(f64::from) {
        let ((x1, y1), (x2, y2)) =
            (projection::to_units(lon, 18.0), projection::to_units(lon, 72.0));
        write!(out, "M{x1:.0} {y1:.0}L{x2:.0} {y2:.0}").expect("writing to a string cannot fail");
    }
    for lat in (20..=70).step_by(10).map(f64::from) {
        let ((x1, y1), (x2, y2)) =
            (projection::to_units(0.0, lat), projection::to_units(130.0, lat));
        let r = (x1 - apex_x).hypot(y1 - apex_y);
        write!(out, "M{x1:.0} {y1:.0}A{r:.0} {r:.0} 0 0 0 {x2:.0} {y2:.0}")
            .expect("writing to a string cannot fail");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ring_walks_its_arcs_forwards_and_backwards() {
        let atlas = Atlas {
            arcs: vec![vec![(0, 0), (10, 0)], vec![(0, 0), (0, 5), (10, 0)]],
            countries: Vec::new(),
            land: Vec::new(),
            borders: Vec::new(),
            disputed: Vec::new(),
            lakes: Vec::new(),
            rivers: Vec::new(),
        };
        assert_eq!(atlas.ring(&[0, !1]), [(0, 0), (10, 0), (0, 5), (0, 0)]);
        assert_eq!(atlas.area(&[vec![0, !1]]), "M0 0l10 0-10 5z");
        assert_eq!(atlas.lines(&[1]), "M0 0l0 5 10-5");
    }
}
