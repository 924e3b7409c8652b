//! Files that the page makes: the map as a drawing or a picture.

use super::browser::{by_id, document, one, window};
use super::draw::picture;
use super::select::tell;
use model::Picture;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement,
    HtmlImageElement, Response, Url,
};

/// A picture has so many dots for each px of the page.
const DENSITY: f64 = 2.0;

/// What a saved file is called.
const NAME: &str = "nato-and-central-asia-map";

/// Saves the map as it stands, with words that the page adds, as SVG or as PNG.
pub fn save_map(
    layers: Vec<&'static str>,
    as_picture: bool,
    add_words: impl Fn(&mut Picture) + 'static,
) {
    spawn_local(async move {
        let relief = relief().await.unwrap_or_default();
        let Some(mut picture) = picture(&layers, &relief) else { return };
        add_words(&mut picture);
        let (svg, width, height) = picture.write();
        let done = if as_picture {
            raster(&svg, width, height).await.ok().map(|blob| (blob, "png"))
        } else {
            blob(&svg).map(|blob| (blob, "svg"))
        };
        match done {
            Some((blob, kind)) => offer(&blob, &[NAME, ".", kind].concat()),
            None => tell("trail-said", "This browser could not make the picture."),
        }
    });
}

fn blob(svg: &str) -> Option<Blob> {
    let parts = js_sys::Array::of1(&svg.into());
    let options = BlobPropertyBag::new();
    options.set_type("image/svg+xml");
    Blob::new_with_str_sequence_and_options(&parts, &options).ok()
}

/// The shading as an address that holds the picture itself.
async fn relief() -> Option<String> {
    let href = one("#map image")?.get_attribute("href")?;
    let response: Response =
        JsFuture::from(window().fetch_with_str(&href)).await.ok()?.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    let bytes = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
    let bytes = js_sys::Uint8Array::new(&bytes).to_vec();
    // Each byte is a character to btoa.
    let characters: String = bytes.into_iter().map(char::from).collect();
    window().btoa(&characters).ok().map(|text| "data:image/webp;base64,".to_owned() + &text)
}

/// The drawing as dots.
async fn raster(svg: &str, width: f64, height: f64) -> Result<Blob, JsValue> {
    let image = HtmlImageElement::new()?;
    image.set_src(
        &["data:image/svg+xml,", &String::from(js_sys::encode_uri_component(svg))].concat(),
    );
    JsFuture::from(image.decode()).await?;
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.unchecked_into();
    canvas.set_width((width * DENSITY) as u32);
    canvas.set_height((height * DENSITY) as u32);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: CanvasRenderingContext2d = context.unchecked_into();
    context.draw_image_with_html_image_element_and_dw_and_dh(
        &image,
        0.0,
        0.0,
        width * DENSITY,
        height * DENSITY,
    )?;
    let made = js_sys::Promise::new(&mut |done, fail| {
        let act = Closure::once_into_js(move |blob: Option<Blob>| {
            let _ = match blob {
                Some(blob) => done.call1(&JsValue::NULL, &blob),
                None => fail.call0(&JsValue::NULL),
            };
        });
        let _ = canvas.to_blob(act.unchecked_ref());
    });
    JsFuture::from(made).await?.dyn_into()
}

fn offer(blob: &Blob, name: &str) {
    let Ok(url) = Url::create_object_url_with_blob(blob) else { return };
    let link =
        document().create_element("a").ok().and_then(|a| a.dyn_into::<HtmlAnchorElement>().ok());
    if let (Some(link), Some(page)) = (link, by_id("edition")) {
        link.set_href(&url);
        link.set_download(name);
        let _ = page.append_child(&link);
        link.click();
        link.remove();
    }
    super::browser::after_ms(60_000, move || drop(Url::revoke_object_url(&url)));
}
