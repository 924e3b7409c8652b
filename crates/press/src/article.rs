//! Articles: Markdown of headings, paragraphs and lists, each followed by a line of attributes that
//! gives its id, its kind and its lines in the source: `{: #editorial-3 .answer lines="42-54"}`.

use crate::file::File;
use crate::problem::{Problem, Problems, nearest};
use crate::tables;
use model::{Article, Kind, Passage, Sic, Speaker, Voice};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use std::path::Path;

/// All articles and passages in reading order, and where each passage stands in `content/`.
#[derive(Default)]
pub struct Text {
    pub articles: Vec<Article>,
    pub passages: Vec<Passage>,
    pub sics: Vec<Sic>,
    /// File and line of each passage.
    pub origins: Vec<(String, usize)>,
}

/// Reads the articles that `issue.toml` lists, in its order.
pub fn read_all(
    folder: &Path,
    issue_file: &File,
    table: &tables::Issue,
    speakers: &[Speaker],
    problems: &mut Problems,
) -> Text {
    let mut text = Text::default();
    report_unlisted(folder, table, problems);
    for id in &table.articles {
        let name = format!("articles/{}.md", id.get_ref());
        if !folder.join(&name).exists() {
            let what = format!("article `{}` has no file {name}", id.get_ref());
            problems.push(issue_file.problem(id.span().start, what));
            continue;
        }
        if let Some(file) = File::read(folder, &name, problems) {
            read(&file, id.get_ref(), speakers, &mut text, problems);
        }
    }
    text
}

fn report_unlisted(folder: &Path, table: &tables::Issue, problems: &mut Problems) {
    let Ok(entries) = std::fs::read_dir(folder.join("articles")) else { return };
    let mut names: Vec<_> =
        entries.flatten().map(|e| e.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    for name in names {
        if !table.articles.iter().any(|a| format!("{}.md", a.get_ref()) == name) {
            let what = "is not among the `articles` of issue.toml".to_owned();
            problems.push(Problem::new(&format!("articles/{name}"), 0, what));
        }
    }
}

fn read(file: &File, id: &str, speakers: &[Speaker], text: &mut Text, problems: &mut Problems) {
    let parts = file.text.strip_prefix("+++\n").and_then(|rest| rest.split_once("\n+++\n"));
    let Some((front, body)) = parts else {
        problems.push(file.problem(0, "expected front matter between two lines `+++`"));
        return;
    };
    let front_file = File { name: file.name.clone(), text: format!("\n{front}") };
    let Some(front) = front_file.toml::<tables::Article>(problems) else { return };
    if front.id != id {
        let what = format!("article `{}` stands in the file of `{id}`", front.id);
        problems.push(file.problem(0, what));
    }
    let find = |test: &dyn Fn(&Speaker) -> bool| speakers.iter().position(test);
    let Some(own) = find(&|s| s.id == *front.speaker.get_ref()) else {
        let what = format!("unknown speaker `{}`", front.speaker.get_ref());
        let near = nearest(front.speaker.get_ref(), speakers.iter().map(|s| s.id.as_str()));
        problems.push(front_file.problem(front.speaker.span().start, what).near(near));
        return;
    };
    let with_voice = |voice| find(&|s| s.voice == voice).unwrap_or(own);
    let first = text.passages.len();
    for block in blocks(file, file.text.len() - body.len(), body, problems) {
        let speaker = match block.kind {
            Kind::Question => with_voice(Voice::Interviewer),
            Kind::Label | Kind::Byline => with_voice(Voice::Publisher),
            _ => own,
        };
        text.origins.push((file.name.clone(), block.line));
        text.passages.push(Passage {
            id: block.id,
            kind: block.kind,
            article: text.articles.len() as u16,
            speaker: speaker as u16,
            text: block.text,
            lines: block.lines,
            mentions: Vec::new(),
        });
    }
    text.articles.push(Article {
        id: front.id,
        short: front.short,
        first: first as u16,
        end: text.passages.len() as u16,
    });
}

/// Reads the body of one article by itself, as one checks a draft: id, kind and words of each passage, and all that is
/// wrong with it, with lines of the draft.
#[must_use]
pub fn draft(body: &str) -> (Vec<(String, Kind, String)>, Problems) {
    let file = File { name: "draft.md".to_owned(), text: body.to_owned() };
    let mut problems = Problems::default();
    let blocks = blocks(&file, 0, body, &mut problems);
    (blocks.into_iter().map(|b| (b.id, b.kind, b.text)).collect(), problems)
}

/// A piece of Markdown with its attributes.
struct Block {
    id: String,
    kind: Kind,
    lines: Vec<(u16, u16)>,
    text: String,
    line: usize,
}

fn blocks(file: &File, offset: usize, body: &str, problems: &mut Problems) -> Vec<Block> {
    let mut out = Vec::new();
    let mut heading: Option<(Kind, String, usize)> = None;
    let (mut kind, mut words, mut start) = (Kind::Paragraph, String::new(), 0);
    let mut in_item = false;
    for (event, span) in Parser::new_ext(body, Options::empty()).into_offset_iter() {
        let at = offset + span.start;
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                if let Some((.., line)) = heading.take() {
                    problems.push(Problem::new(&file.name, line, NO_ATTRIBUTES));
                }
                kind = if level == HeadingLevel::H1 { Kind::Title } else { Kind::Question };
                (words, start) = (String::new(), at);
            }
            Event::End(TagEnd::Heading(_)) => {
                heading = Some((kind, std::mem::take(&mut words), file.line(start)));
            }
            Event::Start(Tag::List(None)) | Event::End(TagEnd::List(_)) => {}
            Event::Start(Tag::Item) => in_item = true,
            Event::End(TagEnd::Item) => {
                if !words.is_empty() {
                    out.extend(finish(file, Kind::Item, &std::mem::take(&mut words), at, problems));
                }
                in_item = false;
            }
            Event::Start(Tag::Paragraph) => (words, start) = (String::new(), at),
            Event::End(TagEnd::Paragraph) => {
                let words = std::mem::take(&mut words);
                match heading.take() {
                    Some((kind, title, _)) if words.starts_with("{:") => {
                        let whole = format!("{title}\n{words}");
                        out.extend(finish(file, kind, &whole, start, problems));
                    }
                    other => {
                        if let Some((.., line)) = other {
                            problems.push(Problem::new(&file.name, line, NO_ATTRIBUTES));
                        }
                        let kind = if in_item { Kind::Item } else { Kind::Paragraph };
                        out.extend(finish(file, kind, &words, start, problems));
                    }
                }
            }
            Event::Text(piece) => {
                if words.is_empty() {
                    start = at;
                }
                words.push_str(&piece);
            }
            Event::SoftBreak => words.push('\n'),
            other => {
                let what = format!("unsupported Markdown: {}", describe(&other));
                problems.push(file.problem(at, what));
            }
        }
    }
    out
}

