//! All tables: a list with downloads, and each by itself to browse.

use yew::prelude::*;

use super::names;
use super::ruler::ruler;
use crate::site::tables::TableData;
use crate::text::{Lang, reference as words};

/// The tables, in the order in which they are listed.
pub const TABLES: [&str; 28] = [
    "claims",
    "audits",
    "conflicts",
    "parameters",
    "alternatives",
    "scenarios",
    "prices",
    "fx",
    "production",
    "reserves",
    "concentration",
    "drivers",
    "series",
    "intensities",
    "alloys",
    "composition",
    "process",
    "physics",
    "elasticities",
    "shocks",
    "episodes",
    "timeline",
    "value_chain",
    "applications",
    "process_steps",
    "etfs",
    "glossary",
    "sources",
];

/// Files beside the tables, with the words for what they hold.
type Word = fn(Lang) -> &'static str;
const FILES: [(&str, Word); 6] = [
    ("datapackage.json", words::file_package),
    ("claims.json", words::file_claims),
    ("schema.json", words::file_schema),
    ("sources.bib", words::file_bib),
    ("sources.csl.json", words::file_csl),
    ("sources.txt", words::file_text),
];

/// Properties of [`Tables`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Language of the reader.
    pub lang: Lang,
}

/// The list.
#[component]
pub fn Tables(props: &Props) -> Html {
    let lang = props.lang;
    let row = |name: &&'static str| {
        let file = |end: &str| {
            let file = format!("{name}.{end}");
            html!(<a href={format!("../../data/{file}")} download={file.clone()} translate="no">{ file }</a>)
        };
        html! {
            <tr>
                <th scope="row"><a href={format!("{name}/")}>{ names::table(lang, name) }</a></th>
                <td>{ file("csv") }</td>
                <td>{ if *name == "claims" { Html::default() } else { file("json") } }</td>
            </tr>
        }
    };
    let file = |(name, what): &(&'static str, Word)| html!(<li><a href={format!("../../data/{name}")} translate="no">{ *name }</a>{ ": " }{ what(lang) }</li>);
    html! {
        <>
            <h1>{ words::data_title(lang) }</h1>
            <p class="lead">{ words::data_lead(lang) }</p>
            <table class="compact">
                <thead><tr>
                    <th scope="col">{ words::table(lang) }</th>
                    <th scope="col" translate="no">{ "CSV" }</th>
                    <th scope="col" translate="no">{ "JSON" }</th>
                </tr></thead>
                <tbody>{ for TABLES.iter().map(row) }</tbody>
            </table>
            <h2>{ words::other_files(lang) }</h2>
            <ul class="files">{ for FILES.iter().map(file) }</ul>
        </>
    }
}

/// Properties of [`Browse`].
#[derive(Properties, PartialEq)]
pub struct BrowseProps {
    /// Language of the reader.
    pub lang: Lang,
    /// The table.
    pub table: TableData,
}

/// One table by itself.
#[component]
pub fn Browse(props: &BrowseProps) -> Html {
    let BrowseProps { lang, table } = props;
    let lang = *lang;
    let name = table.name;
    let row = |cells: &Vec<String>| {
        let id = cells.first().cloned().unwrap_or_default();
        let cell = |(i, text): (usize, &String)| match i {
            0 => html!(<th scope="row">{ text.clone() }</th>),
            _ => html!(<td>{ text.clone() }</td>),
        };
        html!(<tr {id}>{ for cells.iter().enumerate().map(cell) }</tr>)
    };
    html! {
        <>
            <h1>{ names::table(lang, name) }</h1>
            <p class="lead">{ words::rows(lang) }{ ": " }{ table.rows.len() }{ ". " }{ words::english_table(lang) }</p>
            <p class="files">
                <a href={format!("../../../data/{name}.csv")} download={format!("{name}.csv")} translate="no">{ format!("{name}.csv") }</a>
            </p>
            <div class="scroll wide" tabindex="0" role="region" aria-label={names::table(lang, name).to_owned()} translate="no">
                <table class="raw">
                    <thead><tr>{ for table.head.iter().map(|h| html!(<th scope="col">{ h.clone() }</th>)) }</tr></thead>
                    { ruler(&table.rows, table.head.len(), |text| html!({ text })) }
                    <tbody>{ for table.rows.iter().map(row) }</tbody>
                </table>
            </div>
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use yew::LocalServerRenderer;

    #[tokio::test]
    async fn a_table_begins_with_what_makes_its_columns_wide() {
        let row = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
        let rows = vec![row(["a", "some short words"]), row(["bcd", "an-uncommonly-long-word"]), row(["ef", "x"])];
        let table = TableData { name: "fx", head: row(["id", "text"]), rows };
        let html = LocalServerRenderer::<Browse>::with_props(BrowseProps { lang: Lang::En, table }).hydratable(false);
        let html = html.render().await;
        let (before, ruler) = html.split_once("<tfoot ").unwrap();
        let (seen, ruler) = ruler.split_once('>').unwrap();
        assert!(seen.contains("class=\"ruler\"") && seen.contains("aria-hidden=\"true\""), "{seen}");
        let (ruler, rows) = ruler.split_once("</tfoot>").unwrap();
        assert!(!before.contains("<tbody>") && rows.contains("<tbody>"), "{html}");
        for text in ["<div>bcd</div><div>bcd</div>", "<div>an-uncommonly-long-word</div><div>uncommonly-</div>"] {
            assert!(ruler.contains(text), "{ruler}");
        }
        assert!(include_str!("../../styles/reference.css").contains(".ruler {\n  visibility: collapse;"));
    }
}
