use super::*;
use crate::{Frame, Layer, Sight};
use proptest::prelude::*;

fn known(id: &str) -> Option<Option<CountryId>> {
    match id {
        "interview-q4-2" | "nato" => Some(None),
        "kazakhstan-only-ipap" => Some(Some(CountryId::Kazakhstan)),
        _ => None,
    }
}

fn read(fragment: &str) -> Result<Address, UnknownAddress> {
    Address::parse(fragment, known)
}

#[test]
fn a_country_is_its_own_address() {
    let address = read("#uzbekistan").expect("a country is known");
    assert_eq!(address.country, Some(CountryId::Uzbekistan));
    assert_eq!(address.to_string(), "uzbekistan");
}

#[test]
fn a_passage_can_stand_beside_a_card() {
    let address = read("#interview-q4-2&country=tajikistan").expect("both are known");
    assert_eq!(address.anchor.as_deref(), Some("interview-q4-2"));
    assert_eq!(address.country, Some(CountryId::Tajikistan));
}

#[test]
fn a_fact_opens_its_card() {
    let address = read("#kazakhstan-only-ipap").expect("a fact is known");
    assert_eq!(address.country, Some(CountryId::Kazakhstan));
}

#[test]
fn a_text_fragment_is_the_browsers_affair() {
    let address = read("#interview-q4-2:~:text=Kazakhstan%20is").expect("the target is known");
    assert_eq!(address.to_string(), "interview-q4-2");
}

#[test]
fn foreign_fragments_are_unknown() {
    for fragment in ["#Narnia", "#uzbekistan2", "#%", "#%E0%A4%A", "#__proto__", "#utm_source=x"] {
        assert_eq!(read(fragment), Err(UnknownAddress), "{fragment}");
    }
    assert_eq!(read(&"#a".repeat(2_000_000)), Err(UnknownAddress));
}

#[test]
fn unknown_state_is_passed_over_and_the_last_word_counts() {
    let address = read("#uzbekistan&frame=moon&frame=south&x=y&layers=sco,moon")
        .expect("the target is known");
    assert_eq!(address.to_string(), "uzbekistan&layers=sco&frame=south");
}

#[test]
fn a_link_can_lead_back_to_the_usual_layers() {
    let before = read("#uzbekistan&layers=nato,ndn,tapi,csto").expect("known").settled();
    let after = read("#uzbekistan&layers=nato,ndn,tapi").expect("known").following(&before);
    assert_eq!(after.to_string(), "uzbekistan");
}

#[test]
fn an_address_survives_being_escaped_by_others() {
    let address = read("#uzbekistan%26layers%3Dnato%2Ccsto").expect("the target is known");
    assert_eq!(address.to_string(), "uzbekistan&layers=nato,csto");
    let misspelt = read("#uzbekistan&layers=natto").expect("the target is known");
    assert_eq!(misspelt.to_string(), "uzbekistan");
    let bare = read("#uzbekistan&layers=none").expect("the target is known");
    assert_eq!(bare.to_string(), "uzbekistan&layers=none");
}

#[test]
fn a_query_travels_in_the_address() {
    let address = read("#nato&q=%22gas+pip%22+Marl%C3%A8ne").expect("known");
    assert_eq!(address.query.as_deref(), Some("\"gas pip\" Marlène"));
    assert_eq!(address.to_string(), "nato&q=%22gas+pip%22+Marl%C3%A8ne");
    assert_eq!(read("#nato&q=+&q=%FF%").expect("known").query.as_deref(), None);
    let away = read("#uzbekistan").expect("known").following(&address);
    assert_eq!(away.query, address.query);
}

#[test]
fn a_second_state_stands_beside_another_and_not_beside_itself() {
    let pair = read("#kazakhstan&with=uzbekistan").expect("known");
    assert_eq!(pair.to_string(), "kazakhstan&with=uzbekistan");
    assert_eq!(read("#kazakhstan&with=kazakhstan").expect("known").with, None);
    assert_eq!(read("#overview&with=uzbekistan").expect("known").with, None);
    let passage = read("#interview-q4-2").expect("known").following(&pair);
    assert_eq!(passage.with, Some(CountryId::Uzbekistan));
    assert_eq!(read("#tajikistan").expect("known").following(&pair).with, None);
}

#[test]
fn following_a_link_keeps_what_it_does_not_name() {
    let before = read("#uzbekistan&layers=csto&frame=south").expect("known");
    let after = read("#interview-q4-2").expect("known").following(&before);
    assert_eq!(after.to_string(), "interview-q4-2&country=uzbekistan&layers=csto&frame=south");
    let away = read("#overview").expect("known").following(&after);
    assert_eq!(away.to_string(), "overview&layers=csto&frame=south");
}

fn any_scene() -> impl Strategy<Value = Scene> {
    let named = prop::sample::select(Frame::ALL.to_vec()).prop_map(Scene::Named);
    let numbers = (-3_000..2_200_i32, -1_700..2_200_i32, 300..6_000_i32);
    let free = numbers.prop_map(|(east, north, width)| Sight { east, north, width });
    prop_oneof![named, free.prop_map(Scene::Free)]
}

prop_compose! {
    fn any_address()(
        anchor in prop::option::of(prop::sample::select(vec![
            "interview-q4-2", "nato", "kazakhstan-only-ipap",
        ])),
        country in prop::option::of(prop::sample::select(CountryId::ALL.to_vec())),
        layers in prop::option::of(0u8..64),
        scene in prop::option::of(any_scene()),
        with in prop::option::of(prop::sample::select(CountryId::ALL.to_vec())),
        query in prop::option::of("\\PC{1,20}"),
        only in prop::collection::hash_set("[a-z][a-z0-9-]{0,9}", 0..=3),
        trail in prop::collection::vec("[a-z][a-z0-9-]{0,9}(~[0-9a-z]{2})?", 0..9),
    ) -> Address {
        let card = anchor.and_then(known).flatten();
        let country = card.or(country);
        Address {
            anchor: anchor.map(str::to_owned),
            country,
            with: with.filter(|w| country.is_some_and(|c| c != *w)),
            layers: layers.map(|shown| {
                let named = Layer::ALL.into_iter().filter(|l| shown & (1 << *l as u8) != 0);
                let words = named.map(Layer::slug).chain(["none"]).collect::<Vec<_>>();
                Layers::parse(&words.join(",")).expect("`none` is a known word")
            }),
            scene,
            query: query.map(|q| query::clean(&q)).filter(|q| !q.is_empty()),
            only: only.into_iter().collect(),
            trail: Trail::parse(&trail.join(",")),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn every_address_is_read_back_as_it_was_written(address in any_address()) {
        prop_assert_eq!(read(&address.to_string()), Ok(address));
    }

    #[test]
    fn no_fragment_breaks_the_reader(
        fragment in "#?(uzbekistan|nato|interview-q4-2|overview|\\PC{0,12})(&(q|layers|frame|only|trail|with|country)=\\PC{0,12}){0,4}",
    ) {
        if let Ok(address) = read(&fragment) {
            prop_assert_eq!(read(&address.to_string()), Ok(address));
        }
    }
}
