//! The lines of a motor, a turbine and a kilogram of any other magnet.

use super::build::Builder;
use super::market::{self, METALS, Prices};
use super::term::{Term, one_minus, one_plus};
use super::{Moment, Step, Subject};
use crate::data::Param;
use crate::demand::Application;
use crate::inputs::{Buyer, Currency, Drive, MagnetBy, Use};

/// Magnet mass of one product, kg.
pub(super) fn mass(b: &mut Builder, used: Use) -> Term {
    let choices = b.choices();
    let term = match (used, choices.magnet_by, choices.drive) {
        (Use::Motor, MagnetBy::Unit, _) => return b.param(Param::EvMagnetKg),
        (Use::Motor, MagnetBy::Power, _) => b.param(Param::EvPowerKw) * b.param(Param::EvGPerKw) / 1000.0,
        (Use::Turbine, _, Drive::Direct) => b.param(Param::WindMw) * b.param(Param::WindKgPerMwDirect),
        (Use::Turbine, _, Drive::Geared) => b.param(Param::WindMw) * b.param(Param::WindKgPerMwGeared),
        (Use::Turbine, _, Drive::NoMagnet) => Term::from(0.0),
        (Use::Other, ..) => Term::from(1.0),
    };
    b.step(format!("{}_mass", used.key()), "kg", Step::MagnetMass, Subject::Product(used), term)
}

/// k = 1/u − r·(1/u − 1).
pub(super) fn gross(b: &mut Builder) -> Term {
    let (u, r) = (b.param(Param::ProcessUtilisation), b.param(Param::ProcessSwarfRecovery));
    let bought = Term::from(1.0) / u;
    let term = bought.clone() - r * (bought - 1.0);
    b.step("gross_factor", "ratio", Step::GrossFactor, Subject::None, term)
}

/// What the buyer pays for a metal.
fn paid(b: &mut Builder, prices: &Prices, i: usize, after: bool) -> Term {
    if b.choices().buyer != Buyer::China {
        return prices.metals[i].clone();
    }
    let vat = b.param(Param::MarketVat);
    let term = prices.metals[i].clone() / one_plus(vat);
    let (name, step) = if after { ("paid_after", Step::PaidAfter) } else { ("paid", Step::Paid) };
    b.step(format!("{name}_{}", METALS[i]), "USD/kg", step, Subject::Metal(i), term)
}

/// Rare earths in a kilogram of magnet.
fn rare_earths(b: &mut Builder, used: Use, after: bool) -> Term {
    let prices = if after { market::shocked(b) } else { market::baseline(b) };
    let parts: Vec<Term> = (0..4)
        .map(|i| {
            let share = b.param(used.fractions()[i]);
            share * paid(b, &prices, i, after)
        })
        .collect();
    let term = gross(b) * Term::sum(parts);
    let (name, step) =
        if after { ("rare_earths_after", Step::RareEarthsAfter) } else { ("rare_earths", Step::RareEarths) };
    b.step(format!("{}_{name}", used.key()), "USD/kg", step, Subject::Product(used), term)
}

/// Everything else in a kilogram of magnet.
fn everything_else(b: &mut Builder, used: Use) -> Term {
    let sigma = b.param(Param::CostReShare);
    let term = rare_earths(b, used, false) * one_minus(sigma.clone()) / sigma;
    b.step(format!("{}_everything_else", used.key()), "USD/kg", Step::EverythingElse, Subject::Product(used), term)
}

/// A kilogram of magnet.
fn magnet(b: &mut Builder, used: Use, after: bool) -> Term {
    let before = rare_earths(b, used, false);
    let sigma = b.param(Param::CostReShare);
    let other = before.clone() * one_minus(sigma.clone()) / sigma;
    let other = b.step(
        format!("{}_everything_else", used.key()),
        "USD/kg",
        Step::EverythingElse,
        Subject::Product(used),
        other,
    );
    if !after {
        return b.step(
            format!("{}_magnet", used.key()),
            "USD/kg",
            Step::Magnet,
            Subject::Product(used),
            before + other,
        );
    }
    let customs = market::shocked(b).customs;
    let sum = rare_earths(b, used, true) + other;
    let term = if customs.value == 1.0 { sum } else { sum * customs };
    b.step(format!("{}_magnet_after", used.key()), "USD/kg", Step::MagnetAfter, Subject::Product(used), term)
}

