//! The map as a picture of its own, read back by a parser of XML.
#![cfg(not(target_arch = "wasm32"))]

use model::Picture;

fn picture(width: f64) -> Picture {
    let sign = "<rect width=\"19\" height=\"13\"/>".to_owned();
    Picture {
        width,
        height: 300.0,
        window: [1200.0, -40.5, 12000.0, 8000.25],
        sheet: "<path d=\"M0 0H9\"/>".to_owned(),
        labels: "<text>Termez</text>".to_owned(),
        title: "Who works with <whom> & why".to_owned(),
        note: "As stated in this issue, early 2012; not current membership.".to_owned(),
        credit: "Made with “Natural Earth”; relief from NOAA ETOPO 2022. Boundaries as of early 2012, not an endorsement.".to_owned(),
        key: vec![
            (None, "Partnership with NATO".to_owned()),
            (Some((sign.clone(), 19.0)), "PfP, IPCP".to_owned()),
            (Some((sign, 19.0)), "+ PARP".to_owned()),
        ],
        colours: ["#fff", "#111", "#555"].map(str::to_owned),
        water: "#eef".to_owned(),
        ..Picture::default()
    }
}

#[test]
fn the_picture_is_svg_with_title_key_credit_and_time_frame_inside() {
    for width in [320.0, 1000.0] {
        let made = picture(width);
        let (svg, w, h) = made.write();
        let read = roxmltree::Document::parse(&svg).unwrap_or_else(|e| panic!("{e}\n{svg}"));
        let root = read.root_element();
        assert_eq!(root.tag_name().namespace(), Some("http://www.w3.org/2000/svg"));
        let number = |name| root.attribute(name).and_then(|n| n.parse::<f64>().ok());
        assert_eq!((number("width"), number("height")), (Some(w), Some(h)));
        let words: Vec<&str> = root
            .descendants()
            .filter(|n| n.has_tag_name("text"))
            .filter_map(|n| n.text())
            .collect();
        for word in
            [&made.title, &made.note, &made.credit].into_iter().chain(made.key.iter().map(|k| &k.1))
        {
            assert!(words.join(" ").contains(word.as_str()), "{word} is missing: {words:?}");
        }
        assert!(words.contains(&"Termez"));
        // Nothing stands beyond the edge.
        for text in
            root.descendants().filter(|n| n.has_tag_name("text") && n.attribute("y").is_some())
        {
            let y: f64 = text.attribute("y").and_then(|y| y.parse().ok()).expect("a number");
            let x: f64 = text.attribute("x").and_then(|x| x.parse().ok()).expect("a number");
            let size: f64 =
                text.attribute("font-size").and_then(|s| s.parse().ok()).expect("a number");
            let long = text.text().map_or(0, |t| t.chars().count()) as f64 * size * 0.53;
            assert!(x + long <= w + 1.0, "{:?} ends at {} of {w}", text.text(), x + long);
            assert!(y > 0.0 && y < h, "{:?} at {y} of {h}", text.text());
        }
        assert!(
            !svg.contains("http://") || svg.matches("http").count() == 2,
            "it asks for nothing"
        );
    }
}

#[test]
fn numbers_are_written_to_a_tenth() {
    let px = model::picture::px;
    assert_eq!(
        [px(0.0), px(-0.25), px(12.0), px(-3.49), px(1234.56)],
        ["0", "-0.2", "12", "-3.4", "1234.5"]
    );
}
