//! One space of ids for everything that has an address in the page.

use crate::TERMS;
use crate::problem::{Problem, Problems};
use model::{CountryId, Issue, Sort, Subject};
use std::collections::BTreeMap;
use std::path::Path;

/// Ids that the page's own furniture has.
const OWN: [&str; 64] = [
    "back",
    "back-to",
    "cite-keep",
    "cite-link",
    "cite-said",
    "cite-words",
    "contents",
    "edition",
    "embed-accent",
    "embed-form",
    "embed-height",
    "embed-preview",
    "embed-said",
    "embed-start",
    "embed-theme",
    "embed-what",
    "embed-words",
    "foot",
    "found",
    "handout",
    "here-piece",
    "here-question",
    "land",
    "late",
    "map-title",
    "on-land",
    "open-panel-cite",
    "open-panel-contents",
    "open-panel-embed",
    "open-panel-help",
    "open-panel-search",
    "open-panel-settings",
    "open-panel-trail",
    "pair",
    "pair-name",
    "panel-cite",
    "panel-contents",
    "panel-embed",
    "panel-help",
    "panel-search",
    "panel-settings",
    "panel-trail",
    "pick",
    "preview",
    "progress",
    "progress-line",
    "search",
    "steps",
    "steps-count",
    "steps-end",
    "steps-next",
    "steps-of",
    "steps-previous",
    "strip",
    "strip-all",
    "strip-own",
    "trail-acts",
    "trail-count",
    "trail-empty",
    "trail-link",
    "trail-list",
    "trail-said",
    "trouble",
    "update",
];

/// Everything that has an address in the page shares one space of ids. Each is told with the file it
/// comes from and what to look for there.
pub fn report_doubled(folder: &Path, issue: &Issue, problems: &mut Problems) {
    let subject_file = |subject: Subject| match subject {
        Subject::Country(id) => format!("countries/{}.toml", id.slug()),
        Subject::Collective => "collective.toml".to_owned(),
        Subject::Around => "around.toml".to_owned(),
    };
    let names = CountryId::ALL.map(|c| format!("{}-name", c.slug()));
    let mut ids: Vec<(&str, &str, String, String)> = Vec::new();
    let slugs = CountryId::ALL.into_iter().map(CountryId::slug);
    let fixed = model::issue::VIEWS
        .into_iter()
        .chain([model::issue::MAP, model::address::OVERVIEW])
        .chain(OWN);
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
    let plain = |id: &str, prefix| format!("id = \"{}\"", id.strip_prefix(prefix).unwrap_or(id));
    for event in &issue.events {
        let words = plain(&event.id, "event-");
        ids.push((&event.id, "event", "timeline.toml".to_owned(), words));
    }
    for told in &issue.told {
        ids.push((&told.id, "route", "routes.toml".to_owned(), plain(&told.id, "route-")));
        for leg in &told.legs {
            ids.push((&leg.id, "leg", "routes.toml".to_owned(), plain(&told.id, "route-")));
        }
    }
    for figure in &issue.figures {
        let words = plain(&figure.id, "figure-");
        ids.push((&figure.id, "figure", "routes.toml".to_owned(), words));
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
