//! Links as they were published, in `published.txt`: one for every form that an address ever had.

use lodestone::link::proof::{Origin, Verdict, check};
use lodestone::link::{RESULT, VERSION};
use lodestone::route::Route;
use lodestone_model::inputs::text;
use lodestone_model::release::{RELEASES, Release};

use crate::pairs;

const PUBLISHED: &str = include_str!("published.txt");

fn links() -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = PUBLISHED.lines().filter(|l| !l.starts_with('#') && !l.is_empty());
    lines.map(|line| line.split_once('?').unwrap_or_else(|| panic!("{line}: page, question mark, keys and values")))
}

#[test]
fn every_link_that_was_published_opens_with_all_that_it_says() {
    let mut seen = 0;
    for (page, query) in links() {
        assert!(Route::named(page.trim_end_matches('/')).is_some_and(Route::computes), "{page}");
        let said = pairs(query);
        let found = check(&said);
        assert!(found.asked.refused.is_empty() && found.asked.unknown.is_none(), "{query}: {:?}", found.asked);
        let set = text::write(&found.asked.state.inputs);
        for (key, value) in said.iter().filter(|(key, _)| key.contains('-') && !key.ends_with("-axis")) {
            let inputs = &found.asked.state.inputs;
            let mut again = inputs.clone();
            again.assign(key, value).unwrap();
            assert_eq!(&again, inputs, "{query}: {key} is not what {value} says: {set}");
        }
        seen += 1;
    }
    assert!(seen >= 20, "{seen} links");
}

#[test]
fn a_published_link_that_carries_a_result_is_verified() {
    let mut carried = 0;
    for (page, query) in links() {
        let said = pairs(query);
        if said.iter().any(|(key, _)| key == RESULT) {
            let found = check(&said);
            assert!(matches!(found.verdict, Verdict::Verified(_)), "{page}?{query}: {:?}", found.verdict);
            assert!(matches!(found.origin, Origin::Present | Origin::Earlier(_)));
            carried += 1;
        }
    }
    assert!(carried >= 8, "{carried} links carry a result");
    // Each release has links here that carry a result of it.
    for Release { name, .. } in RELEASES {
        let of = |query: &str| pairs(query).contains(&(VERSION.into(), name.into())) && query.contains("is=");
        assert!(links().any(|(_, query)| of(query)), "no link of {name}");
    }
}
