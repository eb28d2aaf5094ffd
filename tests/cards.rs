//! The pictures that stand for pages where they are linked show what the pages say today.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::Path;

use lodestone::site::assets::digest;
use lodestone::site::card::{Answers, PAGES, SIZE, file, key};
use lodestone::site::manifest;
use lodestone::text::Lang;

#[test]
fn every_card_shows_what_its_page_answers_and_is_small() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cards");
    let known = manifest::read(&folder).unwrap();
    let answers = Answers::default();
    let mut seen = 0;
    for (route, lang) in PAGES.into_iter().flat_map(|route| Lang::ALL.map(|lang| (route, lang))) {
        let (name, card) = (file(key(route), lang), answers.card(route, lang).unwrap());
        let entry = known.get(&name).unwrap_or_else(|| panic!("there is no {name}; run `cargo xtask cards`"));
        assert_eq!(entry.said, card.said(lang), "{name} is out of date; run `cargo xtask cards`");
        assert_eq!(entry.shows, digest(card.html(lang).as_bytes()), "{name} is out of date; run `cargo xtask cards`");
        let picture = fs::read(folder.join(&name)).unwrap();
        assert_eq!(entry.picture, digest(&picture), "{name} is not the picture that was taken");
        assert!(picture.len() < 40_000, "{name} has {} bytes", picture.len());
        let number = |at: usize| u32::from_be_bytes(picture[at..at + 4].try_into().unwrap());
        assert_eq!((number(16), number(20)), SIZE, "{name}");
        seen += 1;
        // A range is shown wherever there is one, and no figure is missing.
        assert!(!card.value.is_empty() && !card.value.contains('–') && !card.range.is_empty(), "{card:?}");
    }
    assert_eq!(known.len(), seen, "no picture of a page that has none");
}
