//! Compiles `content/` to the typed issue of `model`, or lists everything that is wrong with it at
//! once, each with file, line and the nearest match. Used at build time only.

mod article;
mod chart;
mod evidence;
mod file;
mod ids;
mod lossless;
mod names;
mod problem;
mod tables;
mod timeline;
mod told;
mod witness;

pub use article::draft;
pub use ids::reserved;
pub use problem::{Problem, Problems};

use file::{File, pick};
use model::issue::Chart;
use model::{
    Body, BodyText, Country, CountryId, Issue, Kind, Speaker, Standing, StandingText, State,
    Subject, Term, Topic, Voice,
};
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
    let around = File::read(folder, "around.toml", problems);
    let around_rows: Option<tables::Around> = around.as_ref().and_then(|f| f.toml(problems));
    let timeline = File::read(folder, "timeline.toml", problems);
    let timeline_rows: Option<timeline::Timeline> =
        timeline.as_ref().and_then(|f| f.toml(problems));
    let routes = File::read(folder, "routes.toml", problems);
    let route_rows: Option<told::Routes> = routes.as_ref().and_then(|f| f.toml(problems));
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
    if let (Some(file), Some(rows)) = (&around, &around_rows) {
        facts.extend(desk.facts(file, Subject::Around, &rows.fact));
    }
    let terms = desk.terms(&term_files);
    let chart = chart::read(folder, &mut desk, &countries_named(&countries));
    let (mut events, mut told, mut figures) = (Vec::new(), Vec::new(), Vec::new());
    if let (Some(file), Some(rows), Some(chart)) = (&timeline, &timeline_rows, &chart) {
        events = timeline::events(file, rows, &terms, &chart.places, &mut desk);
    }
    if let (Some(file), Some(rows), Some(chart)) = (&routes, &route_rows, &chart) {
        told = told::routes(file, rows, chart, &mut desk);
        figures = told::figures(file, rows, &mut desk);
    }

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
        events,
        told,
        figures,
        figures_note: route_rows.map(|r| r.figures_note).unwrap_or_default(),
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
    ids::report_doubled(folder, &issue, problems);
    Some(Print { issue, chart: chart? })
}

fn speakers(file: &File, table: &tables::Issue, problems: &mut Problems) -> Vec<Speaker> {
    let rows = table.speaker.iter().filter_map(|row| {
        let voice = pick(file, "voice", &row.voice, &Voice::ALL, Voice::slug, problems)?;
        let (id, name, role) = (row.id.clone(), row.name.clone(), row.role.clone());
        Some(Speaker { id, name, role, voice, authors: row.authors.clone() })
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
