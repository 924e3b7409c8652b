//! What the page's buttons do. Each button carries the word of its act.

use super::{Desk, Panel};
use crate::platform::{self, Pressed};
use leptos::prelude::*;
use model::{Body, Style};

/// An act of a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Opens a panel, or closes it.
    Toggle(Panel),
    /// To the next mention or hit.
    Next,
    /// To the one before.
    Previous,
    /// No marks any more.
    EndSearch,
    /// Back to where the last jump left from.
    Back,
    /// No way back is needed.
    Stay,
    /// Closes the preview.
    Dismiss,
    /// The map larger.
    ZoomIn,
    /// The map smaller.
    ZoomOut,
    /// The map as it was.
    Unzoom,
    /// A column of the matrix on the map, and nothing else; or again what is usual.
    Column(Body),
    /// The rows of the matrix by a column, or by name.
    Sort(Option<Body>),
    /// Cites what the button stands in.
    Cite,
    /// Cites what is selected.
    CiteSelected,
    /// Collects what the button stands in, or takes it out.
    Keep,
    /// The same with what is cited.
    KeepCited,
    /// Shows the citation in a form.
    Style(Style),
    /// Copies the citation.
    Copy,
    /// Moves a step of the trail up.
    Raise(usize),
    /// Takes a step out of it.
    Drop(usize),
    /// Takes all out of it.
    ClearTrail,
    /// Reads it in order.
    ReadTrail,
    /// Copies its address.
    CopyTrail,
    /// Prints it.
    PrintTrail,
    /// Saves the map as it stands, as drawing.
    SaveSvg,
    /// The same as picture.
    SavePng,
    /// Prints the page.
    Print,
    /// Copies the lines for another site.
    CopyEmbed,
}

impl Act {
    const ALL: [Self; 34] = [
        Self::Toggle(Panel::Contents),
        Self::Toggle(Panel::Search),
        Self::Toggle(Panel::Settings),
        Self::Toggle(Panel::Help),
        Self::Next,
        Self::Previous,
        Self::EndSearch,
        Self::Back,
        Self::Stay,
        Self::Dismiss,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::Unzoom,
        Self::Sort(None),
        Self::Toggle(Panel::Cite),
        Self::Toggle(Panel::Trail),
        Self::Cite,
        Self::CiteSelected,
        Self::Keep,
        Self::KeepCited,
        Self::Style(Style::Text),
        Self::Style(Style::Bibtex),
        Self::Style(Style::Ris),
        Self::Style(Style::Csl),
        Self::Copy,
        Self::ClearTrail,
        Self::ReadTrail,
        Self::PrintTrail,
        Self::CopyTrail,
        Self::SaveSvg,
        Self::SavePng,
        Self::Print,
        Self::Toggle(Panel::Embed),
        Self::CopyEmbed,
    ];

    /// The act with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        let (kind, of) = word.split_once('-').unwrap_or((word, ""));
        let body = || Body::from_slug(of);
        let numbered = || of.parse().ok();
        match kind {
            "column" => body().map(Self::Column),
            "sort" if !of.is_empty() => body().map(|b| Self::Sort(Some(b))),
            "raise" => numbered().map(Self::Raise),
            "drop" => numbered().map(Self::Drop),
            _ => Self::ALL.into_iter().find(|a| a.word() == word),
        }
    }

    /// The word for it in the page.
    pub fn word(self) -> String {
        let word = match self {
            Self::Raise(at) => return ["raise-", &at.to_string()].concat(),
            Self::Drop(at) => return ["drop-", &at.to_string()].concat(),
            Self::Style(style) => return ["style-", style.slug()].concat(),
            Self::Column(body) => return ["column-", body.slug()].concat(),
            Self::Sort(Some(body)) => return ["sort-", body.slug()].concat(),
            Self::Sort(None) => "sort",
            Self::Toggle(panel) => panel.id(),
            Self::Next => "next",
            Self::Previous => "previous",
            Self::EndSearch => "end-search",
            Self::Back => "back",
            Self::Stay => "stay",
            Self::Dismiss => "dismiss",
            Self::ZoomIn => "zoom-in",
            Self::ZoomOut => "zoom-out",
            Self::Unzoom => "unzoom",
            Self::Cite => "cite",
            Self::CiteSelected => "cite-selected",
            Self::Keep => "keep",
            Self::KeepCited => "keep-cited",
            Self::Copy => "copy",
            Self::ClearTrail => "clear-trail",
            Self::ReadTrail => "read-trail",
            Self::CopyTrail => "copy-trail",
            Self::PrintTrail => "print-trail",
            Self::SaveSvg => "save-svg",
            Self::SavePng => "save-png",
            Self::Print => "print",
            Self::CopyEmbed => "copy-embed",
        };
        word.to_owned()
    }
}

impl Desk {
    /// Does what a button says.
    pub(super) fn act(self, pressed: Pressed) {
        match Act::from_word(&pressed.act) {
            Some(Act::Toggle(panel)) => self.toggle(panel),
            Some(Act::Next) => self.go_step(true),
            Some(Act::Previous) => self.go_step(false),
            Some(Act::EndSearch) => {
                if self.path.get_untracked() {
                    self.path.set(false);
                    self.close_panel(Panel::Trail);
                } else {
                    self.end_search();
                }
            }
            Some(Act::Back) => self.nav.go_back(),
            Some(Act::Stay) => {
                self.nav.stay();
                if !platform::focus_first("[data-here]") {
                    platform::focus_first(".five a");
                }
            }
            Some(Act::Dismiss) => self.peek.close(true),
            Some(Act::ZoomIn) => self.zoom(true),
            Some(Act::ZoomOut) => self.zoom(false),
            Some(Act::Unzoom) => {
                self.nav.reset_scene();
                platform::focus_first(".zoom button");
            }
            Some(Act::Column(body)) => self.show_column(body),
            Some(Act::Sort(by)) => self.sort(by),
            Some(Act::Cite) => self.cite(pressed.place, pressed.quote),
            Some(Act::CiteSelected) => {
                if let Some(selected) = self.selected.get_untracked() {
                    self.cite(Some(selected.id), selected.words);
                }
            }
            Some(Act::Keep) => self.keep(pressed.place),
            Some(Act::KeepCited) => self.keep(self.cited.get_untracked().map(|c| c.id)),
            Some(Act::Style(style)) => self.style.set(style),
            Some(Act::Copy) => platform::copy("cite-words", "cite-said"),
            Some(Act::Raise(at)) => self.reorder(at, false),
            Some(Act::Drop(at)) => self.reorder(at, true),
            Some(Act::ClearTrail) => self.clear_trail(),
            Some(Act::ReadTrail) => self.read_trail(),
            Some(Act::CopyTrail) => self.copy_trail(),
            Some(Act::PrintTrail) => self.print_trail(),
            Some(Act::SaveSvg) => self.save_map(false),
            Some(Act::SavePng) => self.save_map(true),
            Some(Act::Print) => platform::print(),
            Some(Act::CopyEmbed) => platform::copy("embed-words", "embed-said"),
            None => {}
        }
    }
}