/// Magnets of one product before the shocks, USD.
pub(super) fn before(b: &mut Builder, used: Use) -> Term {
    let term = mass(b, used) * magnet(b, used, false);
    b.step(format!("{}_before_usd", used.key()), "USD", Step::Before, Subject::Product(used), term)
}

/// Magnets of one product after the shocks, USD.
pub(super) fn after(b: &mut Builder, used: Use) -> Term {
    let term = mass(b, used) * magnet(b, used, true);
    b.step(format!("{}_after_usd", used.key()), "USD", Step::After, Subject::Product(used), term)
}

/// m · Σ w · ΔP: what the rise costs for the metal contained alone.
pub(super) fn contained_rise(b: &mut Builder, used: Use) -> Term {
    let (base, shocked) = (market::baseline(b), market::shocked(b));
    let parts: Vec<Term> = (0..4)
        .map(|i| {
            let rise = paid(b, &shocked, i, true) - paid(b, &base, i, false);
            b.param(used.fractions()[i]) * rise
        })
        .collect();
    mass(b, used) * Term::sum(parts)
}

/// One piece of another product: its magnet, or what that costs; `None` where nobody says how much magnet there is.
pub(super) fn piece(b: &mut Builder, application: Application, what: Option<Moment>) -> Option<Term> {
    let param = application.mass().filter(|p| b.has(*p))?;
    let used = application.used();
    let mut cost = |after| {
        let mass = b.param(param);
        mass * magnet(b, used, after)
    };
    Some(match what {
        None => b.param(param),
        Some(Moment::Before) => cost(false),
        Some(Moment::After) => cost(true),
        Some(Moment::Difference | Moment::Change) => {
            let before = cost(false);
            cost(true) - before
        }
    })
}

fn rate(b: &mut Builder, currency: Currency) -> Term {
    b.param(match currency {
        Currency::Krw => Param::FxKrw,
        Currency::Cny => Param::FxCny,
        Currency::Eur => Param::FxEur,
        Currency::Jpy => Param::FxJpy,
    })
}

/// The cost in a currency, before or after.
pub(super) fn in_currency(b: &mut Builder, used: Use, currency: Option<Currency>, after_shocks: bool) -> Term {
    let usd = if after_shocks { after(b, used) } else { before(b, used) };
    let Some(currency) = currency else { return usd };
    let local = usd * rate(b, currency);
    let passed = market::passed(&market::shocked(b), currency);
    if after_shocks && passed.pieces != Term::from(1.0).pieces { local * passed } else { local }
}

/// The cost in the chosen currency.
pub(super) fn local(b: &mut Builder, used: Use, after_shocks: bool) -> Term {
    let chosen = Some(b.choices().currency);
    in_currency(b, used, chosen, after_shocks)
}

/// The importer's yearly bill.
pub(super) fn bill(b: &mut Builder, in_own_currency: bool) -> Term {
    let importer = b.choices().importer;
    let currency = importer.currency().filter(|_| in_own_currency);
    let kilogram = in_currency(b, Use::Other, currency, true);
    kilogram * (b.param(importer.imports()) * 1000.0)
}

/// A part of the cost of one product: a metal, everything else, or what is added at the border.
pub(super) fn part(b: &mut Builder, used: Use, part: usize, after: bool) -> Term {
    let mass = mass(b, used);
    match part {
        0..4 => {
            let prices = if after { market::shocked(b) } else { market::baseline(b) };
            let share = b.param(used.fractions()[part]);
            mass * (gross(b) * share * paid(b, &prices, part, after))
        }
        4 => mass * everything_else(b, used),
        _ => {
            let customs = if after { market::shocked(b).customs } else { Term::from(1.0) };
            let value = rare_earths(b, used, after) + everything_else(b, used);
            mass * value * (customs - 1.0)
        }
    }
}

/// A metal in one product, kg: as contained in the magnet, or as bought for it.
pub(super) fn metal(b: &mut Builder, used: Use, metal: usize, bought: bool) -> Term {
    let contained = mass(b, used) * b.param(used.fractions()[metal]);
    if bought { contained * gross(b) } else { contained }
}
