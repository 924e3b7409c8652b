//! Search in the whole text: all words required, phrases in quotation marks, one typo forgiven where
//! nothing else is found. The work grows with the places of the words looked for, not with the text.

pub mod fold;
pub mod index;
mod near;
pub mod query;
pub mod snippet;

pub use index::Index;
use query::Clause;
use std::ops::Range;

/// Sets of words, one for each word of a clause, in order.
type Row = Vec<Vec<Range<u32>>>;

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Matching passages in reading order, each with its number of hits.
    pub passages: Vec<(u32, u32)>,
    /// All hits in them.
    pub hits: u32,
    /// Indices into [`Index::names`], best first.
    pub names: Vec<usize>,
    /// Years that begin so, with the number of times each stands in the text.
    pub years: Vec<(String, u32)>,
    /// What was looked for instead, where one typo had to be forgiven.
    pub instead: Vec<String>,
    /// Where nothing was found: each word that stands somewhere, with the number of times.
    pub alone: Vec<(String, u32)>,
    rows: Vec<Row>,
}

impl Found {
    /// The hits of a passage, in bytes of its text.
    pub fn hits_in(&self, index: &Index, passage: u32) -> Vec<(u32, u32)> {
        let tokens = index.tokens_of(passage);
        let mut out: Vec<(u32, u32)> = Vec::new();
        for token in tokens.clone() {
            let ends = self.rows.iter().filter_map(|row| end_of(index, row, token, &tokens));
            if let Some(end) = ends.max() {
                out.push((index.token(token).start, end));
            }
        }
        out
    }

    /// The passage of the hit with this number, counted from 0, and its number in the passage.
    pub fn hit(&self, number: u32) -> Option<(u32, u32)> {
        let mut before = 0;
        for &(passage, hits) in &self.passages {
            if number < before + hits {
                return Some((passage, number - before));
            }
            before += hits;
        }
        None
    }
}

/// Where a row that begins at this token ends, in bytes, if it stands there.
fn end_of(index: &Index, row: &Row, token: u32, within: &Range<u32>) -> Option<u32> {
    let last = token + row.len() as u32 - 1;
    let stands = last < within.end && row.iter().zip(token..).all(|(words, t)| index.is(t, words));
    stands.then(|| index.token(last).end)
}

/// Looks for a query.
pub fn find(index: &Index, query: &str) -> Found {
    let clauses = query::clauses(query);
    if clauses.is_empty() {
        return Found::default();
    }
    let rows: Vec<Row> = clauses.iter().map(|c| exact(index, c)).collect();
    let mut found = passages(index, rows);
    found.names = names(index, &clauses);
    found.years = years(index, &clauses);
    if found.hits == 0 && found.names.is_empty() {
        return forgiving(index, &clauses).unwrap_or_else(|| Found {
            alone: clauses.iter().filter_map(|c| alone(index, c)).collect(),
            ..Found::default()
        });
    }
    found
}

fn exact(index: &Index, clause: &Clause) -> Row {
    let last = clause.words.len() - 1;
    let set = |(i, word): (usize, &String)| vec![index.range(word, clause.open && i == last)];
    clause.words.iter().enumerate().map(set).collect()
}

/// The same with one typo in each word that stands nowhere.
fn forgiving(index: &Index, clauses: &[Clause]) -> Option<Found> {
    let mut mended = clauses.to_vec();
    for clause in &mut mended {
        let last = clause.words.len() - 1;
        for (i, word) in clause.words.iter_mut().enumerate() {
            let open = clause.open && i == last;
            if index.range(word, open).is_empty() {
                let near = |w: &u32| near::is_near(word, index.word(*w), open);
                // The commonest is the likeliest.
                let best = index.all_words().filter(near).max_by_key(|w| index.places(*w).len())?;
                *word = index.word(best).to_owned();
            }
        }
    }
    let rows = mended.iter().map(|c| exact(index, c)).collect();
    let mut found = passages(index, rows);
    found.names = names(index, &mended);
    found.instead = mended.into_iter().flat_map(|c| c.words).collect();
    (found.hits > 0 || !found.names.is_empty()).then_some(found)
}

/// Passages in which every row stands. Each place of the words looked for is visited once.
fn passages(index: &Index, rows: Vec<Row>) -> Found {
    let mut satisfied = vec![0_u16; index.passages()];
    let mut hits = vec![0_u32; index.passages()];
    let mut counted = vec![0_u64; index.len() / 64 + 1];
    for (i, row) in rows.iter().enumerate() {
        let starts = row[0].iter().flat_map(|r| r.clone()).flat_map(|w| index.places(w));
        for &start in starts {
            let passage = index.token(start).passage;
            if row.len() > 1 && end_of(index, row, start, &index.tokens_of(passage)).is_none() {
                continue;
            }
            satisfied[passage as usize] |= 1 << i;
            let (word, bit) = (start as usize / 64, 1 << (start % 64));
            if counted[word] & bit == 0 {
                counted[word] |= bit;
                hits[passage as usize] += 1;
            }
        }
    }
    let all = (1_u32 << rows.len()) as u16 - 1;
    let matching = (0..index.passages()).filter(|&p| satisfied[p] == all);
    let passages: Vec<_> = matching.map(|p| (p as u32, hits[p])).collect();
    let hits = passages.iter().map(|p| p.1).sum();
    Found { passages, hits, rows, ..Found::default() }
}

/// Names of which one form has every word; a whole name first, then one that begins so.
fn names(index: &Index, clauses: &[Clause]) -> Vec<usize> {
    let words: Vec<(&str, bool)> = clauses
        .iter()
        .flat_map(|c| {
            let last = c.words.len() - 1;
            c.words.iter().enumerate().map(move |(i, w)| (w.as_str(), c.open && i == last))
        })
        .collect();
    let fits = |own: &String, (word, open): (&str, bool)| {
        if open { own.starts_with(word) } else { own == word }
    };
    let rank = |form: &Vec<String>| {
        let all = words.iter().all(|w| form.iter().any(|own| fits(own, *w)));
        let whole = form.iter().eq(words.iter().map(|w| w.0));
        let begins = form.first().is_some_and(|own| fits(own, words[0]));
        all.then_some(if whole { 0 } else { 1 + usize::from(!begins) })
    };
    let best = |i: usize| index.names[i].forms.iter().filter_map(rank).min();
    let ranks: Vec<_> = (0..index.names.len()).map(best).collect();
    let of_rank = |rank| (0..ranks.len()).filter(|&i| ranks[i] == Some(rank)).collect::<Vec<_>>();
    (0..=2).flat_map(of_rank).collect()
}

/// Years that begin as a single number typed does.
fn years(index: &Index, clauses: &[Clause]) -> Vec<(String, u32)> {
    let [Clause { words, .. }] = clauses else { return Vec::new() };
    let [digits] = words.as_slice() else { return Vec::new() };
    if digits.len() < 2 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Vec::new();
    }
    let is_year = |w: &&str| w.len() == 4 && (w.starts_with("19") || w.starts_with("20"));
    let words = index.range(digits, true);
    let years = words.map(|w| (index.word(w), index.places(w).len() as u32));
    years.filter(|(w, _)| is_year(w)).map(|(w, n)| (w.to_owned(), n)).collect()
}

fn alone(index: &Index, clause: &Clause) -> Option<(String, u32)> {
    let found = passages(index, vec![exact(index, clause)]);
    let words = clause.words.join(" ");
    let words = if clause.words.len() > 1 { format!("\"{words}\"") } else { words };
    (found.hits > 0).then_some((words, found.hits))
}
