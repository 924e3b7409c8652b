//! What the page is made of. The parts are written to HTML natively, at build; in the browser they are
//! there already, and neither their code nor their words are in the WebAssembly a second time.

use model::CountryId;

#[cfg(not(target_arch = "wasm32"))]
mod card;
#[cfg(not(target_arch = "wasm32"))]
mod evidence;
#[cfg(not(target_arch = "wasm32"))]
mod foot;
#[cfg(not(target_arch = "wasm32"))]
mod labels;
#[cfg(not(target_arch = "wasm32"))]
mod legend;
#[cfg(not(target_arch = "wasm32"))]
mod map;
#[cfg(not(target_arch = "wasm32"))]
mod mark;
#[cfg(not(target_arch = "wasm32"))]
mod masthead;
#[cfg(not(target_arch = "wasm32"))]
mod passage;
#[cfg(not(target_arch = "wasm32"))]
mod reader;
#[cfg(not(target_arch = "wasm32"))]
mod terms;

#[cfg(not(target_arch = "wasm32"))]
pub use labels::stylesheet;

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

/// The HTML of a part.
#[cfg(not(target_arch = "wasm32"))]
pub fn written(part: Part) -> String {
    use leptos::prelude::*;
    let html = match part {
        Part::Masthead => masthead::Masthead().to_html(),
        Part::Ground => map::Ground().to_html(),
        Part::Shape(id) => map::shape(id).to_html(),
        Part::Over => map::Over().to_html(),
        Part::Labels => labels::Labels().to_html(),
        Part::Corner => map::Corner().to_html(),
        Part::Legend => legend::Legend().to_html(),
        Part::Reader => reader::Reader().to_html(),
        Part::Card(id) => card::card(id).to_html(),
        Part::Foot => foot::Foot().to_html(),
    };
    // Marks for a hydration that never comes here.
    html.replace("<!>", "")
}

/// In the browser the part is there already, and an empty string leaves it so.
#[cfg(target_arch = "wasm32")]
pub const fn written(_part: Part) -> &'static str {
    ""
}
