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
    pick(file, "layer", word, &Layer::ALL, Layer::slug, desk.problems)
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
