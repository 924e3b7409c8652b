//! How heavy the page may be, as brotli 11 sends it. Budgets are the project's; a build that exceeds one
//! fails.

use crate::assets::{Asset, Assets};
use std::path::Path;

/// Bytes allowed for the page with its styles.
const HTML: u64 = 84_500;
/// Bytes allowed for these styles, were they sent alone.
const CSS: u64 = 13_500;
/// Bytes allowed for the WebAssembly and what loads it.
const CODE: u64 = 192_000;
/// Bytes allowed for what speaks with the host of a frame.
const FRAME: u64 = 3_000;
/// Bytes allowed for the element that a host loads.
const ELEMENT: u64 = 3_000;
/// Bytes allowed for all fonts.
const FONTS: u64 = 60_000;

/// Prints the sizes of what has been compressed in `folder`, and fails when one is too large.
pub fn check(folder: &Path, assets: &Assets) -> Result<(), String> {
    let of = |names: &[&str]| names.iter().map(|name| size(folder, name)).sum::<Result<u64, _>>();
    let fonts: Vec<&str> = assets.fonts.values().map(|a| a.name.as_str()).collect();
    let css = crate::pack::brotli(
        [assets.first_style.as_str(), &assets.inline_style].concat().as_bytes(),
    );
    let css = css.len() as u64;
    let rows = [
        ("HTML", of(&["index.html.br"])?, HTML),
        ("of it CSS", css, CSS),
        (
            "WebAssembly and JS",
            of(&[&br(&assets.wasm), &br(&assets.glue), &br(&assets.boot)])?,
            CODE,
        ),
        ("in a frame besides", of(&[&br(&assets.frame)])?, FRAME),
        ("element for hosts", of(&["eucam-watch.js.br"])?, ELEMENT),
        ("fonts", of(&fonts)?, FONTS),
    ];
    println!("bytes as brotli 11 sends them (fonts as they are)");
    for (name, size, most) in rows {
        println!("  {name:<20} {size:>7} of {most:>7}");
    }
    for asset in assets.all() {
        let sent = size(folder, &br(asset)).or_else(|_| size(folder, &asset.name))?;
        println!("  {:<52} {:>7} of {:>7} raw", asset.name, sent, asset.bytes.len());
    }
    let heavy: Vec<_> = rows.iter().filter(|r| r.1 > r.2).map(|r| r.0).collect();
    if heavy.is_empty() { Ok(()) } else { Err(format!("too heavy: {}", heavy.join(", "))) }
}

/// The name of a file as brotli has it.
fn br(asset: &Asset) -> String {
    format!("{}.br", asset.name)
}

/// Bytes of a file.
fn size(folder: &Path, name: &str) -> Result<u64, String> {
    let path = folder.join(name);
    std::fs::metadata(&path).map(|m| m.len()).map_err(|e| format!("{}: {e}", path.display()))
}
