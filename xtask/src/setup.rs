//! What a bare machine lacks: each thing is looked for first and installed only when missing. What was
//! interrupted counts as missing and is installed anew.

use crate::stage::{Failure, output, run};
use std::path::Path;
use std::process::Command;
use std::time::Instant;

const TRUNK: &str = "0.21.14";
const DENY: &str = "0.20.2";
const MACHETE: &str = "0.9.2";
const FUZZ: &str = "0.13.2";
const TARGET: &str = "wasm32-unknown-unknown";

/// Installs one thing, saying what and how long it took.
fn install(what: &str, usual: &str, command: &mut Command, remedy: &str) -> Result<(), Failure> {
    println!("-- installing {what} (usually {usual})");
    let start = Instant::now();
    run(command).map_err(|e| format!("{what} could not be installed: {e}\n      {remedy}"))?;
    println!("-- installed {what} in {:.0} s", start.elapsed().as_secs_f64());
    Ok(())
}

/// All that `serve` and `test` need.
pub fn all() -> Result<(), Failure> {
    for_building()?;
    component("rustfmt")?;
    component("clippy")?;
    for_supply()?;
    for_fuzzing()?;
    for_browsers()?;
    for_servers()?;
    for_engines()
}

/// What `trunk serve` and `trunk build --release` need.
pub fn for_building() -> Result<(), Failure> {
    target()?;
    trunk()?;
    wasm_bindgen()?;
    npm()
}

/// The compiler's target for browsers.
pub fn target() -> Result<(), Failure> {
    let there = output("rustc", &["--print", "target-libdir", "--target", TARGET]);
    if there.is_some_and(|folder| Path::new(folder.trim()).exists()) {
        return Ok(());
    }
    let mut command = Command::new("rustup");
    command.args(["target", "add", TARGET]);
    let remedy =
        "Install Rust with rustup (https://rustup.rs), or the wasm32 target from your system.";
    install("the wasm32 target", "a few seconds", &mut command, remedy)
}

/// A component of the Rust toolchain, such as rustfmt.
pub fn component(name: &str) -> Result<(), Failure> {
    let program = if name == "clippy" { "cargo-clippy" } else { name };
    if output(program, &["--version"]).is_some() {
        return Ok(());
    }
    let mut command = Command::new("rustup");
    command.args(["component", "add", name]);
    install(name, "a few seconds", &mut command, "Install Rust with rustup (https://rustup.rs).")
}

fn trunk() -> Result<(), Failure> {
    if output("trunk", &["--version"]).is_some_and(|v| v.trim() == format!("trunk {TRUNK}")) {
        return Ok(());
    }
    let mut command = Command::new("cargo");
    command.args(["install", "trunk", "--version", TRUNK, "--locked", "--quiet"]);
    let remedy = "Is a C compiler there (apt install build-essential)? Is ~/.cargo/bin on PATH?";
    install(&format!("Trunk {TRUNK}"), "8 minutes", &mut command, remedy)
}

/// The version must be that of the library in Cargo.lock.
fn wasm_bindgen() -> Result<(), Failure> {
    let version = locked("wasm-bindgen")?;
    let trunk = std::fs::read_to_string("Trunk.toml").map_err(|e| format!("Trunk.toml: {e}"))?;
    if !trunk.contains(&format!("wasm_bindgen = \"{version}\"")) {
        return Err(format!("Trunk.toml must name wasm-bindgen {version}, as Cargo.lock does"));
    }
    let there = output("wasm-bindgen", &["--version"]);
    if there.is_some_and(|v| v.trim() == format!("wasm-bindgen {version}")) {
        return Ok(());
    }
    let mut command = Command::new("cargo");
    // Without --locked: its own lock file can name versions that a registry no longer serves.
    command.args(["install", "wasm-bindgen-cli", "--version", &version, "--quiet"]);
    let remedy = "Its version stands in Cargo.lock and Trunk.toml; both must be the same.";
    install(&format!("wasm-bindgen {version}"), "5 minutes", &mut command, remedy)
}

/// The version of a package in Cargo.lock.
fn locked(package: &str) -> Result<String, Failure> {
    let lock = std::fs::read_to_string("Cargo.lock").map_err(|e| format!("Cargo.lock: {e}"))?;
    let after = lock.split(&format!("name = \"{package}\"\nversion = \"")).nth(1);
    let version = after.and_then(|rest| rest.split('"').next());
    version.map(str::to_owned).ok_or_else(|| format!("Cargo.lock does not name {package}"))
}

/// wasm-opt, the minifier and the test programs, as package-lock.json has them.
fn npm() -> Result<(), Failure> {
    npm_in(".")
}

/// What the benchmark compares the edition with.
pub fn for_bench() -> Result<(), Failure> {
    for_building()?;
    for_browsers()?;
    npm_in("bench")
}

