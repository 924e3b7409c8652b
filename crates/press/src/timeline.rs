//! What the text gives a time to: each event's words stand in its sentence, and it has a place in the
//! calendar or says that it has none.

use crate::evidence::Desk;
use crate::file::{File, pick};
use crate::problem::nearest;
use crate::tables::Word;
use crate::witness;
use model::{CountryId, Dating, Event, Open, Place, Span, Subject, Tense, Term};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Timeline {
    event: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: Word,
    what: String,
    words: Word,
    is: Word,
    from: Option<Word>,
    to: Option<Word>,
    open: Option<Word>,
    tense: Option<Word>,
    #[serde(default)]
    states: Vec<Word>,
    #[serde(default)]
    organisations: Vec<Word>,
    place: Option<Word>,
    article: Word,
    quote: Word,
}

/// The events: first what has a place in the calendar, in its order; then the rest, in that of `content/`.
pub fn events(
    file: &File,
    table: &Timeline,
    terms: &[Term],
    places: &[Place],
    desk: &mut Desk<'_>,
) -> Vec<Event> {
    let mut events: Vec<Event> =
        table.event.iter().filter_map(|row| event(file, row, terms, places, desk)).collect();
    events.sort_by_key(|e| (e.span.is_none(), e.span));
    events
}

fn event(
    file: &File,
    row: &Row,
    terms: &[Term],
    places: &[Place],
    desk: &mut Desk<'_>,
) -> Option<Event> {
    let dating = pick(file, "dating", &row.is, &Dating::ALL, Dating::slug, desk.problems);
    let from = row.from.as_ref().and_then(|w| month(file, w, false, desk));
    let to = row.to.as_ref().and_then(|w| month(file, w, true, desk));
    let open = row.open.as_ref();
    let open = open.and_then(|w| pick(file, "open", w, &Open::ALL, Open::slug, desk.problems));
    let tense = row.tense.as_ref();
    let tense = tense.and_then(|w| pick(file, "tense", w, &Tense::ALL, Tense::slug, desk.problems));
    let at = row.id.span().start;
    if row.from.is_some() != row.to.is_some() {
        desk.problems.push(file.problem(at, "expected both `from` and `to`, or neither"));
    }
    if row.from.is_some() == row.tense.is_some() {
        let what = "expected a place in the calendar (`from`, `to`) or a `tense`, and not both";
        desk.problems.push(file.problem(at, what));
    }
    let span = from.zip(to).map(|(from, to)| Span { from, to });
    if span.is_some_and(|s| s.from > s.to) {
        desk.problems.push(file.problem(at, "`from` lies after `to`"));
    }
    let needs_date = matches!(dating, Some(Dating::Dated | Dating::Approximate));
    if needs_date && row.from.is_none() || dating == Some(Dating::Undated) && row.from.is_some() {
        let what =
            "what is dated or approximate has a place in the calendar, and what is undated none";
        desk.problems.push(file.problem(row.is.span().start, what));
    }
    if !row.quote.get_ref().contains(row.words.get_ref().as_str()) {
        let what = format!("the words “{}” do not stand in the quote", row.words.get_ref());
        desk.problems.push(file.problem(row.words.span().start, what));
    }
    let together = row.states.iter().any(|w| w.get_ref() == Subject::Collective.slug());
    let own = row.states.iter().filter(|w| w.get_ref() != Subject::Collective.slug());
    let states =
        own.filter_map(|w| pick(file, "state", w, &CountryId::ALL, CountryId::slug, desk.problems));
    let states = states.collect();
    let terms_named = row
        .organisations
        .iter()
        .filter_map(|w| known(file, w, "organisation", terms.iter().map(|t| t.id.as_str()), desk));
    let terms_named = terms_named.map(|i| i as u16).collect();
    let place = row.place.as_ref().and_then(|w| {
        known(file, w, "place of the map", places.iter().map(|p| p.id.as_str()), desk)
    });
    Some(Event {
        id: format!("event-{}", row.id.get_ref()),
        what: row.what.clone(),
        words: row.words.get_ref().clone(),
        dating: dating?,
        span,
        open,
        tense,
        states,
        together,
        terms: terms_named,
        place: place.map(|i| places[i].id.clone()),
        witness: witness::find(file, desk.text, &row.article, &row.quote, desk.problems)?,
    })
}

/// `2011` or `2011-11` as a month; of a whole year its first, or its last.
fn month(file: &File, word: &Word, last: bool, desk: &mut Desk<'_>) -> Option<u16> {
    let (year, month) = match word.get_ref().split_once('-') {
        Some((year, month)) => (year, month.parse().ok()),
        None => (word.get_ref().as_str(), Some(if last { 12 } else { 1 })),
    };
    let year = year.parse().ok().filter(|y: &u16| (1900..2100).contains(y));
    let month = month.filter(|m: &u16| (1..=12).contains(m));
    let found = year.zip(month).map(|(y, m)| y * 12 + m - 1);
    if found.is_none() {
        let what = format!("`{}` is no year (2011) or month (2011-11)", word.get_ref());
        desk.problems.push(file.problem(word.span().start, what));
    }
    found
}

/// Which of these ids a word is, or a problem that names the nearest.
pub fn known<'a>(
    file: &File,
    word: &Word,
    what: &str,
    ids: impl Iterator<Item = &'a str> + Clone,
    desk: &mut Desk<'_>,
) -> Option<usize> {
    let found = ids.clone().position(|id| id == word.get_ref());
    if found.is_none() {
        let text = format!("unknown {what} `{}`", word.get_ref());
        let near = nearest(word.get_ref(), ids);
        desk.problems.push(file.problem(word.span().start, text).near(near));
    }
    found
}
