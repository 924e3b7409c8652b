//! Fewer points for the same line: Douglas-Peucker, then the integer grid.

use geo::{Coord, LineString, Simplify};
use model::atlas::Point;

/// Simplifies a line to within `tolerance` atlas units and puts it on the grid. A closed line is first
/// split at its farthest point, or an enclave could collapse.
pub fn line(points: &[(f64, f64)], tolerance: f64) -> Vec<Point> {
    let closed = points.len() > 4 && points.first() == points.last();
    if !closed {
        return grid(&simplify(points, tolerance));
    }
    let (x0, y0) = points[0];
    let distance = |&(x, y): &(f64, f64)| (x - x0).hypot(y - y0);
    let far = (0..points.len())
        .max_by(|&a, &b| distance(&points[a]).total_cmp(&distance(&points[b])))
        .unwrap_or(0);
    let mut both = simplify(&points[..=far], tolerance);
    both.extend(simplify(&points[far..], tolerance).into_iter().skip(1));
    grid(&both)
}

fn simplify(points: &[(f64, f64)], tolerance: f64) -> Vec<(f64, f64)> {
    let line: LineString = points.iter().map(|&(x, y)| Coord { x, y }).collect();
    line.simplify(tolerance).into_iter().map(|c| (c.x, c.y)).collect()
}

fn grid(points: &[(f64, f64)]) -> Vec<Point> {
    let mut out: Vec<Point> =
        points.iter().map(|&(x, y)| (x.round() as i32, y.round() as i32)).collect();
    out.dedup();
    out
}

/// Area inside a closed line, in square atlas units.
pub fn area(ring: &[Point]) -> f64 {
    let twice: f64 = ring
        .windows(2)
        .map(|w| f64::from(w[0].0) * f64::from(w[1].1) - f64::from(w[1].0) * f64::from(w[0].1))
        .sum();
    twice.abs() / 2.0
}
