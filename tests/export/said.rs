//! The sentence.

use lodestone::export::sentence::{style, write};
use lodestone::format;
use lodestone::link::proof::main_answer;
use lodestone::text::Lang;

use crate::common::{all, quick, states};

#[test]
fn one_sentence_says_value_interval_assumptions_date_and_link_on_every_page_in_every_language() {
    let month = |lang| match lang {
        Lang::Ko => "2026년 11월",
        Lang::Zh => "2026年11月",
        _ => "November 2026",
    };
    for taken in all() {
        let (lang, said) = (taken.lang(), write(taken));
        let answer = taken.main().unwrap();
        let style = style(main_answer(taken.subject.route));
        let (low, high) = format::both_ends(lang, answer.spread.range, style);
        let value = format::middle(lang, answer.spread.range, style);
        let link = taken.link();
        let mut parts = vec![value, link, month(lang).to_owned(), env!("CARGO_PKG_VERSION").to_owned()];
        if !answer.spread.is_exact() {
            parts.extend([low, high]);
        }
        for part in parts {
            assert!(said.contains(&part), "{part} in {said}");
        }
        assert!(said.ends_with(['.', '。']) && !said.contains(['{', '}', '\n']), "{said}");
        // One sentence: what ends one stands at its end alone, or within a number, an address or a name.
        let inner = said.trim_end_matches(['.', '。']).replace(&taken.link(), "");
        assert!(!inner.contains(". ") && !inner.contains('。'), "{said}");
    }
}

#[test]
fn the_sentence_names_the_scenario_or_what_was_changed_shortly() {
    use lodestone::route::Route;
    let of = |state: usize, route| write(&quick(route, &states()[state], Lang::En));
    assert!(
        of(1, Route::Motor).contains("(assumed: the scenario “2021: drought in Baotou”, default values for the rest;")
    );
    let own = of(3, Route::Motor);
    assert!(own.contains("Magnet per motor: 2.5 kg (1–4)") && own.contains("more changes"), "{own}");
    let demand = of(3, Route::Demand);
    assert!(demand.contains("Humanoid robots, 2030: 123,456.789") && !demand.contains("oxide price"), "{demand}");
    assert!(demand.starts_with("The uses counted need"), "{demand}");
    assert!(demand.contains(" in 2030"), "{demand}");
    let usual = of(0, Route::Demand);
    assert!(usual.contains("(assumed: default values for all inputs;"), "{usual}");
}
