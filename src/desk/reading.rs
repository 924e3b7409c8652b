//! What is being read: the passage at the eye's line, whom it names, how far the reader has come, and what
//! places are called.

use super::{Desk, Panel};
use crate::edition::ISSUE;
use crate::platform;
use leptos::prelude::*;
use model::{CountryId, Passage, Target};

impl Desk {
    pub(super) fn read(self, id: Option<&str>) {
        let at = id.and_then(|id| ISSUE.passages.iter().position(|p| p.id == id));
        // What has an id and is no passage stands after the text.
        let beyond = id.filter(|_| at.is_none()).map(str::to_owned);
        if beyond != self.beyond.get_untracked() {
            self.beyond.set(beyond);
        }
        if at != self.reading.get_untracked() {
            self.reading.set(at);
            let passage = at.map(|i| &ISSUE.passages[i]);
            let piece = passage.map(|p| ISSUE.article_of(p).id.as_str());
            let question = passage.and_then(|p| ISSUE.question_above(p)).map(|q| q.id.as_str());
            let ids: Vec<_> = piece.into_iter().chain(question).collect();
            platform::mark_current(&ids);
        }
    }

    /// The states named in the passage being read, and whether it speaks of the five together.
    pub fn named(self) -> (Vec<CountryId>, bool) {
        let Some(passage) = self.reading.get() else { return (Vec::new(), false) };
        let mentions = &ISSUE.passages[passage].mentions;
        let has = |target| mentions.iter().any(|m| m.target == target);
        let named = CountryId::ALL.into_iter().filter(|id| has(Target::Country(*id)));
        (named.collect(), has(Target::Collective))
    }

    /// How much of the issue's words stands before the passage being read, from 0 to 1.
    pub fn progress(self) -> f64 {
        if self.beyond.with(Option::is_some) {
            return 1.0;
        }
        let length = |p: &Passage| p.text.len();
        let at = self.reading.get().unwrap_or_default();
        let before: usize = ISSUE.passages[..at].iter().map(length).sum();
        let own = self.reading.get().map_or(0, |i| length(&ISSUE.passages[i]));
        let all: usize = ISSUE.passages.iter().map(length).sum();
        (before + own) as f64 / all as f64
    }

    /// What a place of the page is called on the way back to it.
    pub fn place_name(self, id: Option<&str>) -> String {
        let Some(id) = id else { return "where you were".to_owned() };
        let card = CountryId::from_slug(id).map(Some).or_else(|| ISSUE.anchor(id));
        if let Some(Some(country)) = card {
            return ["the card of ", &ISSUE.country(country).name].concat();
        }
        if let Some(passage) = ISSUE.passage(id) {
            return ISSUE.place_of(passage);
        }
        if id == Panel::Search.id() {
            return format!("the results for “{}”", self.typed.get());
        }
        if model::issue::VIEWS.contains(&id) {
            return ["“", view_name(id), "”"].concat();
        }
        let known = ISSUE.terms.iter().any(|t| t.id == id);
        (if known { "the list of terms" } else { "where you were" }).to_owned()
    }
}

/// What a section after the text is called.
pub fn view_name(id: &str) -> &'static str {
    match id {
        "matrix" => "Who stands where",
        "timeline" => "When",
        "routes" => "Which way",
        "voices" => "Who says what",
        "terms" => "Organisations, people and places",
        "take" => "Take it away",
        _ => &ISSUE.collective,
    }
}
