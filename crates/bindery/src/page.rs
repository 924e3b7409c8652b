//! The page itself.

use crate::assets::Assets;
use eucam_watch::app::App;
use eucam_watch::edition::ISSUE;
use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use model::Kind;
use std::sync::Arc;

/// What the page may load: its own files and nothing else.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; \
    manifest-src 'self'; base-uri 'none'; form-action 'none'";

/// Fonts of the first screen.
const FIRST_FONTS: [&str; 3] = [
    "source-sans-3-400-normal.woff2",
    "source-serif-4-400-normal.woff2",
    "source-serif-4-600-normal.woff2",
];

/// The app as the browser will take it over.
fn render() -> String {
    // A second call finds the executor there, which is just as well.
    let _ = any_spawner::Executor::init_futures_executor();
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new())));
    owner.with(|| view! { <App /> }.to_html())
}

fn heading(kind: Kind) -> &'static str {
    ISSUE.passages.iter().find(|p| p.kind == kind).map_or("", |p| p.text.as_str())
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// The whole of `index.html`.
pub fn write(assets: &Assets, release: bool) -> String {
    let (title, subtitle) = (heading(Kind::Title), heading(Kind::Subtitle));
    let mut head = String::from("<meta charset=\"utf-8\">");
    head += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">";
    if release {
        head += &format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">");
    }
    head += &format!(
        "<title>{}: {} · {}</title>",
        escape(title),
        escape(subtitle),
        escape(&ISSUE.series)
    );
    head += &format!(
        "<meta name=\"description\" content=\"{}. {}\">",
        escape(subtitle),
        escape(&ISSUE.frame_note)
    );
    head += "<meta name=\"color-scheme\" content=\"light dark\">";
    head += &format!("<link rel=\"stylesheet\" href=\"{}\">", assets.style.name);
    for font in FIRST_FONTS {
        let name = &assets.fonts[font].name;
        head += &format!(
            "<link rel=\"preload\" href=\"{name}\" as=\"font\" type=\"font/woff2\" crossorigin>"
        );
    }
    head += &format!(
        "<link rel=\"icon\" href=\"{}\" type=\"image/svg+xml\">",
        assets.pictures["favicon.svg"].name
    );
    head += &format!("<link rel=\"modulepreload\" href=\"{}\">", assets.glue.name);
    head += &format!(
        "<script type=\"module\" src=\"{}\" data-glue=\"{}\" data-wasm=\"{}\"></script>",
        assets.boot.name, assets.glue.name, assets.wasm.name
    );
    let body = render().replace("relief.webp", &assets.pictures["relief.webp"].name);
    let again = "<a href=\"\">Try again</a>";
    format!(
        "<!doctype html><html lang=\"en\"><head>{head}</head><body>\
         <div id=\"edition\">{body}</div>\
         <p id=\"late\" role=\"status\" hidden>The interactive map could not be loaded; the text is complete. {again}</p>\
         <p id=\"trouble\" role=\"alert\" hidden>The interactive part has stopped; the text is complete. {again}</p>\
         {}</body></html>",
        assets.reload
    )
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_page_holds_every_passage() {
        let html = super::render();
        for passage in &super::ISSUE.passages {
            assert!(html.contains(&format!("id=\"{}\"", passage.id)), "{} is missing", passage.id);
        }
    }
}
