//! Words that differ by one slip of the finger.

/// Shorter words have too many neighbours to guess.
const SHORTEST: usize = 4;

/// Whether `typed` is one typo (a letter too many, too few, wrong, or two swapped) from `word`, or, where
/// the word may go on, from its beginning.
pub fn is_near(typed: &str, word: &str, open: bool) -> bool {
    let (typed, word): (Vec<char>, Vec<char>) = (typed.chars().collect(), word.chars().collect());
    if typed.len() < SHORTEST {
        return false;
    }
    if !open {
        return typed.len().abs_diff(word.len()) <= 1 && one_slip(&typed, &word);
    }
    (typed.len() - 1..=typed.len() + 1)
        .any(|len| word.get(..len).is_some_and(|beginning| one_slip(&typed, beginning)))
}

/// Whether one insertion, deletion, replacement or swap of neighbours makes `a` into `b`.
fn one_slip(a: &[char], b: &[char]) -> bool {
    let same = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[same..], &b[same..]);
    match (a, b) {
        ([], []) => true,
        ([], rest) | (rest, []) => rest.len() == 1,
        ([x, a_rest @ ..], [y, b_rest @ ..]) => {
            let swapped = a_rest.first() == Some(y) && b_rest.first() == Some(x);
            a_rest == b_rest
                || a_rest == b
                || a == b_rest
                || (swapped && a_rest[1..] == b_rest[1..])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_typo_is_forgiven() {
        for typed in ["uzbekstan", "uzbekisttan", "uzbekiztan", "uzbeikstan", "zubekistan"] {
            assert!(is_near(typed, "uzbekistan", false), "{typed}");
        }
        assert!(is_near("uzebk", "uzbekistan", true));
        assert!(is_near("uzbkei", "uzbekistan", true));
        assert!(!is_near("uzbkei", "uzbekistan", false));
    }

    #[test]
    fn two_typos_and_short_words_are_not() {
        assert!(!is_near("uzbkstan", "uzbekistan", false));
        assert!(!is_near("nto", "nato", false));
        assert!(!is_near("narnia", "nato", true));
    }
}
