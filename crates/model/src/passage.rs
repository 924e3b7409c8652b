//! A passage is the smallest piece of the text with an address: a paragraph, a question, a heading.

use crate::CountryId;
use serde::{Deserialize, Serialize};

/// What a passage is in its article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// The rubric above a title.
    Label,
    /// An article's title.
    Title,
    /// The line under a title.
    Subtitle,
    /// Who wrote it.
    Byline,
    /// An interviewer's question.
    Question,
    /// A paragraph of an answer.
    Answer,
    /// A paragraph.
    Paragraph,
    /// An item of a list.
    Item,
    /// A web address on a line of its own.
    Link,
}

impl Kind {
    /// All nine.
    pub const ALL: [Self; 9] = [
        Self::Label,
        Self::Title,
        Self::Subtitle,
        Self::Byline,
        Self::Question,
        Self::Answer,
        Self::Paragraph,
        Self::Item,
        Self::Link,
    ];

    /// Whether it is running text, and no heading or byline.
    pub const fn is_running(self) -> bool {
        matches!(self, Self::Answer | Self::Paragraph | Self::Item)
    }

    /// The id used in `content/` and in the open data.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Label => "label",
            Self::Title => "title",
            Self::Subtitle => "subtitle",
            Self::Byline => "byline",
            Self::Question => "question",
            Self::Answer => "answer",
            Self::Paragraph => "paragraph",
            Self::Item => "item",
            Self::Link => "link",
        }
    }
}

/// A passage of the text, as printed but for the repairs of `content/errata.toml`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Passage {
    /// Its id and address in the page, e.g. `interview-q4-2`.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// Index of the article it stands in.
    pub article: u16,
    /// Index of the speaker whose words it holds.
    pub speaker: u16,
    /// The words.
    pub text: String,
    /// First and last line of each piece in the source text, in reading order; lines count from 1.
    pub lines: Vec<(u16, u16)>,
    /// What it names, in order, without overlaps.
    pub mentions: Vec<Mention>,
}

/// A name in a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// Where it begins, in bytes of the passage's text.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// What it names.
    pub target: Target,
    /// By what kind of word.
    pub kind: MentionKind,
}

/// What a mention names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Target {
    /// One of the five.
    Country(CountryId),
    /// The five together.
    Collective,
    /// Index of an organisation, person or place.
    Term(u16),
    /// Index of another state.
    State(u16),
}

/// By what kind of word something is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum MentionKind {
    /// Its name.
    Name,
    /// An adjective or people's name.
    Demonym,
    /// A capital or seat of power that stands for a government.
    Capital,
    /// A word for the five together.
    Collective,
}

impl MentionKind {
    /// The word for it that a reader is shown.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Demonym => "demonym",
            Self::Capital => "capital",
            Self::Collective => "collective",
        }
    }
}

/// A sentence that stands exactly once in its article, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Witness {
    /// The words, verbatim.
    pub quote: String,
    /// Index of the passage.
    pub passage: u16,
}
