//! Charts that answer to inputs, drawn on a backend that writes down what it is asked for.

use lodestone::chart::spec::{Body, Spec};
use lodestone::format::{self, PLAIN};
use lodestone::pages::figures;
use lodestone::text::Lang;
use lodestone_model::inputs::{Choices, Drive, Inputs, Param};
use lodestone_model::outputs::Output;
use lodestone_model::report::{Range, Report, View};
use lodestone_model::uncertainty::{Analysis, Plan, Section, Shapes, Simulation, give};

use crate::sheet::sheet;

fn all(inputs: &Inputs, lang: Lang) -> Vec<Spec> {
    let report = Report::new(inputs, View::default());
    let plan = Plan { seed: 1, chunks: 2 };
    let analysis = Analysis::new(inputs.clone(), Output::MotorAfterUsd, 2025, plan, &Shapes::default());
    let found = analysis.unwrap().result();
    let mut all = drawn(&report, lang);
    all.push(figures::tornado(&found, Output::MotorAfterUsd, lang));
    all
}

fn drawn(report: &Report, lang: Lang) -> Vec<Spec> {
    vec![
        figures::build("motor-build", &report.motor, lang),
        figures::curve("motor-curve", &report.motor.curve, lang),
        figures::build("turbine-build", &report.wind, lang),
        figures::curve("turbine-curve", &report.wind.curve, lang),
        figures::stack(report, lang),
        figures::bars(&report.year, lang),
    ]
}

#[test]
fn every_chart_draws_at_every_width_and_keeps_its_words_on_the_sheet() {
    for lang in Lang::ALL {
        for spec in all(&Inputs::default(), lang) {
            for width in [1, 40, 320, 375, 768, 1280] {
                let sheet = sheet(&spec, width);
                if width >= 320 {
                    assert!(sheet.strokes > 5 && !sheet.words.is_empty(), "{} at {width}", spec.id);
                    let [limit, tall] = [width, spec.body.height()].map(|side| i32::try_from(side).unwrap());
                    let off = sheet.words.iter().find(|(_, (x, y), _)| *x < 0 || *x > limit || *y < 0 || *y > tall);
                    assert!(off.is_none(), "{} at {width}: {:?}", spec.id, off.map(|w| (&w.0, w.1)));
                }
            }
        }
    }
}

#[test]
fn every_part_has_its_name_or_the_number_that_the_legend_gives_it() {
    let mut inputs = Inputs::default();
    for (key, value) in [("ev-w-pr", "0.03"), ("ev-w-tb", "0.004"), ("shock-tariff", "0.1")] {
        inputs.assign(key, value).unwrap();
    }
    for (lang, inputs) in Lang::ALL.into_iter().flat_map(|lang| [(lang, Inputs::default()), (lang, inputs.clone())]) {
        let report = Report::new(&inputs, View::default());
        let mut numbered = 0;
        for spec in drawn(&report, lang).iter().filter(|spec| !spec.body.names().is_empty()) {
            for width in [320, 375, 768, 1280] {
                let sheet = sheet(spec, width);
                for (n, (name, _)) in (1_usize..).zip(spec.body.names()) {
                    let count = |text: &str| sheet.words.iter().filter(|(word, ..)| word == text).count();
                    let (named, by_number) = (count(name), count(&n.to_string()));
                    // A tick of an axis may be the same number, which is why at least so many are looked for.
                    let wanted = match &spec.body {
                        Body::Build { bars, axis } => {
                            let seen = |b: &&lodestone::chart::spec::Build| {
                                b.parts.iter().any(|p| p.name == name && p.value.central > axis.to / 100.0)
                            };
                            bars.iter().filter(seen).count()
                        }
                        _ => 1,
                    };
                    assert!(named + by_number >= wanted, "{} at {width}: {name} ({n})", spec.id);
                    numbered += by_number;
                }
            }
        }
        assert!(numbered > 10, "{numbered}");
    }
}

