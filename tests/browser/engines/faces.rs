//! One model, many faces: page, frame and file say the bits of the library for the same inputs. (Command and library:
//! `tests/command`; the JavaScript package and the command: `tests/package/same.test.mjs`.)

use lodestone::link::proof::{Carried, main_answer};
use lodestone::link::{Pairs, read};
use lodestone::route::Route;
use lodestone_model::release::Release;
use lodestone_model::report::{Range, Report};
use lodestone_model::uncertainty::{Section, Shapes, Simulation, give};

use crate::offline::{read as read_file, shared};
use crate::page::Page;

/// States that the documents do not bring ranges of, so that each face draws them itself.
const STATES: [&str; 3] = [
    "ev-magnet-kg=3&seed=7&draws=2048",
    "scenario=drought-baotou&seed=11&draws=1024",
    "wind-mw=5&price-nd-oxide=p5 60..140&shocks=price:nd-metal:50;rate:krw:value:0.1&draws=1024",
];

pub fn pairs(query: &str) -> Pairs {
    query.split('&').filter_map(|pair| pair.split_once('=')).map(|(k, v)| (k.to_owned(), v.to_owned())).collect()
}

/// What a frame tells its host, worked out by the library.
fn told(query: &str) -> String {
    let state = read(&pairs(query)).state;
    let mut report = Report::new(&state.inputs, state.view);
    let bands =
        |section| Simulation::new(state.inputs.clone(), state.view, section, state.plan, &Shapes::default()).bands();
    give(&bands(Section::Motor), &mut report.motor);
    give(&bands(Section::Turbine), &mut report.wind);
    give(&bands(Section::Year), &mut report.year);
    let (motor, turbine) = (&report.motor.currencies[0], &report.wind.currencies[0]);
    let named: [(&str, Range); 5] = [
        ("motor-before-usd", motor.before),
        ("motor-after-usd", motor.after),
        ("turbine-before-usd", turbine.before),
        ("turbine-after-usd", turbine.after),
        ("demand-magnet-t", report.year.magnet),
    ];
    // A number is written with as many digits as its bits need.
    named.iter().map(|(key, r)| format!("{key}={}..{}..{}\n", r.low, r.central, r.high)).collect()
}

pub fn encoded(query: &str) -> String {
    query.replace(' ', "+").replace(';', "%3B")
}

/// The result that a link carries.
pub fn result(link: &str) -> &str {
    link.split_once("&is=").map_or("", |(_, is)| is)
}

#[tokio::test]
async fn page_frame_and_file_say_the_bits_of_the_library() {
    let page = Page::blank().await;
    for query in STATES {
        let state = read(&pairs(query)).state;
        let expected = Carried::of(Release::present(), main_answer(Route::Motor), &state.inputs, state.view.year)
            .unwrap()
            .to_string();
        page.visit(&format!("en/motor/?{}", encoded(query))).await;
        page.ready().await;
        // The hash in it is that of the bits of every answer.
        assert_eq!(result(&shared(&page).await), expected, "page, {query}");
        read_file(&page, &format!("#/en/motor/?{}", encoded(query))).await;
        assert_eq!(result(&shared(&page).await), expected, "file, {query}");
        page.visit(&format!("en/motor/widget.html?{}", encoded(query))).await;
        page.ready().await;
        let wanted = told(query);
        let same = format!("document.getElementById('study').getAttribute('data-answers') === {:?}", wanted);
        page.wait_until(&same).await;
    }
    page.close().await;
}
