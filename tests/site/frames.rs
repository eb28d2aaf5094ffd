//! Documents for frames on pages of others.

use std::collections::BTreeSet;
use std::fs;

use lodestone::route::folder;
use lodestone::site::document::Parts;
use lodestone::site::policy::hash;
use lodestone::site::widget::framed_page;
use lodestone::site::widget::whole::Packed;
use lodestone::text::Lang;
use lodestone::widget::WIDGETS;

use crate::{AT, between, site};

#[test]
fn a_calculator_in_a_frame_runs_what_it_names_and_nothing_foreign_and_one_file_fetches_nothing() {
    let (built, site) = site(Some(AT));
    // Scripts of programs export their start.
    for program in ["page", "lens"] {
        let name = built.path().join(format!("lodestone-{program}-0123456789abcdef.js"));
        fs::write(name, format!("let {program}=1;function a(){{}}export{{a as default}};")).unwrap();
    }
    let packed = Packed::read(built.path(), &site).unwrap();
    for (route, _) in WIDGETS {
        for lang in Lang::ALL {
            let parts = Parts { body: "<p>answer</p>".into(), ..Parts::default() };
            let light = framed_page(route, lang, &parts, &site);
            let whole = packed.widget(built.path(), route, lang, &parts, &site).unwrap();
            for (html, alone) in [(light, false), (whole, true)] {
                let policy = between(&html, "http-equiv=\"Content-Security-Policy\" content=\"", "\"")[0];
                let named: BTreeSet<&str> = policy.split([' ', ';']).filter(|w| w.starts_with("'sha256-")).collect();
                let kinds = ["<script>", "<script type=\"importmap\">", "<script type=\"module\">", "<style>"];
                let run: BTreeSet<String> = kinds
                    .into_iter()
                    .flat_map(|kind| between(&html, kind, if kind == "<style>" { "</style>" } else { "</script>" }))
                    .map(hash)
                    .collect();
                assert_eq!(named, run.iter().map(String::as_str).collect(), "{policy}");
                for word in ["http:", "https:", "unsafe-inline", "'unsafe-eval'", "*"] {
                    assert!(!policy.contains(word), "{policy}");
                }
                assert!(policy.starts_with("default-src 'none'; script-src ") && policy.contains("'wasm-unsafe-eval'"));
                assert_eq!(policy.contains("'self'"), !alone, "{policy}");
                assert_eq!(policy.contains("connect-src"), !alone, "{policy}");
                assert!(!html.contains("src=\"") && html.contains("<p>answer</p>"));
                // Relative links stay those of the page; the way to the whole page is a whole address.
                assert!(html.contains(&format!("href=\"{AT}{}/{}\"", folder(lang), route.path())), "{route:?}");
                assert!(
                    html.contains("<base target=\"_blank\">") && html.contains("name=\"robots\" content=\"noindex\"")
                );
            }
        }
    }
}
