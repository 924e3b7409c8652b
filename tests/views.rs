//! The views as HTML: what a reader finds in the page before any script has run.

mod html;

use eucam_watch::app::App;
use eucam_watch::edition::{CHART, ISSUE};
use eucam_watch::view::{Part, stylesheet, written};
use html::{verbatim, words};
use leptos::prelude::*;
use model::{Body, CountryId, Standing, Subject};
use std::sync::LazyLock;

static PAGE: LazyLock<String> = LazyLock::new(|| {
    let _ = any_spawner::Executor::init_futures_executor();
    Owner::new().with(|| view! { <App /> }.to_html())
});

/// The element with this id, up to `end`.
fn element<'a>(html: &'a str, id: &str, end: &str) -> &'a str {
    let start = html.find(&format!("id=\"{id}\"")).unwrap_or_else(|| panic!("{id} is missing"));
    let rest = &html[start..];
    &rest[rest.find('>').expect("a tag ends") + 1..rest.find(end).expect("an element ends")]
}

#[test]
fn every_passage_is_in_the_page_once_with_all_its_words() {
    for passage in &ISSUE.passages {
        let id = format!("id=\"{}\"", passage.id);
        assert_eq!(PAGE.matches(&id).count(), 1, "{}", passage.id);
        let rest = &PAGE[PAGE.find(&id).expect("just counted")..];
        let end = ["</p>", "</h1>", "</h2>", "</h3>"].iter().filter_map(|t| rest.find(t)).min();
        let html = &rest[rest.find('>').expect("a tag ends") + 1..end.expect("an element ends")];
        let shown = verbatim(html).replace("[sic]", "");
        assert_eq!(shown.trim_end_matches(" ¶"), passage.text, "{}", passage.id);
    }
}

#[test]
fn the_originals_errors_are_marked_and_kept() {
    assert_eq!(PAGE.matches("[sic]").count(), ISSUE.sics.len());
    assert!(words(&PAGE).contains("James Apparthurai[sic]"));
}

#[test]
fn every_card_has_eight_standings_in_words_each_with_its_sentence() {
    for country in CountryId::ALL {
        let card = written(Part::Card(country));
        for body in Body::ALL {
            let stated = ISSUE.stated(country, body);
            let row = element(&card, &stated.id, "</li>");
            let text = words(row);
            assert!(
                text.contains(&ISSUE.standing_text(stated.standing).name),
                "{}: {text}",
                stated.id
            );
            match &stated.witness {
                Some(witness) => assert!(text.contains(&witness.quote), "{}", stated.id),
                None => assert!(text.contains(&ISSUE.silence), "{}", stated.id),
            }
        }
    }
}

#[test]
fn silence_is_never_shown_as_no() {
    let card = written(Part::Card(CountryId::Turkmenistan));
    for body in Body::ALL {
        let stated = ISSUE.stated(CountryId::Turkmenistan, body);
        let text = words(element(&card, &stated.id, "</summary>"));
        let says_no = text.split_whitespace().any(|w| w == "No");
        assert_eq!(says_no, stated.standing == Standing::No, "{text}");
    }
}

#[test]
fn every_fact_shows_who_says_it_and_leads_to_its_passage() {
    for fact in &ISSUE.facts {
        let html = match fact.subject {
            Subject::Country(id) => written(Part::Card(id)),
            Subject::Collective | Subject::Around => written(Part::Reader),
        };
        let row = element(&html, &fact.id, "</li>");
        let passage = &ISSUE.passages[usize::from(fact.witness.passage)];
        assert!(words(row).contains(&fact.statement), "{}", fact.id);
        assert!(words(row).contains(&fact.witness.quote), "{}", fact.id);
        assert!(words(row).contains(&ISSUE.speaker_of(passage).name), "{}", fact.id);
        assert!(row.contains(&format!("href=\"#{}\"", passage.id)), "{}", fact.id);
    }
}

#[test]
fn every_link_inside_the_page_lands() {
    for tag in PAGE.split("<a ").skip(1).filter_map(|rest| rest.split_once('>').map(|(t, _)| t)) {
        let Some((_, link)) = tag.split_once("href=\"#") else { continue };
        let fragment = link.split('"').next().expect("an attribute ends").replace("&amp;", "&");
        let id = fragment.split('&').next().expect("a split has a first part");
        let named = PAGE.contains(&format!("id=\"{id}\""));
        assert!(named || id == model::address::OVERVIEW, "#{id} leads nowhere");
        let read = model::Address::parse(&fragment, |id| ISSUE.anchor(id));
        assert!(read.is_ok(), "#{fragment} is called unknown");
    }
}

#[test]
fn no_id_is_given_twice() {
    let mut seen = std::collections::HashSet::new();
    for id in PAGE.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(seen.insert(id), "{id} is doubled");
    }
}

/// Else one could be given to a statement or a passage, and the mistake not be told with its line.
#[test]
fn every_id_of_the_page_is_one_of_the_content_or_kept_from_it() {
    let reserved = press::reserved(&ISSUE.topics);
    for id in PAGE.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        let of_content = ISSUE.anchor(id).is_some();
        assert!(of_content || reserved.iter().any(|r| r == id), "{id} is not reserved");
    }
}

