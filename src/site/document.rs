//! A whole document: its head with policy, names, languages and files, its body around rendered content.
//!
//! What a document asks for it asks for once: a file that is fetched early (`preload`, `modulepreload`) and the request
//! that uses it have the same address and mode, so that a browser takes one for the other.

use serde_json::{Value, json};

use super::assets::{Assets, File, Program};
use super::head::{self, ICON};
use super::policy::{Doing, policy};
use super::{Site, escaped};
use crate::link::RELEASE;
use crate::route::{Route, folder};
use crate::study::seal::LINE;
use crate::text::{Lang, nav};

/// Lines of script that every page has: what an address asks for in another language is read there, and links that keep
/// the state get it.
const EVERYWHERE: &str = include_str!("everywhere.js");
/// Lines of script of a page that fetches: how words and programs are asked for.
pub(super) const WORDS: &str = include_str!("words.js");
/// Those of a page that computes: the words are asked for beside the program, the panel when it is wanted, and a fault is
/// said.
const COMPUTES: &str = include_str!("computes.js");
/// Those of a page with charts: what reads them is fetched when somebody comes near one.
pub(super) const CHARTS: &str = include_str!("charts.js");
/// What takes a result along, among the files of a document: its name stands behind those that are asked for at once.
const TAKE: &str = "take";
/// The page at the top, which leads to the reader's language.
const TOP: &str = include_str!("top.js");

/// The parts of a page, rendered.
#[derive(Debug, Clone, Default)]
pub struct Parts {
    /// What stands above the content.
    pub head: String,
    /// The title of a page that computes; others have it in their content.
    pub title: String,
    /// The content.
    pub body: String,
    /// What stands behind the answers of a page that computes, and the terms of any other.
    pub behind: String,
    /// The likely ranges that a page that computes begins with.
    pub bands: String,
    /// What stands below.
    pub foot: String,
}

/// The document of a page.
#[must_use]
pub fn document(route: Route, lang: Lang, parts: &Parts, site: &Site) -> String {
    let (up, assets) = (route.up(), &site.assets);
    let mut scripts = vec![everywhere(route, lang, &assets.kept)];
    let mut early = String::new();
    let mut modules = Vec::new();
    let mut start = String::new();
    // The page of all calculators has its charts from its program.
    let charts = route == Route::Everything || parts.body.contains("data-chart=");
    if route.computes() || charts {
        let mut files = files(up, route, lang, charts, assets);
        if opens_panel(route) {
            take_along(&mut files, up, lang, assets);
        }
        let named = WORDS.replace("@files", &files.to_string());
        let own = [(route.computes(), COMPUTES), (charts, CHARTS)];
        let own: String = own.into_iter().filter(|(has, _)| *has).map(|(_, script)| script).collect();
        scripts.push(format!("(function(){{\n{named}{own}}})();\n"));
    }
    if charts {
        modules.push(&assets.lens);
    }
    if route.computes() {
        let program = assets.program(route);
        early += &started_early(up, program);
        modules.push(program);
        if opens_panel(route) {
            modules.extend([&assets.study, &assets.export]);
        }
        start = starting(up, program);
    } else if route == Route::Claims {
        early += &started_early(up, &assets.finder);
        modules.push(&assets.finder);
        start = starting(up, &assets.finder);
    }
    // The digests of modules that modules name; a map counts only before the first module is asked for.
    let doing = if modules.is_empty() { Doing::Kept } else { Doing::KeptAndComputes };
    let map = map(up, modules.into_iter().map(|program| &program.glue).chain([&assets.kept]));
    let inline = scripts.iter().map(String::as_str).chain([map.as_str()]);
    let policy = policy(inline.chain(Some(start.as_str()).filter(|s| !s.is_empty())), doing);
    let mut out = format!(
        "<!doctype html><html lang=\"{}\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"referrer\" content=\"no-referrer\">",
        lang.tag()
    );
    out += &format!("<script type=\"importmap\">{map}</script>");
    out += &scripts.iter().map(|s| format!("<script>{s}</script>")).collect::<String>();
    out += &style(up, &assets.style);
    if !route.computes() {
        out += &style(up, &assets.reading);
    }
    out += &early;
    out += &head::head(route, lang, site);
    out += &format!("</head><body class=\"{}\" data-page=\"{}\">", kind(route), route.key());
    out += &inside(route, lang, parts);
    if !start.is_empty() {
        out += &format!("<script type=\"module\">{start}</script>");
    }
    out + "</body></html>\n"
}

/// What kind of page it is, for the style sheet.
#[must_use]
pub(super) fn kind(route: Route) -> &'static str {
    if route.computes() { "computes" } else { "reference" }
}

/// What stands in the body, lines of script aside.
#[must_use]
pub fn inside(route: Route, lang: Lang, parts: &Parts) -> String {
    let mut out = format!(
        "{}<p id=\"asked\" class=\"notice\" role=\"status\" hidden>{} </p>",
        parts.head,
        nav::lang_unknown(lang)
    );
    if route.computes() {
        // Shown where the address carries a result or is of another release.
        let seal = format!("<p id=\"{LINE}\" class=\"notice\" role=\"status\">{}</p>", nav::checking(lang));
        out += &format!(
            "<main id=\"content\">{}{}<div id=\"app\">{}</div>{}</main><div id=\"study\"></div><div id=\"broken\" role=\"alert\" hidden><p>{}</p></div><script type=\"text/plain\" id=\"bands\">{}</script>",
            parts.title,
            if opens_panel(route) { seal.as_str() } else { "" },
            parts.body,
            parts.behind,
            nav::broken(lang),
            parts.bands
        );
    } else {
        out += &format!("<main id=\"content\">{}{}</main>", parts.body, parts.behind);
    }
    out + &parts.foot
}

