//! The whole site as one file that is opened from a disk: pages, words and program stand in it, packed; a few lines of script
//! show one page at a time. It fetches nothing.
//!
//! ```text
//! #/en/motor/?ev-magnet-kg=3#shock    page and query stand behind the # of its address, since a file has no other
//! ```
//!
//! Before anything is unpacked, the default answers stand in it as text, in each language. Not here: what stands on a page.

mod links;

use std::path::Path;

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use self::links::Inside;
use super::document::{Parts, inside, kind};
use super::head::{self, ICON};
use super::widget::whole::{gzipped, read, started, text};
use super::{Site, escaped, policy};
use crate::format::date;
use crate::link::RELEASE;
use crate::route::{Route, folder};
use crate::text::{Lang, nav, offline as words};

/// The file in all languages.
pub const FILE: &str = "lodestone-offline.html";
/// Lines of script that run before anything else, in any browser: they say why nothing starts.
const EARLY: &str = include_str!("offline/early.js");
/// Lines of script that show pages.
const SHELL: &str = include_str!("offline/shell.js");
/// Bundles of words that the program asks for.
const BUNDLES: [&str; 6] = ["page", "story", "compare", "study", "lens", "take"];
/// Begins and ends the strip of answers in a rendered page.
const STRIP: (&str, &str) = ("<ul id=\"result\">", "</ul>");
/// The licences, in their own words.
const LICENCES: [&str; 3] = [
    include_str!("../../LICENSE-MIT"),
    include_str!("../../LICENSE-APACHE"),
    include_str!("../../static-data/LICENSE"),
];

/// The file in one language.
#[must_use]
pub fn file_of(lang: Lang) -> String {
    format!("lodestone-offline-{}.html", folder(lang))
}

/// A page of the file.
#[derive(Debug, Clone)]
pub struct Page {
    /// Which it is.
    pub route: Route,
    /// Its language.
    pub lang: Lang,
    /// As it stands on the site.
    full: String,
    /// Without what its program writes.
    body: String,
}

impl Page {
    /// The page with these parts.
    #[must_use]
    pub fn new(route: Route, lang: Lang, parts: &Parts) -> Self {
        let full = inside(route, lang, parts);
        let body = if route.computes() {
            inside(route, lang, &Parts { body: String::new(), ..parts.clone() })
        } else {
            full.clone()
        };
        Self { route, lang, full, body }
    }

    fn place(&self) -> String {
        head::below(self.route, self.lang)
    }

    /// The block in which it is packed: what is needed first is unpacked first.
    fn block(&self) -> usize {
        usize::from(!self.route.computes())
    }
}

/// The names of the blocks. Pages that are read repeat each other, so that they are smallest as one.
const BLOCKS: [&str; 2] = ["calculators", "pages"];

