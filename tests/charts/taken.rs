//! Charts that leave the page: they say what they show, from where they are and by what they were made.

use lodestone::chart::layout::Measure;
use lodestone::chart::marks::marks;
use lodestone::chart::said;
use lodestone::chart::taken::{Origin, csv, svg, version};
use lodestone::chart::theme::Theme;
use lodestone::formula::limits;
use lodestone::text::Lang;
use lodestone_model::inputs::Inputs;
use lodestone_model::outputs::Output;

use crate::all::{answering, every};

fn origin() -> Origin {
    Origin {
        link: "https://example.org/en/motor/?ev-magnet-kg=2&shock=\"nd:+50%\"".into(),
        computed: true,
        sources: Vec::new(),
        left_out: vec!["the rest of the motor", "profits & stocks"],
    }
}

/// The text between two tags, as it is read.
fn inside<'a>(text: &'a str, tag: &str) -> &'a str {
    let after = text.split_once(&format!("<{tag} id=\"")).unwrap().1.split_once('>').unwrap().1;
    after.split_once(&format!("</{tag}>")).unwrap().0
}

fn read(text: &str) -> String {
    text.replace("&lt;", "<").replace("&amp;", "&")
}

#[tokio::test]
async fn a_picture_has_its_title_its_words_its_source_link_and_version_in_both_themes() {
    for (lang, spec) in every().await {
        let rows = marks(&spec, &Measure::new(660, spec.body.height(), 1.0), lang);
        let words = said::whole(&spec, &rows, lang);
        let [light, dark] = [false, true].map(|dark| svg(&spec, &Theme::of_sheet(dark), &words, &origin(), lang));
        assert_ne!(light, dark);
        for picture in [&light, &dark] {
            let tree = roxmltree::Document::parse(picture).unwrap();
            assert_eq!(read(inside(picture, "title")), spec.title);
            assert_eq!(read(inside(picture, "desc")), words, "the text that is read aloud on the page");
            let texts: Vec<&str> =
                tree.descendants().filter(|n| n.has_tag_name("text")).filter_map(|n| n.text()).collect();
            let all = texts.join("").replace(' ', "");
            for wanted in [&version(lang), &origin().link, &spec.unit] {
                assert!(all.contains(&wanted.replace(' ', "")), "{}: {wanted}", spec.title);
            }
            for (name, _) in spec.body.names() {
                assert!(texts.contains(&name), "{}: {name} has its name", spec.title);
            }
            assert!(!picture.contains("NaN") && !picture.contains("inf"), "{}", spec.title);
            assert_eq!(tree.root_element().attribute("lang"), Some(lang.tag()));
        }
    }
}

#[test]
fn a_picture_of_answers_says_what_they_leave_out_and_how_unsure_they_are() {
    for lang in Lang::ALL {
        for spec in answering(&Inputs::default(), lang) {
            let left_out = limits::of_chart(lang, spec.id, Output::MotorAfterUsd);
            assert!(left_out.len() > 1, "{}", spec.id);
            let rows = marks(&spec, &Measure::new(660, spec.body.height(), 1.0), lang);
            let words = said::whole(&spec, &rows, lang);
            let picture = svg(&spec, &Theme::of_sheet(false), &words, &Origin { left_out, ..origin() }, lang);
            let tree = roxmltree::Document::parse(&picture).unwrap();
            let texts: Vec<&str> =
                tree.descendants().filter(|n| n.has_tag_name("text")).filter_map(|n| n.text()).collect();
            let all = texts.join("").replace(' ', "");
            for one in limits::of_chart(lang, spec.id, Output::MotorAfterUsd) {
                assert!(all.contains(&one.replace(' ', "")), "{}: {one}", spec.id);
            }
            // Where a figure has a range, its ends stand in the words that go along.
            let wide = rows.iter().flat_map(|row| &row.marks).find(|m| m.value.high > m.value.low);
            let ends = rows.iter().flat_map(|row| &row.marks).filter(|m| m.value.high > m.value.low);
            assert!(wide.is_none() || ends.clone().any(|m| words.contains(&m.text)), "{}: {words}", spec.id);
        }
        // What sources say leaves nothing out.
        assert!(limits::of_chart(lang, "krw", Output::MotorAfterUsd).is_empty());
    }
}

#[tokio::test]
async fn sources_that_stand_beside_a_chart_go_along() {
    let (lang, spec) = every().await.remove(0);
    let sources = vec!["USGS & others (2026)".to_owned(), "IEA (2025)".to_owned()];
    let picture = svg(&spec, &Theme::of_sheet(false), "", &Origin { sources, ..origin() }, lang);
    assert!(picture.contains("USGS &amp; others (2026); IEA (2025)"), "{picture}");
    // What no program computed does not say so.
    let of = |computed| svg(&spec, &Theme::of_sheet(false), "", &Origin { computed, ..origin() }, lang);
    let computed = "Computed from the inputs in the link";
    assert!(
        of(true).contains(computed) && !of(false).contains(computed) && of(false).contains("sources stand at the link")
    );
}

#[tokio::test]
async fn the_numbers_of_a_chart_are_csv_with_ranges_unit_version_and_link() {
    for (lang, spec) in every().await {
        let rows = marks(&spec, &Measure::new(660, spec.body.height(), 1.0), lang);
        let text = csv(&spec, &rows, &origin(), lang).unwrap();
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        assert_eq!(reader.headers().unwrap().len(), 9);
        let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(records.len(), rows.iter().map(|r| r.marks.len()).sum::<usize>());
        let all = rows.iter().flat_map(|r| &r.marks);
        for (record, mark) in records.iter().zip(all) {
            let number = |i: usize| record[i].parse::<f64>().unwrap();
            assert_eq!([number(2), number(3), number(4)], [mark.value.central, mark.value.low, mark.value.high]);
            assert_eq!([&record[5], &record[6], &record[7]], [spec.unit.as_str(), &version(lang), &origin().link]);
            assert!(origin().left_out.iter().all(|one| record[8].contains(one)), "{record:?}");
        }
    }
    assert!(version(Lang::En).starts_with("Lodestone 0."));
}
