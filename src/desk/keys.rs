//! Keys. Single letters can be switched off (WCAG 2.1.4), and never act while something is written.

use super::{Cited, Desk, Panel};
use crate::edition::ISSUE;
use crate::platform::{self, Key};
use leptos::prelude::*;
use model::CountryId;
use model::country::Side;

impl Desk {
    /// Acts on a key. Whether it was ours.
    pub(super) fn key(self, key: &Key) -> bool {
        if key.name == "Escape" {
            return self.escape();
        }
        if key.ctrl {
            let search = key.name.eq_ignore_ascii_case("k") && !key.shift && self.has_single_keys();
            if search {
                self.open_search();
            }
            return search;
        }
        if self.arrow(key) {
            return true;
        }
        if key.typing {
            return key.name == "Enter" && self.enter(!key.shift);
        }
        if platform::focus_is_in("#map") && self.map_key(key) {
            return true;
        }
        self.has_single_keys() && self.single_key(&key.name)
    }

    /// Shows the next hit, from the box of the search.
    fn enter(self, forward: bool) -> bool {
        let searching = untrack(|| self.is_searching()) && platform::focus_is_in("#panel-search");
        if searching {
            self.go_step(forward);
        }
        searching
    }

    fn has_single_keys(self) -> bool {
        platform::preference("keys").is_none()
    }

    fn single_key(self, name: &str) -> bool {
        match name {
            "/" => self.open_search(),
            "?" => self.toggle(Panel::Help),
            "n" => self.go_step(true),
            "p" => self.go_step(false),
            "c" => return self.cite_here(),
            _ => return false,
        }
        true
    }

    /// Cites what is selected, what has the focus, or the passage being read. Whether there is any.
    fn cite_here(self) -> bool {
        let whole = |id| Cited { id, words: None };
        let focused = platform::focus_place().filter(|id| ISSUE.passage(id).is_some());
        let read = || Some(ISSUE.passages[self.reading.get_untracked()?].id.clone());
        let cited = self.selected.get_untracked();
        let Some(cited) = cited.or_else(|| focused.or_else(read).map(whole)) else { return false };
        self.cite(Some(cited.id), cited.words);
        true
    }

    fn map_key(self, key: &Key) -> bool {
        match key.name.as_str() {
            "+" | "=" => self.zoom(true),
            "-" | "_" => self.zoom(false),
            "0" => self.nav.reset_scene(),
            _ => return false,
        }
        true
    }

    /// Arrows: with Shift they move the map; without, they go from state to state, from button to
    /// button, from result to result.
    fn arrow(self, key: &Key) -> bool {
        let Some(side) = side(&key.name) else { return false };
        let along = matches!(side, Side::East | Side::South);
        if platform::focus_is_in("#map") {
            match side {
                _ if !key.shift => self.neighbour(side),
                Side::West => self.pan(-0.15, 0.0),
                Side::East => self.pan(0.15, 0.0),
                Side::North => self.pan(0.0, 0.15),
                Side::South => self.pan(0.0, -0.15),
            }
            return true;
        }
        if platform::focus_is_in("#matrix table") {
            platform::go_in_table(match side {
                Side::West => (-1, 0),
                Side::East => (1, 0),
                Side::North => (0, -1),
                Side::South => (0, 1),
            });
            return true;
        }
        let row = [
            (".five", ".five a"),
            ("#panel-search", "#search, #panel-search :is(a, button):not([hidden] *)"),
        ];
        let across = matches!(side, Side::East | Side::West);
        for (place, links) in row {
            if platform::focus_is_in(place) && !(key.typing && across) {
                platform::focus_beside(links, if along { 1 } else { -1 });
                return true;
            }
        }
        false
    }

    /// From the state that has the focus to the one that lies on this side of it.
    fn neighbour(self, side: Side) {
        let link = |id: CountryId| ["#map .state[href='#", id.slug(), "']"].concat();
        let here = CountryId::ALL.into_iter().find(|id| platform::focus_is_in(&link(*id)));
        if let Some(next) = here.and_then(|id| id.neighbour(side)) {
            platform::focus_first(&link(next));
        }
    }

    /// Closes the topmost thing: the preview, a panel, the second card, the card, the search.
    fn escape(self) -> bool {
        if self.peek.dismiss() {
            return true;
        }
        if let Some(panel) = self.panel.get_untracked() {
            self.close_panel(panel);
            return true;
        }
        let address = self.nav.here();
        match (address.country, address.with) {
            (Some(country), Some(_)) => self.go(&["#", country.slug()].concat(), None),
            (Some(_), None) => self.go(model::address::OVERVIEW, None),
            (None, _) if address.query.is_some() => {
                self.end_search();
                true
            }
            _ => false,
        }
    }

    /// Opens a panel, or closes it if it is open.
    pub fn toggle(self, panel: Panel) {
        if self.panel.get_untracked() == Some(panel) {
            self.close_panel(panel);
        } else if panel == Panel::Search {
            self.open_search();
        } else if panel == Panel::Embed {
            platform::hold_focus();
            self.open_embed();
        } else {
            self.show_panel(panel);
        }
    }

    /// Opens a panel and gives it the focus.
    pub(super) fn show_panel(self, panel: Panel) {
        self.open(panel);
        platform::after_drawing(move || {
            if !platform::focus_is_in(".panel") {
                platform::focus(panel.id());
            }
        });
    }

    pub(super) fn open(self, panel: Panel) {
        // An embed without the text has no bar for it to unfold under.
        if !platform::is_drawn(".bar") {
            return;
        }
        self.peek.close(false);
        if panel == Panel::Settings {
            platform::show_settings();
        }
        self.panel.set(Some(panel));
        platform::after_drawing(move || {
            // It may have made way meanwhile, and the page gone elsewhere.
            if self.panel.get_untracked() == Some(panel) {
                platform::raise_panel(panel.id());
            }
        });
    }

    /// Closes a preview and the panel, if one is open, for what is stepped to.
    pub(super) fn make_way(self) {
        self.peek.dismiss();
        if let Some(panel) = self.panel.get_untracked() {
            self.panel.set(None);
            // At once: what it lies over is measured next, and only what is there can have the focus.
            platform::hide("steps", false);
            if platform::focus_is_in(".panel") {
                platform::focus("steps-next");
            }
            platform::hide(panel.id(), true);
        }
    }

    /// Closes a panel; its button has the focus.
    pub fn close_panel(self, panel: Panel) {
        self.panel.set(None);
        // A citation was asked for elsewhere, and lines to embed perhaps too: there, or to what is cited, the
        // focus returns.
        let elsewhere = matches!(panel, Panel::Cite | Panel::Embed);
        if !elsewhere {
            platform::focus(&["open-", panel.id()].concat());
        } else if !platform::return_focus()
            && let Some(cited) = self.cited.get_untracked()
        {
            platform::focus(&cited.id);
        }
    }
}

fn side(key: &str) -> Option<Side> {
    Some(match key {
        "ArrowLeft" => Side::West,
        "ArrowRight" => Side::East,
        "ArrowUp" => Side::North,
        "ArrowDown" => Side::South,
        _ => return None,
    })
}
