//! The map as it stands, as a file.

use super::Desk;
use crate::edition::ISSUE;
use crate::platform;
use model::{Frame, Layer, Picture};

impl Desk {
    /// Saves it as a drawing, or as a picture of dots.
    pub(super) fn save_map(self, as_picture: bool) {
        let here = self.nav.here();
        let layers = Layer::ALL.into_iter().filter(|l| here.shown().has(*l)).map(Layer::slug);
        let chosen = here.country.map(|id| ISSUE.country(id).name.as_str());
        let frame = here.scene.and_then(model::Scene::frame).filter(|f| *f != Frame::Region);
        let shown = chosen.map(|name| [name, " chosen. "].concat()).unwrap_or_default();
        let part = frame.map(|f| ["View: ", f.slug(), ". "].concat()).unwrap_or_default();
        platform::save_map(layers.collect(), as_picture, move |picture: &mut Picture| {
            picture.title = platform::words_of("map-title");
            picture.note = [&shown, &part, ISSUE.frame_note.as_str()].concat();
            let address = platform::page();
            picture.credit = [
                &ISSUE.series,
                ", “",
                &ISSUE.title(),
                "”. ",
                &platform::words_in("#map .credit"),
                " ",
                &address,
            ]
            .concat();
        });
    }
}
