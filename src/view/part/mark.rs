//! The eight marks, one for each standing, told apart without colour: square for NATO's
//! mechanisms and all else, round for the bodies that Russia and China lead.

use leptos::prelude::*;
use model::Standing;

/// Definitions to which every mark refers.
pub fn definitions() -> String {
    let mut out =
        String::from("<svg class=\"defs\" width=\"0\" height=\"0\" aria-hidden=\"true\">");
    for standing in Standing::ALL {
        for round in [false, true] {
            let (id, shape) = (id(standing, round), shape(standing, round));
            out.push_str(&format!("<symbol id=\"{id}\" viewBox=\"0 0 12 12\">{shape}</symbol>"));
        }
    }
    out + "</svg>"
}

fn id(standing: Standing, round: bool) -> String {
    format!("{}-{}", if round { "r" } else { "m" }, standing.slug())
}

/// One mark. It says nothing to a screen reader: a word always stands beside it.
pub fn mark(standing: Standing, round: bool) -> impl IntoView {
    let href = format!("#{}", id(standing, round));
    view! { <svg class="mark" width="16" height="16" aria-hidden="true"><use href=href></use></svg> }
}

fn shape(standing: Standing, round: bool) -> String {
    let outline = |class: &str| match round {
        false => {
            format!("<rect class=\"{class}\" x=\"1\" y=\"1\" width=\"10\" height=\"10\" rx=\"1\"/>")
        }
        true => format!("<circle class=\"{class}\" cx=\"6\" cy=\"6\" r=\"5\"/>"),
    };
    let open = outline("o");
    let path = |class: &str, square: &str, circle: &str| {
        format!("<path class=\"{class}\" d=\"{}\"/>", if round { circle } else { square })
    };
    match standing {
        Standing::Yes => outline("f"),
        Standing::Limited => open + &path("f", "M1 1V11H11Z", "M2.46 2.46A5 5 0 0 0 9.54 9.54Z"),
        Standing::Interest => open + "<circle class=\"f\" cx=\"6\" cy=\"6\" r=\"2\"/>",
        Standing::Opening => open + &path("f", "M1 1H6V11H1Z", "M6 1A5 5 0 0 0 6 11Z"),
        Standing::Reluctant => outline("f") + &path("k", "M3 9L9 3", "M3.4 8.6L8.6 3.4"),
        Standing::Implied => open + &path("s", "M1 4.3H11M1 7.7H11", "M1.4 4.3H10.6M1.4 7.7H10.6"),
        Standing::No => {
            open + &path(
                "s",
                "M3.6 3.6L8.4 8.4M8.4 3.6L3.6 8.4",
                "M3.9 3.9L8.1 8.1M8.1 3.9L3.9 8.1",
            )
        }
        Standing::NotStated => outline("d"),
    }
}
