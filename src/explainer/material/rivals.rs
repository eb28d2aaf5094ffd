//! What else there is: other magnet materials, and motors that need none.

use lodestone_model::data::{DRIVERS, DriversRow, GLOSSARY};
use yew::prelude::*;

use crate::components::range_plot::{Row, plot};
use crate::explainer::amount::{number, of_claim};
use crate::explainer::linked::{linked, source};
use crate::format;
use crate::text::{Lang, material as words};

/// The figure of `drivers.csv` that says how many motors have magnets.
pub(super) const SHARE: &str = "share of EVs with PM motors";

/// The materials as the glossary has them, with the claims of their energy ratio and Curie temperature.
const MATERIALS: [(&str, Option<&str>, Option<&str>); 4] = [
    ("ndfeb-magnet", None, Some("kr-curie-ndfeb")),
    ("samarium-cobalt-magnet", None, Some("kr-curie-other")),
    ("ferrite-magnet", Some("kr-energy-density-ratio"), None),
    ("alnico-magnet", Some("kr-energy-density-ratio"), Some("kr-curie-other")),
];

/// Against other materials.
pub(super) fn body(lang: Lang) -> Html {
    let note = words::rivals_note(
        lang,
        &number(lang, of_claim("kr-ferrite-ratio")),
        &number(lang, of_claim("kr-energy-density-ratio")),
    );
    html! {
        <>
            <p>{ linked(words::rivals_text(lang)) }</p>
            <table class="figures materials">
                <caption>{ words::rivals_table(lang) }</caption>
                <thead><tr>
                    <th scope="col">{ words::material(lang) }</th>
                    <th scope="col">{ words::what_it_is(lang) }</th>
                    <th scope="col">{ words::energy_ratio(lang) }</th>
                    <th scope="col">{ words::curie(lang) }</th>
                </tr></thead>
                <tbody>{ for MATERIALS.iter().map(|m| material(lang, m)) }</tbody>
            </table>
            <p>{ note }</p>
        </>
    }
}

fn material(lang: Lang, (id, ratio, curie): &(&'static str, Option<&str>, Option<&str>)) -> Html {
    let (name, what) = GLOSSARY.iter().find(|g| g.id == *id).map_or(("", ""), |g| match lang {
        Lang::Ko => (g.term_ko, g.definition_ko),
        Lang::Zh => (g.term_zh_hans, g.definition_zh_hans),
        _ => (g.term_en, g.definition_en),
    });
    let ratio = match (*id, ratio) {
        ("ndfeb-magnet", _) => words::itself(lang).to_owned(),
        (_, Some(claim)) => number(lang, of_claim(claim)),
        _ => words::no_figure(lang).to_owned(),
    };
    let curie = curie.map_or_else(|| words::below(lang).to_owned(), |claim| number(lang, of_claim(claim)));
    html! {
        <tr>
            <th scope="row">{ name }</th>
            <td data-label={words::what_it_is(lang)}>{ what }</td>
            <td data-label={words::energy_ratio(lang)}>{ ratio }</td>
            <td data-label={words::curie(lang)}>{ curie }</td>
        </tr>
    }
}

/// Motors with magnets, and without.
pub(super) fn machines(lang: Lang) -> Html {
    let rows: Vec<Row> = DRIVERS.iter().filter(|r| r.driver == SHARE).filter_map(|r| share(lang, r)).collect();
    html! {
        <>
            <p>{ linked(words::machines_text(lang)) }</p>
            <p>{ linked(words::machines_ways(lang)) }</p>
            { plot(&rows, words::shares_title(lang).to_owned(), None) }
            <p>{ linked(words::machines_next(lang)) }</p>
        </>
    }
}

fn share(lang: Lang, r: &'static DriversRow) -> Option<Row> {
    let value = r.value?;
    let what = if r.segment.contains("HEV") { words::share_hybrids(lang) } else { words::share_cars(lang) };
    Some(Row {
        label: html!(<>{ what }{ ", " }{ r.date }{ " " }<span class="by">{ linked(&source(lang, r.source_id)) }</span></>),
        numbers: [value; 3],
        text: format::exact(value),
        kind: "source",
    })
}
