//! The map as a picture of its own: SVG that holds its title, key, credit and time frame, and needs nothing
//! else to be read.

/// What the picture is put together from. Pieces of SVG are whole elements; words are plain.
#[derive(Clone, Debug, Default)]
pub struct Picture {
    /// Width of the map in px.
    pub width: f64,
    /// Height of the map in px.
    pub height: f64,
    /// The window into the atlas that the map shows: left, top, width and height, in atlas units.
    pub window: [f64; 4],
    /// Patterns and clips, as SVG.
    pub defs: String,
    /// The drawing in atlas units, as SVG.
    pub sheet: String,
    /// Names and signs in px of the map, as SVG.
    pub labels: String,
    /// What it shows.
    pub title: String,
    /// Under the title: what is shown of it, and the time it belongs to.
    pub note: String,
    /// Who made the data, and what the map does not claim.
    pub credit: String,
    /// Signs, as SVG with their width in px (or none, for a caption), and what they mean.
    pub key: Vec<(Option<(String, f64)>, String)>,
    /// Background, text, and lesser text.
    pub colours: [String; 3],
    /// Background of the map.
    pub water: String,
}

/// Margin round everything, height of a line of text, and the gap after a sign, in px.
const MARGIN: f64 = 16.0;
const LINE: f64 = 18.0;
const GAP: f64 = 6.0;

/// Mean width of a letter as a share of its size, in the fonts used here and their usual fallbacks.
const LETTER: f64 = 0.53;

/// The page's font, and what comes nearest where it is missing.
pub const FONT: &str = "'Source Sans 3', 'Segoe UI', Arial, 'Liberation Sans', sans-serif";

impl Picture {
    /// The picture as SVG 1.1, and its size in px.
    pub fn write(&self) -> (String, f64, f64) {
        let [paper, ink, soft] = &self.colours;
        let width = self.width + 2.0 * MARGIN;
        let letters = |size: f64| ((self.width / (size * LETTER)) as usize).max(20);
        let title = wrapped(&self.title, letters(19.0));
        let note = wrapped(&self.note, letters(12.5));
        let mut head = String::new();
        let mut y = MARGIN + 14.0;
        for line in &title {
            head += &text(line, (MARGIN, y), "19", "700", ink);
            y += 22.0;
        }
        for line in &note {
            head += &text(line, (MARGIN, y - 2.0), "12.5", "400", soft);
            y += 16.0;
        }
        let top = y - 4.0;
        let mut y = top + self.height + 1.4 * LINE;
        let mut below = String::new();
        let mut x = MARGIN;
        for (sign, words) in &self.key {
            let sign_room = sign.as_ref().map_or(0.0, |s| s.1 + GAP);
            let room = sign_room + words.chars().count() as f64 * 12.5 * LETTER + 16.0;
            // A caption begins a line.
            if x > MARGIN && (x + room > width - MARGIN || sign.is_none()) {
                x = MARGIN;
                y += LINE;
            }
            if let Some((sign, _)) = sign {
                let place = ["translate(", &px(x), " ", &px(y - 11.0), ")"].concat();
                below += &element("g", &[("transform", &place)], sign);
            }
            let weight = if sign.is_none() { "600" } else { "400" };
            below += &text(words, (x + sign_room, y), "12.5", weight, ink);
            x += room;
        }
        y += 1.5 * LINE;
        for line in wrapped(&self.credit, letters(11.0)) {
            below += &text(&line, (MARGIN, y), "11", "400", soft);
            y += 14.0;
        }
        let height = y + MARGIN - 8.0;
        let (map_width, map_height) = (px(self.width), px(self.height));
        let sized = [("width", map_width.as_str()), ("height", map_height.as_str())];
        let clip = element("clipPath", &[("id", "frame")], &element("rect", &sized, ""));
        let ground = [sized[0], sized[1], ("fill", &self.water)];
        let window = self.window.map(px).join(" ");
        let sheet = [sized[0], sized[1], ("viewBox", &window), ("preserveAspectRatio", "none")];
        let place = ["translate(", &px(MARGIN), " ", &px(top), ")"].concat();
        let map = element("rect", &ground, "")
            + &element("svg", &sheet, &self.sheet)
            + &element("g", &[("clip-path", "url(#frame)")], &self.labels);
        let said = [self.note.as_str(), " ", &self.credit].concat();
        let inside = [
            element("title", &[], &escape(&self.title)),
            element("desc", &[], &escape(&said)),
            element("defs", &[], &[self.defs.as_str(), &clip].concat()),
            element("rect", &[("width", "100%"), ("height", "100%"), ("fill", paper)], ""),
            head,
            element("g", &[("transform", &place)], &map),
            below,
        ];
        let (w, h) = (px(width), px(height));
        let window = ["0 0 ", &w, " ", &h].concat();
        let outer = [
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("xmlns:xlink", "http://www.w3.org/1999/xlink"),
            ("width", w.as_str()),
            ("height", h.as_str()),
            ("viewBox", &window),
            ("role", "img"),
        ];
        (element("svg", &outer, &inside.concat()) + "\n", width, height)
    }
}

fn text(words: &str, at: (f64, f64), size: &str, weight: &str, colour: &str) -> String {
    let (x, y) = (px(at.0), px(at.1));
    let attributes = [
        ("x", x.as_str()),
        ("y", &y),
        ("font-family", FONT),
        ("font-size", size),
        ("font-weight", weight),
        ("fill", colour),
    ];
    element("text", &attributes, &escape(words))
}

/// An element of SVG: attributes without a value are left out, `inside` is SVG itself.
pub fn element(name: &str, attributes: &[(&str, &str)], inside: &str) -> String {
    let mut out = ["<", name].concat();
    for (name, value) in attributes.iter().filter(|a| !a.1.is_empty()) {
        for piece in [" ", name, "=\"", &escape(value), "\""] {
            out.push_str(piece);
        }
    }
    if inside.is_empty() {
        out.push_str("/>");
    } else {
        for piece in [">", inside, "</", name, ">"] {
            out.push_str(piece);
        }
    }
    out
}

/// A number to a tenth, as SVG writes it. (The standard library's way with floats would weigh more than all
/// else here.)
pub fn px(number: f64) -> String {
    let tenths = (number * 10.0) as i32;
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, tenth) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    match tenth {
        0 => [sign, &whole.to_string()].concat(),
        _ => [sign, &whole.to_string(), ".", &tenth.to_string()].concat(),
    }
}

/// Words as text or value of an attribute of XML.
pub fn escape(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Lines of at most so many letters.
pub fn wrapped(words: &str, letters: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in words.split_whitespace() {
        let line = lines.last_mut().expect("there is one from the start");
        if !line.is_empty() && line.chars().count() + word.chars().count() >= letters {
            lines.push(word.to_owned());
        } else {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines
}
