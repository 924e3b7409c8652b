//! The text itself, as JSON and as Markdown.

use eucam_watch::edition::ISSUE;
use model::{Kind, Voice};
use serde_json::{Value, json};

/// Articles with their passages, and who speaks.
pub fn json() -> Value {
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

/// The whole text in reading order; each paragraph ends with its address.
pub fn markdown() -> String {
    let mut out =
        format!("# {}\n\n*{}. {}*\n", escape(&ISSUE.title()), ISSUE.series, ISSUE.frame_note);
    for (i, article) in ISSUE.articles.iter().enumerate() {
        let passages = ISSUE.passages_of(article);
        let titled = i > 0 && passages.iter().any(|p| p.kind == Kind::Title);
        if !titled {
            out += &format!("\n## {}\n", escape(&article.short));
        }
        let mut last = None;
        for p in passages {
            let words = escape(&p.text);
            let speaker = ISSUE.speaker_of(p);
            let asked = matches!(speaker.voice, Voice::Guest | Voice::Interviewer);
            if asked && p.kind != Kind::Title && last != Some(p.speaker) {
                out += &format!("\n**{}**\n", escape(&speaker.name));
            }
            last = Some(p.speaker);
            out += &match p.kind {
                // The issue's own title stands above.
                Kind::Title | Kind::Subtitle if i == 0 => continue,
                Kind::Title => format!("\n## {words} [#{0}](#{0})\n", p.id),
                Kind::Question => format!("\n### {words} [#{0}](#{0})\n", p.id),
                // Nothing in an address of the web is Markdown's.
                Kind::Link => format!("\n{} [#{1}](#{1})\n", link(&p.text), p.id),
                Kind::Item => format!("\n- {words} [#{0}](#{0})\n", p.id),
                _ => format!("\n{words} [#{0}](#{0})\n", p.id),
            };
        }
    }
    out
}

/// A web address after its words, if it has any.
fn link(words: &str) -> String {
    let address = words.rsplit(' ').next().unwrap_or(words);
    let before = &words[..words.len() - address.len()];
    if address.contains("://") { format!("{before}<{address}>") } else { words.to_owned() }
}

/// Escapes what Markdown would take for its own.
fn escape(words: &str) -> String {
    let mut out = String::new();
    for (i, c) in words.char_indices() {
        let starts = i == 0 && "-+#>".contains(c);
        let counts = c == '.' && i > 0 && words[..i].bytes().all(|b| b.is_ascii_digit());
        if starts || counts || "\\`*_[]<>".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}
