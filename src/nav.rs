//! Where the visitor is: the page's address as a signal, and what happens when it changes.

use crate::edition::ISSUE;
use crate::platform;
use leptos::prelude::*;
use model::{Address, CountryId, Layers, UnknownAddress};

/// The address, read from the URL's fragment, which is its only source.
#[derive(Clone, Copy)]
pub struct Nav {
    address: RwSignal<Address>,
    unknown: RwSignal<bool>,
}

impl Nav {
    /// Starts at the start page, as the written page does, and follows the fragment once alive.
    pub fn new() -> Self {
        let nav = Self { address: RwSignal::default(), unknown: RwSignal::new(false) };
        Effect::new(move |_| {
            nav.arrive();
            platform::on_fragment_change(move || nav.arrive());
            platform::on_escape(move || nav.close());
            platform::on_link(move |fragment| nav.stays(fragment));
            platform::keep_labels_apart();
            platform::mark_ready();
        });
        nav
    }

    /// The chosen state.
    pub fn chosen(self) -> Option<CountryId> {
        self.address.with(|a| a.country)
    }

    /// The address as it stands.
    pub fn address(self) -> Address {
        self.address.get()
    }

    /// The layers shown.
    pub fn layers(self) -> Layers {
        self.address.with(Address::shown)
    }

    /// Whether the fragment names nothing in this issue.
    pub fn is_lost(self) -> bool {
        self.unknown.get()
    }

    /// Reads the fragment. A link that was followed keeps what it does not name; an entry of the
    /// history that was settled before is taken as it is.
    fn arrive(self) {
        let fragment = platform::fragment();
        let before = self.address.get_untracked();
        let read = Address::parse(&fragment, |id| ISSUE.anchor(id));
        let lost = read == Err(UnknownAddress);
        let followed = !platform::is_settled();
        let mut address = read.unwrap_or_default();
        if followed && !lost {
            address = address.following(&before);
            // The bare page keeps its bare address, but is an entry of the history like any other.
            let bare = fragment.is_empty() && address == Address::default();
            platform::settle((!bare).then(|| address.to_string()).as_deref());
        }
        self.unknown.set(lost);
        platform::mark_place(address.anchor.as_deref());
        // A bare id has been scrolled to by the browser, and so has an entry of the history.
        let moved = followed && address.anchor != before.anchor;
        let aim = address.anchor.clone().filter(|a| moved && *a != fragment);
        let closed = before.country.filter(|_| followed && address.country.is_none());
        let chose = address.country.is_some() && address.country != before.country;
        if address != before {
            self.address.set(address);
        }
        if let Some(country) = closed {
            platform::focus_link_to(country.slug());
        }
        platform::after_drawing(move || {
            if let Some(anchor) = &aim {
                platform::bring_into_view(anchor);
            }
            if chose {
                platform::keep_map_above_card();
            }
            platform::tidy_labels();
        });
    }

    /// Whether following this link would lead to where the page is. It then adds nothing to the history,
    /// only brings its target back into view.
    fn stays(self, fragment: &str) -> bool {
        let here = self.address.get_untracked();
        let there = Address::parse(fragment, |id| ISSUE.anchor(id)).map(|a| a.following(&here));
        let stays = there.as_ref() == Ok(&here) && !self.unknown.get_untracked();
        if let Some(anchor) = here.anchor.as_deref().filter(|_| stays) {
            platform::bring_into_view(anchor);
        }
        stays
    }

    /// Leaves the card; its state's link then has the focus.
    fn close(self) {
        if self.address.with_untracked(|a| a.country.is_some()) {
            platform::go(model::address::OVERVIEW);
        }
    }
}

impl Default for Nav {
    fn default() -> Self {
        Self::new()
    }
}
