//! A calculator as a document for somebody else's page: everything that its first answer needs stands in it, its program
//! comes when it is seen or touched, and it tells its host its height and its results.
//!
//! Two files: one fetches its program, the other has everything in it ([`whole`]). Both stand beside the page of the
//! calculator, so that their links are those of the page. Not here: what stands on it, nor which there are
//! ([`crate::widget`]).

pub mod whole;

use serde_json::json;

use super::document::{CHARTS, Parts, WORDS, files, map};
use super::head::below;
use super::policy::framed;
use super::{Site, escaped, title};
use crate::format::date;
use crate::link::RELEASE;
use crate::route::Route;
use crate::study::request::HOST;
use crate::study::seal::LINE;
use crate::text::{Lang, embed as words, nav};
use crate::widget;

/// Lines of script that talk to the host.
const SCRIPT: &str = include_str!("widget.js");
/// Starts the program from its files. The page's workers find its script by the link that other documents begin with.
const START: &str = "function start(){return import(files.program.glue[0]).then(function(program){var link=document.createElement(\"link\");link.rel=\"modulepreload\";link.href=files.program.glue[0];document.head.append(link);window.wasmBindings=program;return program.default({module_or_path:get(files.program.wasm)})})}\n";

/// The element by which a page takes in a calculator as a tag.
pub const ELEMENT: (&str, &str) = (widget::SCRIPT, include_str!("calc.js"));
/// What the messages between a frame and its host look like.
pub const MESSAGES: (&str, &str) = ("data/message.schema.json", include_str!("message.schema.json"));

/// What differs between the ways in which a calculator comes.
struct Way<'a> {
    policy: &'a str,
    /// The digests of modules that modules name; empty where there are none.
    map: &'a str,
    css: &'a str,
    /// What is said where the address is of another release.
    moved: &'a str,
    /// What stands behind the content, before the lines of script.
    behind: &'a str,
    script: &'a str,
}

/// Chooses the colours before anything is seen.
const EARLY: &str = "var chosen=new URLSearchParams(location.search||document.documentElement.dataset.query||\"\").get(\"theme\");if(chosen===\"dark\"||chosen===\"light\")document.documentElement.setAttribute(\"data-theme\",chosen);\n";

/// The document that fetches its program.
#[must_use]
pub fn framed_page(route: Route, lang: Lang, parts: &Parts, site: &Site) -> String {
    let (up, assets) = (route.up(), &site.assets);
    let program = assets.program(route);
    let mut files = files(up, route, lang, true, assets);
    files["program"] = json!({
        "glue": [format!("{up}{}", program.glue.name), program.glue.integrity],
        "wasm": [format!("{up}{}", program.wasm.name), program.wasm.integrity],
    });
    files["release"] = json!(RELEASE);
    files["at"] = json!(address(route, lang, site));
    let named = WORDS.replace("@files", &files.to_string());
    // The panel's program goes back to the release of a frozen frame.
    let map = map(up, [&assets.lens, program, &assets.study].map(|program| &program.glue));
    let moved = format!(
        "<span>{}</span> <a id=\"newest\" target=\"_self\">{}</a>",
        escaped(&words::widget_frozen(lang, "@was", RELEASE)),
        escaped(words::widget_newer(lang))
    );
    let script = format!("(function(){{\n{named}{START}{SCRIPT}{CHARTS}}})();\n");
    let policy = framed([EARLY, script.as_str(), map.as_str()], &assets.framed);
    page(
        route,
        lang,
        parts,
        site,
        &Way { policy: &policy, map: &map, css: &assets.framed, moved: &moved, behind: "", script: &script },
    )
}

/// The address of the page that the calculator is taken from, where that of the site is known.
fn address(route: Route, lang: Lang, site: &Site) -> Option<String> {
    site.address.as_ref().map(|address| address.to(&below(route, lang)))
}

fn page(route: Route, lang: Lang, parts: &Parts, site: &Site, way: &Way) -> String {
    let heading = escaped(title(route, lang));
    let map =
        if way.map.is_empty() { String::new() } else { format!("<script type=\"importmap\">{}</script>", way.map) };
    let full = address(route, lang, site).unwrap_or_else(|| "./".to_owned());
    format!(
        "<!doctype html><html lang=\"{tag}\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"referrer\" content=\"no-referrer\"><meta name=\"robots\" content=\"noindex\"><base target=\"_blank\">{map}<script>{EARLY}</script><style>{css}</style><title>{heading} – {name}</title></head><body class=\"computes widget\" data-page=\"{key}\" data-widget><main id=\"content\"><h1>{heading}</h1><div id=\"app\">{body}</div><p id=\"still\" class=\"notice\">{still}</p><p id=\"moved\" class=\"notice\" role=\"status\" hidden>{moved}</p><p id=\"{LINE}\" class=\"notice\" role=\"status\"></p><p id=\"refused\" class=\"notice\" role=\"alert\" hidden>{refused}</p><div id=\"broken\" role=\"alert\" hidden><p>{broken}</p></div></main><div id=\"{HOST}\" hidden></div><script type=\"text/plain\" id=\"bands\">{bands}</script><footer class=\"whence\"><a href=\"{full}\" rel=\"noopener\" data-keep>{open}</a> <span>{made}</span></footer>{behind}<script>{script}</script></body></html>\n",
        tag = lang.tag(),
        policy = way.policy,
        css = way.css,
        name = nav::site(lang),
        key = route.key(),
        body = parts.body,
        moved = way.moved,
        still = escaped(words::widget_still(lang)),
        refused = escaped(words::widget_refused(lang)),
        broken = escaped(words::widget_broken(lang)),
        bands = parts.bands,
        open = escaped(words::widget_full(lang)),
        made = escaped(&words::widget_made(lang, RELEASE, &date(lang, &site.dated))),
        behind = way.behind,
        script = way.script,
    )
}
