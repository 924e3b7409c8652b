//! What the page's buttons do. Each button carries the word of its act.

use super::{Desk, Panel};
use crate::platform;

/// An act of a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Opens a panel, or closes it.
    Toggle(Panel),
    /// To the next mention or hit.
    Next,
    /// To the one before.
    Previous,
    /// No marks any more.
    EndSearch,
    /// Back to where the last jump left from.
    Back,
    /// No way back is needed.
    Stay,
    /// Closes the preview.
    Dismiss,
    /// The map larger.
    ZoomIn,
    /// The map smaller.
    ZoomOut,
    /// The map as it was.
    Unzoom,
}

impl Act {
    const ALL: [Self; 13] = [
        Self::Toggle(Panel::Contents),
        Self::Toggle(Panel::Search),
        Self::Toggle(Panel::Settings),
        Self::Toggle(Panel::Help),
        Self::Next,
        Self::Previous,
        Self::EndSearch,
        Self::Back,
        Self::Stay,
        Self::Dismiss,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::Unzoom,
    ];

    /// The act with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|a| a.word() == word)
    }

    /// The word for it in the page.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Toggle(panel) => panel.id(),
            Self::Next => "next",
            Self::Previous => "previous",
            Self::EndSearch => "end-search",
            Self::Back => "back",
            Self::Stay => "stay",
            Self::Dismiss => "dismiss",
            Self::ZoomIn => "zoom-in",
            Self::ZoomOut => "zoom-out",
            Self::Unzoom => "unzoom",
        }
    }
}

impl Desk {
    /// Does what a button says.
    pub(super) fn act(self, word: &str) {
        match Act::from_word(word) {
            Some(Act::Toggle(panel)) => self.toggle(panel),
            Some(Act::Next) => self.go_step(true),
            Some(Act::Previous) => self.go_step(false),
            Some(Act::EndSearch) => {
                self.end_search();
                platform::focus_first(".bar [aria-controls='panel-search']");
            }
            Some(Act::Back) => self.nav.go_back(),
            Some(Act::Stay) => {
                self.nav.stay();
                platform::focus_first("[data-here]");
            }
            Some(Act::Dismiss) => self.peek.close(true),
            Some(Act::ZoomIn) => self.zoom(true),
            Some(Act::ZoomOut) => self.zoom(false),
            Some(Act::Unzoom) => {
                self.nav.reset_scene();
                platform::focus_first(".zoom button");
            }
            None => {}
        }
    }
}
