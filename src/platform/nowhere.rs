//! The browser's acts where there is no browser.

/// The URL's fragment without its `#`.
pub const fn fragment() -> String {
    String::new()
}

/// Whether this entry of the history has been written by [`settle`].
pub const fn is_settled() -> bool {
    false
}

/// Settles this entry of the history, with this fragment in place of the present one if there is one.
pub const fn settle(_fragment: Option<&str>) {}

/// Goes to a fragment, as a link would.
pub const fn go(_fragment: &str) {}

/// Calls back when the fragment changes.
pub fn on_fragment_change(_act: impl Fn() + 'static) {}

/// Calls back when Escape is pressed.
pub fn on_escape(_act: impl Fn() + 'static) {}

/// Asks, when a link within the page is followed in the plain way, whether the page stays as it is.
pub fn on_link(_stays: impl Fn(&str) -> bool + 'static) {}

/// Scrolls to an element and gives it the focus.
pub const fn bring_into_view(_id: &str) {}

/// Gives the focus to a state's link.
pub const fn focus_link_to(_slug: &str) {}

/// Scrolls the map to the top where the card would lie on it.
pub const fn keep_map_above_card() {}

/// Says that links, layers and keys now answer.
pub const fn mark_ready() {}

/// Marks the element that the address names, and no other.
pub const fn mark_place(_id: Option<&str>) {}

/// Acts once the page has been drawn as it now stands.
pub fn after_drawing(_act: impl FnOnce() + 'static) {}

/// Lets labels give way to each other, now and whenever the map's size or part in view changes.
pub const fn keep_labels_apart() {}

/// Hides labels that would collide or be cut.
pub const fn tidy_labels() {}
