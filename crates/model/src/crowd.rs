//! Which of the map's labels stay where they would collide.

/// A label's box in CSS px from the window's corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    /// Left edge.
    pub left: f64,
    /// Top edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Bottom edge.
    pub bottom: f64,
}

impl Extent {
    /// Whether two boxes share more than an edge.
    pub fn meets(self, other: Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Whether the other box lies wholly in this one.
    pub fn holds(self, other: Self) -> bool {
        self.left <= other.left
            && self.top <= other.top
            && self.right >= other.right
            && self.bottom >= other.bottom
    }
}

/// Which labels stay, given each one's tier and the boxes that it fills. Lower tiers are set first, in order; a later label
/// that meets one already set, or is cut by the map's edge, gives way. Tier 1, the states' own names,
/// never does.
pub fn kept(map: Extent, labels: &[(u8, Vec<Extent>)]) -> Vec<bool> {
    let last = labels.iter().map(|l| l.0).max().unwrap_or_default();
    let of_tier = |tier| (0..labels.len()).filter(move |&i| labels[i].0 == tier);
    let mut set: Vec<Extent> = Vec::new();
    let mut kept = vec![false; labels.len()];
    for i in (0..=last).flat_map(of_tier) {
        let (tier, boxes) = &labels[i];
        let free = |own: &Extent| map.holds(*own) && !set.iter().any(|other| other.meets(*own));
        kept[i] = *tier == 1 || boxes.iter().all(free);
        if kept[i] {
            set.extend(boxes);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const MAP: Extent = Extent { left: 0.0, top: 0.0, right: 100.0, bottom: 100.0 };

    fn at(left: f64, top: f64) -> Vec<Extent> {
        vec![Extent { left, top, right: left + 20.0, bottom: top + 10.0 }]
    }

    #[test]
    fn the_lower_tier_stays() {
        assert_eq!(kept(MAP, &[(3, at(10.0, 10.0)), (1, at(15.0, 12.0))]), [false, true]);
    }

    #[test]
    fn a_label_cut_by_the_edge_gives_way() {
        assert_eq!(kept(MAP, &[(2, at(90.0, 10.0)), (2, at(10.0, 10.0))]), [false, true]);
    }

    proptest! {
        #[test]
        fn no_two_that_stay_meet_and_none_gives_way_to_nothing(
            places in prop::collection::vec((2u8..5, 0.0..100.0_f64, 0.0..100.0_f64), 0..40),
        ) {
            let labels: Vec<_> = places.iter().map(|&(t, x, y)| (t, at(x, y))).collect();
            let stay = kept(MAP, &labels);
            let set: Vec<_> = labels.iter().zip(&stay).filter(|l| *l.1).map(|l| l.0.1[0]).collect();
            for (i, a) in set.iter().enumerate() {
                prop_assert!(MAP.holds(*a));
                prop_assert!(set[i + 1..].iter().all(|b| !a.meets(*b)));
            }
            // Nothing gives way without a reason.
            for ((tier, own), _) in labels.iter().zip(&stay).filter(|l| !*l.1) {
                let before = labels.iter().zip(&stay).filter(|(l, stays)| **stays && l.0 <= *tier);
                prop_assert!(!MAP.holds(own[0]) || before.into_iter().any(|(l, _)| l.1[0].meets(own[0])));
            }
        }
    }
}
