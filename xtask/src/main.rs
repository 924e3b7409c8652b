//! The project's commands: `cargo xtask serve`, `cargo xtask test`, and the set-up that both do first.

mod dist;
mod proof;
mod setup;
mod stage;

use stage::{Failure, cargo, step};
use std::process::{Command, ExitCode};

const HELP: &str = "\
cargo xtask COMMAND

  serve              show the page at http://127.0.0.1:8080/ and build it anew at every change
  test [STAGE…]      run all tests, or only the stages named
  build              make the release build in dist/
  dist [--at URL]    make the release build and the archive to upload; URL is where it will be
  dist --twice       the same, and once more from a clean clone, to see that both are equal
  bless              renew the pictures and accessibility trees that the tests compare with; look at them before
                     you commit
  fuzz [SECONDS]     give bytes at random to what reads addresses, searches and content, 20 s each
  weigh              renew the list of the libraries in the WebAssembly, docs/crates.md
  bench [ROUNDS]     measure the edition beside six others, and with 10 and 100 times the text; about an hour
  shoot [NAME…]      take screenshots of the release build into screenshots/
  setup              install what is missing, and nothing else

Stages of test, in order: format, lint, supply, native, atlas, fuzz, build, browser, engines
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    if let Err(error) = stage::enter_project() {
        eprintln!("xtask: {error}");
        return ExitCode::FAILURE;
    }
    let done = match words[..] {
        ["serve"] => setup::for_building().and_then(|()| serve()),
        ["test", ref stages @ ..] => test(stages),
        ["build"] => setup::for_building().and_then(|()| build()),
        ["dist"] => setup::for_building().and_then(|()| dist::dist(None)),
        ["dist", "--at", site] => setup::for_building().and_then(|()| dist::dist(Some(site))),
        ["dist", "--twice"] => setup::for_building().and_then(|()| dist::twice(None)),
        ["dist", "--twice", "--at", site] => {
            setup::for_building().and_then(|()| dist::twice(Some(site)))
        }
        ["bless"] => setup::for_browsers().and_then(|()| bless()),
        ["fuzz"] => setup::for_fuzzing().and_then(|()| proof::fuzz(20)),
        ["fuzz", seconds] => match seconds.parse() {
            Ok(seconds) => setup::for_fuzzing().and_then(|()| proof::fuzz(seconds)),
            Err(_) => Err(format!("`{seconds}` is no number of seconds")),
        },
        ["weigh"] => setup::target().and_then(|()| proof::weigh()),
        ["bench"] => setup::for_bench().and_then(|()| proof::bench("5")),
        ["bench", rounds] => setup::for_bench().and_then(|()| proof::bench(rounds)),
        ["shoot", ref names @ ..] => setup::for_browsers().and_then(|()| shoot(names)),
        ["setup"] => setup::all(),
        _ => {
            print!("{HELP}");
            return if words.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE };
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::FAILURE
        }
    }
}

fn serve() -> Result<(), Failure> {
    stage::run(Command::new("trunk").arg("serve"))
}

fn build() -> Result<(), Failure> {
    dist::build(None)
}

fn shoot(names: &[&str]) -> Result<(), Failure> {
    stage::run(Command::new("node").arg("tests/browser/shoot.mjs").args(names))
}

fn test(only: &[&str]) -> Result<(), Failure> {
    const STAGES: [&str; 9] =
        ["format", "lint", "supply", "native", "atlas", "fuzz", "build", "browser", "engines"];
    if let Some(wrong) = only.iter().find(|s| !STAGES.contains(s)) {
        return Err(format!("there is no stage `{wrong}`; there are {}", STAGES.join(", ")));
    }
    let wanted = |stage: &str| only.is_empty() || only.contains(&stage);
    for stage in STAGES.into_iter().filter(|s| wanted(s)) {
        step(stage, || match stage {
            "format" => {
                setup::component("rustfmt").and_then(|()| cargo(&["fmt", "--all", "--check"]))
            }
            "lint" => lint(),
            "supply" => setup::for_supply().and_then(|()| proof::supply()),
            "native" => cargo(&["test", "--workspace", "--quiet"]),
            "atlas" => cargo(&["run", "--quiet", "--package", "mapgen", "--", "--check"]),
            "fuzz" => setup::for_fuzzing().and_then(|()| proof::fuzz(15)),
            "build" => setup::for_building().and_then(|()| build()),
            "browser" => browser(wanted("build")),
            _ => engines(wanted("build") || wanted("browser")),
        })?;
    }
    Ok(())
}

/// Warnings are errors, natively and in the browser's build.
fn lint() -> Result<(), Failure> {
    setup::component("clippy")?;
    setup::target()?;
    let deny = ["--", "--deny", "warnings"];
    cargo(&[&["clippy", "--workspace", "--all-targets", "--quiet"], &deny[..]].concat())?;
    let wasm =
        ["clippy", "--target", "wasm32-unknown-unknown", "--package", "eucam-watch", "--quiet"];
    cargo(&[&wasm[..], &deny[..]].concat())
}

/// Journeys through the release build as the sources now are.
fn browser(built: bool) -> Result<(), Failure> {
    if !built {
        setup::for_building().and_then(|()| build())?;
    }
    setup::for_browsers()?;
    setup::for_servers()?;
    playwright(&["--project=desktop", "--project=phone"])
}

/// The main journeys, and faults, in three engines; journeys in an older Chromium.
fn engines(built: bool) -> Result<(), Failure> {
    if !built {
        setup::for_building().and_then(|()| build())?;
    }
    setup::for_browsers()?;
    setup::for_engines()?;
    playwright(&["--project=chromium", "--project=firefox", "--project=webkit", "--project=older"])
}

/// Takes what is now seen, and what assistive technology is now told, as what it is to be.
fn bless() -> Result<(), Failure> {
    setup::for_building().and_then(|()| build())?;
    let kept = ["tests/browser/tree.spec.mjs", "tests/browser/pictures.spec.mjs"];
    playwright(&[&["--project=desktop", "--update-snapshots=changed"], &kept[..]].concat())
}

fn playwright(words: &[&str]) -> Result<(), Failure> {
    let mut command = Command::new("node_modules/.bin/playwright");
    stage::run(command.args(["test", "--config", "tests/browser"]).args(words))
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    /// Trunk refuses to serve where a path that it is to watch or to ignore is not there.
    #[test]
    fn every_path_that_trunk_is_told_of_is_there_in_a_fresh_clone() {
        super::stage::enter_project().expect("the project is round this file");
        let settings = std::fs::read_to_string("Trunk.toml").expect("Trunk.toml is there");
        let watch = settings.split("[watch]").nth(1).expect("a [watch] section");
        let watch = watch.split("\n[").next().expect("a split has a first part");
        let paths: Vec<&str> = watch.split('"').skip(1).step_by(2).collect();
        assert!(paths.contains(&"content"), "{paths:?}");
        for path in paths {
            let tracked = Command::new("git").args(["ls-files", "--error-unmatch", path]).output();
            assert!(tracked.expect("git is there").status.success(), "{path} is not tracked");
        }
    }
}
