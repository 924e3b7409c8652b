//! Citations: of a passage, a statement, a cell, or of words that were selected.

use super::{Desk, Panel};
use crate::edition::ISSUE;
use crate::platform;
use leptos::prelude::*;
use model::cite::{Citation, Style, text_fragment};

/// What is cited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    /// Its id.
    pub id: String,
    /// Its words, where it has more than one sentence or they were selected.
    pub words: Option<String>,
}

impl Desk {
    /// Opens the panel on a citation of this. What is no thing of the page is not cited.
    pub(super) fn cite(self, id: Option<String>, words: Option<String>) {
        let Some(id) = id.filter(|id| ISSUE.item(id, None).is_some()) else { return };
        self.cited.set(Some(Cited { id, words }));
        platform::hold_focus();
        self.show_panel(Panel::Cite);
    }

    /// The citation in the chosen form.
    pub(super) fn citation(self) -> Option<String> {
        let cited = self.cited.get()?;
        let words = cited.words.as_deref();
        let item = ISSUE.item(&cited.id, words)?;
        let citation = Citation::new(&ISSUE, &cited.id, &item, words, &platform::page());
        Some(citation.write(self.style.get()))
    }

    /// The address of what is cited; a browser that can marks the words.
    pub(super) fn cited_link(self) -> Option<String> {
        let cited = self.cited.get()?;
        let item = ISSUE.item(&cited.id, cited.words.as_deref())?;
        let quote = cited.words.as_deref().or(item.quote);
        // Only the text is always in view to be marked; a card may be closed.
        let id = item.passage.filter(|_| quote.is_some()).map_or(&cited.id, |p| &p.id);
        let marks = quote.map(text_fragment).unwrap_or_default();
        Some([&platform::page(), "#", id, &marks].concat())
    }

    pub(super) fn draw_citation(self) {
        if self.panel.get() != Some(Panel::Cite) {
            return;
        }
        platform::write_area("cite-words", &self.citation().unwrap_or_default());
        let link = self.cited_link();
        platform::mark("cite-link", "href", link.as_deref());
        for style in Style::ALL {
            let button = ["[data-act=style-", style.slug(), "]"].concat();
            let pressed = if style == self.style.get() { "true" } else { "false" };
            platform::mark(&button, "aria-pressed", Some(pressed));
        }
        let kept = self.cited.with(|c| c.as_ref().is_some_and(|c| self.nav.keeps(&c.id)));
        platform::say(
            "cite-keep",
            if kept { "Take out of the trail" } else { "Keep in the trail" },
        );
    }
}
