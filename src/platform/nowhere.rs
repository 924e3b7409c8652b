//! The browser's acts where there is no browser.

use super::{Group, Hits, Kept, Key, Left, Link, Pointed, Pressed};
use model::Sight;

/// The URL's fragment without its `#`.
pub const fn fragment() -> String {
    String::new()
}

/// The number of this entry of the history, if it has been settled.
pub const fn entry() -> Option<u32> {
    None
}

/// Settles this entry of the history, with this fragment in place of the present one if there is one.
pub const fn settle(_fragment: Option<&str>) {}

/// Adds an entry with this fragment, without the browser's own jump.
pub const fn push(_fragment: &str) {}

/// Goes back to an earlier entry.
pub const fn go_back_to(_earlier: u32) {}

/// Calls back when the visitor goes back or forward, or writes another fragment.
pub fn on_arrival(_act: impl Fn() + 'static) {}

/// Keeps the place of this entry, and where the visitor was working. The entry's number.
pub const fn remember(_at: Option<&str>) -> u32 {
    0
}

/// The place that was left at this entry.
pub const fn place_left_at(_entry: u32) -> Option<Left> {
    None
}

/// Offers a link within the page that is followed in the plain way.
pub fn on_link(_takes: impl Fn(Link) -> bool + 'static) {}

/// Calls back with the act whose button was pressed, and what the button stands in.
pub fn on_act(_act: impl Fn(Pressed) + 'static) {}

/// Calls back when sentences have been unfolded and have their buttons.
pub fn on_unfolded(_act: impl Fn() + 'static) {}

/// Calls back with a field's id, or its name where it has none, and what is written in it.
pub fn on_typed(_act: impl Fn(&str, String) + 'static) {}

/// Takes one choice, and keeps it beside the others if the browser lets us.
pub const fn keep_setting(_name: &str, _value: &str) {}

/// What is chosen or written in a field.
pub const fn value(_id: &str) -> String {
    String::new()
}

/// Ticks the box of this name with this value, and no other.
pub const fn tick(_name: &str, _value: &str) {}

/// The values of the boxes of this name that are ticked.
pub const fn ticked(_name: &str) -> Vec<String> {
    Vec::new()
}

/// Whether the first element of a selector has a place on the page.
pub const fn is_drawn(_selector: &str) -> bool {
    true
}

/// Whether the page is in a frame.
pub const fn is_framed() -> bool {
    false
}

/// Whether the frame grows with the page, so that the page never scrolls in it.
pub const fn grows() -> bool {
    false
}

/// Calls back with the words of a proposed search that was pressed.
pub fn on_again(_act: impl Fn(String) + 'static) {}

/// Shows a summary and results in the search panel.
pub fn list_results(_summary: &str, _groups: Vec<Group>) {}

/// Fills the preview with what the page says of a state, of the five together, or of a term.
pub const fn fill_preview(_id: &str) {}

/// Sets two cards side by side.
pub const fn fill_pair(_pair: [(&str, &str); 2], _rows: &[(String, Vec<&str>)]) {}

/// Offers a key.
pub fn on_key(_takes: impl Fn(Key) -> bool + 'static) {}

/// Tells where pointer and keyboard have gone.
pub fn on_pointed(_act: impl Fn(Pointed) + Clone + 'static) {}

/// Takes the link last pointed at as the one that the preview belongs to.
pub const fn hold_trigger() {}

/// Lets it go, with or without giving it the focus.
pub const fn release_trigger(_focus: bool) {}

/// Sets the preview beside its link, within the window.
pub const fn place_preview() {}

/// Whether the focus is on something of this kind, or within it.
pub const fn focus_is_in(_selector: &str) -> bool {
    false
}

/// The part of the map in view.
pub const fn sight() -> Option<Sight> {
    None
}

/// Shows this part of the map, or again what the stylesheets say.
pub const fn show_sight(_sight: Option<Sight>) {}

/// Calls back with the part of the map that a gesture asks for, and whether the gesture is over.
pub fn on_gesture(_act: impl Fn(Sight, bool) + 'static) {}

/// Whether the page is not at its top.
pub const fn is_scrolled() -> bool {
    false
}

/// Brings an element into view. Whether anything had to scroll.
pub const fn bring_into_view(_id: &str) -> bool {
    false
}

/// Whether a jump to this element would scroll.
pub const fn is_out_of_view(_id: &str) -> bool {
    false
}

/// Gives an element the focus without scrolling.
pub const fn focus(_id: &str) {}

/// The id of the nearest thing around what has the focus.
pub const fn focus_place() -> Option<String> {
    None
}

/// Gives a field the focus and selects what is written in it.
pub const fn select(_id: &str) {}

/// Gives the focus to the first element of a selector, without scrolling. Whether there is one.
pub const fn focus_first(_selector: &str) -> bool {
    false
}

/// Goes on from a link to the next in a row, round its ends.
pub const fn focus_beside(_selector: &str, _step: i32) {}

/// Scrolls the map to the top where the card would lie on it.
pub const fn keep_map_above_card() {}

/// Scrolls the page until a panel has room.
pub const fn raise_panel(_id: &str) {}

/// Says that links, layers and keys now answer.
pub const fn mark_ready() {}

/// Marks the element that the address names, and no other.
pub const fn mark_place(_id: Option<&str>) {}

/// Acts once the page has been drawn as it now stands.
pub fn after_drawing(_act: impl FnOnce() + 'static) {}

/// Acts after some milliseconds.
pub fn after_ms(_ms: i32, _act: impl FnOnce() + 'static) {}

/// Acts one after the other, each in a task of its own: between them the browser can draw and answer.
pub fn in_turn(_acts: impl Iterator<Item = Box<dyn FnOnce()>> + 'static) {}

/// Lets labels give way to each other, now and whenever the map's size or part in view changes.
pub const fn keep_labels_apart() {}

/// Hides labels that would collide.
pub const fn tidy_labels() {}

/// Calls back with the id of what is at the eye's line, and with the passages that come near the window or go away.
pub fn on_reading(
    _act: impl Fn(Option<String>) + 'static,
    _come_near: impl Fn(Vec<(String, bool)>) + 'static,
) {
}

/// Calls back when the text's height has changed.
pub fn on_reflow(_act: impl Fn() + 'static) {}

/// Marks all mentions of a state, and of the five with it; without one, none is marked.
pub const fn mark_mentions(_slug: Option<&str>) {}

/// Shows the mention with this number, and marks it.
pub const fn show_mention(_slug: &str, _number: usize) {}

/// No mention is the one shown.
pub const fn unmark_mention() {}

/// Where the mentions stand, as shares of the text's height from its top.
pub const fn heights_of_mentions(_slug: &str) -> Vec<f64> {
    Vec::new()
}

/// Where passages stand, likewise.
pub const fn heights_of_passages(_ids: &[&str]) -> Vec<f64> {
    Vec::new()
}

/// Paints hits in the text.
pub const fn paint(_hits: &[Hits]) {}

/// Brings one hit into view and paints it apart from the others.
pub const fn show_hit(_id: &str, _text: &str, _place: (u32, u32)) {}

/// No hit is the one shown.
pub const fn unpaint_hit() {}

/// A preference as it now stands.
pub const fn preference(_name: &str) -> Option<String> {
    None
}

/// Shows in the panel what is preferred.
pub const fn show_settings() {}

/// Writes into a field.
pub const fn write(_id: &str, _words: &str) {}

/// Shows an address in a frame.
pub const fn show_frame(_id: &str, _place: &str, _title: &str, _source: &str, _height: &str) {}

/// The number of the entry at which an address brought the trail that this one holds.
pub const fn trail_brought_at() -> u32 {
    0
}

/// Has an entry bring the trail that is held from here on.
pub const fn bring_trail(_at: Option<u32>) {}

/// Hides an element, or shows it.
pub const fn hide(_id: &str, _hidden: bool) {}

/// Sets the words of an element.
pub const fn say(_id: &str, _words: &str) {}

/// Sets an attribute, or takes it away.
pub const fn mark(_place: &str, _attribute: &str, _value: Option<&str>) {}

/// Marks in the lists of contents what is being read.
pub const fn mark_current(_ids: &[&str]) {}

/// Lights on the map what is pointed at in a list, and the other way round.
pub const fn light() {}

/// Makes the matrix one stop of the keyboard.
pub const fn rove() {}

/// Goes so many columns to the right and rows down in the matrix.
pub const fn go_in_table(_by: (i32, i32)) {}

/// Puts the matrix's rows in this order of states.
pub const fn sort_rows(_order: &[&str]) {}

/// Sets fields to a choice.
pub const fn choose(_field: &str, _word: &str) {}

/// Shows only what has all these words.
pub const fn show_only(_words: &[String]) {}

/// Calls back with the field and the word chosen in it.
pub fn on_chosen(_act: impl Fn(String, String) + 'static) {}

/// Takes what has the focus as that to which it returns.
pub const fn hold_focus() {}

/// Gives the focus back there.
pub const fn return_focus() -> bool {
    false
}

/// Marks the buttons of what is kept as pressed.
pub const fn mark_kept(_ids: &[&str]) {}

/// Calls back with the passage in which words of the text are selected, and the words; or with none.
pub fn on_selected(_act: impl Fn(Option<String>, String) + Clone + 'static) {}

/// The page's address without its fragment.
pub const fn page() -> String {
    String::new()
}

/// Writes into an area of text.
pub const fn write_area(_id: &str, _words: &str) {}

/// Copies what an area of text holds.
pub const fn copy(_id: &'static str, _said: &'static str) {}

/// Lists the steps of the trail.
pub const fn list_trail(_steps: &[Kept]) {}

/// Prints the steps that are there, four a page.
pub const fn print_handout(_title: &str, _frame: &str, _steps: &[Kept]) {}

/// Says something for a moment.
pub const fn tell(_id: &'static str, _words: &str) {}

/// Prints the page.
pub const fn print() {}

/// Saves the map as it stands, with words that the page adds.
pub fn save_map(
    _layers: Vec<&'static str>,
    _as_picture: bool,
    _add_words: impl Fn(&mut model::Picture) + 'static,
) {
}

/// The words of the heading with this id.
pub const fn words_of(_id: &str) -> String {
    String::new()
}

/// The words of the first element of a selector.
pub const fn words_in(_selector: &str) -> String {
    String::new()
}
