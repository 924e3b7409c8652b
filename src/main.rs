//! Takes over the page that was written at build.

#[cfg(target_arch = "wasm32")]
fn main() {
    use eucam_watch::{edition::ISSUE, platform::after_ms};
    use std::sync::LazyLock;

    eucam_watch::platform::report_panics();
    let Some(root) = eucam_watch::platform::root() else { return };
    // In tasks of their own: to be compiled and started is a long one already.
    after_ms(0, || {
        LazyLock::force(&ISSUE);
        after_ms(0, || leptos::mount::hydrate_from(root, eucam_watch::app::App).forget());
    });
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program runs in a browser: `cargo xtask serve` shows it.");
}
