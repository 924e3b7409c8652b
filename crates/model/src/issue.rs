//! The whole newsletter with its evidence: what `press` makes of `content/`, and what is asked of it.

use crate::{
    Address, Atlas, Body, BodyText, Country, CountryId, Event, Fact, Figure, Kind, Mention,
    Passage, Place, Route, Standing, StandingText, State, Stated, Subject, Target, Term, Told,
    address::UnknownAddress, standing,
};
use serde::{Deserialize, Serialize};

/// One issue of the newsletter.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Issue {
    /// Name of the series.
    pub series: String,
    /// The time that everything stated here belongs to.
    pub frame: String,
    /// The same in a whole sentence.
    pub frame_note: String,
    /// What dates it.
    pub dating: String,
    /// What stands in the place of a state's sentence where the text is silent.
    pub silence: String,
    /// Name of the five together.
    pub collective: String,
    /// Articles in reading order.
    pub articles: Vec<Article>,
    /// All passages in reading order.
    pub passages: Vec<Passage>,
    /// Who speaks.
    pub speakers: Vec<Speaker>,
    /// The five states.
    pub countries: Vec<Country>,
    /// The eight bodies.
    pub bodies: Vec<BodyText>,
    /// The eight words.
    pub standing_texts: Vec<StandingText>,
    /// Five times eight cells.
    pub standings: Vec<Stated>,
    /// Topics of facts.
    pub topics: Vec<Topic>,
    /// Facts in the order of `content/`.
    pub facts: Vec<Fact>,
    /// What the text gives a time to: first what has a place in the calendar, in its order.
    pub events: Vec<Event>,
    /// Routes as the text tells them.
    pub told: Vec<Told>,
    /// Figures of the transit network, in the text's order.
    pub figures: Vec<Figure>,
    /// Why they are no series.
    pub figures_note: String,
    /// Organisations, people and places that the text names.
    pub terms: Vec<Term>,
    /// Other states that the text names.
    pub states: Vec<State>,
    /// Errors of the original that stay as printed.
    pub sics: Vec<Sic>,
}

/// The issue's map: geometry, places and routes. Kept apart because the browser finds it in the page.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Chart {
    /// Geometry.
    pub atlas: Atlas,
    /// Labelled points.
    pub places: Vec<Place>,
    /// Lines.
    pub routes: Vec<Route>,
    /// Who made the data, and what the map does not claim.
    pub credit: String,
}

/// A piece of the issue.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Article {
    /// Its id and address.
    pub id: String,
    /// A short name for lists of contents.
    pub short: String,
    /// Index of its first passage.
    pub first: u16,
    /// Index after its last passage.
    pub end: u16,
}

/// Somebody whose words the issue prints.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Speaker {
    /// The id used in `content/` and in the open data.
    pub id: String,
    /// The name.
    pub name: String,
    /// In what role they speak.
    pub role: String,
    /// With whose voice.
    pub voice: Voice,
    /// Given and family names, to cite by; a body has a family name alone, and the unnamed have none.
    pub authors: Vec<(String, String)>,
}

/// Whose words they are: an author's, a guest's, or an interviewer's, whose premises are nobody's claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Voice {
    /// Wrote the piece.
    Author,
    /// Answers questions.
    Guest,
    /// Asks them.
    Interviewer,
    /// Speaks for the publisher.
    Publisher,
}

/// Ids of the sections after the text, in their order.
pub const VIEWS: [&str; 7] =
    [Subject::Collective.slug(), "matrix", "timeline", "routes", "voices", "terms", "take"];

/// Id of the map.
pub const MAP: &str = "map";

impl Voice {
    /// All four.
    pub const ALL: [Self; 4] = [Self::Author, Self::Guest, Self::Interviewer, Self::Publisher];

    /// The id used in `content/`.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Author => "author",
            Self::Guest => "guest",
            Self::Interviewer => "interviewer",
            Self::Publisher => "publisher",
        }
    }
}

/// A topic under which facts are grouped.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Topic {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// An error of the original, kept and marked.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Sic {
    /// Index of the passage.
    pub passage: u16,
    /// Where the printed word begins, in bytes of the passage's text.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// What is meant.
    pub read: String,
}

impl Issue {
    /// The country with this id.
    pub fn country(&self, id: CountryId) -> &Country {
        &self.countries[id as usize]
    }

    /// The cell of this country and body.
    pub fn stated(&self, country: CountryId, body: Body) -> &Stated {
        &self.standings[country as usize * Body::ALL.len() + body as usize]
    }

