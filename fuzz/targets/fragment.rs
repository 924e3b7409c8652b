//! Whatever stands after the `#`: the reader of addresses never breaks, and what it reads it also writes.
#![no_main]

use libfuzzer_sys::fuzz_target;
use model::{Address, Issue};
use std::path::Path;
use std::sync::LazyLock;

static ISSUE: LazyLock<Issue> = LazyLock::new(|| {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content");
    press::print(&content).unwrap_or_else(|problems| panic!("{problems}")).issue
});

fuzz_target!(|fragment: &str| {
    let read = |text: &str| Address::parse(text, |id| ISSUE.anchor(id));
    if let Ok(address) = read(fragment) {
        let written = address.to_string();
        assert_eq!(read(&written), Ok(address), "{written}");
        assert!(!written.contains(['<', '>', '"', ' ', '\n']), "{written}");
    }
});
