//! Routes as the text tells them, leg by leg, and the figures it gives for the transit network.

use crate::{Mode, Witness};
use serde::{Deserialize, Serialize};

/// A route told by the text. Only what the text locates has a line on the map.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Told {
    /// Its id and address in the page, e.g. `route-ndn-main`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Why the whole has no line, where it has none.
    pub missing: Option<(String, Witness)>,
    /// Its stretches and stops, in the text's order.
    pub legs: Vec<Leg>,
}

/// A stretch or a stop of a route.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Leg {
    /// Its id and address in the page, e.g. `route-ndn-main-2`.
    pub id: String,
    /// What it is, in a few words.
    pub what: String,
    /// By what it is travelled; none for a stop, or where the text does not say.
    pub mode: Option<Mode>,
    /// The line of the map and the first and last of its points that it takes up.
    pub line: Option<(String, u16, u16)>,
    /// Id of the place of the map where it stops.
    pub place: Option<String>,
    /// What the text leaves out of it.
    pub missing: Option<String>,
    /// The clause.
    pub witness: Witness,
}

/// A share that the text gives in percent.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Figure {
    /// Its id and address in the page, e.g. `figure-ndn-2011`.
    pub id: String,
    /// Whose share.
    pub of: String,
    /// The share in the text's own words.
    pub words: String,
    /// The number in them, 0 to 100.
    pub percent: u8,
    /// When, in the text's words.
    pub when: String,
    /// Of what, in the text's words.
    pub base: String,
    /// Whether it was planned and not reached.
    pub planned: bool,
    /// The clause.
    pub witness: Witness,
}
