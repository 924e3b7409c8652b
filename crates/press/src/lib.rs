//! Compiles `content/` to the typed issue of `model`, or lists everything that is wrong with it at
//! once, each with file, line and the nearest match. Used at build time only.

mod article;
mod chart;
mod evidence;
mod file;
mod lossless;
mod names;
mod problem;
mod tables;
mod witness;

pub use problem::{Problem, Problems};

use file::{File, pick};
use model::issue::Chart;
use model::{
    Body, BodyText, Country, CountryId, Issue, Kind, Sort, Speaker, Standing, StandingText, State,
    Subject, Term, Topic, Voice,
};
use std::collections::BTreeMap;
use std::path::Path;

/// What `press` makes of `content/`.
#[derive(Clone, Debug)]
pub struct Print {
    /// The text and its evidence.
    pub issue: Issue,
    /// The map.
    pub chart: Chart,
}

/// Files of names: organisations and the like, then people and places.
const TERMS: [&str; 2] = ["organisations.toml", "people-and-places.toml"];

/// Reads everything in `folder` and checks it.
///
/// # Errors
/// All problems found, in the order of the files.
pub fn print(folder: &Path) -> Result<Print, Problems> {
    let mut problems = Problems::default();
    let printed = compile(folder, &mut problems);
    match printed {
        Some(print) if problems.is_empty() => Ok(print),
        _ => Err(problems),
    }
}

fn compile(folder: &Path, problems: &mut Problems) -> Option<Print> {
    let issue_file = File::read(folder, "issue.toml", problems);
    let table: Option<tables::Issue> = issue_file.as_ref().and_then(|f| f.toml(problems));
    let errata = File::read(folder, "errata.toml", problems);
    let errata_table: Option<tables::Errata> = errata.as_ref().and_then(|f| f.toml(problems));
    let term_files: Vec<(File, tables::Terms)> = TERMS
        .into_iter()
        .filter_map(|name| {
            let file = File::read(folder, name, problems)?;
            let rows = file.toml(problems)?;
            Some((file, rows))
        })
        .collect();
    let others = File::read(folder, "others.toml", problems);
    let other_rows: Option<tables::Others> = others.as_ref().and_then(|f| f.toml(problems));
    let collective = File::read(folder, "collective.toml", problems);
    let collective_rows: Option<tables::Collective> =
        collective.as_ref().and_then(|f| f.toml(problems));
    let countries: Vec<(CountryId, File, Option<tables::Country>)> = CountryId::ALL
        .into_iter()
        .filter_map(|id| {
            let file = File::read(folder, &format!("countries/{}.toml", id.slug()), problems)?;
            let rows = file.toml(problems);
            Some((id, file, rows))
        })
        .collect();
    let source = File::read(folder, "source.txt", problems);
    file::report_strangers(folder, problems);

    let (issue_file, table) = (issue_file?, table?);
    let speakers = speakers(&issue_file, &table, problems);
    let mut text = article::read_all(folder, &issue_file, &table, &speakers, problems);
    if let (Some(errata), Some(rows), Some(source)) = (&errata, &errata_table, &source) {
        lossless::check(source, errata, rows, &text, problems);
        text.sics = lossless::sics(errata, rows, &text.passages, problems);
    }

    let mut names = names::Names::default();
    for (id, file, rows) in &countries {
        if let Some(rows) = rows {
            names.country(file, *id, rows, problems);
        }
    }
    if let (Some(file), Some(rows)) = (&collective, &collective_rows) {
        names.collective(file, rows, problems);
    }
    names.terms(&term_files, problems);
    if let (Some(file), Some(rows)) = (&others, &other_rows) {
        names.others(file, rows, problems);
    }
    names.mark(&mut text.passages, problems);

    let topics = table.topic.iter().map(|t| Topic { id: t.id.clone(), name: t.name.clone() });
    let topics: Vec<Topic> = topics.collect();
    let mut desk = evidence::Desk { text: &text, speakers: &speakers, topics: &topics, problems };
    let mut standings = Vec::new();
    let mut facts = Vec::new();
    for (id, file, rows) in &countries {
        let Some(rows) = rows else { continue };
        standings.extend(desk.standings(file, *id, rows));
        facts.extend(desk.facts(file, Subject::Country(*id), &rows.fact));
    }
    if let (Some(file), Some(rows)) = (&collective, &collective_rows) {
        facts.extend(desk.facts(file, Subject::Collective, &rows.fact));
    }
    let terms = desk.terms(&term_files);
    let chart = chart::read(folder, &mut desk, &countries_named(&countries));

    let issue = Issue {
        series: table.series.clone(),
        frame: table.frame.clone(),
        frame_note: table.frame_note.clone(),
        dating: table.dating.clone(),
        silence: table.silence.clone(),
        collective: collective_rows.as_ref().map(|c| c.name.clone()).unwrap_or_default(),
        articles: text.articles.clone(),
        passages: text.passages.clone(),
        countries: countries_named(&countries),
        bodies: bodies(&issue_file, &table, &terms, desk.problems),
        standing_texts: standing_texts(&issue_file, &table, desk.problems),
        standings,
        topics: topics.clone(),
        facts,
        terms,
        states: other_rows
            .iter()
            .flat_map(|o| &o.state)
            .map(|s| State { id: s.id.get_ref().clone(), name: s.name.clone() })
            .collect(),
        sics: text.sics.clone(),
        speakers: speakers.clone(),
    };
    report_missing_heading(&issue_file, &issue, problems);
    report_doubled_ids(folder, &issue, problems);
    Some(Print { issue, chart: chart? })
}

