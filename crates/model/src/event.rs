//! What the text gives a time to, in its own words: dated where it states a date, and left undated where
//! it does not.

use crate::{CountryId, Issue, Sort, Witness};
use serde::{Deserialize, Serialize};

/// How the text dates an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Dating {
    /// By a calendar year or month.
    Dated,
    /// By a part of a year or decade ("early 2006").
    Approximate,
    /// By another time ("last year", "since then").
    Relative,
    /// As something to come ("by the end of 2014").
    Forecast,
    /// By no time of its own.
    Undated,
}

impl Dating {
    /// All five, in the order of the key.
    pub const ALL: [Self; 5] =
        [Self::Dated, Self::Approximate, Self::Relative, Self::Forecast, Self::Undated];

    /// The id used in `content/`, in stylesheets and in the open data.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Dated => "dated",
            Self::Approximate => "approximate",
            Self::Relative => "relative",
            Self::Forecast => "forecast",
            Self::Undated => "undated",
        }
    }

    /// The words for it that a reader is shown.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Dated => "dated",
            Self::Approximate => "approximate",
            Self::Relative => "relative to another time",
            Self::Forecast => "forecast",
            Self::Undated => "no date of its own",
        }
    }
}

/// Whether an event without a place in the calendar lies before, about or after the time of writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Tense {
    /// Before.
    Past,
    /// At that time.
    Present,
    /// After.
    Future,
}

impl Tense {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Past, Self::Present, Self::Future];

    /// The id used in `content/` and in the open data.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Past => "past",
            Self::Present => "present",
            Self::Future => "future",
        }
    }
}

/// On which side a span has no end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Open {
    /// It begins at no stated time ("until 2008").
    Before,
    /// It ends at no stated time ("since 2004").
    After,
}

impl Open {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Before, Self::After];

    /// The id used in `content/` and in the open data.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::After => "after",
        }
    }
}

/// A stretch of the calendar, in months counted from January of the year 0; both ends belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// Its first month.
    pub from: u16,
    /// Its last month.
    pub to: u16,
}

impl Span {
    /// The calendar year of its first month.
    pub const fn year(self) -> u16 {
        self.from / 12
    }
}

/// Something to which the text gives a time.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Event {
    /// Its id and address in the page, e.g. `event-spur-blown-up`.
    pub id: String,
    /// What happens, in one neutral sentence.
    pub what: String,
    /// The time in the text's own words; they stand in the sentence.
    pub words: String,
    /// How the text dates it.
    pub dating: Dating,
    /// Where it lies in the calendar, if the text places it there.
    pub span: Option<Span>,
    /// Which end of the span is not stated.
    pub open: Option<Open>,
    /// For what has no span, whether it lies before, about or after the time of writing.
    pub tense: Option<Tense>,
    /// The states it concerns.
    pub states: Vec<CountryId>,
    /// Whether it concerns the five together.
    pub together: bool,
    /// Indices of the organisations it concerns.
    pub terms: Vec<u16>,
    /// Id of the place of the map where it happened, if it has one.
    pub place: Option<String>,
    /// The sentence.
    pub witness: Witness,
}

/// By what a list of events can be narrowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// A state.
    State,
    /// An organisation.
    Organisation,
    /// Whoever says it.
    Voice,
}

impl Field {
    /// All three.
    pub const ALL: [Self; 3] = [Self::State, Self::Organisation, Self::Voice];

    /// The word for it in the page.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::State => "state",
            Self::Organisation => "organisation",
            Self::Voice => "voice",
        }
    }
}

impl Issue {
    /// The field that offers this word, if any does.
    pub fn field_of(&self, word: &str) -> Option<Field> {
        if CountryId::from_slug(word).is_some() {
            return Some(Field::State);
        }
        let named = |i: usize| self.events.iter().any(|e| e.terms.contains(&(i as u16)));
        let term = self.terms.iter().position(|t| t.id == word && t.sort == Sort::Organisation);
        if term.is_some_and(named) {
            return Some(Field::Organisation);
        }
        let speaker =
            |e: &Event| &self.speaker_of(&self.passages[usize::from(e.witness.passage)]).id;
        self.events.iter().any(|e| speaker(e) == word).then_some(Field::Voice)
    }

    /// Keeps of these words those that a field offers, the first of each field.
    pub fn keep_known(&self, words: &mut Vec<String>) {
        let mut fields = Vec::new();
        words.retain(|word| {
            let field = self.field_of(word).filter(|f| !fields.contains(f));
            fields.extend(field);
            field.is_some()
        });
    }
}
