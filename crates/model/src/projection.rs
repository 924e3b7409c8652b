//! The map's projection: Albers equal-area conic on a sphere, and the integer grid it is stored on.
//!
//! Formulae: J. P. Snyder, "Map Projections: A Working Manual" (USGS 1395, 1987), pp. 98–100.

/// Mean radius of the Earth in km (IUGG R1).
pub const RADIUS: f64 = 6371.0088;
/// Kilometres per atlas unit: a tenth of a pixel of a region view 1,200 px wide.
pub const UNIT: f64 = 0.325;
/// West edge of the data window in km from the centre.
pub const WEST: f64 = -3700.0;
/// North edge of the data window in km from the centre.
pub const NORTH: f64 = 2600.0;
/// Width of the data window in km.
pub const WIDTH: f64 = 6300.0;
/// Height of the data window in km.
pub const HEIGHT: f64 = 4900.0;

const PARALLELS: (f64, f64) = (38.0, 52.0);
const CENTRE: (f64, f64) = (66.0, 45.0);

struct Cone {
    n: f64,
    c: f64,
    rho0: f64,
}

fn cone() -> Cone {
    let (south, north) = (PARALLELS.0.to_radians(), PARALLELS.1.to_radians());
    let n = (south.sin() + north.sin()) / 2.0;
    let c = south.cos().powi(2) + 2.0 * n * south.sin();
    let rho0 = (c - 2.0 * n * CENTRE.1.to_radians().sin()).sqrt() / n;
    Cone { n, c, rho0 }
}

/// Longitude and latitude in degrees to km east and north of 66° E 45° N.
pub fn to_km(lon: f64, lat: f64) -> (f64, f64) {
    let Cone { n, c, rho0 } = cone();
    let rho = (c - 2.0 * n * lat.to_radians().sin()).sqrt() / n;
    let theta = n * (lon - CENTRE.0).to_radians();
    (RADIUS * rho * theta.sin(), RADIUS * (rho0 - rho * theta.cos()))
}

/// Kilometres east and north of the centre to degrees of longitude and latitude.
pub fn to_degrees(x: f64, y: f64) -> (f64, f64) {
    let Cone { n, c, rho0 } = cone();
    let (x, y) = (x / RADIUS, rho0 - y / RADIUS);
    let rho = x.hypot(y);
    let lat = ((c - (rho * n).powi(2)) / (2.0 * n)).asin().to_degrees();
    (CENTRE.0 + (x.atan2(y) / n).to_degrees(), lat)
}

/// Kilometres to atlas units, which count from the window's north-west corner, y downwards.
pub fn km_to_units(x: f64, y: f64) -> (f64, f64) {
    ((x - WEST) / UNIT, (NORTH - y) / UNIT)
}

/// Atlas units back to kilometres east and north of the centre.
pub fn units_to_km(x: f64, y: f64) -> (f64, f64) {
    (WEST + x * UNIT, NORTH - y * UNIT)
}

/// Longitude and latitude in degrees to atlas units.
pub fn to_units(lon: f64, lat: f64) -> (f64, f64) {
    let (x, y) = to_km(lon, lat);
    km_to_units(x, y)
}

/// The apex of the cone in atlas units: the centre of all parallels' circles.
pub fn apex() -> (f64, f64) {
    km_to_units(0.0, RADIUS * cone().rho0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_places_fall_where_an_independent_projection_puts_them() {
        // Rounded to whole km by PROJ's +proj=aea +lat_1=38 +lat_2=52 +lat_0=45 +lon_0=66.
        for (lon, lat, x, y) in [(41.67, 42.14, -1964.0, -25.0), (24.11, 56.95, -2476.0, 1978.0)] {
            let (px, py) = to_km(lon, lat);
            assert!((px - x).abs() < 1.0 && (py - y).abs() < 1.0, "{px} {py}");
        }
    }

    #[test]
    fn a_degree_cell_keeps_its_area() {
        let corner = |lon: f64, lat: f64| to_km(lon, lat);
        for (lon, lat) in [(50.0, 37.0), (66.0, 45.0), (85.0, 53.0)] {
            let ring = [(0.0, 0.0), (0.1, 0.0), (0.1, 0.1), (0.0, 0.1)]
                .map(|(a, b)| corner(lon + a, lat + b));
            let flat: f64 = (0..4)
                .map(|i| ring[i].0 * ring[(i + 1) % 4].1 - ring[(i + 1) % 4].0 * ring[i].1)
                .sum::<f64>()
                / 2.0;
            let (south, north) = (lat.to_radians(), (lat + 0.1_f64).to_radians());
            let sphere = RADIUS.powi(2) * 0.1_f64.to_radians() * (north.sin() - south.sin());
            assert!((flat / sphere - 1.0).abs() < 1e-4, "{flat} against {sphere}");
        }
    }

    proptest! {
        #[test]
        fn there_and_back(lon in 20.0..95.0_f64, lat in 25.0..62.0_f64) {
            let (x, y) = to_km(lon, lat);
            let (back_lon, back_lat) = to_degrees(x, y);
            prop_assert!((lon - back_lon).abs() < 1e-9 && (lat - back_lat).abs() < 1e-9);
        }
    }
}
