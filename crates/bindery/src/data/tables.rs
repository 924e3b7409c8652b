//! Tables of the corpus: one description of each column serves CSV, JSON and the dictionary.

use eucam_watch::edition::ISSUE;
use model::{Passage, Subject, Target, Witness};
use serde_json::{Map, Value, json};

/// A column.
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// Its type, as Data Packages have it.
    pub kind: &'static str,
    /// What it means.
    pub means: &'static str,
}

/// A table.
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub means: &'static str,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows: a value for each column.
    pub rows: Vec<Vec<Value>>,
}

impl Table {
    /// A list of objects.
    pub fn json(&self) -> Value {
        let row = |row: &Vec<Value>| {
            let cells = self.columns.iter().zip(row).map(|(c, v)| (c.name.to_owned(), v.clone()));
            Value::Object(cells.collect::<Map<_, _>>())
        };
        self.rows.iter().map(row).collect()
    }

    /// Comma-separated values (RFC 4180), in UTF-8, the names of the columns first.
    pub fn csv(&self) -> String {
        let heads = self.columns.iter().map(|c| c.name.to_owned()).collect::<Vec<_>>().join(",");
        let mut out = heads + "\r\n";
        for row in &self.rows {
            out += &row.iter().map(cell).collect::<Vec<_>>().join(",");
            out += "\r\n";
        }
        out
    }
}

fn cell(value: &Value) -> String {
    let words = match value {
        Value::Null => String::new(),
        Value::String(words) => words.clone(),
        other => other.to_string(),
    };
    if words.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", words.replace('"', "\"\""))
    } else {
        words
    }
}

const fn column(name: &'static str, kind: &'static str, means: &'static str) -> Column {
    Column { name, kind, means }
}

/// What every row ends with.
fn witnessed(mut columns: Vec<Column>) -> Vec<Column> {
    columns.extend([
        column("quote", "string", "The sentence, verbatim; empty where the text is silent"),
        column(
            "passage",
            "string",
            "Id of the passage where it stands: the page's address after #",
        ),
        column("speaker", "string", "Id of whoever says it"),
        column("speaker_name", "string", "Name of whoever says it"),
        column("speaker_role", "string", "In what role they say it"),
        column("time_frame", "string", "The time that everything stated belongs to"),
    ]);
    columns
}

fn witness_cells(witness: Option<&Witness>) -> Vec<Value> {
    let passage = witness.map(|w| &ISSUE.passages[usize::from(w.passage)]);
    said(witness.map(|w| w.quote.as_str()), passage)
}

fn said(quote: Option<&str>, passage: Option<&Passage>) -> Vec<Value> {
    let speaker = passage.map(|p| ISSUE.speaker_of(p));
    vec![
        json!(quote),
        json!(passage.map(|p| &p.id)),
        json!(speaker.map(|s| &s.id)),
        json!(speaker.map(|s| &s.name)),
        json!(speaker.map(|s| &s.role)),
        json!(ISSUE.frame),
    ]
}

/// All four.
pub fn all() -> Vec<Table> {
    vec![facts(), standings(), events(), mentions()]
}

fn facts() -> Table {
    let row = |f: &model::Fact| {
        let country = match f.subject {
            Subject::Country(id) => Some(id.iso()),
            Subject::Collective | Subject::Around => None,
        };
        let mut row = vec![
            json!(f.id),
            json!(country),
            json!(f.subject == Subject::Collective),
            json!(ISSUE.topics[usize::from(f.topic)].id),
            json!(f.statement),
            json!(f.basis.slug()),
            json!(f.reporter),
            json!(f.when),
            json!(f.year),
        ];
        row.extend(witness_cells(Some(&f.witness)));
        row
    };
    Table {
        name: "facts",
        means: "What the text says of the five states, of the five together, and of the powers around them",
        columns: witnessed(vec![
            column("id", "string", "Its address in the page, after #"),
            column("country", "string", "ISO 3166-1 alpha-2 code, for a statement about one state"),
            column("collective", "boolean", "Whether it is about the five together"),
            column("topic", "string", "Under what it is listed"),
            column("statement", "string", "The claim in one neutral sentence of this edition"),
            column("basis", "string", "claim, reported (see reporter), or premise (of a question)"),
            column("reporter", "string", "Of a reported claim, whose it is"),
            column("when", "string", "The time in the text's own words, where it gives one"),
            column("year", "integer", "The calendar year, where the text states one"),
        ]),
        rows: ISSUE.facts.iter().map(row).collect(),
    }
}

