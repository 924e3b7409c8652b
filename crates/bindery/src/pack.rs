//! Each file compressed beside itself, so that no server need do it for each visitor; and all in one archive.

use sha2::{Digest, Sha256};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// Endings of files that grow smaller; pictures of dots and fonts are compressed already.
const TEXT: [&str; 11] =
    ["html", "js", "wasm", "css", "svg", "json", "csv", "md", "xml", "webmanifest", "txt"];

/// Writes `.br` (brotli 11) and `.gz` (gzip 9, without name and time) beside each file of a folder and its
/// folders, on all processors. The same bytes give the same bytes.
pub fn compress(folder: &Path) -> Result<(), String> {
    let paths = Mutex::new(below(folder)?);
    // The lock is free again while one is being compressed.
    let next = || paths.lock().ok().and_then(|mut left| left.pop());
    let work = || std::iter::from_fn(next).try_for_each(|path| compress_one(&path));
    std::thread::scope(|scope| {
        let processors = std::thread::available_parallelism().map_or(1, usize::from);
        let threads: Vec<_> = (0..processors).map(|_| scope.spawn(work)).collect();
        threads.into_iter().try_for_each(|t| t.join().map_err(|_| "a thread broke")?)
    })
}

/// One file's `.br` and `.gz`, if its ending is one of `TEXT`.
fn compress_one(path: &Path) -> Result<(), String> {
    let told = |e: std::io::Error| format!("{}: {e}", path.display());
    let ending = path.extension().unwrap_or_default().to_string_lossy().into_owned();
    if !TEXT.contains(&ending.as_str()) {
        return Ok(());
    }
    let bytes = std::fs::read(path).map_err(told)?;
    let beside = |more: &str| path.with_extension(format!("{ending}.{more}"));
    std::fs::write(beside("br"), brotli(&bytes)).map_err(told)?;
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(&bytes).map_err(told)?;
    std::fs::write(beside("gz"), gzip.finish().map_err(told)?).map_err(told)
}

/// All files of a folder as one `.tar.gz`, with one time for all: `SOURCE_DATE_EPOCH`, in seconds since 1970. The
/// same files and time give the same bytes, whoever owns them and in whatever order they lie. Prints its SHA-256.
pub fn archive(folder: &Path, archive: &Path) -> Result<(), String> {
    let time = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|t| t.parse().ok());
    let time = time.ok_or("SOURCE_DATE_EPOCH must say which time the files have")?;
    let bytes = packed(folder, time)?;
    std::fs::write(archive, &bytes).map_err(|e| format!("{}: {e}", archive.display()))?;
    let sum: String = Sha256::digest(&bytes).iter().map(|b| format!("{b:02x}")).collect();
    println!("{}: {} bytes, SHA-256 {sum}", archive.display(), bytes.len());
    Ok(())
}

fn packed(folder: &Path, time: u64) -> Result<Vec<u8>, String> {
    let gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    let mut tar = tar::Builder::new(gzip);
    for path in below(folder)? {
        let told = |e: std::io::Error| format!("{}: {e}", path.display());
        let bytes = std::fs::read(&path).map_err(told)?;
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        header.set_mtime(time);
        let name = path.strip_prefix(folder).map_err(|e| e.to_string())?;
        tar.append_data(&mut header, name, &bytes[..]).map_err(told)?;
    }
    let gzip = tar.into_inner().map_err(|e| e.to_string())?;
    gzip.finish().map_err(|e| e.to_string())
}

/// All files of a folder and its folders, in order of their names.
fn below(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut all = Vec::new();
    for path in entries.flatten().map(|e| e.path()) {
        if path.is_dir() { all.extend(below(&path)?) } else { all.push(path) }
    }
    all.sort();
    Ok(all)
}

/// Bytes as brotli 11 sends them.
pub fn brotli(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    // In blocks of a megabyte the WebAssembly is one, and its codes are written once: some 1 % less.
    let params = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        lgblock: 20,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &*bytes, &mut out, &params)
        .expect("memory can be read from and written to");
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;
    use std::io::Read;

    const TIME: u64 = 1_330_000_000;

    /// A folder of its own with these files.
    fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
        let folder =
            std::env::temp_dir().join(format!("eucam-watch {name} {}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(folder.join("assets")).expect("a folder can be made");
        for (name, text) in files {
            std::fs::write(folder.join(name), text).expect("a file can be written");
        }
        folder
    }

    #[test]
    fn one_archive_holds_all_files_and_is_the_same_for_the_same_files() {
        let files = [("index.html", "<p>Page</p>"), ("assets/a.js", "1"), (".htaccess", "# own")];
        let first = folder("first", &files);
        let mut turned = files;
        turned.reverse();
        let second = folder("second", &turned);
        let bytes = packed(&first, TIME).expect("it can be packed");
        assert_eq!(bytes, packed(&second, TIME).expect("it can be packed"));
        assert_ne!(bytes, packed(&first, TIME + 1).expect("it can be packed"));
        let mut tar = tar::Archive::new(flate2::read::GzDecoder::new(&bytes[..]));
        let mut read = BTreeMap::new();
        for entry in tar.entries().expect("it is an archive") {
            let mut entry = entry.expect("an entry");
            assert_eq!(entry.header().mtime().ok(), Some(TIME));
            let name = entry.path().expect("a name").display().to_string();
            let mut text = String::new();
            entry.read_to_string(&mut text).expect("text");
            read.insert(name, text);
        }
        let wanted = files.map(|(name, text)| (name.to_owned(), text.to_owned()));
        assert_eq!(read, BTreeMap::from(wanted));
    }

    #[test]
    fn text_is_compressed_beside_itself_and_reads_back() {
        let text = "word ".repeat(400);
        let folder = folder("beside", &[("index.html", &text), ("assets/a.woff2", &text)]);
        compress(&folder).expect("it can be compressed");
        let mut gz = String::new();
        let file = std::fs::File::open(folder.join("index.html.gz")).expect("it is there");
        flate2::read::GzDecoder::new(file).read_to_string(&mut gz).expect("text");
        let mut br = Vec::new();
        let mut file = std::fs::File::open(folder.join("index.html.br")).expect("it is there");
        brotli::BrotliDecompress(&mut file, &mut br).expect("brotli");
        assert_eq!((gz.as_str(), br.as_slice()), (text.as_str(), text.as_bytes()));
        assert!(!folder.join("assets/a.woff2.br").exists(), "a font is compressed already");
    }
}
