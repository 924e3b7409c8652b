//! Embedding: from what an editor chooses to the lines that are copied, with a preview of the same.

use super::{Desk, Panel};
use crate::edition::ISSUE;
use crate::platform;
use leptos::prelude::*;
use model::embed::{colour, height};
use model::{Address, CountryId, Embed, Trail};

impl Desk {
    /// Opens the panel at what the page now shows.
    pub(super) fn open_embed(self) {
        if platform::value("embed-start").is_empty() {
            platform::write("embed-start", &self.start_of("whole"));
        }
        self.show_panel(Panel::Embed);
        self.draw_embed();
    }

    /// Takes up a change in a field of the panel.
    pub(super) fn choose_embed(self, field: &str) {
        if field == "embed-what" {
            let what = platform::value(field);
            platform::write("embed-start", &self.start_of(&what));
            let parts = match what.as_str() {
                "whole" | "own" => "",
                "card" | "pair" => "cards",
                "passage" => "one",
                "map" | "matrix" | "timeline" | "voices" => &what,
                _ => "one",
            };
            platform::tick("embed-part", parts);
        }
        self.draw_embed();
    }

    /// The address, without what is the visitor's own, at which this usually begins.
    fn start_of(self, what: &str) -> String {
        let here =
            Address { query: None, only: Vec::new(), trail: Trail::default(), ..self.nav.here() };
        let card = here.country.unwrap_or(CountryId::Kazakhstan);
        let other = CountryId::ALL.into_iter().find(|id| *id != card);
        let read = self.reading.get_untracked().unwrap_or_default();
        let of_map = || Address { anchor: None, country: here.country, ..here.clone() }.to_string();
        match what {
            "whole" | "own" => here.to_string(),
            "map" => of_map(),
            "card" => card.slug().to_owned(),
            "pair" => {
                let with = here.with.or(other);
                Address { country: Some(card), with, ..Address::default() }.to_string()
            }
            "passage" => {
                let named = here.anchor.filter(|id| ISSUE.passage(id).is_some());
                // At a title, that is what it stands over.
                let below = ISSUE.passages[read..].iter().find(|p| p.kind.is_running());
                named.or_else(|| below.map(|p| p.id.clone())).unwrap_or_default()
            }
            view => view.to_owned(),
        }
    }

    /// Sets lines and preview anew.
    fn draw_embed(self) {
        let (accent, px) = (platform::value("embed-accent"), platform::value("embed-height"));
        let start = platform::value("embed-start");
        let start = start.trim().trim_start_matches('#');
        let known = ISSUE.address(start);
        let wrong = if known.is_err() {
            "“Begins at” names nothing in this issue."
        } else if !accent.trim().is_empty() && colour(&accent).is_none() {
            "The accent is six digits, such as #0b4f7d."
        } else if height(&px).is_none() {
            "A height is 120 to 4000 px."
        } else {
            ""
        };
        platform::say("embed-said", wrong);
        let (Ok(address), Some(height), true) = (known, height(&px), wrong.is_empty()) else {
            return;
        };
        let start = address.to_string();
        let form = platform::value("embed-form");
        let embed = Embed {
            flow: form == "flow",
            height,
            theme: platform::value("embed-theme"),
            accent: colour(&accent),
            parts: platform::ticked("embed-part"),
            start: if start == model::address::OVERVIEW { String::new() } else { start },
        };
        let (page, title) = (platform::page(), self.title_of(&address));
        let words =
            if form == "frame" { embed.frame(&page, &title) } else { embed.element(&page, &title) };
        platform::write_area("embed-words", &words);
        let (source, height) = (embed.source(""), height.to_string());
        let title = "Preview of the embed";
        platform::show_frame("embed-preview", "embed-room", title, &source, &height);
    }

    /// What a frame that begins there is called.
    fn title_of(self, address: &Address) -> String {
        let of = match (&address.anchor, address.country) {
            (Some(id), _) => ISSUE.item(id, None).map(|i| i.title).unwrap_or_default(),
            (None, Some(country)) => ISSUE.country(country).name.clone(),
            _ => String::new(),
        };
        let whole = [&ISSUE.title(), " · ", &ISSUE.series].concat();
        if of.is_empty() { whole } else { [&of, " · ", &whole].concat() }
    }
}
