//! How the text can be set. A choice is an attribute of the page's root element; the usual one is none.

use leptos::prelude::*;

/// All choices.
#[component]
pub fn Settings() -> impl IntoView {
    view! {
        {choice("Text size", "size", &[("Smaller", "s"), ("Usual", ""), ("Larger", "l"), ("Largest", "xl")])}
        {choice("Line length", "measure", &[("Short", "short"), ("Usual", ""), ("Long", "long")])}
        {choice("Colours", "theme", &[("As the system", ""), ("Light", "light"), ("Dark", "dark")])}
        {choice("Links in the text", "links", &[("Underlined", ""), ("Quiet", "quiet")])}
        {choice("Keys / ? n p c and Ctrl K", "keys", &[("On", ""), ("Off", "off")])}
        <p class="note">"Kept in this browser only, if it allows."</p>
    }
}

fn choice(
    label: &'static str,
    name: &'static str,
    options: &[(&'static str, &'static str)],
) -> impl IntoView {
    let option = |&(words, value): &(&'static str, &'static str)| {
        let usual = value.is_empty();
        view! { <label><input type="radio" name=name value=value checked=usual /><span>{words}</span></label> }
    };
    let options: Vec<_> = options.iter().map(option).collect();
    view! { <fieldset><legend>{label}</legend><div>{options}</div></fieldset> }
}
