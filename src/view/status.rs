//! What has happened, for who cannot see it; an address that leads nowhere, for all.

use crate::desk::Desk;
use crate::edition::ISSUE;
use leptos::prelude::*;

/// One live region.
#[component]
pub fn Status(desk: Desk) -> impl IntoView {
    let nav = desk.nav;
    let text = move || {
        if nav.is_lost() {
            return "This address names nothing in this issue. Here is its start.".to_owned();
        }
        let name = |id| ISSUE.country(id).name.as_str();
        match (nav.chosen(), nav.beside()) {
            (Some(one), Some(other)) => {
                format!("{} and {}: cards shown side by side", name(one), name(other))
            }
            (Some(one), None) => format!("{}: card shown", name(one)),
            _ => String::new(),
        }
    };
    view! { <p class="status" class:lost=move || nav.is_lost() role="status">{text}</p> }
}
