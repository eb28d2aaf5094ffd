//! What each edition of the statistics prints of a country, drawn together; each choice is an address of the calculator.

use lodestone_model::inputs::{Country, Edition};
use lodestone_model::supply::editions::{Printed, mined, reserves};
use yew::prelude::*;

use crate::cite;
use crate::components::range_plot::{Row, plot};
use crate::components::source_list::cite as citation;
use crate::format;
use crate::labels::Named;
use crate::text::{Lang, reference as words};

/// Production of every country and reserves of every country that two editions print.
pub(super) fn editions(lang: Lang) -> Html {
    let of = |printed: fn(Country) -> Vec<Printed>,
              key: &'static str,
              what: fn(Lang, &str) -> String,
              unit: &'static str| {
        let all = Country::ALL.iter().map(move |c| (*c, printed(*c))).filter(|(_, all)| !all.is_empty());
        all.map(|(c, all)| country(lang, &format!("{key}-{}", c.key()), &what(lang, c.label(lang)), unit, &all))
            .collect::<Html>()
    };
    html! {
        <>
            <h2 class="inputs-part" id="editions">{ words::editions_title(lang) }</h2>
            <p>{ words::editions_lead(lang) }</p>
            { of(mined, "mined", words::mined_of, words::rare_oxide_year(lang)) }
            { of(reserves, "reserves", words::reserves_of, words::rare_oxide(lang)) }
        </>
    }
}

fn country(lang: Lang, id: &str, what: &str, unit: &str, all: &[Printed]) -> Html {
    let rows: Vec<Row> = all.iter().map(|p| row(lang, what, p)).collect();
    html! {
        <section class="input" id={id.to_owned()} aria-labelledby={format!("{id}-title")}>
            <h3 id={format!("{id}-title")}>{ what.to_owned() }</h3>
            { plot(&rows, words::plot_of(lang, what, unit), Some(words::plot_log(lang).to_owned())) }
        </section>
    }
}

fn row(lang: Lang, what: &str, printed: &Printed) -> Row {
    let usual = printed.choice == Some(Edition::Newest);
    let year = format::period(lang, printed.year);
    let source = cite::source(printed.source);
    let name = source.map_or_else(|| printed.source.to_owned(), cite::named);
    let choice = printed.choice.filter(|_| !usual).map(|edition| {
        let at = format!("../shocks/?edition={}#supply", edition.key());
        let what = words::units_of_year(lang, &year, what);
        let named = words::use_of(lang, words::use_it(lang), &name, &what);
        html!(<>{ " " }<a class="load" href={at} aria-label={named}>{ words::use_it(lang) }</a></>)
    });
    let label = html! {
        <>
            if usual { <strong>{ year }{ " · " }{ words::default(lang) }</strong> } else { { year } }
            { " · " }<span translate="no">{ printed.edition }</span>{ ": " }{ source.map(|s| citation(s, lang)) }{ choice }
        </>
    };
    let text = format::counted(lang, &format::significant(printed.amount, 6));
    Row { label, numbers: [printed.amount; 3], text, kind: if usual { "ours" } else { "source" } }
}
