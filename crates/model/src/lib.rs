//! The issue and what can be asked of it: articles, passages, standings, facts, mentions, and the
//! address of each in the page's URL. Pure data and pure functions; it knows neither files nor browser.

pub mod address;
pub mod atlas;
pub mod cite;
pub mod country;
pub mod crowd;
pub mod embed;
pub mod event;
pub mod fact;
pub mod issue;
pub mod item;
pub mod passage;
pub mod picture;
pub mod place;
pub mod projection;
pub mod search;
pub mod sight;
pub mod standing;
pub mod term;
pub mod told;
pub mod trail;
pub mod view;

pub use address::{Address, UnknownAddress};
pub use atlas::Atlas;
pub use cite::{Citation, Style};
pub use country::{Country, CountryId};
pub use embed::Embed;
pub use event::{Dating, Event, Field, Open, Span, Tense};
pub use fact::{Basis, Fact, Subject};
pub use issue::{Article, Chart, Issue, Sic, Speaker, Topic, Voice};
pub use item::Item;
pub use passage::{Kind, Mention, MentionKind, Passage, Target, Witness};
pub use picture::Picture;
pub use place::{Certainty, Mode, Place, PlaceKind, Route};
pub use sight::{Scene, Sight};
pub use standing::{Body, BodyText, Standing, StandingText, Stated};
pub use term::{Sort, State, Term};
pub use told::{Figure, Leg, Told};
pub use trail::Trail;
pub use view::{Frame, Layer, Layers};
