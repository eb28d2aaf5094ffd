//! What the package is asked, natively: the same arguments as from JavaScript, already taken out of it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use lodestone_package::answers::answer;
use lodestone_package::arguments::FUNCTIONS;
use lodestone_package::given::{Given, Kind};
use serde_json::Value;

fn object(entries: &[(&str, Given)]) -> Given {
    Given::Object(entries.iter().map(|(key, given)| ((*key).to_owned(), given.clone())).collect())
}

fn text(text: &str) -> Given {
    Given::Text(text.to_owned())
}

/// What is accepted in place of one key of a function.
fn accepted(name: &str, entries: &[(&str, Given)]) -> (String, String, String) {
    let refused = answer(name, object(entries)).unwrap_err();
    assert!(refused.message.contains(&refused.value.trim_matches(['“', '”']).to_owned()), "{refused:?}");
    (refused.field, refused.value, refused.accepted)
}

#[test]
fn a_picture_names_addresses_of_the_web_and_no_others() {
    let chart = |address: &str| {
        object(&[("chart", text("motor-build")), ("ranges", text("limits")), ("address", text(address))])
    };
    let Value::String(svg) = answer("chartSvg", chart("https://example.org/en/motor/?a=\"<b>\"")).unwrap() else {
        panic!("no picture")
    };
    assert!(svg.contains("https://example.org/en/motor/?a=\"&lt;b") && !svg.contains("<b>"), "{svg}");
    for address in ["javascript:alert(1)", "file:///etc/passwd", "//example.org", "data:text/html,<b>", ""] {
        let refused = answer("chartSvg", chart(address)).unwrap_err();
        assert_eq!((refused.field.as_str(), refused.accepted.as_str()), ("address", "https://…, http://…"));
    }
}

#[test]
fn a_picture_is_as_wide_as_it_is_asked_to_be_within_limits() {
    let chart = |width: f64| {
        object(&[("chart", text("demand-year")), ("ranges", text("limits")), ("width", Given::Number(width))])
    };
    for width in [360.0, 720.0, 1440.0] {
        let svg = answer("chartSvg", chart(width)).unwrap();
        assert!(svg.as_str().unwrap().contains(&format!("width=\"{width}\"")), "{width}");
    }
    for width in [359.0, 1441.0, 500.5, f64::NAN, -1.0, 1e308] {
        assert_eq!(answer("chartSvg", chart(width)).unwrap_err().accepted, "360, …, 1440");
    }
}

#[test]
fn claims_are_the_same_whenever_they_are_asked_for() {
    let once = answer("claims", Given::Missing).unwrap();
    assert_eq!(once, answer("claims", object(&[])).unwrap());
    let some = answer("claims", object(&[("verdict", text("not-reproduced"))])).unwrap();
    let count = |answer: &Value| answer["claims"].as_array().unwrap().len();
    assert!(count(&some) > 0 && count(&some) < count(&once));
}

#[test]
fn what_is_refused_says_field_value_and_what_would_be_accepted() {
    let inputs = |key: &str, given: Given| [("inputs", object(&[(key, given)]))];
    let said = |field: &str, value: &str, accepted: &str| (field.to_owned(), value.to_owned(), accepted.to_owned());
    let found = accepted("cost", &inputs("ev-magnet-kg", Given::Number(f64::NAN)));
    assert_eq!(found, said("ev-magnet-kg", "NaN", "a finite number"));
    let found = accepted("cost", &inputs("drive", text("none-such")));
    assert_eq!(found, said("drive", "none-such", "direct, geared, none"));
    let found = accepted("cost", &[("scenario", Given::Other(Kind::Symbol))]);
    assert_eq!((found.0.as_str(), found.1.as_str()), ("scenario", "Symbol"));
    let found = accepted("demand", &[("year", Given::Number(2036.0))]);
    assert_eq!(found, said("year", "2036", "2010, …, 2035"));
    let found = accepted("simulate", &[("outputs", Given::List(vec![text("nothing")]))]);
    assert!(found.0 == "outputs" && found.2.starts_with("motor-magnet-kg"), "{found:?}");
    let long = accepted("cost", &[("link", Given::TooLong(1 << 20))]);
    assert_eq!((long.0.as_str(), long.2.as_str()), ("link", "≤ 20000"));
}

#[test]
fn every_function_refuses_a_key_that_it_does_not_have_and_lists_those_that_it_has() {
    for function in FUNCTIONS {
        let refused = answer(function.name, object(&[("nothing", Given::Number(1.0))])).unwrap_err();
        for known in function.keys {
            assert!(refused.accepted.contains(known.key) && refused.message.contains(known.key), "{refused:?}");
        }
    }
}
