//! The preview of a name: opens after a moment of hover or focus and at once when pressed; stays while
//! pointer or focus is on the name or on the preview.

use crate::edition::ISSUE;
use crate::platform::{self, Pointed};
use leptos::prelude::*;
use model::{CountryId, Subject, Target};

/// Before it opens, in ms; shorter than a tooltip's second, longer than the pointer needs to pass by.
const OPENS: i32 = 280;
/// Before it goes, in ms: time to bring the pointer over.
const GOES: i32 = 320;

/// What is previewed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// One of the five, the five together, or a term.
    pub target: Target,
    /// Whether it was pressed, and so stays until it is dismissed.
    pub pinned: bool,
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

    /// What is shown.
    pub fn shown(self) -> Option<Shown> {
        self.shown.get()
    }

    /// Follows pointer and keyboard; the card that is open needs no preview on the map.
    pub(super) fn pointed(self, pointed: Pointed, chosen: Option<&str>) {
        if self.shown.with_untracked(|s| s.is_some_and(|s| s.pinned)) {
            return;
        }
        match pointed {
            Pointed::At(fragment, _) if fragment.strip_prefix('#') == chosen => self.leave(),
            Pointed::At(fragment, _) => {
                let same = self.at.with_value(|at| *at == fragment);
                if same && self.shown.with_untracked(Option::is_some) {
                    self.next_turn();
                    return;
                }
                self.at.set_value(fragment.clone());
                let turn = self.next_turn();
                platform::after_ms(OPENS, move || {
                    if self.turn.get_value() == turn {
                        self.open(&fragment, false);
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
        let known = self.open(fragment, true);
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
        self.close(shown.is_some_and(|s| s.pinned));
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

    fn open(self, fragment: &str, pinned: bool) -> bool {
        let Some(target) = target(fragment.trim_start_matches('#')) else { return false };
        platform::hold_trigger();
        platform::fill_preview(fragment.trim_start_matches('#'));
        self.shown.set(Some(Shown { target, pinned }));
        platform::after_drawing(platform::place_preview);
        true
    }
}

impl Default for Peek {
    fn default() -> Self {
        Self::new()
    }
}

fn target(id: &str) -> Option<Target> {
    if let Some(country) = CountryId::from_slug(id) {
        return Some(Target::Country(country));
    }
    if id == Subject::Collective.slug() {
        return Some(Target::Collective);
    }
    ISSUE.terms.iter().position(|t| t.id == id).map(|i| Target::Term(i as u16))
}
