//! Bad data: each kind has a defined picture, and nothing stops the program.

use lodestone::chart::layout::Measure;
use lodestone::chart::marks::marks;
use lodestone::chart::spec::{
    Axis, Bar, Body, Build, Curve, Layer, Line, Lines, Part, Point, Scale, Spec, Stack, Swing, Tone, Tornado,
};
use lodestone::chart::taken::{Origin, csv, svg};
use lodestone::chart::theme::Theme;
use lodestone::chart::{said, table, wire};
use lodestone::format;
use lodestone::text::Lang;
use lodestone_model::report::Range;

use crate::sheet::sheet;

/// Rows of values that no chart should be asked for, or rarely is.
fn odd() -> Vec<(&'static str, Vec<f64>)> {
    vec![
        ("no value", vec![]),
        ("one value", vec![3.0]),
        ("no number", vec![1.0, f64::NAN, 2.0]),
        ("no numbers at all", vec![f64::NAN; 3]),
        ("no end", vec![1.0, f64::INFINITY, f64::NEG_INFINITY]),
        ("all the same", vec![5.0; 4]),
        ("all zero", vec![0.0; 4]),
        ("tiny to huge", vec![1e-12, 1.0, 1e12]),
        ("all tiny", vec![1e-12, 2e-12]),
        ("all negative", vec![-1.0, -50.0, -3.0]),
        ("both signs", vec![-5.0, 0.0, 5.0]),
        ("the largest there is", vec![f64::MAX, f64::MIN, f64::MIN_POSITIVE]),
    ]
}

fn range(v: f64) -> Range {
    Range::new(v - v.abs() / 10.0, v, v + v.abs() / 5.0)
}

fn axis(values: &[f64]) -> Axis {
    let low = values.iter().copied().fold(0.0, f64::min);
    let high = values.iter().copied().fold(0.0, f64::max);
    Axis { from: low, to: high, ticks: format::ticks(Lang::En, low, high, 5) }
}

fn bodies(values: &[f64]) -> Vec<Body> {
    let name = |i: usize| format!("part {i}");
    let points = || (0..).map(f64::from).zip(values.iter().map(|v| range(*v))).collect::<Vec<_>>();
    let x = || Axis { from: 0.0, to: 3.0, ticks: vec![(0.0, "0".into()), (3.0, "3".into())] };
    let parts = values.iter().enumerate().map(|(i, v)| Part { name: name(i), value: range(*v), tone: Tone::Series(i) });
    let sum = range(values.iter().sum());
    let bars = values.iter().enumerate().map(|(i, v)| Bar {
        name: name(i),
        value: range(*v),
        text: "t".into(),
        tone: Tone::Accent,
    });
    let swings = values.iter().enumerate().map(|(i, v)| Swing { name: name(i), at_low: -v, at_high: *v });
    let years = || points().into_iter().map(|(x, r)| (x, Some(r).filter(|_| x != 1.0))).collect::<Vec<_>>();
    let line = |scale| Lines {
        x: x(),
        y: axis(values),
        scale,
        lines: vec![Line::new(
            "line".into(),
            0,
            true,
            points()
                .into_iter()
                .map(|(at, r)| Point { at, label: at.to_string(), value: Some(r), remark: None })
                .collect(),
        )],
    };
    vec![
        Body::Build {
            bars: vec![Build { name: "b".into(), sum, total: "t".into(), parts: parts.collect() }],
            axis: axis(values),
        },
        Body::Build { bars: vec![], axis: axis(values) },
        Body::Curve(Curve {
            x: x(),
            y: axis(values),
            before: ("before".into(), points()),
            after: ("after".into(), points()),
            now: values.first().map(|v| (0.0, *v, "now".into())),
            evidence: Some((f64::NEG_INFINITY, 1.0)),
            above: Some("above".into()),
        }),
        Body::Stack(Stack {
            x: x(),
            y: axis(values),
            layers: vec![
                Layer { name: "layer".into(), tone: Tone::Series(99), values: years() },
                Layer { name: "second".into(), tone: Tone::Neutral, values: years() },
            ],
            sums: points(),
            year: (2.0, "2".into()),
        }),
        Body::Bars { bars: bars.collect(), axis: axis(values) },
        Body::Tornado(Tornado { centre: 0.0, swings: swings.collect(), axis: axis(values) }),
        Body::Lines(line(Scale::Even)),
        Body::Lines(line(Scale::Factors)),
        Body::Empty("nothing".into()),
    ]
}

#[test]
fn bad_data_have_a_picture_a_table_words_and_files_and_stop_nothing() {
    let origin = Origin { link: String::new(), computed: true, sources: Vec::new(), left_out: Vec::new() };
    for (kind, values) in odd() {
        for body in bodies(&values) {
            let spec = Spec {
                id: "odd",
                title: kind.into(),
                unit: "kg".into(),
                sentence: "It is odd.".into(),
                rows_are: "rows".into(),
                waits: false,
                body,
            };
            for width in [0, 1, 95, 330, 1280] {
                let sheet = sheet(&spec, width);
                // What is beyond the axis stops at its ends, give or take a mark.
                assert!(sheet.off <= 12, "{kind} {} at {width}: {} off", spec.body.kind(), sheet.off);
            }
            for lang in Lang::ALL {
                let all = marks(&spec, &Measure::new(330, 200, 1.0), lang);
                assert!(all.iter().flat_map(|r| &r.marks).all(|m| m.value.central.is_finite()), "{kind}");
                let words = said::whole(&spec, &all, lang);
                let picture = svg(&spec, &Theme::of_sheet(true), &words, &origin, lang);
                assert!(roxmltree::Document::parse(&picture).is_ok(), "{kind}: {picture}");
                let numbers = csv(&spec, &all, &origin, lang).unwrap();
                let rows = table::html(&table::read(&spec, lang), &spec.title);
                for text in [&words, &picture, &numbers, &rows] {
                    assert!(!text.contains("NaN") && !text.contains("inf\""), "{kind} {}: {text}", spec.body.kind());
                }
            }
            if values.iter().all(|v| v.is_finite()) {
                assert_eq!(wire::read(&wire::write(&spec)).map(|s| Spec { id: "odd", ..s }), Some(spec), "{kind}");
            }
        }
    }
}
