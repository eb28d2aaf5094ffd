//! The cards that stand for a page where it is linked: its title, one default answer with its range, the name of the site.
//!
//! What a card shows is worked out here; `cargo xtask cards` takes its picture. Not here: which page names which card
//! ([`super::assets::Assets::card`]).

use std::collections::BTreeSet;

use lodestone_model::claims::{self, Verdict};
use lodestone_model::data::{NamedScenario, Param};
use lodestone_model::demand::BASE_YEAR;
use lodestone_model::inputs::{Case, Inputs};
use lodestone_model::outputs::{Evaluator, Output, Shared};
use lodestone_model::report::{Range, balance_years};
use lodestone_model::uncertainty::{Plan, Summary, simulate};

use super::{escaped, title};
use crate::format::{self, KILOGRAMS, Style, TONNES, USD};
use crate::route::{Route, folder};
use crate::text::{Lang, nav, product, site as words};

const TOKENS: &str = include_str!("../../styles/tokens.css");
const STYLE: &str = include_str!("../../styles/card.css");
/// Width and height of a card.
pub const SIZE: (u32, u32) = (1200, 630);
/// The pages that have one.
pub const PAGES: [Route; 11] = [
    Route::Story,
    Route::Motor,
    Route::Turbine,
    Route::Products,
    Route::Demand,
    Route::Shocks,
    Route::Balance,
    Route::Compare,
    Route::Everything,
    Route::Claims,
    Route::Prices,
];
/// Places of the 5th and the 95th percentile among the quantiles of a summary.
const ENDS: [usize; 2] = [1, 5];

/// What a card says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The title of the page.
    pub title: String,
    /// What is answered.
    pub label: String,
    /// The answer.
    pub value: String,
    /// Its range, or what to know about it.
    pub range: String,
    /// Where in its range the answer lies, from 0 to 1000; `None` for one without a range.
    pub place: Option<u32>,
}

/// The default answers that cards show.
#[derive(Debug, Clone, PartialEq)]
pub struct Answers {
    /// Those that do not depend on a year, and demand in the base year.
    base: Vec<(Output, Range)>,
    /// The balance in its last year.
    balance: (i32, Range),
}

/// What the cards take from the base year.
const BASE: [Output; 6] = [
    Output::MotorBeforeUsd,
    Output::MotorAfterUsd,
    Output::MotorDifferenceUsd,
    Output::TurbineBeforeUsd,
    Output::TurbineDifferenceUsd,
    Output::DemandMagnetT,
];

impl Default for Answers {
    fn default() -> Self {
        let year = balance_years().last().copied().unwrap_or(BASE_YEAR);
        let balance = answers(&[Output::BalanceGapT], year).first().map_or(Range::exactly(f64::NAN), |(_, r)| *r);
        Self { base: answers(&BASE, BASE_YEAR), balance: (year, balance) }
    }
}

/// Answers for the default inputs, with the range that 9 of 10 draws lie in.
fn answers(outputs: &[Output], year: i32) -> Vec<(Output, Range)> {
    let (inputs, shared) = (Inputs::default(), Shared::default());
    let central = Evaluator::new(&inputs, &shared, Case::Central, year);
    let drawn = simulate(&inputs, outputs, year, Plan::default());
    let range = |(output, drawn): (&Output, Option<Summary>)| {
        let (central, quantiles) = (central.get(*output)?, drawn?.quantiles);
        let [low, high] = ENDS.map(|place| quantiles.get(place).copied());
        let (low, high) = (low?, high?);
        Some((*output, Range { error: low.1.max(high.1), ..Range::new(low.0, central, high.0) }))
    };
    outputs.iter().zip(drawn).filter_map(range).collect()
}

impl Answers {
    fn of(&self, output: Output) -> Range {
        let found = self.base.iter().find(|(o, _)| *o == output);
        found.map_or(Range::exactly(f64::NAN), |(_, range)| *range)
    }

