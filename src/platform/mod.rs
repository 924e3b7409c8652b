//! The only door to the browser. Natively every act is empty, so that views can be rendered to HTML.

#[cfg(target_arch = "wasm32")]
#[expect(clippy::disallowed_methods, reason = "this is the door to the browser")]
mod browser;
#[cfg(target_arch = "wasm32")]
#[expect(clippy::disallowed_methods, reason = "this is the door to the browser")]
mod labels;
#[cfg(target_arch = "wasm32")]
pub use browser::*;
#[cfg(target_arch = "wasm32")]
pub use labels::{keep_labels_apart, tidy_labels};

#[cfg(not(target_arch = "wasm32"))]
mod nowhere;
#[cfg(not(target_arch = "wasm32"))]
pub use nowhere::*;
