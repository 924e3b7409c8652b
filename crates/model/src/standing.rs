//! Where a state stands with a body, in eight words of which silence is one.

use crate::{CountryId, Layer, Witness};
use serde::{Deserialize, Serialize};

/// One of the eight mechanisms and organisations against which each state is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Body {
    /// Partnership for Peace.
    Pfp,
    /// Individual Partnership and Cooperation Programme.
    Ipcp,
    /// Planning and Review Process.
    Parp,
    /// Individual Partnership Action Plan.
    Ipap,
    /// Northern Distribution Network.
    Ndn,
    /// Collective Security Treaty Organisation.
    Csto,
    /// Shanghai Cooperation Organisation.
    Sco,
    /// A delegation of the European Union in the country.
    EuDelegation,
}

impl Body {
    /// All eight, in the order of the cards.
    pub const ALL: [Self; 8] = [
        Self::Pfp,
        Self::Ipcp,
        Self::Parp,
        Self::Ipap,
        Self::Ndn,
        Self::Csto,
        Self::Sco,
        Self::EuDelegation,
    ];

    /// The six that stand as marks under each name on the map: NATO’s four, then the two beside it.
    pub const SIGNATURE: [Self; 6] =
        [Self::Pfp, Self::Ipcp, Self::Parp, Self::Ipap, Self::Csto, Self::Sco];

    /// The id used in `content/`, in addresses and in the open data.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Pfp => "pfp",
            Self::Ipcp => "ipcp",
            Self::Parp => "parp",
            Self::Ipap => "ipap",
            Self::Ndn => "ndn",
            Self::Csto => "csto",
            Self::Sco => "sco",
            Self::EuDelegation => "eu-delegation",
        }
    }

    /// The body with this id.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|b| b.slug() == slug)
    }

    /// The layer of the map that shows it.
    pub const fn layer(self) -> Layer {
        match self {
            Self::Pfp | Self::Ipcp | Self::Parp | Self::Ipap => Layer::Nato,
            Self::Ndn => Layer::Ndn,
            Self::Csto => Layer::Csto,
            Self::Sco => Layer::Sco,
            Self::EuDelegation => Layer::Eu,
        }
    }

    /// Whether the body is one that Russia or China leads; such marks are round, NATO's are square.
    pub const fn is_beside_nato(self) -> bool {
        matches!(self, Self::Csto | Self::Sco)
    }
}

/// What the text says of a state and a body. `NotStated` is silence, and silence is not `No`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Standing {
    /// The text says yes.
    Yes,
    /// Yes, with a limit that the text states.
    Limited,
    /// Interest has been expressed.
    Interest,
    /// Under way.
    Opening,
    /// A member, reluctantly.
    Reluctant,
    /// The text says no, or says "only" another.
    No,
    /// It follows from the text, but no sentence says it.
    Implied,
    /// The text does not say.
    NotStated,
}

impl Standing {
    /// All eight, in the order of the legend.
    pub const ALL: [Self; 8] = [
        Self::Yes,
        Self::Limited,
        Self::Interest,
        Self::Opening,
        Self::Reluctant,
        Self::Implied,
        Self::No,
        Self::NotStated,
    ];

    /// The id used in `content/`, in stylesheets and in the open data.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Limited => "limited",
            Self::Interest => "interest",
            Self::Opening => "opening",
            Self::Reluctant => "reluctant",
            Self::No => "no",
            Self::Implied => "implied",
            Self::NotStated => "not-stated",
        }
    }

    /// Whether the state takes part at all, be it with a limit or reluctantly: what NATO's depth is
    /// filled by.
    pub const fn takes_part(self) -> bool {
        matches!(self, Self::Yes | Self::Limited | Self::Reluctant | Self::Implied)
    }
}

/// How many of NATO's ladder (PfP and IPCP, then PARP, then IPAP) a state has climbed, 0 to 3.
pub fn nato_depth(standing: impl Fn(Body) -> Standing) -> u8 {
    let has = |body| standing(body).takes_part();
    match (has(Body::Pfp) && has(Body::Ipcp), has(Body::Parp), has(Body::Ipap)) {
        (false, ..) => 0,
        (true, false, _) => 1,
        (true, true, false) => 2,
        (true, true, true) => 3,
    }
}

/// One cell: a state, a body, where it stands, and the sentence that says so.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Stated {
    /// Its id and address in the page, e.g. `kazakhstan-pfp`.
    pub id: String,
    /// The state.
    pub country: CountryId,
    /// The body.
    pub body: Body,
    /// Where the state stands with it.
    pub standing: Standing,
    /// A limit, date or reason in a few words, where there is one.
    pub note: Option<String>,
    /// The sentence that says so; for `NotStated`, the one that leaves the state out, if there is one.
    pub witness: Option<Witness>,
    /// Further sentences that bear it out.
    pub also: Vec<Witness>,
}

/// A body's name and full name.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct BodyText {
    /// Which body.
    pub id: Body,
    /// Short name, e.g. an acronym.
    pub name: String,
    /// Full name as the issue gives it.
    pub full: String,
}

/// A standing's words for the reader.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct StandingText {
    /// Which standing.
    pub id: Standing,
    /// One or two words.
    pub name: String,
    /// What it means, in a short sentence.
    pub meaning: String,
}
