//! Routes as the text tells them, each leg tied to its clause, and the figures of the transit network.

use crate::evidence::Desk;
use crate::file::{File, pick};
use crate::tables::Word;
use crate::timeline::known;
use crate::witness;
use model::{Chart, Figure, Leg, Mode, Told};
use serde::Deserialize;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Routes {
    pub figures_note: String,
    route: Vec<Row>,
    figure: Vec<FigureRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: Word,
    name: String,
    missing: Option<String>,
    article: Option<Word>,
    quote: Option<Word>,
    leg: Vec<LegRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LegRow {
    what: Word,
    mode: Option<Word>,
    line: Option<Word>,
    stretch: Option<Spanned<(u16, u16)>>,
    place: Option<Word>,
    missing: Option<String>,
    article: Word,
    quote: Word,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FigureRow {
    id: Word,
    of: String,
    words: Word,
    percent: u8,
    when: String,
    base: String,
    #[serde(default)]
    planned: bool,
    article: Word,
    quote: Word,
}

/// The routes, in the order of `content/`.
pub fn routes(file: &File, table: &Routes, chart: &Chart, desk: &mut Desk<'_>) -> Vec<Told> {
    let route = |row: &Row| {
        let witness = desk.witness(file, row.article.as_ref(), row.quote.as_ref());
        if row.missing.is_some() != row.quote.is_some() {
            let what = "what a route lacks (`missing`) needs its sentence, and nothing else does";
            desk.problems.push(file.problem(row.id.span().start, what));
        }
        Told {
            id: format!("route-{}", row.id.get_ref()),
            name: row.name.clone(),
            missing: row.missing.clone().zip(witness),
            legs: (1..)
                .zip(&row.leg)
                .filter_map(|(n, l)| leg(file, row.id.get_ref(), n, l, chart, desk))
                .collect(),
        }
    };
    table.route.iter().map(route).collect()
}

fn leg(
    file: &File,
    route: &str,
    number: usize,
    row: &LegRow,
    chart: &Chart,
    desk: &mut Desk<'_>,
) -> Option<Leg> {
    let mode = row.mode.as_ref();
    let mode = mode.and_then(|w| pick(file, "mode", w, &Mode::ALL, Mode::slug, desk.problems));
    let line = row.line.as_ref().and_then(|word| {
        let at = known(file, word, "line of the map", chart.routes.iter().map(|r| &*r.id), desk)?;
        let last = chart.routes[at].points.len() as u16 - 1;
        let (from, to) = row.stretch.as_ref().map_or((0, last), |s| *s.get_ref());
        if from >= to || to > last {
            let at = row.stretch.as_ref().map_or(word.span().start, |s| s.span().start);
            let what = format!("expected a stretch of the points 0 to {last}");
            desk.problems.push(file.problem(at, what));
        }
        Some((word.get_ref().clone(), from, to))
    });
    if row.stretch.is_some() && row.line.is_none() {
        let what = "a `stretch` is part of a `line`";
        desk.problems.push(file.problem(row.what.span().start, what));
    }
    let place = row.place.as_ref().and_then(|w| {
        known(file, w, "place of the map", chart.places.iter().map(|p| &*p.id), desk)
    });
    if row.line.is_none() && row.place.is_none() && row.missing.is_none() {
        let what = "a leg has a `line`, a `place`, or says in `missing` what the text leaves out";
        desk.problems.push(file.problem(row.what.span().start, what));
    }
    Some(Leg {
        id: format!("route-{route}-{number}"),
        what: row.what.get_ref().clone(),
        mode,
        line,
        place: place.map(|i| chart.places[i].id.clone()),
        missing: row.missing.clone(),
        witness: witness::find(file, desk.text, &row.article, &row.quote, desk.problems)?,
    })
}

/// The figures, in the order of `content/`: the number of each stands in its words, and they in its clause.
pub fn figures(file: &File, table: &Routes, desk: &mut Desk<'_>) -> Vec<Figure> {
    let figure = |row: &FigureRow| {
        let words = row.words.get_ref();
        if !words.contains(&row.percent.to_string()) || !row.quote.get_ref().contains(&**words) {
            let what = format!("{} percent and “{words}” do not stand in the quote", row.percent);
            desk.problems.push(file.problem(row.words.span().start, what));
        }
        Some(Figure {
            id: format!("figure-{}", row.id.get_ref()),
            of: row.of.clone(),
            words: words.clone(),
            percent: row.percent,
            when: row.when.clone(),
            base: row.base.clone(),
            planned: row.planned,
            witness: witness::find(file, desk.text, &row.article, &row.quote, desk.problems)?,
        })
    };
    table.figure.iter().filter_map(figure).collect()
}
