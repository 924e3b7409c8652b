//! The issue's title, and what this page is.

use super::passage::words;
use crate::edition::ISSUE;
use leptos::prelude::*;
use model::{Kind, Passage};

/// Series, title, subtitle and the time frame.
#[component]
pub fn Masthead() -> impl IntoView {
    let heading = |kind| {
        let mut all = ISSUE.passages.iter();
        all.find(|p: &&Passage| p.kind == kind)
            .expect("the first article has a title and a subtitle")
    };
    let (title, subtitle) = (heading(Kind::Title), heading(Kind::Subtitle));
    view! {
        <div inner_html=super::mark::definitions()></div>
        <p class="series">{ISSUE.series.as_str()}</p>
        <h1 id=title.id.as_str()>{title.text.as_str()}</h1>
        <p id=subtitle.id.as_str() class="subtitle">{words(subtitle)}</p>
        <p class="frame">{ISSUE.frame_note.as_str()}</p>
    }
}
