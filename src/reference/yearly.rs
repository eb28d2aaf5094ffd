//! What each source says of the units of an application by year, drawn together; each choice is an address of the calculator.

use lodestone_model::data::{Beside, Dated, SOURCES};
use lodestone_model::demand::evidence::{By, Said, ages, chosen, said};
use lodestone_model::demand::{Application, Origin};
use lodestone_model::inputs::Outlook;
use yew::prelude::*;

use crate::cite;
use crate::components::range_plot::{Row, plot};
use crate::components::source_list::{cite as citation, short};
use crate::format;
use crate::labels::{self, Named};
use crate::text::{Lang, demand, reference as words};

/// Digits that are enough to compare.
const DIGITS: usize = 4;

/// Every application of which the evidence counts units.
pub(super) fn yearly(lang: Lang) -> Html {
    let counted = Application::ALL.into_iter().filter(|a| a.is_modelled());
    html! {
        <>
            <h2 class="inputs-part" id="units">{ words::units_title(lang) }</h2>
            <p>{ words::units_lead(lang) }</p>
            { for counted.map(|a| application(lang, a)) }
        </>
    }
}

/// The mark of a figure that should be looked at again.
pub(super) fn aged(lang: Lang, dated: Dated) -> Html {
    if !dated.aged {
        return Html::default();
    }
    html!(<>{ " " }<span class="aged">{ words::aged(lang, &dated.review_months.to_string()) }</span></>)
}

fn application(lang: Lang, application: Application) -> Html {
    let id = format!("units-{}", application.key());
    let what = demand::units_of(lang, labels::application(lang, application));
    let age = ages(application).into_iter().map(|a| {
        let source = SOURCES.get(a.source).map(short);
        html!(<li>{ source }{ " · " }{ labels::age(lang, &a) }{ aged(lang, a.dated) }</li>)
    });
    let rows: Vec<Row> = said(application).iter().map(|s| row(lang, application, s)).collect();
    let unit = labels::counted(lang, application);
    html! {
        <section class="input" {id} aria-labelledby={format!("units-{}-title", application.key())}>
            <h3 id={format!("units-{}-title", application.key())}>{ what.clone() }</h3>
            <ul class="ages hint">{ for age }</ul>
            if rows.is_empty() {
                <p class="hint">{ words::units_single(lang) }</p>
            } else {
                { plot(&rows, words::plot_of(lang, &what, unit), Some(words::plot_log(lang).to_owned())) }
            }
        </section>
    }
}

fn row(lang: Lang, application: Application, said: &Said) -> Row {
    let year = format::date(lang, &said.year.to_string());
    let (label, kind) = match said.by {
        By::Default(origin) => (usual(lang, year, origin), "ours"),
        By::Outlook(outlook) => (projection(lang, application, said.year, outlook), "source"),
        By::Source(beside) => (source(lang, application, beside), "source"),
    };
    let text = format::counted(lang, &format::significant(said.count, DIGITS));
    Row { label, numbers: [said.count; 3], text, kind }
}

/// The figure of the model; one that no source states for the year says so.
fn usual(lang: Lang, year: String, origin: Origin) -> Html {
    html! {
        <>
            <strong>{ year }{ " · " }{ words::default(lang) }</strong>
            if origin != Origin::Given { { " " }<span class="hint">{ labels::origin(lang, origin) }</span> }
        </>
    }
}

/// Another projection of the source that the model reads.
fn projection(lang: Lang, application: Application, year: i32, outlook: Outlook) -> Html {
    let name = outlook.label(lang);
    let at = format!("../demand/?outlook={}&year={year}#demand", outlook.key());
    html!(<>{ format::date(lang, &year.to_string()) }{ " · " }{ name }{ " " }{ link(lang, application, year, at, name) }</>)
}

fn source(lang: Lang, application: Application, beside: &Beside) -> Html {
    let found = cite::source(beside.source_id);
    let units = chosen(beside).into_iter().map(|(a, count)| format!("units.{}.{}={count}&", a.key(), beside.year));
    let at = format!("../demand/?{}year={}#demand", units.collect::<String>(), beside.year);
    let [en, ko, zh] = beside.note;
    let note = match lang {
        Lang::Ko => ko,
        Lang::Zh => zh,
        _ => en,
    };
    let name = found.map_or_else(|| beside.source_id.to_owned(), cite::named);
    html! {
        <>
            { format::date(lang, &beside.year.to_string()) }{ " · " }{ found.map(|s| citation(s, lang)) }{ " · " }
            <span class="hint">
                { note }{ " · " }{ words::evidence_of(lang, &format::date(lang, beside.dated.date)) }{ aged(lang, beside.dated) }
            </span>
            { " " }{ link(lang, application, beside.year, at, &name) }
        </>
    }
}

fn link(lang: Lang, application: Application, year: i32, at: String, by: &str) -> Html {
    let year = format::date(lang, &year.to_string());
    let what = words::units_of_year(lang, &year, labels::application(lang, application));
    let named = words::use_of(lang, words::use_it(lang), by, &what);
    html!(<a class="load" href={at} aria-label={named}>{ words::use_it(lang) }</a>)
}
