//! The evidence views: the matrix's columns and rows, and what timeline and voices list.

use super::Desk;
use crate::edition::ISSUE;
use crate::platform::{self, mark};
use leptos::prelude::*;
use model::{Body, CountryId, Field, Layers, Standing};

/// Layers, the column sorted by, words that narrow.
pub(super) type Drawn = (Layers, Option<Body>, Vec<String>);

impl Desk {
    /// Puts a body's layer on the map alone, or what is usual if it is there alone.
    pub(super) fn show_column(self, body: Body) {
        let mut there = self.nav.here();
        let alone = Layers::alone(body.layer());
        there.layers = Some(if there.shown() == alone { Layers::default() } else { alone });
        self.go(&there.to_string(), None);
    }

    /// Sorts the matrix's rows by a column, most first, or by name; again by name when pressed again.
    pub(super) fn sort(self, by: Option<Body>) {
        let by = by.filter(|_| by != self.sorted.get_untracked());
        self.sorted.set(by);
        let order: Vec<_> = match by {
            None => CountryId::ALL.map(CountryId::slug).into(),
            Some(body) => Standing::ALL
                .into_iter()
                .flat_map(|s| {
                    CountryId::ALL.into_iter().filter(move |c| ISSUE.stated(*c, body).standing == s)
                })
                .map(CountryId::slug)
                .collect(),
        };
        platform::sort_rows(&order);
    }

    pub(super) fn draw_evidence(self) {
        let (layers, sorted, only) = (self.nav.layers(), self.sorted.get(), self.nav.only());
        // Most changes of the page change none of these.
        let now = (layers, sorted, only.clone());
        if self.drawn.with_value(|drawn| *drawn == now) {
            return;
        }
        self.drawn.set_value(now);
        for body in Body::ALL {
            let alone = layers == Layers::alone(body.layer());
            let column = ["[data-act=column-", body.slug(), "]"].concat();
            mark(&column, "aria-pressed", Some(if alone { "true" } else { "false" }));
            let head = ["[data-col=", body.slug(), "]"].concat();
            mark(&head, "aria-sort", (sorted == Some(body)).then_some("descending"));
        }
        mark("[data-col=name]", "aria-sort", sorted.is_none().then_some("ascending"));
        for field in Field::ALL {
            let word = only.iter().find(|w| ISSUE.field_of(w) == Some(field));
            platform::choose(field.slug(), word.map_or("", String::as_str));
        }
        platform::show_only(&only);
    }

    /// Lists only what has this word, in place of another of its field.
    pub(super) fn narrow(self, field: &str, word: String) {
        self.nav.narrow(|only| {
            only.retain(|w| ISSUE.field_of(w).is_none_or(|f| f.slug() != field));
            if !word.is_empty() {
                only.push(word);
            }
        });
    }
}