#[test]
fn the_map_links_its_five_states_and_signs_each() {
    for country in CountryId::ALL {
        let link = format!("href=\"#{}\"", country.slug());
        let name = format!("aria-label=\"{}\"", ISSUE.country(country).name);
        let tags = PAGE.split("<a ").filter_map(|t| t.split_once('>')).map(|(tag, _)| tag);
        let mut states = tags.filter(|t| t.contains("class=\"state "));
        let tag = states.find(|t| t.contains(&link)).expect("a link for each state");
        assert!(tag.contains(&name), "{tag:.200}");
    }
    let labels = written(Part::Labels);
    assert_eq!(labels.matches("<use").count(), 5 * Body::SIGNATURE.len());
}

#[test]
fn the_legend_tells_eight_marks_apart() {
    let legend = written(Part::Legend);
    for standing in Standing::ALL {
        assert!(legend.contains(&format!("href=\"#m-{}\"", standing.slug())), "{standing:?}");
    }
    let symbols: std::collections::HashSet<_> = PAGE
        .split("<symbol")
        .skip(1)
        .filter_map(|s| s.split_once('>').and_then(|(_, rest)| rest.split("</symbol>").next()))
        .collect();
    assert_eq!(symbols.len(), 2 * Standing::ALL.len());
}

#[test]
fn every_place_of_the_map_has_a_position_and_a_source() {
    let style = stylesheet();
    for place in &CHART.places {
        assert!(style.contains(&format!(".at-{} {{", place.id)), "{}", place.id);
        assert!(!place.source.is_empty(), "{}", place.id);
    }
    let foot = words(&written(Part::Foot));
    for route in &CHART.routes {
        assert!(foot.contains(&route.source), "{}", route.id);
    }
}

#[test]
fn nothing_in_the_page_carries_a_style_attribute() {
    assert!(!PAGE.contains(" style=\""), "the security policy would refuse it");
}

#[test]
fn no_attribute_has_a_name_that_html_does_not_know() {
    let names = PAGE.split(['<', ' ']).filter_map(|word| word.split_once("=\""));
    let odd: Vec<_> = names.filter(|(name, _)| name.contains('_')).collect();
    assert!(odd.is_empty(), "{:?}", odd.first());
}

#[test]
fn every_mention_in_the_running_text_is_a_link_in_reading_order() {
    for country in CountryId::ALL {
        let own = format!("href=\"#{}\"", country.slug());
        let tags = PAGE.split("<a ").skip(1).filter_map(|rest| rest.split_once("</a>"));
        let shown: Vec<String> = tags
            .map(|(link, _)| link.split_once('>').expect("a tag ends"))
            .filter(|(tag, _)| {
                tag.contains("class=\"m all\"")
                    || (tag.contains("class=\"m to-") && tag.contains(&own))
            })
            .map(|(_, text)| words(text))
            .collect();
        let meant: Vec<String> = ISSUE
            .mentions_for(country)
            .map(|(p, m)| ISSUE.passages[p].text[m.start as usize..m.end as usize].to_owned())
            .collect();
        assert_eq!(shown, meant, "{country:?}");
    }
}

#[test]
fn arrows_lead_to_the_side_they_show() {
    use model::country::Side;
    let at = |id: CountryId| {
        CHART.places.iter().find(|p| p.country == Some(id)).expect("each state has a label").at
    };
    let mut reached = std::collections::HashSet::new();
    for id in CountryId::ALL {
        for side in [Side::West, Side::East, Side::North, Side::South] {
            let Some(next) = id.neighbour(side) else { continue };
            let (from, to) = (at(id), at(next));
            let lies_there = match side {
                Side::West => to.0 < from.0,
                Side::East => to.0 > from.0,
                Side::North => to.1 < from.1,
                Side::South => to.1 > from.1,
            };
            assert!(lies_there, "{next:?} is not {side:?} of {id:?}");
            reached.insert(next);
        }
    }
    assert_eq!(reached.len(), CountryId::ALL.len());
}

#[test]
fn every_act_of_a_button_is_known_and_every_panel_has_its_button() {
    use eucam_watch::desk::Panel;
    for panel in Panel::ALL {
        // A citation is asked for where the words stand.
        let button = match panel {
            Panel::Cite => "data-act=\"cite\"".to_owned(),
            _ => format!("aria-controls=\"{}\"", panel.id()),
        };
        assert!(PAGE.contains(&button), "{panel:?}");
        assert!(PAGE.contains(&format!("id=\"{}\"", panel.id())), "{panel:?}");
    }
    for word in PAGE.split("data-act=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(eucam_watch::desk::Act::from_word(word).is_some(), "{word}");
    }
}

#[test]
fn the_list_of_terms_says_where_the_issue_never_explains() {
    for (i, term) in ISSUE.terms.iter().enumerate() {
        let own = element(&PAGE, &term.id, "</dd>");
        let silent = term.is_acronym() && term.expansion.is_none();
        assert_eq!(own.contains("never expanded in this issue"), silent, "{}", term.id);
        let witness = term.witness.as_ref().expect("every term has its sentence");
        assert!(words(own).contains(&witness.quote), "{i}: {}", term.id);
    }
}