fn standings() -> Table {
    let row = |s: &model::Stated| {
        let mut row = vec![
            json!(s.id),
            json!(s.country.iso()),
            json!(s.body.slug()),
            json!(s.standing.slug()),
            json!(ISSUE.standing_text(s.standing).meaning),
            json!(s.note),
        ];
        row.extend(witness_cells(s.witness.as_ref()));
        row
    };
    Table {
        name: "standings",
        means: "Where each state stands with each of eight organisations and mechanisms; not-stated is silence, not no",
        columns: witnessed(vec![
            column("id", "string", "Its address in the page, after #"),
            column("country", "string", "ISO 3166-1 alpha-2 code"),
            column(
                "organisation",
                "string",
                "pfp, ipcp, parp, ipap, ndn, csto, sco or eu-delegation",
            ),
            column(
                "standing",
                "string",
                "yes, limited, interest, opening, reluctant, implied, no or not-stated",
            ),
            column("meaning", "string", "What the standing means"),
            column("note", "string", "A limit, date or reason in a few words"),
        ]),
        rows: ISSUE.standings.iter().map(row).collect(),
    }
}

fn events() -> Table {
    let month = |m: u16| format!("{:04}-{:02}", m / 12, m % 12 + 1);
    let row = |e: &model::Event| {
        let states: Vec<_> = e.states.iter().map(|s| s.iso()).collect();
        let terms: Vec<_> =
            e.terms.iter().map(|t| ISSUE.terms[usize::from(*t)].id.as_str()).collect();
        let mut row = vec![
            json!(e.id),
            json!(e.what),
            json!(e.words),
            json!(e.dating.slug()),
            json!(e.span.map(|s| month(s.from))),
            json!(e.span.map(|s| month(s.to))),
            json!(e.open.map(model::Open::slug)),
            json!(e.tense.map(model::Tense::slug)),
            json!(states.join(" ")),
            json!(e.together),
            json!(terms.join(" ")),
            json!(e.place),
        ];
        row.extend(witness_cells(Some(&e.witness)));
        row
    };
    Table {
        name: "events",
        means: "Everything to which the text gives a time; what has no anchor in the calendar has no months",
        columns: witnessed(vec![
            column("id", "string", "Its address in the page, after #"),
            column("what", "string", "What happens, in one neutral sentence of this edition"),
            column("words", "string", "The time in the text's own words"),
            column("dating", "string", "dated, approximate, relative, forecast or undated"),
            column(
                "from",
                "yearmonth",
                "First month in the calendar, where the text places it there",
            ),
            column("to", "yearmonth", "Last month"),
            column("open", "string", "The end that is not stated: before or after"),
            column("tense", "string", "past, present or future, for what has no month"),
            column("states", "string", "ISO codes of the states it concerns, parted by spaces"),
            column("collective", "boolean", "Whether it concerns the five together"),
            column("organisations", "string", "Ids of organisations it concerns, parted by spaces"),
            column("place", "string", "Id of its place on the map"),
        ]),
        rows: ISSUE.events.iter().map(row).collect(),
    }
}

fn mentions() -> Table {
    let mut rows = Vec::new();
    for passage in &ISSUE.passages {
        for m in &passage.mentions {
            let (start, end) = (m.start as usize, m.end as usize);
            let (sort, of) = match m.target {
                Target::Country(id) => ("country", id.iso()),
                Target::Collective => ("collective", Subject::Collective.slug()),
                Target::Term(i) => ("term", ISSUE.terms[usize::from(i)].id.as_str()),
                Target::State(i) => ("state", ISSUE.states[usize::from(i)].id.as_str()),
            };
            let characters = |bytes: usize| passage.text[..bytes].chars().count();
            let mut row = vec![
                json!(&passage.text[start..end]),
                json!(sort),
                json!(of),
                json!(m.kind.word()),
                json!(characters(start)),
                json!(characters(end)),
            ];
            row.extend(said(Some(sentence(&passage.text, start, end)), Some(passage)));
            rows.push(row);
        }
    }
    Table {
        name: "mentions",
        means: "Where the text names whom",
        columns: witnessed(vec![
            column("words", "string", "The words by which it is named"),
            column(
                "sort",
                "string",
                "country (one of the five), collective, term, or state (another)",
            ),
            column("of", "string", "ISO code, central-asia, or an id"),
            column("kind", "string", "name, demonym, capital or collective"),
            column("start", "integer", "Where it begins, in characters of the passage"),
            column("end", "integer", "Where it ends"),
        ]),
        rows,
    }
}

/// The sentence round a stretch of a text. "U.S." ends none.
pub fn sentence(text: &str, start: usize, end: usize) -> &str {
    let ends = |at: usize| {
        let before = &text[..at];
        let after = text[at..].trim_start();
        let closes =
            before.trim_end_matches('”').ends_with(['.', '?', '!']) && !before.ends_with("U.S.");
        closes && after.starts_with(|c: char| c.is_uppercase() || "“‘".contains(c))
    };
    let gaps: Vec<usize> =
        text.match_indices(' ').map(|(at, _)| at).filter(|at| ends(*at)).collect();
    let from = gaps.iter().rfind(|at| **at < start).map_or(0, |at| at + 1);
    let to = gaps.iter().find(|at| **at >= end).copied().unwrap_or(text.len());
    &text[from..to]
}
