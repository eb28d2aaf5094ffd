//! The page in a language of bracketed words: whatever is not in brackets comes from no file of words.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use lodestone::app::{App, Props};
use lodestone::components::evidence::evidence;
use lodestone::pages::figures;
use lodestone::route::Route;
use lodestone::text::Lang;
use lodestone_model::inputs::{Inputs, Param};
use lodestone_model::report::{Report, View};
use lodestone_model::uncertainty::{Analysis, Plan, Shapes};
use yew::ServerRenderer;
use yew::prelude::*;

/// Elements without an end tag.
const VOID: [&str; 4] = ["input", "br", "meta", "link"];
/// Attributes that a reader sees or hears.
const READ: [&str; 6] = ["aria-label", "aria-valuetext", "title", "alt", "placeholder", "data-label"];

/// Every text of a page that a reader sees or hears, without what is marked as not to be translated.
fn readable(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut open: Vec<(String, bool)> = Vec::new();
    let mut rest = html;
    while let Some((text, after)) = rest.split_once('<') {
        let hidden = open.last().is_some_and(|(_, hidden)| *hidden);
        if !hidden && !text.trim().is_empty() {
            found.push(text.trim().to_owned());
        }
        let (tag, tail) = after.split_once('>').unwrap();
        rest = tail;
        if tag.starts_with('!') {
            continue;
        }
        if let Some(name) = tag.strip_prefix('/') {
            let (top, _) = open.pop().expect("a tag that was opened");
            assert_eq!(top, name, "tags are closed in order");
            continue;
        }
        let name: String = tag.chars().take_while(char::is_ascii_alphanumeric).collect();
        let hidden = hidden || attribute(tag, "translate").as_deref() == Some("no");
        if !hidden {
            found.extend(READ.iter().filter_map(|a| attribute(tag, a)));
        }
        if !VOID.contains(&name.as_str()) && !tag.ends_with('/') {
            open.push((name, hidden));
        }
    }
    found
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, after) = tag.split_once(&format!(" {name}=\""))?;
    Some(after.split_once('"')?.0.to_owned())
}

/// Letters outside all brackets.
fn untranslated(text: &str) -> String {
    let mut depth = 0;
    let outside = text.chars().filter(|c| {
        match c {
            '⟦' => depth += 1,
            '⟧' => depth -= 1,
            _ => {}
        }
        depth == 0 && c.is_alphabetic()
    });
    outside.collect()
}

fn assert_translated<S: AsRef<str>>(texts: impl IntoIterator<Item = S>) {
    let wrong: Vec<String> =
        texts.into_iter().filter(|t| !untranslated(t.as_ref()).is_empty()).map(|t| t.as_ref().to_owned()).collect();
    assert_eq!(wrong, Vec::<String>::new(), "words in no file");
}

#[tokio::test]
async fn the_page_shows_no_word_that_is_in_no_file() {
    let html = ServerRenderer::<App>::with_props(|| Props {
        lang: Lang::Pseudo,
        route: Route::Everything,
        whole: true,
        ..Props::default()
    })
    .render()
    .await;
    let texts = readable(&html);
    assert!(texts.len() > 500, "the page was read: {} texts", texts.len());
    assert_translated(texts);
}

/// Properties of [`Facts`].
#[derive(Properties, PartialEq)]
struct FactsProps {
    param: Param,
}

/// The facts behind a default, by themselves.
#[component]
fn Facts(props: &FactsProps) -> Html {
    evidence(props.param, Lang::Pseudo, true)
}

#[tokio::test]
async fn the_facts_behind_every_default_show_no_word_that_is_in_no_file() {
    for param in Param::ALL {
        let html = ServerRenderer::<Facts>::with_props(move || FactsProps { param }).render().await;
        let texts = readable(&html);
        assert!(texts.len() >= 4, "{}: {texts:?}", param.key());
        assert_translated(texts);
    }
}

#[test]
fn charts_and_their_tables_show_no_word_that_is_in_no_file() {
    let report = Report::new(&Inputs::default(), View::default());
    let lang = Lang::Pseudo;
    let weighed = lodestone::state::WEIGHED.map(|output| {
        let plan = Plan { seed: 1, chunks: 2 };
        let found = Analysis::new(Inputs::default(), output, 2026, plan, &Shapes::default()).unwrap().result();
        figures::tornado(&found, output, lang)
    });
    let mut specs = Vec::from(weighed);
    specs.extend([
        figures::build("motor-build", &report.motor, lang),
        figures::stack(&report, lang),
        figures::bars(&report.year, lang),
    ]);
    for param in lodestone_model::report::axes(&Inputs::default(), lodestone_model::inputs::Use::Motor) {
        let view = View { motor_axis: param, ..View::default() };
        specs.push(figures::curve("motor-curve", &Report::new(&Inputs::default(), view).motor.curve, lang));
    }
    for spec in specs {
        let table = lodestone::chart::table::read(&spec, lang);
        let cells = table.rows.iter().flatten().chain(&table.head);
        assert_translated(cells.chain([&spec.title, &spec.unit, &spec.sentence]));
        assert!(!table.rows.is_empty(), "{}", spec.id);
    }
    assert_translated(figures::gaps(&report, &Inputs::default(), lang));
}

#[tokio::test]
async fn every_language_renders_the_whole_page_without_a_browser() {
    let mut pages = Vec::new();
    for lang in Lang::ALL {
        let html = ServerRenderer::<App>::with_props(move || Props {
            lang,
            route: Route::Everything,
            whole: true,
            ..Props::default()
        })
        .render()
        .await;
        for param in Param::ALL {
            assert!(html.contains(&format!("data-param=\"{}\"", param.key())), "{lang:?}: {}", param.key());
        }
        pages.push(html);
    }
    assert!(pages[0] != pages[1] && pages[1] != pages[2]);
}
