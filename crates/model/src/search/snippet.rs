//! A hit in its sentence's neighbourhood, for a list of results.

/// How much is shown on each side of the first hit, in bytes.
const SIDE: usize = 44;

/// Pieces of the text around its first hit, in order, each with whether it is a hit. A cut at either end
/// is told by an ellipsis.
pub fn around(text: &str, hits: &[(u32, u32)]) -> Vec<(bool, String)> {
    let Some(&(first, _)) = hits.first() else { return Vec::new() };
    let from = word_start(text, (first as usize).saturating_sub(SIDE));
    let until = word_end(text, (first as usize + 2 * SIDE).min(text.len())).max(from);
    let mut out = Vec::new();
    let mut at = from;
    let plain = |a: usize, b: usize, out: &mut Vec<(bool, String)>| {
        let head = if a == from && from > 0 { "… " } else { "" };
        let tail = if b == until && until < text.len() { " …" } else { "" };
        if a < b || !tail.is_empty() {
            out.push((false, format!("{head}{}{tail}", &text[a..b])));
        }
    };
    for &(start, end) in hits {
        let (start, end) = (start as usize, end as usize);
        if start < at || end > until {
            continue;
        }
        plain(at, start, &mut out);
        out.push((true, text[start..end].to_owned()));
        at = end;
    }
    plain(at, until, &mut out);
    out
}

/// The nearest place before a byte at which the text can be cut.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at).rev().find(|&i| text.is_char_boundary(i)).unwrap_or_default()
}

fn word_start(text: &str, at: usize) -> usize {
    let at = boundary(text, at);
    if at == 0 { 0 } else { text[at..].find(' ').map_or(at, |space| at + space + 1) }
}

fn word_end(text: &str, at: usize) -> usize {
    let at = boundary(text, at);
    if at == text.len() { at } else { text[..at].rfind(' ').unwrap_or(at) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hit_stands_between_whole_words() {
        let text = "In both strands, Uzbekistan serves as a hub, with five out of every six containers \
            making their way to Afghanistan via the Termez-Hairaton crossing.";
        let at = text.find("containers").expect("it is there") as u32;
        let pieces = around(text, &[(at, at + 10)]);
        let whole: String = pieces.iter().map(|p| p.1.as_str()).collect();
        assert_eq!(
            whole,
            "… as a hub, with five out of every six containers making their way to Afghanistan \
             via the Termez-Hairaton crossing."
        );
        assert_eq!(pieces[1], (true, "containers".to_owned()));
    }

    #[test]
    fn a_long_word_at_either_end_is_no_trouble() {
        let text = "é".repeat(300);
        assert!(!around(&text, &[(200, 202)]).is_empty());
        assert!(around(&text, &[]).is_empty());
    }
}
