//! Whatever is looked for: the search never breaks, its hits lie in the text, and the address keeps the words.
#![no_main]

use libfuzzer_sys::fuzz_target;
use model::Issue;
use model::search::{Index, find, query, snippet};
use std::path::Path;
use std::sync::LazyLock;

static ISSUE: LazyLock<Issue> = LazyLock::new(|| {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
    press::print(&content).unwrap_or_else(|problems| panic!("{problems}")).issue
});
static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(&ISSUE));

fuzz_target!(|words: &str| {
    let found = find(&INDEX, words);
    for &(passage, _) in found.passages.iter().take(20) {
        let text = &ISSUE.passages[passage as usize].text;
        let hits = found.hits_in(&INDEX, passage);
        assert!(hits.iter().all(|&(a, b)| a < b && text.get(a as usize..b as usize).is_some()));
        let shown: String = snippet::around(text, &hits).into_iter().map(|part| part.1).collect();
        assert!(!shown.is_empty());
    }
    let clean = query::clean(words);
    assert_eq!(query::read(&query::written(&clean)).unwrap_or_default(), clean);
});
