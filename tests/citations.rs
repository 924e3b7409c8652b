//! Citations in every form, read back by a library of that form.
#![cfg(not(target_arch = "wasm32"))]

use biblatex::{Bibliography, ChunksExt};
use biblib::{CitationParser, RisParser};
use eucam_watch::edition::ISSUE;
use model::{Citation, Style};
use serde_json::Value;

const PAGE: &str = "https://example.org/nato/";

fn cite(id: &str, words: Option<&str>) -> Citation {
    let item = ISSUE.item(id, words).unwrap_or_else(|| panic!("{id} is nothing"));
    Citation::new(&ISSUE, id, &item, words, PAGE)
}

/// Everything that can be cited.
fn ids() -> Vec<&'static str> {
    let passages = ISSUE.passages.iter().map(|p| p.id.as_str());
    let facts = ISSUE.facts.iter().map(|f| f.id.as_str());
    let standings = ISSUE.standings.iter().map(|s| s.id.as_str());
    let events = ISSUE.events.iter().map(|e| e.id.as_str());
    let others =
        ISSUE.told.iter().map(|t| t.id.as_str()).chain(ISSUE.figures.iter().map(|f| f.id.as_str()));
    let terms = ISSUE.terms.iter().map(|t| t.id.as_str());
    let rest = ["kazakhstan", "central-asia", "matrix", "interview"];
    passages
        .chain(facts)
        .chain(standings)
        .chain(events)
        .chain(others)
        .chain(terms)
        .chain(rest)
        .collect()
}

fn names(citation: &Citation) -> Vec<(String, String)> {
    citation.authors.clone()
}

#[test]
fn a_text_citation_says_whose_words_where_and_as_of_when() {
    assert_eq!(
        cite("kazakhstan-only-ipap", None).write(Style::Text),
        "“Kazakhstan is the only Central Asian country to have agreed an IPAP with the Alliance, in early 2006.” \
         James Appathurai, “Interview with the NATO Special Representative for the Caucasus and Central Asia, James Apparthurai”, \
         EUCAM Watch, “NATO and Central Asia: The two elephants that never meet”. As stated in this issue, early 2012. \
         https://example.org/nato/#kazakhstan-only-ipap"
    );
    let question = cite("interview-q4", None).write(Style::Text);
    assert!(question.contains("” The interviewer, “Interview with"), "{question}");
}

#[test]
fn bibtex_is_read_back() {
    for id in ids() {
        let citation = cite(id, None);
        let text = citation.write(Style::Bibtex);
        let read = Bibliography::parse(&text).unwrap_or_else(|e| panic!("{id}: {e}\n{text}"));
        let entry = read.get(&format!("eucam-watch-{id}")).expect("the entry is there");
        assert_eq!(entry.title().expect("a title").format_verbatim(), citation.title, "{id}");
        let authors = entry.author().unwrap_or_default();
        let authors: Vec<_> = authors.into_iter().map(|a| (a.given_name, a.name)).collect();
        assert_eq!(authors, names(&citation), "{id}");
        assert_eq!(entry.url().expect("an address"), citation.url, "{id}");
        assert!(entry.date().is_err() && entry.doi().is_err() && entry.pages().is_err(), "{id}");
        let note = entry.annotation().ok().map(|c| c.format_verbatim());
        let quote = citation.quote.as_ref().map(|q| format!("“{q}”"));
        assert_eq!(note, quote, "{id}");
    }
}

#[test]
fn ris_is_read_back() {
    for id in ids() {
        let citation = cite(id, None);
        let text = citation.write(Style::Ris);
        let read = RisParser::new().parse(&text).unwrap_or_else(|e| panic!("{id}: {e}\n{text}"));
        let [entry] = &read[..] else { panic!("{id}: {} entries", read.len()) };
        assert_eq!(entry.title, citation.title, "{id}");
        assert_eq!(entry.urls, [citation.url.as_str()], "{id}");
        let authors: Vec<_> = entry
            .authors
            .iter()
            .map(|a| (a.given_name.clone().unwrap_or_default(), a.name.clone()))
            .collect();
        assert_eq!(authors, names(&citation), "{id}");
        assert!(entry.date.is_none() && entry.doi.is_none() && entry.pages.is_none(), "{id}");
    }
}

