//! Every file is read back by a library of its format.

use super::{files, tables};
use eucam_watch::edition::ISSUE;
use serde_json::Value;

fn file(name: &str) -> String {
    let found = files().into_iter().find(|(n, _)| n == name);
    found.unwrap_or_else(|| panic!("{name} is missing")).1
}

#[test]
fn the_csv_files_hold_what_the_json_files_hold() {
    for table in tables::all() {
        let csv = file(&format!("{}.csv", table.name));
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let heads: Vec<String> =
            reader.headers().expect("the first row is there").iter().map(str::to_owned).collect();
        let json: Vec<Value> =
            serde_json::from_str(&file(&format!("{}.json", table.name))).expect("JSON");
        let rows: Vec<csv::StringRecord> =
            reader.records().map(|r| r.expect("every row has all its columns")).collect();
        assert_eq!(rows.len(), json.len(), "{}", table.name);
        assert!(rows.len() >= 40, "{}", table.name);
        for (row, object) in rows.iter().zip(&json) {
            for (head, cell) in heads.iter().zip(row) {
                let value = match &object[head] {
                    Value::Null => String::new(),
                    Value::String(words) => words.clone(),
                    other => other.to_string(),
                };
                assert_eq!(cell, value, "{}: {head}", table.name);
            }
        }
    }
}

#[test]
fn every_row_carries_its_sentence_its_speaker_and_the_time_frame() {
    for table in tables::all() {
        for row in table.json().as_array().expect("a list of rows") {
            assert_eq!(row["time_frame"], ISSUE.frame.as_str());
            if row["quote"].is_null() {
                assert_eq!(row["standing"], "not-stated", "{row}");
                continue;
            }
            let quote = row["quote"].as_str().expect("words");
            let passage = ISSUE.passage(row["passage"].as_str().expect("an id"));
            let passage = passage.unwrap_or_else(|| panic!("{row}"));
            assert!(passage.text.contains(quote), "{row}");
            assert_eq!(row["speaker_name"], ISSUE.speaker_of(passage).name.as_str(), "{row}");
        }
    }
}

#[test]
fn the_dictionary_fits_the_schema_of_data_packages_and_the_files() {
    let package: Value = serde_json::from_str(&file("datapackage.json")).expect("JSON");
    // What the specification (Frictionless Data, tabular data package 1.0) demands.
    let schema = serde_json::json!({
        "type": "object",
        "required": ["name", "resources"],
        "properties": {
            "name": { "type": "string", "pattern": "^[-a-z0-9._/]+$" },
            "profile": { "const": "tabular-data-package" },
            "resources": { "type": "array", "minItems": 1, "items": {
                "type": "object",
                "required": ["name", "path", "profile", "schema"],
                "properties": {
                    "name": { "type": "string", "pattern": "^[-a-z0-9._/]+$" },
                    "profile": { "const": "tabular-data-resource" },
                    "schema": { "type": "object", "required": ["fields"], "properties": { "fields": {
                        "type": "array", "minItems": 1, "items": {
                            "type": "object",
                            "required": ["name", "type", "description"],
                            "properties": { "type": { "enum": ["string", "boolean", "integer", "yearmonth"] } },
                        },
                    } } },
                },
            } },
        },
    });
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    let errors: Vec<String> = validator.iter_errors(&package).map(|e| e.to_string()).collect();
    assert_eq!(errors, [""; 0]);
    for resource in package["resources"].as_array().expect("a list") {
        let csv = file(resource["path"].as_str().expect("a path"));
        let fields = resource["schema"]["fields"].as_array().expect("a list");
        let names: Vec<&str> = fields.iter().filter_map(|f| f["name"].as_str()).collect();
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        assert_eq!(reader.headers().expect("a first row").iter().collect::<Vec<_>>(), names);
        for row in reader.records() {
            for (field, cell) in fields.iter().zip(row.expect("a row").iter()) {
                let fits = match field["type"].as_str() {
                    _ if cell.is_empty() => true,
                    Some("boolean") => cell == "true" || cell == "false",
                    Some("integer") => cell.parse::<i64>().is_ok(),
                    Some("yearmonth") => cell.len() == 7 && cell.as_bytes()[4] == b'-',
                    _ => true,
                };
                assert!(fits, "{field}: {cell}");
            }
        }
    }
}

#[test]
fn the_markdown_reads_back_as_the_text() {
    use pulldown_cmark::{Event, Parser, Tag, TagEnd};
    let markdown = file("issue.md");
    let mut blocks = Vec::new();
    let (mut block, mut in_link) = (String::new(), false);
    for event in Parser::new(&markdown) {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) => in_link = dest_url.starts_with('#'),
            Event::End(TagEnd::Link) => in_link = false,
            Event::Text(words) if !in_link => block += &words,
            Event::SoftBreak => block.push(' '),
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item) => {
                blocks.push(std::mem::take(&mut block).trim().to_owned());
            }
            _ => {}
        }
    }
    assert!(blocks.contains(&ISSUE.title()));
    for passage in ISSUE.passages.iter().skip(2) {
        let count = blocks.iter().filter(|b| **b == passage.text).count();
        assert!(count >= 1, "{}: {}", passage.id, passage.text);
    }
}

#[test]
fn sentences_end_where_sentences_end() {
    let text =
        "NATO’s and the U.S.’s dependence. U.S. and European policies diverge. Is it so? Yes.";
    let at = |words: &str| {
        let start = text.find(words).expect("it is there");
        tables::sentence(text, start, start + words.len())
    };
    assert_eq!(at("NATO"), "NATO’s and the U.S.’s dependence.");
    assert_eq!(at("European"), "U.S. and European policies diverge.");
    assert_eq!(at("Yes"), "Yes.");
}
