//! The shocks in force in a few words: `Neodymium metal +US$100/kg`. Not here: how they are written for a machine, which is
//! the engine's.

use lodestone_model::inputs::{Case, Inputs, Reading};
use lodestone_model::shocks::{Lever, Listed, Shock, scenario};

use crate::format;
use crate::labels::{self, Named};
use crate::text::{Lang, export as words};

/// Digits of a change, which is what somebody set.
const DIGITS: usize = 6;

/// The shocks in force for the central inputs, in their order.
#[must_use]
pub fn in_force(inputs: &Inputs) -> Vec<Listed> {
    scenario(&Reading::new(inputs, Case::Central))
}

/// One shock in a few words.
#[must_use]
pub fn said(lang: Lang, listed: &Listed) -> String {
    let percent = |x: f64| {
        let text = format::significant(x * 100.0, DIGITS);
        let sign = if x > 0.0 { "+" } else { "" };
        crate::text::quantities::percent(lang, &format!("{sign}{text}"))
    };
    match listed.shock {
        Shock::Price { substance, usd_per_kg } => {
            let sign = if usd_per_kg > 0.0 { "+" } else { "" };
            let amount = format!("{sign}{}", format::significant(usd_per_kg, DIGITS));
            words::shock_price(lang, substance.label(lang), &amount)
        }
        Shock::RelativePrice { elements, change } => {
            words::shock_relative(lang, elements.label(lang), &percent(change.change()))
        }
        Shock::ExchangeRate { currency, reading, change } => {
            let change = format::percent(lang, change.change());
            match reading.key() {
                "value" => words::shock_value(lang, currency.label(lang), &change),
                _ => words::shock_quote(lang, currency.label(lang), &change),
            }
        }
        Shock::Freight(x) => words::shock_freight(lang, &percent(x.change())),
        Shock::Tariff(x) => words::shock_tariff(lang, &percent(x.change())),
        Shock::ImportVat(x) => words::shock_import_vat(lang, &percent(x.change())),
        Shock::Outage { stage, country, share, months, .. } => words::shock_outage(
            lang,
            country.label(lang),
            stage.label(lang),
            &format::percent(lang, share.share()),
            &format::exact(months.months()),
        ),
        Shock::Control { elements, share } => {
            words::shock_control(lang, elements.label(lang), &format::percent(lang, share.share()))
        }
        Shock::Demand { application, lever, change } => {
            let what = match lever {
                Lever::Units => words::lever_units(lang),
                Lever::Intensity => words::lever_intensity(lang),
                Lever::Magnets => words::lever_magnets(lang),
            };
            words::shock_demand(lang, labels::application(lang, application), what, &percent(change.change()))
        }
    }
}
