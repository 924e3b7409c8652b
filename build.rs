//! Compiles `content/` into the app, or stops with all that is wrong with it.

use model::{Article, Issue, Passage};
use std::path::Path;
use std::process::ExitCode;

/// For benchmarks alone: how many times the text is to stand in the page.
const COPIES: &str = "EUCAM_COPIES";

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=content");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed={COPIES}");
    let print = match press::print(Path::new("content")) {
        Ok(print) => print,
        Err(problems) => {
            for problem in problems.iter() {
                println!("cargo::error=content/{}", problem.to_string().replace('\n', " "));
            }
            return ExitCode::FAILURE;
        }
    };
    let copies = std::env::var(COPIES).ok().and_then(|n| n.parse().ok()).unwrap_or(1);
    let out = std::env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    let write = |name: &str, bytes: postcard::Result<Vec<u8>>| {
        let bytes = bytes.expect("plain data always encodes");
        std::fs::write(Path::new(&out).join(name), bytes).expect("OUT_DIR can be written");
    };
    write("issue.bin", postcard::to_allocvec(&repeated(print.issue, copies)));
    write("chart.bin", postcard::to_allocvec(&print.chart));
    ExitCode::SUCCESS
}

/// The issue with its text so many times over; ids of the copies end in their number.
fn repeated(mut issue: Issue, copies: u16) -> Issue {
    let (articles, passages) = (issue.articles.clone(), issue.passages.clone());
    for n in 1..copies {
        let id = |id: &str| format!("{id}-{n}");
        let (pieces, words) = (n * articles.len() as u16, n * passages.len() as u16);
        issue.articles.extend(articles.iter().map(|a| {
            let (first, end) = (a.first + words, a.end + words);
            Article { id: id(&a.id), first, end, ..a.clone() }
        }));
        issue.passages.extend(passages.iter().map(|p| {
            let article = p.article + pieces;
            Passage { id: id(&p.id), article, ..p.clone() }
        }));
    }
    issue
}
