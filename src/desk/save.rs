//! The map as it stands, as a file.

use super::Desk;
use crate::platform;

impl Desk {
    /// Saves it as a drawing, or as a picture.
    pub(super) fn save_map(self, _as_picture: bool) {
        platform::print();
    }
}
