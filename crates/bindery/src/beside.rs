//! What lies beside the page under a name of its own, because others must find it there: the element for
//! hosts, the worker that keeps the edition offline, the manifest, oEmbed, the sitemap, headers.

use crate::assets::Assets;
use crate::page::{Site, title};
use eucam_watch::edition::ISSUE;
use serde_json::json;

/// Names and texts of the files.
pub fn files(built: &Assets, site: &Site, edition: &str, release: bool) -> Vec<(String, String)> {
    let about = built.named["embedding.html"]
        .replace("{{style}}", &built.style.name)
        .replace("{{icon}}", &built.pictures["favicon.svg"].name);
    let mut all = vec![
        ("eucam-watch.js".to_owned(), built.named["host.js"].clone()),
        ("embedding.html".to_owned(), about),
        ("manifest.webmanifest".to_owned(), manifest(built)),
        ("oembed.json".to_owned(), oembed(built, site)),
        ("_headers".to_owned(), include_str!("../../../deploy/_headers").to_owned()),
        (".htaccess".to_owned(), include_str!("../../../deploy/apache.conf").to_owned()),
    ];
    if release {
        all.push(("sw.js".to_owned(), worker(built, edition)));
    }
    if let Some(address) = &site.address {
        let page =
            format!("<url><loc>{address}</loc></url><url><loc>{address}embedding.html</loc></url>");
        let space = "http://www.sitemaps.org/schemas/sitemap/0.9";
        let map = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"{space}\">{page}</urlset>\n"
        );
        all.push(("sitemap.xml".to_owned(), map));
    }
    all
}

/// The worker with the list of what it keeps: all that the page shows, but not the open data.
fn worker(built: &Assets, edition: &str) -> String {
    let shown = built
        .all()
        .filter(|a| ![&built.frame.name, &built.pictures["share.png"].name].contains(&&a.name));
    let mut files: Vec<&str> = vec!["./", "manifest.webmanifest"];
    files.extend(shown.map(|a| a.name.as_str()));
    let list = json!({ "edition": edition, "files": files }).to_string();
    let whole = &built.named["worker.js"];
    let put = whole.replacen("null", &list, 1);
    assert_ne!(*whole, put, "worker.js has a place for the list");
    put
}

fn manifest(built: &Assets) -> String {
    let icon = |name: &str, sizes: &str, purpose: &str| {
        let kind = if name.ends_with("svg") { "image/svg+xml" } else { "image/png" };
        json!({ "src": built.pictures[name].name, "sizes": sizes, "type": kind, "purpose": purpose })
    };
    let manifest = json!({
        "id": "./",
        "name": title(),
        "short_name": ISSUE.series,
        "description": ISSUE.frame_note,
        "lang": "en",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": "#fdfcf9",
        "theme_color": "#fdfcf9",
        "icons": [
            icon("favicon.svg", "any", "any"),
            icon("icon-192.png", "192x192", "any"),
            icon("icon-512.png", "512x512", "any"),
            icon("icon-mask.png", "512x512", "maskable"),
        ],
    });
    manifest.to_string()
}

/// How wide and high a frame is where a host asks by oEmbed, in px.
const FRAME: (u32, u32) = (800, 640);

/// What a host that knows oEmbed (1.0, type rich) takes in place of a link to the page.
fn oembed(built: &Assets, site: &Site) -> String {
    let page = site.absolute("");
    let embed = model::Embed { height: FRAME.1, ..model::Embed::default() };
    json!({
        "version": "1.0",
        "type": "rich",
        "title": title(),
        "provider_name": ISSUE.series,
        "provider_url": page,
        "html": embed.frame(&page, &title()),
        "width": FRAME.0,
        "height": FRAME.1,
        "thumbnail_url": site.absolute(&built.pictures["share.png"].name),
        "thumbnail_width": crate::share::SIZE.0,
        "thumbnail_height": crate::share::SIZE.1,
        "cache_age": 86_400,
    })
    .to_string()
}
