//! The map under the hand: wheel with a modifier, double click, drag, and two fingers. A wheel alone, and
//! one finger, are the page's.

use super::browser::{after_ms, by_id, document, one, window};
use super::history::fragment;
use super::scroll::extent;
use gloo::events::{EventListener, EventListenerOptions};
use model::{Sight, projection};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, MouseEvent, PointerEvent, TouchEvent, WheelEvent};

/// Below this many px a press is a click and no drag.
const STEADY: f64 = 5.0;

/// So long after its last turn a wheel is at rest, in ms.
const REST: i32 = 160;

/// The map as it is drawn: what part of it, at what scale, round which point of the window.
#[derive(Clone, Copy)]
struct View {
    sight: Sight,
    px_per_km: f64,
    centre: (f64, f64),
}

impl View {
    fn km(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let east = f64::from(self.sight.east) + (x - self.centre.0) / self.px_per_km;
        let north = f64::from(self.sight.north) - (y - self.centre.1) / self.px_per_km;
        (east, north)
    }
}

/// A gesture under way: where it began.
#[derive(Clone, Copy)]
struct Grip {
    view: View,
    at: (f64, f64),
    span: f64,
}

impl Grip {
    fn sight(&self, at: (f64, f64), span: f64) -> Sight {
        let (from, to) = (self.view.km(self.at), self.view.km(at));
        let moved = self.view.sight.moved(from.0 - to.0, from.1 - to.1);
        moved.zoomed(span / self.span, from)
    }
}

fn view() -> Option<View> {
    let (stage, map) = (one("#map .stage")?, by_id("map")?);
    let stage = extent(&stage);
    let style = window().get_computed_style(&map).ok().flatten()?;
    let number = |name: &str| Some(js_sys::parse_float(&style.get_property_value(name).ok()?));
    let (x, y, width) = (number("--vx")?, number("--vy")?, number("--vw")?);
    let height = number("--vh")?;
    let px_per_km = (stage.right - stage.left) / (width * projection::UNIT);
    let (west, north) = projection::units_to_km(x, y);
    let east = west + width * projection::UNIT / 2.0;
    let north = north - height * projection::UNIT / 2.0;
    let room = (f64::from(map.client_width()), 2.0 * centre_of(&stage).1 - 2.0 * extent(&map).top);
    let km = room.0.min(room.1 * 1.5) / px_per_km;
    let sight = Sight { east: east.round() as i32, north: north.round() as i32, width: km as i32 };
    Some(View { sight, px_per_km, centre: centre_of(&stage) })
}

fn centre_of(e: &model::crowd::Extent) -> (f64, f64) {
    ((e.left + e.right) / 2.0, (e.top + e.bottom) / 2.0)
}

/// The part of the map in view, as a sight of the same scale.
pub fn sight() -> Option<Sight> {
    view().map(|v| v.sight)
}

/// Shows this part of the map, or again what the stylesheets say.
pub fn show_sight(sight: Option<Sight>) {
    let Some(map) = by_id("map") else { return };
    let style = map.style();
    let names = ["--vx", "--vy", "--vw", "--vh"];
    match sight.map(Sight::window) {
        Some(window) => {
            for (name, value) in names.iter().zip(window) {
                let _ = style.set_property(name, &(value.round() as i32).to_string());
            }
        }
        None => names.iter().for_each(|name| drop(style.remove_property(name))),
    }
}

/// Calls back with the part of the map that a gesture asks for, and whether the gesture is over.
pub fn on_gesture(act: impl Fn(Sight, bool) + 'static) {
    let Some(map) = by_id("map") else { return };
    let act: Rc<dyn Fn(Sight, bool)> = Rc::new(act);
    wheel(&map, &act);
    double_click(&map, &act);
    drag(&map, &act);
    fingers(&map, &act);
}

fn on_button(event: &Event) -> bool {
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    target.is_some_and(|t| t.closest(".zoom").ok().flatten().is_some())
}

fn listen(on: &Element, kind: &'static str, act: impl Fn(&Event) + 'static) {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(on, kind, options, act).forget();
}

fn wheel(map: &HtmlElement, act: &Rc<dyn Fn(Sight, bool)>) {
    let (tell, own) = (act.clone(), map.clone());
    let turns: Rc<RefCell<u32>> = Rc::default();
    listen(map, "wheel", move |event| {
        let Some(wheel) = event.dyn_ref::<WheelEvent>() else { return };
        if !(wheel.ctrl_key() || wheel.meta_key()) {
            return;
        }
        event.prevent_default();
        // A trackpad sends many small turns: each must find the one before it done.
        let _ = own.set_attribute("data-moving", "");
        if let Some(view) = view() {
            let at = view.km((f64::from(wheel.client_x()), f64::from(wheel.client_y())));
            tell(view.sight.zoomed((-wheel.delta_y() / 200.0).exp().clamp(0.5, 2.0), at), false);
        }
        let mine = turns.replace_with(|n| *n + 1) + 1;
        let (turns, tell, own) = (turns.clone(), tell.clone(), own.clone());
        after_ms(REST, move || {
            if *turns.borrow() == mine {
                let _ = own.remove_attribute("data-moving");
                sight().into_iter().for_each(|s| tell(s, true));
            }
        });
    });
}