/// The document that holds the pages in these languages; the built files are in `built`.
///
/// # Errors
/// A sentence that names the file that cannot be read or packed, or the link that leads nowhere.
pub fn file(built: &Path, pages: &[Page], langs: &[Lang], site: &Site) -> Result<String, String> {
    // Raw tables are in the files of one language; with them the file of all would weigh more than it may.
    let tables = |page: &Page| langs.len() == 1 || !matches!(page.route, Route::Table(_));
    let own: Vec<&Page> = pages.iter().filter(|page| langs.contains(&page.lang) && tables(page)).collect();
    let known = Inside::of(own.iter().map(|page| (page.place(), page.full.as_str())));
    let mut blocks = BLOCKS.map(|_| String::new());
    let mut places = serde_json::Map::new();
    for page in &own {
        let body = known.settled(&page.place(), &page.body, site.address.as_ref())?;
        let block = &mut blocks[page.block()];
        // Where it begins and how long it is, in bytes: nobody has to read the whole to find a page.
        let told = json!([
            BLOCKS[page.block()],
            block.len(),
            body.len(),
            head::full(page.route, page.lang),
            kind(page.route),
            page.route.key()
        ]);
        block.push_str(&body);
        places.insert(page.place(), told);
    }
    let mut packed = Vec::new();
    for (name, block) in BLOCKS.iter().zip(&blocks) {
        packed.push((*name, pack(name, block.as_bytes())?));
    }
    packed.push(("words", pack("words", all_words(built, langs, places, site)?.to_string().as_bytes())?));
    packed.push(("program", pack("the program", &read(built, &site.assets.offline.wasm.name)?)?));
    let unpack = gzipped(&site.assets.unpack.wasm.name, &read(built, &site.assets.unpack.wasm.name)?)?;
    let payload: String = packed.iter().map(|(_, text)| text.as_str()).collect();
    let hash: String = Sha256::digest(payload.as_bytes()).iter().map(|b| format!("{b:02x}")).collect();
    let told = json!({
        "release": RELEASE, "site": site.address.as_ref().map(|a| a.to("")), "hash": hash,
        "packed": packed.iter().map(|(name, _)| *name).collect::<Vec<_>>(),
    });
    let early = EARLY
        .replace("@said", &held(&said(langs)))
        .replace("@first", folder(langs.first().copied().unwrap_or_default()));
    let shell = format!("(function(){{\nvar files={};\n{SHELL}}})();\n", held(&told));
    let modules = [("unpack", &site.assets.unpack), ("offline", &site.assets.offline)];
    let modules = modules.iter().map(|(name, program)| started(name, &text(built, &program.glue.name)?));
    let modules = modules.chain([Ok(shell)]).collect::<Result<Vec<String>, String>>()?;
    let assets = &site.assets;
    // The sheet of what takes a result along is that of the panel too.
    let sheets = [&assets.style, &assets.reading, &assets.handout, &assets.reader, &assets.taken];
    let sheets = sheets.iter().map(|sheet| text(built, &sheet.name)).collect::<Result<Vec<String>, String>>()?;
    let policy = policy::alone(
        modules.iter().map(String::as_str).chain([early.as_str()]),
        &sheets.iter().map(String::as_str).collect::<Vec<_>>(),
    );
    let styles: String = sheets
        .iter()
        .zip(["site", "reading", "handout", "lens", "offline"])
        .map(|(css, name)| format!("<style id=\"sheet-{name}\">{css}</style>"))
        .collect();
    let first: String = langs.iter().map(|lang| first(*lang, langs.len() > 1, pages)).collect();
    let foot: String = langs.iter().map(|lang| foot(*lang, &hash, site)).collect();
    let data: String = packed
        .iter()
        .map(|(name, text)| (*name, text))
        .chain([("unpack", &unpack)])
        .map(|(name, text)| format!("<script type=\"application/octet-stream\" id=\"packed-{name}\">{text}</script>\n"))
        .collect();
    let run: String = modules.iter().map(|module| format!("<script type=\"module\">{module}</script>\n")).collect();
    let licences: String =
        LICENCES.iter().map(|text| format!("<pre translate=\"no\">{}</pre>", escaped(text))).collect();
    Ok(format!(
        "<!doctype html><html lang=\"{lang}\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"referrer\" content=\"no-referrer\"><meta name=\"robots\" content=\"noindex\"><script>{early}</script>{styles}<title>{title}</title>{ICON}</head>\n<body class=\"computes\"><p id=\"fault\" class=\"notice\" role=\"alert\" hidden></p><noscript>{noscript}</noscript><p id=\"note\" class=\"notice\" role=\"status\" hidden></p><div id=\"page\">{first}</div><footer class=\"file\" role=\"none\">{foot}<aside aria-label=\"MIT, Apache-2.0, CC BY 4.0\"><details><summary translate=\"no\">MIT, Apache-2.0, CC BY 4.0</summary>{licences}</details></aside></footer>\n{data}{run}<i id=\"end\" hidden></i></body></html>\n",
        lang = langs.first().copied().unwrap_or_default().tag(),
        title = escaped(words::title(langs.first().copied().unwrap_or_default())),
        noscript = langs
            .iter()
            .map(|lang| format!(
                "<p class=\"notice\" lang=\"{}\">{}</p>",
                lang.tag(),
                escaped(words::fault_script(*lang))
            ))
            .collect::<String>(),
    ))
}

/// The bytes as a text that a document can hold.
fn pack(name: &str, bytes: &[u8]) -> Result<String, String> {
    lodestone_pack::pack(bytes).map_err(|e| format!("{name} could not be packed ({e})."))
}

