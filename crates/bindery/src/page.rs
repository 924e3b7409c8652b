//! The page itself.

use crate::assets::{self, Assets};
use eucam_watch::app::App;
use eucam_watch::edition::ISSUE;
use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use model::picture::escape;
use model::{Article, Kind};
use serde_json::json;
use std::sync::Arc;

/// What the page may load: its own files and nothing else, and frames of itself alone, to preview embeds. Of
/// strings, only those that `boot.js` names become HTML or scripts.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {scripts}; style-src 'self' {style}; \
    img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; frame-src 'self'; \
    manifest-src 'self'; base-uri 'none'; form-action 'none'; \
    require-trusted-types-for 'script'; trusted-types default";

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

/// The issue and its pieces as search engines read them (schema.org, JSON-LD), and as Dublin Core. What the
/// issue does not state is left out: it has no date, no number, no pages.
fn metadata() -> String {
    let person = |(given, family): &(String, String)| match given.as_str() {
        "" => json!({ "@type": "Organization", "name": family }),
        _ => {
            let name = format!("{given} {family}");
            json!({ "@type": "Person", "givenName": given, "familyName": family, "name": name })
        }
    };
    let authors = |article: &Article| {
        let passage = ISSUE.passages_of(article).iter().rfind(|p| p.kind.is_running());
        passage.map(|p| ISSUE.speaker_of(p).authors.clone()).unwrap_or_default()
    };
    let pieces = ISSUE.articles.iter().map(|article| {
        json!({
            "@type": "Article",
            "@id": format!("#{}", article.id),
            "url": format!("#{}", article.id),
            "headline": ISSUE.title_of(article),
            "author": authors(article).iter().map(person).collect::<Vec<_>>(),
            "inLanguage": "en",
        })
    });
    let issue = json!({
        "@context": "https://schema.org",
        "@type": "PublicationIssue",
        "name": ISSUE.title(),
        "description": ISSUE.frame_note,
        "inLanguage": "en",
        "isPartOf": { "@type": "Periodical", "name": ISSUE.series },
        "hasPart": pieces.collect::<Vec<_>>(),
    });
    // No text may end the element.
    let issue = issue.to_string().replace("</", "<\\/");
    let mut out = format!("<script type=\"application/ld+json\">{issue}</script>");
    let mut meta = |name: &str, content: &str| {
        out += &format!("<meta name=\"{name}\" content=\"{}\">", escape(content));
    };
    meta("DC.title", &ISSUE.title());
    meta("DC.type", "Text");
    meta("DC.language", "en");
    meta("DC.relation.isPartOf", &ISSUE.series);
    let mut named = Vec::new();
    for (given, family) in ISSUE.articles.iter().flat_map(authors) {
        let name = if given.is_empty() { family } else { format!("{family}, {given}") };
        if !named.contains(&name) {
            meta("DC.creator", &name);
            named.push(name);
        }
    }
    out
}

/// Where the edition will be, if that was told.
#[derive(Clone, Debug)]
pub struct Site {
    /// The address of its folder, with its last `/`.
    pub address: Option<String>,
}

impl Site {
    /// From Trunk's public URL; a bare path tells nothing.
    pub fn new(public_url: &str) -> Self {
        let whole = public_url.starts_with("https://") || public_url.starts_with("http://");
        Self { address: whole.then(|| format!("{}/", public_url.trim_end_matches('/'))) }
    }

    /// The address of a file, or the best that can be said without knowing the site.
    pub fn absolute(&self, name: &str) -> String {
        match &self.address {
            Some(address) => format!("{address}{name}"),
            None => format!("./{name}"),
        }
    }
}

/// What a page is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The edition itself.
    Edition,
    /// To be shown in the frames of others.
    Frame,
}

/// Title, subtitle and series.
pub fn title() -> String {
    let (title, subtitle) = (heading(Kind::Title), heading(Kind::Subtitle));
    format!("{title}: {subtitle} · {}", ISSUE.series)
}