/// A double click draws the map nearer, and where its first click chose, it is that one click: by the second the
/// map has moved, and something else lies under the pointer.
fn double_click(map: &HtmlElement, act: &Rc<dyn Fn(Sight, bool)>) {
    let before: Rc<RefCell<String>> = Rc::default();
    let (tell, first) = (act.clone(), before.clone());
    listen(map, "click", move |event| {
        if event.dyn_ref::<MouseEvent>().is_some_and(|click| click.detail() > 1) {
            event.prevent_default();
        } else {
            first.replace(fragment());
        }
    });
    listen(map, "dblclick", move |event| {
        let Some(click) = event.dyn_ref::<MouseEvent>().filter(|_| !on_button(event)) else {
            return;
        };
        event.prevent_default();
        if let Some(view) = view().filter(|_| *before.borrow() == fragment()) {
            let at = view.km((f64::from(click.client_x()), f64::from(click.client_y())));
            tell(view.sight.zoomed(if click.shift_key() { 0.5 } else { 2.0 }, at), true);
        }
    });
}

fn drag(map: &HtmlElement, act: &Rc<dyn Fn(Sight, bool)>) {
    let pressed: Rc<RefCell<Option<(f64, f64)>>> = Rc::default();
    let grip: Rc<RefCell<Option<Grip>>> = Rc::default();
    let dragged = Rc::new(RefCell::new(false));
    let (held, moved) = (pressed.clone(), dragged.clone());
    listen(map, "pointerdown", move |event| {
        let Some(press) = event.dyn_ref::<PointerEvent>() else { return };
        moved.replace(false);
        let drags = press.pointer_type() == "mouse" && press.button() == 0 && !on_button(event);
        held.replace(drags.then(|| at(press)));
    });
    listen(map, "dragstart", Event::prevent_default);
    let (press, held) = (pressed.clone(), grip.clone());
    let (moved, tell, own) = (dragged.clone(), act.clone(), map.clone());
    listen(
        &document().document_element().expect("a page has a root"),
        "pointermove",
        move |event| {
            let (Some(from), Some(pointer)) = (*press.borrow(), event.dyn_ref::<PointerEvent>())
            else {
                return;
            };
            if pointer.buttons() & 1 == 0 {
                // The button was let go where nobody heard of it.
                press.replace(None);
                held.replace(None);
                let _ = own.remove_attribute("data-moving");
                return;
            }
            let to = at(pointer);
            if (to.0 - from.0).abs().max((to.1 - from.1).abs()) > STEADY && !moved.replace(true) {
                // Only now: most presses are clicks, which need not wait until the map is measured.
                held.replace(view().map(|view| Grip { view, at: from, span: 1.0 }));
            }
            if let Some(grip) = *held.borrow() {
                let _ = own.set_attribute("data-moving", "");
                tell(grip.sight(to, 1.0), false);
            }
        },
    );
    let (tell, own, moved) = (act.clone(), map.clone(), dragged.clone());
    listen(&document().document_element().expect("a page has a root"), "pointerup", move |_| {
        pressed.take();
        if grip.take().is_some() {
            let _ = own.remove_attribute("data-moving");
            sight().into_iter().for_each(|s| tell(s, true));
            // The click that ends a drag comes at once, or not at all.
            let moved = moved.clone();
            after_ms(0, move || {
                moved.replace(false);
            });
        }
    });
    // The click that ends a drag chooses nothing.
    listen(map, "click", move |event| {
        if dragged.replace(false) {
            event.prevent_default();
        }
    });
}

fn fingers(map: &HtmlElement, act: &Rc<dyn Fn(Sight, bool)>) {
    let grip: Rc<RefCell<Option<Grip>>> = Rc::default();
    let held = grip.clone();
    listen(map, "touchstart", move |event| {
        let two = event.dyn_ref::<TouchEvent>().and_then(two_fingers);
        let new = two.and_then(|(at, span)| Some(Grip { view: view()?, at, span }));
        held.replace(new);
    });
    let (held, tell, own) = (grip.clone(), act.clone(), map.clone());
    listen(map, "touchmove", move |event| {
        let Some((at, span)) = event.dyn_ref::<TouchEvent>().and_then(two_fingers) else { return };
        if let Some(grip) = *held.borrow() {
            event.prevent_default();
            let _ = own.set_attribute("data-moving", "");
            tell(grip.sight(at, span), false);
        }
    });
    // The system may take the fingers away.
    for end in ["touchend", "touchcancel"] {
        let (grip, tell, own) = (grip.clone(), act.clone(), map.clone());
        listen(map, end, move |_| {
            if grip.take().is_some() {
                let _ = own.remove_attribute("data-moving");
                sight().into_iter().for_each(|s| tell(s, true));
            }
        });
    }
}

/// Where a pointer is, in px of the window.
fn at(pointer: &PointerEvent) -> (f64, f64) {
    (f64::from(pointer.client_x()), f64::from(pointer.client_y()))
}

/// The middle between two fingers and their distance, in px of the window.
fn two_fingers(event: &TouchEvent) -> Option<((f64, f64), f64)> {
    let touches = event.touches();
    let at = |i| touches.item(i).map(|t| (f64::from(t.client_x()), f64::from(t.client_y())));
    let (a, b) = (at(0)?, at(1)?);
    let span = (a.0 - b.0).hypot(a.1 - b.1).max(1.0);
    (touches.length() == 2).then_some((((a.0 + b.0) / 2.0, (a.1 + b.1) / 2.0), span))
}
