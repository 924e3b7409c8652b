//! The matrix: five states by eight bodies, each cell a mark and a word that leads to its sentence.

use super::mark::mark;
use crate::desk::{Act, view_name};
use crate::edition::ISSUE;
use leptos::prelude::*;
use model::{Body, CountryId, Standing};

/// The table and the meaning of its eight marks.
#[component]
pub fn Matrix() -> impl IntoView {
    let head = |body: Body| {
        let (name, full) = (ISSUE.body(body).name.as_str(), ISSUE.body(body).full.as_str());
        let broken = name.replace("gation", "\u{ad}ga\u{ad}tion");
        view! {
            <th scope="col" data-col=body.slug()>
                <span class="still">{broken.clone()}</span>
                <button type="button" class="layer live" data-act=Act::Column(body).word() aria-pressed="false" title=full>{broken}</button>
                <button type="button" class="sort live" data-act=Act::Sort(Some(body)).word() aria-label=format!("Sort by {name}")>"↕"</button>
            </th>
        }
    };
    let row = |id: CountryId| {
        let name = ISSUE.country(id).name.as_str();
        let href = format!("#{}", id.slug());
        // Where it must, the name breaks before its last syllable, and the longest once more.
        let broken = name.replace("menistan", "\u{ad}menistan").replace("stan", "\u{ad}stan");
        view! { <tr data-row=id.slug()><th scope="row"><a href=href class=format!("to-{}", id.slug())>{broken}</a></th>{Body::ALL.map(|body| cell(id, body))}</tr> }
    };
    view! {
        <section class="piece apparatus skipped supplemental" id="matrix">
            <h2>{view_name("matrix")}</h2>
            <p class="count">{ISSUE.frame_note.as_str()}" Every word leads to its sentence."<span class="live">" A column’s name puts it on the map."</span></p>
            <table class="matrix" aria-label="Standings of five states with eight organisations and mechanisms">
                <thead>
                    <tr>
                        <th scope="col" data-col="name" aria-sort="ascending">
                            <span>"State"</span>
                            <button type="button" class="sort live" data-act=Act::Sort(None).word() aria-label="Sort by name">"↕"</button>
                        </th>
                        {Body::ALL.map(head)}
                    </tr>
                </thead>
                <tbody>{CountryId::ALL.map(row)}</tbody>
            </table>
            <ul class="meanings" aria-label="What the marks mean">{Standing::ALL.map(meaning)}</ul>
        </section>
    }
}

fn cell(id: CountryId, body: Body) -> impl IntoView {
    let stated = ISSUE.stated(id, body);
    let class = format!("is-{}", stated.standing.slug());
    let word = ISSUE.standing_text(stated.standing).name.as_str();
    view! {
        <td class=class><a href=format!("#{}", stated.id)>{mark(stated.standing, body.is_beside_nato())}<span>{word}</span></a></td>
    }
}

fn meaning(standing: Standing) -> impl IntoView {
    let text = ISSUE.standing_text(standing);
    view! { <li>{mark(standing, false)}<span><b>{text.name.as_str()}</b>" "{text.meaning.as_str()}</span></li> }
}
