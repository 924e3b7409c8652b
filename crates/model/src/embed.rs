//! A piece of the page on another site: what an editor chooses, and the lines of HTML to copy for it.

use crate::picture::escape;

/// Heights that a frame may have, in px.
pub const HEIGHTS: std::ops::RangeInclusive<u32> = 120..=4_000;

/// The page that is made for frames, beside the edition's own.
pub const FRAME: &str = "embed.html";

/// The script that defines the element, beside them.
pub const SCRIPT: &str = "eucam-watch.js";

/// Parts of the page that can stand alone or together; `one` is what the address names, and nothing else.
pub const PARTS: [(&str, &str); 8] = [
    ("map", "Map, with its cards"),
    ("cards", "Card of the chosen state"),
    ("text", "Text"),
    ("matrix", "Who stands where"),
    ("timeline", "When"),
    ("routes", "Which way"),
    ("voices", "Who says what"),
    ("one", "Only what the start names"),
];

/// What an editor has chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Embed {
    /// Whether the frame grows with what it shows; otherwise it has a height and scrolls within.
    pub flow: bool,
    /// Height in px; in a growing frame, until the page has told its own.
    pub height: u32,
    /// `light` or `dark`; empty for the visitor's own.
    pub theme: String,
    /// The colour of links and buttons as `rrggbb`, if not the page's own.
    pub accent: Option<String>,
    /// Which [`PARTS`] are shown; all where none is named.
    pub parts: Vec<String>,
    /// The fragment at which it begins, without its `#`.
    pub start: String,
}

/// A colour as `#rrggbb` or `rrggbb`, in small letters and without its sign.
pub fn colour(words: &str) -> Option<String> {
    let digits = words.trim().trim_start_matches('#').to_ascii_lowercase();
    (digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit())).then_some(digits)
}

/// A height in px within [`HEIGHTS`].
pub fn height(words: &str) -> Option<u32> {
    words.trim().parse().ok().filter(|h| HEIGHTS.contains(h))
}

impl Embed {
    /// What the frame is asked to show, as names and values.
    fn options(&self) -> Vec<(&'static str, String)> {
        let mut all = Vec::new();
        if self.flow {
            all.push(("mode", "flow".to_owned()));
        }
        if !self.theme.is_empty() {
            all.push(("theme", self.theme.clone()));
        }
        if let Some(accent) = &self.accent {
            all.push(("accent", accent.clone()));
        }
        if !self.parts.is_empty() {
            all.push(("show", self.parts.join(",")));
        }
        all
    }

    /// The frame's address; `page` is the edition's folder, with its last `/`.
    pub fn source(&self, page: &str) -> String {
        let mut out = [page, FRAME].concat();
        for (at, (name, value)) in self.options().iter().enumerate() {
            for piece in [if at == 0 { "?" } else { "&" }, name, "=", value] {
                out.push_str(piece);
            }
        }
        if !self.start.is_empty() {
            out.push('#');
            out.push_str(&self.start);
        }
        out
    }

    /// The edition at the same place, for who cannot have the frame.
    fn link(&self, page: &str, title: &str) -> String {
        let hash = if self.start.is_empty() { "" } else { "#" };
        let href = escape(&[page, hash, &self.start].concat());
        ["<a href=\"", &href, "\">", &escape(title), "</a>"].concat()
    }

    /// A plain frame, which needs no script of ours on the other page.
    pub fn frame(&self, page: &str, title: &str) -> String {
        [
            "<iframe src=\"",
            &escape(&self.source(page)),
            "\" title=\"",
            &escape(title),
            "\" width=\"100%\" height=\"",
            &self.height.to_string(),
            "\" loading=\"lazy\" referrerpolicy=\"no-referrer\" allow=\"clipboard-write; web-share\"\n        \
             sandbox=\"allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads\"\n        \
             style=\"border: 0\"></iframe>\n<p>",
            &self.link(page, title),
            "</p>",
        ]
        .concat()
    }

    /// The element, which grows with the page and speaks with it; without its script it is a link.
    pub fn element(&self, page: &str, title: &str) -> String {
        let mut out =
            ["<script type=\"module\" src=\"", page, SCRIPT, "\"></script>\n<eucam-watch"].concat();
        let (start, height) = (self.start.clone(), self.height.to_string());
        let ends = [("start", start), ("height", height)];
        for (name, value) in self.options().into_iter().chain(ends).filter(|o| !o.1.is_empty()) {
            for piece in [" ", name, "=\"", &escape(&value), "\""] {
                out.push_str(piece);
            }
        }
        [&out, ">", &self.link(page, title), "</eucam-watch>"].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "https://example.org/two-elephants/";

    fn chosen() -> Embed {
        Embed {
            flow: true,
            height: 640,
            theme: "dark".to_owned(),
            accent: Some("8c2d04".to_owned()),
            parts: vec!["map".to_owned(), "matrix".to_owned()],
            start: "kazakhstan&with=uzbekistan".to_owned(),
        }
    }

    #[test]
    fn an_address_says_what_was_chosen_and_nothing_that_was_not() {
        let wanted = "https://example.org/two-elephants/embed.html?mode=flow&theme=dark&accent=8c2d04&show=map,matrix#kazakhstan&with=uzbekistan";
        assert_eq!(chosen().source(PAGE), wanted);
        let plain = Embed { height: 640, ..Embed::default() };
        assert_eq!(plain.source(PAGE), "https://example.org/two-elephants/embed.html");
    }

    #[test]
    fn a_frame_is_html_that_reads_back_as_it_was_meant() {
        let html = chosen().frame(PAGE, "Cards of “A” & <B>");
        assert!(html.contains("show=map,matrix#kazakhstan&amp;with=uzbekistan\""), "{html}");
        assert!(html.contains("title=\"Cards of “A” &amp; &lt;B&gt;\""), "{html}");
        assert!(html.contains("height=\"640\"") && html.contains("loading=\"lazy\""), "{html}");
        assert!(html.contains(
            "<a href=\"https://example.org/two-elephants/#kazakhstan&amp;with=uzbekistan\">"
        ));
    }

    #[test]
    fn an_element_names_its_script_and_holds_the_link() {
        let html = chosen().element(PAGE, "Two cards");
        assert!(html.starts_with("<script type=\"module\" src=\"https://example.org/two-elephants/eucam-watch.js\"></script>"));
        assert!(html.contains("mode=\"flow\" theme=\"dark\" accent=\"8c2d04\" show=\"map,matrix\" start=\"kazakhstan&amp;with=uzbekistan\" height=\"640\""), "{html}");
        assert!(html.ends_with(">Two cards</a></eucam-watch>"), "{html}");
    }

    #[test]
    fn only_colours_and_heights_within_bounds_are_taken() {
        assert_eq!(colour(" #8C2D04 "), Some("8c2d04".to_owned()));
        for wrong in ["", "red", "#8c2", "8c2d0g", "8c2d04;}", "8c2d0411"] {
            assert_eq!(colour(wrong), None, "{wrong}");
        }
        assert_eq!(height(" 640 "), Some(640));
        for wrong in ["", "0", "119", "4001", "-5", "1e3", "99999999999"] {
            assert_eq!(height(wrong), None, "{wrong}");
        }
    }
}
