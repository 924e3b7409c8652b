//! What the text names besides the five: organisations, mechanisms, plans, and other states.

use crate::Witness;
use serde::{Deserialize, Serialize};

/// An organisation, mechanism, programme, force, network, plan or project that the text names.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Organisation {
    /// Its id and address in the page.
    pub id: String,
    /// Its short name.
    pub name: String,
    /// What sort of thing it is, in one word.
    pub kind: String,
    /// The text's own expansion, if it ever gives one.
    pub expansion: Option<String>,
    /// The sentence that expands or best describes it.
    pub witness: Option<Witness>,
}

/// A state that is not one of the five.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct State {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}
