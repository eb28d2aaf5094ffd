//! Charts drawn on a backend that writes down what it is asked for.
#![allow(clippy::unwrap_used)]

use std::convert::Infallible;

use lodestone::chart::draw::draw;
use lodestone::chart::spec::{Body, Spec};
use lodestone::chart::theme::Theme;
use lodestone::format::{self, PLAIN};
use lodestone::pages::figures;
use lodestone::text::Lang;
use lodestone_model::inputs::{Choices, Drive, Inputs, Param};
use lodestone_model::outputs::Output;
use lodestone_model::report::{Range, Report, View};
use lodestone_model::uncertainty::{Analysis, Plan, Section, Shapes, Simulation, give};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};

/// A sheet that keeps strokes and words instead of showing them.
struct Sheet {
    size: (u32, u32),
    strokes: usize,
    words: Vec<(String, BackendCoord)>,
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for Sheet {
    type ErrorType = Infallible;
    fn get_size(&self) -> (u32, u32) {
        self.size
    }
    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }
    fn present(&mut self) -> Drawn {
        Ok(())
    }
    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Drawn {
        self.strokes += 1;
        Ok(())
    }
    fn draw_line<S: BackendStyle>(&mut self, _: BackendCoord, _: BackendCoord, _: &S) -> Drawn {
        self.strokes += 1;
        Ok(())
    }
    fn draw_rect<S: BackendStyle>(&mut self, a: BackendCoord, b: BackendCoord, _: &S, _: bool) -> Drawn {
        assert!(a.0 <= b.0 && a.1 <= b.1, "a rectangle from {a:?} to {b:?}");
        self.strokes += 1;
        Ok(())
    }
    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, _: &S) -> Drawn {
        self.strokes += path.into_iter().count();
        Ok(())
    }
    fn draw_circle<S: BackendStyle>(&mut self, _: BackendCoord, _: u32, _: &S, _: bool) -> Drawn {
        self.strokes += 1;
        Ok(())
    }
    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, _: &S) -> Drawn {
        self.strokes += path.into_iter().count();
        Ok(())
    }
    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, _: &S, at: BackendCoord) -> Drawn {
        self.words.push((text.to_owned(), at));
        Ok(())
    }
}

fn sheet(spec: &Spec, width: u32) -> Sheet {
    let mut sheet = Sheet { size: (width, 300), strokes: 0, words: Vec::new() };
    draw(&mut sheet, spec, &Theme::default(), 1.0).unwrap();
    sheet
}

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
                    let limit = i32::try_from(width).unwrap();
                    let off = sheet.words.iter().find(|(_, (x, y))| *x < 0 || *x > limit || *y < 0 || *y > 300);
                    assert_eq!(off, None, "{} at {width}", spec.id);
                }
            }
        }
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
        assert!(sheet(spec, 320).words.iter().any(|(w, _)| w.contains("no magnets")), "{}", spec.id);
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
                Body::Tornado(_) | Body::Empty(_) => panic!("{}", spec.id),
            };
            assert!(ticks.iter().all(|(value, text)| *value >= 0.0 && !text.contains('−')), "{}", spec.id);
            let table = lodestone::chart::table::read(&spec, lang);
            assert!(table.rows.iter().flatten().all(|cell| !cell.contains('−')), "{}: {:?}", spec.id, table.rows);
            assert!(!spec.sentence.contains('−'), "{}", spec.sentence);
            assert!(sheet(&spec, 768).words.iter().all(|(word, _)| !word.contains('−')), "{}", spec.id);
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
                Body::Empty(why) => panic!("{}: {why}", spec.id),
            }
        }
    }
}
