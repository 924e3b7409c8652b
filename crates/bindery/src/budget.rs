//! How heavy the page may be, as brotli 11 sends it. Budgets are the project's; a build that exceeds one
//! fails.

use crate::assets::{Asset, Assets};

/// Bytes allowed.
const HTML: usize = 80_000;
const CSS: usize = 14_000;
const CODE: usize = 185_000;
const FONTS: usize = 80_000;

/// Prints the sizes and fails when one is too large.
pub fn check(html: &str, assets: &Assets) -> Result<(), String> {
    let of = |all: &mut dyn Iterator<Item = &Asset>| all.map(|a| brotli(&a.bytes)).sum::<usize>();
    let code = [&assets.wasm, &assets.glue, &assets.boot];
    let rows = [
        ("HTML", brotli(html.as_bytes()), HTML),
        ("CSS", brotli(&assets.style.bytes), CSS),
        ("WebAssembly and JS", of(&mut code.into_iter()), CODE),
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
            brotli(&asset.bytes)
        );
    }
    let heavy: Vec<_> = rows.iter().filter(|r| r.1 > r.2).map(|r| r.0).collect();
    if heavy.is_empty() { Ok(()) } else { Err(format!("too heavy: {}", heavy.join(", "))) }
}

fn brotli(bytes: &[u8]) -> usize {
    let mut out = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut out, &params).map_or(usize::MAX, |_| out.len())
}
