//! Where the visitor is: the page's address as a signal, and what happens when it changes.

use crate::edition::ISSUE;
use crate::platform;
use leptos::prelude::*;
use model::{Address, CountryId, Frame, Layers, Scene, Sight, Trail};

/// How long an address must stand before it is written into the URL without a new entry, in ms: browsers
/// refuse more than a hundred writes in ten seconds.
const REST: i32 = 300;

/// Below this width in km the map's scale bar is the short one.
const NEAR: i32 = 1_300;

/// The address, read from the URL's fragment, which is its only source.
#[derive(Clone, Copy)]
pub struct Nav {
    address: RwSignal<Address>,
    /// The address but for what is looked for, which changes with every key and concerns few.
    steady: Memo<Address>,
    unknown: RwSignal<bool>,
    /// The entry of the history that the last jump left, and what stood there.
    back: RwSignal<Option<(u32, Option<String>)>>,
    amended: StoredValue<u32>,
    /// Whether an amended address is still to be written.
    pending: StoredValue<bool>,
    /// Whether this visit has come anywhere yet.
    begun: StoredValue<bool>,
    /// Counts where the visitor has been.
    turn: StoredValue<u32>,
    /// Counts the steps in the text.
    steps: StoredValue<u32>,
}

impl Nav {
    /// Starts at the start page, as the written page does.
    pub fn new() -> Self {
        let address = RwSignal::<Address>::default();
        Self {
            address,
            steady: Memo::new(move |_| Address { query: None, ..address.get() }),
            unknown: RwSignal::new(false),
            back: RwSignal::new(None),
            amended: StoredValue::new(0),
            pending: StoredValue::new(false),
            begun: StoredValue::new(false),
            turn: StoredValue::new(0),
            steps: StoredValue::new(0),
        }
    }

    /// The chosen state.
    pub fn chosen(self) -> Option<CountryId> {
        self.steady.with(|a| a.country)
    }

    /// The state beside it.
    pub fn beside(self) -> Option<CountryId> {
        self.steady.with(|a| a.with)
    }

    /// The address as it stands, but for what is looked for.
    pub fn steady(self) -> Address {
        self.steady.get()
    }

    /// The same for an act, which is no view and need not know of changes.
    pub fn here(self) -> Address {
        self.address.get_untracked()
    }

    /// The layers shown.
    pub fn layers(self) -> Layers {
        self.steady.with(Address::shown)
    }

    /// The named part of the map in view, if it is one.
    pub fn frame(self) -> Option<Frame> {
        self.steady.with(|a| a.scene.and_then(Scene::frame))
    }

