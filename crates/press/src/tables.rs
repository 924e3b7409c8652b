//! The shapes of the TOML files. `content/README.md` says what each field means.

use model::Sort;
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

/// A word whose place matters for messages.
pub type Word = Spanned<String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Issue {
    pub series: String,
    pub frame: String,
    pub frame_note: String,
    pub dating: String,
    pub silence: String,
    pub articles: Vec<Word>,
    pub speaker: Vec<Speaker>,
    pub topic: Vec<Topic>,
    pub body: Vec<Body>,
    pub standing: Vec<StandingText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Speaker {
    pub id: String,
    pub name: String,
    pub role: String,
    pub voice: Word,
    #[serde(default)]
    pub authors: Vec<(String, String)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    pub id: String,
    pub name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Body {
    pub id: Word,
    pub name: String,
    pub full: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StandingText {
    pub id: Word,
    pub name: String,
    pub meaning: String,
}

/// The front matter of an article.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Article {
    pub id: String,
    pub speaker: Word,
    pub short: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Country {
    pub name: String,
    pub iso: Word,
    pub capital: String,
    #[serde(default)]
    pub demonyms: Vec<Word>,
    #[serde(default)]
    pub government: Vec<Word>,
    pub standing: BTreeMap<Word, Standing>,
    #[serde(default)]
    pub fact: Vec<Fact>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Standing {
    pub is: Word,
    pub note: Option<String>,
    pub article: Option<Word>,
    pub quote: Option<Word>,
    #[serde(default)]
    pub also: Vec<Witness>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Witness {
    pub article: Word,
    pub quote: Word,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    pub id: Word,
    pub statement: String,
    pub topic: Word,
    pub when: Option<String>,
    pub year: Option<u16>,
    pub article: Word,
    pub quote: Word,
    pub basis: Word,
    pub reporter: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Collective {
    pub name: String,
    pub aliases: Vec<Word>,
    #[serde(default)]
    pub fact: Vec<Fact>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Around {
    pub fact: Vec<Fact>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Terms {
    #[serde(default)]
    pub organisation: Vec<Term>,
    #[serde(default)]
    pub person: Vec<Term>,
    #[serde(default)]
    pub place: Vec<Term>,
}

impl Terms {
    /// All rows, sort by sort.
    pub fn rows(&self) -> impl Iterator<Item = (Sort, &Term)> {
        let organisations = self.organisation.iter().map(|row| (Sort::Organisation, row));
        let people = self.person.iter().map(|row| (Sort::Person, row));
        let places = self.place.iter().map(|row| (Sort::Place, row));
        organisations.chain(people).chain(places)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    pub id: Word,
    pub name: String,
    pub kind: Word,
    pub aliases: Vec<Word>,
    pub expansion: Option<Word>,
    pub article: Word,
    pub quote: Word,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Others {
    #[serde(default)]
    pub masks: Vec<Word>,
    pub state: Vec<State>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct State {
    pub id: Word,
    pub name: String,
    #[serde(default)]
    pub names: Vec<Word>,
    #[serde(default)]
    pub demonyms: Vec<Word>,
    #[serde(default)]
    pub government: Vec<Word>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Errata {
    #[serde(default)]
    pub repair: Vec<Repair>,
    #[serde(default)]
    pub sic: Vec<Sic>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Repair {
    pub lines: Word,
    pub printed: Word,
    pub edition: String,
    #[expect(dead_code, reason = "for the editor who reads the file")]
    pub reason: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sic {
    pub passage: Word,
    pub printed: Word,
    pub read: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Places {
    pub credit: String,
    pub place: Vec<Place>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    pub id: Word,
    pub name: Word,
    pub kind: Word,
    pub at: (f64, f64),
    pub side: Word,
    pub tier: u8,
    #[serde(default)]
    pub turn: i16,
    pub layer: Option<Word>,
    pub source: String,
    pub certainty: Word,
    pub article: Option<Word>,
    pub quote: Option<Word>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Routes {
    pub route: Vec<Route>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Route {
    pub id: Word,
    pub name: String,
    pub mode: Word,
    pub layer: Word,
    #[serde(default)]
    pub spur: bool,
    pub certainty: Word,
    pub source: String,
    pub article: Option<Word>,
    pub quote: Option<Word>,
    pub points: Vec<(f64, f64)>,
}
