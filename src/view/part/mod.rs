//! The parts as HTML. Natively only.

mod card;
mod collect;
mod contents;
mod embed;
mod evidence;
mod foot;
mod furniture;
mod help;
mod labels;
mod legend;
mod map;
mod mark;
mod masthead;
mod matrix;
mod only;
mod passage;
mod reader;
mod settings;
mod take;
mod terms;
mod timeline;
mod told;
mod voices;

pub use labels::stylesheet;

use super::Part;
use leptos::prelude::*;

/// The HTML of a part.
pub fn written(part: Part) -> String {
    let html = match part {
        Part::Masthead => masthead::Masthead().to_html(),
        Part::Ground => map::Ground().to_html(),
        Part::Shape(id) => map::shape(id).to_html(),
        Part::Over => map::Over().to_html(),
        Part::Labels => labels::Labels().to_html(),
        Part::Corner => map::Corner().to_html(),
        Part::Legend => legend::Legend().to_html(),
        Part::Pick => collect::Pick().to_html(),
        Part::Zoom => furniture::Zoom().to_html(),
        Part::Bar => furniture::Bar().to_html(),
        Part::Steps => furniture::Steps().to_html(),
        Part::Back => furniture::Back().to_html(),
        Part::Preview => furniture::Preview().to_html(),
        Part::Reader => reader::Reader().to_html(),
        Part::Card(id) => card::card(id).to_html(),
        Part::Foot => foot::Foot().to_html(),
    };
    // Marks for a hydration that never comes here.
    html.replace("<!>", "")
}
