//! The part of the map in view: one of the named frames, or a part that the visitor has zoomed to.

use crate::{Frame, projection};
use std::fmt;

/// What part of the map is in view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scene {
    /// A named part.
    Named(Frame),
    /// Any other part.
    Free(Sight),
}

impl Scene {
    /// Reads what is written after `frame=`: a frame's word, or the three numbers of a sight.
    pub fn parse(text: &str) -> Option<Self> {
        Frame::from_slug(text).map(Self::Named).or_else(|| Sight::parse(text).map(Self::Free))
    }

    /// The frame, if it is a named one.
    pub fn frame(self) -> Option<Frame> {
        match self {
            Self::Named(frame) => Some(frame),
            Self::Free(_) => None,
        }
    }
}

impl fmt::Display for Scene {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Named(frame) => f.write_str(frame.slug()),
            Self::Free(sight) => write!(f, "{},{},{}", sight.east, sight.north, sight.width),
        }
    }
}

/// A part of the map by its centre and width; its height is two thirds of its width.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Sight {
    /// Centre in km east of the map's own centre.
    pub east: i32,
    /// Centre in km north of it.
    pub north: i32,
    /// Width in km.
    pub width: i32,
}

impl Sight {
    /// The narrowest part shown, in km: the border crossing at Termez with both its towns.
    pub const NARROWEST: i32 = 300;
    /// The widest, in km.
    pub const WIDEST: i32 = 6_000;

    /// The smallest sight that holds a frame.
    pub fn of(frame: Frame) -> Self {
        let (west, south, east, north) = frame.bounds();
        let width = (east - west).max((north - south) * 1.5);
        let middle = |a: f64, b: f64| ((a + b) / 2.0).round() as i32;
        Self { east: middle(west, east), north: middle(south, north), width: width.round() as i32 }
    }

    /// Nearer by a factor (below 1: farther), with the point at these km where it was in the view.
    pub fn zoomed(self, factor: f64, about: (f64, f64)) -> Self {
        let wanted = f64::from(self.width) / factor;
        let width = wanted.clamp(f64::from(Self::NARROWEST), f64::from(Self::WIDEST));
        let keep = width / f64::from(self.width);
        let shifted = |centre: i32, about: f64| about + (f64::from(centre) - about) * keep;
        let (east, north) = (shifted(self.east, about.0), shifted(self.north, about.1));
        Self { east: east.round() as i32, north: north.round() as i32, width: width.round() as i32 }
            .within()
    }

    /// The same size elsewhere, by km to the east and to the north.
    pub fn moved(self, east: f64, north: f64) -> Self {
        let (east, north) = (east.round() as i32, north.round() as i32);
        Self { east: self.east + east, north: self.north + north, ..self }.within()
    }

    /// Its window into the atlas: left, top, width and height in atlas units.
    pub fn window(self) -> [f64; 4] {
        let (width, height) = (f64::from(self.width), f64::from(self.width) / 1.5);
        let (west, north) =
            (f64::from(self.east) - width / 2.0, f64::from(self.north) + height / 2.0);
        let (x, y) = projection::km_to_units(west, north);
        [x, y, width / projection::UNIT, height / projection::UNIT]
    }

    /// With its centre on the five and their neighbours, so that no zoom ends in empty sea.
    fn within(self) -> Self {
        Self {
            east: self.east.clamp(-3_000, 2_200),
            north: self.north.clamp(-1_700, 2_200),
            ..self
        }
    }

    fn parse(text: &str) -> Option<Self> {
        let mut numbers = text.split(',').map(|n| n.parse::<i32>().ok());
        let (east, north, width) = (numbers.next()??, numbers.next()??, numbers.next()??);
        let more = numbers.next().is_some();
        let sight = Self { east, north, width: width.clamp(Self::NARROWEST, Self::WIDEST) };
        (!more).then(|| sight.within())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_sight_is_read_back_as_it_was_written(
            east in -3_000..2_200_i32, north in -1_700..2_200_i32, width in 300..6_000_i32,
        ) {
            let scene = Scene::Free(Sight { east, north, width });
            prop_assert_eq!(Scene::parse(&scene.to_string()), Some(scene));
        }

        #[test]
        fn zooming_keeps_the_point_under_the_finger(
            width in 900..3_000_i32, x in -500.0..500.0_f64, y in -500.0..500.0_f64,
        ) {
            let before = Sight { east: 0, north: 0, width };
            let after = before.zoomed(2.0, (x, y));
            prop_assert!((after.width * 2 - width).abs() <= 1);
            let share = |s: Sight| {
                let width = f64::from(s.width);
                ((x - f64::from(s.east)) / width, (y - f64::from(s.north)) / width)
            };
            prop_assert!((share(before).0 - share(after).0).abs() < 0.005);
            prop_assert!((share(before).1 - share(after).1).abs() < 0.005);
        }
    }

    #[test]
    fn far_numbers_are_brought_back_and_nonsense_is_not_read() {
        let far = Scene::parse("99999,-99999,1").map(|s| s.to_string());
        assert_eq!(far.as_deref(), Some("2200,-1700,300"));
        for nonsense in ["", "moon", "1,2", "1,2,3,4", "1,,3", "1e9,2,3"] {
            assert_eq!(Scene::parse(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn a_window_lies_where_its_frame_does() {
        let [x, y, width, height] = Sight::of(Frame::Five).window();
        let (left, top) = projection::km_to_units(-1530.0, 1240.0);
        assert!(x <= left && y <= top && width >= 3160.0 / projection::UNIT - 4.0);
        assert!((width / height - 1.5).abs() < 1e-9);
    }
}
