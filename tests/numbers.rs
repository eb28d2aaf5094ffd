//! Numbers as readers of three languages write and type them.
#![allow(clippy::unwrap_used)]

use lodestone::chart::spec::{Axis, Body, Spec};
use lodestone::format::{self, KILOGRAMS, PERCENT, PLAIN, Style, TONNES};
use lodestone::pages::figures;
use lodestone::read;
use lodestone::text::Lang;
use lodestone_model::inputs::{Currency, Inputs, Param};
use lodestone_model::report::{Range, Report, View};

/// A number below 1, of a seed that goes on.
fn next(seed: &mut u64) -> f64 {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*seed >> 11) as f64 / (1_u64 << 53) as f64
}

/// The same text in digits, as a program reads it.
fn in_digits(lang: Lang, range: Range, style: Style) -> f64 {
    let english = format::middle(Lang::En, range, style);
    let digits: String = english.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
    let value: f64 = digits.parse().unwrap();
    assert_ne!(lang, Lang::En);
    if english.contains('−') { -value } else { value }
}

/// What stands behind a number as each style words it.
fn units(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::Ko => &["톤", "kg", "%", "달러", "위안", "원", "유로", "엔"],
        Lang::Zh => &["吨", "千克", "%", "美元", "韩元", "欧元", "日元", "元"],
        _ => &["t", "kg", "%"],
    }
}

#[test]
fn ten_thousand_printed_numbers_are_read_back_to_the_printed_digits_in_each_language() {
    let money = |c| Style::money(Some(c));
    let styles = [
        PLAIN,
        PERCENT,
        TONNES,
        KILOGRAMS,
        Style::money(None),
        money(Currency::Krw),
        money(Currency::Cny),
        money(Currency::Eur),
        money(Currency::Jpy),
    ];
    for lang in [Lang::Ko, Lang::Zh] {
        let mut seed = 20_261_127;
        let (mut large, mut words) = (0, 0);
        for i in 0..10_000 {
            let size = libm::pow(10.0, next(&mut seed) * 16.0 - 2.0);
            let central = if next(&mut seed) < 0.2 { -size } else { size };
            let half = size * next(&mut seed) * next(&mut seed);
            let range = match i % 4 {
                // Whole numbers as sources state them.
                0 => Range::exactly(central.round()),
                1 => Range::exactly(central),
                _ => {
                    Range { error: half * next(&mut seed) * 0.1, ..Range::new(central - half, central, central + half) }
                }
            };
            let style = styles[i % styles.len()];
            let text = format::middle(lang, range, style);
            let read = read::number(&text, units(lang)).unwrap_or_else(|_| panic!("{text}"));
            let digits = in_digits(lang, range, style);
            assert!((read.value - digits).abs() <= digits.abs() * 1e-15, "{text}: {} is not {digits}", read.value);
            // Its ends, which have no unit.
            let (low, high) = format::both_ends(lang, range, style);
            let spread = read::range(&format!("{low}..{high}"), units(lang)).map(|s| s.ends());
            let [from, to] = [low, high].map(|end| read::number(&end, units(lang)).unwrap().value);
            assert_eq!(spread, (from < to).then_some((from, to)), "{text}");
            large += usize::from(digits.abs() >= 10_000.0 && style != PLAIN && style != PERCENT && style != KILOGRAMS);
            words += usize::from(text.contains(['만', '억', '조', '万', '亿']));
        }
        assert!(words * 10 > large * if lang == Lang::Ko { 9 } else { 6 }, "{lang:?}: {words} of {large} are counted");
    }
    let mut seed = 1;
    for _ in 0..10_000 {
        let value = (libm::pow(10.0, next(&mut seed) * 14.0 - 2.0) * 100.0).round() / 100.0;
        for lang in Lang::ALL {
            let text = format::said(lang, value);
            let first = text.split([' ', '（']).next().unwrap();
            assert_eq!(
                read::number(first, &[]).unwrap().value,
                read::number(&format::exact(value), &[]).unwrap().value
            );
            let counted = format::counted(lang, &format::exact(value));
            let (read, exact) = (read::number(&counted, &[]).unwrap().value, read::number(first, &[]).unwrap().value);
            assert!((read - exact).abs() <= exact.abs() * 1e-15, "{counted}");
        }
    }
}

