//! What others can do with the site: link to a result, a claim, a term; take the data or the command; show a calculator
//! on their own page.

use lodestone_model::data::{CLAIMS, GLOSSARY, GlossaryRow, NamedScenario};
use yew::prelude::*;

use super::Props;
use crate::claims;
use crate::route::{Route, folder};
use crate::site;
use crate::site::widget::{MESSAGES, whole};
use crate::text::{Lang, embed as words, share};
use crate::widget::{FILE, Snippet, WIDGETS, height};

/// Stands for the address of the site, which a document does not know.
const SITE: &str = "https://example.org/lodestone/";
/// A word in any language.
type Word = fn(Lang) -> &'static str;

/// The page.
#[component]
pub fn Embed(props: &Props) -> Html {
    let lang = props.lang;
    let scenario = NamedScenario::NdPlus100.key();
    let section = |id: &'static str, title: Word, content: Html| {
        let title_id = format!("{id}-title");
        html! {
            <section {id} class="me-part" aria-labelledby={title_id.clone()}>
                <h2 id={title_id}>{ title(lang) }</h2>
                { content }
            </section>
        }
    };
    let link = |at: String, name: String| html!(<li><a href={at}>{ name }</a></li>);
    let data = |at: &str| html!(<li><a href={format!("../../{at}")} translate="no">{ at.to_owned() }</a></li>);
    html! {
        <>
            <h1>{ site::title(Route::Embed, lang) }</h1>
            <p class="lead">{ words::lead(lang) }</p>
            { section("link", words::link, html! {
                <>
                    <p>{ words::link_text(lang) }</p>
                    { code(&address(lang, "turbine/?wind-mw=12&drive=geared"), words::link(lang)) }
                    <p>{ words::link_scenario(lang) }</p>
                    { code(&address(lang, &format!("motor/?scenario={scenario}")), words::link(lang)) }
                    <p>{ words::link_keys(lang) }{ " " }<a href="../inputs/">{ site::name(Route::Inputs, lang) }</a></p>
                </>
            }) }
            { section("places", words::places, html! {
                <>
                    <p>{ words::places_text(lang) }</p>
                    <ul>
                        { for CLAIMS.first().map(|c| link(format!("../claims/#{}", c.id), words::claim(lang, &format!("{}: {}", claims::subject(lang, c), claims::quantity(lang, c))))) }
                        { for GLOSSARY.first().map(|g| link(format!("../glossary/#{}", g.id), words::term(lang, term(lang, g)))) }
                    </ul>
                </>
            }) }
            { section("data", words::data, html! {
                <>
                    <p>{ words::data_text(lang) }</p>
                    <ul>
                        { data("data/prices.csv") }
                        { data("data/claims.json") }
                        { data(&format!("data/presets/{scenario}.json")) }
                        { data("data/datapackage.json") }
                    </ul>
                    <p><a href="../data/">{ words::data_all(lang) }</a></p>
                </>
            }) }
            { section("command", words::command, html! {
                <>
                    <p>{ words::command_text(lang) }</p>
                    { code(&format!("lodestone report --scenario {scenario} --json"), words::command(lang)) }
                    <p><a href="../method/#take">{ words::command_more(lang) }</a></p>
                </>
            }) }
            { section("frame", words::frame, html! {
                <>
                    <p>{ words::frame_text(lang) }</p>
                    { code(&frame(lang), words::frame(lang)) }
                    <ul>
                        <li>{ words::frame_size(lang, &height(Route::Motor).unwrap_or_default().to_string()) }</li>
                        <li>{ words::frame_private(lang) }</li>
                    </ul>
                    <p>{ words::each(lang) }</p>
                    <ul>
                        { for WIDGETS.into_iter().map(|(route, _)| link(format!("../{}{}", route.path(), FILE), site::title(route, lang).to_owned())) }
                    </ul>
                    <h3>{ words::element(lang) }</h3>
                    <p>{ words::element_text(lang) }</p>
                    { code(&element(lang), words::element(lang)) }
                    <h3>{ words::one_file(lang) }</h3>
                    <p>{ words::one_file_text(lang) }</p>
                    <ul>
                        { for WIDGETS.into_iter().map(|(route, _)| html! {
                            <li><a href={format!("../{}{}", route.path(), whole::FILE)} download={format!("lodestone-{}-{}.html", route.key(), folder(lang))}>{ site::title(route, lang) }</a></li>
                        }) }
                    </ul>
                    <h3>{ words::looks(lang) }</h3>
                    <ul>
                        <li>{ words::looks_theme(lang) }</li>
                        <li>{ words::looks_colours(lang) }</li>
                        <li>{ words::looks_show(lang) }</li>
                    </ul>
                    <h3>{ words::messages(lang) }</h3>
                    <p>{ words::messages_text(lang) }{ " " }<a href={format!("../../{}", MESSAGES.0)} translate="no">{ MESSAGES.0 }</a></p>
                </>
            }) }
            { section("name-it", words::name_it, html! {
                <p>{ words::name_it_text(lang) }{ " " }<a href="../about/#cite">{ words::name_it_link(lang) }</a></p>
            }) }
        </>
    }
}

