//! The open data: the corpus, the standings and the facts as JSON.

use eucam_watch::edition::ISSUE;
use model::{Subject, Witness};
use serde_json::{Value, json};
use std::path::Path;

/// Writes the three files.
pub fn write(folder: &Path) -> Result<(), String> {
    std::fs::create_dir_all(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    for (name, value) in [("issue", issue()), ("standings", standings()), ("facts", facts())] {
        let path = folder.join(format!("{name}.json"));
        let text = serde_json::to_string_pretty(&value).map_err(|e| e.to_string())? + "\n";
        std::fs::write(&path, text).map_err(|e| format!("{}: {e}", path.display()))?;
    }
    Ok(())
}

fn speaker(passage: u16) -> &'static str {
    &ISSUE.speaker_of(&ISSUE.passages[usize::from(passage)]).id
}

fn passage(witness: &Witness) -> &'static str {
    &ISSUE.passages[usize::from(witness.passage)].id
}

fn issue() -> Value {
    let articles = ISSUE.articles.iter().map(|article| {
        let passages = ISSUE.passages_of(article).iter().map(|p| {
            json!({
                "id": p.id,
                "kind": p.kind.slug(),
                "speaker": ISSUE.speaker_of(p).id,
                "lines": p.lines,
                "text": p.text,
            })
        });
        json!({ "id": article.id, "short": article.short, "passages": passages.collect::<Vec<_>>() })
    });
    let speakers = ISSUE
        .speakers
        .iter()
        .map(|s| json!({ "id": s.id, "name": s.name, "role": s.role, "voice": s.voice.slug() }));
    json!({
        "series": ISSUE.series,
        "frame": ISSUE.frame_note,
        "speakers": speakers.collect::<Vec<_>>(),
        "articles": articles.collect::<Vec<_>>(),
    })
}

fn standings() -> Value {
    let row = |s: &model::Stated| {
        json!({
            "country": s.country.iso(),
            "organisation": s.body.slug(),
            "standing": s.standing.slug(),
            "note": s.note,
            "quote": s.witness.as_ref().map(|w| &w.quote),
            "passage": s.witness.as_ref().map(passage),
            "speaker": s.witness.as_ref().map(|w| speaker(w.passage)),
        })
    };
    ISSUE.standings.iter().map(row).collect()
}

fn facts() -> Value {
    let row = |f: &model::Fact| {
        let country = match f.subject {
            Subject::Country(id) => Some(id.iso()),
            Subject::Collective | Subject::Around => None,
        };
        json!({
            "id": f.id,
            "country": country,
            "collective": f.subject == Subject::Collective,
            "topic": ISSUE.topics[usize::from(f.topic)].id,
            "statement": f.statement,
            "quote": f.witness.quote,
            "passage": passage(&f.witness),
            "speaker": speaker(f.witness.passage),
            "basis": f.basis.slug(),
            "reporter": f.reporter,
            "when": f.when,
            "year": f.year,
        })
    };
    ISSUE.facts.iter().map(row).collect()
}
