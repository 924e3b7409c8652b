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