    /// What the card of a page says; `None` for a page without one.
    #[must_use]
    pub fn card(&self, route: Route, lang: Lang) -> Option<Card> {
        let inputs = Inputs::default();
        let rise = || format::money(lang, None, inputs.get(Param::ShockPriceAbs).unwrap_or(f64::NAN));
        let said = |label: String, range: Range, style: Style| {
            let ends = product::range_short(lang, &format::ends(lang, range, style));
            (label, format::middle(lang, range, style), ends, place(range))
        };
        let param = |param: Param| Range::new(param.spec().low, param.spec().central, param.spec().high);
        let (label, value, range, place) = match route {
            Route::Story => {
                said(words::card_story(lang, &rise()), self.of(Output::MotorDifferenceUsd), USD.with_sign())
            }
            Route::Motor => said(words::card_motor(lang).into(), self.of(Output::MotorBeforeUsd), USD),
            Route::Turbine => said(words::card_turbine(lang).into(), self.of(Output::TurbineBeforeUsd), USD),
            Route::Products => said(words::card_products(lang).into(), param(Param::HumanoidMagnetKg), KILOGRAMS),
            Route::Demand => {
                let label = words::card_demand(lang, &BASE_YEAR.to_string());
                said(label, self.of(Output::DemandMagnetT), TONNES)
            }
            Route::Shocks => {
                said(words::card_shocks(lang, &rise()), self.of(Output::TurbineDifferenceUsd), USD.with_sign())
            }
            Route::Balance => {
                let (year, gap) = self.balance;
                said(words::card_balance(lang, &year.to_string()), gap, TONNES.with_sign())
            }
            Route::Compare => (
                words::card_compare(lang).into(),
                NamedScenario::ALL.len().to_string(),
                words::card_compare_note(lang).into(),
                None,
            ),
            Route::Everything => said(words::card_everything(lang, &rise()), self.of(Output::MotorAfterUsd), USD),
            Route::Claims => {
                let all = claims::all();
                let bad = all.iter().filter(|c| c.verdict >= Verdict::NotReproduced).count();
                let note = words::card_claims_note(lang, &bad.to_string());
                (words::card_claims(lang).into(), all.len().to_string(), note, None)
            }
            Route::Prices => said(words::card_prices(lang).into(), param(Param::PriceNdOxide), USD),
            _ => return None,
        };
        Some(Card { title: title(route, lang).to_owned(), label, value, range, place })
    }
}

/// Where in its range a figure lies.
fn place(range: Range) -> Option<u32> {
    let part = (range.central - range.low) / (range.high - range.low) * 1000.0;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // from 0 to 1000
    part.is_finite().then(|| part.clamp(0.0, 1000.0) as u32)
}

impl Card {
    /// The card in words, for those who do not see it.
    #[must_use]
    pub fn said(&self, lang: Lang) -> String {
        words::card(lang, &self.title, &self.label, &self.value, &self.range)
    }

    /// The card as a document, of which the picture is taken.
    #[must_use]
    pub fn html(&self, lang: Lang) -> String {
        let part = |class: &str, text: &str| format!("<p class=\"{class}\">{}</p>", escaped(text));
        let (width, height) = SIZE;
        // The range as a line, the answer as a point on it.
        let line = self.place.map(|x| format!("<svg viewBox=\"-20 -20 1040 40\" aria-hidden=\"true\"><path d=\"M0 -14V14M0 0H1000M1000 -14V14\"/><circle cx=\"{x}\" r=\"15\"/></svg>")).unwrap_or_default();
        format!(
            "<!doctype html><html lang=\"{}\"><head><meta charset=\"utf-8\"><title>{}</title><style>:root{{{}}}{}:root{{width:{width}px;height:{height}px}}</style></head><body><h1>{}</h1><div>{}{}{line}{}</div><footer>{}{}</footer></body></html>\n",
            lang.tag(),
            escaped(&self.title),
            tokens(),
            STYLE,
            escaped(&self.title),
            part("label", &self.label),
            part("value", &self.value),
            part("range", &self.range),
            part("site", nav::site(lang)),
            part("foot", words::card_foot(lang)),
        )
    }
}

/// The light values of those tokens that a card uses: a picture is not out of date when another one changes.
fn tokens() -> String {
    let names: BTreeSet<&str> = STYLE.split("var(--").skip(1).filter_map(|rest| rest.split(')').next()).collect();
    let value = |name: &&str| {
        let (_, rest) = TOKENS.split_once(&format!("--{name}:"))?;
        Some(format!("--{name}:{};", rest.split(';').next()?))
    };
    names.iter().filter_map(value).collect()
}

/// What the card of a page is called.
#[must_use]
pub fn key(route: Route) -> &'static str {
    if route == Route::Story { "story" } else { route.key() }
}

/// All cards: what each is called, and its language.
pub fn all() -> impl Iterator<Item = (&'static str, Lang)> {
    PAGES.into_iter().flat_map(|route| Lang::ALL.map(|lang| (key(route), lang)))
}

/// The file of a card.
#[must_use]
pub fn file(key: &str, lang: Lang) -> String {
    format!("{key}-{}.png", folder(lang))
}
