//! Whatever stands in an article: each passage has its id and plain words, each problem its line.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|draft: &str| {
    let (passages, problems) = press::draft(draft);
    let lines = draft.matches('\n').count() + 1;
    assert!(problems.iter().all(|p| (1..=lines).contains(&p.line) && !p.what.is_empty()));
    for (id, _, text) in passages {
        assert!(!id.is_empty());
        assert!(!text.contains("  ") && !text.contains('\n'), "{text}");
    }
});
