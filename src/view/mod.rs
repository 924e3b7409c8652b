//! What the page is made of. The parts are written to HTML natively, at build; in the browser they are
//! there already, and their code is not in the WebAssembly.

use model::CountryId;

#[cfg(not(target_arch = "wasm32"))]
mod part;
#[cfg(not(target_arch = "wasm32"))]
pub use part::{stylesheet, written};

/// A part of the page that is written once.
#[derive(Clone, Copy, Debug)]
pub enum Part {
    /// Title and introduction.
    Masthead,
    /// Land and foreign borders under the five.
    Ground,
    /// The outline of one of the five.
    Shape(CountryId),
    /// Relief, hatches, rivers and routes over the five.
    Over,
    /// Names and places.
    Labels,
    /// Scale bar and credit.
    Corner,
    /// What colours, lines and marks mean.
    Legend,
    /// The whole issue.
    Reader,
    /// A state's card.
    Card(CountryId),
    /// Licences and data.
    Foot,
}

/// In the browser the part is there already, and an empty string leaves it so.
#[cfg(target_arch = "wasm32")]
pub const fn written(_part: Part) -> &'static str {
    ""
}
