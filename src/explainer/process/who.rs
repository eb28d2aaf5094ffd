//! Who does it: shares of countries by stage, as sources give them.

use lodestone_model::data::{CONCENTRATION, ConcentrationRow};
use lodestone_model::report::Range;
use yew::prelude::*;

use crate::chart::spec::{Axis, Bar, Body, Spec, Tone};
use crate::explainer::linked::{linked, source};
use crate::explainer::picture::picture;
use crate::format;
use crate::text::{Lang, process as words};

/// The names that sources give a stage, and the word for it.
type Stage = (&'static [&'static str], fn(Lang) -> &'static str);
/// The stages of the table that the chart has, each with the names that sources give it.
const STAGES: [Stage; 4] = [
    (&["mining"], words::of_mining),
    (&["refining"], words::of_refining),
    (&["smelting of medium and heavy rare earths"], words::of_heavy_short),
    (&["permanent magnets", "magnets"], words::of_magnets),
];
/// Steps of an axis.
const TICKS: u32 = 5;

/// The word for a stage of the table; `None` for one that has no word.
pub(super) fn stage(lang: Lang, key: &str) -> Option<&'static str> {
    Some(match key {
        "mining" => words::of_mining(lang),
        "refining" => words::of_refining(lang),
        "permanent magnets" | "magnets" => words::of_magnets(lang),
        "smelting of medium and heavy rare earths" => words::of_heavy(lang),
        "US import source of rare earth compounds and metals" => words::of_imports(lang),
        _ => return None,
    })
}

/// The word for countries of the table; `None` for those that have no word.
pub(super) fn country(lang: Lang, key: &str) -> Option<&'static str> {
    Some(match key {
        "China" => words::in_china(lang),
        "China, Malaysia and Australia" => words::in_china_malaysia_australia(lang),
        "China, Australia and Myanmar" => words::in_china_australia_myanmar(lang),
        "Malaysia" => words::in_malaysia(lang),
        "Australia" => words::in_australia(lang),
        "Myanmar" => words::in_myanmar(lang),
        _ => return None,
    })
}

/// The section.
pub(super) fn section(lang: Lang) -> Html {
    html! {
        <section class="told" aria-labelledby="who">
            <h2 id="who">{ words::who_title(lang) }</h2>
            <p>{ words::who_text(lang) }</p>
            { picture(&spec(lang), &[words::who_note(lang).to_owned()], lang) }
            { table(lang) }
        </section>
    }
}

/// China's share of a stage: the newest figure between the lowest and the highest.
fn china(names: &[&str]) -> Option<Range> {
    let rows = || {
        CONCENTRATION
            .iter()
            .filter(|r| names.contains(&r.stage) && r.country == "China" && r.kind == "actual")
            .filter_map(|r| Some((r.date, r.share?)))
    };
    let newest = rows().map(|(date, _)| date).max()?;
    let (_, central) = rows().find(|(date, _)| *date == newest)?;
    Some(rows().fold(Range::exactly(central), |range, (_, share)| range.reaching(share)))
}

fn spec(lang: Lang) -> Spec {
    let one = |(names, word): &Stage| {
        let value = china(names)?;
        let text = if value.is_exact() {
            format::exact(value.central)
        } else {
            crate::text::quantities::bracket(
                lang,
                &format::exact(value.central),
                &crate::text::quantities::between(lang, &format::exact(value.low), &format::exact(value.high)),
            )
        };
        Some(Bar { name: word(lang).to_owned(), value, text, tone: Tone::Accent })
    };
    let bars: Vec<Bar> = STAGES.iter().filter_map(one).collect();
    let parts: Vec<String> = bars.iter().map(|b| words::who_part(lang, &b.name, &b.text)).collect();
    Spec {
        id: "china",
        title: words::who_chart(lang).to_owned(),
        unit: words::who_unit(lang).to_owned(),
        sentence: words::who_sentence(lang, &parts.join(", ")),
        rows_are: words::stage(lang).to_owned(),
        waits: false,
        body: Body::Bars {
            bars,
            axis: Axis { from: 0.0, to: 100.0, ticks: format::ticks(Lang::En, 0.0, 100.0, TICKS) },
        },
    }
}

fn table(lang: Lang) -> Html {
    html! {
        <table class="figures">
            <caption>{ words::who_table(lang) }</caption>
            <thead><tr>
                <th scope="col">{ words::stage(lang) }</th>
                <th scope="col">{ words::country(lang) }</th>
                <th scope="col">{ words::year(lang) }</th>
                <th scope="col">{ words::share(lang) }</th>
                <th scope="col">{ words::source(lang) }</th>
            </tr></thead>
            <tbody>{ for CONCENTRATION.iter().filter_map(|r| row(lang, r)) }</tbody>
        </table>
    }
}

fn row(lang: Lang, r: &'static ConcentrationRow) -> Option<Html> {
    let (stage, country, share) = (stage(lang, r.stage)?, country(lang, r.country)?, r.share?);
    let projection = (r.kind == "projection").then(|| html!(<>{ " " }<small>{ words::projection(lang) }</small></>));
    Some(html! {
        <tr>
            <th scope="row">{ stage }</th>
            <td data-label={words::country(lang)}>{ country }</td>
            <td data-label={words::year(lang)}>{ r.date }{ for projection }</td>
            <td data-label={words::share(lang)}>{ format::percent(lang, share / 100.0) }</td>
            <td data-label={words::source(lang)} class="from">{ linked(&source(lang, r.source_id)) }</td>
        </tr>
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_shares_has_its_words() {
        for r in &CONCENTRATION {
            assert!(stage(Lang::En, r.stage).is_some() && country(Lang::En, r.country).is_some(), "{}", r.id);
            assert!(r.share.is_some() && ["actual", "projection"].contains(&r.kind), "{}: {}", r.id, r.kind);
        }
        let shares = STAGES.map(|(names, _)| china(names).unwrap());
        assert!(shares.iter().all(|r| r.low <= r.central && r.central <= r.high), "{shares:?}");
    }
}
