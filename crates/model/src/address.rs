//! The page's address: what the URL's fragment says, and how it is written.
//!
//! The target comes first and is the id of something in the static page, so that a link lands without
//! a script; state follows as `&key=value`. A fragment whose target is not ours is an error, and the
//! page then shows its start.

use crate::search::query;
use crate::{CountryId, Layers, Scene, Trail};
use std::fmt;

/// The fragment that names nothing in the page: no state is chosen, and nothing scrolls.
pub const OVERVIEW: &str = "overview";

/// The longest fragment that is read, in bytes.
const LONGEST: usize = 4_000;

/// So many words at most narrow what is listed.
const MOST_ONLY: usize = 3;

/// What of the page's state can be shared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// Id of a passage, article, standing, fact, term, event, route, leg or figure, of a view or the map.
    pub anchor: Option<String>,
    /// The chosen state.
    pub country: Option<CountryId>,
    /// The state beside it.
    pub with: Option<CountryId>,
    /// What the map shows; the usual layers where none are named.
    pub layers: Option<Layers>,
    /// The part of the map in view; by the page's width where none is named.
    pub scene: Option<Scene>,
    /// What is looked for in the text; never empty.
    pub query: Option<String>,
    /// Ids of a state, an organisation, a speaker: the timeline and the voices list only what has all.
    pub only: Vec<String>,
    /// What the reader has collected.
    pub trail: Trail,
}

/// The fragment names nothing in this page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownAddress;

impl Address {
    /// Reads a fragment, with or without its `#`. `known` tells whether an id is an anchor of the page,
    /// and of which state's card.
    ///
    /// # Errors
    /// [`UnknownAddress`] if the target is no id of the page.
    pub fn parse(
        fragment: &str,
        known: impl Fn(&str) -> Option<Option<CountryId>>,
    ) -> Result<Self, UnknownAddress> {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        // A browser that knows no text fragments leaves them in.
        let fragment = fragment.split(":~:").next().unwrap_or_default();
        if fragment.len() > LONGEST {
            return Err(UnknownAddress);
        }
        let fragment = &decoded(fragment);
        let mut parts = fragment.split('&');
        let target = parts.next().unwrap_or_default();
        let mut address = Self::default();
        for (key, value) in parts.filter_map(|part| part.split_once('=')) {
            match key {
                "country" => address.country = CountryId::from_slug(value).or(address.country),
                "layers" => address.layers = Layers::parse(value).or(address.layers),
                "with" => address.with = CountryId::from_slug(value).or(address.with),
                "frame" => address.scene = Scene::parse(value).or(address.scene),
                "q" => address.query = query::read(value).or(address.query),
                "only" => address.only = read_only(value),
                "trail" => address.trail = Trail::parse(value),
                _ => {}
            }
        }
        if let Some(country) = CountryId::from_slug(target) {
            address.country = Some(country);
        } else if target.is_empty() || target == OVERVIEW {
            address.country = None;
        } else {
            let card = known(target).ok_or(UnknownAddress)?;
            address.country = card.or(address.country);
            address.anchor = Some(target.to_owned());
        }
        address.with = address.with.filter(|w| address.country.is_some_and(|c| c != *w));
        Ok(address)
    }

    /// What a link that was followed here leaves as it was: the link names a target, and what it does
    /// not name stays.
    pub fn following(mut self, before: &Self) -> Self {
        if self.anchor.is_some() && self.country.is_none() {
            (self.country, self.with) = (before.country, before.with);
        }
        self.layers = self.layers.or(before.layers);
        self.scene = self.scene.or(before.scene);
        self.query = self.query.or_else(|| before.query.clone());
        if self.only.is_empty() {
            self.only.clone_from(&before.only);
        }
        if self.trail.is_empty() {
            self.trail = before.trail.clone();
        }
        self.settled()
    }

    /// Without what goes without saying, so that each state of the page has one address.
    pub fn settled(mut self) -> Self {
        self.layers = self.layers.filter(|&l| l != Layers::default());
        self
    }

    /// The layers shown.
    pub fn shown(&self) -> Layers {
        self.layers.unwrap_or_default()
    }
}

fn read_only(value: &str) -> Vec<String> {
    let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    let words = value.split(',').filter(|w| !w.is_empty() && w.len() < 60 && w.bytes().all(fits));
    let mut only: Vec<String> = Vec::new();
    for word in words.take(MOST_ONLY) {
        if !only.iter().any(|w| w == word) {
            only.push(word.to_owned());
        }
    }
    only
}

/// Mail gateways and messengers write `%2C` for a comma. All that an address holds is ASCII, so other
/// escapes stay as they are.
fn decoded(fragment: &str) -> String {
    let mut pieces = fragment.split('%');
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let code = piece.get(..2).and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match code.filter(u8::is_ascii_graphic) {
            Some(byte) => {
                out.push(char::from(byte));
                out.push_str(&piece[2..]);
            }
            None => {
                out.push('%');
                out.push_str(piece);
            }
        }
    }
    out
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let card = self.country.map(CountryId::slug);
        f.write_str(self.anchor.as_deref().or(card).unwrap_or(OVERVIEW))?;
        if let (Some(_), Some(card)) = (&self.anchor, card) {
            write!(f, "&country={card}")?;
        }
        if let Some(layers) = self.layers {
            let shown = layers.join(",");
            write!(f, "&layers={}", if shown.is_empty() { "none" } else { &shown })?;
        }
        if let Some(with) = self.with {
            write!(f, "&with={}", with.slug())?;
        }
        if let Some(scene) = self.scene {
            write!(f, "&frame={scene}")?;
        }
        if let Some(query) = &self.query {
            write!(f, "&q={}", query::written(query))?;
        }
        if !self.only.is_empty() {
            write!(f, "&only={}", self.only.join(","))?;
        }
        if !self.trail.is_empty() {
            write!(f, "&trail={}", self.trail)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