/// The page at the top of the site.
#[must_use]
pub fn top(site: &Site) -> String {
    let policy = policy([TOP], Doing::Nothing);
    let at = |lang: Lang| {
        let below = format!("{}/", folder(lang));
        site.address.as_ref().map_or(below.clone(), |address| address.to(&below))
    };
    let alternate = |tag: &str, at: &str| format!("<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{at}\">");
    let mut named: String = Lang::ALL.into_iter().map(|lang| alternate(lang.tag(), &at(lang))).collect();
    if let Some(address) = &site.address {
        let own = address.to("");
        named += &format!("{}<link rel=\"canonical\" href=\"{own}\">", alternate("x-default", &own));
    }
    let link = |lang: Lang| {
        format!(
            "<li lang=\"{}\"><a href=\"{}/\" hreflang=\"{}\">{}</a> {}</li>",
            lang.tag(),
            folder(lang),
            lang.tag(),
            lang.name(),
            escaped(nav::choose_title(lang))
        )
    };
    let links: String = Lang::ALL.into_iter().map(link).collect();
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><script>{TOP}</script>{}<title>Lodestone</title><meta name=\"description\" content=\"{}\">{named}{ICON}</head><body><main id=\"content\"><h1 translate=\"no\">Lodestone</h1><ul class=\"choose\">{links}</ul></main></body></html>\n",
        style("", &site.assets.style),
        escaped(nav::story_about(Lang::En)),
    )
}

fn everywhere(route: Route, lang: Lang, kept: &File) -> String {
    let named = EVERYWHERE.replace("@kept", &kept.name);
    named.replace("@up", route.up()).replace("@own", folder(lang)).replace("@path", &route.path())
}

/// What the script of a page that computes fetches: address and digest.
pub(super) fn files(up: &str, route: Route, lang: Lang, charts: bool, assets: &Assets) -> Value {
    let pair = |file: &File| pair(up, file);
    let words = |bundle: &str| assets.words(bundle, lang).map(pair);
    let part = |program: &Program, style: &File| part(up, program, style);
    let mut files = json!({ "words": { "page": words("page") } });
    if route.computes() {
        // Those that are asked for at once stand before those of the panel, as their names are ordered.
        let own = match route {
            Route::Story => "story",
            Route::Compare => "compare",
            _ => "page",
        };
        files["own"] = json!(own);
        files["words"][own] = json!(words(own));
    }
    if opens_panel(route) {
        files["release"] = json!(RELEASE);
        files["words"]["study"] = json!(words("study"));
        files["panel"] = part(&assets.study, &assets.panel);
    }
    if charts {
        // What a chart leaves out is said in words of the panel.
        files["words"]["study"] = json!(words("study"));
        files["words"]["lens"] = json!(words("lens"));
        files["lens"] = part(&assets.lens, &assets.reader);
    }
    files
}

fn pair(up: &str, file: &File) -> Value {
    json!([format!("{up}{}", file.name), file.integrity])
}

fn part(up: &str, program: &Program, style: &File) -> Value {
    json!({ "glue": pair(up, &program.glue), "wasm": pair(up, &program.wasm), "style": pair(up, style) })
}

/// Adds what takes a result along. (A calculator in a frame of somebody else's leads to its page for that.)
fn take_along(files: &mut Value, up: &str, lang: Lang, assets: &Assets) {
    files["words"][TAKE] = json!(assets.words(TAKE, lang).map(|file| pair(up, file)));
    files[TAKE] = part(up, &assets.export, &assets.handout);
}

/// Whether a panel opens on the figures of a page. Two scenarios side by side lead to the calculators for that.
fn opens_panel(route: Route) -> bool {
    route.computes() && route != Route::Compare
}

/// The lines that start a program. What the script exports is kept: the page's workers are given its module.
fn starting(up: &str, program: &Program) -> String {
    let Program { glue, wasm } = program;
    format!(
        "import init,*as bindings from\"{up}{}\";window.wasmBindings=bindings;init({{module_or_path:fetch(\"{up}{}\",{{integrity:\"{}\"}})}})",
        glue.name, wasm.name, wasm.integrity
    )
}

/// Asks for a program while the page is still being read. (The words need no such line: a script above asks for them.)
///
/// A digest on the link of the program would be ignored, with a warning; the request that uses it has one.
fn started_early(up: &str, program: &Program) -> String {
    let Program { glue, wasm } = program;
    format!(
        "<link rel=\"preload\" as=\"fetch\" href=\"{up}{}\" type=\"application/wasm\" crossorigin><link rel=\"modulepreload\" href=\"{up}{}\" integrity=\"{}\">",
        wasm.name, glue.name, glue.integrity
    )
}

pub(super) fn map<'a>(up: &str, modules: impl IntoIterator<Item = &'a File>) -> String {
    let digests = modules.into_iter().map(|file| (format!("{up}{}", file.name), json!(file.integrity)));
    json!({ "integrity": digests.collect::<serde_json::Map<_, _>>() }).to_string()
}

fn style(up: &str, file: &File) -> String {
    format!("<link rel=\"stylesheet\" href=\"{up}{}\" integrity=\"{}\">", file.name, file.integrity)
}
