//! Words of HTML, for tests.
#![allow(dead_code, reason = "not every test needs all")]

/// The words of a piece of HTML, with its tags left out and its spaces as they are.
pub fn verbatim(html: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => out.push(c),
            _ => {}
        }
    }
    let out = out.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    out.replace("&#39;", "'").replace("&amp;", "&")
}

/// The same with its spaces made one.
pub fn words(html: &str) -> String {
    verbatim(html).split_whitespace().collect::<Vec<_>>().join(" ")
}
