//! The page of the material, as it is written: every property, every chart with its table, every link with its target.
#![allow(clippy::unwrap_used)]

mod explained;

use explained::{links_lead_somewhere, page, parts, said, sound, texts};
use lodestone::route::Route;
use lodestone::text::Lang;
use lodestone_model::data::{CLAIMS, PHYSICS, PhysicsRow, VARIANTS};
use lodestone_model::grades::{families, grades};

fn words(lang: Lang, r: &PhysicsRow) -> [&'static str; 4] {
    match lang {
        Lang::Ko => [r.subject_ko, r.property_ko, r.value_text_ko, r.explanation_ko],
        Lang::Zh => [r.subject_zh_hans, r.property_zh_hans, r.value_text_zh_hans, r.explanation_zh_hans],
        _ => [r.subject, r.property, r.value_text, r.explanation],
    }
}

#[tokio::test]
async fn every_property_is_on_the_page_of_the_material_in_each_language() {
    assert!(PHYSICS.len() >= 47);
    for lang in Lang::ALL {
        let html = page(Route::Material, lang).await;
        for row in &PHYSICS {
            let at = html.find(&format!("<div id=\"{}\">", row.id)).unwrap_or_else(|| panic!("{lang:?}: {}", row.id));
            let own = html[at..].split_once("</dd>").unwrap().0;
            for text in words(lang, row) {
                assert!(!text.is_empty() && own.contains(&said(text)), "{lang:?}: {}: {text}", row.id);
            }
        }
    }
}

#[tokio::test]
async fn every_claim_about_physics_is_linked_to_its_audit() {
    let html = page(Route::Material, Lang::En).await;
    for claim in CLAIMS.iter().filter(|c| c.topic == "physics") {
        assert!(html.contains(&format!("href=\"../claims/#{}\"", claim.id)), "{}", claim.id);
    }
}

#[tokio::test]
async fn every_grade_that_makers_list_and_every_family_is_in_the_table() {
    let html = page(Route::Material, Lang::Zh).await;
    let names: Vec<&str> = parts(&html, "translate=\"no\" class=\"names\">", "</td>").collect();
    let listed: Vec<&str> = names.iter().flat_map(|n| n.split(' ')).filter(|n| *n != "–").collect();
    assert_eq!(names.len(), families().len());
    assert_eq!(listed.len(), grades().len());
    assert!(grades().iter().all(|g| listed.contains(&g.name)));
}

#[tokio::test]
async fn every_number_beside_a_bar_is_in_the_table_of_its_chart() {
    for lang in Lang::ALL {
        let html = page(Route::Material, lang).await;
        let charts: Vec<&str> = parts(&html, "<figure data-chart=", "</figure>").collect();
        assert_eq!(charts.len(), 4);
        for chart in charts {
            let (picture, table) = chart.split_once("<details").unwrap();
            let ends = ['–', '~', '～'];
            let ranges: Vec<&str> = texts(picture).into_iter().filter(|t| t.contains(ends)).collect();
            for number in
                ranges.iter().flat_map(|t| t.split(ends)).filter(|n| n.starts_with(|c: char| c.is_ascii_digit()))
            {
                assert!(table.contains(&format!("<td>{number}</td>")), "{lang:?}: {number} is not in {table}");
            }
            let heads = table.matches("<th scope=\"row\">").count();
            assert!(table.contains("<caption>") && heads >= 3, "{lang:?}: {heads} rows");
        }
    }
}

#[tokio::test]
async fn a_drawing_names_and_describes_itself_and_its_numbers_are_in_the_table_beside_it() {
    let html = page(Route::Material, Lang::Ko).await;
    let drawings: Vec<&str> = parts(&html, "<figure class=\"drawing\"", "</figure>").collect();
    assert_eq!(drawings.len(), 3);
    for drawing in &drawings {
        assert!(drawing.contains("<title id=") && drawing.contains("<desc id="), "{drawing}");
    }
    let table = html.split_once("</figure><div><table class=\"figures\">").unwrap().1.split_once("</table>").unwrap().0;
    for share in ["26.68%", "72.32%", "1%"] {
        assert!(drawings[0].contains(share) && table.contains(&format!(">{share}</td>")), "{share}");
    }
    assert_eq!(drawings[0].matches("<circle").count(), 2 + 14 + 1);
}

#[tokio::test]
async fn every_link_of_the_material_has_a_target_and_each_term_is_linked_once() {
    for lang in Lang::ALL {
        let html = page(Route::Material, lang).await;
        let terms = links_lead_somewhere(&html);
        assert!(terms >= 50, "{lang:?}: {terms} terms");
        sound(&html);
    }
}

#[test]
fn no_property_uses_a_variant_that_the_glossary_refuses() {
    for (lang, tag) in [(Lang::En, "en"), (Lang::Ko, "ko"), (Lang::Zh, "zh")] {
        for row in &PHYSICS {
            let text = words(lang, row).join(" ").to_lowercase();
            let wrong = VARIANTS.iter().find(|v| v.language == tag && text.contains(&v.variant.to_lowercase()));
            assert!(wrong.is_none(), "{}: {}", row.id, wrong.unwrap().variant);
        }
    }
}
