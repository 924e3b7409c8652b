//! The programs that make what is sent smaller, from the project's npm packages.

use std::path::Path;
use std::process::Command;

/// A program of the project's npm packages.
fn npm(program: &str) -> Result<Command, String> {
    let path = Path::new("node_modules/.bin").join(program);
    if path.exists() {
        return Ok(Command::new(path));
    }
    Err(format!("{program} is missing: run `npm ci`, or `cargo xtask setup`, which does that too"))
}

fn run(mut command: Command) -> Result<(), String> {
    let status = command.status().map_err(|e| format!("{command:?}: {e}"))?;
    if status.success() { Ok(()) } else { Err(format!("{command:?} failed: {status}")) }
}

/// Makes the WebAssembly smaller, in its place. The features named are those that Rust's target has.
pub fn wasm(wasm: &Path) -> Result<(), String> {
    let mut command = npm("wasm-opt")?;
    command.args([
        "-Oz",
        // Control flow written anew is smaller than what the compiler wrote, and as fast: some 900 bytes of what is sent.
        "--flatten",
        "--rereloop",
        "-Oz",
        "--converge",
        "--enable-bulk-memory",
        "--enable-sign-ext",
        "--enable-mutable-globals",
        "--enable-nontrapping-float-to-int",
        "--enable-reference-types",
        "--enable-multivalue",
    ]);
    command.arg(wasm).arg("-o").arg(wasm);
    run(command)
}

/// Makes a script smaller, in its place.
pub fn script(script: &Path) -> Result<(), String> {
    let mut command = npm("esbuild")?;
    command.args(["--minify", "--format=esm", "--log-level=warning", "--allow-overwrite"]);
    command.arg(script).arg(format!("--outfile={}", script.display()));
    run(command)
}
