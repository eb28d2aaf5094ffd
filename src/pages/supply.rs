//! Who supplies, what an outage does, whether there is enough, and what a country pays.

use std::rc::Rc;

use lodestone_model::data::Elasticity;
use lodestone_model::inputs::{Importer, Param};
use lodestone_model::report::{Range, SupplySide};
use lodestone_model::uncertainty::Section as Ranges;
use yew::prelude::*;

use super::{Section, range_line};
use crate::components::choice::{choice, options};
use crate::components::product_tables::data_table;
use crate::format::{self, PLAIN, Style, figure};
use crate::labels::{self, Named};
use crate::state::Action;
use crate::text::{Lang, page, supply};

const OUTAGE: [Param; 3] = [Param::OutageShare, Param::OutageMonths, Param::OutageSourceShare];
const BALANCE: [Param; 4] = [Param::Substitution, Param::Collection, Param::Recovery, Param::SupplyNdpr];
const LIFE: [Param; 4] = [Param::LifeVehicle, Param::LifeTurbine, Param::LifeOther, Param::LifeShape];
const BILL: [Param; 3] = [Param::ImportGermany, Param::ImportUs, Param::ImportJapan];

/// A part of the supply side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A supplier stops.
    Outage,
    /// Whether there is enough.
    Balance,
    /// What a country pays.
    Bill,
}

/// What the section shows.
#[derive(Clone)]
pub struct Props {
    /// The part.
    pub part: Part,
    /// State, report and callbacks.
    pub section: Section,
    /// What the model says of the supply side.
    pub side: Rc<SupplySide>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        self.section.looks_like(&other.section, &["supply", "balance", "bill"])
            && self.section.state.scenario == other.section.state.scenario
            && self.side == other.side
            && self.section.stale.is(Ranges::Supply) == other.section.stale.is(Ranges::Supply)
    }
}

/// The section of one part.
pub fn view(props: &Props) -> Html {
    match props.part {
        Part::Outage => outage(props),
        Part::Balance => enough(props),
        Part::Bill => paid(props),
    }
}

/// A supplier stops.
fn outage(props: &Props) -> Html {
    let (s, side) = (&props.section, &props.side);
    let (lang, choices) = (s.state.lang, s.state.inputs.choices);
    html! {
        <section id="supply" class="calculator" aria-labelledby="supply-title">
            <h2 id="supply-title">{ supply::title(lang) }</h2>
            <p class="lead">{ supply::lead(lang) }</p>
            <div class="columns">
                <div class="inputs">
                    <h3>{ supply::outage(lang) }</h3>
                    { choice("stage", supply::stage(lang), choices.stage, lang, s.choosing(|c, v| c.stage = v)) }
                    { choice("country", supply::country(lang), choices.country, lang, s.choosing(|c, v| c.country = v)) }
                    { choice("outage-reading", supply::reading(lang), choices.outage, lang, s.choosing(|c, v| c.outage = v)) }
                    { s.fields(&OUTAGE) }
                    { elasticity(s) }
                    { s.fields(&[Param::Kappa]) }
                </div>
                <div class={classes!("results", s.waits(Ranges::Supply))}>
                    <div class="headline"><p class="sentence">{ chain(s, side) }</p>{ s.how("supply", supply::outage(lang)) }</div>
                    { choice("edition", supply::edition(lang), choices.edition, lang, s.choosing(|c, v| c.edition = v)) }
                    { shares(side, lang) }
                </div>
            </div>
            <p class="hint">{ page::range_note(lang) }</p>
        </section>
    }
}

/// Whether there is enough.
fn enough(props: &Props) -> Html {
    let (s, side) = (&props.section, &props.side);
    let lang = s.state.lang;
    html! {
        <section id="balance" class="calculator" aria-labelledby="balance-title">
            <h2 id="balance-title">{ supply::balance(lang) }</h2>
            <p class="lead">{ supply::balance_lead(lang) }</p>
            <div class="columns">
                <div class="inputs">
                    { s.fields(&BALANCE) }
                    <details class="fold" id="lifetimes">
                        <summary><h3>{ supply::lifetimes(lang) }</h3></summary>
                        { s.fields(&LIFE) }
                    </details>
                </div>
                <div class={classes!("results", s.waits(Ranges::Supply))}>{ balance(side, lang) }{ s.how("balance", supply::balance(lang)) }</div>
            </div>
            <p class="hint">{ page::range_note(lang) }</p>
        </section>
    }
}