const NO_ATTRIBUTES: &str =
    "expected a line of attributes after this, e.g. {: #editorial-3 lines=\"42-54\"}";

fn describe(event: &Event<'_>) -> &'static str {
    match event {
        Event::Start(Tag::Emphasis | Tag::Strong)
        | Event::End(TagEnd::Emphasis | TagEnd::Strong) => "emphasis (the original has none)",
        Event::Start(Tag::List(Some(_))) => "a numbered list (write `\\.` after the number)",
        Event::Start(Tag::Link { .. }) | Event::End(TagEnd::Link) => "a link (links are computed)",
        Event::Html(_) | Event::InlineHtml(_) | Event::Start(Tag::HtmlBlock) => "HTML",
        Event::Code(_) | Event::Start(Tag::CodeBlock(_)) => "code (mind the indentation)",
        Event::HardBreak => "a hard line break (mind spaces at line ends)",
        _ => "only headings, paragraphs and lists are read",
    }
}

/// Parts a block's words from its attributes.
fn finish(
    file: &File,
    natural: Kind,
    block: &str,
    at: usize,
    problems: &mut Problems,
) -> Option<Block> {
    let line = file.line(at);
    let mut fail = |what: String| problems.push(Problem::new(&file.name, line, what));
    let (words, attributes) = match block.rsplit_once('\n') {
        Some((words, last)) if last.starts_with("{:") && last.ends_with('}') => (words, last),
        _ => {
            fail(NO_ATTRIBUTES.to_owned());
            return None;
        }
    };
    let (mut id, mut kind, mut lines) = (None, natural, None);
    for word in attributes[2..attributes.len() - 1].split_whitespace() {
        if let Some(name) = word.strip_prefix('#') {
            id = Some(name.to_owned());
        } else if let Some(class) = word.strip_prefix('.') {
            match Kind::ALL.into_iter().find(|k| k.slug() == class) {
                Some(found) => kind = found,
                None => fail(format!("unknown kind `.{class}`")),
            }
        } else if let Some(spec) = word.strip_prefix("lines=\"").and_then(|w| w.strip_suffix('"')) {
            lines = parse_lines(spec);
            if lines.is_none() {
                fail(format!(
                    "expected lines such as \"42-54\" or \"258-260,183-187\", found \"{spec}\""
                ));
            }
        } else {
            fail(format!("unknown attribute `{word}`; expected #id, .kind or lines=\"…\""));
        }
    }
    let text = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let id = id.filter(|id| !id.is_empty());
    if id.is_none() || lines.is_none() {
        fail("expected an #id and lines=\"…\" in the attributes".to_owned());
    }
    Some(Block { id: id?, kind, lines: lines?, text, line })
}

/// `"258-260,183"` as ranges.
pub fn parse_lines(spec: &str) -> Option<Vec<(u16, u16)>> {
    spec.split(',')
        .map(|part| {
            let (first, last) = part.split_once('-').unwrap_or((part, part));
            let range = (first.parse().ok()?, last.parse().ok()?);
            (range.0 > 0 && range.0 <= range.1).then_some(range)
        })
        .collect()
}
