//! How the page answers, and to which keys.

use leptos::prelude::*;

/// The keyboard's model, in words.
#[component]
pub fn Help() -> impl IntoView {
    let key = |keys: &'static [&'static str], act: &'static str| {
        let keys: Vec<_> = keys.iter().map(|k| view! { <kbd>{*k}</kbd> " " }).collect();
        view! { <tr><th scope="row">{keys}</th><td>{act}</td></tr> }
    };
    view! {
        <h2>"Keys"</h2>
        <table>
            {key(&["Tab"], "goes on from an open card to the map, the five states, this bar, layers and views, map key, and the text")}
            {key(&["Enter"], "on a state or its name opens its card; on a term, what the text says of it")}
            {key(&["Esc"], "closes the topmost thing: preview, panel, second card, card, search")}
            {key(&["←", "↑", "→", "↓"], "on the map go from state to state; among the five buttons and the results, from one to the next; in the table, from cell to cell")}
            {key(&["Shift", "arrows"], "on the map move what is in view")}
            {key(&["+", "-", "0"], "on the map zoom in, zoom out, show the whole again")}
            {key(&["/"], "or Ctrl K opens search; Enter there goes from hit to hit")}
            {key(&["n", "p"], "next and previous mention of the chosen state, or hit of the search, step of the trail being read")}
            {key(&["c"], "cites the selected words, or the paragraph being read")}
            {key(&["?"], "opens this help")}
        </table>
        <p>"Keys of a single letter can be switched off in the reading settings."</p>
        <h2>"How text, map and cards belong together"</h2>
        <ul>
            <li>"A name in the text changes map and card and leaves the text where it is. The states of the paragraph you read are outlined on the map and marked on their buttons; thinly, where it speaks of all five."</li>
            <li>"Every statement opens on its sentence. “Show in the text” goes there, and a button leads back to where you were, as the browser’s Back does."</li>
            <li>"“Not stated” means that this issue is silent. It never means no."</li>
            <li>"¶ after a paragraph, and “Cite” and “Keep” under every sentence, cite it or keep it in your trail. The trail is in the address: copying it shares it."</li>
            <li>"The map also moves by dragging, by two fingers, by a double click, and by the wheel with Ctrl."</li>
        </ul>
    }
}
