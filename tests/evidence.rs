//! The evidence views as static HTML: matrix, timeline, routes, voices.
#![cfg(not(target_arch = "wasm32"))]

mod html;

use eucam_watch::edition::{CHART, ISSUE};
use eucam_watch::view::{Part, written};
use leptos::prelude::*;
use model::{Basis, Body, CountryId, Subject};
use std::sync::LazyLock;

static READER: LazyLock<String> = LazyLock::new(|| {
    let _ = any_spawner::Executor::init_futures_executor();
    Owner::new().with(|| written(Part::Reader))
});

/// The section with this id, up to the next section.
fn section(id: &str) -> &'static str {
    let start = READER.find(&format!("id=\"{id}\"")).unwrap_or_else(|| panic!("{id} is missing"));
    let rest = &READER[start..];
    &rest[..rest.find("</section>").expect("a section ends")]
}

/// From an id to a closing tag.
fn element(html: &'static str, id: &str, end: &str) -> &'static str {
    let start = html.find(&format!("id=\"{id}\"")).unwrap_or_else(|| panic!("{id} is missing"));
    let rest = &html[start..];
    &rest[..rest.find(end).expect("an element ends")]
}

/// The words of a piece that begins within a tag.
fn words(html: &str) -> String {
    html::words(&format!("<{html}"))
}

#[test]
fn the_matrix_has_a_mark_and_a_word_in_every_cell_and_leads_to_its_sentence() {
    let matrix = section("matrix");
    let rows: Vec<&str> = matrix.split("<tr data-row=").skip(1).collect();
    assert_eq!(rows.len(), CountryId::ALL.len());
    for (row, country) in rows.iter().zip(CountryId::ALL) {
        let cells: Vec<&str> = row.split("<td ").skip(1).collect();
        assert_eq!(cells.len(), Body::ALL.len());
        for (cell, body) in cells.iter().zip(Body::ALL) {
            let stated = ISSUE.stated(country, body);
            assert!(cell.contains(&format!("href=\"#{}\"", stated.id)), "{}", stated.id);
            let round = if body.is_beside_nato() { "r" } else { "m" };
            let mark = format!("<use href=\"#{round}-{}\"", stated.standing.slug());
            assert!(cell.contains(&mark), "{}", stated.id);
            let word = &ISSUE.standing_text(stated.standing).name;
            let cell = &cell[..cell.find("</td>").expect("a cell ends")];
            assert_eq!(&words(&format!("<{cell}")), word, "{}", stated.id);
        }
    }
}

#[test]
fn the_timeline_has_every_event_with_its_words_and_a_bar_only_where_the_text_gives_an_anchor() {
    let timeline = section("timeline");
    assert!(ISSUE.events.len() >= 45);
    for event in &ISSUE.events {
        let row = element(timeline, &event.id, "</li>");
        let text = words(row);
        assert!(text.contains(&event.words) && text.contains(&event.what), "{}", event.id);
        assert!(text.contains(&event.witness.quote), "{}", event.id);
        assert!(text.contains(event.dating.words()), "{}", event.id);
        assert_eq!(row.contains("class=\"axis\""), event.span.is_some(), "{}", event.id);
        let place = event.place.as_ref();
        let lights = place.map(|p| format!("data-lights=\"{p}\""));
        assert!(lights.is_none_or(|l| row.contains(&l)), "{}", event.id);
        let on_map = place.is_none_or(|id| CHART.places.iter().any(|p| p.id == *id));
        assert!(on_map, "{}", event.id);
    }
}

#[test]
fn the_figures_stand_as_quoted_with_their_bases() {
    let timeline = section("timeline");
    let shown: Vec<u8> = ISSUE.figures.iter().map(|f| f.percent).collect();
    assert_eq!(shown, [10, 90, 60, 75]);
    for figure in &ISSUE.figures {
        let row = words(element(timeline, &figure.id, "</li>"));
        assert!(row.contains(&figure.words) && row.contains(&figure.base), "{row}");
        assert_eq!(row.contains("· initially planned ·"), figure.planned, "{row}");
    }
    assert!(words(timeline).contains(&ISSUE.figures_note));
}

#[test]
fn every_leg_has_its_clause_and_a_line_or_the_reason_for_none() {
    let map = Owner::new().with(|| written(Part::Over));
    for told in &ISSUE.told {
        let end = "</ol>";
        let html = element(section("routes"), &told.id, end);
        let legs: Vec<&str> = html.split("<li").skip(1).collect();
        assert_eq!(legs.len(), told.legs.len(), "{}", told.id);
        for (row, leg) in legs.iter().zip(&told.legs) {
            let text = words(row);
            assert!(text.contains(&leg.what) && text.contains(&leg.witness.quote), "{text}");
            assert!(leg.missing.as_ref().is_none_or(|m| text.contains(m.as_str())), "{text}");
            if let Some((line, from, to)) = &leg.line {
                let id = format!("leg-{line}-{from}-{to}");
                assert!(row.contains(&id), "{id}");
                assert_eq!(map.matches(&format!("data-leg=\"{id}\"")).count(), 1, "{id}");
            }
        }
    }
    // The New Silk Road is a plan without a blueprint.
    let plan = ISSUE.told.iter().find(|t| t.id == "route-new-silk-road").expect("it is told");
    assert!(plan.missing.is_some() && plan.legs.iter().all(|l| l.line.is_none()));
}

#[test]
fn every_statement_stands_with_its_voice_and_premises_stand_apart() {
    for (i, topic) in ISSUE.topics.iter().enumerate() {
        let id = format!("voices-{}", topic.id);
        let start = READER.find(&format!("id=\"{id}\"")).expect("every topic is there");
        let rest = &READER[start..];
        let html = &rest[..rest[1..].find("id=\"voices-").unwrap_or(rest.len() - 1)];
        let html = &html[..html.find("</section>").unwrap_or(html.len())];
        let (claims, premises) = html.split_once("class=\"premises\"").unwrap_or((html, ""));
        for fact in ISSUE.facts.iter().filter(|f| usize::from(f.topic) == i) {
            let passage = &ISSUE.passages[usize::from(fact.witness.passage)];
            let speaker = ISSUE.speaker_of(passage);
            let part = match fact.basis {
                Basis::Premise => premises,
                _ => {
                    let name = format!(">{}</h4>", speaker.name);
                    let own = claims.split_once(&name).expect("the voice has a column").1;
                    own.split("<h4").next().expect("a split has a first part")
                }
            };
            assert!(words(&format!(">{part}")).contains(&fact.statement), "{}", fact.id);
            let link = match fact.subject {
                Subject::Around => format!("id=\"{}\"", fact.id),
                _ => format!("href=\"#{}\"", fact.id),
            };
            assert!(part.contains(&link), "{}", fact.id);
        }
    }
}

#[test]
fn every_acronym_of_the_text_is_in_the_glossary() {
    use model::{Kind, Target};
    for passage in ISSUE.passages.iter().filter(|p| p.kind != Kind::Link) {
        let text = passage.text.as_str();
        let mut at = 0;
        for word in text.split(|c: char| !c.is_alphanumeric()) {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            assert!(start >= at);
            at = start;
            if word.len() < 2 || !word.chars().all(char::is_uppercase) {
                continue;
            }
            let named = passage.mentions.iter().any(|m| {
                (m.start as usize..m.end as usize).contains(&start)
                    && matches!(m.target, Target::Term(_))
            });
            assert!(named, "{word} in {}", passage.id);
        }
    }
}
