//! What lasts as long as the visit: the panel that is open, the paragraph being read, the preview, what is
//! looked for. One value, handed to every view; what can be shared is in [`Nav`].

mod act;
mod cite;
mod draw;
mod embed;
mod evidence;
mod find;
mod keys;
mod pair;
mod peek;
mod reading;
mod results;
mod save;
mod trail;
mod zoom;

pub use act::Act;
pub use cite::Cited;
pub use peek::{Peek, Shown};
pub use reading::view_name;
pub use results::{results, summary};

use crate::nav::Nav;
use crate::platform::{self, Link, Pointed};
use leptos::prelude::*;
use model::search::Found;
use model::{Body, CountryId, Layers, Style};

/// What unfolds under the bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// All pieces and questions.
    Contents,
    /// Search.
    Search,
    /// How the text is set.
    Settings,
    /// Keys.
    Help,
    /// A citation.
    Cite,
    /// What is collected.
    Trail,
    /// Lines for another site.
    Embed,
}

impl Panel {
    /// All seven.
    pub const ALL: [Self; 7] = [
        Self::Contents,
        Self::Search,
        Self::Settings,
        Self::Help,
        Self::Cite,
        Self::Trail,
        Self::Embed,
    ];

    /// Its id in the page.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Contents => "panel-contents",
            Self::Search => "panel-search",
            Self::Settings => "panel-settings",
            Self::Help => "panel-help",
            Self::Cite => "panel-cite",
            Self::Trail => "panel-trail",
            Self::Embed => "panel-embed",
        }
    }
}

/// The visitor's desk.
#[derive(Clone, Copy)]
pub struct Desk {
    /// Where the visitor is.
    pub nav: Nav,
    /// The open panel.
    pub panel: RwSignal<Option<Panel>>,
    /// Index of the passage being read.
    pub reading: RwSignal<Option<usize>>,
    /// The id of what the reader has come to after the text.
    beyond: RwSignal<Option<String>>,
    /// The preview.
    pub peek: Peek,
    /// Whom an entry of the map's key means, while it is pointed at.
    pub meant: RwSignal<Option<String>>,
    /// Indices of the passages near the window.
    near: StoredValue<Vec<usize>>,
    /// The pair that is set side by side.
    pair: StoredValue<Option<(CountryId, CountryId)>>,
    /// The column by which the matrix is sorted, if not by name.
    sorted: RwSignal<Option<Body>>,
    /// What the evidence views last showed: layers, the column sorted by, words that narrow.
    drawn: StoredValue<evidence::Drawn>,
    /// The trail as its buttons were last marked.
    marked: StoredValue<model::Trail>,
    /// The trail as it was last listed.
    listed: StoredValue<Vec<platform::Kept>>,
    /// What is cited, in the panel of citations.
    pub cited: RwSignal<Option<Cited>>,
    /// In what form.
    pub style: RwSignal<Style>,
    /// What is selected in the text.
    selected: RwSignal<Option<Cited>>,
    /// Whether the trail is being read in order.
    path: RwSignal<bool>,
    /// The step of the trail at which the visitor last was.
    walked: StoredValue<Option<String>>,
    /// Counts keys and choices, to know when there is rest.
    acts: StoredValue<u32>,
    /// Index of the state on the map that is its one stop for the keyboard, if not the first; arrows go from state to state.
    pub stop: RwSignal<Option<usize>>,
    /// What is written in the search box.
    pub typed: RwSignal<String>,
    /// What is found for it.
    pub found: Memo<Found>,
    /// The number of the mention or hit shown, from 0.
    pub step: RwSignal<Option<usize>>,
    /// Where mentions or hits stand, as shares of the text's height; and whether each is a lesser one.
    pub strip: RwSignal<Vec<(f64, bool)>>,
}

impl Desk {
    /// An empty desk, which fills once the page is alive.
    pub fn new() -> Self {
        let typed = RwSignal::new(String::new());
        let desk = Self {
            nav: Nav::new(),
            panel: RwSignal::new(None),
            reading: RwSignal::new(None),
            beyond: RwSignal::new(None),
            peek: Peek::new(),
            meant: RwSignal::new(None),
            near: StoredValue::new(Vec::new()),
            pair: StoredValue::new(None),
            sorted: RwSignal::new(None),
            // As the page is written.
            drawn: StoredValue::new((Layers::default(), None, Vec::new())),
            marked: StoredValue::new(model::Trail::default()),
            listed: StoredValue::new(Vec::new()),
            cited: RwSignal::new(None),
            style: RwSignal::new(Style::Text),
            selected: RwSignal::new(None),
            path: RwSignal::new(false),
            walked: StoredValue::new(None),
            acts: StoredValue::new(0),
            stop: RwSignal::new(None),
            typed,
            found: Memo::new(move |_| typed.with(|t| find::found(t))),
            step: RwSignal::new(None),
            strip: RwSignal::new(Vec::new()),
        };
        // What can wait comes after who has come with a click is answered.
        let start: [Box<dyn FnOnce()>; 5] = [
            Box::new(move || desk.begin()),
            Box::new(move || desk.draw()),
            Box::new(move || {
                platform::on_reading(
                    move |id| desk.read(id.as_deref()),
                    move |changes| desk.come_near(changes),
                );
            }),
            Box::new(move || {
                platform::on_reflow(move || desk.settle_soon());
                platform::keep_labels_apart();
            }),
            Box::new(|| {
                platform::light();
                platform::rove();
            }),
        ];
        platform::in_turn(start.into_iter());
        desk
    }

