//! All pieces in reading order, with their speakers and how long they take.

use crate::desk::view_name;
use crate::edition::ISSUE;
use leptos::prelude::*;
use model::issue::VIEWS;
use model::{Article, Kind};

/// The pieces as a list; with the interview's questions, if asked for.
#[component]
pub fn Contents(with_questions: bool) -> impl IntoView {
    let line = move |article: &'static Article| {
        let questions = with_questions.then(|| questions(article));
        view! {
            <li>
                <a href=format!("#{}", article.id)>{article.short.as_str()}</a>
                " "
                <small>{main_speaker(article)}" · "{format!("{} min", ISSUE.minutes(article))}</small>
                {questions}
            </li>
        }
    };
    view! {
        <ol>{ISSUE.articles.iter().map(line).collect_view()}</ol>
        <p class="views">
            {VIEWS.map(|id| view! { <a href=format!("#{id}")>{view_name(id)}</a> " " })}
        </p>
    }
}

fn questions(article: &'static Article) -> Option<impl IntoView> {
    let all = ISSUE.passages_of(article).iter().filter(|p| p.kind == Kind::Question);
    let line = |p: &'static model::Passage| {
        view! { <li><a href=format!("#{}", p.id)>{p.text.as_str()}</a></li> }
    };
    let lines: Vec<_> = all.map(line).collect();
    (!lines.is_empty()).then(|| view! { <ol class="questions">{lines}</ol> })
}

/// Who speaks in the body of an article.
fn main_speaker(article: &'static Article) -> &'static str {
    let mut body = ISSUE.passages_of(article).iter();
    let passage = body.rfind(|p| matches!(p.kind, Kind::Paragraph | Kind::Answer));
    passage.map_or("", |p| ISSUE.speaker_of(p).name.as_str())
}

/// From the end of a piece to those before and after it.
pub fn turn(index: usize) -> impl IntoView {
    let link = |article: &'static Article, class: &'static str, what: &'static str| {
        let time = format!("{} min", ISSUE.minutes(article));
        view! {
            <a class=class href=format!("#{}", article.id)>
                <small>{what}", "{time}</small>
                " "
                {article.short.as_str()}
            </a>
        }
    };
    let before = index.checked_sub(1).and_then(|i| ISSUE.articles.get(i));
    let after = ISSUE.articles.get(index + 1);
    view! {
        <nav class="turn" aria-label=format!("Before and after {}", ISSUE.articles[index].short)>
            {before.map(|a| link(a, "before", "Previous"))}
            {after.map(|a| link(a, "after", "Next"))}
        </nav>
    }
}
