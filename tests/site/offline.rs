//! The file that holds the whole site: what it names, what it says of itself, and what stands in it before any program.

use std::fs;

use lodestone::route::Route;
use lodestone::site::document::Parts;
use lodestone::site::offline::{FILE, Page, file, file_of};
use lodestone::text::Lang;
use sha2::{Digest, Sha256};

use super::{AT, between, routes, site};

const STRIP: &str = "<nav class=\"answers\"><ul id=\"result\"><li><a href=\"../motor/\" data-keep=\"\">US$159 (115–283)</a></li></ul></nav>";

/// The file with every page of the site, each with a strip of answers and two links.
fn written(address: Option<&str>, langs: &[Lang]) -> String {
    let (built, site) = site(address);
    let glue = "let a=1;function b(){}export{a as initSync,b as default};";
    for program in [&site.assets.offline, &site.assets.unpack] {
        fs::write(built.path().join(&program.glue.name), glue).unwrap();
    }
    let parts = Parts {
        body: format!("{STRIP}<a href=\"../../data/fx.csv\">fx.csv</a><a href=\"https://example.com/\">a source</a>"),
        ..Parts::default()
    };
    // A page of the site is one folder deep or three; the links above are those of one.
    let all = routes().into_iter().filter(|route| !matches!(route, Route::Story | Route::Table(_)));
    let pages: Vec<Page> = all.flat_map(|route| Lang::ALL.map(|lang| Page::new(route, lang, &parts))).collect();
    file(built.path(), &pages, langs, &site).unwrap()
}

#[test]
fn the_file_fetches_nothing_and_says_the_hash_of_what_is_in_it() {
    let html = written(None, &Lang::ALL);
    for tag in
        ["<link rel=\"stylesheet", "<link rel=\"preload", "<link rel=\"modulepreload", " src=", "@import", "fetch("]
    {
        assert!(!html.contains(tag), "{tag}");
    }
    let policy = between(&html, "http-equiv=\"Content-Security-Policy\" content=\"", "\"")[0].to_owned();
    assert!(
        policy.starts_with("default-src 'none'") && !policy.contains("'self'") && !policy.contains("http"),
        "{policy}"
    );
    let packed: String = ["calculators", "pages", "words", "program"]
        .map(|name| between(&html, &format!("id=\"packed-{name}\">"), "<")[0].to_owned())
        .concat();
    let hash: String = Sha256::digest(packed.as_bytes()).iter().map(|b| format!("{b:02x}")).collect();
    assert!(html.contains(&format!("\"hash\":\"{hash}\"")));
    assert_eq!(html.matches(&format!("<code>{hash}</code>")).count(), Lang::ALL.len());
    assert!(html.contains("MIT License") && html.contains("Apache License") && html.contains("CC BY 4.0"));
}

#[test]
fn the_default_answers_and_the_reason_without_scripts_stand_in_it_as_text() {
    let html = written(None, &Lang::ALL);
    let first = between(&html, "<main class=\"first\"", "</main>");
    assert_eq!(first.len(), Lang::ALL.len());
    assert!(
        first.iter().all(|text| text.contains("US$159 (115–283)") && !text.contains("<a ") && !text.contains("id="))
    );
    let reasons = between(&html, "<noscript>", "</noscript>")[0];
    for word in ["Scripts are turned off", "스크립트가 꺼져", "脚本被禁用"] {
        assert!(reasons.contains(word), "{word}");
    }
}

#[test]
fn a_file_of_one_language_holds_no_other() {
    let html = written(Some(AT), &[Lang::Ko]);
    assert!(
        html.contains("<html lang=\"ko\">") && !html.contains("data-lang=\"en\"") && !html.contains("data-lang=\"zh\"")
    );
    let all = written(Some(AT), &Lang::ALL);
    assert!(html.len() < all.len());
    assert!(all.contains("in three languages") && !html.contains("in three languages"));
    assert!(html.contains(&format!("\"site\":\"{AT}\"")));
    assert_eq!((FILE, file_of(Lang::Zh).as_str()), ("lodestone-offline.html", "lodestone-offline-zh.html"));
}
