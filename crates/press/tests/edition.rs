//! The real content against the source text: nothing lost, nothing added, nothing out of order.

use model::{Basis, Body, CountryId, Kind, Standing, Subject, Target, Voice};
use press::Print;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

fn content() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content")
}

static PRINT: LazyLock<Print> =
    LazyLock::new(|| press::print(&content()).unwrap_or_else(|problems| panic!("{problems}")));

/// The repairs that the project allows itself, written out here a second time, so that a change to
/// errata.toml alone cannot hide a change to the text.
const REPAIRS: [(&str, &str); 11] = [
    ("(Brus- sels)", "(Brussels)"),
    ("TermezHairaton", "Termez-Hairaton"),
    ("highprofile", "high-profile"),
    ("AfghanistanPakistan", "Afghanistan-Pakistan"),
    ("NATORussia", "NATO-Russia"),
    ("socalled", "so-called"),
    ("Download:http", "Download: http"),
    ("PDF/ Policy_Briefs", "PDF/Policy_Briefs"),
    ("• Scrutinise", "Scrutinise"),
    ("• Enhance", "Enhance"),
    ("• Expand", "Expand"),
];

fn source_lines() -> Vec<String> {
    let text = std::fs::read_to_string(content().join("source.txt")).expect("the source is there");
    text.lines().map(str::to_owned).collect()
}

fn repaired(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    REPAIRS.iter().fold(text, |text, (printed, edition)| text.replace(printed, edition))
}

fn counted(text: &str) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    text.split_whitespace().for_each(|token| *counts.entry(token).or_default() += 1);
    counts
}

#[test]
fn every_token_of_the_source_is_in_the_edition_and_the_other_way_round() {
    let source = repaired(&source_lines().join("\n"));
    let passages: Vec<_> = PRINT.issue.passages.iter().map(|p| p.text.as_str()).collect();
    let edition = passages.join(" ");
    assert_eq!(counted(&edition), counted(&source));
}

#[test]
fn outside_the_interview_the_order_is_that_of_the_source() {
    let lines = source_lines();
    for article in PRINT.issue.articles.iter().filter(|a| a.id != "interview") {
        let passages = PRINT.issue.passages_of(article);
        let first = passages.first().expect("no article is empty").lines[0].0;
        let last = passages.last().expect("no article is empty").lines[0].1;
        let source = lines[usize::from(first) - 1..usize::from(last)].join("\n");
        let edition: Vec<_> = passages.iter().map(|p| p.text.as_str()).collect();
        assert_eq!(edition.join(" "), repaired(&source), "{}", article.id);
    }
}

/// First and last lines of pieces of the source.
type Lines = &'static [(u16, u16)];

/// Lines of each question and of its answer, in the order in which they must be read; the page of the
/// original is interleaved in two columns.
const INTERVIEW: [(Lines, Lines); 9] = [
    (&[(104, 105)], &[(106, 127)]),
    (&[(128, 131)], &[(132, 154)]),
    (&[(155, 159)], &[(160, 173)]),
    (&[(174, 177)], &[(178, 182), (191, 196)]),
    (&[(207, 210)], &[(217, 222)]),
    (&[(229, 231)], &[(232, 246)]),
    (&[(247, 250)], &[(251, 260), (183, 187)]),
    (&[(188, 189)], &[(198, 205), (212, 215), (224, 227)]),
    (&[(262, 264)], &[(265, 281)]),
];

#[test]
fn under_each_question_stands_its_own_answer() {
    let lines = source_lines();
    let text = |ranges: Lines| {
        let picked = ranges.iter().flat_map(|&(a, b)| a..=b).map(usize::from);
        repaired(&picked.map(|n| lines[n - 1].as_str()).collect::<Vec<_>>().join("\n"))
    };
    let interview = PRINT.issue.articles.iter().find(|a| a.id == "interview").expect("it is there");
    let passages = PRINT.issue.passages_of(interview);
    let questions: Vec<usize> =
        (0..passages.len()).filter(|&i| passages[i].kind == Kind::Question).collect();
    assert_eq!(questions.len(), INTERVIEW.len());
    for (n, (question, answer)) in INTERVIEW.iter().enumerate() {
        let end = questions.get(n + 1).copied().unwrap_or(passages.len());
        let own = &passages[questions[n]];
        assert_eq!(own.id, format!("interview-q{}", n + 1));
        assert_eq!(own.text, text(question));
        let given: Vec<_> =
            passages[questions[n] + 1..end].iter().map(|p| p.text.as_str()).collect();
        assert_eq!(given.join(" "), text(answer), "the answer to question {}", n + 1);
    }
}

