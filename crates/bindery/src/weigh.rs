//! What each library weighs in the WebAssembly: the bytes of the functions that bear its name, before wasm-opt and
//! with what was compiled into others counted there; so shares, and no bill.

use rustc_demangle::demangle;
use std::collections::BTreeMap;
use std::path::Path;
use wasmparser::{KnownCustom, Name, Parser, Payload};

/// Why the project itself asks for a library; all others are there because these need them.
const REASONS: [(&str, &str); 10] = [
    ("eucam-watch", "the app"),
    ("model", "the issue and what can be asked of it"),
    ("serde", "reads the issue's bytes into the model's types"),
    ("postcard", "the form of those bytes: small, and read without a parser of text"),
    ("leptos", "takes over the page and keeps its few attributes by signals"),
    ("wasm-bindgen", "calls between WebAssembly and the browser"),
    ("wasm-bindgen-futures", "waits for what the browser promises, when the map becomes a picture"),
    ("gloo", "listeners for events that end with what they belong to"),
    ("web-sys", "the browser's own objects; only src/platform uses it"),
    ("js-sys", "JavaScript's own objects; only src/platform uses it"),
];

/// Writes the list of `crates` with the bytes of each. Each is given as `name=a>b`: the app asks for `a`, which needs
/// `b`, which needs it; with nothing after the `=` the app asks for it itself.
///
/// # Errors
/// If the file is no WebAssembly with names, or cannot be read or written.
pub fn list(wasm: &Path, list: &Path, crates: &[String]) -> Result<(), String> {
    let bytes = std::fs::read(wasm).map_err(|e| format!("{}: {e}", wasm.display()))?;
    let sizes = sizes(&bytes).map_err(|e| format!("{}: {e}", wasm.display()))?;
    let of = |name: &str| sizes.get(&name.replace('-', "_")).copied().unwrap_or(0);
    let ways = crates.iter().map(|c| c.split_once('=').unwrap_or((c, "")));
    let mut rows: Vec<_> = ways.map(|(name, way)| (of(name), name, way)).collect();
    rows.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
    let own: u64 = rows.iter().map(|row| row.0).sum();
    let all: u64 = sizes.values().sum();
    let mut text = format!(
        "# Libraries in the WebAssembly\n\n\
         {} crates. Bytes are those of functions that bear the crate's name, before wasm-opt and compression: \
         {all} in all, of which {} belong to Rust's own library and to the browser's glue. What the compiler put \
         into another crate's functions is counted there, so many a crate has none left. `cargo xtask weigh` \
         renews this list; `cargo xtask test supply` fails when a crate is missing or gone.\n\n\
         | crate | bytes | why |\n| --- | ---: | --- |\n",
        crates.len(),
        all - own,
    );
    for (size, name, way) in rows {
        text += &format!("| `{name}` | {size} | {} |\n", why(name, way)?);
    }
    std::fs::write(list, text).map_err(|e| format!("{}: {e}", list.display()))
}

/// Why a crate is there: our reason, or who needs it.
fn why(name: &str, way: &str) -> Result<String, String> {
    match REASONS.iter().find(|r| r.0 == name) {
        Some((_, reason)) => Ok((*reason).to_owned()),
        None if way.is_empty() => Err(format!("weigh.rs gives no reason for `{name}`")),
        None => Ok(format!("needed by {}", way.replace('>', " › "))),
    }
}

/// Bytes of functions by the crate that their names begin with.
fn sizes(wasm: &[u8]) -> Result<BTreeMap<String, u64>, String> {
    let mut bodies: Vec<u64> = Vec::new();
    let mut imported = 0;
    let mut named: BTreeMap<usize, String> = BTreeMap::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.map_err(|e| e.to_string())? {
            Payload::ImportSection(imports) => {
                imported = imports.into_imports().flatten().filter(is_function).count();
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.range().end - body.range().start),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(names) = section.as_known() {
                    for part in names.into_iter().flatten() {
                        if let Name::Function(map) = part {
                            named.extend(
                                map.into_iter()
                                    .flatten()
                                    .map(|n| (n.index as usize, format!("{:#}", demangle(n.name)))),
                            );
                        }
                    }
                }
            }
            _ => {}
        }
    }
    let mut sizes = BTreeMap::new();
    for (i, size) in bodies.iter().enumerate() {
        let name = named.get(&(imported + i)).map_or("", String::as_str);
        *sizes.entry(crate_of(name).to_owned()).or_insert(0) += size;
    }
    Ok(sizes)
}

fn is_function(import: &wasmparser::Import<'_>) -> bool {
    matches!(import.ty, wasmparser::TypeRef::Func(_))
}

/// The crate that the name of a function begins with: `<leptos::A as core::B>::c` is of leptos.
fn crate_of(name: &str) -> &str {
    let start = name.trim_start_matches(['<', '&', '*', '(', '[', ' ']).trim_start_matches("mut ");
    let start = start.trim_start_matches("dyn ").trim_start_matches("const ");
    start.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{crate_of, why};

    #[test]
    fn a_function_is_of_the_crate_that_its_name_begins_with() {
        assert_eq!(crate_of("<leptos::Owner as core::ops::Drop>::drop"), "leptos");
        assert_eq!(crate_of("<&mut dyn reactive_graph::X>::y"), "reactive_graph");
        assert_eq!(crate_of("eucam_watch::desk::Desk::new"), "eucam_watch");
        assert_eq!(crate_of(""), "");
    }

    #[test]
    fn each_crate_has_our_reason_or_one_that_needs_it() {
        assert!(why("leptos", "").is_ok_and(|words| words.contains("takes over the page")));
        assert_eq!(
            why("slotmap", "leptos>reactive_graph"),
            Ok("needed by leptos › reactive_graph".to_owned())
        );
        assert!(why("unheard-of", "").is_err());
    }
}
