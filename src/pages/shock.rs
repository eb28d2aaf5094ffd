//! The shock, and the prices, rates and process figures that all calculators share.

use lodestone_model::data::NamedScenario;
use lodestone_model::inputs::{Param, RateReading};
use lodestone_model::shocks::rate_factor;
use lodestone_model::units::Change;
use yew::prelude::*;

use super::Section;
use crate::components::choice::{choice, options};
use crate::format;
use crate::labels;
use crate::state::Action;
use crate::text::{Lang, field, scenarios, shock};

const MARKET: [Param; 7] = [
    Param::PriceNdOxide,
    Param::PricePrOxide,
    Param::PriceDyOxide,
    Param::PriceTbOxide,
    Param::PriceDyOxideEurope,
    Param::PriceTbOxideEurope,
    Param::MarketVat,
];
const RATES: [Param; 4] = [Param::FxKrw, Param::FxCny, Param::FxJpy, Param::FxEur];
const PROCESS: [Param; 4] =
    [Param::ProcessMetalPerOxide, Param::ProcessUtilisation, Param::ProcessSwarfRecovery, Param::CostReShare];
const CHEMISTRY: [Param; 5] = [
    Param::OxidePerMetalNd,
    Param::OxidePerMetalPr,
    Param::OxidePerMetalDy,
    Param::OxidePerMetalTb,
    Param::Nd2o3InNdprOxide,
];
const EXPOSURE: [Param; 3] = [Param::FxForeignShare, Param::FxHedged, Param::FxPassThrough];
const BORDER: [Param; 3] = [Param::ShockFreight, Param::ShockTariff, Param::ShockImportVat];
const REACH: [Param; 4] = [Param::PricePassThrough, Param::PriceHedged, Param::ShockLag, Param::ShockMonth];

/// What the section shows.
#[derive(Clone)]
pub struct Props {
    /// State, report and callbacks.
    pub section: Section,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        self.section.looks_like(&other.section, &["shock", "market", "process", "chemistry"])
            && self.section.state.scenario == other.section.state.scenario
    }
}

/// The section.
pub fn view(props: &Props) -> Html {
    let s = &props.section;
    let (lang, choices) = (s.state.lang, s.state.inputs.choices);
    html! {
        <section id="shock" class="calculator" aria-labelledby="shock-title">
            <h2 id="shock-title">{ shock::title(lang) }</h2>
            <p class="lead">{ shock::lead(lang) }</p>
            { scenario(s) }
            <div class="shocks">
                <fieldset>
                    <legend>{ shock::first(lang) }</legend>
                    { choice("substance", shock::substance(lang), choices.substance, lang, s.choosing(|c, v| c.substance = v)) }
                    { s.fields(&[Param::ShockPriceAbs]) }
                </fieldset>
                <fieldset>
                    <legend>{ shock::second(lang) }</legend>
                    { choice("elements", shock::elements(lang), choices.elements, lang, s.choosing(|c, v| c.elements = v)) }
                    { s.fields(&[Param::ShockPriceRel]) }
                </fieldset>
                <fieldset>
                    <legend>{ shock::third(lang) }</legend>
                    { choice("currency", shock::currency(lang), choices.currency, lang, s.choosing(|c, v| c.currency = v)) }
                    { choice("reading", shock::reading(lang), choices.reading, lang, s.choosing(|c, v| c.reading = v)) }
                    { s.fields(&[Param::ShockFx]) }
                    <p class="hint">{ both_readings(s, lang) }</p>
                    { s.fields(&EXPOSURE) }
                </fieldset>
            </div>
            <details class="fold" id="border">
                <summary><h3>{ shock::fourth(lang) }</h3></summary>
                { s.fields(&BORDER) }
            </details>
            <details class="fold" id="reach">
                <summary><h3>{ shock::reach(lang) }</h3></summary>
                { s.fields(&REACH) }
            </details>
            <details class="fold" id="prices">
                <summary><h3>{ shock::prices(lang) }</h3></summary>
                <p class="hint">{ shock::prices_lead(lang) }</p>
                { choice("buyer", shock::buyer(lang), choices.buyer, lang, s.choosing(|c, v| c.buyer = v)) }
                { s.fields(&MARKET) }
                <p class="hint">{ shock::fx_age(lang, Param::FxKrw.spec().date) }</p>
                { s.fields(&RATES) }
            </details>
            <details class="fold" id="process">
                <summary><h3>{ shock::process(lang) }</h3></summary>
                { s.fields(&PROCESS) }
            </details>
            <details class="fold" id="chemistry">
                <summary><h3>{ shock::chemistry(lang) }</h3></summary>
                { s.fields(&CHEMISTRY) }
            </details>
        </section>
    }
}

/// The library, and what is said while one of its scenarios is in force.
fn scenario(s: &Section) -> Html {
    let (lang, now) = (s.state.lang, s.state.scenario);
    let none = ("none", scenarios::none(lang), now.is_none());
    let all = NamedScenario::ALL.into_iter().map(|n| (n.key(), labels::scenario(lang, n), Some(n) == now));
    let entries: Vec<_> = std::iter::once(none).chain(all).collect();
    let act = s.act.clone();
    let on_key = Callback::from(move |key: String| act.emit(Action::Scenario(NamedScenario::named(&key))));
    let notice = now.map(|n| {
        let said = scenarios::in_force(lang, labels::scenario(lang, n), &format::date(lang, n.row().date));
        let at = format!("../sources/#{}", n.row().source_id);
        html!(<p class="hint" role="status">{ said }{ " " }<a href={at}>{ field::source(lang) }</a></p>)
    });
    html! {
        <div class="scenario">
            { options("scenario", scenarios::label(lang), &entries, on_key) }
            // In a place of its own: a list whose length changed would be written anew, and the keyboard would lose its place in it.
            { notice.unwrap_or_default() }
        </div>
    }
}

/// What the percentage means in the reading chosen and in the other.
fn both_readings(s: &Section, lang: Lang) -> String {
    let x = s.state.inputs.get(Param::ShockFx).unwrap_or(0.0);
    let Ok(change) = Change::new(x) else {
        return String::new();
    };
    let rise = |reading| format::percent(lang, rate_factor(reading, change).value() - 1.0);
    shock::both_readings(lang, &format::percent(lang, x), &rise(RateReading::Value), &rise(RateReading::Quote))
}