#[test]
fn paragraphs_are_as_many_as_the_original_has() {
    let count = |id: &str| {
        let article = PRINT.issue.articles.iter().find(|a| a.id == id).expect("it is there");
        let paragraphs = PRINT.issue.passages_of(article).iter();
        paragraphs.filter(|p| p.kind == Kind::Paragraph).count()
    };
    assert_eq!((count("editorial"), count("roadblocks"), count("sco-csto")), (7, 13, 12));
}

#[test]
fn questions_are_the_interviewers_and_answers_the_guests() {
    for passage in &PRINT.issue.passages {
        let voice = PRINT.issue.speaker_of(passage).voice;
        match passage.kind {
            Kind::Question => assert_eq!(voice, Voice::Interviewer, "{}", passage.id),
            Kind::Answer => assert_eq!(voice, Voice::Guest, "{}", passage.id),
            _ => assert_ne!(voice, Voice::Interviewer, "{}", passage.id),
        }
    }
}

#[test]
fn the_authors_disclaimer_is_kept() {
    let byline = PRINT.issue.passage("roadblocks-byline").expect("it is there");
    assert!(byline.text.ends_with("The opinions expressed are entirely his own."));
}

#[test]
fn standings_are_those_of_the_text() {
    use Standing::{Implied, Interest, Limited, No, NotStated, Opening, Reluctant, Yes};
    let table = [
        (CountryId::Kazakhstan, [Yes, Yes, Yes, Yes, Yes, Implied, Implied, Yes]),
        (CountryId::Kyrgyzstan, [Yes, Yes, Yes, No, Limited, Implied, Implied, Yes]),
        (CountryId::Tajikistan, [Yes, Yes, Interest, No, Limited, Implied, Implied, Yes]),
        (CountryId::Turkmenistan, [Yes, Limited, NotStated, No, NotStated, No, No, NotStated]),
        (CountryId::Uzbekistan, [Yes, Yes, Yes, No, Yes, Reluctant, Reluctant, Opening]),
    ];
    for (country, row) in table {
        for (body, standing) in Body::ALL.into_iter().zip(row) {
            let stated = PRINT.issue.stated(country, body);
            assert_eq!((stated.country, stated.body), (country, body));
            assert_eq!(stated.standing, standing, "{country:?} {body:?}");
            assert!(stated.witness.is_some() || standing == NotStated, "{country:?} {body:?}");
        }
    }
}

#[test]
fn facts_are_many_and_each_has_its_sentence() {
    let issue = &PRINT.issue;
    let about = |id| issue.facts_about(Subject::Country(id)).count();
    let least = [25, 17, 25, 11, 20];
    for (country, least) in CountryId::ALL.into_iter().zip(least) {
        assert!(about(country) >= least, "{country:?}: {}", about(country));
    }
    assert!(issue.facts_about(Subject::Collective).count() >= 35);
    for fact in &issue.facts {
        let passage = &issue.passages[usize::from(fact.witness.passage)];
        assert!(passage.text.contains(&fact.witness.quote), "{}", fact.id);
        let premise = passage.kind == Kind::Question;
        assert_eq!(fact.basis == Basis::Premise, premise, "{}", fact.id);
    }
}