fn speakers(file: &File, table: &tables::Issue, problems: &mut Problems) -> Vec<Speaker> {
    let rows = table.speaker.iter().filter_map(|row| {
        let voice = pick(file, "voice", &row.voice, &Voice::ALL, Voice::slug, problems)?;
        let (id, name, role) = (row.id.clone(), row.name.clone(), row.role.clone());
        Some(Speaker { id, name, role, voice })
    });
    rows.collect()
}

fn countries_named(countries: &[(CountryId, File, Option<tables::Country>)]) -> Vec<Country> {
    let rows = countries.iter().filter_map(|(id, _, rows)| Some((*id, rows.as_ref()?)));
    rows.map(|(id, r)| Country { id, name: r.name.clone(), capital: r.capital.clone() }).collect()
}

fn bodies(
    file: &File,
    table: &tables::Issue,
    terms: &[Term],
    problems: &mut Problems,
) -> Vec<BodyText> {
    let mut out = Vec::new();
    for row in &table.body {
        let Some(id) = pick(file, "body", &row.id, &Body::ALL, Body::slug, problems) else {
            continue;
        };
        if out.iter().any(|b: &BodyText| b.id == id) {
            let what = format!("body `{}` is doubled", id.slug());
            problems.push(file.problem(row.id.span().start, what));
            continue;
        }
        if !terms.iter().any(|o| o.id == id.slug()) {
            let what = format!("body `{}` is missing from organisations.toml", id.slug());
            problems.push(file.problem(row.id.span().start, what));
        }
        out.push(BodyText { id, name: row.name.clone(), full: row.full.clone() });
    }
    for body in Body::ALL.iter().filter(|b| !out.iter().any(|o| o.id == **b)) {
        problems.push(file.problem(0, format!("expected a [[body]] `{}`", body.slug())));
    }
    out.sort_by_key(|b| b.id);
    out
}

fn standing_texts(
    file: &File,
    table: &tables::Issue,
    problems: &mut Problems,
) -> Vec<StandingText> {
    let mut out = Vec::new();
    for row in &table.standing {
        let picked = pick(file, "standing", &row.id, &Standing::ALL, Standing::slug, problems);
        let Some(id) = picked else { continue };
        out.push(StandingText { id, name: row.name.clone(), meaning: row.meaning.clone() });
    }
    for standing in Standing::ALL.iter().filter(|s| !out.iter().any(|o| o.id == **s)) {
        problems.push(file.problem(0, format!("expected a [[standing]] `{}`", standing.slug())));
    }
    out
}

