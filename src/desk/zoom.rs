//! Zoom and pan by buttons and keys.

use super::Desk;
use crate::platform;
use model::{Scene, Sight};

/// One press makes the map so much larger.
const STEP: f64 = 1.5;

impl Desk {
    /// Larger, or smaller, round the middle of what is in view.
    pub fn zoom(self, nearer: bool) {
        let Some(now) = self.sight() else { return };
        let about = (f64::from(now.east), f64::from(now.north));
        self.nav.look(now.zoomed(if nearer { STEP } else { 1.0 / STEP }, about), true);
    }

    /// Where the map is going to rest, or rests.
    fn sight(self) -> Option<Sight> {
        match self.nav.here().scene {
            Some(Scene::Free(sight)) => Some(sight),
            _ => platform::sight(),
        }
    }

    /// Elsewhere, by shares of what is in view, east and north.
    pub(super) fn pan(self, east: f64, north: f64) {
        let Some(now) = self.sight() else { return };
        let width = f64::from(now.width);
        self.nav.look(now.moved(east * width, north * width), true);
    }
}
