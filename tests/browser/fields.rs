//! Sliders and typed numbers: both ways, all parameters, and what happens to wrong ones.

use lodestone::text::Lang;
use lodestone_model::data::Grade;
use lodestone_model::demand::Application;
use lodestone_model::demand::evidence::{ages, newest};
use lodestone_model::inputs::Param;
use serde_json::{Value, json};

use crate::page::{ESCAPE, Page, RIGHT};

fn number(value: &Value) -> f64 {
    let text = value.as_str().unwrap().replace(',', "").replace('−', "-");
    text.parse().unwrap_or_else(|_| panic!("{text:?} is a number"))
}

#[tokio::test]
async fn every_parameter_takes_three_values_by_keyboard_and_moves_its_slider_and_back() {
    let page = Page::open("en").await;
    // Rank correlations bound each other; around zero each has room.
    for (key, value) in [("nd-pr", "0"), ("nd-tb", "0.3"), ("dy-tb", "0"), ("nd-tb", "0"), ("nd-dy", "0")] {
        page.type_into(&format!("#p-correlation-{key}"), value).await;
    }
    for param in Param::ALL {
        let key = param.key();
        let (typed, slider) = (format!("#p-{key}"), format!("[data-param={key}] .slider"));
        let of = |css: &str, what: &str| format!("return document.querySelector('{css}').{what}");
        let (min, max) = (number(&page.run(&of(&slider, "min")).await), number(&page.run(&of(&slider, "max")).await));
        let step = number(&page.run(&of(&slider, "step")).await);
        for part in [0.1, 0.2, 0.3] {
            // A value on the slider's own steps, so that both must show the same.
            let value = min + (part * (max - min) / step).round() * step;
            let text = format!("{value:.6}").trim_end_matches('0').trim_end_matches('.').to_owned();
            page.type_into(&typed, &text).await;
            let at = number(&page.run(&of(&slider, "value")).await);
            assert!((at - value).abs() <= step / 2.0, "{key}: typed {text}, slider at {at}");
            let wrong = page.run(&of(&typed, "getAttribute('aria-invalid')")).await;
            assert_eq!(wrong, json!("false"), "{key} = {text}: {}", page.text(&format!("#m-{key}")).await);
        }
        page.focus(&slider).await;
        page.press(RIGHT).await;
        let (at, text) =
            (number(&page.run(&of(&slider, "value")).await), number(&page.run(&of(&typed, "value")).await));
        assert!((at - text).abs() <= step / 2.0, "{key}: slider at {at}, text says {text}");
        let unit = page.text(&format!("[data-param={key}] .typed .unit")).await;
        assert!(!unit.is_empty(), "{key} shows its unit");
        page.run(&format!("document.querySelector('[data-param={key}] .field-foot > button').click()")).await;
        assert!(page.run(&format!("return !document.querySelector('[data-param={key}].is-set')")).await == json!(true));
        if param.spec().section == "uncertainty" {
            page.type_into(&typed, "0").await;
        }
    }
    page.close().await;
}

#[tokio::test]
async fn every_number_behind_an_answer_is_on_the_page_with_its_source_and_can_be_edited() {
    let page = Page::open("en").await;
    let shown = page.run("return [...document.querySelectorAll('[data-param]')].map((e) => e.dataset.param)").await;
    let mut shown: Vec<&str> = shown.as_array().unwrap().iter().map(|v| v.as_str().unwrap()).collect();
    shown.sort_unstable();
    let mut all: Vec<&str> = Param::ALL.iter().map(|p| p.key()).collect();
    all.sort_unstable();
    assert_eq!(shown, all, "each parameter has one field");
    // What is known of a default stands in the documents of the calculators; here its sources are one action away. The
    // correlations have no document of their own.
    let mut left: Vec<Param> = Param::ALL.into_iter().filter(|p| p.spec().section != "uncertainty").collect();
    for param in Param::ALL.into_iter().filter(|p| p.spec().set) {
        let button =
            format!("return !!document.querySelector('[data-param={}] .evidence button[data-of]')", param.key());
        assert_eq!(page.run(&button).await, json!(true), "{}", param.key());
    }
    for path in ["motor", "turbine", "demand", "shocks", "balance"] {
        page.visit(&format!("en/{path}/")).await;
        page.ready().await;
        for param in std::mem::take(&mut left) {
            let (key, spec) = (param.key(), param.spec());
            let facts = page.text(&format!("[data-param={key}] .facts")).await;
            if facts.is_empty() {
                left.push(param);
                continue;
            }
            assert!(facts.contains("How it was chosen") && facts.contains("Grade"), "{key}: {facts}");
            let cited =
                page.run(&format!("return document.querySelectorAll('[data-param={key}] .facts cite').length")).await;
            let own = matches!(spec.grade, Grade::Assumption | Grade::General)
                || spec.sources.len() == 1 && cited == json!(0);
            assert!(own || cited.as_u64().unwrap() >= 1, "{key} cites a source: {facts}");
        }
    }
    assert_eq!(left, [], "every default is explained on some page");
    page.visit("en/demand/").await;
    page.ready().await;
    // The yearly figures: each modelled application has a number that can be replaced.
    for application in Application::ALL {
        let field = format!("#n-{}", application.key());
        assert_eq!(page.run(&format!("return !!document.querySelector('{field}')")).await, json!(true), "{field}");
        let cited = format!(
            "return document.querySelectorAll('[data-application={}] .evidence cite').length",
            application.key()
        );
        let cited = page.run(&cited).await.as_u64().unwrap();
        assert_eq!(cited > 0, application.is_modelled(), "{} cites its yearly figures", application.key());
        // Closed it says how old the newest is, open how old all of them are.
        let Some(newest) = newest(application) else { continue };
        let closed = page.text(&format!("[data-application={}] .evidence summary", application.key())).await;
        let (date, mark) = (lodestone::format::date(Lang::En, newest.date), format!("{} months", newest.review_months));
        assert!(closed.contains(&date) && closed.contains(&mark) == newest.aged, "{}: {closed}", application.key());
        let fold =
            format!("return document.querySelector('[data-application={}] .facts').textContent", application.key());
        let open = page.run(&fold).await;
        let dated = open.as_str().unwrap().matches("evidence of").count();
        assert_eq!(dated, ages(application).len(), "{}: {open}", application.key());
    }
    page.type_into("#n-robot", "1000").await;
    assert!(page.text("[data-application=robot] td:nth-child(5)").await.starts_with("25"));
    page.close().await;
}

