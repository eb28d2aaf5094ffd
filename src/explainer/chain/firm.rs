//! A company at a stage: its names and listing, what it does there, what is wrong in the documents, its figures.

use std::sync::OnceLock;

use lodestone_model::claims::{self, Audited};
use lodestone_model::data::ClaimsRow;
use yew::prelude::*;

use super::rows::{Entry, Firm};
use super::{capital, country};
use crate::cite;
use crate::claims::{quantity, shown, subject, verdict};
use crate::route::Route;
use crate::site::tables::Row;
use crate::text::{Lang, chain as words};

/// Figures that are shown before a reader asks for more.
const SHOWN: usize = 4;

/// The company.
pub fn firm(lang: Lang, of: &Firm) -> Html {
    let mut notes: Vec<&str> = Vec::new();
    let entries = of.entries.iter().map(|entry| {
        let again = notes.contains(&entry.text(lang, "note"));
        notes.push(entry.text(lang, "note"));
        html! {
            <div class="said" id={entry.id().to_owned()}>
                <p><b>{ words::about(lang, &capital(entry.text(lang, "substage"))) }</b>{ " " }{ entry.text(lang, "what") }{ source(lang, entry.0.get("source_id")) }</p>
                if !again { { note(lang, entry.0) } }
                { filled_in(lang, *entry) }
            </div>
        }
    });
    let first = of.first();
    let name = first.local(lang).unwrap_or_else(|| first.company());
    html! {
        <div class="firm">
            <h4>{ names(lang, first) }</h4>
            { listing(lang, &of.listings()) }
            { for entries }
            { figures(lang, name, &of.claims()) }
        </div>
    }
}

/// A company's names: as the reader's language has it, in Latin letters, in its own script.
pub fn names(lang: Lang, entry: Entry) -> Html {
    let company = entry.company();
    let local = entry.local(lang).filter(|n| *n != company);
    let native = entry.native().filter(|n| local != Some(n) && *n != company);
    html! {
        <span translate="no">
            if let Some(local) = local { { local }{ " " } }
            <span class={local.map(|_| "second")} lang="en">{ company }</span>
            if let Some(native) = native { { " " }<span class="second" lang={country::script(entry.country())}>{ native }</span> }
        </span>
    }
}

/// Exchanges and tickers.
pub fn listing(lang: Lang, all: &[(&str, &str)]) -> Html {
    let one = |(exchange, ticker): &(&str, &str)| match *ticker {
        "" => html!(<span>{ words::not_listed(lang) }</span>),
        _ => html!(<span translate="no">{ words::listing(lang, exchange, ticker) }</span>),
    };
    html!(<p class="listing">{ for all.iter().map(one) }</p>)
}

/// The remark of a row, with what it rests on; nothing where there is none.
pub fn note(lang: Lang, row: Row) -> Html {
    let text = super::rows::text(row, lang, "note");
    if text.is_empty() {
        return Html::default();
    }
    let (kind, head) = match row.get("status") {
        "corrected" => ("corrected", words::corrected(lang)),
        _ => ("noted", words::noted(lang)),
    };
    let basis = match (row.get("note_basis"), row.get("seen_at")) {
        ("document", _) => words::basis_document(lang).to_owned(),
        (_, "") => words::basis_general(lang).to_owned(),
        (_, sites) => words::basis_seen(lang, &sites.replace("; ", ", ")),
    };
    html! {
        <p class={classes!("note", kind)}><strong>{ head }</strong>{ " " }{ text }{ " " }<span class="basis">{ basis }</span></p>
    }
}

/// What of a row is in no document; nothing where all of it is.
fn filled_in(lang: Lang, entry: Entry) -> Html {
    let word = |key: &str| match key {
        "exchange" => words::added_exchange(lang),
        "seat" => words::added_seat(lang),
        "project" => words::added_project(lang),
        _ => words::added_ticker(lang),
    };
    let what = entry.added().map(word).map(str::to_owned).reduce(|a, b| words::and(lang, &a, &b));
    match what {
        Some(what) => html! {
            <p class="note added"><strong>{ words::added(lang) }</strong>{ " " }{ words::added_what(lang, &what) }</p>
        },
        None => Html::default(),
    }
}

/// Who says it, as a link to the list of sources.
pub fn source(lang: Lang, id: &str) -> Html {
    let Some(source) = cite::source(id) else { return Html::default() };
    let at = format!("{}#{}", Route::Chain.to(Route::Sources, lang), source.id);
    html!(<a class="by" href={at} lang={source.language} translate="no">{ cite::named(source) }</a>)
}

/// The figures about a company, or about several together; those beyond the first are folded.
pub fn figures(lang: Lang, of: &str, all: &[&'static ClaimsRow]) -> Html {
    if all.is_empty() {
        return Html::default();
    }
    // One more is no longer than the fold that would hide it.
    let first = if all.len() <= SHOWN + 1 { all.len() } else { SHOWN };
    let (seen, folded) = all.split_at(first);
    let title = words::figures_of(lang, of);
    html! {
        <>
            { table(lang, &title, seen) }
            if !folded.is_empty() {
                <details class="more">
                    <summary>{ words::more_figures(lang, &folded.len().to_string(), of) }</summary>
                    { table(lang, &title, folded) }
                </details>
            }
        </>
    }
}

fn table(lang: Lang, title: &str, all: &[&'static ClaimsRow]) -> Html {
    html! {
        <table class="facts-of">
            <caption>{ title.to_owned() }</caption>
            <thead><tr>
                <th scope="col">{ words::figure(lang) }</th>
                <th scope="col">{ words::value(lang) }</th>
                <th scope="col">{ words::period(lang) }</th>
                <th scope="col">{ words::source(lang) }</th>
                <th scope="col">{ words::verdict(lang) }</th>
            </tr></thead>
            <tbody>{ for all.iter().map(|c| figure(lang, c)) }</tbody>
        </table>
    }
}

fn figure(lang: Lang, claim: &'static ClaimsRow) -> Html {
    let what = format!("{}: {}", subject(lang, claim), quantity(lang, claim));
    let period = match claim.period {
        "" => words::undated(lang),
        period => period,
    };
    html! {
        <tr>
            <th scope="row">{ what.clone() }</th>
            <td class="value" data-label={words::value(lang)}>{ shown(lang, claim) }</td>
            <td data-label={words::period(lang)}>{ period }</td>
            <td data-label={words::source(lang)}>{ source(lang, claim.source_id) }</td>
            <td data-label={words::verdict(lang)}>{ checked(lang, claim, &what) }</td>
        </tr>
    }
}

/// The verdict on a claim, as a link to its arithmetic.
fn checked(lang: Lang, claim: &ClaimsRow, what: &str) -> Html {
    // The audit asks the model hundreds of questions; its answers are the same every time.
    static AUDIT: OnceLock<Vec<Audited>> = OnceLock::new();
    let all = AUDIT.get_or_init(claims::all);
    let Some(found) = all.iter().find(|a| a.claim.id == claim.id).map(|a| a.verdict) else { return Html::default() };
    let at = format!("{}#{}", Route::Chain.to(Route::Claims, lang), claim.id);
    let word = verdict(lang, found);
    html! {
        <a href={at} aria-label={words::verdict_of(lang, what, word)}><span class={classes!("verdict", found.key())}>{ word }</span></a>
    }
}