/// What a country pays.
fn paid(props: &Props) -> Html {
    let (s, side) = (&props.section, &props.side);
    let (lang, choices) = (s.state.lang, s.state.inputs.choices);
    html! {
        <section id="bill" class="calculator" aria-labelledby="bill-title">
            <h2 id="bill-title">{ supply::bill(lang) }</h2>
            <div class="columns">
                <div class="inputs">
                    { choice("importer", supply::importer(lang), choices.importer, lang, s.choosing(|c, v| c.importer = v)) }
                    { s.fields(&BILL) }
                </div>
                <div class={classes!("results", s.waits(Ranges::Supply))}>{ bill(side, choices.importer, lang) }{ s.how("bill", supply::bill(lang)) }</div>
            </div>
            <p class="hint">{ page::range_note(lang) }</p>
        </section>
    }
}

/// The list of price responses that sources imply.
fn elasticity(s: &Section) -> Html {
    let (lang, now) = (s.state.lang, s.state.inputs.elasticity());
    let mut entries: Vec<_> =
        Elasticity::ALL.into_iter().map(|e| (e.key(), labels::elasticity(lang, e), Some(e) == now)).collect();
    if now.is_none() {
        entries.push(("own", supply::elasticity_own(lang), true));
    }
    let act = s.act.clone();
    let on_key = Callback::from(move |key: String| {
        if let Some(elasticity) = Elasticity::named(&key) {
            act.emit(Action::Set(Param::Kappa, elasticity.kappa()));
        }
    });
    options("elasticity", supply::elasticity(lang), &entries, on_key)
}

/// The chain from the outage to the price as a sentence.
pub(super) fn chain(s: &Section, side: &SupplySide) -> String {
    let (lang, c) = (s.state.lang, &side.chain);
    let country = s.state.inputs.choices.country.label(lang);
    let percent = |r: Range| format::ranged(lang, r, format::PERCENT);
    let (kappa, factor) = (format::ranged(lang, c.kappa, PLAIN), format::ranged(lang, c.factor, PLAIN));
    if s.state.inputs.shocks.is_some() && c.lost.high > 0.0 {
        // The scenario names its own supplier; the fields beside do not count.
        return supply::chain_listed(lang, &percent(c.lost), &kappa, &factor);
    }
    match c.part {
        _ if s.state.inputs.shocks.is_some() => supply::chain_none(lang).to_owned(),
        None => supply::chain_unknown(lang, country),
        Some(_) if c.lost.high == 0.0 => supply::chain_none(lang).to_owned(),
        Some(part) => supply::chain(lang, country, &format::percent(lang, part), &percent(c.lost), &kappa, &factor),
    }
}

fn shares(side: &SupplySide, lang: Lang) -> Html {
    let rows = side.parts.iter().filter(|p| p.share.share() > 0.0).map(|p| {
        let cells =
            vec![(format::percent(lang, p.share.share()), String::new()), (described(lang, p.date), String::new())];
        (AttrValue::from(p.country.label(lang)), cells)
    });
    let head = vec![supply::country(lang), supply::share(lang), supply::described(lang)];
    let (low, high) = side.herfindahl;
    html! {
        <>
            { data_table(supply::shares(lang), &head, &rows.collect(), true) }
            <p class="hint">{ supply::herfindahl(lang, &figure(low), &figure(high)) }</p>
        </>
    }
}

/// The edition as readers know it; a year stays as it is.
fn described(lang: Lang, printed: &str) -> String {
    let year = printed.rsplit(' ').next().unwrap_or_default();
    match printed {
        p if p.starts_with("BGS") => supply::edition_bgs(lang).to_owned(),
        p if p.contains(' ') => supply::usgs(lang, year),
        _ => printed.to_owned(),
    }
}

fn balance(side: &SupplySide, lang: Lang) -> Html {
    let cell = |r: Option<Range>, style: Style| match r {
        Some(r) => format::apart(lang, r, style),
        None => ("–".to_owned(), String::new()),
    };
    let rows = side.balance.iter().map(|b| {
        let cells = vec![
            cell(b.supply, format::TONNES),
            cell(Some(b.secondary), format::TONNES),
            cell(b.demand, format::TONNES),
            cell(b.gap, format::TONNES.with_sign()),
            cell(b.gap_share, format::PERCENT.with_sign()),
        ];
        (AttrValue::from(b.year.to_string()), cells)
    });
    let head = vec![
        supply::year(lang),
        supply::from_mines(lang),
        supply::secondary(lang),
        supply::needed(lang),
        supply::gap(lang),
        supply::gap_share(lang),
    ];
    data_table(supply::balance_table(lang), &head, &rows.collect(), false)
}

fn bill(side: &SupplySide, importer: Importer, lang: Lang) -> Html {
    let (usd, local) = side.bill;
    let currency = importer.currency();
    let own = currency.map(|c| format::ranged(lang, local, Style::money(Some(c))));
    html! {
        <div class="headline">
            <p class="label">{ supply::bill_title(lang) }</p>
            <p class="big">{ format::middle(lang, usd, format::USD) }</p>
            <p class="range">{ range_line(lang, usd, format::USD) }</p>
            if let Some(own) = own { <p class="sentence">{ own }</p> }
        </div>
    }
}