/// A term in the reader's language.
fn term(lang: Lang, row: &'static GlossaryRow) -> &'static str {
    match lang {
        Lang::Ko => row.term_ko,
        Lang::Zh => row.term_zh_hans,
        _ => row.term_en,
    }
}

/// The address of a page of the site in a language.
fn address(lang: Lang, page: &str) -> String {
    format!("{SITE}{}/{page}", folder(lang))
}

/// A calculator for a page in the reader's language, as a frame or as a tag.
fn snippet(lang: Lang, route: Route, said: &[(&str, &str)], write: fn(&Snippet) -> String) -> String {
    let below = format!("{}/{}", folder(lang), route.path());
    let said: Vec<(String, String)> = said.iter().map(|(key, value)| ((*key).into(), (*value).into())).collect();
    let title = share::frame_title(lang, site::name(route, lang));
    write(&Snippet { route, lang, site: SITE, below: &below, said: &said, title: &title })
}

fn frame(lang: Lang) -> String {
    snippet(lang, Route::Motor, &[("scenario", NamedScenario::NdPlus100.key())], |s| s.frame())
}

fn element(lang: Lang) -> String {
    snippet(lang, Route::Turbine, &[("theme", "light"), ("wind-mw", "12")], |s| s.tag())
}

/// Text to be copied: a region that can be scrolled by keyboard.
pub(super) fn code(text: &str, name: &str) -> Html {
    html! {
        <pre class="me-code" tabindex="0" role="group" aria-label={name.to_owned()} translate="no"><code>{ text.to_owned() }</code></pre>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::tables::Tables;
    use lodestone_model::inputs::Inputs;
    use yew::LocalServerRenderer;

    #[tokio::test]
    async fn every_address_that_the_page_shows_is_one_that_the_site_has() {
        for lang in Lang::ALL {
            let props = Props { route: Route::Embed, lang, tables: Tables::default() };
            let html = LocalServerRenderer::<Embed>::with_props(props).hydratable(false).render().await;
            let shown: Vec<&str> =
                html.split(SITE).skip(1).filter_map(|rest| rest.split(['"', '<', '&']).next()).collect();
            assert!(shown.len() >= 3, "{shown:?}");
            for at in shown.into_iter().filter(|at| at.contains('?')) {
                let (path, query) = at.split_once('?').unwrap();
                let page = path.strip_prefix(folder(lang)).unwrap().trim_end_matches(FILE).trim_matches('/');
                assert!(Route::named(page).is_some_and(Route::computes), "{at}");
                let (key, value) = query.split_once('=').unwrap();
                let known = match key {
                    "theme" => ["light", "dark"].contains(&value.split('&').next().unwrap()),
                    "scenario" => NamedScenario::named(value).is_some(),
                    _ => Inputs::default().assign(key, value).is_ok(),
                };
                assert!(known, "{at}");
            }
            // The frame is text, not a frame, and has what a frame needs, in the reader's language.
            assert!(!html.contains("<iframe"));
            for part in ["&lt;iframe src=", "title=", "loading=", "height=", "&lt;a href="] {
                assert!(html.contains(part), "{part}");
            }
            let (frame, tag) = (frame(lang), element(lang));
            for text in [&frame, &tag] {
                assert!(
                    text.contains(&format!("lang=\"{}\"", lang.tag())) && text.contains(&address(lang, "")),
                    "{text}"
                );
            }
            let title = share::frame_title(lang, site::name(Route::Motor, lang));
            assert!(
                frame.contains(&format!("title=\"{title}\"")) && frame.contains(&format!(">{title}</a>")),
                "{frame}"
            );
        }
        assert!(Inputs::default().assign("drive", "geared").is_ok());
    }
}
