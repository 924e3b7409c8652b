//! A claim of the text about a state or about all five, with the sentence that makes it.

use crate::{CountryId, Witness};
use serde::{Deserialize, Serialize};

/// Of whom a fact speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Subject {
    /// One state.
    Country(CountryId),
    /// All five, or "the Central Asian states".
    Collective,
    /// None of them: NATO, the EU, the powers, Afghanistan.
    Around,
}

impl Subject {
    /// The first part of the fact's address: a country's slug, or `central-asia`,
    /// or `around`.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Country(country) => country.slug(),
            Self::Collective => "central-asia",
            Self::Around => "around",
        }
    }
}

/// On whose word a fact rests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Basis {
    /// The speaker says so.
    Claim,
    /// The speaker reports that somebody else says so.
    Reported,
    /// A question takes it for granted.
    Premise,
}

impl Basis {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Claim, Self::Reported, Self::Premise];

    /// The id used in `content/` and in the open data.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Claim => "claim",
            Self::Reported => "reported",
            Self::Premise => "premise",
        }
    }
}

/// One claim.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Fact {
    /// Its id and address in the page, e.g. `kazakhstan-only-ipap`.
    pub id: String,
    /// Of whom it speaks.
    pub subject: Subject,
    /// The claim in one neutral sentence.
    pub statement: String,
    /// Index into the topics.
    pub topic: u16,
    /// The time in the text's own words, where it gives one.
    pub when: Option<String>,
    /// The calendar year, where the text states one (the first of a range).
    pub year: Option<u16>,
    /// On whose word it rests.
    pub basis: Basis,
    /// For a reported claim, whose it is.
    pub reporter: Option<String>,
    /// The sentence.
    pub witness: Witness,
}
