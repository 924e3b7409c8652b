//! The issue that this app is an edition of, as `build.rs` left it.

use model::Issue;
use model::search::Index;
use std::sync::LazyLock;

/// The whole newsletter with its evidence.
pub static ISSUE: LazyLock<Issue> = LazyLock::new(|| {
    postcard::from_bytes(include_bytes!(concat!(env!("OUT_DIR"), "/issue.bin")))
        .expect("build.rs wrote this with the same types")
});

/// Every word of it, for search; read when first asked for.
pub static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(&ISSUE));

/// The map. The browser finds it drawn in the page and needs no copy.
#[cfg(not(target_arch = "wasm32"))]
pub static CHART: LazyLock<model::issue::Chart> = LazyLock::new(|| {
    postcard::from_bytes(include_bytes!(concat!(env!("OUT_DIR"), "/chart.bin")))
        .expect("build.rs wrote this with the same types")
});
