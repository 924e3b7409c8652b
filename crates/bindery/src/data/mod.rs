//! The open data: four tables as CSV and JSON, a dictionary of their columns, and the text as Markdown and
//! JSON. Every row carries its sentence, who says it, and the time it belongs to.

mod tables;
mod text;

use eucam_watch::edition::ISSUE;
use serde_json::{Value, json};
use std::path::Path;
use tables::Table;

/// Writes all files.
///
/// # Errors
/// If one cannot be written, and which.
pub fn write(folder: &Path) -> Result<(), String> {
    std::fs::create_dir_all(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    for (name, text) in files() {
        let path = folder.join(name);
        std::fs::write(&path, text).map_err(|e| format!("{}: {e}", path.display()))?;
    }
    Ok(())
}

/// Names and contents.
fn files() -> Vec<(String, String)> {
    let tables = tables::all();
    let mut files = vec![
        ("issue.json".to_owned(), pretty(&text::json())),
        ("issue.md".to_owned(), text::markdown()),
        ("datapackage.json".to_owned(), pretty(&dictionary(&tables))),
    ];
    for table in &tables {
        files.push((format!("{}.json", table.name), pretty(&table.json())));
        files.push((format!("{}.csv", table.name), table.csv()));
    }
    files
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).expect("a JSON value can be written") + "\n"
}

/// A Data Package (<https://specs.frictionlessdata.io/data-package/>): which tables there are, and what
/// each of their columns means.
fn dictionary(tables: &[Table]) -> Value {
    let resources = tables.iter().map(|table| {
        let fields = table
            .columns
            .iter()
            .map(|c| json!({ "name": c.name, "type": c.kind, "description": c.means }));
        json!({
            "name": table.name,
            "path": format!("{}.csv", table.name),
            "profile": "tabular-data-resource",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "description": table.means,
            "schema": { "fields": fields.collect::<Vec<_>>(), "missingValues": [""] },
        })
    });
    json!({
        "profile": "tabular-data-package",
        "name": "eucam-watch-nato-and-central-asia",
        "title": ISSUE.title(),
        "description": format!("{} {}", ISSUE.frame_note, ISSUE.dating),
        "resources": resources.collect::<Vec<_>>(),
    })
}

#[cfg(test)]
mod tests;
