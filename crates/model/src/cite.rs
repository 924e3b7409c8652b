//! Citations: whose words, in which piece, where, and as of when; nothing that the issue does not state is
//! made up, so there is no number, no page and no day.

use crate::item::Item;
use crate::{Issue, Voice};

/// In what form a citation is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// A sentence.
    Text,
    /// BibTeX, as BibTeX and BibLaTeX read it.
    Bibtex,
    /// RIS, as reference managers read it.
    Ris,
    /// CSL-JSON 1.0.
    Csl,
}

impl Style {
    /// All four.
    pub const ALL: [Self; 4] = [Self::Text, Self::Bibtex, Self::Ris, Self::Csl];

    /// The word for it in the page.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Bibtex => "bibtex",
            Self::Ris => "ris",
            Self::Csl => "csl",
        }
    }

    /// What it is called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "Text",
            Self::Bibtex => "BibTeX",
            Self::Ris => "RIS",
            Self::Csl => "CSL-JSON",
        }
    }
}

/// A citation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The words, if any are cited.
    pub quote: Option<String>,
    /// Given and family names of those whose words they are; none for the unnamed interviewer.
    pub authors: Vec<(String, String)>,
    /// What the interviewer is called, where the words are the interviewer's.
    pub unnamed: Option<String>,
    /// Title of the piece.
    pub title: String,
    /// Name of the series.
    pub series: String,
    /// Title of the issue.
    pub issue: String,
    /// The time that everything stated belongs to.
    pub note: String,
    /// The id of what is cited.
    pub id: String,
    /// Where it can be read.
    pub url: String,
}

impl Citation {
    /// Of an item, or of other words that stand where it does. `url` is the page's, without a fragment.
    pub fn new(issue: &Issue, id: &str, item: &Item<'_>, words: Option<&str>, url: &str) -> Self {
        let speaker = item.passage.map(|p| issue.speaker_of(p));
        let unnamed = speaker.filter(|s| s.voice == Voice::Interviewer).map(|s| s.name.clone());
        Self {
            quote: words.or(item.quote).map(str::to_owned),
            authors: speaker.map(|s| s.authors.clone()).unwrap_or_default(),
            unnamed,
            title: item
                .passage
                .map_or_else(|| issue.title(), |p| issue.title_of(issue.article_of(p))),
            series: issue.series.clone(),
            issue: issue.title(),
            note: issue.frame.clone(),
            id: id.to_owned(),
            url: [url, "#", id].concat(),
        }
    }

    /// Written in a form.
    pub fn write(&self, style: Style) -> String {
        match style {
            Style::Text => self.text(),
            Style::Bibtex => self.bibtex(),
            Style::Ris => self.ris(),
            Style::Csl => self.csl(),
        }
    }

    /// The series and, where the piece does not bear its title, the issue.
    fn container(&self) -> String {
        if self.title == self.issue {
            self.series.clone()
        } else {
            [&self.series, ", “", &self.issue, "”"].concat()
        }
    }

    fn quoted(&self) -> Option<String> {
        self.quote.as_ref().map(|q| ["“", q, "”"].concat())
    }

    fn text(&self) -> String {
        let names: Vec<String> =
            self.authors.iter().map(|(given, family)| full_name(given, family)).collect();
        let mut out = self.quoted().map(|q| q + " ").unwrap_or_default();
        let who = if names.is_empty() { self.unnamed.clone() } else { Some(names.join(" and ")) };
        if let Some(who) = who {
            out += &who;
            out += ", ";
        }
        for part in ["“", &self.title, "”, ", &self.container(), ". ", &self.note, ". ", &self.url]
        {
            out += part;
        }
        out
    }

    fn bibtex(&self) -> String {
        let names = self.authors.iter().map(|(given, family)| match given.as_str() {
            "" => ["{", &tex(family), "}"].concat(),
            _ => [&tex(family), ", ", &tex(given)].concat(),
        });
        let names = names.collect::<Vec<_>>().join(" and ");
        let mut out = ["@misc{eucam-watch-", &self.id].concat();
        let mut field = |name: &str, value: &str| {
            if !value.is_empty() {
                out += &[",\n  ", name, " = {", value, "}"].concat();
            }
        };
        field("author", &names);
        field("title", &["{", &tex(&self.title), "}"].concat());
        field("howpublished", &tex(&self.container()));
        field("note", &tex(&self.note));
        field("annote", &tex(&self.quoted().unwrap_or_default()));
        field("url", &self.url);
        out + "\n}\n"
    }

