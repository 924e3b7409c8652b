//! The five states. Their names and words come from `content/`; only their identity is known here.

use serde::{Deserialize, Serialize};

/// One of the five states of Central Asia, in alphabetical order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum CountryId {
    /// Kazakhstan.
    Kazakhstan,
    /// Kyrgyzstan.
    Kyrgyzstan,
    /// Tajikistan.
    Tajikistan,
    /// Turkmenistan.
    Turkmenistan,
    /// Uzbekistan.
    Uzbekistan,
}

impl CountryId {
    /// All five, in the order in which the page lists them.
    pub const ALL: [Self; 5] = [
        Self::Kazakhstan,
        Self::Kyrgyzstan,
        Self::Tajikistan,
        Self::Turkmenistan,
        Self::Uzbekistan,
    ];

    /// The id of the country's card in the page and in its address.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Kazakhstan => "kazakhstan",
            Self::Kyrgyzstan => "kyrgyzstan",
            Self::Tajikistan => "tajikistan",
            Self::Turkmenistan => "turkmenistan",
            Self::Uzbekistan => "uzbekistan",
        }
    }

    /// ISO 3166-1 alpha-2 code.
    pub const fn iso(self) -> &'static str {
        match self {
            Self::Kazakhstan => "KZ",
            Self::Kyrgyzstan => "KG",
            Self::Tajikistan => "TJ",
            Self::Turkmenistan => "TM",
            Self::Uzbekistan => "UZ",
        }
    }

    /// The state that lies on this side, as seen from the map's labels; where two do, the nearer.
    pub const fn neighbour(self, side: Side) -> Option<Self> {
        use CountryId::*;
        use Side::*;
        Some(match (self, side) {
            (Uzbekistan | Kyrgyzstan, North) => Kazakhstan,
            (Tajikistan, North) | (Uzbekistan | Kazakhstan, East) => Kyrgyzstan,
            (Kyrgyzstan, South) | (Turkmenistan, East) => Tajikistan,
            (Uzbekistan, West | South) | (Tajikistan, West) => Turkmenistan,
            (Kyrgyzstan | Kazakhstan, West) | (Kazakhstan, South) | (Turkmenistan, North) => {
                Uzbekistan
            }
            _ => return None,
        })
    }

    /// The country with this slug, if it is one of the five.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|c| c.slug() == slug)
    }
}

/// A side of the sky.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Left on the map.
    West,
    /// Right.
    East,
    /// Up.
    North,
    /// Down.
    South,
}

/// What `content/countries/` says of a country besides its standings and facts.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Country {
    /// Which of the five.
    pub id: CountryId,
    /// The name, as the text prints it.
    pub name: String,
    /// The capital's name in early 2012.
    pub capital: String,
}
