//! The section that lists what changed in the answers with each release, and where each release stays. Not here: what changed
//! ([`crate::moved`]).

use lodestone_model::moved::Entry;
use lodestone_model::release::RELEASES;
use yew::prelude::*;

use crate::moved::{self, Line};
use crate::site::address::Address;
use crate::site::offline;
use crate::text::{Lang, moved as words};

/// The id of the section.
pub(super) const ID: &str = "moved";
/// The log as files, from the top of the site.
const FILES: [&str; 2] = ["data/answers-moved.json", "data/answers-moved.csv"];

/// The address of a site that keeps its releases, each at its own address. Whole, since the same page stands in the folder of
/// its release too, from where no relative address leads to the others.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept(pub Option<Address>);

/// The content of the section.
pub(super) fn changes(lang: Lang, all: &[Entry], kept: Option<&Address>) -> Html {
    let file = |name: &&'static str| html!(<>{ " " }<a href={format!("../../{name}")} translate="no">{ *name }</a></>);
    html! {
        <>
            <p>{ words::text(lang) }</p>
            { for all.iter().map(|one| entry(lang, one)) }
            <p>{ words::files(lang) }{ for FILES.iter().map(file) }</p>
            { for kept.map(|address| releases(lang, address)) }
        </>
    }
}

fn entry(lang: Lang, entry: &Entry) -> Html {
    let heads = [words::answer, words::was, words::is, words::change, words::why].map(|word| word(lang));
    let row = |line: Line| {
        let cause = |(i, cause): (usize, String)| html!(<>if i > 0 { <br /> }{ cause }</>);
        let why: Html = line.why.into_iter().enumerate().map(cause).collect();
        html! {
            <tr data-row={line.key}>
                <th scope="row">{ line.name }{ " " }<small translate="no">{ line.key }</small></th>
                <td data-label={heads[1]}>{ line.was }</td>
                <td data-label={heads[2]}>{ line.is }</td>
                <td data-label={heads[3]}>{ line.change }</td>
                <td data-label={heads[4]}>{ why }</td>
            </tr>
        }
    };
    let lines = moved::lines(entry, lang);
    html! {
        <div class="explained" data-release={entry.release}>
            <h3>{ words::release(lang, entry.release) }</h3>
            <p>{ moved::lead(entry, lang) }</p>
            if !lines.is_empty() {
                <table class="figures">
                    <caption class="unseen">{ words::title(lang) }</caption>
                    <thead><tr>{ for heads.map(|head| html!(<th scope="col">{ head }</th>)) }</tr></thead>
                    <tbody>{ for lines.into_iter().map(row) }</tbody>
                </table>
            }
            { for moved::rest(entry, lang).into_iter().map(|said| html!(<p>{ said }</p>)) }
        </div>
    }
}

fn releases(lang: Lang, address: &Address) -> Html {
    let one = |name: &'static str| {
        let at = address.to(&moved::place(name));
        let file = format!("{at}{}", offline::FILE);
        html! {
            <li>
                <a href={at}>{ words::release(lang, name) }</a>{ " (" }<a href={file}>{ words::kept_file(lang) }</a>{ ")" }
            </li>
        }
    };
    html! {
        <>
            <p>{ words::kept(lang) }</p>
            <ul>{ for RELEASES.iter().rev().map(|release| one(release.name)) }</ul>
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lodestone_model::moved::{entry as since, log};
    use lodestone_model::release::Release;
    use yew::LocalServerRenderer;

    #[derive(Properties, PartialEq)]
    struct Given {
        lang: Lang,
        all: Vec<Entry>,
        kept: Option<Address>,
    }

    #[component]
    fn Shown(given: &Given) -> Html {
        changes(given.lang, &given.all, given.kept.as_ref())
    }

    async fn html(lang: Lang, all: Vec<Entry>, kept: Option<&str>) -> String {
        let kept = kept.map(|address| Address::read(address).unwrap());
        LocalServerRenderer::<Shown>::with_props(Given { lang, all, kept }).hydratable(false).render().await
    }

    #[tokio::test]
    async fn every_release_has_its_entry_and_every_answer_that_moved_its_row_in_every_language() {
        let text = Release::present().text.replace("answer.motor-after-usd=", "answer.motor-after-usd=1");
        let text = text.replace("answer.bill-usd=", "answer.gone-usd=");
        let made_up = since(Some(Release::of("0.0.1", Box::leak(text.into_boxed_str()))), Release::present());
        assert!(made_up.answers.len() >= 3);
        for lang in Lang::ALL {
            let html = html(lang, [vec![made_up.clone()], log()].concat(), None).await;
            assert_eq!(html.matches(" data-release=").count(), 1 + RELEASES.len());
            assert_eq!(html.matches("<tr data-row=").count(), made_up.answers.len());
            for line in moved::lines(&made_up, lang) {
                let row =
                    html.split_once(&format!("data-row=\"{}\"", line.key)).unwrap().1.split_once("</tr>").unwrap().0;
                for part in [&line.was, &line.is, &line.change].into_iter().chain(&line.why) {
                    assert!(row.contains(part.as_str()), "{part} is not in {row}");
                }
            }
            assert!(html.contains(words::first(lang)) && html.contains(FILES[0]) && !html.contains("/releases/"));
        }
    }

    #[tokio::test]
    async fn a_site_that_keeps_its_releases_links_each_with_its_file() {
        for lang in Lang::ALL {
            let html = html(lang, log(), Some("https://example.org/a/")).await;
            for release in RELEASES {
                let at = format!("https://example.org/a/releases/{}/", release.name);
                assert!(html.contains(&format!("href=\"{at}\"")), "{at}");
                assert!(html.contains(&format!("href=\"{at}lodestone-offline.html\"")), "{at}");
            }
        }
    }
}