fn axes(spec: &Spec) -> Vec<&Axis> {
    match &spec.body {
        Body::Build { axis, .. } | Body::Bars { axis, .. } => vec![axis],
        Body::Curve(curve) => vec![&curve.x, &curve.y],
        Body::Stack(stack) => vec![&stack.y],
        Body::Tornado(tornado) => vec![&tornado.axis],
        Body::Empty(_) => vec![],
        #[allow(unreachable_patterns)]
        _ => vec![],
    }
}

#[test]
fn axes_stand_in_steps_of_ten_thousand_where_the_language_counts_so() {
    let report = Report::new(&Inputs::default(), View::default());
    let drawn = |lang| {
        [
            figures::build("b", &report.wind, lang),
            figures::curve("c", &report.wind.curve, lang),
            figures::bars(&report.year, lang),
            figures::stack(&report, lang),
        ]
    };
    for (lang, word) in [(Lang::Ko, '만'), (Lang::Zh, '万')] {
        let mut counted = 0;
        for spec in drawn(lang) {
            for axis in axes(&spec) {
                let most = axis.ticks.iter().map(|t| t.0).fold(0.0, f64::max);
                for (value, text) in &axis.ticks {
                    // One unit along the axis: a tick has the word, or is zero.
                    assert_eq!(text.contains(word), most >= 10_000.0 && *value != 0.0, "{}: {text}", spec.id);
                    assert_eq!(read::number(text, &[]).unwrap().value, *value, "{}: {text}", spec.id);
                    counted += usize::from(text.contains(word));
                }
            }
        }
        assert!(counted > 8, "{counted} ticks are counted");
        let [.., stack] = drawn(lang);
        assert!(stack.unit.contains(word), "{}", stack.unit);
        let Body::Stack(body) = &stack.body else { panic!() };
        let sum = report.years.0.last().unwrap().sum.central;
        assert_eq!(body.sums.last().unwrap().1.central, sum / 10_000.0, "the unit is said once, in the chart's line");
    }
    let Body::Stack(body) = &drawn(Lang::En)[3].body else { panic!() };
    assert_eq!(body.sums.last().unwrap().1.central, report.years.0.last().unwrap().sum.central / 1000.0);
}

/// The rate of a currency in the table, by the year that the parameter's default has.
fn stated(pair: &str, year: &str) -> f64 {
    let table = include_str!("../static-data/fx.csv");
    let row = table.lines().find(|line| line.starts_with(&format!("{pair}-{year},"))).unwrap();
    row.split(',').nth(2).unwrap().parse().unwrap()
}

#[test]
fn every_result_in_every_currency_is_the_dollar_result_times_the_rate_of_the_table() {
    let report = Report::new(&Inputs::default(), View::default());
    let known = [
        (Currency::Cny, "cny-usd", Param::FxCny),
        (Currency::Krw, "krw-usd", Param::FxKrw),
        (Currency::Eur, "eur-usd", Param::FxEur),
        (Currency::Jpy, "jpy-usd", Param::FxJpy),
    ];
    for product in [&report.motor, &report.wind] {
        let dollars = product.currencies[0];
        assert_eq!((dollars.currency, dollars.rate.0), (None, 1.0));
        for (currency, pair, param) in known {
            let rate = stated(pair, param.spec().date);
            let own = product.currencies.iter().find(|c| c.currency == Some(currency)).unwrap();
            assert_eq!(own.rate.0.to_bits(), rate.to_bits(), "{pair}");
            assert_eq!(own.before.central.to_bits(), (dollars.before.central * rate).to_bits(), "{pair}");
            if own.rate.0.to_bits() == own.rate.1.to_bits() {
                assert_eq!(own.after.central.to_bits(), (dollars.after.central * rate).to_bits(), "{pair}");
            }
            for lang in Lang::ALL {
                let text = format::ranged(lang, own.before, Style::money(Some(currency)));
                assert!(text.contains(sign(lang, currency)), "{text}");
            }
        }
    }
}

const fn sign(lang: Lang, currency: Currency) -> &'static str {
    match (lang, currency) {
        (Lang::Ko, Currency::Krw) => "원",
        (Lang::Ko, Currency::Cny) => "위안",
        (Lang::Ko, Currency::Eur) => "유로",
        (Lang::Ko, Currency::Jpy) => "엔",
        (Lang::Zh, Currency::Krw) => "韩元",
        (Lang::Zh, Currency::Cny) => "元",
        (Lang::Zh, Currency::Eur) => "欧元",
        (Lang::Zh, Currency::Jpy) => "日元",
        (_, Currency::Krw) => "₩",
        (_, Currency::Cny) => "CN¥",
        (_, Currency::Eur) => "€",
        (_, Currency::Jpy) => "JP¥",
    }
}
