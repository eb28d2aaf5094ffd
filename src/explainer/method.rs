//! The method: how figures are worked out, how sure they are, how they are checked, and what the model does not do.
//!
//! Formulas stand here, the same in every language ([`formula`]); the words around them and what they mean are in
//! `static-data/text`; defaults and results come from the model ([`figures`]).

mod audit;
mod figures;
mod formula;
mod take;

use lodestone_model::data::{ELASTICITIES, Elasticity, Param};
use yew::prelude::*;

use super::Props;
use crate::components::source_list::short;
use crate::route::Route;
use crate::text::{Lang, method as words};
use crate::{cite, format, labels, site};
use formula::{formulas, symbols};

/// A word in any language.
type Word = fn(Lang) -> &'static str;

/// A section: id, headline, content.
type Part = (&'static str, Word, fn(Lang) -> Html);

const PARTS: [Part; 14] = [
    ("substances", words::substances, substances),
    ("cost", words::cost, cost),
    ("shocks", words::shocks, shocks),
    ("split", words::split, split),
    ("demand", words::demand, demand),
    ("supply", words::supply, supply),
    ("balance", words::balance, balance),
    ("uncertainty", words::uncertainty, uncertainty),
    ("inverse", words::inverse, inverse),
    ("claims", words::claims, audit::claims),
    ("history", words::history, history),
    ("checks", words::checks, checks),
    ("limits", words::limits, limits),
    ("take", words::take, take::take),
];

/// The page.
#[component]
pub fn Method(props: &Props) -> Html {
    let lang = props.lang;
    let part = |(id, title, content): &Part| {
        let title_id = format!("{id}-title");
        html! {
            <section id={*id} class="me-part" aria-labelledby={title_id.clone()}>
                <h2 id={title_id}>{ title(lang) }</h2>
                { content(lang) }
            </section>
        }
    };
    html! {
        <>
            <h1>{ site::title(Route::Method, lang) }</h1>
            <p class="lead">{ words::lead(lang) }</p>
            <nav class="toc" aria-label={words::contents(lang)}>
                <ul>{ for PARTS.iter().map(|(id, title, _)| html!(<li><a href={format!("#{id}")}>{ title(lang) }</a></li>)) }</ul>
            </nav>
            { for PARTS.iter().map(part) }
        </>
    }
}

fn substances(lang: Lang) -> Html {
    let k = format::ranged(lang, figures::found().gross_factor, format::PLAIN);
    html! {
        <>
            <p>{ words::substances_text(lang) }</p>
            { formulas(&["P_met(e) = f · P_ox(e) · s(e) / s(NdPr)", "k = 1/u − r · (1/u − 1)"]) }
            <p>{ words::gross_text(lang, &k) }</p>
            { symbols(lang, &[
                ("s(Nd)", Param::OxidePerMetalNd),
                ("s(Pr)", Param::OxidePerMetalPr),
                ("s(Dy)", Param::OxidePerMetalDy),
                ("s(Tb)", Param::OxidePerMetalTb),
                ("u", Param::ProcessUtilisation),
                ("r", Param::ProcessSwarfRecovery),
            ]) }
        </>
    }
}

fn cost(lang: Lang) -> Html {
    let vat = format::percent(lang, Param::MarketVat.spec().central);
    html! {
        <>
            <p>{ words::cost_text(lang) }</p>
            { formulas(&[
                "c_RE = k · Σ_e w(e) · P_met(e)",
                "c_other = c_RE,0 · (1 − σ) / σ",
                "C = m · (c_RE + c_other)",
            ]) }
            <p>{ words::tax_text(lang, &vat) }</p>
            { symbols(lang, &[
                ("f", Param::ProcessMetalPerOxide),
                ("σ", Param::CostReShare),
                ("m", Param::EvMagnetKg),
                ("m", Param::WindKgPerMwDirect),
                ("P_ox(Nd)", Param::PriceNdOxide),
                ("P_ox(Pr)", Param::PricePrOxide),
                ("P_ox(Dy)", Param::PriceDyOxide),
                ("P_ox(Tb)", Param::PriceTbOxide),
            ]) }
        </>
    }
}

fn shocks(lang: Lang) -> Html {
    let x = Param::ShockFx.spec().central;
    let percent = |share| format::percent(lang, share);
    let rate = words::shock_rate_text(lang, &percent(x), &percent(x), &percent(1.0 / (1.0 - x) - 1.0));
    let kinds: [(Word, String); 7] = [
        (words::shock_absolute, words::shock_absolute_text(lang).into()),
        (words::shock_relative, words::shock_relative_text(lang).into()),
        (words::shock_rate, rate),
        (words::shock_border, words::shock_border_text(lang).into()),
        (words::shock_outage, words::shock_outage_text(lang).into()),
        (words::shock_control, words::shock_control_text(lang).into()),
        (words::shock_demand, words::shock_demand_text(lang).into()),
    ];
    html! {
        <>
            <p>{ words::shocks_text(lang) }</p>
            <dl class="how">{ for kinds.into_iter().map(|(name, text)| html!(<><dt>{ name(lang) }</dt><dd>{ text }</dd></>)) }</dl>
            <p>{ words::closed_text(lang) }</p>
            { formulas(&["ΔC = m · k · Σ_e w(e) · f · ΔP(e)"]) }
        </>
    }
}

fn split(lang: Lang) -> Html {
    html! {
        <>
            <p>{ words::split_text(lang) }</p>
            { formulas(&["φ_i = Σ_S |S|! · (n − |S| − 1)! / n! · [v(S ∪ {i}) − v(S)]"]) }
        </>
    }
}

fn demand(lang: Lang) -> Html {
    html! {
        <>
            <p>{ words::demand_text(lang) }</p>
            { formulas(&["D(a, t) = N(a, t) · φ(a, t) · m(a, t)", "m(a, t) = m(a, t_0) · (1 − λ)^(t − t_0)"]) }
            { symbols(lang, &[("φ", Param::PmShareEv), ("λ", Param::Thrift)]) }
        </>
    }
}

fn supply(lang: Lang) -> Html {
    let row = |e: Elasticity| {
        let row = &ELASTICITIES[e as usize];
        let source = cite::source(row.source_id).map(short);
        html! {
            <tr data-row={row.id}>
                <th scope="row">{ labels::elasticity(lang, e) }</th>
                <td data-label={words::price_times(lang)}>{ format::figure(row.price_ratio) }</td>
                <td data-label={words::quantity_times(lang)}>{ format::figure(row.quantity_ratio) }</td>
                <td data-label={words::kappa(lang)}>{ format::figure(e.kappa()) }</td>
                <td data-label={words::source(lang)}>{ for source }</td>
            </tr>
        }
    };
    let heads = [words::choice, words::price_times, words::quantity_times, words::kappa, words::source];
    html! {
        <>
            <p>{ words::supply_text(lang) }</p>
            <table class="figures">
                <caption class="unseen">{ words::choice(lang) }</caption>
                <thead><tr>{ for heads.map(|h| html!(<th scope="col">{ h(lang) }</th>)) }</tr></thead>
                <tbody>{ for Elasticity::ALL.into_iter().map(row) }</tbody>
            </table>
            { formulas(&[
                "P_1 / P_0 = (1 + ΔS/S)^(−κ)",
                "ΔS = S_c · o · d / 12",
                "ΔS = S_c · o",
                "H = Σ_c share(c)^2",
            ]) }
            { symbols(lang, &[("κ", Param::Kappa), ("o", Param::OutageShare), ("d", Param::OutageMonths)]) }
        </>
    }
}

fn balance(lang: Lang) -> Html {
    html! {
        <>
            <p>{ words::balance_text(lang) }</p>
            { formulas(&[
                "gap(t) = supply(t) + secondary(t) − demand(t)",
                "secondary(t) = Σ_a Σ_s N(a, s) · φ · m(a, s) · [F(t − s) − F(t − s − 1)] · collection · recovery",
            ]) }
            { symbols(lang, &[
                ("F", Param::LifeVehicle),
                ("F", Param::LifeTurbine),
                ("F", Param::LifeOther),
                ("F", Param::LifeShape),
                ("collection", Param::Collection),
                ("recovery", Param::Recovery),
            ]) }
        </>
    }
}

fn uncertainty(lang: Lang) -> Html {
    let tied = |param: Param| format::significant(param.spec().central, 2);
    let correlations = words::correlation_text(
        lang,
        &tied(Param::CorrelationNdDy),
        &tied(Param::CorrelationNdTb),
        &tied(Param::CorrelationDyTb),
    );
    html! {
        <>
            <p>{ words::uncertainty_text(lang, &format::exact(figures::draws())) }</p>
            <p>{ correlations }</p>
            <p>{ words::sobol_text(lang) }</p>
            { formulas(&["S_i = Var[E(Y | X_i)] / Var(Y)", "S_Ti = E[Var(Y | X_~i)] / Var(Y)"]) }
            <p>{ words::seed_text(lang) }</p>
        </>
    }
}

fn inverse(lang: Lang) -> Html {
    html!(<p>{ words::inverse_text(lang) }</p>)
}

fn history(lang: Lang) -> Html {
    let row = |t: &lodestone_model::history::Tried| {
        html! {
            <tr data-row={t.episode.key()}>
                <th scope="row">{ labels::episode(lang, t.episode) }</th>
                <td data-label={words::predicted(lang)}>{ format::ranged(lang, t.predicted, format::PLAIN) }</td>
                <td data-label={words::observed(lang)}>{ format::figure(t.observed) }</td>
                <td data-label={words::error(lang)}>{ format::signed_percent(lang, t.error) }</td>
            </tr>
        }
    };
    let all = figures::history();
    let fits = || all.iter().filter_map(|t| t.implied);
    let (low, high) = fits().fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), k| (a.min(k), b.max(k)));
    let heads = [words::episode, words::predicted, words::observed, words::error];
    html! {
        <>
            <p>{ words::history_text(lang, &format::figure(low), &format::figure(high)) }</p>
            <table class="figures">
                <caption class="unseen">{ words::history(lang) }</caption>
                <thead><tr>{ for heads.map(|h| html!(<th scope="col">{ h(lang) }</th>)) }</tr></thead>
                <tbody>{ for all.iter().map(row) }</tbody>
            </table>
        </>
    }
}

fn checks(lang: Lang) -> Html {
    html! {
        <ul>
            <li>{ words::checks_laws(lang) }{ " " }<a href="../../laws/" hreflang="en">{ words::checks_laws_link(lang) }</a></li>
            <li>{ words::checks_identities(lang) }</li>
            <li>{ words::checks_second(lang) }</li>
            <li>{ words::checks_units(lang) }</li>
            <li>{ words::checks_formula(lang) }</li>
        </ul>
    }
}

fn limits(lang: Lang) -> Html {
    let all: [Word; 6] = [
        words::limits_forecast,
        words::limits_cost,
        words::limits_market,
        words::limits_range,
        words::limits_evidence,
        words::limits_examples,
    ];
    html!(<ul>{ for all.map(|word| html!(<li>{ word(lang) }</li>)) }</ul>)
}

#[cfg(test)]
mod tests;