    /// The words of a standing.
    pub fn standing_text(&self, standing: Standing) -> &StandingText {
        self.standing_texts
            .iter()
            .find(|t| t.id == standing)
            .expect("press fails when a standing has no words")
    }

    /// The names of a body.
    pub fn body(&self, body: Body) -> &BodyText {
        &self.bodies[body as usize]
    }

    /// How far up NATO's ladder the country is, 0 to 3.
    pub fn nato_depth(&self, country: CountryId) -> u8 {
        standing::nato_depth(|body| self.stated(country, body).standing)
    }

    /// The passages of an article, in order.
    pub fn passages_of(&self, article: &Article) -> &[Passage] {
        &self.passages[usize::from(article.first)..usize::from(article.end)]
    }

    /// The passage with this id.
    pub fn passage(&self, id: &str) -> Option<&Passage> {
        self.passages.iter().find(|p| p.id == id)
    }

    /// Who speaks in a passage.
    pub fn speaker_of(&self, passage: &Passage) -> &Speaker {
        &self.speakers[usize::from(passage.speaker)]
    }

    /// The article a passage stands in.
    pub fn article_of(&self, passage: &Passage) -> &Article {
        &self.articles[usize::from(passage.article)]
    }

    /// Reads a URL's fragment, with or without its `#`. The error: it names nothing in this issue.
    pub fn address(&self, fragment: &str) -> Result<Address, UnknownAddress> {
        Address::parse(fragment, |id| self.anchor(id))
    }

    /// Whether an id is an anchor of the page, and of which state's card (see [`Address::parse`]).
    pub fn anchor(&self, id: &str) -> Option<Option<CountryId>> {
        let fact = self.facts.iter().find(|f| f.id == id).map(|f| match f.subject {
            Subject::Country(country) => Some(country),
            Subject::Collective | Subject::Around => None,
        });
        let standing = || self.standings.iter().find(|s| s.id == id).map(|s| Some(s.country));
        let elsewhere = || {
            let found = VIEWS.contains(&id)
                || id == MAP
                || self.passages.iter().any(|p| p.id == id)
                || self.articles.iter().any(|a| a.id == id)
                || self.terms.iter().any(|o| o.id == id)
                || self.events.iter().any(|e| e.id == id)
                || self.told.iter().any(|r| r.id == id || r.legs.iter().any(|l| l.id == id))
                || self.figures.iter().any(|f| f.id == id)
                || id
                    .strip_prefix("voices-")
                    .is_some_and(|t| self.topics.iter().any(|o| o.id == t));
            found.then_some(None)
        };
        fact.or_else(standing).or_else(elsewhere)
    }

    /// The facts about a subject, in the order of `content/`.
    pub fn facts_about(&self, subject: Subject) -> impl Iterator<Item = &Fact> {
        self.facts.iter().filter(move |f| f.subject == subject)
    }

    /// Where the running text names a country or, with it, the five together: index of the passage and mention,
    /// in reading order. Titles are no running text.
    pub fn mentions_for(&self, country: CountryId) -> impl Iterator<Item = (usize, &Mention)> {
        let meant = move |m: &&Mention| {
            m.target == Target::Country(country) || m.target == Target::Collective
        };
        let running = self.passages.iter().enumerate().filter(|(_, p)| p.kind != Kind::Title);
        running.flat_map(move |(i, p)| p.mentions.iter().filter(meant).map(move |m| (i, m)))
    }

    /// How long an article takes to read, in minutes, at 230 words a minute (Brysbaert 2019: 238 for
    /// English non-fiction).
    pub fn minutes(&self, article: &Article) -> usize {
        let words = |p: &Passage| p.text.split_whitespace().count();
        let words: usize = self.passages_of(article).iter().map(words).sum();
        words.div_ceil(230).max(1)
    }

    /// The question under which a passage of an interview stands.
    pub fn question_above(&self, passage: &Passage) -> Option<&Passage> {
        let all = self.passages_of(self.article_of(passage));
        let at = all.iter().position(|p| p.id == passage.id)?;
        all[..=at].iter().rfind(|p| p.kind == Kind::Question)
    }

    /// The number of that question, counted from 1, and of how many.
    pub fn question_of(&self, passage: &Passage) -> Option<(usize, usize)> {
        let above = self.question_above(passage)?;
        let all = self.passages_of(self.article_of(passage)).iter();
        let mut questions = all.filter(|p| p.kind == Kind::Question);
        let count = questions.clone().count();
        Some((questions.position(|p| p.id == above.id)? + 1, count))
    }

    /// How many times the text names this.
    pub fn count_mentions(&self, target: Target) -> usize {
        self.passages.iter().flat_map(|p| &p.mentions).filter(|m| m.target == target).count()
    }
}
