//! The only door to the browser. Natively every act is empty, so that views can be rendered to HTML.

#[cfg(target_arch = "wasm32")]
#[expect(clippy::disallowed_methods, reason = "this is the door to the browser")]
mod browser;
#[cfg(target_arch = "wasm32")]
mod draw;
#[cfg(target_arch = "wasm32")]
#[expect(clippy::disallowed_methods, reason = "this is the door to the browser")]
mod events;
#[cfg(target_arch = "wasm32")]
#[expect(clippy::disallowed_methods, reason = "this is the door to the browser")]
mod fold;
#[cfg(target_arch = "wasm32")]
#[expect(clippy::disallowed_methods, reason = "this is the door to the browser")]
mod gesture;
#[cfg(target_arch = "wasm32")]
#[expect(clippy::disallowed_methods, reason = "this is the door to the browser")]
mod history;
#[cfg(target_arch = "wasm32")]
#[expect(clippy::disallowed_methods, reason = "this is the door to the browser")]
mod labels;
#[cfg(target_arch = "wasm32")]
#[expect(clippy::disallowed_methods, reason = "this is the door to the browser")]
mod light;
#[cfg(target_arch = "wasm32")]
mod listing;
#[cfg(target_arch = "wasm32")]
mod marks;
#[cfg(target_arch = "wasm32")]
mod reading;
#[cfg(target_arch = "wasm32")]
mod save;
#[cfg(target_arch = "wasm32")]
mod scroll;
#[cfg(target_arch = "wasm32")]
#[expect(clippy::disallowed_methods, reason = "this is the door to the browser")]
mod select;
#[cfg(target_arch = "wasm32")]
mod sketch;
#[cfg(target_arch = "wasm32")]
mod store;
#[cfg(target_arch = "wasm32")]
#[expect(clippy::disallowed_methods, reason = "this is the door to the browser")]
mod table;

#[cfg(target_arch = "wasm32")]
pub use {
    browser::{
        after_drawing, after_ms, focus, focus_first, focus_place, in_turn, mark_current,
        mark_place, mark_ready,
    },
    browser::{
        grows, hide, is_drawn, is_framed, mark, report_panics, root, say, select, show_frame,
        words_in, words_of, write,
    },
    events::{
        focus_is_in, hold_trigger, on_act, on_again, on_key, on_link, on_pointed, place_preview,
    },
    events::{hold_focus, mark_kept, on_chosen, on_typed, release_trigger, return_focus},
    fold::on_unfolded,
    gesture::{on_gesture, show_sight, sight},
    history::{
        bring_trail, entry, fragment, go_back_to, on_arrival, place_left_at, push, remember,
        settle, trail_brought_at,
    },
    labels::{keep_labels_apart, tidy_labels},
    light::light,
    listing::list_results,
    marks::{paint, show_hit, unpaint_hit},
    reading::{on_reading, on_reflow},
    save::save_map,
    scroll::{
        bring_into_view, focus_beside, heights_of_mentions, heights_of_passages, is_out_of_view,
        is_scrolled, keep_map_above_card, mark_mentions, raise_panel, show_mention, unmark_mention,
    },
    select::{copy, on_selected, page, print, print_handout, tell, write_area},
    sketch::{fill_pair, fill_preview, list_trail},
    store::{keep_setting, preference, show_settings, tick, ticked, value},
    table::{choose, go_in_table, rove, show_only, sort_rows},
};

mod act;
pub use act::{Group, Hits, Kept, Key, Lead, Left, Line, Link, Pointed, Pressed};

#[cfg(not(target_arch = "wasm32"))]
mod nowhere;
#[cfg(not(target_arch = "wasm32"))]
pub use nowhere::*;