/// The page's title is that of the first article.
fn report_missing_heading(file: &File, issue: &Issue, problems: &mut Problems) {
    let first = issue.articles.first().map(|a| issue.passages_of(a)).unwrap_or_default();
    let has = |kind| first.iter().any(|p| p.kind == kind);
    if !has(Kind::Title) || !has(Kind::Subtitle) {
        problems.push(file.problem(0, "the first article needs a title and a subtitle"));
    }
}

/// Everything that has an address in the page shares one space of ids. Each is told with the file it
/// comes from and what to look for there.
fn report_doubled_ids(folder: &Path, issue: &Issue, problems: &mut Problems) {
    let subject_file = |subject: Subject| match subject {
        Subject::Country(id) => format!("countries/{}.toml", id.slug()),
        Subject::Collective => "collective.toml".to_owned(),
    };
    let names = CountryId::ALL.map(|c| format!("{}-name", c.slug()));
    let mut ids: Vec<(&str, &str, String, String)> = Vec::new();
    let slugs = CountryId::ALL.into_iter().map(CountryId::slug);
    let own = [
        "back",
        "back-to",
        "contents",
        "edition",
        "foot",
        "found",
        "here-piece",
        "here-question",
        "land",
        "late",
        "map-title",
        "on-land",
        "pair",
        "pair-name",
        "panel-contents",
        "panel-help",
        "panel-search",
        "panel-settings",
        "preview",
        "progress",
        "progress-line",
        "search",
        "steps",
        "steps-count",
        "steps-end",
        "steps-of",
        "strip",
        "strip-all",
        "strip-own",
        "trouble",
    ];
    let fixed = model::issue::SECTIONS.into_iter().chain([model::address::OVERVIEW]).chain(own);
    let mut parts: Vec<&str> = slugs.chain(fixed).collect();
    parts.extend(names.iter().map(String::as_str));
    for id in parts {
        ids.push((id, "part of the page", String::new(), String::new()));
    }
    for article in &issue.articles {
        let file = format!("articles/{}.md", article.id);
        ids.push((&article.id, "article", file.clone(), "id =".to_owned()));
        let passages = issue.passages_of(article).iter();
        ids.extend(passages.map(|p| (&*p.id, "passage", file.clone(), format!("{{: #{} ", p.id))));
    }
    for stated in &issue.standings {
        let file = subject_file(Subject::Country(stated.country));
        ids.push((&stated.id, "standing", file, format!("[standing.{}]", stated.body.slug())));
    }
    for fact in &issue.facts {
        let own = fact.id.strip_prefix(fact.subject.slug()).map_or("", |id| &id[1..]);
        ids.push((&fact.id, "fact", subject_file(fact.subject), format!("id = \"{own}\"")));
    }
    for term in &issue.terms {
        let file = TERMS[usize::from(term.sort != Sort::Organisation)].to_owned();
        ids.push((&term.id, "term", file, format!("id = \"{}\"", term.id)));
    }
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    for (id, kind, file, words) in ids {
        let fit = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let unfit =
            (!id.chars().all(fit)).then(|| format!("`{id}`: an id has only a-z, 0-9 and hyphens"));
        let doubled = seen
            .insert(id, kind)
            .map(|first| format!("id `{id}` is doubled: it names a {first} and a {kind}"));
        for what in unfit.into_iter().chain(doubled) {
            let text = std::fs::read_to_string(folder.join(&file)).unwrap_or_default();
            let line = text.rfind(&words).map_or(0, |at| text[..at].lines().count() + 1);
            problems.push(Problem::new(&file, line, what));
        }
    }
}
