//! How heavy the page may be, as brotli 11 sends it. Budgets are the project's; a build that exceeds one
//! fails.

use crate::assets::{Asset, Assets};
use crate::pack;

/// Bytes allowed.
const HTML: usize = 80_000;
const CSS: usize = 14_000;
const CODE: usize = 190_000;
const FRAME: usize = 3_000;
const ELEMENT: usize = 3_000;
const FONTS: usize = 80_000;

/// Prints the sizes and fails when one is too large.
pub fn check(html: &str, assets: &Assets) -> Result<(), String> {
    let of = |all: &mut dyn Iterator<Item = &Asset>| {
        all.map(|a| pack::brotli(&a.bytes).len()).sum::<usize>()
    };
    let code = [&assets.wasm, &assets.glue, &assets.boot];
    let spoken = [&assets.frame];
    let rows = [
        ("HTML", pack::brotli(html.as_bytes()).len(), HTML),
        ("CSS", pack::brotli(&assets.style.bytes).len(), CSS),
        ("WebAssembly and JS", of(&mut code.into_iter()), CODE),
        ("in a frame besides", of(&mut spoken.into_iter()), FRAME),
        ("element for hosts", pack::brotli(assets.named["host.js"].as_bytes()).len(), ELEMENT),
        ("fonts", assets.fonts.values().map(|a| a.bytes.len()).sum(), FONTS),
    ];
    println!("bytes as brotli 11 sends them (fonts as they are)");
    for (name, size, most) in rows {
        println!("  {name:<20} {size:>7} of {most:>7}");
    }
    for asset in assets.all() {
        println!(
            "  {:<44} {:>7} raw {:>7} brotli",
            asset.name,
            asset.bytes.len(),
            pack::brotli(&asset.bytes).len()
        );
    }
    let heavy: Vec<_> = rows.iter().filter(|r| r.1 > r.2).map(|r| r.0).collect();
    if heavy.is_empty() { Ok(()) } else { Err(format!("too heavy: {}", heavy.join(", "))) }
}
