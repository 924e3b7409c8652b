//! The edition as a page: written to HTML natively, taken over in the browser.
//!
//! Import only from names further to the right: app, view, desk, nav, platform, edition.

pub mod app;
pub mod desk;
pub mod edition;
pub mod nav;
pub mod platform;
pub mod view;
