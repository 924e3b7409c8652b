//! What is listed: only what concerns a state, an organisation, a voice.

use crate::edition::ISSUE;
use leptos::prelude::*;
use model::CountryId;

/// Fields that narrow the list of a section, and how much is left. They stand outside of what is skipped until it is
/// near: browsers ask of each field, as soon as the page is there, whether it can be filled in, and lay out for that all
/// it stands in.
#[component]
pub fn Only(
    /// Id of the section.
    of: &'static str,
    /// Which fields there are.
    fields: &'static [&'static str],
) -> impl IntoView {
    let field = |name: &'static str| {
        let option = |(value, words): (&'static str, &'static str)| {
            view! { <option value=value>{words}</option> }
        };
        let (label, none) = match name {
            "state" => ("State", "all"),
            "organisation" => ("Organisation", "all"),
            _ => ("Who says it", "everybody"),
        };
        let options = choices(name).into_iter().map(option).collect_view();
        view! { <label>{label}" "<select name=name autocomplete="off"><option value="">{none}</option>{options}</select></label> }
    };
    view! {
        <div class="only live" role="group" aria-label="Show only">
            {fields.iter().map(|name| field(name)).collect_view()}
            <p role="status" data-left=of></p>
        </div>
    }
}

/// Ids and names to choose from.
fn choices(field: &str) -> Vec<(&'static str, &'static str)> {
    let countries = CountryId::ALL.map(|id| (id.slug(), ISSUE.country(id).name.as_str()));
    let terms = ISSUE.terms.iter().map(|t| (t.id.as_str(), t.name.as_str()));
    let speakers = ISSUE.speakers.iter().map(|s| (s.id.as_str(), s.name.as_str()));
    let all = countries.into_iter().chain(terms).chain(speakers);
    all.filter(|(id, _)| ISSUE.field_of(id).is_some_and(|f| f.slug() == field)).collect()
}