    fn begin(self) {
        // What the address asks for at the start is there at once: only what follows moves.
        self.arrive(true);
        platform::after_drawing(|| {
            platform::after_drawing(|| {
                platform::mark("map", "data-glides", Some(""));
            });
        });
        platform::on_arrival(move || self.arrive(false));
        platform::on_link(move |link| self.follow(&link));
        platform::on_act(move |pressed| self.act(pressed));
        platform::on_unfolded(move || self.mark_kept());
        platform::on_selected(move |id, words| {
            let selected = id.map(|id| Cited { id, words: Some(words) });
            if selected != self.selected.get_untracked() {
                self.selected.set(selected);
            }
        });
        platform::on_typed(move |field, words| match field {
            "search" => self.look_for(words),
            _ if field.starts_with("embed") => self.choose_embed(field),
            _ => platform::keep_setting(field, &words),
        });
        platform::on_again(move |words| {
            platform::write("search", &words);
            self.look_for(words);
            platform::select("search");
        });
        platform::on_chosen(move |field, word| self.narrow(&field, word));
        platform::on_key(move |key| self.key(&key));
        platform::on_pointed(move |pointed| self.pointed(pointed));
        platform::on_gesture(move |sight, at_rest| self.nav.look(sight, at_rest));
        // Before anything is drawn: where the address leads is measured in the page as it is from now on.
        platform::mark_ready();
    }

    fn arrive(self, first: bool) {
        if self.nav.refuses() {
            return;
        }
        self.peek.close(false);
        let chosen = self.nav.here().country;
        let place = self.nav.arrive();
        self.after_going(chosen);
        self.set_pair();
        self.panel.set((place.as_deref() == Some(Panel::Search.id())).then_some(Panel::Search));
        if first || self.path.get_untracked() {
            self.begin_trail();
        }
        let query = self.nav.here().query.unwrap_or_default();
        if query != self.typed.get_untracked() {
            platform::write("search", &query);
            self.look_for(query);
        }
    }

    /// A reference in the text never moves the text: a term opens its preview there, and so does every
    /// name under a finger, which cannot hover.
    fn follow(self, link: &Link) -> bool {
        let slug = link.fragment.trim_start_matches('#');
        if link.cites {
            self.go(&link.fragment, None);
            self.cite(Some(slug.to_owned()), None);
            return true;
        }
        if link.in_text && (link.touched || CountryId::from_slug(slug).is_none()) {
            return self.peek.pin(&link.fragment);
        }
        let mut place = link.place.clone().filter(|p| p != "edition");
        // What the map shows leaves open what is.
        if link.of_map {
            return self.nav.follow(&link.fragment, place.as_deref(), true);
        }
        if place.as_deref() == Some("preview") {
            // The way back leads to the name, not to a preview that is gone.
            self.peek.close(true);
            place = platform::focus_place();
        }
        if !self.go(&link.fragment, place.as_deref()) {
            return false;
        }
        if let Some(number) = link.number {
            self.show_hit_soon(number);
        }
        true
    }

    /// Goes where a fragment leads. Whether it leads anywhere in this page.
    fn go(self, fragment: &str, place: Option<&str>) -> bool {
        let chosen = self.nav.here().country;
        if !self.nav.follow(fragment, place, false) {
            return false;
        }
        self.peek.close(false);
        self.panel.set(None);
        self.set_pair();
        self.after_going(chosen);
        true
    }

    fn after_going(self, chosen_before: Option<CountryId>) {
        if let Some(step) = untrack(|| self.here_on_trail()) {
            self.walked.set_value(Some(step));
        }
        if self.nav.here().country != chosen_before {
            if !untrack(|| self.is_searching()) {
                self.step.set(None);
                platform::unmark_mention();
            }
            self.settle_soon();
        }
    }

    fn pointed(self, pointed: Pointed) {
        match &pointed {
            Pointed::Meant(who) => self.meant.set(Some(who.clone())),
            _ if self.meant.with_untracked(Option::is_some) => self.meant.set(None),
            _ => {}
        }
        if matches!(pointed, Pointed::Pressed) {
            return self.peek.close(false);
        }
        if matches!(pointed, Pointed::Beyond) {
            // It would lie over what has the focus.
            if self.panel.with_untracked(Option::is_some) {
                self.panel.set(None);
            }
            return;
        }
        let chosen = self.nav.here().country;
        self.peek.pointed(pointed, chosen.map(CountryId::slug));
    }
}

impl Default for Desk {
    fn default() -> Self {
        Self::new()
    }
}
