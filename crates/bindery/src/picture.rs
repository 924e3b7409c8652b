//! Pictures of dots drawn at build: the icons from their drawing, and the picture for shared links.

use crate::share;
use resvg::usvg::fontdb::{self, FaceInfo};
use resvg::{tiny_skia, usvg};
use std::path::Path;
use std::sync::Arc;

/// All pictures of the page but [`ICON`].
pub const NAMES: [&str; 7] = [
    "relief.webp",
    "favicon.svg",
    "icon-180.png",
    "icon-192.png",
    "icon-512.png",
    "icon-mask.png",
    "share.png",
];

/// The icon that stands in the page itself.
pub const ICON: &str = "icon-32.png";

/// Draws them into the folder that holds the others.
pub fn draw(public: &Path) -> Result<(), String> {
    let read = |name: &str| std::fs::read(public.join(name)).map_err(|e| format!("{name}: {e}"));
    let icon = String::from_utf8_lossy(&read("favicon.svg")?).into_owned();
    // Systems cut corners as they like: without its own, and with room round the sign.
    let square = icon.replace(" rx=\"5\"", "");
    let wide = square.replace("viewBox=\"0 0 32 32\"", "viewBox=\"-6 -6 44 44\"");
    let masked = wide.replacen(
        "<rect width=\"32\" height=\"32\"",
        "<rect x=\"-6\" y=\"-6\" width=\"44\" height=\"44\"",
        1,
    );
    let options = options(public)?;
    let square_of = |px: u32| (px, px);
    let shared = share::drawing(&read("relief.webp")?);
    let all = [
        (ICON, &icon, square_of(32)),
        ("icon-180.png", &square, square_of(180)),
        ("icon-192.png", &icon, square_of(192)),
        ("icon-512.png", &icon, square_of(512)),
        ("icon-mask.png", &masked, square_of(512)),
        ("share.png", &shared, share::SIZE),
    ];
    for (name, drawing, size) in all {
        let png = raster(drawing, size, &options).map_err(|e| format!("{name}: {e}"))?;
        std::fs::write(public.join(name), png).map_err(|e| format!("{name}: {e}"))?;
    }
    Ok(())
}

/// How drawings become dots: with the page's own fonts.
fn options(public: &Path) -> Result<usvg::Options<'static>, String> {
    let mut options = usvg::Options::default();
    for path in crate::assets::files(&public.join("fonts"), "woff2")? {
        let packed = std::fs::read(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        let font =
            wuff::decompress_woff2(&packed).map_err(|e| format!("{}: {e:?}", path.display()))?;
        options.fontdb_mut().push_face_info(face(&path, font));
    }
    if options.fontdb.is_empty() {
        return Err("there is no font in public/fonts: words would be missing".to_owned());
    }
    Ok(options)
}

/// A font as its file is called, such as `source-sans-3-normal`: made small, it has lost its own name. It holds all its
/// weights; resvg takes from it what a word asks for.
fn face(path: &Path, font: Vec<u8>) -> FaceInfo {
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let family = if name.contains("serif") { "Source Serif 4" } else { "Source Sans 3" };
    FaceInfo {
        id: fontdb::ID::dummy(),
        source: fontdb::Source::Binary(Arc::new(font)),
        index: 0,
        families: vec![(family.to_owned(), fontdb::Language::English_UnitedStates)],
        style: if name.ends_with("italic") { fontdb::Style::Italic } else { fontdb::Style::Normal },
        weight: fontdb::Weight::NORMAL,
        post_script_name: name,
        stretch: fontdb::Stretch::Normal,
        monospaced: false,
    }
}

/// A drawing as PNG of this width and height in px.
fn raster(
    svg: &str,
    (width, height): (u32, u32),
    options: &usvg::Options,
) -> Result<Vec<u8>, String> {
    let tree = usvg::Tree::from_str(svg, options).map_err(|e| e.to_string())?;
    let mut dots = tiny_skia::Pixmap::new(width, height).ok_or("it has no size")?;
    let scale = width as f32 / tree.size().width();
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut dots.as_mut());
    // Of 256 steps of a colour 64 are kept: no eye sees it, and the file has a third of its bytes.
    for dot in dots.data_mut().chunks_exact_mut(4).filter(|dot| dot[3] == 255) {
        dot[..3].iter_mut().for_each(|colour| *colour |= 3);
    }
    dots.encode_png().map_err(|e| e.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_picture_is_drawn_without_its_words() {
        let folder = std::env::temp_dir().join("eucam-watch without fonts");
        std::fs::create_dir_all(folder.join("fonts")).expect("a folder can be made");
        let error = options(&folder).expect_err("no fonts are there");
        assert!(error.contains("words would be missing"), "{error}");
    }

    #[test]
    fn the_shared_picture_is_of_its_size_and_bears_map_and_words() {
        let public = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../public"));
        let options = options(public).expect("the fonts are there");
        let relief = std::fs::read(public.join("relief.webp")).expect("the shading is there");
        let png = raster(&share::drawing(&relief), share::SIZE, &options).expect("it can be drawn");
        let dots = tiny_skia::Pixmap::decode_png(&png).expect("it is PNG");
        assert_eq!((dots.width(), dots.height()), share::SIZE);
        let colours = |x: std::ops::Range<u32>| {
            let all = x.flat_map(|x| (0..dots.height()).map(move |y| (x, y)));
            let dark = all.filter_map(|(x, y)| dots.pixel(x, y)).filter(|p| p.red() < 90);
            dark.count()
        };
        assert!(colours(40..380) > 4_000, "the title is set: {}", colours(40..380));
        assert!(colours(420..1200) > 4_000, "the map is drawn: {}", colours(420..1200));
    }
}
