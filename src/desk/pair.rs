//! Two cards side by side: first where the states differ, then where they do not.

use super::Desk;
use crate::edition::ISSUE;
use crate::platform;
use leptos::prelude::*;
use model::{Body, CountryId};

impl Desk {
    /// Sets side by side the two that the address names.
    pub(super) fn set_pair(self) {
        let address = self.nav.here();
        let pair = address.country.zip(address.with);
        // What is open in it stays open.
        if pair == self.pair.get_value() {
            return;
        }
        self.pair.set_value(pair);
        let Some((one, other)) = pair else { return };
        let differs = |body: &Body| {
            let (a, b) = (ISSUE.stated(one, *body), ISSUE.stated(other, *body));
            (a.standing, &a.note) != (b.standing, &b.note)
        };
        let (different, same): (Vec<Body>, Vec<Body>) = Body::ALL.into_iter().partition(differs);
        let rows = [("They differ", different), ("They agree", same)].map(|(words, bodies)| {
            let slugs: Vec<_> = bodies.into_iter().map(Body::slug).collect();
            (format!("{words} ({})", slugs.len()), slugs)
        });
        let name = |id: CountryId| (id.slug(), ISSUE.country(id).name.as_str());
        platform::fill_pair([name(one), name(other)], &rows);
    }
}
