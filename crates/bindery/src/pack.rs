//! Each file compressed beside itself, so that no server need do it for each visitor.

use std::io::Write;
use std::path::Path;

/// Endings of files that grow smaller; pictures of dots and fonts are compressed already.
const TEXT: [&str; 11] =
    ["html", "js", "wasm", "css", "svg", "json", "csv", "md", "xml", "webmanifest", "txt"];

/// Writes `.br` (brotli 11) and `.gz` (gzip 9, without name and time) beside each file of a folder and its
/// folders. The same bytes give the same bytes.
pub fn compress(folder: &Path) -> Result<(), String> {
    let told = |e: std::io::Error| format!("{}: {e}", folder.display());
    let mut entries: Vec<_> =
        std::fs::read_dir(folder).map_err(told)?.flatten().map(|e| e.path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            compress(&path)?;
            continue;
        }
        let ending = path.extension().unwrap_or_default().to_string_lossy().into_owned();
        if !TEXT.contains(&ending.as_str()) {
            continue;
        }
        let bytes = std::fs::read(&path).map_err(told)?;
        let beside = |more: &str| path.with_extension(format!("{ending}.{more}"));
        std::fs::write(beside("br"), brotli(&bytes)).map_err(told)?;
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        gzip.write_all(&bytes).map_err(told)?;
        std::fs::write(beside("gz"), gzip.finish().map_err(told)?).map_err(told)?;
    }
    Ok(())
}

/// Bytes as brotli 11 sends them.
pub fn brotli(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut out, &params)
        .expect("memory can be read from and written to");
    out
}
