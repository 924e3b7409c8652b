//! A reader's trail: passages, cards and statements in an order of their own, kept in the page's address.
//! Each step carries a short sum of what it said when it was collected, so that a changed text is noticed.

use crate::{CountryId, Issue};
use std::fmt;

/// A trail holds no more steps than this: an address must stay short enough to be sent.
pub const LONGEST: usize = 40;

/// The longest id that is read, in bytes.
const LONGEST_ID: usize = 60;

/// Digits of the sum, to the base of 36.
const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";

/// One thing collected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its id in the page.
    pub id: String,
    /// The sum of what it said, below 36²; none in an address written by hand.
    pub sum: Option<u16>,
}

/// How a step stands to the issue as it now is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// It says what it said.
    Same,
    /// It is there and says something else.
    Changed,
    /// It is no longer there.
    Gone,
}

/// Steps in order, none twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trail(Vec<Step>);

impl Trail {
    /// Reads `id~sum,id~sum`. What can be no id is passed over.
    pub fn parse(value: &str) -> Self {
        let mut trail = Self::default();
        for word in value.split(',') {
            let (id, sum) = word.split_once('~').map_or((word, None), |(id, s)| (id, read_sum(s)));
            let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
            if !id.is_empty() && id.len() <= LONGEST_ID && id.bytes().all(fits) {
                trail.push(Step { id: id.to_owned(), sum });
            }
        }
        trail
    }

    /// The steps.
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Where the thing with this id stands in it.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.0.iter().position(|s| s.id == id)
    }

    /// Adds a step at the end, unless it is there already or the trail is full. Whether it was added.
    pub fn push(&mut self, step: Step) -> bool {
        let fits = self.0.len() < LONGEST && self.position(&step.id).is_none();
        if fits {
            self.0.push(step);
        }
        fits
    }

    /// Takes a step out.
    pub fn remove(&mut self, at: usize) {
        if at < self.0.len() {
            self.0.remove(at);
        }
    }

    /// Moves a step before the one above it.
    pub fn raise(&mut self, at: usize) {
        if (1..self.0.len()).contains(&at) {
            self.0.swap(at - 1, at);
        }
    }
}

impl fmt::Display for Trail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, step) in self.0.iter().enumerate() {
            f.write_str(if i == 0 { "" } else { "," })?;
            f.write_str(&step.id)?;
            if let Some(sum) = step.sum {
                let digit = |n: u16| char::from(DIGITS[usize::from(n % 36)]);
                write!(f, "~{}{}", digit(sum / 36), digit(sum))?;
            }
        }
        Ok(())
    }
}

fn read_sum(digits: &str) -> Option<u16> {
    let digit = |b: u8| DIGITS.iter().position(|d| *d == b).map(|d| d as u16);
    match digits.as_bytes() {
        [a, b] => Some(digit(*a)? * 36 + digit(*b)?),
        _ => None,
    }
}

/// A sum of words, below 36²: FNV-1a (<http://www.isthe.com/chongo/tech/comp/fnv/>) of their bytes, folded.
fn sum(words: &[&str]) -> u16 {
    let bytes = words.iter().flat_map(|w| w.bytes());
    let hash = bytes.fold(0x811c_9dc5_u32, |h, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193));
    ((hash ^ (hash >> 16)) % (36 * 36)) as u16
}

impl Issue {
    /// A step to this thing as it now is, if it is there.
    pub fn step_to(&self, id: &str) -> Option<Step> {
        Some(Step { id: id.to_owned(), sum: Some(self.sum_of(id)?) })
    }

    /// How a step stands to the issue as it now is.
    pub fn condition(&self, step: &Step) -> Condition {
        match (self.sum_of(&step.id), step.sum) {
            (None, _) => Condition::Gone,
            (Some(now), Some(then)) if now != then => Condition::Changed,
            _ => Condition::Same,
        }
    }

    fn sum_of(&self, id: &str) -> Option<u16> {
        if CountryId::from_slug(id).is_some() {
            return Some(0);
        }
        // What it is called holds the statement or standing, too.
        let item = self.item(id, None)?;
        Some(item.quote.map_or(0, |quote| sum(&[&item.title, quote])))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trail_is_read_back_as_it_was_written_and_holds_nothing_twice() {
        let trail = Trail::parse(
            "interview-q4-2~0z,kazakhstan,interview-q4-2~11,<b>,uzbekistan-csto~zz,x~123",
        );
        assert_eq!(trail.to_string(), "interview-q4-2~0z,kazakhstan,uzbekistan-csto~zz,x");
        assert_eq!(Trail::parse(&trail.to_string()), trail);
    }

    #[test]
    fn a_trail_has_an_end() {
        let long: Vec<_> = (0..100).map(|n| format!("a{n}")).collect();
        assert_eq!(Trail::parse(&long.join(",")).steps().len(), LONGEST);
    }

    #[test]
    fn steps_are_moved_and_taken_out() {
        let mut trail = Trail::parse("a,b,c");
        trail.raise(2);
        trail.raise(0);
        assert_eq!(trail.to_string(), "a,c,b");
        trail.remove(1);
        trail.remove(9);
        assert_eq!(trail.to_string(), "a,b");
    }
}
