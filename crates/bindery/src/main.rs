//! Runs after Trunk: writes the page with the whole edition in it and what belongs beside it, names every
//! file by its own bytes, adds the open data, and fails when the page has grown too heavy.

mod assets;
mod beside;
mod budget;
mod data;
mod minify;
mod pack;
mod page;
mod picture;
mod share;
mod weigh;

use page::{Purpose, Site};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if let [word, folder, archive] = &words[..]
        && word == "archive"
    {
        return told(pack::archive(Path::new(folder), Path::new(archive)));
    }
    if let [word, wasm, list, crates @ ..] = &words[..]
        && word == "weigh"
    {
        return told(weigh::list(Path::new(wasm), Path::new(list), crates));
    }
    let Some(staging) = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from) else {
        eprintln!("The bindery is run by Trunk: `trunk build --release` or `trunk serve`.");
        return ExitCode::FAILURE;
    };
    let release = std::env::var("TRUNK_PROFILE").is_ok_and(|p| p == "release");
    told(bind(&staging, release))
}

fn told(done: Result<(), String>) -> ExitCode {
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bindery: {error}");
            ExitCode::FAILURE
        }
    }
}

fn bind(staging: &Path, release: bool) -> Result<(), String> {
    let site = Site::new(&std::env::var("TRUNK_PUBLIC_URL").unwrap_or_default());
    let built = assets::Assets::gather(staging, release)?;
    let (html, edition) = page::write(&built, release, &site, Purpose::Edition);
    let (frame, _) = page::write(&built, release, &site, Purpose::Frame);
    save(staging, "index.html", html.as_bytes())?;
    save(staging, "embed.html", frame.as_bytes())?;
    data::write(&staging.join("data"))?;
    for (name, text) in beside::files(&built, &site, &edition, release) {
        save(staging, &name, text.as_bytes())?;
    }
    if !release {
        return Ok(());
    }
    pack::compress(staging)?;
    // A page made heavy for a benchmark has no budget.
    if std::env::var_os("EUCAM_COPIES").is_some() { Ok(()) } else { budget::check(staging, &built) }
}

fn save(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), String> {
    let path = folder.join(name);
    std::fs::write(&path, bytes).map_err(|e| format!("{}: {e}", path.display()))
}
