//! Search, and going from one mention or hit to the next.

use super::{Desk, Panel, results, summary};
use crate::edition::{INDEX, ISSUE};
use crate::platform;
use leptos::prelude::*;
use model::search::{self, Found, query};
use model::{CountryId, MentionKind};

/// What is found for these words; the index is made when it is first needed.
pub fn found(typed: &str) -> Found {
    if query::clauses(typed).is_empty() { Found::default() } else { search::find(&INDEX, typed) }
}

impl Desk {
    /// Opens search, with the words in the box selected.
    pub fn open_search(self) {
        self.open(Panel::Search);
        if self.panel.get_untracked() == Some(Panel::Search) {
            // At once: what is typed before it is drawn belongs into the box, and phones show their keyboard only for
            // a box that has the focus by then.
            platform::hide(Panel::Search.id(), false);
            platform::select("search");
        }
        // After this the index is there, before the first key.
        platform::after_ms(0, move || self.list());
    }

    /// Takes what is written in the box.
    pub fn look_for(self, typed: String) {
        // What is looked for is stepped through.
        if self.path.get_untracked() {
            self.path.set(false);
        }
        let clean = query::clean(&typed);
        self.typed.set(typed);
        self.step.set(None);
        platform::unmark_mention();
        platform::unpaint_hit();
        self.nav.look_for((!clean.is_empty()).then_some(clean));
        if self.panel.get_untracked() == Some(Panel::Search) {
            self.list();
        }
        self.settle_soon();
    }

    /// Does at rest what would hold up the next key or choice, or the text being laid out: paints the hits, marks the
    /// chosen state's mentions, measures where they stand, and moves the map's stop of the keyboard, which makes the
    /// browser lay out the page at once.
    pub(super) fn settle_soon(self) {
        self.acts.update_value(|n| *n += 1);
        let mine = self.acts.get_value();
        platform::after_ms(REST, move || {
            if self.acts.get_value() == mine {
                self.paint();
                self.draw_strip();
                let chosen = self.nav.here().country;
                platform::mark_mentions(chosen.map(CountryId::slug));
                self.stop.set(chosen.map(|id| id as usize));
            }
        });
    }

    /// Lists what is found.
    fn list(self) {
        let typed = self.typed.get_untracked();
        self.found.with_untracked(|found| {
            platform::list_results(&summary(&typed, found), results(&typed, found));
        });
    }

    /// Ends the search: no marks, no query in the address. The buttons of the steps go, and the focus with them no
    /// further than to the search's own.
    pub fn end_search(self) {
        if platform::focus_is_in(".steps") {
            self.close_panel(Panel::Search);
        }
        platform::write("search", "");
        self.look_for(String::new());
    }

    /// Whether hits are stepped through, and not a state's mentions.
    pub fn is_searching(self) -> bool {
        self.found.with(|f| f.hits > 0)
    }

    /// How many mentions or hits there are to step through.
    pub fn steps(self) -> usize {
        match (self.is_searching(), self.nav.chosen()) {
            (true, _) => self.found.with(|f| f.hits as usize),
            (false, Some(country)) => ISSUE.mentions_for(country).count(),
            (false, None) => 0,
        }
    }

    /// By what kind of word the mention shown names its state.
    pub fn kind_of_step(self) -> Option<MentionKind> {
        let (country, step) = (self.nav.chosen()?, self.step.get()?);
        (!self.is_searching()).then(|| ISSUE.mentions_for(country).nth(step))?.map(|m| m.1.kind)
    }

    /// Goes to the next mention or hit, or back; from the paragraph being read if none is shown yet. An open panel, which
    /// lies over the text, makes way: Enter goes on from the buttons of the steps.
    pub fn go_step(self, forward: bool) {
        if self.path.get_untracked() {
            return untrack(|| self.go_along(forward));
        }
        let count = untrack(|| self.steps());
        if count == 0 {
            return;
        }
        self.nav.go_on();
        self.make_way();
        let next = match self.step.get_untracked() {
            Some(now) => (now + if forward { 1 } else { count - 1 }) % count,
            None => self.first_step(forward, count),
        };
        self.step.set(Some(next));
        match self.nav.here().country {
            Some(country) if !untrack(|| self.is_searching()) => {
                platform::show_mention(country.slug(), next);
            }
            _ => self.show_hit(next),
        }
    }

    /// Shows the hit with this number.
    pub fn show_hit(self, number: usize) {
        self.step.set(Some(number));
        self.found.with_untracked(|found| {
            let Some((passage, nth)) = found.hit(number as u32) else { return };
            let hit = found.hits_in(&INDEX, passage)[nth as usize];
            let passage = &ISSUE.passages[passage as usize];
            platform::show_hit(&passage.id, &passage.text, hit);
        });
    }

    /// The same once the page has gone where a link led.
    pub fn show_hit_soon(self, number: usize) {
        platform::after_drawing(move || platform::after_drawing(move || self.show_hit(number)));
    }

    fn first_step(self, forward: bool, count: usize) -> usize {
        let here = self.reading.get_untracked().unwrap_or_default();
        let before = match self.nav.here().country {
            Some(country) if !untrack(|| self.is_searching()) => {
                ISSUE.mentions_for(country).filter(|m| m.0 < here).count()
            }
            _ => self.found.with_untracked(|f| {
                let before = f.passages.iter().filter(|p| (p.0 as usize) < here);
                before.map(|p| p.1 as usize).sum()
            }),
        };
        if forward { before % count } else { (before + count - 1) % count }
    }

    /// Takes note of the passages that have come near the window or gone away.
    pub(super) fn come_near(self, changes: Vec<(String, bool)>) {
        self.near.update_value(|near| {
            for (id, is_near) in changes {
                let Some(at) = ISSUE.passages.iter().position(|p| p.id == id) else { continue };
                near.retain(|i| *i != at);
                if is_near {
                    near.push(at);
                }
            }
        });
        self.paint();
    }

    /// Paints the hits near the window.
    pub(super) fn paint(self) {
        self.found.with_untracked(|found| {
            let near = self.near.get_value();
            let hits: Vec<_> = near
                .into_iter()
                .filter(|i| found.passages.binary_search_by_key(&(*i as u32), |p| p.0).is_ok())
                .map(|i| {
                    let passage = &ISSUE.passages[i];
                    let hits = found.hits_in(&INDEX, i as u32);
                    (passage.id.as_str(), passage.text.as_str(), hits)
                })
                .collect();
            platform::paint(&hits);
        });
    }

    /// Sets the marks beside the text where mentions or hits now stand.
    pub(super) fn draw_strip(self) {
        let chosen: Option<CountryId> = self.nav.here().country;
        let marks = if self.found.with_untracked(|f| f.hits > 0) {
            let ids = self.found.with_untracked(|f| {
                let few = f.passages.iter().take(MOST_MARKS);
                few.map(|p| ISSUE.passages[p.0 as usize].id.as_str()).collect::<Vec<_>>()
            });
            platform::heights_of_passages(&ids).into_iter().map(|h| (h, false)).collect()
        } else if let Some(country) = chosen {
            let lesser = ISSUE.mentions_for(country).map(|m| m.1.kind == MentionKind::Collective);
            platform::heights_of_mentions(country.slug()).into_iter().zip(lesser).collect()
        } else {
            Vec::new()
        };
        if marks != self.strip.get_untracked() {
            self.strip.set(marks);
        }
    }
}

/// So long after the last key or choice there is rest, in ms.
const REST: i32 = 300;

/// More marks than this are a solid line.
const MOST_MARKS: usize = 400;
