//! Who supplies, what an outage does, whether there is enough, and what a country pays.

use std::rc::Rc;

use lodestone_model::data::Elasticity;
use lodestone_model::inputs::{Country, Edition, Importer, OutageReading, Param, Stage};
use lodestone_model::report::{Range, SupplySide};
use lodestone_model::uncertainty::Section as Part;
use yew::prelude::*;

use super::{Section, range_line};
use crate::components::choice::{Choice, Options};
use crate::components::product_tables::DataTable;
use crate::format::{self, PLAIN, Style, figure};
use crate::labels::{self, Named};
use crate::state::Action;
use crate::text::{Lang, page, supply};

const OUTAGE: [Param; 3] = [Param::OutageShare, Param::OutageMonths, Param::OutageSourceShare];
const BALANCE: [Param; 4] = [Param::Substitution, Param::Collection, Param::Recovery, Param::SupplyNdpr];
const LIFE: [Param; 4] = [Param::LifeVehicle, Param::LifeTurbine, Param::LifeOther, Param::LifeShape];
const BILL: [Param; 3] = [Param::ImportGermany, Param::ImportUs, Param::ImportJapan];

/// Properties of [`Supply`].
#[derive(Properties, Clone)]
pub struct Props {
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
            && self.section.stale.is(Part::Supply) == other.section.stale.is(Part::Supply)
    }
}

/// The section.
#[component]
pub fn Supply(props: &Props) -> Html {
    let (s, side) = (&props.section, &props.side);
    let (lang, choices) = (s.state.lang, s.state.inputs.choices);
    html! {
        <section id="supply" class="calculator" aria-labelledby="supply-title">
            <h2 id="supply-title">{ supply::title(lang) }</h2>
            <p class="lead">{ supply::lead(lang) }</p>
            <div class="columns">
                <div class="inputs">
                    <h3>{ supply::outage(lang) }</h3>
                    <Choice<Stage> id="stage" label={supply::stage(lang)} value={choices.stage} {lang}
                        on_choose={s.choosing(|c, v| c.stage = v)} />
                    <Choice<Country> id="country" label={supply::country(lang)} value={choices.country} {lang}
                        on_choose={s.choosing(|c, v| c.country = v)} />
                    <Choice<OutageReading> id="outage-reading" label={supply::reading(lang)} value={choices.outage} {lang}
                        on_choose={s.choosing(|c, v| c.outage = v)} />
                    { s.fields(&OUTAGE) }
                    { elasticity(s) }
                    { s.fields(&[Param::Kappa]) }
                </div>
                <div class={classes!("results", s.waits(Part::Supply))}>
                    <div class="headline"><p class="sentence">{ chain(s, side) }</p>{ s.how("supply", supply::outage(lang)) }</div>
                    <Choice<Edition> id="edition" label={supply::edition(lang)} value={choices.edition} {lang}
                        on_choose={s.choosing(|c, v| c.edition = v)} />
                    { shares(side, lang) }
                </div>
            </div>
            <div class="columns">
                <div class="inputs">
                    <h3>{ supply::balance(lang) }</h3>
                    <p class="hint">{ supply::balance_lead(lang) }</p>
                    { s.fields(&BALANCE) }
                    <details class="fold" id="lifetimes">
                        <summary><h3>{ supply::lifetimes(lang) }</h3></summary>
                        { s.fields(&LIFE) }
                    </details>
                </div>
                <div class={classes!("results", s.waits(Part::Supply))}>{ balance(side, lang) }{ s.how("balance", supply::balance(lang)) }</div>
            </div>
            <div class="columns">
                <div class="inputs">
                    <h3>{ supply::bill(lang) }</h3>
                    <Choice<Importer> id="importer" label={supply::importer(lang)} value={choices.importer} {lang}
                        on_choose={s.choosing(|c, v| c.importer = v)} />
                    { s.fields(&BILL) }
                </div>
                <div class={classes!("results", s.waits(Part::Supply))}>{ bill(side, choices.importer, lang) }{ s.how("bill", supply::bill(lang)) }</div>
            </div>
            <p class="hint">{ page::range_note(lang) }</p>
        </section>
    }
}

/// The list of price responses that sources imply.
fn elasticity(s: &Section) -> Html {
    let (lang, now) = (s.state.lang, s.state.inputs.elasticity());
    let mut options: Vec<_> =
        Elasticity::ALL.into_iter().map(|e| (e.key(), labels::elasticity(lang, e), Some(e) == now)).collect();
    if now.is_none() {
        options.push(("own", supply::elasticity_own(lang), true));
    }
    let act = s.act.clone();
    let on_key = Callback::from(move |key: String| {
        if let Some(elasticity) = Elasticity::named(&key) {
            act.emit(Action::Set(Param::Kappa, elasticity.kappa()));
        }
    });
    html!(<Options id="elasticity" label={supply::elasticity(lang)} {options} {on_key} />)
}

/// The chain from the outage to the price as a sentence.
fn chain(s: &Section, side: &SupplySide) -> String {
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
            <DataTable caption={supply::shares(lang)} {head} rows={rows.collect::<Vec<_>>()} compact=true />
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
    html!(<DataTable caption={supply::balance_table(lang)} {head} rows={rows.collect::<Vec<_>>()} />)
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