#[tokio::test]
async fn every_control_is_made_of_what_the_schema_describes() {
    let page = Page::open("ko").await;
    let schema = page.run_until_done("fetch('../../data/schema.json').then((r) => r.json()).then(done)").await;
    let inputs = schema["inputs"].as_array().unwrap();
    assert_eq!(inputs.len(), Param::ALL.len());
    for described in inputs {
        let key = described["key"].as_str().unwrap();
        let unit = Param::ALL.into_iter().find(|p| p.key() == key).unwrap().spec().unit;
        let label = page.text(&format!("label[for=p-{key}]")).await;
        assert_eq!(label, described["label"]["ko"].as_str().unwrap(), "{key}");
        for (end, attribute) in [(0, "min"), (1, "max")] {
            let css = format!("return document.querySelector('[data-param={key}] .slider').{attribute}");
            let shown = lodestone::format::shown(unit, described["slider"][end].as_f64().unwrap());
            assert!((number(&page.run(&css).await) - shown).abs() < 1e-9, "{key}: {attribute}");
        }
        let value = page.run(&format!("return document.querySelector('#p-{key}').value")).await;
        match described["default"].as_f64() {
            Some(default) => assert_eq!(value, json!(lodestone::format::field(unit, default)), "{key}"),
            None => assert_eq!(value, json!(""), "{key} is empty"),
        }
    }
    page.close().await;
}

#[tokio::test]
async fn an_application_without_evidence_counts_once_both_cells_are_filled() {
    let page = Page::open("en").await;
    let total = page.text("#demand .headline .big").await;
    page.type_into("#n-elevator", "1000000").await;
    assert_eq!(page.text("#demand .headline .big").await, total, "a number without a mass does not count");
    page.type_into("#e-elevator", "10").await;
    assert!(page.text("[data-application=elevator] td:nth-child(5)").await.starts_with("10,000 t"));
    assert_ne!(page.text("#demand .headline .big").await, total);
    page.close().await;
}

#[tokio::test]
async fn typed_numbers_of_all_kinds_are_understood_and_said_back() {
    let page = Page::open("en").await;
    let field = "#p-fx-krw";
    for (typed, value, said) in [
        ("1,234.5", "1234.5", "Read as 1,234.5"),
        ("1234.5", "1234.5", ""),
        ("１２３４", "1234", "Read as 1,234"),
        ("1 300", "1300", "Read as 1,300"),
        ("1250,5", "1250.5", "Read as 1,250.5"),
    ] {
        page.paste_into(field, typed).await;
        assert_eq!(page.text("#m-fx-krw").await, said, "{typed}");
        let shown = page
            .run("return document.querySelector('[data-param=fx-krw] .slider').getAttribute('aria-valuetext')")
            .await;
        assert_eq!(shown.as_str().unwrap().replace(',', ""), format!("{value} won per US dollar"), "{typed}");
        page.press(ESCAPE).await;
    }
    page.close().await;
}

#[tokio::test]
async fn what_is_no_number_is_explained_at_the_field_and_the_last_result_stays() {
    for lang in ["en", "ko", "zh"] {
        let page = Page::open(lang).await;
        let before = page.text("#motor .headline").await;
        let field = "#p-ev-magnet-kg";
        let label = page.text("label[for=p-ev-magnet-kg]").await;
        for wrong in ["abc", "", "-1", "1e308", "99999999", "1.2.3", "<b>2</b>", "NaN"] {
            page.paste_into(field, wrong).await;
            let said = page.text("#m-ev-magnet-kg").await;
            assert!(said.contains(&label), "{lang} {wrong:?}: {said:?} names the field");
            assert!(
                wrong.is_empty() || said.contains(wrong.trim_start_matches('-')) || wrong == "99999999",
                "{lang} {wrong:?}: {said:?}"
            );
            assert!(said.chars().any(|c| c.is_ascii_digit()), "{lang} {wrong:?}: {said:?} says what would be accepted");
            assert_eq!(page.text("#motor .headline").await, before, "{lang} {wrong:?}");
            let kept = page.run("return document.querySelector('#p-ev-magnet-kg').value").await;
            assert_eq!(kept, json!(wrong), "the text stays in the field");
        }
        page.type_into("#p-fx-krw", "0").await;
        assert!(!page.text("#m-fx-krw").await.is_empty(), "a rate of zero is refused");
        assert_eq!(page.text("#motor .headline").await, before);
        assert_eq!(page.run("return document.querySelector('#broken').hidden").await, json!(true));
        page.close().await;
    }
}

