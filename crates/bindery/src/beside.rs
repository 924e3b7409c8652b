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

/// The worker with the list of what it keeps: all that the edition's page shows, but not the open data.
fn worker(built: &Assets, edition: &str) -> String {
    let shown = built.all().filter(|a| {
        ![&built.frame.name, &built.style.name, &built.pictures["share.png"].name]
            .contains(&&a.name)
    });
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::tests::sample;
    use serde_json::Value;
    use std::collections::BTreeMap;

    const AT: &str = "https://example.org/two-elephants";

    fn written(site: &str) -> BTreeMap<String, String> {
        files(&sample(), &Site::new(site), "0123456789ab", true).into_iter().collect()
    }

    fn json(text: &str) -> Value {
        serde_json::from_str(text).expect("JSON")
    }

    /// oEmbed 1.0, section 2.3.4: what is required of type rich.
    #[test]
    fn oembed_gives_a_frame_of_the_size_that_it_says_and_a_picture() {
        let all = written(AT);
        let oembed = json(&all["oembed.json"]);
        assert_eq!((&oembed["version"], &oembed["type"]), (&json!("1.0"), &json!("rich")));
        let html = oembed["html"].as_str().expect("text");
        let html = format!("<r>{html}</r>");
        let frame = roxmltree::Document::parse(&html).expect("well-formed");
        let frame = frame.descendants().find(|n| n.has_tag_name("iframe")).expect("a frame");
        assert_eq!(frame.attribute("src"), Some(&*format!("{AT}/embed.html")));
        assert_eq!(
            frame.attribute("height"),
            oembed["height"].as_u64().map(|h| h.to_string()).as_deref()
        );
        assert!(frame.attribute("title").is_some_and(|t| t.contains("EUCAM Watch")));
        assert_eq!(oembed["thumbnail_url"], json!(format!("{AT}/assets/share.png")));
        for needed in ["width", "height", "thumbnail_width", "thumbnail_height"] {
            assert!(oembed[needed].is_u64(), "{needed}");
        }
    }

    #[test]
    fn a_sitemap_is_written_when_the_site_is_known_and_names_pages_that_are_there() {
        let all = written(AT);
        let map = roxmltree::Document::parse(&all["sitemap.xml"]).expect("well-formed");
        let named = map.descendants().filter(|n| n.has_tag_name("loc"));
        let named: Vec<_> = named.filter_map(|n| n.text()).collect();
        assert_eq!(named, [format!("{AT}/"), format!("{AT}/embedding.html")]);
        assert!(!written("/").contains_key("sitemap.xml"), "it must not name a site that is none");
    }

    #[test]
    fn the_manifest_names_icons_that_are_there_and_addresses_that_move_with_the_page() {
        let manifest = json(&written("/")["manifest.webmanifest"]);
        let (start, scope) = (&manifest["start_url"], &manifest["scope"]);
        assert_eq!((start, scope), (&json!("./"), &json!("./")));
        let icons = manifest["icons"].as_array().expect("a list");
        let there = sample();
        let names: Vec<_> = there.all().map(|a| a.name.as_str()).collect();
        for icon in icons {
            assert!(names.contains(&icon["src"].as_str().expect("text")), "{icon}");
        }
        assert!(icons.iter().any(|i| i["purpose"] == "maskable"));
    }

    #[test]
    fn the_worker_keeps_all_that_the_page_shows_and_nothing_that_only_others_need() {
        let worker = &written("/")["sw.js"];
        let list = worker.split("/* written by the bindery */ ").nth(1).expect("the list");
        let list = list.split(";\n").next().expect("a split has a first part");
        let list = json(list);
        assert_eq!(list["edition"], "0123456789ab");
        let files: Vec<_> =
            list["files"].as_array().expect("a list").iter().filter_map(Value::as_str).collect();
        for needed in ["./", "assets/eucam-watch.wasm", "assets/relief.webp"] {
            assert!(files.contains(&needed), "{needed}");
        }
        // The page's styles stand in it: the file is for the page about embedding.
        for other in ["assets/frame.js", "assets/style.css", "assets/share.png"] {
            assert!(!files.contains(&other), "{other}");
        }
    }

    #[test]
    fn a_shared_link_shows_title_words_and_picture_by_their_whole_addresses() {
        let (html, edition) =
            crate::page::write(&sample(), true, &Site::new(AT), crate::page::Purpose::Edition);
        let content = |name: &str| {
            let tag = html.split("<meta ").find(|t| t.contains(&format!("=\"{name}\" ")));
            let tag = tag.unwrap_or_else(|| panic!("{name} is missing"));
            tag.split("content=\"").nth(1).and_then(|c| c.split('"').next()).unwrap_or_default()
        };
        for name in ["og:image", "twitter:image"] {
            assert_eq!(content(name), format!("{AT}/assets/share.png"));
        }
        for name in
            ["og:title", "twitter:title", "og:description", "og:image:alt", "twitter:image:alt"]
        {
            assert!(content(name).len() > 20, "{name}");
        }
        assert_eq!(content("twitter:card"), "summary_large_image");
        assert!(html.contains(&format!("<link rel=\"canonical\" href=\"{AT}/\">")));
        assert!(
            html.contains(&format!("type=\"application/json+oembed\" href=\"{AT}/oembed.json\""))
        );
        assert!(!html.contains("noindex") && html.contains(&format!("data-edition=\"{edition}\"")));
    }

    #[test]
    fn a_framed_page_is_not_to_be_found_and_keeps_nothing() {
        let (html, _) =
            crate::page::write(&sample(), true, &Site::new(AT), crate::page::Purpose::Frame);
        assert!(html.contains("<meta name=\"robots\" content=\"noindex\">"));
        assert!(html.contains(&format!("<link rel=\"canonical\" href=\"{AT}/\">")));
        assert!(!html.contains("data-edition") && !html.contains("rel=\"manifest\""));
    }

    #[test]
    fn only_in_the_edition_itself_a_card_takes_the_focus_by_its_address() {
        let focusable = |purpose| {
            let (html, _) = crate::page::write(&sample(), true, &Site::new(AT), purpose);
            let tags = html.split("<section ").skip(1).filter_map(|t| t.split('>').next());
            let cards: Vec<bool> = (tags.filter(|t| t.contains("class=\"card\"")))
                .map(|t| t.contains("tabindex"))
                .collect();
            cards
        };
        assert_eq!(focusable(crate::page::Purpose::Edition), [true; 5]);
        assert_eq!(focusable(crate::page::Purpose::Frame), [false; 5]);
    }
}
