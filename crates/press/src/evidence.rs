//! Standings, facts and terms, each tied to the sentence that bears it out.

use crate::article::Text;
use crate::file::{File, pick};
use crate::problem::{Problems, nearest};
use crate::{tables, witness};
use model::{
    Basis, Body, CountryId, Fact, Sort, Speaker, Standing, Stated, Subject, Term, Topic, Voice,
    Witness,
};

/// What evidence is checked against.
pub struct Desk<'a> {
    pub text: &'a Text,
    pub speakers: &'a [Speaker],
    pub topics: &'a [Topic],
    pub problems: &'a mut Problems,
}

impl Desk<'_> {
    /// A witness that may be left out altogether, but not by half.
    pub fn witness(
        &mut self,
        file: &File,
        article: Option<&tables::Word>,
        quote: Option<&tables::Word>,
    ) -> Option<Witness> {
        match (article, quote) {
            (Some(article), Some(quote)) => {
                witness::find(file, self.text, article, quote, self.problems)
            }
            (Some(word), None) | (None, Some(word)) => {
                let what = "expected both `article` and `quote`, or neither";
                self.problems.push(file.problem(word.span().start, what));
                None
            }
            (None, None) => None,
        }
    }

    /// The eight cells of a country.
    pub fn standings(
        &mut self,
        file: &File,
        country: CountryId,
        rows: &tables::Country,
    ) -> Vec<Stated> {
        for name in rows.standing.keys() {
            pick(file, "body", name, &Body::ALL, Body::slug, self.problems);
        }
        let cell = |body: Body| {
            let row = rows.standing.iter().find(|(name, _)| name.get_ref() == body.slug());
            let Some((name, row)) = row else {
                let what = format!("expected a [standing.{}]", body.slug());
                self.problems.push(file.problem(0, what));
                return None;
            };
            let all = &Standing::ALL;
            let standing = pick(file, "standing", &row.is, all, Standing::slug, self.problems)?;
            if row.quote.is_none() && standing != Standing::NotStated {
                let what = format!("`{}` needs a quote: only silence has none", body.slug());
                self.problems.push(file.problem(name.span().start, what));
            }
            let witness = self.witness(file, row.article.as_ref(), row.quote.as_ref());
            let also = row.also.iter().filter_map(|w| {
                witness::find(file, self.text, &w.article, &w.quote, self.problems)
            });
            let also = also.collect();
            let id = format!("{}-{}", country.slug(), body.slug());
            Some(Stated { id, country, body, standing, note: row.note.clone(), witness, also })
        };
        Body::ALL.into_iter().filter_map(cell).collect()
    }

    /// The facts of a file.
    pub fn facts(&mut self, file: &File, subject: Subject, rows: &[tables::Fact]) -> Vec<Fact> {
        rows.iter().filter_map(|row| self.fact(file, subject, row)).collect()
    }

    fn fact(&mut self, file: &File, subject: Subject, row: &tables::Fact) -> Option<Fact> {
        let topic = self.topics.iter().position(|t| t.id == *row.topic.get_ref());
        if topic.is_none() {
            let what = format!("unknown topic `{}`", row.topic.get_ref());
            let near = nearest(row.topic.get_ref(), self.topics.iter().map(|t| t.id.as_str()));
            self.problems.push(file.problem(row.topic.span().start, what).near(near));
        }
        let basis = pick(file, "basis", &row.basis, &Basis::ALL, Basis::slug, self.problems);
        let witness = witness::find(file, self.text, &row.article, &row.quote, self.problems);
        let (basis, witness) = (basis?, witness?);
        let passage = &self.text.passages[usize::from(witness.passage)];
        let asks = self.speakers[usize::from(passage.speaker)].voice == Voice::Interviewer;
        let what = match basis {
            Basis::Premise if !asks => Some("a premise stands in a question, and this does not"),
            Basis::Claim | Basis::Reported if asks => {
                Some("what stands in a question is a premise")
            }
            Basis::Reported if row.reporter.is_none() => {
                Some("a reported claim needs a `reporter`")
            }
            Basis::Claim | Basis::Premise if row.reporter.is_some() => {
                Some("only a reported claim has a `reporter`")
            }
            _ => None,
        };
        if let Some(what) = what {
            self.problems.push(file.problem(row.basis.span().start, what));
        }
        Some(Fact {
            id: format!("{}-{}", subject.slug(), row.id.get_ref()),
            subject,
            statement: row.statement.clone(),
            topic: topic? as u16,
            when: row.when.clone(),
            year: row.year,
            basis,
            reporter: row.reporter.clone(),
            witness,
        })
    }

    /// Organisations, people and places; an expansion must stand in the text.
    pub fn terms(&mut self, files: &[(File, tables::Terms)]) -> Vec<Term> {
        let mut row = |file: &File, sort: Sort, row: &tables::Term| {
            if let Some(words) = &row.expansion
                && !self.text.passages.iter().any(|p| p.text.contains(words.get_ref().as_str()))
            {
                let what = format!("the text never has “{}”", words.get_ref());
                self.problems.push(file.problem(words.span().start, what));
            }
            let witness = witness::find(file, self.text, &row.article, &row.quote, self.problems);
            Term {
                id: row.id.get_ref().clone(),
                sort,
                name: row.name.clone(),
                kind: row.kind.get_ref().clone(),
                expansion: row.expansion.as_ref().map(|w| w.get_ref().clone()),
                witness,
            }
        };
        let mut all = Vec::new();
        for (file, rows) in files {
            all.extend(rows.rows().map(|(sort, r)| row(file, sort, r)));
        }
        all
    }
}
