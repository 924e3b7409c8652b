//! Every word of the issue and where it stands. Made once, when the visitor first turns to search.

use super::fold;
use crate::{CountryId, Issue, Target};
use std::collections::BTreeMap;
use std::ops::Range;

/// A word at its place.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// Index of the passage.
    pub passage: u32,
    /// Where it begins, in bytes of the passage's text.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// Index into the sorted words.
    word: u32,
}

/// Something that can be found by its names.
#[derive(Clone, Debug)]
pub struct Name {
    /// What it is: one of the five, the five together, or a term.
    pub target: Target,
    /// The folded words of every form of its name.
    pub forms: Vec<Vec<String>>,
    /// How many times the text names it.
    pub times: u32,
}

/// Words in alphabetical order with their places.
#[derive(Debug)]
pub struct Index {
    words: Vec<String>,
    places: Vec<Vec<u32>>,
    tokens: Vec<Token>,
    /// First token of each passage, and the end of the last.
    first: Vec<u32>,
    /// What is meant where the original errs: token and word.
    meant: Vec<(u32, u32)>,
    /// States, the five together, terms.
    pub names: Vec<Name>,
}

impl Index {
    /// Reads the whole issue.
    pub fn new(issue: &Issue) -> Self {
        let mut all: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        let mut tokens = Vec::new();
        let mut first = Vec::with_capacity(issue.passages.len() + 1);
        for (i, passage) in issue.passages.iter().enumerate() {
            first.push(tokens.len() as u32);
            for (word, start, end) in fold::words(&passage.text) {
                all.entry(word).or_default().push(tokens.len() as u32);
                let (start, end) = (start as u32, end as u32);
                tokens.push(Token { passage: i as u32, start, end, word: 0 });
            }
        }
        first.push(tokens.len() as u32);
        let mut meant: Vec<(u32, String)> = Vec::new();
        for sic in &issue.sics {
            let of = first[usize::from(sic.passage)]..first[usize::from(sic.passage) + 1];
            let mut wrong = of.filter(|&t| tokens[t as usize].start >= sic.start);
            for (word, ..) in fold::words(&sic.read) {
                let Some(token) = wrong.next() else { break };
                if tokens[token as usize].end <= sic.end {
                    let places = all.entry(word.clone()).or_default();
                    if let Err(at) = places.binary_search(&token) {
                        places.insert(at, token);
                        meant.push((token, word));
                    }
                }
            }
        }
        let (words, places): (Vec<_>, Vec<_>) = all.into_iter().unzip();
        for (word, places) in places.iter().enumerate() {
            for &token in places.iter() {
                tokens[token as usize].word = word as u32;
            }
        }
        let place_of = |w: &String| words.binary_search(w).unwrap_or_default() as u32;
        let meant: Vec<_> = meant.iter().map(|(token, word)| (*token, place_of(word))).collect();
        // The misprint itself keeps its own word.
        for &(token, _) in &meant {
            let t = tokens[token as usize];
            let text = &issue.passages[t.passage as usize].text[t.start as usize..t.end as usize];
            if let Some((printed, ..)) = fold::words(text).first() {
                tokens[token as usize].word = place_of(printed);
            }
        }
        Self { words, places, tokens, first, meant, names: names(issue) }
    }

    /// The words that begin so, or are just this one.
    pub fn range(&self, word: &str, open: bool) -> Range<u32> {
        let from = self.words.partition_point(|w| w.as_str() < word);
        let until = |w: &String| if open { w.starts_with(word) } else { w == word };
        let count = self.words[from..].partition_point(until);
        from as u32..(from + count) as u32
    }

    /// A word by its index.
    pub fn word(&self, index: u32) -> &str {
        &self.words[index as usize]
    }

    /// Indices of all words.
    pub fn all_words(&self) -> Range<u32> {
        0..self.words.len() as u32
    }

    /// How many passages there are.
    pub fn passages(&self) -> usize {
        self.first.len() - 1
    }

    /// How many words the text has.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// The tokens at which a word stands.
    pub fn places(&self, word: u32) -> &[u32] {
        &self.places[word as usize]
    }

    /// A token.
    pub fn token(&self, token: u32) -> Token {
        self.tokens[token as usize]
    }

    /// The tokens of a passage.
    pub fn tokens_of(&self, passage: u32) -> Range<u32> {
        self.first[passage as usize]..self.first[passage as usize + 1]
    }

    /// Whether a token is, or means, one of these words.
    pub fn is(&self, token: u32, words: &[Range<u32>]) -> bool {
        let among = |word: u32| words.iter().any(|r| r.contains(&word));
        among(self.token(token).word) || self.meant.iter().any(|m| m.0 == token && among(m.1))
    }
}

/// Names of what the issue names, in the forms in which the text has them.
fn names(issue: &Issue) -> Vec<Name> {
    let countries = CountryId::ALL.map(|id| {
        let country = issue.country(id);
        (Target::Country(id), vec![country.name.as_str(), &country.capital])
    });
    let five = (Target::Collective, vec![issue.collective.as_str()]);
    let terms = issue.terms.iter().enumerate().map(|(i, term)| {
        let expansion = term.expansion.as_deref();
        (Target::Term(i as u16), std::iter::once(term.name.as_str()).chain(expansion).collect())
    });
    let mut out: Vec<_> = countries
        .into_iter()
        .chain([five])
        .chain(terms)
        .map(|(target, forms)| {
            let forms = forms.into_iter().map(form).collect();
            Name { target, forms, times: 0 }
        })
        .collect();
    for passage in &issue.passages {
        for mention in &passage.mentions {
            let words = form(&passage.text[mention.start as usize..mention.end as usize]);
            let Some(name) = out.iter_mut().find(|n| n.target == mention.target) else { continue };
            name.times += 1;
            if !name.forms.contains(&words) {
                name.forms.push(words);
            }
        }
    }
    out
}

fn form(words: &str) -> Vec<String> {
    fold::words(words).into_iter().map(|w| w.0).collect()
}