#[test]
fn a_product_without_magnets_says_so_instead_of_drawing_nothing() {
    let choices = Choices { drive: Drive::NoMagnet, ..Choices::default() };
    let mut inputs = Inputs::default();
    inputs.choices = choices;
    let specs = all(&inputs, Lang::En);
    for spec in specs.iter().filter(|s| s.id.starts_with("turbine")) {
        assert!(matches!(&spec.body, Body::Empty(_)), "{}", spec.id);
        assert!(sheet(spec, 320).words.iter().any(|(w, ..)| w.contains("no magnets")), "{}", spec.id);
    }
}

#[test]
fn extreme_inputs_draw_without_a_fault() {
    for (param, value) in [
        (Param::EvMagnetKg, 0.0),
        (Param::EvMagnetKg, 10_000.0),
        (Param::PriceNdOxide, 1_000_000.0),
        (Param::ShockPriceAbs, -1_000_000.0),
        (Param::ShockPriceRel, -1.0),
        (Param::GrowthAfter, 10.0),
        (Param::ProcessUtilisation, 0.01),
    ] {
        let mut inputs = Inputs::default();
        inputs.set(param, value).unwrap();
        for spec in all(&inputs, Lang::Ko) {
            sheet(&spec, 360);
        }
    }
}

#[test]
fn a_quantity_above_zero_never_shows_a_negative_value_in_any_chart() {
    let mut inputs = Inputs::default();
    // A tail so long that a band drawn as mean ± twice the deviation would reach far below zero.
    inputs.assign("ev-magnet-kg", "lognormal 2 2").unwrap();
    inputs.assign("wind-kg-per-mw-direct", "lognormal 700 2").unwrap();
    inputs.assign("price-nd-oxide", "lognormal 73 2").unwrap();
    let mut report = Report::new(&inputs, View::default());
    let bands = |section| {
        Simulation::new(inputs.clone(), View::default(), section, Plan::default(), &Shapes::default()).bands()
    };
    give(&bands(Section::Motor), &mut report.motor);
    give(&bands(Section::Turbine), &mut report.wind);
    give(&bands(Section::Year), &mut report.year);
    give(&bands(Section::Years), &mut report.years);
    for lang in Lang::ALL {
        for spec in drawn(&report, lang) {
            let ticks: Vec<(f64, String)> = match &spec.body {
                Body::Build { axis, .. } | Body::Bars { axis, .. } => axis.ticks.clone(),
                Body::Curve(curve) => curve.x.ticks.iter().chain(&curve.y.ticks).cloned().collect(),
                Body::Stack(stack) => stack.y.ticks.clone(),
                Body::Tornado(_) | Body::Lines(_) | Body::Empty(_) => panic!("{}", spec.id),
            };
            assert!(ticks.iter().all(|(value, text)| *value >= 0.0 && !text.contains('−')), "{}", spec.id);
            let table = lodestone::chart::table::read(&spec, lang);
            assert!(table.rows.iter().flatten().all(|cell| !cell.contains('−')), "{}: {:?}", spec.id, table.rows);
            assert!(!spec.sentence.contains('−'), "{}", spec.sentence);
            assert!(sheet(&spec, 768).words.iter().all(|(word, ..)| !word.contains('−')), "{}", spec.id);
        }
    }
}

#[test]
fn the_table_of_a_chart_has_the_numbers_that_the_chart_draws() {
    for lang in Lang::ALL {
        for spec in all(&Inputs::default(), lang) {
            let table = lodestone::chart::table::read(&spec, lang);
            let cells: Vec<&String> = table.rows.iter().flatten().collect();
            let begins = |text: &str| cells.iter().any(|c| c.starts_with(text));
            let has = |r: Range| begins(&format::middle(lang, r, PLAIN));
            let ranged = |r: &Range| {
                let (low, high) = format::both_ends(lang, *r, PLAIN);
                has(*r) && begins(&low) && begins(&high)
            };
            match &spec.body {
                Body::Build { bars, .. } => {
                    assert!(bars.iter().flat_map(|b| &b.parts).all(|p| has(p.value)), "{}", spec.id);
                    assert!(bars.iter().all(|b| has(b.sum)), "{}", spec.id);
                }
                Body::Curve(curve) => {
                    assert!(curve.before.1.iter().all(|(_, v)| has(*v)), "{}", spec.id);
                    assert!(curve.after.1.iter().all(|(_, r)| ranged(r)), "{}", spec.id);
                }
                Body::Stack(stack) => {
                    assert_eq!(table.rows.len(), stack.layers[0].values.len());
                    let mut values = stack.layers.iter().flat_map(|l| &l.values).filter_map(|(_, v)| *v);
                    assert!(values.all(has), "{}", spec.id);
                }
                Body::Bars { bars, .. } => assert!(bars.iter().all(|b| ranged(&b.value)), "{}", spec.id),
                Body::Tornado(t) => {
                    let ends = t.swings.iter().flat_map(|s| [s.at_low, s.at_high]);
                    assert!(ends.chain([t.centre]).all(|v| begins(&format::exact5(v))), "{}", spec.id);
                }
                // The explainer's; tests/explainer_prices.rs has its test.
                Body::Lines(_) => panic!("{}", spec.id),
                Body::Empty(why) => panic!("{}: {why}", spec.id),
            }
        }
    }
}

