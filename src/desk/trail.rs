//! The reader's trail: what is collected, read in order, and printed.

use super::{Desk, Panel};
use crate::edition::ISSUE;
use crate::platform::{self, Kept};
use leptos::prelude::*;
use model::trail::{Condition, LONGEST};

impl Desk {
    /// Collects this, or takes it out again.
    pub(super) fn keep(self, id: Option<String>) {
        let Some(step) = id.and_then(|id| ISSUE.step_to(&id)) else { return };
        let mut said = "";
        self.nav.change_trail(|trail| match trail.position(&step.id) {
            Some(at) => {
                trail.remove(at);
                said = "Taken out of the trail";
            }
            None if trail.push(step) => said = "Kept in the trail",
            None => said = "The trail is full",
        });
        self.end_empty_path();
        let count = self.nav.trail().steps().len();
        platform::tell("trail-said", &format!("{said}: {count} of at most {LONGEST}."));
    }

    /// Changes the trail's order, and leaves the focus in its list.
    pub(super) fn reorder(self, at: usize, out: bool) {
        self.nav.change_trail(|trail| if out { trail.remove(at) } else { trail.raise(at) });
        let left = self.nav.trail().steps().len();
        self.end_empty_path();
        // The focus stays with the step that was moved, or goes to the one that came up.
        let next = match (out, at) {
            (true, _) => ["drop-", &at.min(left.saturating_sub(1)).to_string()].concat(),
            (false, 0 | 1) => "drop-0".to_owned(),
            (false, _) => ["raise-", &(at - 1).to_string()].concat(),
        };
        platform::after_drawing(move || {
            if !platform::focus_first(&["#trail-list [data-act=", &next, "]"].concat()) {
                platform::focus(Panel::Trail.id());
            }
        });
    }

    /// There is no way along nothing.
    fn end_empty_path(self) {
        if self.path.get_untracked() && !self.kept().iter().any(|k| k.there) {
            self.path.set(false);
        }
    }

    pub(super) fn clear_trail(self) {
        self.nav.change_trail(|trail| *trail = model::Trail::default());
        self.path.set(false);
        platform::focus(Panel::Trail.id());
    }

    /// Begins to read the trail at its first step that is there.
    pub(super) fn read_trail(self) {
        if let Some(first) = self.kept().iter().find(|k| k.there) {
            self.path.set(true);
            self.step.set(None);
            self.go(&["#", &first.id].concat(), None);
        }
    }

    /// To the next step of the trail, or back, from where the visitor is or last was on it; what is gone is passed over.
    pub(super) fn go_along(self, forward: bool) {
        let steps = self.kept();
        let there: Vec<&Kept> = steps.iter().filter(|k| k.there).collect();
        if there.is_empty() {
            return;
        }
        let here = self.here_on_trail().or_else(|| self.walked.get_value());
        let at = here.and_then(|id| there.iter().position(|k| k.id == id));
        let count = there.len();
        let next = match at {
            Some(at) => (at + if forward { 1 } else { count - 1 }) % count,
            None => {
                if forward {
                    0
                } else {
                    count - 1
                }
            }
        };
        let id = there[next].id.clone();
        self.go(&["#", &id].concat(), None);
    }

    /// The id of the step at which the address stands.
    pub(super) fn here_on_trail(self) -> Option<String> {
        let here = self.nav.steady();
        let id = here.anchor.or_else(|| here.country.map(|c| c.slug().to_owned()))?;
        here.trail.position(&id).map(|_| id)
    }

    /// Where on the trail the address stands, counted from 1, and how many steps can be gone to.
    pub(super) fn place_on_trail(self) -> (Option<usize>, usize) {
        let steps = self.kept();
        let there: Vec<&Kept> = steps.iter().filter(|k| k.there).collect();
        let at = self.here_on_trail().and_then(|id| there.iter().position(|k| k.id == id));
        (at.map(|i| i + 1), there.len())
    }

    /// The trail as it is listed and printed.
    fn kept(self) -> Vec<Kept> {
        let trail = self.nav.trail();
        let kept = trail.steps().iter().map(|step| {
            let condition = ISSUE.condition(step);
            let item = ISSUE.item(&step.id, None);
            let by = item.as_ref().and_then(|i| i.passage).map(|p| {
                let speaker = ISSUE.speaker_of(p);
                [&speaker.name, ", ", &speaker.role, ", in ", &ISSUE.article_of(p).short].concat()
            });
            Kept {
                id: step.id.clone(),
                there: condition != Condition::Gone,
                note: match condition {
                    Condition::Same => "",
                    Condition::Changed => "This has been changed since it was collected.",
                    Condition::Gone => "This is no longer in the edition.",
                },
                title: item.as_ref().map_or_else(|| step.id.clone(), |i| i.title.clone()),
                quote: item.and_then(|i| i.quote).unwrap_or_default().to_owned(),
                by: by.unwrap_or_default(),
            }
        });
        kept.collect()
    }

    /// Marks on the buttons of the page what is kept.
    pub(super) fn mark_kept(self) {
        self.marked.with_value(|trail| {
            let ids: Vec<_> = trail.steps().iter().map(|s| s.id.as_str()).collect();
            platform::mark_kept(&ids);
        });
    }

    pub(super) fn draw_trail(self) {
        let trail = self.nav.trail();
        let count = trail.steps().len();
        if self.marked.with_value(|marked| *marked != trail) {
            self.marked.set_value(trail);
            self.mark_kept();
        }
        let words = if count == 0 { String::new() } else { count.to_string() };
        platform::say("trail-count", &words);
        if self.panel.get() == Some(Panel::Trail) {
            let kept = self.kept();
            // A list that is written again loses the focus within it.
            if self.listed.with_value(|listed| *listed != kept) {
                platform::list_trail(&kept);
                self.listed.set_value(kept);
            }
        }
    }

    /// Copies the address that holds the trail; the URL itself may still wait to be written.
    pub(super) fn copy_trail(self) {
        let address = [&platform::page(), "#", &self.nav.here().to_string()].concat();
        platform::write_area("trail-link", &address);
        platform::copy("trail-link", "trail-said");
    }

    /// Prints the trail, four steps a page.
    pub(super) fn print_trail(self) {
        platform::print_handout(&ISSUE.title(), &ISSUE.frame, &self.kept());
    }

    /// A trail at one of whose steps the visitor has come is read in order.
    pub(super) fn begin_trail(self) {
        let on_trail = untrack(|| self.here_on_trail()).is_some();
        if on_trail != self.path.get_untracked() {
            self.path.set(on_trail);
        }
    }
}
