//! Mentions: names found in the text from lists of aliases, longest first, at word boundaries.

use crate::file::{File, pick};
use crate::problem::Problems;
use crate::tables::{self, Word};
use model::{CountryId, Mention, MentionKind, Passage, Target};
use std::collections::BTreeMap;

/// A word by which something is named.
struct Alias {
    words: String,
    target: Option<Target>,
    kind: MentionKind,
    file: File,
    at: usize,
}

/// All words by which anything is named; those without a target are masks.
#[derive(Default)]
pub struct Names {
    aliases: Vec<Alias>,
    owners: BTreeMap<String, String>,
}

impl Names {
    /// Name, demonyms and capital of one of the five.
    pub fn country(
        &mut self,
        file: &File,
        id: CountryId,
        rows: &tables::Country,
        problems: &mut Problems,
    ) {
        pick(file, "ISO code", &rows.iso, &[id], CountryId::iso, problems);
        let target = Some(Target::Country(id));
        self.add(file, &rows.name, 0, target, MentionKind::Name, problems);
        self.add_all(file, &rows.demonyms, target, MentionKind::Demonym, problems);
        self.add_all(file, &rows.government, target, MentionKind::Capital, problems);
    }

    /// Words for the five together.
    pub fn collective(&mut self, file: &File, rows: &tables::Collective, problems: &mut Problems) {
        let target = Some(Target::Collective);
        self.add_all(file, &rows.aliases, target, MentionKind::Collective, problems);
    }

    /// Organisations, people and places, in the order in which [`crate::evidence`] lists them.
    pub fn terms(&mut self, files: &[(File, tables::Terms)], problems: &mut Problems) {
        let rows = files.iter().flat_map(|(file, rows)| rows.rows().map(move |row| (file, row.1)));
        for (i, (file, row)) in rows.enumerate() {
            let target = Some(Target::Term(i as u16));
            self.add_all(file, &row.aliases, target, MentionKind::Name, problems);
        }
    }

    /// Other states, and masks.
    pub fn others(&mut self, file: &File, rows: &tables::Others, problems: &mut Problems) {
        self.add_all(file, &rows.masks, None, MentionKind::Name, problems);
        for (i, row) in rows.state.iter().enumerate() {
            let target = Some(Target::State(i as u16));
            self.add_all(file, &row.names, target, MentionKind::Name, problems);
            self.add_all(file, &row.demonyms, target, MentionKind::Demonym, problems);
            self.add_all(file, &row.government, target, MentionKind::Capital, problems);
        }
    }

    fn add_all(
        &mut self,
        file: &File,
        words: &[Word],
        target: Option<Target>,
        kind: MentionKind,
        problems: &mut Problems,
    ) {
        for word in words {
            self.add(file, word.get_ref(), word.span().start, target, kind, problems);
        }
    }

    fn add(
        &mut self,
        file: &File,
        words: &str,
        at: usize,
        target: Option<Target>,
        kind: MentionKind,
        problems: &mut Problems,
    ) {
        if words.trim().is_empty() {
            return problems.push(file.problem(at, "an alias is empty"));
        }
        let place = format!("{}:{}", file.name, file.line(at));
        if let Some(first) = self.owners.insert(words.to_owned(), place) {
            let what = format!("alias “{words}” is ambiguous: it stands in {first} too");
            problems.push(file.problem(at, what));
        }
        let (words, file) = (words.to_owned(), file.clone());
        self.aliases.push(Alias { words, target, kind, file, at });
    }

    /// Marks the mentions of every passage; an alias that never occurs is a problem.
    pub fn mark(&mut self, passages: &mut [Passage], problems: &mut Problems) {
        self.aliases.sort_by_key(|a| std::cmp::Reverse(a.words.len()));
        for passage in passages.iter_mut() {
            passage.mentions = self.find(&passage.text);
        }
        let occurs = |alias: &Alias| passages.iter().any(|p| stands_in(&p.text, &alias.words));
        for alias in self.aliases.iter().filter(|a| !occurs(a)) {
            let what = format!("alias “{}” never occurs in the text", alias.words);
            problems.push(alias.file.problem(alias.at, what));
        }
    }

    fn find(&self, text: &str) -> Vec<Mention> {
        let mut mentions = Vec::new();
        let mut at = 0;
        while let Some(rest) = text.get(at..).filter(|r| !r.is_empty()) {
            let hit = (!inside_word(text, at))
                .then(|| {
                    self.aliases.iter().find(|a| {
                        rest.starts_with(&a.words) && !inside_word(text, at + a.words.len())
                    })
                })
                .flatten();
            let Some(alias) = hit else {
                at += rest.chars().next().map_or(1, char::len_utf8);
                continue;
            };
            let end = at + alias.words.len();
            if let Some(target) = alias.target {
                let (start, end) = (at as u32, end as u32);
                mentions.push(Mention { start, end, target, kind: alias.kind });
            }
            at = end;
        }
        mentions
    }
}

/// Whether words stand in a text, not as part of longer words.
fn stands_in(text: &str, words: &str) -> bool {
    text.match_indices(words)
        .any(|(at, _)| !inside_word(text, at) && !inside_word(text, at + words.len()))
}

/// Whether a byte lies between two letters or digits; a hyphen and an apostrophe part words.
fn inside_word(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
    before && text[at..].chars().next().is_some_and(char::is_alphanumeric)
}