#[test]
fn facts_of_a_state_name_it_in_their_sentence_or_next_to_it() {
    for fact in &PRINT.issue.facts {
        let Subject::Country(country) = fact.subject else { continue };
        let passage = &PRINT.issue.passages[usize::from(fact.witness.passage)];
        let article = PRINT.issue.article_of(passage);
        let at = usize::from(fact.witness.passage);
        let near = at.saturating_sub(3).max(usize::from(article.first))
            ..(at + 1).min(usize::from(article.end));
        let named = near
            .flat_map(|i| &PRINT.issue.passages[i].mentions)
            .any(|m| m.target == Target::Country(country));
        // A pipeline's name names a state without being a mention of it.
        let within = passage.text.contains(&PRINT.issue.country(country).name);
        assert!(named || within, "{}", fact.id);
    }
}

#[test]
fn a_word_belongs_to_one_name() {
    let find = |id: &str, words: &str| {
        let passage = PRINT.issue.passage(id).expect("it is there");
        let at = passage.text.find(words).expect("the words are there") as u32;
        passage
            .mentions
            .iter()
            .find(|m| m.start <= at && at < m.end)
            .map(|m| (m.target, &passage.text[m.start as usize..m.end as usize]))
    };
    // A demonym is not the beginning of the name, and a hyphen parts names.
    assert_eq!(
        find("roadblocks-10", "Tajik-Kyrgyz"),
        Some((Target::Country(CountryId::Tajikistan), "Tajik"))
    );
    // A state in a pipeline's name is not a mention of the state.
    let (target, words) = find("roadblocks-12", "Turkmenistan-").expect("the pipeline is known");
    assert!(matches!(target, Target::Term(_)), "{words}");
    // EU does not stand in EUCAM, nor Russia in the NATO-Russia Council.
    let (_, words) = find("about-1", "EUCAM").expect("EUCAM is known");
    assert_eq!(words, "EUCAM");
    let (_, words) = find("sco-csto-1", "Russia Council").expect("the council is known");
    assert_eq!(words, "NATO-Russia Council");
    // A research theme is not the state.
    assert_eq!(find("about-8", "Russia;"), None);
}

#[test]
fn mentions_of_a_state_are_counted_as_a_reader_counts_them() {
    let words = [
        (CountryId::Kazakhstan, ["Kazakh", "Astana"]),
        (CountryId::Kyrgyzstan, ["Kyrgyz", "Bishkek"]),
        (CountryId::Tajikistan, ["Tajik", "Dushanbe"]),
        (CountryId::Turkmenistan, ["Turkmen", "Ashgabat"]),
        (CountryId::Uzbekistan, ["Uzbek", "Tashkent"]),
    ];
    let text: Vec<_> = PRINT.issue.passages.iter().map(|p| p.text.as_str()).collect();
    let text = text.join("\n").replace("Turkmenistan-Afghanistan", "");
    for (country, stems) in words {
        let seen: usize = stems.iter().map(|stem| text.matches(stem).count()).sum();
        assert_eq!(PRINT.issue.count_mentions(Target::Country(country)), seen, "{country:?}");
    }
}

#[test]
fn the_maps_enclaves_are_kept() {
    let rings = |id| {
        let shapes = PRINT.chart.atlas.countries.iter();
        shapes.clone().filter(|(c, _)| *c == id).map(|(_, rings)| rings.len()).sum::<usize>()
    };
    // Sokh and Shohimardon of Uzbekistan, Vorukh and one more of Tajikistan, each with its hole in
    // the state around it.
    assert!(rings(CountryId::Uzbekistan) >= 3, "{}", rings(CountryId::Uzbekistan));
    assert!(rings(CountryId::Tajikistan) >= 3, "{}", rings(CountryId::Tajikistan));
    assert!(rings(CountryId::Kyrgyzstan) >= 4, "{}", rings(CountryId::Kyrgyzstan));
}

#[test]
fn neighbours_share_their_border() {
    let arcs = |id| -> Vec<i32> {
        let shape =
            PRINT.chart.atlas.countries.iter().find(|(c, _)| *c == id).expect("it is there");
        shape.1.iter().flatten().map(|&a| if a < 0 { !a } else { a }).collect()
    };
    let (uzbek, kazakh) = (arcs(CountryId::Uzbekistan), arcs(CountryId::Kazakhstan));
    assert!(uzbek.iter().any(|a| kazakh.contains(a)));
}