#[tokio::test]
async fn a_value_outside_the_evidence_is_used_and_flagged() {
    let page = Page::open("en").await;
    page.type_into("#p-ev-magnet-kg", "50").await;
    assert!(page.text("#m-ev-magnet-kg").await.starts_with("Outside the evidence"));
    assert!(page.text(".flags").await.contains("Magnet per motor"));
    assert!(page.text("#motor dl").await.contains("50 kg"));
    page.run("document.querySelector('.tools button').click()").await;
    assert_eq!(page.text(".flags").await, "");
    page.close().await;
}

#[tokio::test]
async fn a_slider_says_its_value_with_its_unit_and_obeys_the_keys_of_sliders() {
    for (lang, word) in
        [("en", r"^[−-]?[\d.,]+ [a-zA-Z ]+$"), ("ko", r"^[^%]*[가-힣][^%]*$"), ("zh", r"^[^%]*[一-龥][^%]*$")]
    {
        let page = Page::open(lang).await;
        let said = page.run("return [...document.querySelectorAll('.field[data-param] .slider')].map((s) => [s.closest('.field').dataset.param, s.getAttribute('aria-valuetext'), s.getAttribute('aria-label'), (s.max - s.min) / s.step])").await;
        let said = said.as_array().unwrap();
        assert!(said.len() > 30, "{}", said.len());
        let wrong = page.run(&format!("const like = new RegExp({}); return [...document.querySelectorAll('.field[data-param] .slider')].filter((s) => s.closest('.field').querySelector('input[type=text]').value && !like.test(s.getAttribute('aria-valuetext'))).map((s) => s.getAttribute('aria-valuetext'))", json!(word))).await;
        assert_eq!(wrong, json!([]), "{lang}");
        // The year is said as its readers say it, by its slider and in the story.
        let year = "return document.querySelector('#year').getAttribute('aria-valuetext')";
        let wanted = match lang {
            "ko" => "2025년",
            "zh" => "2025年",
            _ => "2025",
        };
        assert_eq!(page.run(year).await, json!(wanted));
        let others = "return document.querySelectorAll('input[type=range]:not(#year, [data-param] .slider)').length";
        assert_eq!(page.run(others).await, json!(0), "no slider without words");
        for field in said {
            let steps = field[3].as_f64().unwrap();
            assert!((50.0..=400.5).contains(&steps), "a step is chosen by magnitude: {field}");
        }
        let at = "const s = document.querySelector('[data-param=ev-magnet-kg] .slider'); return [s.value, s.min, s.max, s.getAttribute('aria-valuetext')]";
        page.focus("[data-param=ev-magnet-kg] .slider").await;
        let begin = page.run(at).await;
        let number = |v: &serde_json::Value| v.as_str().unwrap().parse::<f64>().unwrap();
        page.press(RIGHT).await;
        let step = number(&page.run(at).await[0]) - number(&begin[0]);
        page.press("\u{e00e}").await;
        let far = number(&page.run(at).await[0]) - number(&begin[0]) - step;
        assert!(step > 0.0 && far > 2.0 * step, "{lang}: {step}, {far}");
        // End and Home.
        for (key, place) in [("\u{e010}", 2), ("\u{e011}", 1)] {
            page.press(key).await;
            page.run_until_done("requestAnimationFrame(() => setTimeout(done))").await;
            let now = page.run(at).await;
            assert_eq!(now[0], now[place], "{lang}");
            let said = now[3].as_str().unwrap();
            assert!(said.contains(now[place].as_str().unwrap()), "{said}");
        }
        page.close().await;
    }
}

#[tokio::test]
async fn what_is_typed_faster_than_the_page_draws_is_not_lost() {
    let page = Page::open("en").await;
    page.focus("#p-wind-kg-per-mw-direct").await;
    // Two keys before the first of them can be drawn: a number that is taken, and then a text that is refused.
    page.run_until_done("const f = document.activeElement; for (const text of ['900', '900..400']) { f.value = text; f.dispatchEvent(new Event('input', { bubbles: true })); } setTimeout(done, 500)").await;
    assert_eq!(page.run("return document.activeElement.value").await, json!("900..400"));
    assert!(page.text("#m-wind-kg-per-mw-direct").await.contains("“900..400”"));
    page.settle().await;
    assert_eq!(page.text("#turbine dd").await, "2,700 kg (exact)");
    page.close().await;
}