/// The packages that a folder's package-lock.json names.
fn npm_in(folder: &str) -> Result<(), Failure> {
    let folder = Path::new(folder);
    let lock = folder.join("package-lock.json");
    let lock = std::fs::read(&lock).map_err(|e| format!("{}: {e}", lock.display()))?;
    let mark = folder.join("node_modules/.lock-of-this-install");
    if std::fs::read(&mark).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    let node = output("node", &["--version"]).unwrap_or_default();
    let major = node.trim().trim_start_matches('v').split('.').next().and_then(|n| n.parse().ok());
    if major.is_none_or(|n: u32| n < 20) {
        return Err(format!(
            "Node.js 20 or newer is needed, found `{}`: see https://nodejs.org",
            node.trim()
        ));
    }
    let mut command = Command::new("npm");
    command.current_dir(folder);
    command.args(["ci", "--no-audit", "--no-fund", "--loglevel", "error"]);
    command.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    let remedy = "Install Node.js 20 or newer with npm (https://nodejs.org).";
    install("npm packages", "10 seconds", &mut command, remedy)?;
    std::fs::write(&mark, lock).map_err(|e| format!("{}: {e}", mark.display()))
}

/// What the tests in browsers need besides.
pub fn for_browsers() -> Result<(), Failure> {
    npm()?;
    let names = ["chromium", "chromium-browser", "google-chrome"];
    if std::env::var_os("CHROMIUM").is_some()
        || names.iter().any(|name| output(name, &["--version"]).is_some())
    {
        return Ok(());
    }
    let remedy = "Install Chromium (on Debian: apt install chromium), or name one in CHROMIUM.";
    debian("Chromium", "1 minute", &["chromium", "fonts-liberation"], remedy)
}

/// The servers that the configurations in deploy/ are for.
pub fn for_servers() -> Result<(), Failure> {
    let brotli = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
    let files = ["/usr/sbin/nginx", brotli, "/usr/sbin/apache2", "/usr/bin/caddy"];
    if files.iter().all(|file| Path::new(file).exists()) {
        return Ok(());
    }
    let packages = ["nginx", "libnginx-mod-http-brotli-static", "apache2-bin", "caddy"];
    let remedy =
        "The configurations in deploy/ are tried in these servers, as Debian packages them.";
    debian("nginx, Apache and Caddy", "20 seconds", &packages, remedy)
}

/// Firefox and WebKitGTK with its driver.
pub fn for_engines() -> Result<(), Failure> {
    let files = ["/usr/bin/firefox-esr", "/usr/bin/WebKitWebDriver", "/usr/bin/Xvfb"];
    if files.iter().all(|file| Path::new(file).exists()) {
        return Ok(());
    }
    let packages = ["firefox-esr", "webkit2gtk-driver", "xvfb", "xauth"];
    let remedy =
        "The main journeys are made in Firefox ESR and WebKitGTK, as Debian packages them.";
    debian("Firefox and WebKitGTK", "1 minute", &packages, remedy)
}

/// What looks at the libraries.
pub fn for_supply() -> Result<(), Failure> {
    tool("deny", DENY, "5 minutes")?;
    tool("machete", MACHETE, "1 minute")
}

/// What gives bytes at random.
pub fn for_fuzzing() -> Result<(), Failure> {
    tool("fuzz", FUZZ, "1 minute")
}

/// A command of cargo's that is a crate of its own.
fn tool(name: &str, version: &str, usual: &str) -> Result<(), Failure> {
    let package = format!("cargo-{name}");
    if output(&package, &["--version"]).is_some_and(|v| v.trim().ends_with(version)) {
        return Ok(());
    }
    let mut command = Command::new("cargo");
    command.args(["install", &package, "--version", version, "--locked", "--quiet"]);
    let remedy = "Is a C compiler there (apt install build-essential)? Is ~/.cargo/bin on PATH?";
    install(&format!("{package} {version}"), usual, &mut command, remedy)
}

/// Packages of Debian, without starting a server that one of them brings.
fn debian(what: &str, usual: &str, packages: &[&str], remedy: &str) -> Result<(), Failure> {
    let root = output("id", &["-u"]).is_some_and(|id| id.trim() == "0");
    let apt = |words: &[&str]| {
        let mut command = Command::new(if root { "env" } else { "sudo" });
        // Known to the scripts of packages: in this run level no server starts.
        command.args(["DEBIAN_FRONTEND=noninteractive", "RUNLEVEL=1", "apt-get"]).args(words);
        command
    };
    install("the list of Debian's packages", "10 seconds", &mut apt(&["update", "-qq"]), remedy)?;
    let words =
        ["-o", "DPkg::Lock::Timeout=600", "install", "-y", "-qq", "--no-install-recommends"];
    install(what, usual, &mut apt(&[&words, packages].concat()), remedy)
}