    /// Whether the map shows a part that has no name, and whether that part is small.
    pub fn zoomed(self) -> Option<&'static str> {
        self.steady.with(|a| match a.scene {
            Some(Scene::Free(sight)) => Some(if sight.width < NEAR { "near" } else { "far" }),
            _ => None,
        })
    }

    /// Whether the fragment names nothing in this issue.
    pub fn is_lost(self) -> bool {
        self.unknown.get()
    }

    /// Whether a wrong address is refused: in an embed it comes from the host, and changes nothing.
    pub fn refuses(self) -> bool {
        let begun = self.begun.get_value() && platform::is_framed();
        let wrong = begun && ISSUE.address(&platform::fragment()).is_err();
        if wrong {
            self.drop_amended();
            platform::settle(Some(&self.here().to_string()));
        }
        wrong
    }

    /// Reads the fragment, at the start and when the browser has gone elsewhere. An entry of the history
    /// that was settled before is taken as it is, at the place that was left there; a new one keeps
    /// what it does not name. Where the visitor had been working at an entry returned to.
    pub fn arrive(self) -> Option<String> {
        self.drop_amended();
        let fragment = platform::fragment();
        let before = self.address.get_untracked();
        let read = ISSUE.address(&fragment);
        let lost = read.is_err();
        let brought = platform::trail_brought_at();
        let settled = platform::entry();
        let first = !self.begun.get_value();
        self.begun.set_value(true);
        let mut address = read.unwrap_or_else(|_| {
            // Nobody knows what a lost address had collected; from one that was not lost, it is kept.
            platform::bring_trail((!first).then_some(brought));
            Address { trail: before.trail.clone(), ..Address::default() }
        });
        ISSUE.keep_known(&mut address.only);
        if settled.is_none() {
            if !lost {
                address = address.following(&before);
            }
            if address.trail != before.trail {
                platform::bring_trail(None);
            }
            // The bare page keeps its bare address, and a lost one what was asked for.
            let bare = fragment.is_empty() && address == Address::default();
            let own = (!lost && !bare).then(|| address.to_string());
            platform::settle(own.as_deref());
        } else if !first && address.trail != before.trail && brought == platform::trail_brought_at()
        {
            // Going back undoes a jump, not what was collected since. A trail that an address brought stays its own.
            address.trail = before.trail;
            platform::settle(Some(&address.to_string()));
        }
        self.unknown.set(lost);
        // When the page is loaded anew the browser finds its place again, but not what a card showed.
        let in_card = |id: &String| ISSUE.anchor(id).flatten().is_some();
        let fresh = settled.is_none();
        // The page has been at a place in the text without the app (lay.js), and the reader may have gone on from there.
        let arrived = || first && !platform::is_framed() && platform::is_scrolled();
        let jumps = |id: &String| if in_card(id) { fresh || first } else { fresh && !arrived() };
        let jump = address.anchor.clone().filter(jumps);
        self.show(address);
        let chosen = self.address.with_untracked(|a| a.country.is_some());
        if fresh || jump.is_some() {
            // A growing frame does not scroll its host when it loads.
            let still = first && platform::grows();
            self.once_drawn(move |scrolls| {
                if chosen && fresh && scrolls {
                    platform::keep_map_above_card();
                }
                if let Some(anchor) = jump.filter(|_| scrolls && !still) {
                    platform::bring_into_view(&anchor);
                }
            });
        }
        let entry = settled?;
        self.back.update(|back| *back = back.take().filter(|b| b.0 < entry));
        let left = platform::place_left_at(entry)?;
        self.once_drawn(left.restore);
        left.at
    }

    /// Follows a link from a place of the page, which may be one of the map's layers and views. Whether it leads anywhere
    /// in it.
    pub fn follow(self, fragment: &str, place: Option<&str>, of_map: bool) -> bool {
        let here = self.address.get_untracked();
        let Ok(there) = ISSUE.address(fragment) else { return false };
        let named = there.anchor.clone();
        let there = there.following(&here);
        let (before, after) = (here.country, there.country);
        let other_map = Address {
            layers: there.layers,
            scene: there.scene,
            query: there.query.clone(),
            only: there.only.clone(),
            trail: there.trail.clone(),
            ..here.clone()
        };
        // Layers, views and searches leave the reader where they are.
        let only_map = of_map || (there != here && there == other_map);
        let away = !only_map && named.as_deref().is_some_and(platform::is_out_of_view);
        let leaves = there != here || away || self.unknown.get_untracked();
        let beside = there.with.is_some();
        let left = leaves.then(|| {
            self.settle_amended(&here);
            let entry = platform::remember(place);
            platform::push(&there.to_string());
            (entry, place.map(str::to_owned))
        });
        self.unknown.set(false);
        self.show(there);
        if only_map {
            return true;
        }
        self.once_drawn(move |scrolls| {
            // A panel opened meanwhile has it, and a search takes what is being typed.
            let free = !platform::is_drawn(".panel:not([hidden])");
            if let Some(anchor) = named {
                let scrolled = scrolls && platform::bring_into_view(&anchor);
                if free {
                    platform::focus(&anchor);
                }
                if scrolled && left.is_some() {
                    self.back.set(left);
                }
            } else if let Some(country) = after {
                let card = if beside { "pair" } else { country.slug() };
                if scrolls {
                    platform::keep_map_above_card();
                }
                if scrolls && platform::grows() {
                    platform::bring_into_view(card);
                }
                if free {
                    platform::focus(card);
                }
            } else if let Some(country) = before.filter(|_| free) {
                platform::focus_first(&[".five [href='#", country.slug(), "']"].concat());
            }
        });
        true
    }

    /// Acts once this address is drawn, unless the visitor has gone elsewhere before that, or back; and knows whether it
    /// may scroll, which it may not after a step in the text.
    fn once_drawn(self, act: impl FnOnce(bool) + 'static) {
        let (turn, steps) = (self.turn.get_value(), self.steps.get_value());
        platform::after_drawing(move || {
            if self.turn.get_value() == turn {
                act(self.steps.get_value() == steps);
            }
        });
    }

    /// Scrolls no more to what waits to be drawn: the visitor has gone on in the text.
    pub fn go_on(self) {
        self.steps.update_value(|steps| *steps += 1);
    }

    fn show(self, address: Address) {
        self.turn.update_value(|turn| *turn += 1);
        platform::mark_place(address.anchor.as_deref());
        let sight = address.scene.and_then(|scene| match scene {
            Scene::Free(sight) => Some(sight),
            Scene::Named(_) => None,
        });
        platform::show_sight(sight);
        let before = self.address.get_untracked();
        // From one state to another no label moves.
        let labels = |a: &Address| (a.country.is_some(), a.with.is_some(), a.scene, a.layers);
        if labels(&address) != labels(&before) {
            platform::tidy_labels();
        }
        if address != before {
            self.address.set(address);
        }
    }

    /// Writes now what was to be written at rest: this entry is about to be left.
    fn settle_amended(self, here: &Address) {
        if self.pending.get_value() {
            platform::settle(Some(&here.to_string()));
        }
        self.drop_amended();
    }

    fn drop_amended(self) {
        self.pending.set_value(false);
        self.amended.update_value(|n| *n += 1);
    }

    /// Changes the address without a new entry of the history.
    fn amend(self, change: impl FnOnce(&mut Address)) {
        self.address.update(change);
        self.drop_amended();
        self.pending.set_value(true);
        let mine = self.amended.get_value();
        platform::after_ms(REST, move || {
            if self.amended.get_value() == mine {
                self.pending.set_value(false);
                platform::settle(Some(&self.address.get_untracked().to_string()));
            }
        });
    }

    /// Shows this part of the map; at rest, its labels give way to each other.
    pub fn look(self, sight: Sight, at_rest: bool) {
        platform::show_sight(Some(sight));
        self.amend(|a| a.scene = Some(Scene::Free(sight)));
        if at_rest {
            platform::tidy_labels();
        }
    }

    /// Shows again what the page's width asks for.
    pub fn reset_scene(self) {
        platform::show_sight(None);
        self.amend(|a| a.scene = None);
        platform::tidy_labels();
    }

    /// Looks for this in the text.
    pub fn look_for(self, query: Option<String>) {
        self.amend(|a| a.query = query);
    }

    /// What alone the evidence views list.
    pub fn only(self) -> Vec<String> {
        self.steady.with(|a| a.only.clone())
    }

    /// Changes what they list.
    pub fn narrow(self, change: impl FnOnce(&mut Vec<String>)) {
        self.amend(|a| change(&mut a.only));
    }

    /// What the reader has collected.
    pub fn trail(self) -> Trail {
        self.steady.with(|a| a.trail.clone())
    }

    /// Whether this is in it.
    pub fn keeps(self, id: &str) -> bool {
        self.steady.with(|a| a.trail.position(id).is_some())
    }

    /// Changes it.
    pub fn change_trail(self, change: impl FnOnce(&mut Trail)) {
        self.amend(|a| change(&mut a.trail));
    }

    /// What the last jump left, if there is a way back.
    pub fn way_back(self) -> Option<(u32, Option<String>)> {
        self.back.get()
    }

    /// Goes back to where the last jump left from.
    pub fn go_back(self) {
        if let Some((entry, _)) = self.back.get_untracked() {
            platform::go_back_to(entry);
        }
    }

    /// Forgets the way back.
    pub fn stay(self) {
        self.back.set(None);
    }
}

impl Default for Nav {
    fn default() -> Self {
        Self::new()
    }
}
