//! Running programs and saying how long a stage took.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

/// Why a command stopped, in words for the terminal.
pub type Failure = String;

/// Works from the project's own folder, wherever the command was given.
pub fn enter_project() -> Result<(), Failure> {
    // Asked for as it runs: a folder may be moved with what was built in it.
    let here = std::env::var("CARGO_MANIFEST_DIR").map_err(|_| "run it as `cargo xtask`")?;
    let root = Path::new(&here).join("..");
    std::env::set_current_dir(&root).map_err(|e| format!("{}: {e}", root.display()))
}

/// Runs a program to its end.
pub fn run(command: &mut Command) -> Result<(), Failure> {
    let name = command.get_program().to_string_lossy().into_owned();
    let status = command.status().map_err(|e| format!("{name} cannot be started: {e}"))?;
    if status.success() { Ok(()) } else { Err(format!("{name} failed ({status})")) }
}

/// Runs cargo with these words.
pub fn cargo(words: &[&str]) -> Result<(), Failure> {
    run(Command::new("cargo").args(words))
}

/// Says which stage runs, and how long it took.
pub fn step(name: &str, act: impl FnOnce() -> Result<(), Failure>) -> Result<(), Failure> {
    println!("== {name}");
    let start = Instant::now();
    act().map_err(|error| format!("stage {name}: {error}"))?;
    println!("== {name}: done in {:.0} s", start.elapsed().as_secs_f64());
    Ok(())
}

/// What a program prints, if it can be started and succeeds.
pub fn output(program: &str, words: &[&str]) -> Option<String> {
    let output = Command::new(program).args(words).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}
