//! Words as search compares them: without case, accents, curly quotes, dashes and possessives.

/// Base letters of U+00C0 to U+017F, which is where the accented letters of Latin scripts are; a space
/// where there is none.
const BASE: &[u8; 192] = b"aaaaaaaceeeeiiiidnooooo ouuuuyts\
aaaaaaaceeeeiiiidnooooo ouuuuyty\
aaaaaaccccccccddddeeeeeeeeeegggg\
gggghhhhiiiiiiiiiiiijjkkklllllll\
lllnnnnnnnnnoooooooorrrrrrssssss\
ssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// A letter or digit without case and accent; `None` for all else.
fn base(c: char) -> Option<char> {
    match c {
        'a'..='z' | '0'..='9' => Some(c),
        'A'..='Z' => Some(c.to_ascii_lowercase()),
        '\u{c0}'..='\u{17f}' => {
            let letter = BASE[c as usize - 0xc0];
            (letter != b' ').then_some(char::from(letter))
        }
        // One of the apostrophes counts as a letter in Unicode.
        c if c.is_alphanumeric() && !is_apostrophe(c) => Some(c.to_lowercase().next().unwrap_or(c)),
        _ => None,
    }
}

const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ')
}

/// The words of a text: each folded, and where it stands in bytes. `U.S.` is one word, `us`; the `s` of a
/// possessive is none.
pub fn words(text: &str) -> Vec<(String, usize, usize)> {
    let mut out: Vec<(String, usize, usize)> = Vec::new();
    let mut word = String::new();
    let mut start = 0;
    let mut possessive = false;
    let mut take = |word: &mut String, start: usize, end: usize, possessive: bool| {
        if word.is_empty() || (possessive && *word == "s") {
            word.clear();
            return;
        }
        let single = |w: &str| w.chars().count() == 1 && w.chars().all(char::is_alphabetic);
        // Single letters with full stops between are one word.
        if let Some(last) = out.last_mut()
            && single(word)
            && text.get(last.2..start) == Some(".")
            && text[last.1..last.2].split('.').all(single)
        {
            last.0.push_str(word);
            last.2 = end;
            word.clear();
            return;
        }
        out.push((std::mem::take(word), start, end));
    };
    for (at, c) in text.char_indices() {
        if let Some(letter) = base(c) {
            if word.is_empty() {
                start = at;
            }
            word.push(letter);
        } else if !matches!(c, '\u{300}'..='\u{36f}') {
            take(&mut word, start, at, possessive);
            possessive = is_apostrophe(c);
        }
    }
    take(&mut word, start, text.len(), possessive);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> Vec<String> {
        words(text).into_iter().map(|w| w.0).collect()
    }

    #[test]
    fn case_accents_and_quotes_fold() {
        assert_eq!(folded("Marle\u{300}ne’s “RÔLE”—Čech"), ["marlene", "role", "cech"]);
        assert_eq!(folded("Tajik-Kyrgyz 2012–2013"), ["tajik", "kyrgyz", "2012", "2013"]);
    }

    #[test]
    fn initials_are_one_word() {
        assert_eq!(folded("the U.S. and N.A.T.O, a. b"), ["the", "us", "and", "nato", "a", "b"]);
        assert_eq!(words("the U.S. is")[1], ("us".to_owned(), 4, 7));
    }

    #[test]
    fn every_word_knows_where_it_stands() {
        let text = "Laruelle, Malène: “NATO’s” 28+5+1";
        let cut: Vec<_> = words(text).into_iter().map(|(_, a, b)| &text[a..b]).collect();
        assert_eq!(cut, ["Laruelle", "Malène", "NATO", "28", "5", "1"]);
    }
}
