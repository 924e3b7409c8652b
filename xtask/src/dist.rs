//! The archive to upload. The same commit and the same versions of the tools give the same bytes, wherever they lie.

use crate::stage::{Failure, output, run};
use std::path::Path;
use std::process::Command;

/// Where the archive is put.
pub const ARCHIVE: &str = "target/two-elephants.tar.gz";

/// Where a second build is made, to be compared.
const AGAIN: &str = "target/again";

/// Trunk's release build of the site, which may be told the address that it will have.
pub fn build(site: Option<&str>) -> Result<(), Failure> {
    let mut trunk = trunk()?;
    trunk.args(["build", "--release"]);
    if let Some(site) = site {
        trunk.args(["--public-url", site]);
    }
    run(&mut trunk)
}

/// Trunk with a compiler that names the sources of libraries from their own folders: where on this machine they
/// lie is nobody's business and would make each machine's build another.
pub fn trunk() -> Result<Command, Failure> {
    let mut fetch = Command::new("cargo");
    run(fetch.args(["fetch", "--quiet", "--locked", "--target", "wasm32-unknown-unknown"]))?;
    let home = std::env::var("CARGO_HOME").map(Into::into).ok();
    let home = home.or_else(|| std::env::home_dir().map(|h| h.join(".cargo")));
    let registries = home.unwrap_or_default().join("registry/src");
    let folders = std::fs::read_dir(&registries).into_iter().flatten().flatten();
    let mut flags: Vec<String> =
        folders.map(|f| format!("--remap-path-prefix={}/=", f.path().display())).collect();
    flags.sort();
    let mut trunk = Command::new("trunk");
    trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags.join(" "));
    Ok(trunk)
}

/// Builds the site and packs it.
pub fn dist(site: Option<&str>) -> Result<(), Failure> {
    if let Some(site) = site.filter(|s| !s.starts_with("https://") && !s.starts_with("http://")) {
        return Err(format!("`{site}` is no address: write it as https://example.org/path/"));
    }
    build(site)?;
    let words = ["run", "--quiet", "--package", "bindery", "--", "archive", "dist", ARCHIVE];
    run(Command::new("cargo").args(words).env("SOURCE_DATE_EPOCH", time()?))
}

/// The archive twice, the second time from a clone without anything built, and both compared.
pub fn twice(site: Option<&str>) -> Result<(), Failure> {
    if changed() {
        return Err("commit first: a clone would hold what was committed".to_owned());
    }
    dist(site)?;
    if Path::new(AGAIN).exists() {
        std::fs::remove_dir_all(AGAIN).map_err(|e| format!("{AGAIN}: {e}"))?;
    }
    run(Command::new("git").args(["clone", "--quiet", ".", AGAIN]))?;
    let mut second = Command::new("cargo");
    second.args(["xtask", "dist"]).args(site.map(|s| ["--at", s]).into_iter().flatten());
    run(second.current_dir(AGAIN).env("CARGO_TARGET_DIR", "target"))?;
    let read = |path: &str| std::fs::read(path).map_err(|e| format!("{path}: {e}"));
    if read(ARCHIVE)? != read(&format!("{AGAIN}/{ARCHIVE}"))? {
        return Err(format!("{ARCHIVE} and {AGAIN}/{ARCHIVE} are not the same"));
    }
    println!("the second build is the same, byte for byte");
    std::fs::remove_dir_all(AGAIN).map_err(|e| format!("{AGAIN}: {e}"))
}

fn changed() -> bool {
    output("git", &["status", "--porcelain"]).is_none_or(|s| !s.trim().is_empty())
}

/// The time that all files bear, in seconds since 1970: the commit's. With one time for ever, servers that tell
/// versions by time and length would call two pages of one length the same. What is not committed has the present.
fn time() -> Result<String, Failure> {
    let committed = output("git", &["log", "-1", "--format=%ct"]).filter(|_| !changed());
    let now = || std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    match committed {
        Some(time) => Ok(time.trim().to_owned()),
        None => now().map(|t| t.as_secs().to_string()).map_err(|e| e.to_string()),
    }
}
