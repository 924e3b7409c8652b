//! A file of `content/` with the place of everything in it.

use crate::problem::{Problem, Problems, nearest};
use serde::de::DeserializeOwned;
use std::path::Path;
use toml::Spanned;

/// Its name, from `content/`, and its text.
#[derive(Clone, Debug)]
pub struct File {
    /// Name with forward slashes.
    pub name: String,
    /// Text with line feeds.
    pub text: String,
}

impl File {
    /// Reads a file, or says why not.
    pub fn read(folder: &Path, name: &str, problems: &mut Problems) -> Option<Self> {
        match std::fs::read_to_string(folder.join(name)) {
            Ok(text) => Some(Self { name: name.to_owned(), text: text.replace("\r\n", "\n") }),
            Err(error) => {
                problems.push(Problem::new(name, 0, format!("cannot be read: {error}")));
                None
            }
        }
    }

    /// The line of a byte, from 1.
    pub fn line(&self, at: usize) -> usize {
        self.text.as_bytes().iter().take(at).filter(|b| **b == b'\n').count() + 1
    }

    /// Something is wrong at a byte of this file.
    pub fn problem(&self, at: usize, what: impl Into<String>) -> Problem {
        Problem::new(&self.name, self.line(at), what)
    }

    /// The file as TOML of a certain shape, or what is wrong with it.
    pub fn toml<T: DeserializeOwned>(&self, problems: &mut Problems) -> Option<T> {
        match toml::from_str(&self.text) {
            Ok(value) => Some(value),
            Err(error) => {
                let at = error.span().map_or(0, |s| s.start);
                let message = error.message().to_owned();
                problems.push(self.problem(at, &message).near(guess(&message)));
                None
            }
        }
    }
}

/// "unknown field `x`, expected one of `a`, `b`": which of them is nearest to `x`.
fn guess(message: &str) -> Option<String> {
    let mut words = message.split('`').skip(1).step_by(2);
    let wrong = words.next()?;
    message.contains("expected").then(|| nearest(wrong, words))?
}

/// The one of `all` whose id stands here, or a problem that names the nearest.
pub fn pick<T: Copy>(
    file: &File,
    what: &str,
    word: &Spanned<String>,
    all: &[T],
    slug: impl Fn(T) -> &'static str,
    problems: &mut Problems,
) -> Option<T> {
    let found = all.iter().copied().find(|t| slug(*t) == word.get_ref());
    if found.is_none() {
        let ids: Vec<_> = all.iter().map(|t| slug(*t)).collect();
        let text = format!("unknown {what} `{}`; expected {}", word.get_ref(), ids.join(", "));
        problems.push(file.problem(word.span().start, text).near(nearest(word.get_ref(), ids)));
    }
    found
}

/// Files in `countries/` that belong to none of the five.
pub fn report_strangers(folder: &Path, problems: &mut Problems) {
    let slugs = model::CountryId::ALL.map(model::CountryId::slug);
    let Ok(entries) = std::fs::read_dir(folder.join("countries")) else { return };
    let mut names: Vec<_> =
        entries.flatten().map(|e| e.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    for name in names {
        let stem = name.strip_suffix(".toml").unwrap_or(&name);
        if !slugs.contains(&stem) {
            let what = format!("unknown country `{stem}`; expected {}", slugs.join(", "));
            let problem = Problem::new(&format!("countries/{name}"), 0, what);
            problems.push(problem.near(nearest(stem, slugs)));
        }
    }
}