/// A value inside a script.
fn held(value: &Value) -> String {
    value.to_string().replace("</", "<\\/")
}

/// Words by language, and where each page is.
fn all_words(
    built: &Path,
    langs: &[Lang],
    places: serde_json::Map<String, Value>,
    site: &Site,
) -> Result<Value, String> {
    let mut all = json!({ "places": places });
    for lang in langs {
        for bundle in BUNDLES {
            if let Some(file) = site.assets.words(bundle, *lang) {
                all[folder(*lang)][bundle] = json!(text(built, &file.name)?);
            }
        }
    }
    Ok(all)
}

/// Sentences that the lines of script say.
fn said(langs: &[Lang]) -> Value {
    let of = |lang: Lang| {
        json!({
            "tag": lang.tag(), "old": words::fault_old(lang), "wasm": words::fault_wasm(lang), "cut": words::fault_cut(lang),
            "damaged": words::fault_damaged(lang), "start": words::fault_start(lang), "archive": words::note_archive(lang),
            "refused": words::open_refused(lang, "@text"), "missing": words::missing(lang, "@text"),
            "same": words::payload_same(lang), "other": words::payload_other(lang), "unknown": words::payload_unknown(lang),
        })
    };
    Value::Object(langs.iter().map(|lang| (folder(*lang).to_owned(), of(*lang))).collect())
}

/// What is read before anything is unpacked: the answers as the motor's page has them, so that the two cannot differ.
fn first(lang: Lang, of_all: bool, pages: &[Page]) -> String {
    let motor = pages.iter().find(|page| page.route == Route::Motor && page.lang == lang);
    let strip = motor.and_then(|page| {
        let (_, rest) = page.full.split_once(STRIP.0)?;
        Some(format!("{}{}{}", STRIP.0, rest.split_once(STRIP.1)?.0, STRIP.1))
    });
    // Links have no program yet that could follow them.
    let strip = without_links(&strip.unwrap_or_default());
    format!(
        "<main class=\"first\" data-lang=\"{}\" lang=\"{}\"><h1 translate=\"no\">{}</h1><p class=\"lead\">{}</p><p>{}</p><div class=\"answers\">{strip}</div><p class=\"starting\">{}</p></main>",
        folder(lang),
        lang.tag(),
        escaped(nav::site(lang)),
        escaped(if of_all { words::lead_all(lang) } else { words::lead(lang) }),
        escaped(words::first(lang)),
        escaped(words::starting(lang)),
    )
}

/// A text without links and ids, which stand again on the page that follows.
fn without_links(html: &str) -> String {
    let mut out = String::new();
    for (i, part) in html.replace("</a>", "</span>").replace(" id=\"result\"", "").split("<a ").enumerate() {
        match part.split_once('>') {
            Some((_, rest)) if i > 0 => out += &format!("<span>{rest}"),
            _ => out += part,
        }
    }
    out
}

/// What the file says of itself, and where a link is opened.
fn foot(lang: Lang, hash: &str, site: &Site) -> String {
    let id = format!("open-{}", folder(lang));
    format!(
        "<section data-lang=\"{}\" lang=\"{}\" aria-labelledby=\"{id}-title\"><form class=\"open\"><h2 id=\"{id}-title\">{}</h2><p id=\"{id}-hint\">{}</p><label for=\"{id}\">{}</label> <input id=\"{id}\" type=\"text\" inputmode=\"url\" autocomplete=\"off\" spellcheck=\"false\" aria-describedby=\"{id}-hint\"> <button type=\"submit\">{}</button><p role=\"status\"></p></form><p>{} {}</p><p>{} <code>{hash}</code> <span class=\"payload\" role=\"status\">{}</span></p></section>",
        folder(lang),
        lang.tag(),
        escaped(words::open(lang)),
        escaped(words::open_hint(lang)),
        escaped(words::open_label(lang)),
        escaped(words::open_go(lang)),
        escaped(&words::made(lang, RELEASE, &date(lang, &site.dated))),
        escaped(words::licence(lang)),
        escaped(words::payload(lang)),
        escaped(words::payload_checking(lang)),
    )
}
