//! Quotes: each must stand exactly once in its article.

use crate::article::Text;
use crate::file::File;
use crate::problem::{Problems, nearest};
use crate::tables::Word;
use model::Witness;

/// Finds a quote, or says how often it stands there and what comes nearest.
pub fn find(
    file: &File,
    text: &Text,
    article: &Word,
    quote: &Word,
    problems: &mut Problems,
) -> Option<Witness> {
    let Some(piece) = text.articles.iter().find(|a| a.id == *article.get_ref()) else {
        let what = format!("unknown article `{}`", article.get_ref());
        let near = nearest(article.get_ref(), text.articles.iter().map(|a| a.id.as_str()));
        problems.push(file.problem(article.span().start, what).near(near));
        return None;
    };
    let words = quote.get_ref();
    let range = usize::from(piece.first)..usize::from(piece.end);
    let hits: Vec<usize> = range
        .clone()
        .flat_map(|i| text.passages[i].text.match_indices(words.as_str()).map(move |_| i))
        .collect();
    match hits[..] {
        [at] if !words.is_empty() => Some(Witness { quote: words.clone(), passage: at as u16 }),
        [] => {
            let passages = range.map(|i| (&*text.passages[i].id, &*text.passages[i].text));
            let what = format!("this quote does not stand in `{}`: “{words}”", piece.id);
            let near = most_like(words, passages);
            problems.push(file.problem(quote.span().start, what).near(near));
            None
        }
        _ => {
            let ids: Vec<_> = hits.iter().map(|&i| text.passages[i].id.as_str()).collect();
            let what = format!(
                "this quote stands {} times in `{}` ({}), expected once: “{words}”",
                hits.len(),
                piece.id,
                ids.join(", ")
            );
            problems.push(file.problem(quote.span().start, what));
            None
        }
    }
}

/// The stretch of words most like a quote, with its passage.
fn most_like<'a>(
    quote: &str,
    passages: impl Iterator<Item = (&'a str, &'a str)>,
) -> Option<String> {
    let words: Vec<&str> = quote.split(' ').collect();
    let shared = |text: &str| words.iter().filter(|w| text.contains(**w)).count();
    let (id, text) = passages.max_by_key(|(_, text)| shared(text))?;
    let there: Vec<&str> = text.split(' ').collect();
    let stretch = there.windows(words.len().min(there.len()).max(1)).map(|w| w.join(" ")).max_by(
        |a, b| {
            let score = |s: &str| strsim::normalized_levenshtein(s, quote);
            score(a).total_cmp(&score(b))
        },
    )?;
    Some(format!("{id}: “{stretch}”"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::{Article, Kind, Passage};
    use proptest::prelude::*;

    /// An article of these passages.
    fn text(passages: &[String]) -> Text {
        let passage = |(i, text): (usize, &String)| Passage {
            id: format!("piece-{i}"),
            kind: Kind::Paragraph,
            article: 0,
            speaker: 0,
            text: text.clone(),
            lines: Vec::new(),
            mentions: Vec::new(),
        };
        let (first, end) = (0, passages.len() as u16);
        let article = Article { id: "piece".to_owned(), short: String::new(), first, end };
        let passages = passages.iter().enumerate().map(passage).collect();
        Text { articles: vec![article], passages, ..Text::default() }
    }

    fn word(word: &str) -> Word {
        toml::Spanned::new(0..0, word.to_owned())
    }

    proptest! {
        /// Few letters, so that what is looked for stands there once, twice or not at all.
        #[test]
        fn a_quote_is_found_just_when_it_stands_there_once(
            passages in prop::collection::vec("[ab“’é ]{0,12}", 1..4),
            quote in "[ab“’é ]{0,4}",
        ) {
            let file = File { name: "facts.toml".to_owned(), text: String::new() };
            let mut problems = Problems::default();
            let found = find(&file, &text(&passages), &word("piece"), &word(&quote), &mut problems);
            let times: usize = passages.iter().map(|p| p.matches(quote.as_str()).count()).sum();
            prop_assert_eq!(found.is_some(), times == 1 && !quote.is_empty(), "{} times", times);
            prop_assert_eq!(found.is_some(), problems.is_empty());
            if let Some(found) = found {
                prop_assert!(passages[usize::from(found.passage)].contains(&quote));
                prop_assert_eq!(found.quote, quote);
            }
        }
    }
}
