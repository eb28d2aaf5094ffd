//! Links at the command: what they set, whether their result comes out again, and their inputs for every other command.

use serde_json::json;

use crate::{json as answer, run, text};

const RELEASE: &str = "0.1.0-2026.11.1";

/// The link that the command writes for another.
fn link(of: &str, page: &str) -> String {
    text(&["open", of, "--page", page]).lines().last().unwrap().to_owned()
}

#[test]
fn a_link_is_opened_and_its_result_comes_out_again() {
    let link = link("https://example.org/en/turbine/?scenario=nd-plus-100&lang=ko#turbine", "turbine");
    assert!(link.starts_with(&format!("scenario=nd-plus-100&v={RELEASE}&is=turbine-after-usd~")), "{link}");
    assert!(link.len() < 120 && format!("https://example.org/lodestone/en/turbine/?{link}").len() < 400, "{link}");
    let said = text(&["open", &format!("https://example.org/ko/turbine/?{link}")]);
    assert!(said.starts_with("This link carries a result. It was worked out again and is the same"), "{said}");
    let korean = text(&["open", &link, "--lang", "ko"]);
    assert!(korean.chars().next().is_some_and(|c| ('가'..='힣').contains(&c)), "{korean}");
    let found = answer(&["open", &link]);
    assert_eq!(found["verdict"], json!("verified"));
    assert_eq!((&found["release"], &found["was"]), (&json!(RELEASE), &found["now"]));
    assert_eq!(found["inputs"]["shocks"], json!("price:nd-metal:100"));
    // The answer that the link names is the one that the command gives.
    let report = answer(&["report", "--scenario", "nd-plus-100", "--limits"]);
    let usd = report["turbine"]["currencies"].to_string() + &report.to_string();
    let value = found["now"]["value"].as_f64().unwrap();
    assert!(usd.contains(&value.to_string()[..6]), "{value}");
}

#[test]
fn a_link_that_was_changed_is_said_to_differ_with_both_figures() {
    let changed = format!("ev-magnet-kg=4&{}", link("wind-mw=5", "motor"));
    let output = run(&["open", &changed]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.starts_with("This link carries another result than comes out here."), "{said}");
    assert!(said.contains("was 159.483 US$, now 318.966 US$"), "{said}");
    let output = run(&["open", "wind-mw=5&is=motor-after-usd", "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(found["verdict"], json!("unreadable"));
}

#[test]
fn what_a_link_says_in_vain_is_named() {
    let output = run(&["open", "?wind-mw=5&wind-blades=3"]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("wind-blades") && said.contains("wind-mw=5"), "{said}");
    let refused = run(&["cost", "--from-link", "?wind-mw=5&wind-blades=3"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8(refused.stderr).unwrap().contains("wind-blades"));
    let page = run(&["open", "?wind-mw=5", "--page", "claims"]);
    assert_eq!(page.status.code(), Some(2));
    assert!(String::from_utf8(page.stderr).unwrap().contains("turbine"));
}

#[test]
fn any_command_takes_its_inputs_from_a_link() {
    let link = link("https://example.org/en/?ev-magnet-kg=1..2..3&drive=geared&shocks=price:nd-oxide:50", "motor");
    let by_link = answer(&["cost", "--from-link", &link]);
    let by_keys =
        answer(&["cost", "--set", "ev-magnet-kg=1..2..3", "--set", "drive=geared", "--shock", "price:nd-oxide:50"]);
    assert_eq!(by_link, by_keys);
    let both = run(&["cost", "--from-link", &link, "--scenario", "nd-plus-100"]);
    assert_eq!(both.status.code(), Some(2));
}

#[test]
fn an_address_without_keys_is_a_page_at_its_defaults() {
    for address in ["https://example.org/en/motor/", "https://example.org/en/motor/#motor", "", "?"] {
        let found = answer(&["open", address]);
        assert_eq!((&found["inputs"], &found["not_understood"]), (&json!({}), &json!([])), "{address}");
    }
}

#[test]
fn a_release_says_its_defaults_its_scenarios_and_its_answers() {
    let file = include_str!("../../static-data/releases/0.1.0-2026.11.1.txt");
    assert_eq!(text(&["release"]), file);
    let data = answer(&["release"]);
    assert_eq!(data["release"], json!(RELEASE));
    assert_eq!(data["keys"].as_object().unwrap().len(), file.lines().count());
}

#[test]
fn a_release_says_which_answers_it_moved_in_every_language() {
    for (lang, title) in
        [("en", "# What changed in the answers"), ("ko", "# 결과가 어떻게 달라졌나"), ("zh", "# 结果有哪些变动")]
    {
        let said = text(&["release", "--moved", "--lang", lang]);
        assert!(said.starts_with(title) && said.contains(RELEASE), "{said}");
    }
    let data = answer(&["release", "--moved"]);
    assert_eq!(data["releases"][0]["release"], json!(RELEASE));
}
