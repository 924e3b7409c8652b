//! Places and routes on the map, each with the source of its coordinates and how sure they are.

use crate::{CountryId, Layer, Witness};
use serde::{Deserialize, Serialize};

/// How sure a coordinate is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Certainty {
    /// Two sources agree within 7 km.
    Agreed,
    /// One source.
    Single,
    /// An estimate.
    Estimate,
}

impl Certainty {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Agreed, Self::Single, Self::Estimate];

    /// The letter used in `content/`.
    pub const fn letter(self) -> &'static str {
        match self {
            Self::Agreed => "A",
            Self::Single => "B",
            Self::Estimate => "C",
        }
    }
}

/// How a place is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PlaceKind {
    /// Capital of one of the five.
    Capital,
    /// Another capital.
    Foreign,
    /// A stop of a route that the text names.
    Hub,
    /// Another town.
    Town,
    /// Where a railway spur was blown up.
    Blast,
    /// A river, lake or sea.
    Water,
    /// A neighbouring state's name.
    Neighbour,
    /// The name of one of the five.
    Country,
    /// Words about a route, set beside it.
    Note,
    /// Degrees of a line of the graticule.
    Grid,
}

impl PlaceKind {
    /// All ten.
    pub const ALL: [Self; 10] = [
        Self::Capital,
        Self::Foreign,
        Self::Hub,
        Self::Town,
        Self::Blast,
        Self::Water,
        Self::Neighbour,
        Self::Country,
        Self::Note,
        Self::Grid,
    ];

    /// The id used in `content/` and in stylesheets.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Capital => "capital",
            Self::Foreign => "foreign",
            Self::Hub => "hub",
            Self::Town => "town",
            Self::Blast => "blast",
            Self::Water => "water",
            Self::Neighbour => "neighbour",
            Self::Country => "country",
            Self::Note => "note",
            Self::Grid => "grid",
        }
    }
}

/// Where a label can stand: a side, a corner with a leader line, or the point itself.
pub const SIDES: [&str; 7] = ["n", "s", "e", "w", "sw", "se", "c"];

/// A labelled point of the map.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Place {
    /// Its id.
    pub id: String,
    /// Its label; lines are parted by a line feed.
    pub name: String,
    /// Which of the five it names, for the name of one of the five.
    pub country: Option<CountryId>,
    /// How it is drawn.
    pub kind: PlaceKind,
    /// Position in atlas units.
    pub at: (i32, i32),
    /// Side of the point on which the label stands, one of [`SIDES`].
    pub side: String,
    /// 1 always shown, 2 and 3 from middling widths, 4 on wide maps only.
    pub tier: u8,
    /// Degrees by which the label is turned clockwise.
    pub turn: i16,
    /// The layer that it belongs to, if it is not always there.
    pub layer: Option<Layer>,
    /// Where the coordinates come from.
    pub source: String,
    /// How sure they are.
    pub certainty: Certainty,
    /// The sentence that names it, if the text does.
    pub witness: Option<Witness>,
}

/// By what a stretch of a route is travelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Mode {
    /// Railway.
    Rail,
    /// Ferry.
    Ferry,
    /// Truck.
    Truck,
    /// Pipeline.
    Pipeline,
}

impl Mode {
    /// All four.
    pub const ALL: [Self; 4] = [Self::Rail, Self::Ferry, Self::Truck, Self::Pipeline];

    /// The id used in `content/` and in stylesheets.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Rail => "rail",
            Self::Ferry => "ferry",
            Self::Truck => "truck",
            Self::Pipeline => "pipeline",
        }
    }
}

/// A line on the map: the ends are the text's, the way between them is schematic.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Route {
    /// Its id.
    pub id: String,
    /// What it is, in a few words.
    pub name: String,
    /// By what it is travelled.
    pub mode: Mode,
    /// The layer that it belongs to.
    pub layer: Layer,
    /// A side branch, drawn thinner.
    pub spur: bool,
    /// Points in atlas units.
    pub points: Vec<(i32, i32)>,
    /// Where the line comes from, and what of it is not in the text.
    pub source: String,
    /// How sure it is.
    pub certainty: Certainty,
    /// The sentence that tells of it.
    pub witness: Option<Witness>,
}
