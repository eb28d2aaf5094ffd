//! The page of the process, as it is written: every step, what it loses, who does it, and a worked example.
#![allow(clippy::unwrap_used)]

mod explained;

use explained::{links_lead_somewhere, page, parts, said, sound, texts};
use lodestone::route::Route;
use lodestone::text::Lang;
use lodestone_model::data::{CONCENTRATION, PROCESS_STEPS, ProcessStepsRow, VARIANTS};

fn words(lang: Lang, r: &ProcessStepsRow) -> [&'static str; 5] {
    match lang {
        Lang::Ko => [r.ko, r.what_happens_ko, r.inputs_ko, r.outputs_ko, r.main_countries_ko],
        Lang::Zh => [r.zh, r.what_happens_zh_hans, r.inputs_zh_hans, r.outputs_zh_hans, r.main_countries_zh_hans],
        _ => [r.step, r.what_happens, r.inputs, r.outputs, r.main_countries],
    }
}

#[tokio::test]
async fn every_step_is_on_the_page_of_the_process_in_each_language() {
    assert_eq!(PROCESS_STEPS.len(), 27);
    for lang in Lang::ALL {
        let html = page(Route::Process, lang).await;
        for row in &PROCESS_STEPS {
            let at = html.find(&format!(" id=\"{}\"", row.id)).unwrap_or_else(|| panic!("{lang:?}: {}", row.id));
            let own = html[at..].split_once("</article>").unwrap().0;
            for text in words(lang, row).iter().flat_map(|t| t.split("; ")) {
                assert!(own.contains(&said(text)), "{lang:?}: {}: {text}", row.id);
            }
            assert!(html.contains(&format!("href=\"#{}\"", row.id)), "{}: not at a glance", row.id);
        }
    }
}

#[test]
fn the_languages_say_as_many_things_of_a_step() {
    for row in &PROCESS_STEPS {
        let counts = Lang::ALL.map(|lang| words(lang, row).map(|t| t.split("; ").count()));
        assert!(counts[0][2..] == counts[1][2..] && counts[0][2..] == counts[2][2..], "{}: {counts:?}", row.id);
        assert_eq!(words(Lang::Ko, row)[4].is_empty(), row.main_countries.is_empty(), "{}", row.id);
        for (lang, tag) in [(Lang::En, "en"), (Lang::Ko, "ko"), (Lang::Zh, "zh")] {
            let text = words(lang, row).join(" ").to_lowercase();
            let wrong = VARIANTS.iter().find(|v| v.language == tag && text.contains(&v.variant.to_lowercase()));
            assert!(wrong.is_none(), "{}: {}", row.id, wrong.unwrap().variant);
        }
    }
}

#[tokio::test]
async fn the_example_says_what_is_contained_and_what_is_bought_and_leads_to_the_calculator() {
    for lang in Lang::ALL {
        let html = page(Route::Process, lang).await;
        let section = html.split_once("id=\"example\"").unwrap().1.split_once("</section>").unwrap().0;
        let result = parts(section, "<p class=\"result\">", "</p>").next().unwrap();
        // Nd 26.842 % and Dy 3.053 % of the mass, as oxides 0.3481 kg; times k = 1.02 with the ranges of the inputs.
        assert!(result.contains("0.348") && result.contains("0.36"), "{lang:?}: {result}");
        assert!(section.contains("1.02") && section.contains("k = 1"), "{lang:?}");
        assert!(section.contains("href=\"../motor/\""), "{lang:?}");
        for oxide in ["Nd2O3", "Pr6O11", "Dy2O3", "Tb4O7", "REO"] {
            assert!(section.contains(oxide), "{lang:?}: {oxide}");
        }
    }
}

#[tokio::test]
async fn losses_stand_at_their_steps_with_range_and_source() {
    let html = page(Route::Process, Lang::En).await;
    for (step, figure, source) in [
        ("machining", "6–73%", "acs-sustainable-chem-eng-cho-2021-sustainable-recycling-of-rare"),
        ("machining", "60%", "nld-magnet-2017-global-high-performance-ndfeb"),
        ("metal-by-electrolysis", "20%", "encyclopedia-mdpi-2023-ndfeb-permanent-magnet-uses-en"),
        ("metal-by-electrolysis", "1.2472–1.2701", "smm-2022-rare-earth-prices-dropped-for"),
        ("recycling-of-scrap", "97%", "acs-sustainable-chem-eng-cho-2021-sustainable-recycling-of-rare"),
        ("recycling-of-used-magnets", "1–3%", "sprecher-et-al-2014-recycling-potential-of-neodymi"),
    ] {
        let own = html.split_once(&format!(" id=\"{step}\"")).unwrap().1.split_once("</article>").unwrap().0;
        let lost = own.split_once("class=\"lost\"").unwrap().1;
        assert!(lost.contains(figure) && lost.contains(source), "{step}: {figure}");
    }
}

#[tokio::test]
async fn every_share_of_a_country_is_listed_and_the_chart_has_no_other_numbers() {
    for lang in Lang::ALL {
        let html = page(Route::Process, lang).await;
        let section = html.split_once(" id=\"who\"").unwrap().1.split_once("</section>").unwrap().0;
        let (chart, table) = section.split_once("</figure>").unwrap();
        assert_eq!(table.matches("<th scope=\"row\">").count(), CONCENTRATION.len());
        let (picture, own) = chart.split_once("<details").unwrap();
        let drawn = texts(picture).into_iter().filter(|t| t.ends_with([')', '）']));
        let numbers: Vec<&str> = drawn
            .flat_map(|t| t.split(['(', ')', '（', '）', '–', '~', '～']))
            .map(str::trim)
            .filter(|n| n.parse::<f64>().is_ok())
            .collect();
        assert!(numbers.len() >= 9, "{lang:?}: {numbers:?}");
        for number in numbers {
            assert!(table.contains(&format!(">{number}%</td>")), "{number}");
            assert!(own.contains(number), "{lang:?}: {number}");
        }
    }
}

#[tokio::test]
async fn every_link_of_the_process_has_a_target_and_each_term_is_linked_once() {
    for lang in Lang::ALL {
        let html = page(Route::Process, lang).await;
        let terms = links_lead_somewhere(&html);
        assert!(terms >= 30, "{lang:?}: {terms} terms");
        sound(&html);
    }
}
