//! What is known of the libraries, what comes of bytes at random, and what the page costs beside others.

use crate::dist::trunk;
use crate::stage::{Failure, cargo, output, run};
use std::collections::{BTreeMap, BTreeSet};
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
    let there: BTreeSet<String> = in_the_wasm()?.into_keys().collect();
    let differ: Vec<_> = listed.symmetric_difference(&there).map(String::as_str).collect();
    if differ.is_empty() {
        println!("{} crates are in the WebAssembly, all of them listed", there.len());
        return Ok(());
    }
    let names = differ.join(", ");
    Err(format!("{LIST} and Cargo.lock differ in {names}: run `cargo xtask weigh`"))
}

/// All crates that the WebAssembly is built of, without those that only write code; of each the shortest way by
/// which the app comes to need it, without the app and the crate itself.
fn in_the_wasm() -> Result<BTreeMap<String, Vec<String>>, Failure> {
    let words = "tree --locked --target wasm32-unknown-unknown --edges normal,no-proc-macro \
                 --package eucam-watch --prefix depth --no-dedupe --format {p}";
    let tree = output("cargo", &words.split_whitespace().collect::<Vec<_>>());
    let tree = tree.ok_or("cargo tree failed")?;
    let mut crates = BTreeMap::<String, Vec<String>>::new();
    let mut way: Vec<String> = Vec::new();
    for line in tree.lines() {
        let name = line.trim_start_matches(|c: char| c.is_ascii_digit());
        let depth = line[..line.len() - name.len()].parse().unwrap_or(0);
        way.truncate(depth);
        let name = name.split(' ').next().unwrap_or(name).to_owned();
        let through = way.get(1..).unwrap_or_default();
        let known = crates.get(&name);
        if known.is_none_or(|known| through.len() < known.len()) {
            crates.insert(name.clone(), through.to_vec());
        }
        way.push(name);
    }
    Ok(crates)
}

/// Renews the list with the bytes of each.
pub fn weigh() -> Result<(), Failure> {
    let target = ["--target", "wasm32-unknown-unknown", "--package", "eucam-watch"];
    cargo(&[&["build", "--release", "--quiet"], &target[..]].concat())?;
    let crates = in_the_wasm()?.into_iter().map(|(name, way)| format!("{name}={}", way.join(">")));
    let words = ["run", "--quiet", "--package", "bindery", "--", "weigh"];
    let wasm = "target/wasm32-unknown-unknown/release/eucam-watch.wasm";
    run(Command::new("cargo").args(words).args([wasm, LIST]).args(crates))
}

/// Each target of `fuzz/` for so many seconds, from its corpus; two at a time, as each takes one processor.
pub fn fuzz(seconds: u32) -> Result<(), Failure> {
    for pair in [["fragment", "query"], ["article", "content"]] {
        std::thread::scope(|scope| {
            let both = pair.map(|target| scope.spawn(move || fuzz_one(target, seconds)));
            both.into_iter().try_for_each(|one| one.join().map_err(|_| "a thread broke")?)
        })?;
    }
    Ok(())
}

fn fuzz_one(target: &str, seconds: u32) -> Result<(), Failure> {
    let new = format!("target/fuzz/corpus/{target}");
    std::fs::create_dir_all(&new).map_err(|e| format!("{new}: {e}"))?;
    let known = format!("fuzz/corpus/{target}");
    let mut command = Command::new("cargo");
    // Stable Rust: the flags of coverage are its own, a sanitizer would not be.
    command.env("RUSTC_BOOTSTRAP", "1");
    command.args(["fuzz", "run", "--sanitizer", "none", "--target-dir", "target/fuzz"]);
    command.args([target, &new, &known, "--"]).arg(format!("-max_total_time={seconds}"));
    command.args(["-verbosity=0", "-print_final_stats=1", "-timeout=10", "-max_len=4096"]);
    run(&mut command).map_err(|error| format!("{target}: {error}"))
}

/// The edition with its text once, 10 and 100 times beside six others, in so many rounds.
pub fn bench(rounds: &str) -> Result<(), Failure> {
    for copies in ["1", "10", "100"] {
        let folder = format!("target/bench/edition-{copies}");
        let words = ["build", "--release", "--dist", &folder];
        run(trunk()?.args(words).env("EUCAM_COPIES", copies))?;
    }
    run(Command::new("node").args(["bench/measure.mjs", rounds]))?;
    run(Command::new("node").arg("bench/report.mjs"))
}
