//! Runs after Trunk: writes `index.html` with the whole edition in it, names every file by its own
//! bytes, adds the open data, and fails when the page has grown too heavy.

mod assets;
mod budget;
mod data;
mod page;

use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let Some(staging) = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from) else {
        eprintln!("The bindery is run by Trunk: `trunk build --release` or `trunk serve`.");
        return ExitCode::FAILURE;
    };
    let release = std::env::var("TRUNK_PROFILE").is_ok_and(|p| p == "release");
    match bind(&staging, release) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bindery: {error}");
            ExitCode::FAILURE
        }
    }
}

fn bind(staging: &std::path::Path, release: bool) -> Result<(), String> {
    let built = assets::Assets::gather(staging, release)?;
    let html = page::write(&built, release);
    let index = staging.join("index.html");
    std::fs::write(&index, &html).map_err(|e| format!("{}: {e}", index.display()))?;
    data::write(&staging.join("data"))?;
    // A page made heavy for a benchmark has no budget.
    let bench = std::env::var_os("EUCAM_COPIES").is_some();
    if release && !bench { budget::check(&html, &built) } else { Ok(()) }
}