#[test]
fn csl_json_fits_its_schema() {
    // The parts of csl-data.json 1.0 that are used here; nothing else is allowed.
    let name = serde_json::json!({
        "type": "object", "additionalProperties": false,
        "properties": { "family": { "type": "string" }, "given": { "type": "string" }, "literal": { "type": "string" } },
    });
    let schema = serde_json::json!({
        "type": "array", "minItems": 1, "maxItems": 1,
        "items": {
            "type": "object", "additionalProperties": false,
            "required": ["id", "type", "title", "URL"],
            "properties": {
                "id": { "type": "string" }, "type": { "const": "article-magazine" },
                "author": { "type": "array", "items": name },
                "title": { "type": "string" }, "container-title": { "type": "string" },
                "note": { "type": "string" }, "URL": { "type": "string" },
            },
        },
    });
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    for id in ids() {
        let citation = cite(id, None);
        let text = citation.write(Style::Csl);
        let read: Value =
            serde_json::from_str(&text).unwrap_or_else(|e| panic!("{id}: {e}\n{text}"));
        let errors: Vec<String> = validator.iter_errors(&read).map(|e| e.to_string()).collect();
        assert_eq!(errors, [""; 0], "{id}");
        assert_eq!(read[0]["title"], citation.title.as_str(), "{id}");
        let quote = citation.quote.as_deref().unwrap_or_default();
        assert!(read[0]["note"].as_str().is_some_and(|n| n.contains(quote)), "{id}");
    }
}

#[test]
fn words_that_are_special_to_a_form_survive_it() {
    let words = "50% of {x} \\ a_b & “c” #1 $2 \"d\"";
    let citation = cite("roadblocks-7", Some(words));
    let bibtex = citation.write(Style::Bibtex);
    let read = Bibliography::parse(&bibtex).expect("BibTeX");
    let entry = read.get("eucam-watch-roadblocks-7").expect("the entry");
    let note = entry.annotation().expect("a note").format_verbatim();
    assert!(note.contains("50% of") && note.contains("a_b & “c” #1 $2"), "{note}");
    let read: Value = serde_json::from_str(&citation.write(Style::Csl)).expect("JSON");
    assert!(read[0]["note"].as_str().is_some_and(|n| n.contains(words)));
}

#[test]
fn a_text_fragment_names_the_words_and_no_more_than_it_must() {
    use model::cite::text_fragment;
    assert_eq!(text_fragment("“zero-sum game”"), ":~:text=%E2%80%9Czero%2Dsum%20game%E2%80%9D");
    let long = &ISSUE.passages.iter().find(|p| p.id == "interview-q4-2").expect("it is there").text;
    let fragment = text_fragment(long);
    assert!(fragment.len() < 200, "{fragment}");
    assert!(fragment.starts_with(":~:text=Kazakhstan%20is%20the%20only"), "{fragment}");
}

#[test]
fn reference_managers_find_each_piece_with_its_authors() {
    let found: Vec<String> = ISSUE.articles.iter().map(|a| model::cite::coins(&ISSUE, a)).collect();
    let pairs = |coins: &str| -> Vec<(String, String)> {
        let pairs = coins.split('&').filter_map(|pair| pair.split_once('='));
        pairs.map(|(key, value)| (key.to_owned(), decoded(value))).collect()
    };
    let has = |at: usize, key: &str, value: &str| {
        let pair = (key.to_owned(), value.to_owned());
        assert!(pairs(&found[at]).contains(&pair), "{}", found[at]);
    };
    has(0, "rft.atitle", "NATO and Central Asia: The two elephants that never meet");
    has(1, "rft.aulast", "Appathurai");
    has(3, "rft.aulast", "Laruelle");
    has(3, "rft.au", "Sébastien Peyrouse");
    has(5, "rft.aucorp", "EUCAM");
    for made_up in ["rft.date", "rft.volume", "rft.issue", "rft.pages"] {
        assert!(found.iter().all(|coins| !coins.contains(made_up)), "{made_up}");
    }
}

fn decoded(value: &str) -> String {
    let mut bytes = Vec::new();
    let mut pieces = value.split('%');
    bytes.extend(pieces.next().unwrap_or_default().bytes());
    for piece in pieces {
        bytes.push(u8::from_str_radix(&piece[..2], 16).expect("an escape"));
        bytes.extend(piece[2..].bytes());
    }
    String::from_utf8(bytes).expect("UTF-8")
}
