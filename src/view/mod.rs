//! What the page is made of. What never changes is a [`Part`], written to HTML natively, at build; in the
//! browser it is there already, and its code is not in the WebAssembly. What answers the visitor is a
//! component of its own, one to a file.

use model::CountryId;

mod cards;
mod controls;
mod five;
mod map;
mod status;

pub use cards::Cards;
pub use controls::Controls;
pub use five::Five;
pub use map::Map;
pub use status::Status;

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
    /// The offer to cite what is selected.
    Pick,
    /// Zoom.
    Zoom,
    /// The bar over the text, and its panels.
    Bar,
    /// Previous and next mention or hit.
    Steps,
    /// The way back from a jump.
    Back,
    /// What a name means.
    Preview,
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
