//! The map: geometry made by `mapgen`, places and routes written by hand, all projected here.

use crate::evidence::Desk;
use crate::file::{File, pick};
use crate::problem::Problem;
use crate::tables;
use model::issue::Chart;
use model::{
    Atlas, Certainty, Country, CountryId, Layer, Mode, Place, PlaceKind, Route, projection,
};
use std::path::Path;

/// Reads `map/` and checks that shapes and countries match.
pub fn read(folder: &Path, desk: &mut Desk<'_>, countries: &[Country]) -> Option<Chart> {
    let atlas = File::read(folder, "map/atlas.json", desk.problems).and_then(|f| atlas(&f, desk));
    let places = File::read(folder, "map/places.toml", desk.problems);
    let routes = File::read(folder, "map/routes.toml", desk.problems);
    let places = places.and_then(|f| Some((f.toml::<tables::Places>(desk.problems)?, f)));
    let routes = routes.and_then(|f| Some((f.toml::<tables::Routes>(desk.problems)?, f)));
    let ((place_rows, place_file), (route_rows, route_file)) = (places?, routes?);
    let mut seen = Vec::new();
    for row in &place_rows.place {
        report_unfit(&place_file, &row.id, &[row.at], &mut seen, desk);
    }
    for row in &route_rows.route {
        report_unfit(&route_file, &row.id, &row.points, &mut seen, desk);
    }
    let placed: Vec<Place> =
        place_rows.place.iter().filter_map(|r| place(&place_file, r, countries, desk)).collect();
    for country in countries.iter().filter(|c| !placed.iter().any(|p| p.country == Some(c.id))) {
        let what = format!("`{}` has no label on the map", country.id.slug());
        desk.problems.push(place_file.problem(0, what));
    }
    Some(Chart {
        atlas: atlas?,
        places: placed,
        routes: route_rows.route.iter().filter_map(|r| route(&route_file, r, desk)).collect(),
        credit: place_rows.credit,
    })
}

fn atlas(file: &File, desk: &mut Desk<'_>) -> Option<Atlas> {
    let atlas: Atlas = match serde_json::from_str(&file.text) {
        Ok(atlas) => atlas,
        Err(error) => {
            let what = format!("is no atlas: {error}");
            desk.problems.push(Problem::new(&file.name, error.line(), what));
            return None;
        }
    };
    for id in CountryId::ALL {
        let shapes = atlas.countries.iter().filter(|(c, rings)| *c == id && !rings.is_empty());
        if shapes.count() != 1 {
            let what = format!("expected one shape for `{}`", id.slug());
            desk.problems.push(Problem::new(&file.name, 0, what));
        }
    }
    let known = |arc: &i32| (if *arc < 0 { !*arc } else { *arc } as usize) < atlas.arcs.len();
    let rings = atlas.countries.iter().flat_map(|(_, r)| r).chain(&atlas.land).flatten();
    if !rings.chain(&atlas.borders).chain(&atlas.disputed).all(known) {
        desk.problems.push(Problem::new(&file.name, 0, "a shape uses an arc that is not there"));
        return None;
    }
    Some(atlas)
}

fn units((lon, lat): (f64, f64)) -> (i32, i32) {
    let (x, y) = projection::to_units(lon, lat);
    (x.round() as i32, y.round() as i32)
}

fn layer(file: &File, word: &tables::Word, desk: &mut Desk<'_>) -> Option<Layer> {
    let layer = pick(file, "layer", word, &Layer::ALL, Layer::slug, desk.problems)?;
    if !matches!(layer, Layer::Ndn | Layer::Tapi) {
        let what = format!("layer `{}` has no lines or places; expected ndn or tapi", layer.slug());
        desk.problems.push(file.problem(word.span().start, what));
    }
    Some(layer)
}

/// Whether a point lies in the map's window.
fn is_on_map((lon, lat): (f64, f64)) -> bool {
    (0.0..=130.0).contains(&lon) && (15.0..=75.0).contains(&lat)
}

/// A place or route whose id stands twice, or which lies outside the map.
fn report_unfit(
    file: &File,
    id: &tables::Word,
    points: &[(f64, f64)],
    seen: &mut Vec<String>,
    desk: &mut Desk<'_>,
) {
    let at = id.span().start;
    if seen.contains(id.get_ref()) {
        desk.problems.push(file.problem(at, format!("id `{}` is doubled", id.get_ref())));
    }
    seen.push(id.get_ref().clone());
    if !points.iter().all(|&p| is_on_map(p)) {
        let what = format!("`{}` lies off the map; expected longitude, latitude", id.get_ref());
        desk.problems.push(file.problem(at, what));
    }
}

fn certainty(file: &File, word: &tables::Word, desk: &mut Desk<'_>) -> Option<Certainty> {
    pick(file, "certainty", word, &Certainty::ALL, Certainty::letter, desk.problems)
}

fn place(
    file: &File,
    row: &tables::Place,
    countries: &[Country],
    desk: &mut Desk<'_>,
) -> Option<Place> {
    let kind = pick(file, "kind", &row.kind, &PlaceKind::ALL, PlaceKind::slug, desk.problems)?;
    let (mut name, mut country) = (row.name.get_ref().clone(), None);
    if kind == PlaceKind::Country {
        let all = CountryId::ALL;
        let id = pick(file, "country", &row.name, &all, CountryId::slug, desk.problems)?;
        country = Some(id);
        name = countries.iter().find(|c| c.id == id)?.name.clone();
    }
    pick(file, "side", &row.side, &model::place::SIDES, |s| s, desk.problems);
    if !(1..=4).contains(&row.tier) {
        desk.problems.push(file.problem(row.id.span().start, "expected `tier` 1, 2, 3 or 4"));
    }
    Some(Place {
        id: row.id.get_ref().clone(),
        name,
        country,
        kind,
        at: units(row.at),
        side: row.side.get_ref().clone(),
        tier: row.tier,
        turn: row.turn,
        layer: row.layer.as_ref().and_then(|w| layer(file, w, desk)),
        source: row.source.clone(),
        certainty: certainty(file, &row.certainty, desk)?,
        witness: desk.witness(file, row.article.as_ref(), row.quote.as_ref()),
    })
}

fn route(file: &File, row: &tables::Route, desk: &mut Desk<'_>) -> Option<Route> {
    if row.points.len() < 2 {
        desk.problems.push(file.problem(row.id.span().start, "expected two points or more"));
    }
    Some(Route {
        id: row.id.get_ref().clone(),
        name: row.name.clone(),
        mode: pick(file, "mode", &row.mode, &Mode::ALL, Mode::slug, desk.problems)?,
        layer: layer(file, &row.layer, desk)?,
        spur: row.spur,
        points: row.points.iter().map(|&p| units(p)).collect(),
        source: row.source.clone(),
        certainty: certainty(file, &row.certainty, desk)?,
        witness: desk.witness(file, row.article.as_ref(), row.quote.as_ref()),
    })
}
