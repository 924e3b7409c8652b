//! The preview of a name: opens after a moment of hover or focus and at once when pressed; stays while
//! pointer or focus is on the name or on the preview.

use crate::edition::ISSUE;
use crate::platform::{self, Pointed};
use leptos::prelude::*;
use model::{CountryId, Subject};

/// Before it opens, in ms; shorter than a tooltip's second, longer than the pointer needs to pass by.
const OPENS: i32 = 280;
/// Before it goes, in ms: time to bring the pointer over.
const GOES: i32 = 320;

/// How a preview is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// As long as pointer or focus is on it or on its name.
    Passing,
    /// Until it is dismissed: it was pressed.
    Pinned,
}

/// The preview's state.
#[derive(Clone, Copy)]
pub struct Peek {
    shown: RwSignal<Option<Shown>>,
    /// Counts what was pointed at; an act that waited finds out whether it is still wanted.
    turn: StoredValue<u32>,
    /// The fragment pointed at.
    at: StoredValue<String>,
}

impl Peek {
    /// No preview.
    pub fn new() -> Self {
        Self {
            shown: RwSignal::new(None),
            turn: StoredValue::new(0),
            at: StoredValue::new(String::new()),
        }
    }

    /// Whether there is one, and how.
    pub fn shown(self) -> Option<Shown> {
        self.shown.get()
    }

    /// Follows pointer and keyboard; the card that is open needs no preview on the map.
    pub(super) fn pointed(self, pointed: Pointed, chosen: Option<&str>) {
        if self.shown.get_untracked() == Some(Shown::Pinned) {
            return;
        }
        match pointed {
            Pointed::At(fragment) if fragment.strip_prefix('#') == chosen => self.leave(),
            Pointed::At(fragment) => {
                let same = self.at.with_value(|at| *at == fragment);
                if same && self.shown.with_untracked(Option::is_some) {
                    self.next_turn();
                    return;
                }
                self.at.set_value(fragment.clone());
                let turn = self.next_turn();
                platform::after_ms(OPENS, move || {
                    if self.turn.get_value() == turn {
                        self.open(&fragment, Shown::Passing);
                    }
                });
            }
            Pointed::Preview => drop(self.next_turn()),
            Pointed::Meant(_) | Pointed::Away | Pointed::Pressed | Pointed::Beyond => self.leave(),
        }
    }

    /// Opens at once and takes the focus. Whether there is such a preview.
    pub(super) fn pin(self, fragment: &str) -> bool {
        self.next_turn();
        let known = self.open(fragment, Shown::Pinned);
        if known {
            platform::after_drawing(|| platform::focus("preview"));
        }
        known
    }

    /// Closes; the name has the focus again if it is asked for.
    pub fn close(self, refocus: bool) {
        self.next_turn();
        if self.shown.with_untracked(Option::is_some) {
            platform::release_trigger(refocus);
            self.shown.set(None);
        }
    }

    /// Closes on Escape: what was pressed gets its focus back. Whether there was anything to close.
    pub(super) fn dismiss(self) -> bool {
        let shown = self.shown.get_untracked();
        self.close(shown == Some(Shown::Pinned));
        shown.is_some()
    }

    fn leave(self) {
        let turn = self.next_turn();
        platform::after_ms(GOES, move || {
            if self.turn.get_value() == turn {
                self.close(false);
            }
        });
    }

    fn next_turn(self) -> u32 {
        self.turn.update_value(|t| *t += 1);
        self.turn.get_value()
    }

    fn open(self, fragment: &str, how: Shown) -> bool {
        let id = fragment.trim_start_matches('#');
        if !has_preview(id) {
            return false;
        }
        platform::hold_trigger();
        platform::fill_preview(id);
        self.shown.set(Some(how));
        platform::after_drawing(platform::place_preview);
        true
    }
}

impl Default for Peek {
    fn default() -> Self {
        Self::new()
    }
}

/// Whether it names one of the five, the five together, or a term.
fn has_preview(id: &str) -> bool {
    CountryId::from_slug(id).is_some()
        || id == Subject::Collective.slug()
        || ISSUE.terms.iter().any(|t| t.id == id)
}