/// For search engines, for links that are shared, and for hosts that know oEmbed.
fn introduction(assets: &Assets, site: &Site, purpose: Purpose) -> String {
    let page = site.absolute("");
    // A page that has not been told where it will be names no other as the one that counts.
    let canonical = format!("<link rel=\"canonical\" href=\"{page}\">");
    let mut head =
        if page.contains("://") || purpose == Purpose::Frame { canonical } else { String::new() };
    if purpose == Purpose::Frame {
        return head + "<meta name=\"robots\" content=\"noindex\">";
    }
    let description = format!("{}. {}", heading(Kind::Subtitle), ISSUE.frame_note);
    let picture = site.absolute(&assets.pictures["share.png"].name);
    let (width, height) = crate::share::SIZE;
    let words =
        "Map of the five Central Asian states by their steps with NATO, with the transit routes";
    let rows = [
        ("name", "description", description.as_str()),
        ("property", "og:type", "article"),
        ("property", "og:title", &title()),
        ("property", "og:description", &description),
        ("property", "og:site_name", &ISSUE.series),
        ("property", "og:url", &page),
        ("property", "og:image", &picture),
        ("property", "og:image:width", &width.to_string()),
        ("property", "og:image:height", &height.to_string()),
        ("property", "og:image:alt", words),
        ("name", "twitter:card", "summary_large_image"),
        ("name", "twitter:title", &title()),
        ("name", "twitter:description", &description),
        ("name", "twitter:image", &picture),
        ("name", "twitter:image:alt", words),
    ];
    for (kind, name, content) in rows {
        head += &format!("<meta {kind}=\"{name}\" content=\"{}\">", escape(content));
    }
    head + &metadata()
        + &format!(
            "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{}\" title=\"{}\">",
            site.absolute("oembed.json"),
            escape(&title())
        )
        + "<link rel=\"manifest\" href=\"manifest.webmanifest\">"
        + &format!(
            "<link rel=\"apple-touch-icon\" href=\"{}\">",
            assets.pictures["icon-180.png"].name
        )
}

/// The page as HTML, and a name for this very edition by its bytes.
pub fn write(assets: &Assets, release: bool, site: &Site, purpose: Purpose) -> (String, String) {
    let framed = purpose == Purpose::Frame;
    // The policy admits the inline ones by their hashes.
    let (style, rest) = if framed {
        (&assets.frame_style, "")
    } else {
        (&assets.first_style, assets.inline_style.as_str())
    };
    let (glue, sum) = (&assets.glue.name, assets.glue.integrity());
    let again = format!("./{glue}?again");
    let map = json!({ "integrity": { format!("./{glue}"): sum, again: sum } }).to_string();
    let lay = if framed { "" } else { assets.lay.as_str() };
    let mut head = String::from("<meta charset=\"utf-8\">");
    head += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">";
    if release {
        let hashes = |inline: [&str; 2]| {
            let inline = inline.into_iter().filter(|s| !s.is_empty());
            inline.map(assets::policy_hash).collect::<Vec<_>>().join(" ")
        };
        let policy = POLICY
            .replace("{scripts}", &hashes([&map, lay]))
            .replace("{style}", &hashes([style, rest]));
        head += &format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    }
    head += &format!("<title>{}</title>", escape(&title()));
    if framed {
        // Before anything is drawn: what is shown, and in which colours.
        head += &format!(
            "<script src=\"{}\" integrity=\"{}\" crossorigin></script>",
            assets.frame.name,
            assets.frame.integrity()
        );
    } else {
        head += &format!("<script>{lay}</script>");
    }
    head += &introduction(assets, site, purpose);
    head += "<meta name=\"color-scheme\" content=\"light dark\">";
    // In the page, so that the first screen waits for nothing else; most of it after the masthead, which on a slow line is
    // seen before that has come.
    head += &format!("<style>{style}</style>");
    // Of dots, and in the page: Chromium looks at the icon anew at each change of the address, which are many. A drawing
    // would cost it some 4 ms, a file some 2 ms.
    head +=
        &format!("<link rel=\"icon\" href=\"{}\" type=\"image/png\" sizes=\"32x32\">", assets.icon);
    // Of the body: in the head, fonts would hold the first picture back; asked for only by the styles, they come after
    // it and have all be laid out and drawn anew. A frame may show no more than the map.
    let fonts: String = (assets.fonts.iter())
        .filter(|(name, _)| name.contains("-normal"))
        .map(|(_, font)| {
            format!(
                "<link rel=\"preload\" href=\"{}\" as=\"font\" type=\"font/woff2\" crossorigin>",
                font.name
            )
        })
        .collect();
    // Last, so that on a slow line text and map come before what makes them answer.
    let mut end = format!("<script type=\"importmap\">{map}</script>");
    end += &format!("<link rel=\"modulepreload\" href=\"{glue}\" integrity=\"{sum}\">");
    let edition = if release && !framed { " data-edition=\"{edition}\"" } else { "" };
    // Not waited for: the browser goes to the place of an address only when it has read the page.
    end += &format!(
        "<script type=\"module\" async src=\"{}\" integrity=\"{}\" crossorigin data-glue=\"{glue}\" data-wasm=\"{}\" data-sum=\"{}\"{edition}></script>",
        assets.boot.name,
        assets.boot.integrity(),
        assets.wasm.name,
        assets.wasm.integrity()
    );
    let mut body = render().replace("relief.webp", &assets.pictures["relief.webp"].name);
    if framed {
        // Browsers give the focus to what an address names, if it can have it, and scroll the host there.
        body = body.replace(" tabindex=\"-1\" aria-labelledby=", " aria-labelledby=");
    } else {
        // Within the masthead, which the app leaves as it is.
        body = body.replacen("</header>", &format!("<style>{rest}</style>{fonts}</header>"), 1);
    }
    let again = "<a href=\"\">Try again</a>";
    let source = format!(
        "<aside class=\"source\" aria-label=\"Source\">From <a href=\"./\" target=\"_blank\" rel=\"noopener\">{}</a>: map, cards and the whole text.</aside>",
        escape(&title())
    );
    let update = "<p id=\"update\" role=\"status\" hidden>A newer edition of this page is there. \
         <button type=\"button\">Load it</button> <button type=\"button\">Not now</button></p>";
    let html = format!(
        "<!doctype html><html lang=\"en\"{}><head>{head}</head><body>\
         <div id=\"edition\">{body}</div>{}\
         <p id=\"late\" role=\"status\" hidden>The interactive map could not be loaded; the text is complete. {again}</p>\
         <p id=\"trouble\" role=\"alert\" hidden>The interactive part has stopped; the text is complete. {again}</p>\
         {end}{}</body></html>",
        if framed { " data-framed" } else { "" },
        if framed { &source } else { update },
        assets.reload
    );
    let edition = assets::short_hash(html.as_bytes());
    (html.replacen("{edition}", &edition, 1), edition)
}

