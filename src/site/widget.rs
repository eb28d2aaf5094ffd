//! A calculator as a document for somebody else's page: everything that its first answer needs stands in it, its program
//! comes when it is seen or touched, and it tells its host its height and its results.
//!
//! It stands beside the page of the calculator, so that its links are those of the page. Not here: what stands on it.

use serde_json::json;

use super::document::{CHARTS, Parts, WORDS, files, map};
use super::policy::framed;
use super::{Site, escaped, title};
use crate::link::RELEASE;
use crate::route::Route;
use crate::study::request::HOST;
use crate::text::{Lang, embed as words, nav};

/// The file, beside the document of a page.
pub const FILE: &str = "widget.html";
/// The calculators that come as widgets.
pub const WIDGETS: [Route; 6] =
    [Route::Motor, Route::Turbine, Route::Products, Route::Demand, Route::Shocks, Route::Balance];
/// Heights of the shown part in CSS pixels in a frame 320 wide, the tallest of the three languages: a host without a script
/// needs one that leaves no scroll bar at any width.
const TALLEST: [(Route, u32); 6] = [
    (Route::Motor, 1180),
    (Route::Turbine, 1180),
    (Route::Products, 1180),
    (Route::Demand, 1180),
    (Route::Shocks, 1180),
    (Route::Balance, 1180),
];
/// Lines of script that talk to the host.
const SCRIPT: &str = include_str!("widget.js");
/// Starts the program from its files.
const START: &str = "function start(){return import(files.program.glue[0]).then(function(program){window.wasmBindings=program;return program.default({module_or_path:get(files.program.wasm)})})}\n";

/// The element by which a page takes in a calculator as a tag; its name stays, because pages of others link it.
pub const ELEMENT: (&str, &str) = ("lodestone-calc.js", include_str!("calc.js"));

/// How tall a frame without a script has to be; `None` for a page that is no widget.
#[must_use]
pub fn height(route: Route) -> Option<u32> {
    TALLEST.iter().find(|(r, _)| *r == route).map(|(_, height)| *height)
}

/// The document.
#[must_use]
pub fn widget(route: Route, lang: Lang, parts: &Parts, css: &str, site: &Site) -> String {
    let (up, assets) = (route.up(), &site.assets);
    let program = assets.program(route);
    let mut files = files(up, route, lang, true, assets);
    files["program"] = json!({
        "glue": [format!("{up}{}", program.glue.name), program.glue.integrity],
        "wasm": [format!("{up}{}", program.wasm.name), program.wasm.integrity],
    });
    files["release"] = json!(RELEASE);
    let named = WORDS.replace("@files", &files.to_string());
    let map = map(up, &[&assets.lens, program]);
    let early = "var chosen=new URLSearchParams(location.search).get(\"theme\");if(chosen===\"dark\"||chosen===\"light\")document.documentElement.setAttribute(\"data-theme\",chosen);\n";
    let script = format!("(function(){{\n{named}{START}{SCRIPT}{CHARTS}}})();\n");
    let policy = framed([early, script.as_str(), map.as_str()], css);
    let heading = escaped(title(route, lang));
    format!(
        "<!doctype html><html lang=\"{tag}\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"referrer\" content=\"no-referrer\"><meta name=\"robots\" content=\"noindex\"><base target=\"_blank\"><script type=\"importmap\">{map}</script><script>{early}</script><style>{css}</style><title>{heading} – {name}</title></head><body class=\"computes widget\" data-page=\"{key}\" data-widget><main id=\"content\"><h1>{heading}</h1><div id=\"app\">{body}</div><p id=\"still\" class=\"notice\">{still}</p><p id=\"refused\" class=\"notice\" role=\"alert\" hidden>{refused}</p><div id=\"broken\" role=\"alert\" hidden><p>{broken}</p></div></main><div id=\"{HOST}\" hidden></div><script type=\"text/plain\" id=\"bands\">{bands}</script><footer class=\"whence\"><a href=\"./\" rel=\"noopener\">{full}</a> <span>{made}</span></footer><script>{script}</script></body></html>\n",
        tag = lang.tag(),
        name = nav::site(lang),
        key = route.key(),
        body = parts.body,
        still = escaped(words::widget_still(lang)),
        refused = escaped(words::widget_refused(lang)),
        broken = escaped(words::widget_broken(lang)),
        bands = parts.bands,
        full = escaped(words::widget_full(lang)),
        made = escaped(&words::widget_made(lang, RELEASE, &site.dated)),
    )
}
