//! One space of ids for everything that has an address in the page.

use crate::TERMS;
use crate::problem::{Problem, Problems};
use model::{CountryId, Issue, Sort, Standing, Subject, Topic};
use std::collections::BTreeMap;
use std::path::Path;

/// Ids that the page's own furniture has.
const OWN: [&str; 73] = [
    "acts",
    "back",
    "back-to",
    "cite-keep",
    "cite-link",
    "cite-said",
    "cite-words",
    "contents",
    "csto-i",
    "csto-r",
    "csto-y",
    "edition",
    "embed-accent",
    "embed-form",
    "embed-height",
    "embed-preview",
    "embed-room",
    "embed-said",
    "embed-start",
    "embed-theme",
    "embed-what",
    "embed-words",
    "fade",
    "foot",
    "found",
    "handout",
    "here-number",
    "here-piece",
    "here-question",
    "land",
    "late",
    "map-title",
    "on-land",
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
    "sco-i",
    "sco-r",
    "sco-y",
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

/// All ids that the page has of itself: its parts, and what there is for each state, standing and topic.
pub fn reserved(topics: &[Topic]) -> Vec<String> {
    let parts =
        model::issue::VIEWS.into_iter().chain([model::issue::MAP, model::address::OVERVIEW]);
    let states = CountryId::ALL
        .map(CountryId::slug)
        .into_iter()
        .flat_map(|slug| [slug.to_owned(), format!("{slug}-name"), format!("shape-{slug}")]);
    let marks = Standing::ALL.map(Standing::slug).into_iter();
    let marks = marks.flat_map(|slug| [format!("m-{slug}"), format!("r-{slug}")]);
    let voices = topics.iter().map(|topic| format!("voices-{}", topic.id));
    let own = parts.chain(OWN).map(str::to_owned);
    own.chain(states).chain(marks).chain(voices).collect()
}

/// Everything that has an address in the page shares one space of ids. Each is told with the file it
/// comes from and what to look for there.
pub fn report_doubled(folder: &Path, issue: &Issue, problems: &mut Problems) {
    let subject_file = |subject: Subject| match subject {
        Subject::Country(id) => format!("countries/{}.toml", id.slug()),
        Subject::Collective => "collective.toml".to_owned(),
        Subject::Around => "around.toml".to_owned(),
    };
    let mut ids: Vec<(&str, &str, String, String)> = Vec::new();
    let parts = reserved(&issue.topics);
    ids.extend(parts.iter().map(|id| (&**id, "part of the page", String::new(), String::new())));
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
