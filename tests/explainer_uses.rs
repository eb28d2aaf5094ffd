//! The catalogue of uses: every use in every language, every figure with its source, none where there is no evidence.
#![allow(clippy::unwrap_used, clippy::panic)]

mod catalogue;

use catalogue::{assert_places, escaped, page, place, tables};
use lodestone::format;
use lodestone::route::Route;
use lodestone::site::tables::Row;
use lodestone::text::Lang;
use lodestone_model::data::VARIANTS;
use lodestone_model::demand::Application;
use lodestone_model::inputs::Inputs;
use lodestone_model::report::{Report, View};

fn words(row: Row, lang: Lang) -> [String; 2] {
    let [name, does] = match lang {
        Lang::Ko => ["ko", "does_ko"],
        Lang::Zh => ["zh", "does_zh"],
        _ => ["application", "what_the_magnet_does"],
    };
    [row.get(name).to_owned(), row.get(does).to_owned()]
}

#[test]
fn every_use_is_named_in_every_language_and_says_what_the_magnet_does() {
    let tables = tables();
    for lang in Lang::ALL {
        let page = page(Route::Uses, lang);
        assert_places(&page);
        for row in tables.rows("applications") {
            let shown = place(&page, row.get("id"), "</article>");
            for said in words(row, lang) {
                assert!(!said.is_empty() && shown.contains(&escaped(&said)), "{lang:?}, {}: {said}", row.get("id"));
            }
            for claim in row.get("intensity_claim_ids").split(';').filter(|id| !id.is_empty()) {
                assert!(shown.contains(&format!("/claims/#{claim}\"")), "{}: {claim}", row.get("id"));
            }
        }
    }
}

#[test]
fn every_mass_per_unit_stands_at_its_use_beside_its_source() {
    let tables = tables();
    for lang in Lang::ALL {
        let page = page(Route::Uses, lang);
        for used in tables.rows("applications") {
            let shown = place(&page, used.get("id"), "</article>");
            let drawn: Vec<&str> = shown.split("class=\"plot-label\"").skip(1).collect();
            assert!(drawn.iter().all(|row| row.contains("/sources/#")), "{}", used.get("id"));
            let rows: Vec<Row> = tables.rows("intensities").filter(|r| r.get("used_for") == used.get("id")).collect();
            assert!(drawn.len() >= rows.len(), "{}: {} of {}", used.get("id"), drawn.len(), rows.len());
            for row in rows {
                let source = format!("/sources/#{}\"", row.get("source_id"));
                assert!(drawn.iter().any(|d| d.contains(&source)), "{lang:?}, {}", row.get("id"));
            }
        }
    }
    let known = |key: &str| tables.rows("applications").any(|r| r.get("id") == key);
    for row in tables.rows("intensities") {
        assert!(known(row.get("used_for")), "{}: no use {}", row.get("id"), row.get("used_for"));
    }
}

#[test]
fn every_design_has_a_word() {
    let tables = tables();
    let page = page(Route::Uses, Lang::Ko);
    for row in tables.rows("intensities") {
        assert!(lodestone::explainer::design(Lang::Ko, row.get("technology")).is_some(), "{}", row.get("technology"));
        assert!(!page.contains(&format!(">{}<", escaped(row.get("technology")))), "{}", row.get("technology"));
    }
}

#[test]
fn a_use_without_evidence_has_no_figure() {
    let tables = tables();
    let page = page(Route::Uses, Lang::En);
    let mut without = 0;
    for used in tables.rows("applications") {
        let masses = tables.rows("intensities").any(|r| r.get("used_for") == used.get("id"));
        let claims = used.get("intensity_claim_ids").split(';').any(|id| id.contains("-kg"));
        let shown = place(&page, used.get("id"), "</article>");
        assert_eq!(masses || claims, shown.contains("plot-label"), "{}", used.get("id"));
        assert_eq!(masses || claims, !shown.contains("No evidence"), "{}", used.get("id"));
        without += usize::from(!(masses || claims));
    }
    assert!(without > 20, "{without}");
}

#[test]
fn tonnes_are_those_of_the_model() {
    let tables = tables();
    let year = Report::new(&Inputs::default(), View::default()).year;
    for lang in Lang::ALL {
        let page = page(Route::Uses, lang);
        for row in tables.rows("applications") {
            for key in row.get("model").split(';').filter(|key| !key.is_empty()) {
                let application = Application::named(key).unwrap_or_else(|| panic!("{}: {key}", row.get("id")));
                let part = year.applications.iter().find(|a| a.application == application).unwrap();
                let Some(magnet) = part.magnet else { continue };
                let shown = place(&page, row.get("id"), "</article>");
                assert!(shown.contains(&format::ranged(lang, magnet, format::TONNES)), "{lang:?}, {key}");
            }
        }
    }
}

#[test]
fn no_text_uses_a_variant_that_the_glossary_refuses() {
    let tables = tables();
    for row in tables.rows("applications") {
        for (lang, key, choice) in
            [(Lang::En, "en", "choice"), (Lang::Ko, "ko", "choice_ko"), (Lang::Zh, "zh", "choice_zh")]
        {
            for said in words(row, lang).into_iter().chain([row.get(choice).to_owned()]) {
                let said = said.to_lowercase();
                let refused = VARIANTS.iter().find(|v| v.language == key && said.contains(&v.variant.to_lowercase()));
                assert!(refused.is_none(), "{}: {:?}", row.get("id"), refused.map(|v| v.variant));
            }
        }
    }
}
