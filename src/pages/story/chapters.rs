//! The chapters, in their order: each a few sentences with numbers to change, a chart, and the ways on.

use std::rc::Rc;

use lodestone_model::data::{Alloy, Episode};
use lodestone_model::demand::ALL_YEARS;
use lodestone_model::inputs::{Country, Param, RateReading, Stage};
use lodestone_model::report::{Range, SupplySide};
use lodestone_model::supply::share;
use lodestone_model::uncertainty::Section as Part;
use yew::prelude::*;

use super::super::supply::chain;
use super::super::{Section, figures as charts_of};
use super::figures;
use crate::chart::spec::Spec;
use crate::components::chart_view::ChartView;
use crate::components::scrub::{Scrub, of as number_of};
use crate::components::sentence::{mark, woven};
use crate::format::{self, PLAIN, figure};
use crate::labels::{self, Named};
use crate::route::Route;
use crate::state::Action;
use crate::text::{demand, story as words};

/// What the magnet is.
pub(super) fn material(s: &Section) -> Html {
    let lang = s.state.lang;
    let motor = &s.report.motor;
    let kilograms = |r: Range| format::ranged(lang, r, format::KILOGRAMS);
    let formula = format::percent(lang, Alloy::Formula.row().nd);
    let text = words::one_motor(lang, &mark(0), &kilograms(motor.contained[0]), &kilograms(motor.contained[2]));
    let say = html! {
        <>
            <p>{ words::one_formula(lang, &formula) }</p>
            <p>{ woven(&text, &[number(s, Param::EvMagnetKg)]) }</p>
        </>
    };
    let more = [(Route::Material, words::one_more(lang)), (Route::Process, words::one_process(lang))];
    chapter(s, "one", words::one_title(lang), say, (Part::Motor, figures::metals(motor, lang)), &more)
}

/// Where magnets go.
pub(super) fn uses(s: &Section) -> Html {
    let (lang, d) = (s.state.lang, &s.report.year);
    let tonnes = |r: Range| format::ranged(lang, r, format::TONNES);
    let mut known: Vec<_> = d.applications.iter().filter_map(|a| Some((a.application, a.magnet?))).collect();
    lodestone_model::sort::by(&mut known, |a, b| b.1.central.total_cmp(&a.1.central));
    let nth = |i: usize| match known.get(i) {
        Some((application, magnet)) => (labels::application(lang, *application), tonnes(*magnet)),
        None => ("–", demand::no_figure(lang).to_owned()),
    };
    let [first, second, third] = [0, 1, 2].map(nth);
    let text =
        words::two_total(lang, &mark(0), &tonnes(d.magnet), first.0, &first.1, second.0, &second.1, third.0, &third.1);
    let empty = d.applications.iter().filter(|a| !a.application.is_modelled()).count();
    let say = html! {
        <>
            <p>{ woven(&text, &[year(s)]) }</p>
            <p>{ words::two_empty(lang, &empty.to_string()) }</p>
        </>
    };
    let more = [(Route::Demand, words::two_more(lang)), (Route::Uses, words::two_uses(lang))];
    chapter(s, "two", words::two_title(lang), say, (Part::Years, charts_of::stack(&s.report, lang)), &more)
}

/// A price rises, a currency falls.
pub(super) fn shock(s: &Section) -> Html {
    let (lang, choices) = (s.state.lang, s.state.inputs.choices);
    let (motor, wind) = (&s.report.motor, &s.report.wind);
    let usd = |r: Range| format::ranged(lang, r, format::USD);
    let percent = |r: Range| format::ranged(lang, r, format::PERCENT.with_sign());
    let dollars = motor.currencies[0];
    let local = motor.currencies.iter().find(|c| c.currency == Some(choices.currency)).copied().unwrap_or(dollars);
    let price = words::three_price(
        lang,
        choices.substance.label(lang),
        &mark(0),
        &usd(dollars.after),
        &usd(dollars.before),
        &format::ranged(lang, dollars.difference, format::USD.with_sign()),
        &usd(wind.currencies[0].after),
        &usd(wind.currencies[0].before),
    );
    let rate = match choices.reading {
        RateReading::Value => words::three_value,
        RateReading::Quote => words::three_quote,
    };
    let rate = rate(lang, choices.currency.label(lang), &mark(0), &percent(local.change), &percent(dollars.change));
    let say = html! {
        <>
            <p>{ woven(&price, &[number(s, Param::ShockPriceAbs)]) }</p>
            <p>{ woven(&rate, &[number(s, Param::ShockFx)]) }</p>
            { s.how("motor", words::three_title(lang)) }
        </>
    };
    let more = [(Route::Motor, words::three_more(lang)), (Route::Turbine, words::three_turbine(lang))];
    let chart = charts_of::build("motor-build", motor, lang);
    chapter(s, "three", words::three_title(lang), say, (Part::Motor, chart), &more)
}

/// What of the past is told.
const PAST: [Episode; 3] = [Episode::Quota2010, Episode::Drought2021, Episode::Control2025];

