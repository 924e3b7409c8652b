//! What is known of the libraries, and what comes of bytes at random.

use crate::stage::{Failure, cargo, output, run};
use std::collections::BTreeSet;
use std::process::Command;

/// The list of libraries in the WebAssembly.
const LIST: &str = "docs/crates.md";

/// Licences, sources and versions of all libraries; none unused; those in the WebAssembly are listed.
pub fn supply() -> Result<(), Failure> {
    cargo(&["deny", "--log-level", "error", "check", "licenses", "bans", "sources"])?;
    // By its own name: called by cargo from a program that cargo runs, it takes its own name for a folder.
    run(Command::new("cargo-machete").arg("--skip-target-dir"))?;
    let list = std::fs::read_to_string(LIST).map_err(|e| format!("{LIST}: {e}"))?;
    let rows = list.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next());
    let listed: BTreeSet<String> = rows.map(str::to_owned).collect();
    let there = in_the_wasm()?;
    let differ: Vec<_> = listed.symmetric_difference(&there).map(String::as_str).collect();
    if differ.is_empty() {
        println!("{} crates are in the WebAssembly, all of them listed", there.len());
        return Ok(());
    }
    let names = differ.join(", ");
    Err(format!("{LIST} and Cargo.lock differ in {names}: run `cargo xtask weigh`"))
}

/// Names of all crates that the WebAssembly is built of, without those that only write code.
fn in_the_wasm() -> Result<BTreeSet<String>, Failure> {
    let words = "tree --locked --target wasm32-unknown-unknown --edges normal,no-proc-macro \
                 --package eucam-watch --prefix none --format {p}";
    let tree = output("cargo", &words.split_whitespace().collect::<Vec<_>>());
    let tree = tree.ok_or("cargo tree failed")?;
    Ok(tree.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect())
}

/// Renews the list with the bytes of each.
pub fn weigh() -> Result<(), Failure> {
    let target = ["--target", "wasm32-unknown-unknown", "--package", "eucam-watch"];
    cargo(&[&["build", "--release", "--quiet"], &target[..]].concat())?;
    let names: Vec<String> = in_the_wasm()?.into_iter().collect();
    let words = ["run", "--quiet", "--package", "bindery", "--", "weigh"];
    let wasm = "target/wasm32-unknown-unknown/release/eucam-watch.wasm";
    run(Command::new("cargo").args(words).args([wasm, LIST]).args(names))
}

/// Each target of `fuzz/` for so many seconds, from its corpus.
pub fn fuzz(seconds: u32) -> Result<(), Failure> {
    for target in ["fragment", "query", "content"] {
        let new = format!("target/fuzz/corpus/{target}");
        std::fs::create_dir_all(&new).map_err(|e| format!("{new}: {e}"))?;
        let known = format!("fuzz/corpus/{target}");
        let mut command = Command::new("cargo");
        // Stable Rust: the flags of coverage are its own, a sanitizer would not be.
        command.env("RUSTC_BOOTSTRAP", "1");
        command.args(["fuzz", "run", "--sanitizer", "none", "--target-dir", "target/fuzz"]);
        command.args([target, &new, &known, "--"]).arg(format!("-max_total_time={seconds}"));
        command.args(["-verbosity=0", "-print_final_stats=1", "-timeout=10", "-max_len=4096"]);
        run(&mut command)?;
    }
    Ok(())
}
