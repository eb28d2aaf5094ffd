//! Charts read point by point: the description arrives whole, and points and words have the numbers of the table.

use lodestone::chart::layout::Measure;
use lodestone::chart::marks::marks;
use lodestone::chart::spec::{Body, Spec};
use lodestone::chart::{said, table, wire};
use lodestone::text::Lang;
use lodestone_model::inputs::{Inputs, Param};

use crate::all::{answering, every};

#[tokio::test]
async fn a_description_arrives_as_it_was_sent() {
    for (lang, spec) in every().await {
        let text = wire::write(&spec);
        let back = wire::read(&text).unwrap();
        assert_eq!(Spec { id: spec.id, ..back }, spec, "{} {}", spec.title, lang.tag());
    }
}

#[test]
fn a_text_that_is_no_description_is_none() {
    let text = wire::write(&answering(&Inputs::default(), Lang::En)[0]);
    assert!(wire::read("").is_none());
    assert!(wire::read(&format!("{text}more\u{1f}")).is_none(), "something behind it");
    let ends: Vec<usize> = text.char_indices().map(|(i, _)| i).step_by(7).collect();
    assert!(ends.iter().all(|end| wire::read(&text[..*end]).is_none()), "its beginning alone");
    // An unknown kind of marks, and a list that says that it is longer than any.
    let fields: Vec<&str> = text.split('\u{1f}').collect();
    for (place, other) in [(5, "99"), (5, "-1"), (8, "99999999999"), (8, "x")] {
        let mut fields = fields.clone();
        fields[place] = other;
        assert!(wire::read(&fields.join("\u{1f}")).is_none(), "{place} {other}");
    }
}

#[tokio::test]
async fn every_point_says_what_the_table_says_and_stands_on_the_picture() {
    for (lang, spec) in every().await {
        let table = table::read(&spec, lang);
        let cells: Vec<&String> = table.rows.iter().flatten().collect();
        let measure = Measure::new(660, spec.body.height(), 1.0);
        let rows = marks(&spec, &measure, lang);
        assert!(rows.iter().all(|r| !r.marks.is_empty()) && !rows.is_empty(), "{}", spec.title);
        for (row, mark) in rows.iter().flat_map(|r| r.marks.iter().map(move |m| (r, m))) {
            let (x, y) = mark.spot;
            assert!((0..=measure.all.right).contains(&x) && (0..=measure.all.bottom).contains(&y), "{}", spec.title);
            // The table has figure and ends in one cell or in three.
            let figure = mark.text.split([' ', '（']).next().unwrap();
            let there = cells.iter().any(|c| c.starts_with(figure));
            assert!(there, "{} {}: {} {} {}", spec.title, lang.tag(), row.name, mark.name, mark.text);
            let sentence = said::point(row, mark, lang);
            assert!(sentence.contains(&mark.text) && sentence.contains(&mark.name), "{sentence}");
        }
    }
}

#[tokio::test]
async fn every_chart_is_told_in_words_with_its_course_its_ends_and_what_is_unsure() {
    for (lang, spec) in every().await {
        let rows = marks(&spec, &Measure::new(660, 300, 1.0), lang);
        let text = said::whole(&spec, &rows, lang);
        assert!(text.starts_with(&spec.sentence) && text.len() > spec.sentence.len(), "{text}");
        let unsure = rows[0].marks.iter().any(|m| m.value.high > m.value.low);
        let widest = rows[0].marks.iter().filter(|m| m.value.high > m.value.low);
        let widest = widest.max_by(|a, b| (a.value.high - a.value.low).total_cmp(&(b.value.high - b.value.low)));
        assert_eq!(widest.is_some_and(|m| text.contains(&m.text)), unsure, "{text}");
        match &spec.body {
            Body::Curve(_) | Body::Stack(_) | Body::Lines(_) => {
                let (first, last) = (&rows[0].marks[0], rows[0].marks.last().unwrap());
                assert!(text.contains(&first.text) && text.contains(&last.text), "{text}");
            }
            _ => {}
        }
        assert!(!text.contains('{') && !text.contains("NaN"), "{text}");
    }
}

#[test]
fn words_follow_the_inputs_and_say_where_lines_cross() {
    let said = |inputs: &Inputs| {
        let all = answering(inputs, Lang::En);
        let spec = all.iter().find(|s| s.id == "motor-curve").unwrap();
        said::whole(spec, &marks(spec, &Measure::new(660, 300, 1.0), Lang::En), Lang::En)
    };
    let usual = said(&Inputs::default());
    let mut inputs = Inputs::default();
    inputs.set(Param::EvMagnetKg, 4.0).unwrap();
    assert_ne!(said(&inputs), usual);
    assert!(usual.contains("After rises from") && !usual.contains("cross"), "{usual}");
    // A relative shock of one price: against that price the two costs are equal where it is zero, and nowhere else; a
    // shock that is a fixed sum crosses none. Two made-up lines do.
    let mut spec = answering(&Inputs::default(), Lang::En).into_iter().find(|s| s.id == "motor-curve").unwrap();
    let Body::Curve(curve) = &mut spec.body else { panic!() };
    let last = curve.before.1.len() - 1;
    curve.before.1[last].1 = curve.after.1[last].1.map(|v| v * 2.0);
    let rows = marks(&spec, &Measure::new(660, 300, 1.0), Lang::En);
    let text = said::whole(&spec, &rows, Lang::En);
    let name = &rows[0].marks[last].name;
    assert!(text.contains(&format!("After and Before cross near {name}.")), "{text}");
}

#[test]
fn a_point_is_compared_with_what_stands_beside_it() {
    let all = answering(&Inputs::default(), Lang::En);
    let spec = all.iter().find(|s| s.id == "motor-build").unwrap();
    let rows = marks(spec, &Measure::new(660, 184, 1.0), Lang::En);
    let (before, after) = (&rows[0].marks[0], &rows[1].marks[0]);
    let change = after.change().unwrap();
    assert!((change - (after.value.central / before.value.central - 1.0)).abs() < 1e-12);
    assert!(said::point(&rows[1], after, Lang::En).contains("more than Before"));
    assert!(said::compared(before, Lang::En).is_none());
}