#[cfg(test)]
mod tests {
    #[test]
    fn search_engines_find_each_piece_with_its_authors_and_nothing_made_up() {
        let metadata = super::metadata();
        let (_, data) = metadata.split_once("ld+json\">").expect("the script is there");
        let data = data.split("</script>").next().expect("a split has a first part");
        let read: serde_json::Value = serde_json::from_str(data).expect("JSON");
        let schema = serde_json::json!({
            "type": "object", "additionalProperties": false,
            "required": ["@context", "@type", "name", "isPartOf", "hasPart"],
            "properties": {
                "@context": { "const": "https://schema.org" },
                "@type": { "const": "PublicationIssue" },
                "name": { "type": "string" }, "description": { "type": "string" }, "inLanguage": { "const": "en" },
                "isPartOf": { "properties": { "@type": { "const": "Periodical" } } },
                "hasPart": { "type": "array", "items": {
                    "type": "object", "additionalProperties": false,
                    "properties": {
                        "@type": { "const": "Article" }, "@id": { "type": "string" }, "url": { "type": "string" },
                        "headline": { "type": "string" }, "inLanguage": { "const": "en" },
                        "author": { "type": "array", "minItems": 1 },
                    },
                } },
            },
        });
        let validator = jsonschema::validator_for(&schema).expect("the schema is one");
        let errors: Vec<String> = validator.iter_errors(&read).map(|e| e.to_string()).collect();
        assert_eq!(errors, [""; 0]);
        let pieces = read["hasPart"].as_array().expect("a list");
        assert_eq!(pieces.len(), super::ISSUE.articles.len());
        let names = |at: usize| -> Vec<&str> {
            let authors = pieces[at]["author"].as_array().expect("a list");
            authors.iter().filter_map(|a| a["name"].as_str()).collect()
        };
        assert_eq!(names(0), ["Jos Boonstra"]);
        assert_eq!(names(3), ["Marlène Laruelle", "Sébastien Peyrouse"]);
    }

    #[test]
    fn the_page_holds_every_passage() {
        let html = super::render();
        for passage in &super::ISSUE.passages {
            assert!(html.contains(&format!("id=\"{}\"", passage.id)), "{} is missing", passage.id);
        }
    }
}
