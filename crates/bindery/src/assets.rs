//! The files beside the page, each named by its own bytes, so that a name never means two things.

use crate::minify;
use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use sha2::{Digest, Sha256, Sha384};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A file as it will be served.
#[derive(Clone, Debug)]
pub struct Asset {
    /// Its name from the page.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Asset {
    /// What a page writes to vouch for it (Subresource Integrity).
    pub fn integrity(&self) -> String {
        format!("sha384-{}", BASE64.encode(Sha384::digest(&self.bytes)))
    }
}

/// The first 12 hex digits of SHA-256.
pub fn short_hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(6).map(|b| format!("{b:02x}")).collect()
}

/// A hash as a policy for scripts names it.
pub fn policy_hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64.encode(Sha256::digest(text)))
}

/// All files of the page but the page itself.
#[derive(Debug)]
pub struct Assets {
    /// What has the text laid out, as the edition's page holds it.
    pub lay: String,
    /// The WebAssembly.
    pub wasm: Asset,
    /// What loads it.
    pub glue: Asset,
    /// What loads that, and says so when it does not arrive.
    pub boot: Asset,
    /// What speaks with the host of a frame.
    pub frame: Asset,
    /// All stylesheets in one, for the page about embedding.
    pub style: Asset,
    /// Those of the edition's page that its masthead needs.
    pub first_style: String,
    /// The others of that page.
    pub inline_style: String,
    /// All that a page in a frame holds.
    pub frame_style: String,
    /// Fonts by the names that the stylesheet uses.
    pub fonts: BTreeMap<String, Asset>,
    /// The icon as a `data:` address.
    pub icon: String,
    /// Pictures by the names that the page uses.
    pub pictures: BTreeMap<String, Asset>,
    /// Text of the files that keep their names: the element for hosts, the worker, the page about both.
    pub named: BTreeMap<String, String>,
    /// What Trunk adds to reload the page in development.
    pub reload: String,
}

/// Stylesheets that the masthead needs: the first ones.
const FIRST: [&str; 3] = ["tokens", "base", "layout"];

/// Where they lie, seen from the page: what is in it may be kept for ever.
const FOLDER: &str = "assets/";

type Failure = String;

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(path).map_err(|e| format!("{}: {e}", path.display()))
}