#[test]
fn a_line_with_more_points_than_pixels_is_thinned_to_what_they_show_and_keeps_its_extremes() {
    use lodestone::chart::spec::{Axis, Line, Lines, Point, Scale};
    let count = 10_000;
    let value = |j: i32| match j {
        7_321 => 90.0,
        2_500 => -90.0,
        j => libm::sin(f64::from(j)),
    };
    let points = |step: i32| {
        let all = (0..count).step_by(step as usize);
        all.map(|j| Point {
            at: f64::from(j),
            label: String::new(),
            value: Some(Range::exactly(value(j))),
            remark: None,
        })
        .collect()
    };
    let spec = |step| Spec {
        body: Body::Lines(Lines {
            x: Axis { from: 0.0, to: f64::from(count - 1), ticks: Vec::new() },
            y: Axis { from: -100.0, to: 100.0, ticks: Vec::new() },
            scale: Scale::Even,
            lines: vec![Line::new(String::new(), 0, true, points(step))],
        }),
        ..drawn(&Report::new(&Inputs::default(), View::default()), Lang::En).remove(0)
    };
    let path = |step| sheet(&spec(step), 700).paths.into_iter().max_by_key(Vec::len).unwrap();
    let (thin, whole) = (path(1), path(1_000));
    assert_eq!(whole.len(), 10, "few points are left alone");
    assert!(thin.len() <= 6 * 700, "{} points", thin.len());
    let rows: Vec<i32> = thin.iter().map(|(_, y)| *y).collect();
    let (top, bottom) = (rows.iter().min().unwrap(), rows.iter().max().unwrap());
    // 224 pixels, less the margins of 10 and 26, for −100 to 100.
    assert!((*top - 19).abs() <= 1 && (*bottom - 189).abs() <= 1, "{top} {bottom}");
    assert!(thin.windows(2).all(|p| p[0].0 <= p[1].0), "from left to right");
}

#[test]
fn the_names_of_two_lines_stand_clear_of_both() {
    for lang in Lang::ALL {
        let report = Report::new(&Inputs::default(), View::default());
        let specs = drawn(&report, lang);
        for (spec, width) in
            specs.iter().filter(|s| matches!(s.body, Body::Curve(_))).flat_map(|s| [330, 660].map(|w| (s, w)))
        {
            let Body::Curve(curve) = &spec.body else { panic!() };
            let sheet = sheet(spec, width);
            let path = sheet.paths.iter().max_by_key(|p| p.len()).unwrap();
            let (name, room) = sheet.rooms().into_iter().find(|(word, _)| *word == curve.before.0).unwrap();
            // The lower name: whatever of the dashed line stands over it ends above it.
            let dashes = sheet.strokes_at(room[0], room[2]);
            let inside = dashes.iter().filter(|(_, y)| (room[1]..=room[3]).contains(y)).count();
            assert_eq!(inside, 0, "{} {} at {width}: {name} {room:?}", spec.id, lang.tag());
            assert!(path.iter().filter(|(x, _)| *x >= room[0]).all(|(_, y)| *y < room[1]), "{} at {width}", spec.id);
        }
    }
}
