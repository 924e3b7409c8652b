//! Every mistake an editor can make is named with file and line. Each file of `broken/` describes one:
//! what is changed in a copy of the real content, and what must be said.

use serde::Deserialize;
use std::path::{Path, PathBuf};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Mistake {
    /// The file of `content/` that is damaged.
    file: String,
    /// What stands there; with `replace` in the place of its first stand the content is broken.
    find: Option<String>,
    replace: Option<String>,
    /// The file is deleted, or written with these words.
    #[serde(default)]
    delete: bool,
    write: Option<String>,
    /// What the message must say.
    expect: Vec<String>,
    /// The mistake shows in another place than where it was made: `expect` says where.
    #[serde(default)]
    elsewhere: bool,
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a temporary folder can be made");
    for entry in std::fs::read_dir(from).expect("content can be read").flatten() {
        let target = to.join(entry.file_name());
        match entry.path() {
            path if path.ends_with("map/source") => {}
            path if path.is_dir() => copy(&path, &target),
            path => {
                std::fs::copy(path, target).expect("a file can be copied");
            }
        }
    }
}

/// Makes the mistake. Gives where it may be said to be, where a file is changed: in the line itself, or where its
/// paragraph or table begins.
fn spoil(folder: &Path, mistake: &Mistake) -> Vec<String> {
    let path = folder.join(&mistake.file);
    if mistake.delete {
        std::fs::remove_file(&path).expect("the file is there");
        return Vec::new();
    }
    if let Some(words) = &mistake.write {
        std::fs::write(&path, words).expect("the file can be written");
        return Vec::new();
    }
    let text = std::fs::read_to_string(&path).expect("the file is there");
    let (find, replace) = (mistake.find.as_deref(), mistake.replace.as_deref());
    let (find, replace) = find.zip(replace).expect("a mistake finds and replaces");
    assert!(text.contains(find), "{}: “{find}” is not there", mistake.file);
    let spoilt = text.replacen(find, replace, 1);
    let same = text.lines().zip(spoilt.lines()).take_while(|(was, is)| was == is).count();
    let block = spoilt.lines().take(same).collect::<Vec<_>>();
    let begins = block.iter().rposition(|line| line.trim().is_empty()).map_or(0, |blank| blank + 1);
    std::fs::write(&path, &spoilt).expect("the file can be written");
    (begins..=same).map(|line| format!("{}:{}: ", mistake.file, line + 1)).collect()
}

#[test]
fn every_mistake_is_named() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<PathBuf> = std::fs::read_dir(here.join("tests/broken"))
        .expect("the folder is there")
        .flatten()
        .map(|e| e.path())
        .collect();
    files.sort();
    assert!(files.len() >= 20, "{} mistakes", files.len());
    let folder = std::env::temp_dir().join(format!("broken-content-{}", std::process::id()));
    let mut failures = Vec::new();
    for file in files {
        let name = file.file_stem().expect("a file has a name").to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&file).expect("the file can be read");
        let mistake: Mistake = toml::from_str(&text).unwrap_or_else(|e| panic!("{name}: {e}"));
        let _ = std::fs::remove_dir_all(&folder);
        copy(&here.join("../../content"), &folder);
        let places = spoil(&folder, &mistake);
        match press::print(&folder) {
            Ok(_) => failures.push(format!("{name}: nothing was said")),
            Err(problems) => {
                let said = problems.to_string();
                if !mistake.elsewhere
                    && !places.is_empty()
                    && !places.iter().any(|p| said.contains(p))
                {
                    failures.push(format!("{name}: expected one of {places:?} in\n{said}"));
                }
                for words in mistake.expect.iter().filter(|w| !said.contains(w.as_str())) {
                    failures.push(format!("{name}: expected “{words}” in\n{said}"));
                }
            }
        }
    }
    let _ = std::fs::remove_dir_all(&folder);
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn all_mistakes_are_listed_at_once() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = std::env::temp_dir().join(format!("thrice-broken-{}", std::process::id()));
    copy(&here.join("../../content"), &folder);
    for (file, find, replace) in [
        ("countries/kazakhstan.toml", "topic = \"transit\"", "topic = \"trasit\""),
        ("countries/uzbekistan.toml", "is = \"opening\"", "is = \"openning\""),
        ("articles/editorial.md", "keen interest", "kean interest"),
    ] {
        let path = folder.join(file);
        let text = std::fs::read_to_string(&path).expect("the file is there");
        std::fs::write(&path, text.replacen(find, replace, 1)).expect("the file can be written");
    }
    let said = press::print(&folder).expect_err("three things are wrong").to_string();
    let _ = std::fs::remove_dir_all(&folder);
    for words in ["trasit", "openning", "kean interest"] {
        assert!(said.contains(words), "{words} is not in\n{said}");
    }
}
