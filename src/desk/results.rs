//! What is found, as a list of bounded length; all of it is counted and can be stepped through.

use crate::edition::{INDEX, ISSUE};
use crate::platform::{Group, Lead, Line};
use model::search::index::Name;
use model::search::{Found, snippet};
use model::{Sort, Subject, Target};

/// So many names of a kind, and so many passages, are listed.
const MOST: (usize, usize) = (6, 12);

/// The same for a single letter, which says little yet: half the issue has it.
const FOR_A_LETTER: (usize, usize) = (3, 3);

/// What is named so often is proposed to an empty box.
const OFTEN: u32 = 14;

fn many(count: usize, one: &str) -> String {
    if count == 1 { "1 ".to_owned() + one } else { count.to_string() + " " + one + "s" }
}

/// How much was found, in a sentence.
pub fn summary(typed: &str, found: &Found) -> String {
    let typed = typed.trim();
    if typed.is_empty() {
        return "Type a word, a name or a year. Enter goes from hit to hit.".to_owned();
    }
    let (passages, names) = (found.passages.len(), found.names.len());
    if passages == 0 && names == 0 {
        return match found.alone.len() {
            0 => format!("Nothing in this issue for “{typed}”. Fewer letters find more."),
            1 => format!("Nothing for “{typed}” as a whole. This part of it is there:"),
            _ => format!("No passage has all of “{typed}”. Each of these is there by itself:"),
        };
    }
    let instead = match found.instead.as_slice() {
        [] => String::new(),
        words => format!("Nothing for “{typed}”. Instead, “{}”: ", words.join(" ")),
    };
    let mut parts = Vec::new();
    if names > 0 {
        parts.push(many(names, "name"));
    }
    if passages > 0 {
        let hits = many(found.hits as usize, "hit");
        parts.push(format!("{hits} in {}", many(passages, "passage")));
    }
    instead + &parts.join(", ")
}

/// What was found, kind by kind, empty ones too; for an empty box, what the issue names most.
pub fn results(typed: &str, found: &Found) -> Vec<Group> {
    let typed = typed.trim();
    let (most_names, most_passages) =
        if typed.chars().nth(1).is_none() { FOR_A_LETTER } else { MOST };
    let often = INDEX.names.iter().filter(|n| typed.is_empty() && n.times >= OFTEN);
    let names = |heading, sort: Option<Sort>| {
        let all = found.names.iter().map(|&i| &INDEX.names[i]);
        let mut these = all.filter(|n| sort_of(n.target) == sort);
        let lines = these.by_ref().take(most_names).map(name).collect();
        let more = match these.count() {
            0 => String::new(),
            rest => format!("and {rest} more"),
        };
        Group { heading, lines, more }
    };
    let (lines, more) = passages(found, most_passages);
    vec![
        group("Named most often", often.map(name).collect()),
        names("States", None),
        names("Organisations and terms", Some(Sort::Organisation)),
        names("People", Some(Sort::Person)),
        names("Places", Some(Sort::Place)),
        group("Years", found.years.iter().map(again).collect()),
        group("Words", found.alone.iter().map(again).collect()),
        Group { heading: "In the text", lines, more },
    ]
}

const fn group(heading: &'static str, lines: Vec<Line>) -> Group {
    Group { heading, lines, more: String::new() }
}

fn sort_of(target: Target) -> Option<Sort> {
    match target {
        Target::Term(i) => Some(ISSUE.terms[usize::from(i)].sort),
        _ => None,
    }
}

fn again((words, times): &(String, u32)) -> Line {
    let note = format!("{times}×");
    Line { to: Lead::Search(words.clone()), words: vec![words.clone()], note }
}

fn name(named: &Name) -> Line {
    let times = named.times;
    let (id, name, what) = match named.target {
        Target::Country(id) => (id.slug(), ISSUE.country(id).name.as_str(), "card"),
        Target::Term(i) => {
            let term = &ISSUE.terms[usize::from(i)];
            let what = term.expansion.as_deref().filter(|e| *e != term.name);
            (term.id.as_str(), term.name.as_str(), what.unwrap_or(&term.kind))
        }
        _ => (Subject::Collective.slug(), ISSUE.collective.as_str(), "statements"),
    };
    let note = format!("{what} · named {times}×");
    Line { to: Lead::Name(id.to_owned()), words: vec![name.to_owned()], note }
}

/// Pieces of which every second is a hit; one between two hits side by side is empty.
fn by_turns(pieces: Vec<(bool, String)>) -> Vec<String> {
    let mut out = Vec::new();
    for (hit, words) in pieces {
        if hit == (out.len() % 2 == 0) {
            out.push(String::new());
        }
        out.push(words);
    }
    out
}

/// So many passages, and how many more there are.
fn passages(found: &Found, most: usize) -> (Vec<Line>, String) {
    let mut before = 0;
    let line = |&(passage, hits): &(u32, u32)| {
        let first = before;
        before += hits as usize;
        let text = &ISSUE.passages[passage as usize];
        let words = by_turns(snippet::around(&text.text, &found.hits_in(&INDEX, passage)));
        let mut note = ISSUE.place_of(text);
        if hits > 1 {
            note += &format!(" · {hits} hits");
        }
        Line { to: Lead::Passage(text.id.clone(), first), words, note }
    };
    let lines = found.passages.iter().take(most).map(line).collect();
    let more = match found.passages.len().saturating_sub(most) {
        0 => String::new(),
        rest => format!("and {} more; Enter goes through all hits", many(rest, "passage")),
    };
    (lines, more)
}
