//! What the site is, what it is made from, its licences, what it does with a reader's data, how to cite and correct it.

use lodestone_model::data::{CLAIMS, DATA_VERSION, Grade};
use yew::prelude::*;

use super::Props;
use super::changes::{self, Kept};
use crate::cite::{self, OfResult, Work};
use crate::reference::TABLES;
use crate::route::Route;
use crate::site::{self, offline};
use crate::text::{Lang, about_site as words, moved};

/// A word in any language.
type Word = fn(Lang) -> &'static str;

/// The page.
#[component]
pub fn About(props: &Props) -> Html {
    let lang = props.lang;
    let kept = use_context::<Kept>().and_then(|kept| kept.0);
    let sources = cite::all_sources().filter(|s| !matches!(s.grade, Grade::Assumption | Grade::General)).count();
    let work = Work::tool(&OfResult::default(), lang);
    let list = |all: &[Word]| html!(<ul>{ for all.iter().map(|word| html!(<li>{ word(lang) }</li>)) }</ul>);
    let file = |name: String, what: &'static str| html!(<><a href={format!("../../{name}")} download={name.clone()} translate="no">{ name }</a>{ ": " }{ what }</>);
    let section = |id: &'static str, title: Word, content: Html| {
        let title_id = format!("{id}-title");
        html! {
            <section {id} class="me-part" aria-labelledby={title_id.clone()}>
                <h2 id={title_id}>{ title(lang) }</h2>
                { content }
            </section>
        }
    };
    let made = words::made_text(lang, &CLAIMS.len().to_string(), &sources.to_string(), &TABLES.len().to_string());
    let versions = words::versions_text(lang, env!("CARGO_PKG_VERSION"), DATA_VERSION);
    html! {
        <>
            <h1>{ site::title(Route::About, lang) }</h1>
            <p class="lead">{ words::lead(lang) }</p>
            { section("for-whom", words::whom, html! {
                <>
                    <p>{ words::whom_text(lang) }</p>
                    { list(&[words::whom_reader, words::whom_journalist, words::whom_buyer, words::whom_teacher, words::whom_researcher]) }
                    <p>{ words::not_text(lang) }{ " " }<a href="../method/#limits">{ words::not_link(lang) }</a></p>
                </>
            }) }
            { section("made-from", words::made, html! {
                <>
                    <p>{ made }{ " " }<a href="../sources/">{ words::made_link(lang) }</a></p>
                    <p>{ words::made_program(lang) }</p>
                </>
            }) }
            { section("privacy", words::privacy, html! {
                <>
                    <p>{ words::privacy_text(lang) }</p>
                    { list(&[words::privacy_requests, words::privacy_stored, words::privacy_address, words::privacy_host]) }
                </>
            }) }
            { section("file", words::file, html! {
                <>
                    <p>{ words::file_text(lang) }</p>
                    <ul>
                        <li>{ file(offline::FILE.to_owned(), words::file_all(lang)) }</li>
                        <li>{ file(offline::file_of(lang), words::file_one(lang)) }</li>
                    </ul>
                </>
            }) }
            { section("licences", words::licences, html! {
                <>
                    { list(&[words::licences_code, words::licences_words, words::licences_figures]) }
                    <p><a href="../../data/LICENSE" translate="no">{ "data/LICENSE" }</a></p>
                </>
            }) }
            { section("cite", words::cite, html! {
                <>
                    <p>{ words::cite_text(lang) }</p>
                    <p class="cited" data-version={DATA_VERSION}>{ cite::line::line(&work, lang, false) }</p>
                    { super::embed::code(&cite::bibtex::entry(&work, lang), words::cite(lang)) }
                    <p>{ words::cite_sources(lang) }{ " " }<a href="../sources/">{ words::made_link(lang) }</a></p>
                </>
            }) }
            { section("versions", words::versions, html!(<p>{ versions }</p>)) }
            { section(changes::ID, moved::title, changes::changes(lang, &lodestone_model::moved::log(), kept.as_ref())) }
            { section("errors", words::errors, html! {
                <>
                    <p>{ words::errors_text(lang) }</p>
                    { list(&[words::errors_where, words::errors_row, words::errors_source]) }
                    <p>{ words::errors_after(lang) }</p>
                </>
            }) }
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::tables::Tables;
    use yew::LocalServerRenderer;

    #[tokio::test]
    async fn the_page_names_versions_licences_and_how_to_cite_in_every_language() {
        for lang in Lang::ALL {
            let props = Props { route: Route::About, lang, tables: Tables::default() };
            let html = LocalServerRenderer::<About>::with_props(props).hydratable(false).render().await;
            for part in [env!("CARGO_PKG_VERSION"), DATA_VERSION, "MIT", "Apache-2.0", "CC BY 4.0", "@software{"] {
                assert!(html.contains(part), "{lang:?}: {part}");
            }
            let line = cite::line::line(&Work::tool(&OfResult::default(), lang), lang, false);
            assert!(html.contains(&line.replace('&', "&amp;")), "{line}");
            assert_eq!(html.matches("<h1>").count(), 1);
            assert!(!html.contains(" style=") && !html.contains("<script"));
        }
    }

    #[test]
    fn nothing_in_the_program_keeps_anything_in_the_browser_but_what_a_reader_saves() {
        // What the page says of privacy: looked for in every file of the program.
        fn files(folder: &std::path::Path, found: &mut Vec<std::path::PathBuf>) {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() { files(&path, found) } else { found.push(path) }
            }
        }
        let mut all = Vec::new();
        files(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut all);
        assert!(all.len() > 50);
        for file in all {
            let text = std::fs::read_to_string(&file).unwrap_or_default().to_lowercase();
            // The one place that keeps a result, by a button.
            if file.ends_with("browser/store.rs") {
                continue;
            }
            for word in [
                ["local", "storage"],
                ["local_", "storage"],
                ["session", "storage"],
                ["indexed", "db"],
                ["document.", "cookie"],
            ] {
                assert!(!text.contains(&word.concat()), "{}: {}", file.display(), word.concat());
            }
        }
    }
}
