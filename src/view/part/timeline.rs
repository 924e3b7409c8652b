//! The timeline: every time that the text gives, in its own words, on one axis; what has no anchor in the
//! calendar has no bar.

use super::evidence::{by_line, witness};
use super::only::{Only, OnlyProps};
use crate::desk::view_name;
use crate::edition::ISSUE;
use leptos::prelude::*;
use model::{CountryId, Dating, Event, Figure, Open, Span, Subject, Tense};

/// The years that the axis shows.
const FIRST: u16 = 1990;
const LAST: u16 = 2016;

/// How far beyond a span an end that is not stated is drawn, in months.
const BEYOND: u16 = 24;

/// Key, axis, events, figures.
#[component]
pub fn Timeline() -> impl IntoView {
    let dated = ISSUE.events.iter().filter(|e| e.span.is_some());
    let undated = Tense::ALL.map(|tense| {
        let events = ISSUE.events.iter().filter(move |e| e.tense == Some(tense));
        let heading = match tense {
            Tense::Past => "Not dated, before this issue was written",
            Tense::Present => "Not dated, while it was written",
            Tense::Future => "Not dated, still to come",
        };
        view! { <h3 class="topic">{heading}</h3> <ol class="facts events">{events.map(event).collect_view()}</ol> }
    });
    let key = |dating: Dating| {
        view! { <li class=dating.slug()><svg class="axis" viewBox="0 0 24 8" aria-hidden="true">{(dating != Dating::Undated).then(|| view! { <rect class="stretch" x="1" y="1" width="22" height="6"></rect> })}</svg>{dating.words()}</li> }
    };
    let years = (FIRST..=LAST).step_by(5).map(|y| view! { <span>{y}</span> }).collect_view();
    view! {
        <section class="piece apparatus supplemental" id="timeline">
            <h2>{view_name("timeline")}</h2>
            <p class="count">
                {format!("{} times that the text gives, in its own words. A bar lies where the text places it in the calendar; what has no anchor there has no bar. {}", ISSUE.events.len(), ISSUE.dating)}
            </p>
            {Only(OnlyProps { of: "timeline", fields: &["state", "organisation", "voice"] })}
            <div class="skipped">
                <ul class="datings" aria-label="How the text dates it">{Dating::ALL.map(key)}</ul>
                <div>
                    <h3 class="topic">"In the calendar"</h3>
                    <p class="years" aria-hidden="true">{years}</p>
                    <ol class="facts events">{dated.map(event).collect_view()}</ol>
                </div>
                {undated}
                <h3 class="topic">"The NDN’s share, as quoted"</h3>
                <p class="count">{ISSUE.figures_note.as_str()}</p>
                <ul class="facts figures">{ISSUE.figures.iter().map(figure).collect_view()}</ul>
            </div>
        </section>
    }
}

fn event(event: &'static Event) -> impl IntoView {
    let speaker = ISSUE.speaker_of(&ISSUE.passages[usize::from(event.witness.passage)]);
    let all = event.together.then_some(CountryId::ALL).into_iter().flatten();
    let states = event.states.iter().copied().chain(all).map(CountryId::slug);
    let together = event.together.then_some(Subject::Collective.slug());
    let terms = event.terms.iter().map(|t| ISSUE.terms[usize::from(*t)].id.as_str());
    let of: Vec<&str> = states.chain(together).chain(terms).chain([speaker.id.as_str()]).collect();
    let where_ = event.place.as_ref().map(|_| " · on the map");
    view! {
        <li id=event.id.as_str() class=event.dating.slug() data-of=of.join(" ") data-lights=event.place.as_deref()>
            <details>
                <summary>
                    <b>{event.words.as_str()}</b>
                    {event.span.map(|span| axis(span, event.open))}
                    " "
                    {event.what.as_str()}
                    " "
                    <small>{speaker.name.as_str()}" · "{event.dating.words()}{where_}</small>
                </summary>
                {witness(&event.witness)}
            </details>
        </li>
    }
}

/// A span on the axis: a month is a unit wide.
fn axis(span: Span, open: Option<Open>) -> impl IntoView {
    let (first, end) = (FIRST * 12, (LAST + 1) * 12);
    let x = |month: u16| month.clamp(first, end) - first;
    let (from, to) = (x(span.from), x(span.to + 1));
    let fade = match open {
        Some(Open::After) => Some((to, (to + BEYOND).min(end - first))),
        Some(Open::Before) => Some((from.saturating_sub(BEYOND), from)),
        None => None,
    };
    let earlier =
        (span.to < first).then(|| view! { <path class="stretch" d="M9 0L0 4L9 8Z"></path> });
    let line = fade.map(|(a, b)| view! { <path class="unended" d=format!("M{a} 4H{b}")></path> });
    // A month alone would be too thin to see.
    let width = (to - from).max(3);
    view! {
        <svg class="axis" viewBox=format!("0 0 {} 8", end - first) preserveAspectRatio="none" aria-hidden="true">
            {line}
            {earlier}
            {(to > from).then(|| view! { <rect class="stretch" x=from y="1" width=width height="6"></rect> })}
        </svg>
    }
}

fn figure(figure: &'static Figure) -> impl IntoView {
    let class = if figure.planned { "planned" } else { "" };
    view! {
        <li id=figure.id.as_str() class=class>
            <details>
                <summary>
                    <b>{figure.of.as_str()}", "{figure.when.as_str()}</b>
                    " "
                    {figure.words.as_str()}
                    <svg class="share" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="all" width="100" height="8"></rect><rect class="stretch" width=figure.percent height="8"></rect></svg>
                    <small>{figure.base.as_str()}{figure.planned.then_some(" · initially planned")}" · "{by_line(&figure.witness)}</small>
                </summary>
                {witness(&figure.witness)}
            </details>
        </li>
    }
}
