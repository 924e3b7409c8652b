//! What the text names besides the five: organisations, mechanisms, plans, people, places, and other
//! states.

use crate::Witness;
use serde::{Deserialize, Serialize};

/// What sort of thing a term is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sort {
    /// An organisation, mechanism, programme, force, network, plan or project.
    Organisation,
    /// Somebody.
    Person,
    /// A town, port, crossing or region.
    Place,
}

/// Something with a name of its own.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Term {
    /// Its id and address in the page.
    pub id: String,
    /// What sort of thing it is.
    pub sort: Sort,
    /// Its short name.
    pub name: String,
    /// What it is, in a word or two.
    pub kind: String,
    /// The text's own expansion, if it ever gives one.
    pub expansion: Option<String>,
    /// The sentence that expands or best describes it.
    pub witness: Option<Witness>,
}

impl Term {
    /// Whether the name is a short form: several capitals and no space.
    pub fn is_acronym(&self) -> bool {
        let capitals = self.name.chars().filter(|c| c.is_uppercase()).count();
        capitals > 1 && !self.name.contains(' ')
    }
}

/// A state that is not one of the five.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct State {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}