/// A supplier stops.
pub(super) fn supply(s: &Section, side: &SupplySide) -> Html {
    let (lang, choices) = (s.state.lang, s.state.inputs.choices);
    let of = |stage| share(choices.edition, stage, Country::China).map(|s| format::percent(lang, s.share()));
    let shares = match (of(Stage::Mining), of(Stage::Separation), of(Stage::Magnets)) {
        (Some(mine), Some(separation), Some(magnets)) => words::four_shares(lang, &mine, &separation, &magnets),
        (Some(mine), None, Some(magnets)) => words::four_shares_two(lang, &mine, &magnets),
        _ => String::new(),
    };
    let what = words::four_what(lang, choices.country.label(lang), &mark(0), choices.stage.label(lang), &mark(1));
    let after = format::ranged(lang, s.report.motor.currencies[0].after, format::USD);
    let cost = words::four_cost(lang, &after, &mark(0));
    let past = side.history.iter().filter(|t| PAST.contains(&t.episode)).map(|t| {
        let model = format::ranged(lang, t.predicted, PLAIN);
        html!(<li>{ labels::episode(lang, t.episode) }{ ": " }{ model }{ " → " }{ figure(t.observed) }</li>)
    });
    let say = html! {
        <>
            <p>{ shares }</p>
            <p>{ woven(&what, &[number(s, Param::OutageShare), number(s, Param::OutageMonths)]) }{ " " }{ chain(s, side) }</p>
            <p>{ woven(&cost, &[number(s, Param::Kappa)]) }</p>
            <p>{ words::four_past(lang) }</p>
            <ul>{ for past }</ul>
        </>
    };
    let more = [
        (Route::Shocks, words::four_more(lang)),
        (Route::Chain, words::four_chain(lang)),
        (Route::Timeline, words::four_timeline(lang)),
    ];
    chapter(s, "four", words::four_title(lang), say, (Part::Supply, figures::shares(side, lang)), &more)
}

/// Whether there is enough.
pub(super) fn balance(s: &Section, side: &SupplySide) -> Html {
    let lang = s.state.lang;
    let tonnes = |r: Range| format::ranged(lang, r, format::TONNES);
    let signed = |r: Range| format::ranged(lang, r, format::TONNES.with_sign());
    let years = side.balance.iter().filter_map(|b| {
        let part = format::ranged(lang, b.gap_share?, format::PERCENT.with_sign());
        let (supply, needed) = (tonnes(b.supply?), tonnes(b.demand?));
        Some(html!(<p>{ words::five_year(lang, &b.year.to_string(), &supply, &needed, &signed(b.gap?), &part) }</p>))
    });
    let levers = side.balance.last().map(|b| {
        let (year, back) = (b.year.to_string(), tonnes(b.secondary));
        let text = words::five_levers(lang, &mark(0), &mark(1), &back, &year, &mark(2));
        let parts = [Param::Collection, Param::Recovery, Param::Substitution].map(|p| number(s, p));
        html!(<p>{ woven(&text, &parts) }</p>)
    });
    let say = html!(<>{ for years }{ for levers }{ s.how("balance", words::five_title(lang)) }</>);
    let more = [(Route::Balance, words::five_more(lang)), (Route::Prices, words::five_prices(lang))];
    chapter(s, "five", words::five_title(lang), say, (Part::Supply, figures::balance(side, lang)), &more)
}

fn number(s: &Section, param: Param) -> Html {
    number_of(param, s.state.inputs.get(param), s.state.lang, &s.on_set)
}

/// The year of the demand, in a sentence.
fn year(s: &Section) -> Html {
    let (lang, year, act) = (s.state.lang, s.state.view.year, s.act.clone());
    let ends = (f64::from(*ALL_YEARS.start()), f64::from(*ALL_YEARS.end()));
    let on_number = Callback::from(move |number: f64| {
        if !(ends.0..=ends.1).contains(&number) || number.fract() != 0.0 {
            return Err(words::year_refused(lang, &ends.0.to_string(), &ends.1.to_string()));
        }
        #[allow(clippy::cast_possible_truncation)] // a year
        act.emit(Action::Year(number as i32));
        Ok(())
    });
    html! {
        <Scrub id="s-year" what={demand::year(lang)} value={f64::from(year)} text={year.to_string()} spoken={format::date(lang, &year.to_string())} unit=""
            {ends} step={1.0} {lang} {on_number} />
    }
}

fn chapter(
    s: &Section,
    id: &'static str,
    title: &'static str,
    say: Html,
    (part, spec): (Part, Spec),
    more: &[(Route, &'static str)],
) -> Html {
    let lang = s.state.lang;
    let link = |(to, word): &(Route, &'static str)| html!(<li><a href={Route::Story.to(*to, lang)} data-keep={to.computes().then_some("")}>{ *word }</a></li>);
    html! {
        <section {id} class="chapter" aria-labelledby={format!("{id}-title")}>
            <h2 id={format!("{id}-title")}>{ title }</h2>
            <div class="told">
                <div class="say">{ say }<ul class="more">{ for more.iter().map(link) }</ul></div>
                <div class={classes!("see", s.waits(part))}>
                    <ChartView spec={Rc::new(Spec { waits: s.stale.is(part), ..spec })} {lang} />
                </div>
            </div>
        </section>
    }
}
