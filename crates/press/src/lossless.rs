//! The proof that the edition is the source: each passage is its source lines joined by spaces, changed
//! by the repairs of `errata.toml` and by nothing else, and each line stands in exactly one passage.

use crate::article::{Text, parse_lines};
use crate::file::File;
use crate::problem::{Problem, Problems, nearest};
use crate::tables;
use model::{Passage, Sic};

/// Checks every passage against the source, and that no line is left over or used twice.
pub fn check(
    source: &File,
    errata: &File,
    rows: &tables::Errata,
    text: &Text,
    problems: &mut Problems,
) {
    let lines: Vec<&str> = source.text.lines().map(str::trim).collect();
    let mut users = vec![0_u32; lines.len()];
    let mut used = vec![false; rows.repair.len()];
    for (passage, (file, line)) in text.passages.iter().zip(&text.origins) {
        let mut printed = String::new();
        for n in passage.lines.iter().flat_map(|&(a, b)| a..=b).map(usize::from) {
            let Some(words) = lines.get(n - 1) else {
                let what = format!("the source has no line {n}; it has {}", lines.len());
                problems.push(Problem::new(file, *line, what));
                continue;
            };
            users[n - 1] += 1;
            if !words.is_empty() && !printed.is_empty() {
                printed.push(' ');
            }
            printed.push_str(words);
        }
        for (row, used) in rows.repair.iter().zip(&mut used) {
            let here = parse_lines(row.lines.get_ref()).is_some_and(|ranges| {
                ranges.iter().all(|r| passage.lines.iter().any(|p| p.0 <= r.0 && r.1 <= p.1))
            });
            if here && printed.matches(row.printed.get_ref().as_str()).count() == 1 {
                printed = printed.replace(row.printed.get_ref(), &row.edition);
                *used = true;
            }
        }
        if printed != passage.text {
            let (edition, there) = first_difference(&passage.text, &printed);
            let what = format!(
                "`{}` differs from its source lines: the edition has “{edition}” where the source has “{there}”",
                passage.id
            );
            problems.push(Problem::new(file, *line, what));
        }
    }
    for (row, _) in rows.repair.iter().zip(&used).filter(|(_, used)| !**used) {
        let what = format!(
            "repair “{}” does not stand exactly once in lines {}",
            row.printed.get_ref(),
            row.lines.get_ref()
        );
        problems.push(errata.problem(row.printed.span().start, what));
    }
    for (n, (words, count)) in lines.iter().zip(&users).enumerate() {
        let what = match count {
            0 if !words.is_empty() => format!("no passage has this line: “{words}”"),
            2.. if !words.is_empty() => format!("{count} passages have this line: “{words}”"),
            _ => continue,
        };
        problems.push(Problem::new(&source.name, n + 1, what));
    }
}

/// A few words from where two texts part.
fn first_difference<'a>(a: &'a str, b: &'a str) -> (String, String) {
    let (left, right): (Vec<_>, Vec<_>) =
        (a.split(' ').collect::<Vec<_>>(), b.split(' ').collect::<Vec<_>>());
    let at = left.iter().zip(&right).take_while(|(x, y)| x == y).count();
    let words = |of: &[&str]| of.iter().skip(at).take(4).copied().collect::<Vec<_>>().join(" ");
    (words(&left), words(&right))
}

/// Where the original's errors stand.
pub fn sics(
    errata: &File,
    rows: &tables::Errata,
    passages: &[Passage],
    problems: &mut Problems,
) -> Vec<Sic> {
    let mut out = Vec::new();
    for row in &rows.sic {
        let id = row.passage.get_ref();
        let Some(at) = passages.iter().position(|p| p.id == *id) else {
            let near = nearest(id, passages.iter().map(|p| p.id.as_str()));
            let what = format!("unknown passage `{id}`");
            problems.push(errata.problem(row.passage.span().start, what).near(near));
            continue;
        };
        let (text, printed) = (&passages[at].text, row.printed.get_ref());
        match text.match_indices(printed.as_str()).collect::<Vec<_>>()[..] {
            [(start, _)] => out.push(Sic {
                passage: at as u16,
                start: start as u32,
                end: (start + printed.len()) as u32,
                read: row.read.clone(),
            }),
            ref all => {
                let what =
                    format!("“{printed}” stands {} times in `{id}`, expected once", all.len());
                problems.push(errata.problem(row.printed.span().start, what));
            }
        }
    }
    out
}
