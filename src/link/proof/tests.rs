//! Links to the letter, of this release and of others.

use lodestone_model::data::{NamedScenario, Param};

use super::*;
use crate::link::pairs;
use crate::state::{Action, State};
use crate::text::Lang;

fn said(list: &[(&str, &str)]) -> Pairs {
    list.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect()
}

fn link_of(state: &State, route: Route) -> Pairs {
    let result = Carried::of(Release::present(), main_answer(route), &state.inputs, state.view.year);
    carrying(&pairs(state), result.as_ref())
}

#[test]
fn a_link_that_is_passed_on_is_verified_and_one_whose_inputs_were_changed_differs() {
    for route in [Route::Motor, Route::Turbine, Route::Demand, Route::Balance, Route::Shocks, Route::Story] {
        for scenario in NamedScenario::ALL {
            let state = State { inputs: scenario.inputs().unwrap(), ..State::default() };
            let link = link_of(&state, route);
            let found = check(&link);
            assert!(matches!(found.verdict, Verdict::Verified(_)), "{link:?}: {found:?}");
            assert_eq!((found.origin, found.asked.state.inputs), (Origin::Present, state.inputs), "{link:?}");
        }
    }
    let mut link = link_of(&State::default(), Route::Motor);
    link.push(("ev-magnet-kg".into(), "3".into()));
    let Verdict::Differs { was, now: Some(now) } = check(&link).verdict else { panic!("{link:?}") };
    assert!(now > was.value * 1.1, "{now} {was:?}");
    // The main answer is the same, and another answer is not.
    let mut link = link_of(&State::default(), Route::Motor);
    link.push(("wind-mw".into(), "9".into()));
    assert!(matches!(check(&link).verdict, Verdict::Differs { was, now: Some(now) } if was.value == now));
}

#[test]
fn what_is_written_as_a_result_is_read_and_nothing_else() {
    let carried = Carried::of(Release::present(), Output::MotorAfterUsd, &Inputs::default(), 2025).unwrap();
    assert_eq!(Carried::read(&carried.to_string()), Some(carried.clone()));
    for text in [
        "",
        "~~",
        "motor-after-usd",
        "motor-after-usd~1",
        "motor-after-usd~1~",
        "motor-after-usd~1~3f9a2c1",
        "motor-after-usd~1~3F9A2C1B",
        "motor-after-usd~1~3f9a2c1b~",
        "motor-after-usd~NaN~3f9a2c1b",
        "motor-after-usd~inf~3f9a2c1b",
        "motor~1~3f9a2c1b",
        "<script>~1~3f9a2c1b",
    ] {
        assert_eq!(Carried::read(text), None, "{text}");
        let link = said(&[("is", text)]);
        assert_eq!(check(&link).verdict, Verdict::Unreadable(text.into()));
    }
}

#[test]
fn an_address_is_read_again_as_it_was_written() {
    let inputs = NamedScenario::DroughtBaotou.inputs().unwrap();
    let mut state = State { inputs, ..State::default() };
    state.inputs.assign("price-nd-oxide", "p5 60.5..140").unwrap();
    let link = link_of(&state, Route::Motor);
    let text = query(&link);
    let again: Pairs = url::form_urlencoded::parse(text.as_bytes()).into_owned().collect();
    assert_eq!(again, link, "{text}");
    assert!(text.contains("price-nd-oxide=p5+60.5..140&"), "{text}");
    let odd = said(&[("a&b", "100 % + ü?#<\"'>")]);
    assert_eq!(url::form_urlencoded::parse(query(&odd).as_bytes()).into_owned().collect::<Pairs>(), odd);
}

#[test]
fn a_link_says_its_release_and_one_that_is_not_known_is_opened_all_the_same() {
    let of = |v: &str| check(&said(&[("wind-mw", "5"), ("v", v)]));
    assert_eq!(of(RELEASE).origin, Origin::Present);
    assert_eq!(check(&said(&[("wind-mw", "5")])).origin, Origin::Unsaid);
    for other in ["9.9.9-2031.01.1", "", "0.1.0", "<b>"] {
        let found = of(other);
        assert_eq!((found.origin, found.verdict), (Origin::Unknown(other.into()), Verdict::None));
        assert_eq!(found.asked.state.inputs.get(Param::WindMw), Some(5.0));
        assert!(found.asked.refused.is_empty(), "{:?}", found.asked.refused);
    }
}

#[test]
fn a_link_of_an_earlier_release_opens_with_its_defaults_and_its_scenarios() {
    let line = |key: &str| Release::present().text.lines().find(|l| l.split_once('=').unwrap().0 == key).unwrap();
    let text = Release::present()
        .text
        .replace(line("wind-mw"), "wind-mw=3..4..9")
        .replace(line("scenario.nd-plus-100"), "scenario.nd-plus-100=shock-price-rel=0.5 & ev-magnet-kg=2.5");
    let old = Release::of("0.0.1-2020.01.1", Box::leak(text.into_boxed_str()));
    let known = |name: &str| (name == old.name).then_some(old);
    let open = |list: &[(&str, &str)]| check_among(&said(&[list, &[("v", old.name)]].concat()), known);

    let found = open(&[("ev-magnet-kg", "3")]);
    assert_eq!(found.origin, Origin::Earlier(old));
    let inputs = &found.asked.state.inputs;
    assert_eq!((inputs.get(Param::WindMw), inputs.get(Param::EvMagnetKg)), (Some(4.0), Some(3.0)));
    assert_eq!(found.moved.iter().map(|m| m.key.as_str()).collect::<Vec<_>>(), ["wind-mw"]);
    // The page is told everything, so that nothing of today's scenario stays.
    let all = found.restored(&said(&[("ev-magnet-kg", "3")])).unwrap();
    assert_eq!(lodestone_model::inputs::text::read(&all).as_ref(), Ok(inputs));

    let story = open(&[("scenario", "nd-plus-100")]);
    let inputs = &story.asked.state.inputs;
    assert_eq!((inputs.get(Param::ShockPriceRel), inputs.get(Param::EvMagnetKg)), (Some(0.5), Some(2.5)));
    assert!(inputs.shocks.is_none(), "the scenario of that release had no list of shocks");
    let all = story.restored(&said(&[("scenario", "nd-plus-100")])).unwrap();
    let before = State::default().after(Action::Scenario(Some(NamedScenario::NdPlus100)));
    assert_eq!(crate::link::chosen(&format!("*\n{all}"), &before).0.inputs, *inputs);

    // Its result is worked out with its defaults; the sentences say what was otherwise.
    let result = Carried::of(old, Output::TurbineAfterUsd, &found.asked.state.inputs, 2025).unwrap().to_string();
    let proven = open(&[("ev-magnet-kg", "3"), ("is", &result)]);
    assert!(matches!(proven.verdict, Verdict::Verified(_)), "{:?}", proven.verdict);
    for lang in Lang::ALL {
        let told = super::super::told::sentences(&proven, lang).join(" ");
        assert!(told.contains(old.name) && told.contains('4') && told.contains('9'), "{told}");
    }
}
