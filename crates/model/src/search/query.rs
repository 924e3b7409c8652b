//! What is looked for: words, all of which must stand in a passage, and phrases in quotation marks.

use super::fold;

/// The longest query that is read, in characters.
const LONGEST: usize = 100;

/// The most clauses that are read.
const MOST: usize = 12;

/// A part of a query that a passage must satisfy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Folded words that stand one after the other.
    pub words: Vec<String>,
    /// Whether the last of them may be the beginning of a longer word.
    pub open: bool,
}

/// The clauses of a query. Words in quotation marks are a phrase of whole words; one whose closing mark
/// is still to come may end in the middle of a word.
pub fn clauses(query: &str) -> Vec<Clause> {
    let straight = query.replace(['“', '”', '„', '«', '»'], "\"");
    let pieces: Vec<&str> = straight.split('"').collect();
    let mut out = Vec::new();
    for (i, piece) in pieces.iter().enumerate() {
        let words = fold::words(piece).into_iter().map(|w| w.0);
        if i % 2 == 1 {
            let words: Vec<_> = words.collect();
            if !words.is_empty() {
                out.push(Clause { words, open: i + 1 == pieces.len() });
            }
        } else {
            out.extend(words.map(|w| Clause { words: vec![w], open: true }));
        }
    }
    out.dedup();
    out.truncate(MOST);
    out
}

/// A query as an address holds it: letters, digits, spaces, quotation marks, hyphens, apostrophes and
/// full stops, of bounded length. All else is without meaning here.
pub fn clean(query: &str) -> String {
    let known = |c: char| match c {
        '“' | '”' | '„' | '«' | '»' | '"' => '"',
        '’' | '‘' | 'ʼ' | '\'' => '\'',
        '-' | '–' | '.' => c,
        c if c.is_alphanumeric() => c,
        _ => ' ',
    };
    let known: String = query
        .chars()
        .filter(|c| !matches!(c, '\u{300}'..='\u{36f}'))
        .take(LONGEST)
        .map(known)
        .collect();
    known.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Reads a query from an address: `+` for a space, percent-encoded UTF-8. Nothing is read from nothing.
pub fn read(value: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = value.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = |b: &u8| char::from(*b).to_digit(16);
        let code = match tail {
            [a, b, ..] if *first == b'%' => hex(a).zip(hex(b)).map(|(a, b)| (a * 16 + b) as u8),
            _ => None,
        };
        bytes.push(code.unwrap_or(if *first == b'+' { b' ' } else { *first }));
        rest = &tail[if code.is_some() { 2 } else { 0 }..];
    }
    let query = clean(&String::from_utf8_lossy(&bytes));
    (!query.is_empty()).then_some(query)
}

/// Writes a clean query as [`read`] reads it.
pub fn written(query: &str) -> String {
    let mut out = String::new();
    for byte in query.bytes() {
        match byte {
            b' ' => out.push('+'),
            b if b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'\'') => {
                out.push(char::from(b));
            }
            b => {
                let digit = |n: u8| char::from(b"0123456789ABCDEF"[usize::from(n)]);
                out.extend(['%', digit(b >> 4), digit(b & 15)]);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(query: &str) -> Vec<String> {
        let one = |c: Clause| c.words.join("+") + if c.open { "*" } else { "" };
        clauses(query).into_iter().map(one).collect()
    }

    #[test]
    fn words_may_go_on_and_phrases_may_not() {
        assert_eq!(
            shown("uzbek “Strategic Concept” nato"),
            ["uzbek*", "strategic+concept", "nato*"]
        );
        assert_eq!(shown("\"gas pip"), ["gas+pip*"]);
        assert_eq!(shown("\"\" - ’"), Vec::<String>::new());
    }

    #[test]
    fn a_query_means_the_same_in_an_address() {
        for query in ["«gas pipeline»", "„a b“ c", "Marle\u{300}ne", "Natoʼs U.S.", "Tajik–Kyrgyz"]
        {
            assert_eq!(clauses(&clean(query)), clauses(query), "{query}");
        }
    }

    #[test]
    fn what_an_address_cannot_hold_is_left_out() {
        assert_eq!(clean("  a&b=c#d%  “é’s” "), "a b c d \"é's\"");
        assert_eq!(clean(&"x".repeat(5_000)).len(), LONGEST);
    }
}
