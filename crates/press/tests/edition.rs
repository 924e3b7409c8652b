//! The real content.
use std::path::Path;

fn content() -> press::Print {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    press::print(&folder).unwrap_or_else(|problems| panic!("{problems}"))
}

#[test]
fn prints() {
    let p = content();
    assert_eq!(p.issue.standings.len(), 40);
}
