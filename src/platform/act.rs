//! What a visitor can do that the app answers, and what the app hands to the page.

/// A link within the page that was followed in the plain way.
pub struct Link {
    /// Its fragment, with `#`.
    pub fragment: String,
    /// Whether it is a name in the running text.
    pub in_text: bool,
    /// Whether it was touched.
    pub touched: bool,
    /// The id of the nearest thing around it that has one.
    pub place: Option<String>,
    /// For a result of the search, the number of its hit.
    pub number: Option<usize>,
    /// Whether it is one of the map's layers and views.
    pub of_map: bool,
    /// Whether it is the link of a paragraph to itself, which offers to cite it.
    pub cites: bool,
}

/// A button that was pressed.
pub struct Pressed {
    /// The word of its act.
    pub act: String,
    /// The id of what it stands in.
    pub place: Option<String>,
    /// The words quoted before it.
    pub quote: Option<String>,
}

/// A step of the trail, as it is listed and printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its id.
    pub id: String,
    /// Whether the page still has it.
    pub there: bool,
    /// What is to be said of it, if anything is.
    pub note: &'static str,
    /// What it is called.
    pub title: String,
    /// Its words.
    pub quote: String,
    /// Whose they are, and where.
    pub by: String,
}

/// A key that was pressed.
pub struct Key {
    /// Its name, as the browser has it.
    pub name: String,
    /// With Ctrl or the Mac's command key.
    pub ctrl: bool,
    /// With Shift.
    pub shift: bool,
    /// While writing in a field.
    pub typing: bool,
}

/// Where the pointer, or the focus of the keyboard, has gone.
pub enum Pointed {
    /// To a link of which there is a preview, by its fragment with `#`.
    At(String),
    /// To the preview.
    Preview,
    /// To an entry of the map's key, by the states and lines it means.
    Meant(String),
    /// Elsewhere.
    Away,
    /// Elsewhere, by a press.
    Pressed,
    /// By keyboard to what is not in the bar, nor in what unfolds under it.
    Beyond,
}

/// Lines under a heading.
pub struct Group {
    /// What they are.
    pub heading: &'static str,
    /// The lines; all lead to the same kind of thing.
    pub lines: Vec<Line>,
    /// How much more there is, if there is more.
    pub more: String,
}

/// A result.
#[derive(PartialEq, Eq)]
pub struct Line {
    /// Where it leads.
    pub to: Lead,
    /// Its words in pieces; every second one is a hit.
    pub words: Vec<String>,
    /// What it is or where it stands.
    pub note: String,
}

/// Where a result leads.
#[derive(PartialEq, Eq)]
pub enum Lead {
    /// To an id of the page.
    Name(String),
    /// To a passage's id, and there to the hit with this number.
    Passage(String, usize),
    /// To another search.
    Search(String),
}

/// A passage's id, its text, and the places of the hits in bytes of it.
pub type Hits<'a> = (&'a str, &'a str, Vec<(u32, u32)>);

/// A place that was left.
pub struct Left {
    /// Where the visitor was working there.
    pub at: Option<String>,
    /// Gives it back the focus, if that has not been taken, and scrolls to it if told to.
    pub restore: Box<dyn FnOnce(bool)>,
}
