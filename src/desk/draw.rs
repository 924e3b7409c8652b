//! What the furniture says, from the desk's state. It is written once, in `view::part::furniture`; here
//! its few words and attributes are set. (As reactive views, with previews, pairs and results, they weighed 80 kB
//! more by brotli.)

use super::{Desk, Panel, Shown, view_name};
use crate::edition::ISSUE;
use crate::platform::{hide, mark, say};
use leptos::prelude::*;
use model::Kind;

impl Desk {
    /// Sets all of it, and each part anew when what it says of has changed.
    pub(super) fn draw(self) {
        let parts: [fn(Self); 7] = [
            Self::draw_bar,
            Self::draw_steps,
            Self::draw_marks,
            Self::draw_evidence,
            Self::draw_citation,
            Self::draw_trail,
            Self::draw_beside,
        ];
        for part in parts {
            Effect::new(move |_| part(self));
        }
    }

    /// What lies over the page and beside it.
    fn draw_beside(self) {
        hide("pick", self.selected.with(Option::is_none));
        let back = self.nav.way_back();
        hide("back", back.is_none());
        if let Some((_, place)) = back {
            say("back-to", &("Back to ".to_owned() + &self.place_name(place.as_deref())));
        }
        let shown = self.peek.shown();
        if shown.is_some() {
            self.mark_kept();
        }
        hide("preview", shown.is_none());
        mark("preview", "data-pinned", (shown == Some(Shown::Pinned)).then_some(""));
        hide("pair", self.nav.beside().is_none());
    }

    fn draw_bar(self) {
        let passage = self.reading.get().map(|i| &ISSUE.passages[i]);
        let beyond = self.beyond.get().filter(|id| model::issue::VIEWS.contains(&id.as_str()));
        let piece = match passage {
            Some(passage) => ISSUE.article_of(passage).short.as_str(),
            None => beyond.as_deref().map_or("Contents", view_name),
        };
        let question = passage.filter(|p| p.kind != Kind::Title).and_then(|p| ISSUE.question_of(p));
        say("here-piece", piece);
        say("here-question", if question.is_some() { "Question " } else { "" });
        say("here-number", &question.map(|(n, of)| format!("{n} of {of}")).unwrap_or_default());
        let percent = ((self.progress() * 100.0) as u32).to_string();
        mark("progress", "aria-valuenow", Some(&percent));
        mark("progress-line", "width", Some(&percent));
        for panel in Panel::ALL {
            let open = self.panel.get() == Some(panel);
            hide(panel.id(), !open);
            mark(
                &["open-", panel.id()].concat(),
                "aria-expanded",
                Some(if open { "true" } else { "false" }),
            );
        }
    }

    fn draw_steps(self) {
        let on_path = self.path.get();
        if on_path {
            let (at, all) = self.place_on_trail();
            hide("steps", all == 0);
            hide("steps-end", false);
            say("steps-of", "Trail");
            say(
                "steps-count",
                &match at {
                    Some(at) => format!("{at} of {all}"),
                    None => format!("{all} kept"),
                },
            );
        } else {
            self.draw_steps_in_text();
        }
        // By ids: to look through the page for an attribute costs a key's time as the page grows.
        let labels = [
            ("steps-next", ["Next in the text", "Next on the trail"]),
            ("steps-previous", ["Previous in the text", "Previous on the trail"]),
            ("steps-end", ["End the search", "End the trail"]),
        ];
        for (id, words) in labels {
            mark(id, "aria-label", Some(words[usize::from(on_path)]));
        }
    }

    fn draw_steps_in_text(self) {
        let (all, searching) = (self.steps(), self.is_searching());
        hide("steps", all == 0);
        hide("steps-end", !searching);
        if all > 0 {
            let name = self.nav.chosen().map(|id| ISSUE.country(id).name.clone());
            let of = if searching {
                ["“", self.typed.get().trim(), "”"].concat()
            } else {
                name.unwrap_or_default()
            };
            let kind = self.kind_of_step().map(|k| " · ".to_owned() + k.word()).unwrap_or_default();
            say("steps-of", &of);
            say(
                "steps-count",
                &match self.step.get() {
                    Some(step) => format!("{} of {all}{kind}", step + 1),
                    None => format!("{all} {}", if searching { "in the text" } else { "mentions" }),
                },
            );
        }
    }

    fn draw_marks(self) {
        // Above the text, on a narrow page, the strip would lie on the map.
        mark(
            "strip",
            "data-idle",
            (self.reading.get().is_none() && self.beyond.with(Option::is_none)).then_some(""),
        );
        for (id, lesser) in [("strip-all", true), ("strip-own", false)] {
            let mark_at =
                |m: &(f64, bool)| ["M0 ", &((m.0 * 1000.0) as u32).to_string(), "H9"].concat();
            let marks = self
                .strip
                .with(|s| s.iter().filter(|m| m.1 == lesser).map(mark_at).collect::<String>());
            mark(id, "d", Some(&marks));
        }
    }
}
