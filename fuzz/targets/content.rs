//! Whatever an editor does to a file of `content/`: the press prints, or says what is wrong and where.
//! The input is the number of a file, a place in it, how much goes, and what comes in its stead.
#![no_main]

use libfuzzer_sys::fuzz_target;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

struct Copy {
    folder: PathBuf,
    /// Each file an editor writes, with its bytes.
    files: Vec<(PathBuf, Vec<u8>)>,
}

fn copy(from: &Path, to: &Path, files: &mut Vec<(PathBuf, Vec<u8>)>) {
    fs::create_dir_all(to).expect("a temporary folder can be made");
    for entry in fs::read_dir(from).expect("content can be read").flatten() {
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.ends_with("map/source") {
            continue;
        }
        if path.is_dir() {
            copy(&path, &target, files);
            continue;
        }
        let bytes = fs::read(&path).expect("a file can be read");
        fs::write(&target, &bytes).expect("a file can be copied");
        if path.extension().is_some_and(|e| e == "toml" || e == "md") {
            files.push((target, bytes));
        }
    }
}

static COPY: LazyLock<Copy> = LazyLock::new(|| {
    let folder = std::env::temp_dir().join(format!("fuzzed-content-{}", std::process::id()));
    let mut files = Vec::new();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../content"), &folder, &mut files);
    files.sort();
    Copy { folder, files }
});

fuzz_target!(|input: (u8, u16, u8, &[u8])| {
    let (file, place, gone, come) = input;
    let (path, bytes) = &COPY.files[usize::from(file) % COPY.files.len()];
    let at = usize::from(place) * 7 % (bytes.len() + 1);
    let end = (at + usize::from(gone)).min(bytes.len());
    let spoiled = [&bytes[..at], come, &bytes[end..]].concat();
    fs::write(path, &spoiled).expect("a file can be written");
    let printed = press::print(&COPY.folder);
    fs::write(path, bytes).expect("a file can be written");
    match printed {
        Ok(print) => assert_eq!(print.issue.countries.len(), 5),
        Err(problems) => {
            assert!(!problems.is_empty());
            assert!(problems.iter().all(|p| !p.file.is_empty() && !p.what.is_empty()));
        }
    }
});
