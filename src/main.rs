//! Takes over the page that was written at build.

#[cfg(target_arch = "wasm32")]
fn main() {
    eucam_watch::platform::report_panics();
    let Some(root) = eucam_watch::platform::root() else { return };
    leptos::mount::hydrate_from(root, eucam_watch::app::App).forget();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program runs in a browser: `cargo xtask serve` shows it.");
}
