//! Search in the real text, against a plain search that reads all of it.

use model::search::{Found, Index, find, fold, query};
use model::{Issue, Target};
use proptest::prelude::*;
use std::path::Path;
use std::sync::LazyLock;

static ISSUE: LazyLock<Issue> = LazyLock::new(|| {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    press::print(&content).unwrap_or_else(|problems| panic!("{problems}")).issue
});
static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(&ISSUE));

fn hits(found: &Found) -> Vec<(&'static str, &'static str)> {
    let words = |&(passage, _): &(u32, u32)| {
        let p = &ISSUE.passages[passage as usize];
        let hits = found.hits_in(&INDEX, passage);
        hits.into_iter().map(|(a, b)| (p.id.as_str(), &p.text[a as usize..b as usize]))
    };
    found.passages.iter().flat_map(words).collect()
}

fn names(query: &str) -> Vec<&'static str> {
    let name = |i: &usize| match INDEX.names[*i].target {
        Target::Country(id) => ISSUE.country(id).name.as_str(),
        Target::Term(i) => ISSUE.terms[usize::from(i)].name.as_str(),
        _ => ISSUE.collective.as_str(),
    };
    find(&INDEX, query).names.iter().map(name).collect()
}

/// Passages that a reader who knows nothing of an index would pick.
fn plainly(query: &str) -> Vec<&'static str> {
    let clauses = query::clauses(query);
    let stands = |text: &str, clause: &query::Clause| {
        let words: Vec<_> = fold::words(text).into_iter().map(|w| w.0).collect();
        let last = clause.words.len() - 1;
        words.windows(clause.words.len()).any(|own| {
            own.iter().zip(&clause.words).enumerate().all(|(i, (own, word))| {
                if clause.open && i == last { own.starts_with(word.as_str()) } else { own == word }
            })
        })
    };
    let all = ISSUE.passages.iter();
    all.filter(|p| clauses.iter().all(|c| stands(&p.text, c))).map(|p| p.id.as_str()).collect()
}

#[test]
fn case_accents_and_quotes_make_no_difference() {
    for query in ["MARLENE", "marlène", "Marle"] {
        assert_eq!(hits(&find(&INDEX, query))[0], ("editorial-7", "Marlène"), "{query}");
    }
    assert_eq!(find(&INDEX, "NATO's").hits, find(&INDEX, "nato’s").hits);
    assert!(find(&INDEX, "u.s.").hits > 10);
}

#[test]
fn a_misprint_is_found_by_what_is_meant_and_by_what_is_printed() {
    for query in ["Appathurai", "Apparthurai"] {
        let found = hits(&find(&INDEX, query));
        assert!(found.contains(&("interview-title", "Apparthurai")), "{query}: {found:?}");
    }
    assert!(
        hits(&find(&INDEX, "deploring")).len() == 1
            && hits(&find(&INDEX, "strengthen curr")).len() == 2
    );
}

#[test]
fn all_words_are_required_and_a_phrase_stands_as_it_is() {
    let both = find(&INDEX, "termez hub");
    assert_eq!(both.passages.len(), 1);
    assert_eq!(hits(&find(&INDEX, "“gas pipeline”")), [("roadblocks-12", "gas pipeline")]);
    assert_eq!(find(&INDEX, "\"pipeline gas\"").hits, 0);
}

#[test]
fn one_typo_is_forgiven_where_nothing_else_is_found() {
    let found = find(&INDEX, "uzbekstan");
    assert_eq!(found.instead, ["uzbekistan"]);
    assert_eq!(found.passages, find(&INDEX, "uzbekistan").passages);
    assert!(find(&INDEX, "uzbekistan").instead.is_empty());
}

#[test]
fn words_that_never_meet_are_told_apart() {
    let found = find(&INDEX, "kazbat petraeus");
    assert_eq!(found.hits, 0);
    assert_eq!(found.alone, [("kazbat".to_owned(), 2), ("petraeus".to_owned(), 1)]);
    assert_eq!(find(&INDEX, "xyzzy"), Found::default());
}

#[test]
fn names_are_found_by_every_form_of_them() {
    assert_eq!(names("dushanbe")[0], "Tajikistan");
    assert_eq!(names("uzb"), ["Uzbekistan"]);
    assert_eq!(names("planning and review")[0], "PARP");
    assert_eq!(names("parp")[0], "PARP");
    assert_eq!(names("gates"), ["Robert Gates"]);
    assert_eq!(names("aktau"), ["Aktau"]);
    let years = find(&INDEX, "20").years;
    assert!(years.iter().any(|y| *y == ("2014".to_owned(), find(&INDEX, "2014").hits)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_index_finds_what_a_plain_reader_finds(
        passage in 0..ISSUE.passages.len(), from in 0..40_usize, count in 1..4_usize,
        cut in 1..12_usize, quoted in any::<bool>(),
    ) {
        let words: Vec<_> = fold::words(&ISSUE.passages[passage].text);
        let picked: Vec<_> = words.iter().skip(from).take(count).map(|w| w.0.as_str()).collect();
        let mut query = picked.join(" ");
        query.truncate(query.len().saturating_sub(cut.min(6)));
        let query = if quoted { format!("\"{query}\"") } else { query };
        prop_assume!(!query::clauses(&query).is_empty());
        let found = find(&INDEX, &query);
        let plain = plainly(&query);
        if !plain.is_empty() {
            prop_assert!(found.instead.is_empty(), "{query}: {:?}", found.instead);
            let ids: Vec<_> = found.passages.iter().map(|p| ISSUE.passages[p.0 as usize].id.as_str()).collect();
            prop_assert!(plain.iter().all(|id| ids.contains(id)), "{query}: {plain:?} {ids:?}");
            // What is meant by a misprint is found besides.
            let misprinted = |id: &str| ISSUE.sics.iter().any(|sic| ISSUE.passages[usize::from(sic.passage)].id == id);
            prop_assert!(ids.iter().all(|id| plain.contains(id) || misprinted(id)), "{query}: {plain:?} {ids:?}");
        }
        let hits: u32 = found.passages.iter().map(|p| found.hits_in(&INDEX, p.0).len() as u32).sum();
        prop_assert_eq!(hits, found.hits);
    }

    #[test]
    fn no_query_breaks_the_search(query in "\\PC{0,60}") {
        let found = find(&INDEX, &query);
        for number in 0..found.hits {
            prop_assert!(found.hit(number).is_some());
        }
        prop_assert_eq!(found.hit(found.hits), None);
    }
}