    fn ris(&self) -> String {
        let mut out = String::new();
        let mut line = |tag: &str, value: &str| {
            let value = value.replace(['\r', '\n'], " ");
            out += &[tag, "  - ", &value, "\r\n"].concat();
        };
        line("TY", "MGZN");
        for (given, family) in &self.authors {
            line(
                "AU",
                &if given.is_empty() { family.clone() } else { [family, ", ", given].concat() },
            );
        }
        line("TI", &self.title);
        line("T2", &self.container());
        if let Some(quote) = self.quoted() {
            line("N1", &quote);
        }
        line("N1", &self.note);
        line("UR", &self.url);
        line("ER", "");
        out
    }

    fn csl(&self) -> String {
        let name = |(given, family): &(String, String)| match given.as_str() {
            "" => ["{\"literal\": ", &json(family), "}"].concat(),
            _ => ["{\"family\": ", &json(family), ", \"given\": ", &json(given), "}"].concat(),
        };
        let names: Vec<String> = self.authors.iter().map(name).collect();
        let note = match self.quoted() {
            Some(quote) => [&quote, " ", &self.note].concat(),
            None => self.note.clone(),
        };
        let mut out = "[{\n  \"id\": ".to_owned() + &json(&["eucam-watch-", &self.id].concat());
        out += ",\n  \"type\": \"article-magazine\"";
        if !names.is_empty() {
            out += &[",\n  \"author\": [", &names.join(", "), "]"].concat();
        }
        let fields = [
            ("title", &self.title),
            ("container-title", &self.container()),
            ("note", &note),
            ("URL", &self.url),
        ];
        for (name, value) in fields {
            out += &[",\n  \"", name, "\": ", &json(value)].concat();
        }
        out + "\n}]\n"
    }
}

fn full_name(given: &str, family: &str) -> String {
    if given.is_empty() { family.to_owned() } else { [given, " ", family].concat() }
}

/// Escapes what TeX would take for its own.
fn tex(words: &str) -> String {
    let mut out = String::new();
    for c in words.chars() {
        if "{}$&#%_".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// A string of JSON (RFC 8259).
pub fn json(words: &str) -> String {
    let mut out = String::from("\"");
    for c in words.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out += "\\n",
            c if c < ' ' => out.push(' '),
            c => out.push(c),
        }
    }
    out + "\""
}

/// The words as a text fragment (<https://wicg.github.io/scroll-to-text-fragment/>): a browser that knows it
/// marks them in the page. Long quotes are given by their first and last words.
pub fn text_fragment(quote: &str) -> String {
    /// So many words at either end tell a sentence of the issue from all others.
    const ENDS: usize = 6;
    let words: Vec<&str> = quote.split_whitespace().collect();
    let encoded = |words: &[&str]| encoded(&words.join(" "));
    if words.len() > 2 * ENDS {
        [":~:text=", &encoded(&words[..ENDS]), ",", &encoded(&words[words.len() - ENDS..])].concat()
    } else {
        [":~:text=", &encoded(&words)].concat()
    }
}

/// Percent-encoded, all but letters, digits, full stop and low line.
fn encoded(words: &str) -> String {
    let mut out = String::new();
    for byte in words.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'_' => out.push(char::from(byte)),
            _ => {
                out.push('%');
                out.push(HEX[usize::from(byte >> 4)]);
                out.push(HEX[usize::from(byte & 15)]);
            }
        }
    }
    out
}

const HEX: [char; 16] =
    ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];

/// A piece as reference managers find it in a page (COinS, an OpenURL 1.0 ContextObject in HTML).
pub fn coins(issue: &Issue, article: &crate::Article) -> String {
    let mut running = issue.passages_of(article).iter();
    let authors = running.rfind(|p| p.kind.is_running()).map(|p| &issue.speaker_of(p).authors);
    let title = issue.title_of(article);
    let mut out =
        "ctx_ver=Z39.88-2004&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Ajournal&rft.genre=article"
            .to_owned();
    let mut add = |key: &str, value: &str| out += &["&rft.", key, "=", &encoded(value)].concat();
    add("atitle", &title);
    add("jtitle", &issue.series);
    for (i, (given, family)) in authors.into_iter().flatten().enumerate() {
        match (i, given.is_empty()) {
            (_, true) => add("aucorp", family),
            (0, _) => {
                add("aufirst", given);
                add("aulast", family);
            }
            _ => add("au", &[given, " ", family].concat()),
        }
    }
    out
}
