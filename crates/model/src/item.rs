//! Anything of the page that has an address and can be cited or collected: what it is called, the words it
//! rests on, and where they stand.

use crate::{CountryId, Issue, Kind, Passage, Witness};

/// A thing with an address.
#[derive(Clone, Debug)]
pub struct Item<'a> {
    /// What it is called.
    pub title: String,
    /// The words of the issue that it rests on, if it rests on any.
    pub quote: Option<&'a str>,
    /// The passage in which they stand.
    pub passage: Option<&'a Passage>,
}

impl Issue {
    /// The title of a piece; the first bears that of the issue.
    pub fn title_of(&self, article: &crate::Article) -> String {
        let has = |kind| self.passages_of(article).iter().find(move |p| p.kind == kind);
        let title = has(Kind::Title).map_or(&article.short, |p| &p.text);
        match has(Kind::Subtitle) {
            Some(subtitle) => [title, ": ", &subtitle.text].concat(),
            None => title.clone(),
        }
    }

    /// The title of the issue.
    pub fn title(&self) -> String {
        self.articles.first().map(|first| self.title_of(first)).unwrap_or_default()
    }

    /// Where a passage stands, in words: its piece and, in an interview, the question.
    pub fn place_of(&self, passage: &Passage) -> String {
        let piece = &self.article_of(passage).short;
        match self.question_of(passage) {
            Some((n, _)) if passage.kind != Kind::Title => format!("{piece}, question {n}"),
            _ => piece.clone(),
        }
    }

    /// The thing with this id. Where it rests on several sentences, `words` tells which is meant.
    pub fn item(&self, id: &str, words: Option<&str>) -> Option<Item<'_>> {
        if let Some(passage) = self.passage(id) {
            let (quote, passage) = (Some(passage.text.as_str()), Some(passage));
            return Some(Item { title: self.place_of(passage?), quote, passage });
        }
        if let Some(fact) = self.facts.iter().find(|f| f.id == id) {
            return Some(self.resting_on(fact.statement.clone(), &[&fact.witness], words));
        }
        if let Some(stated) = self.standings.iter().find(|s| s.id == id) {
            let state = &self.country(stated.country).name;
            let (body, word) = (self.body(stated.body), self.standing_text(stated.standing));
            let title = format!("{state}, {}: {}", body.name, word.name);
            let all: Vec<_> = stated.witness.iter().chain(&stated.also).collect();
            return Some(self.resting_on(title, &all, words));
        }
        if let Some(event) = self.events.iter().find(|e| e.id == id) {
            let title = format!("{}: {}", event.words, event.what);
            return Some(self.resting_on(title, &[&event.witness], words));
        }
        if let Some(figure) = self.figures.iter().find(|f| f.id == id) {
            let title = format!("{}, {}: {}", figure.of, figure.when, figure.words);
            return Some(self.resting_on(title, &[&figure.witness], words));
        }
        if let Some(told) = self.told.iter().find(|t| t.id == id) {
            let all: Vec<_> = told.missing.iter().map(|m| &m.1).collect();
            return Some(self.resting_on(told.name.clone(), &all, words));
        }
        let legs = self.told.iter().flat_map(|t| t.legs.iter().map(move |l| (t, l)));
        if let Some((told, leg)) = legs.into_iter().find(|(_, l)| l.id == id) {
            let title = [&told.name, ": ", &leg.what].concat();
            return Some(self.resting_on(title, &[&leg.witness], words));
        }
        if let Some(term) = self.terms.iter().find(|t| t.id == id) {
            let all: Vec<_> = term.witness.iter().collect();
            return Some(self.resting_on(term.name.clone(), &all, words));
        }
        let title = if let Some(country) = CountryId::from_slug(id) {
            self.country(country).name.clone()
        } else if let Some(article) = self.articles.iter().find(|a| a.id == id) {
            let passage = self.passages_of(article).iter().rfind(|p| p.kind.is_running());
            return Some(Item { title: article.short.clone(), quote: None, passage });
        } else {
            self.anchor(id)?;
            self.title()
        };
        Some(Item { title, quote: None, passage: None })
    }

    fn resting_on<'a>(
        &'a self,
        title: String,
        all: &[&'a Witness],
        words: Option<&str>,
    ) -> Item<'a> {
        let meant = all.iter().find(|w| words == Some(w.quote.as_str())).or(all.first());
        let quote = meant.map(|w| w.quote.as_str());
        Item { title, quote, passage: meant.map(|w| &self.passages[usize::from(w.passage)]) }
    }
}