impl Assets {
    /// Takes what Trunk has staged and leaves the finished files in its place.
    pub fn gather(staging: &Path, release: bool) -> Result<Self, Failure> {
        std::fs::create_dir_all(staging.join(FOLDER)).map_err(|e| format!("{FOLDER}: {e}"))?;
        let page = String::from_utf8_lossy(&read(&staging.join("index.html"))?).into_owned();
        let public = staging.join("public");
        let (wasm, glue) = (staging.join("eucam-watch_bg.wasm"), staging.join("eucam-watch.js"));
        if release {
            minify::wasm(&wasm)?;
            minify::script(&glue)?;
            for script in ["lay.js", "boot.js", "frame.js", "host.js", "worker.js"] {
                minify::script(&public.join(script))?;
            }
        }
        // While the fonts have the names that say what they are.
        crate::picture::draw(&public)?;
        let fonts = files(&public.join("fonts"), "woff2")?;
        let written = eucam_watch::view::stylesheet();
        let [mut style, mut first_style, mut inline_style, mut frame_style] =
            [const { String::new() }; 4];
        for name in stylesheets(&page) {
            let path = staging.join(&name);
            let sheet = String::from_utf8_lossy(&read(&path)?).into_owned();
            remove(&path)?;
            style.push_str(&sheet);
            // Each rule costs something at each element: a page holds no others than its own.
            match name.split(['-', '.']).next().unwrap_or_default() {
                "paper" => {}
                "frame" => frame_style.push_str(&sheet),
                first if FIRST.contains(&first) => first_style.push_str(&sheet),
                _ => inline_style.push_str(&sheet),
            }
        }
        style.push_str(&written);
        inline_style.push_str(&written);
        frame_style = [first_style.as_str(), &inline_style, &frame_style].concat();
        let fonts = fonts
            .into_iter()
            .map(|path| Ok((file_name(&path), place(staging, &path)?)))
            .collect::<Result<BTreeMap<_, _>, Failure>>()?;
        for (name, asset) in &fonts {
            let written = format!("public/fonts/{name}");
            first_style = first_style.replace(&written, &asset.name);
            frame_style = frame_style.replace(&written, &asset.name);
            // The stylesheet lies beside them.
            style = style.replace(&written, asset.name.trim_start_matches(FOLDER));
        }
        let lay = String::from_utf8_lossy(&read(&public.join("lay.js"))?).trim().to_owned();
        for (what, text) in [("a stylesheet", &style), ("lay.js", &lay)] {
            if text.contains("</") {
                return Err(format!("{what} holds `</`, which would end it in the page"));
            }
        }
        let icon = read(&public.join(crate::picture::ICON))?;
        let pictures = crate::picture::NAMES
            .map(|name| Ok((name.to_owned(), place(staging, &public.join(name))?)))
            .into_iter()
            .collect::<Result<_, Failure>>()?;
        let named = ["host.js", "worker.js", "embedding.html"]
            .map(|name| {
                Ok((
                    name.to_owned(),
                    String::from_utf8_lossy(&read(&public.join(name))?).into_owned(),
                ))
            })
            .into_iter()
            .collect::<Result<_, Failure>>()?;
        let style_file = staging.join("style.css");
        std::fs::write(&style_file, &style).map_err(|e| e.to_string())?;
        let assets = Self {
            lay,
            wasm: place(staging, &wasm)?,
            glue: place(staging, &glue)?,
            boot: place(staging, &public.join("boot.js"))?,
            frame: place(staging, &public.join("frame.js"))?,
            style: place(staging, &style_file)?,
            first_style,
            inline_style,
            frame_style,
            fonts,
            icon: format!("data:image/png;base64,{}", BASE64.encode(icon)),
            pictures,
            named,
            reload: reload_script(&page),
        };
        keep_licences(staging, &public.join("fonts"))?;
        std::fs::remove_dir_all(&public).map_err(|e| format!("{}: {e}", public.display()))?;
        Ok(assets)
    }

    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = &Asset> {
        [&self.wasm, &self.glue, &self.boot, &self.frame, &self.style]
            .into_iter()
            .chain(self.fonts.values())
            .chain(self.pictures.values())
    }
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn remove(path: &Path) -> Result<(), Failure> {
    std::fs::remove_file(path).map_err(|e| format!("{}: {e}", path.display()))
}

/// Files of a folder with this ending, sorted.
pub fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>, Failure> {
    let entries = std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut all: Vec<_> = entries
        .flatten()
        .map(|e| e.path())
        .filter(|p| p.extension().is_some_and(|e| e == ending))
        .collect();
    all.sort();
    Ok(all)
}

/// The stylesheets that Trunk has linked, in order.
fn stylesheets(page: &str) -> Vec<String> {
    page.split("<link")
        .skip(1)
        .filter_map(|tag| tag.split_once('>').map(|(tag, _)| tag))
        .filter(|tag| tag.contains("rel=\"stylesheet\"") || tag.contains("rel=stylesheet"))
        .filter_map(|tag| tag.split("href=").nth(1))
        .map(|href| href.trim_start_matches('"').split(['"', ' ', '/', '>']).collect::<Vec<_>>())
        .filter_map(|parts| parts.into_iter().find(|p| p.ends_with(".css")).map(str::to_owned))
        .collect()
}

/// Trunk's own script that reloads the page in development, if it has added one.
fn reload_script(page: &str) -> String {
    let scripts = page.split("<script").skip(1).filter_map(|s| s.split_once("</script>"));
    scripts
        .filter(|(script, _)| script.contains("__TRUNK"))
        .map(|(script, _)| format!("<script{script}</script>"))
        .collect()
}

/// The fonts' licence asks to travel with them.
fn keep_licences(staging: &Path, fonts: &Path) -> Result<(), Failure> {
    for path in files(fonts, "txt")? {
        let to = staging.join(file_name(&path));
        std::fs::rename(&path, &to).map_err(|e| format!("{}: {e}", to.display()))?;
    }
    Ok(())
}

/// Moves a file to a name of its own bytes: `assets/name-<first 12 hex digits of SHA-256>.ending`.
fn place(staging: &Path, path: &Path) -> Result<Asset, Failure> {
    let bytes = read(path)?;
    let hash = short_hash(&bytes);
    let (stem, ending) = (
        path.file_stem().unwrap_or_default().to_string_lossy(),
        path.extension().unwrap_or_default().to_string_lossy(),
    );
    let name = format!("{FOLDER}{}-{hash}.{ending}", stem.trim_end_matches("_bg"));
    remove(path)?;
    std::fs::write(staging.join(&name), &bytes).map_err(|e| format!("{name}: {e}"))?;
    Ok(Asset { name, bytes })
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// Files as the page names them, each with its own name as its bytes.
    pub fn sample() -> Assets {
        let asset =
            |name: &str| Asset { name: format!("{FOLDER}{name}"), bytes: name.as_bytes().to_vec() };
        let all = |names: &[&str]| names.iter().map(|n| ((*n).to_owned(), asset(n))).collect();
        let public = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../public");
        let text = |name: &str| {
            let bytes = read(&public.join(name)).expect("it is there");
            (name.to_owned(), String::from_utf8_lossy(&bytes).into_owned())
        };
        let fonts = files(&public.join("fonts"), "woff2").expect("fonts are there");
        let fonts: Vec<String> = fonts.iter().map(|f| file_name(f)).collect();
        Assets {
            lay: String::new(),
            wasm: asset("eucam-watch.wasm"),
            glue: asset("eucam-watch.js"),
            boot: asset("boot.js"),
            frame: asset("frame.js"),
            style: asset("style.css"),
            first_style: String::new(),
            inline_style: String::new(),
            frame_style: String::new(),
            fonts: all(&fonts.iter().map(String::as_str).collect::<Vec<_>>()),
            icon: String::new(),
            pictures: all(&crate::picture::NAMES),
            named: ["host.js", "worker.js", "embedding.html"].map(text).into(),
            reload: String::new(),
        }
    }

    #[test]
    fn a_file_is_vouched_for_by_its_own_bytes() {
        let asset = Asset { name: String::new(), bytes: b"alert('Hello, world.');".to_vec() };
        // The example of the recommendation "Subresource Integrity", section 3.1.
        let wanted = "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO";
        assert_eq!(asset.integrity(), wanted);
    }
}
