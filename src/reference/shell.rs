//! What stands around every reference page: document head, navigation, languages, foot.

use lodestone_model::data::DATA_VERSION;
use yew::prelude::*;

use super::{Page, folder};
use crate::text::{Lang, reference as words};

/// The whole document around a rendered body: `styles` and `script` are addresses from the top of the site.
#[must_use]
pub fn document(page: &Page, lang: Lang, body: &str, styles: &[String], script: Option<&str>) -> String {
    let up = page.up();
    let title = escaped(&format!("{} – {}", page.name(lang), words::site(lang)));
    let description = escaped(&description(page, lang));
    let mut head = String::new();
    for other in Lang::ALL {
        let (tag, at) = (other.tag(), format!("{up}{}/{}", folder(other), page.path()));
        head += &format!("<link rel=\"alternate\" hreflang=\"{tag}\" href=\"{at}\">");
    }
    for style in styles {
        head += &format!("<link rel=\"stylesheet\" href=\"{up}{style}\">");
    }
    let scripts = if script.is_some() { "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; " } else { "" };
    if let Some(script) = script {
        head += &format!("<script type=\"module\" src=\"{up}{script}\"></script>");
    }
    let policy = format!(
        "default-src 'none'; style-src 'self'; img-src 'self' data:; {scripts}base-uri 'none'; form-action 'none'"
    );
    format!(
        "<!doctype html><html lang=\"{}\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"referrer\" content=\"no-referrer\"><title>{title}</title><meta name=\"description\" content=\"{description}\"><link rel=\"icon\" href=\"data:,\">{head}</head><body class=\"reference\">{body}</body></html>\n",
        lang.tag()
    )
}

fn description(page: &Page, lang: Lang) -> String {
    match page {
        Page::Claims => words::claims_title(lang).to_owned(),
        Page::Inputs => words::inputs_lead(lang).to_owned(),
        Page::Glossary => words::glossary_lead(lang).to_owned(),
        Page::Sources => words::sources_lead(lang).to_owned(),
        Page::Data => words::data_lead(lang).to_owned(),
        Page::Table(_) => page.name(lang),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// Navigation above and foot below `content`.
pub(super) fn around(page: &Page, lang: Lang, content: Html) -> Html {
    let up = page.up();
    let here = |other: &Page| (other == page).then_some("page");
    let link = |other: &Page| {
        let at = format!("{up}{}/{}", folder(lang), other.path());
        html!(<a href={at} aria-current={here(other)}>{ other.name(lang) }</a>)
    };
    let language = |other: Lang| {
        let at = format!("{up}{}/{}", folder(other), page.path());
        let current = (other == lang).then_some("true");
        html!(<a href={at} hreflang={other.tag()} lang={other.tag()} translate="no" aria-current={current}>{ other.name() }</a>)
    };
    html! {
        <>
            <a class="skip" href="#content">{ words::skip(lang) }</a>
            <header>
                <div class="bar">
                    <p class="name" translate="no"><a href={format!("{up}?lang={}", lang.tag())}>{ words::site(lang) }</a></p>
                    <nav class="languages" aria-label={words::languages(lang)}>{ for Lang::ALL.into_iter().map(language) }</nav>
                </div>
                <nav class="pages" aria-label={words::nav(lang)}>
                    <a href={format!("{up}?lang={}", lang.tag())}>{ words::calculator(lang) }</a>
                    { for Page::ALL.iter().map(link) }
                </nav>
            </header>
            <main id="content">{ content }</main>
            <footer>
                <p>{ words::licence(lang) }</p>
                <p>{ words::version(lang, env!("CARGO_PKG_VERSION"), DATA_VERSION) }</p>
            </footer>
        </>
    }
}
