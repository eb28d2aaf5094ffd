//! Prices, rates and customs before and after the shocks: the lines of [`crate::shocks::Market`].

use super::build::Builder;
use super::term::{Term, one_minus, one_plus};
use super::{Step, Subject, What};
use crate::data::Param;
use crate::inputs::{Buyer, Currency, Elements, OutageReading, RateReading, Substance};
use crate::shocks::{self, Listed, Shock};
use crate::supply;

/// Names of the four metals in lines.
pub(super) const METALS: [&str; 4] = ["nd", "pr", "dy", "tb"];
const STOICHIOMETRY: [Param; 4] =
    [Param::OxidePerMetalNd, Param::OxidePerMetalPr, Param::OxidePerMetalDy, Param::OxidePerMetalTb];
/// Months of a year.
const YEAR: f64 = 12.0;

/// The market as terms.
#[derive(Clone)]
pub(super) struct Prices {
    pub(super) oxides: [Term; 4],
    pub(super) metals: [Term; 4],
    pub(super) passed: [Term; 4],
    pub(super) customs: Term,
    pub(super) supplied: Term,
}

/// kg of NdPr oxide per kg of NdPr metal.
fn ndpr(b: &mut Builder) -> Term {
    let (nd2o3, nd, pr) =
        (b.param(Param::Nd2o3InNdprOxide), b.param(Param::OxidePerMetalNd), b.param(Param::OxidePerMetalPr));
    let term = Term::from(1.0) / (nd2o3.clone() / nd + one_minus(nd2o3) / pr);
    b.step("ndpr_oxide_per_metal", "kg oxide/kg metal", Step::NdprOxidePerMetal, Subject::None, term)
}

/// The metal's price for an oxide's.
fn reduced(b: &mut Builder, metal: usize, oxide: Term) -> Term {
    let f = b.param(Param::ProcessMetalPerOxide);
    let s = b.param(STOICHIOMETRY[metal]);
    f * oxide * s / ndpr(b)
}

/// Quoted oxide prices and the metal prices that follow.
pub(super) fn baseline(b: &mut Builder) -> Prices {
    let controlled = b.choices().buyer == Buyer::Controlled;
    let heavy = |normal, europe| if controlled { europe } else { normal };
    let quoted = [
        Param::PriceNdOxide,
        Param::PricePrOxide,
        heavy(Param::PriceDyOxide, Param::PriceDyOxideEurope),
        heavy(Param::PriceTbOxide, Param::PriceTbOxideEurope),
    ];
    let oxides = quoted.map(|p| b.param(p));
    let metals = [0, 1, 2, 3].map(|i| {
        let price = reduced(b, i, oxides[i].clone());
        b.step(format!("metal_price_{}", METALS[i]), "USD/kg", Step::MetalPrice, Subject::Metal(i), price)
    });
    let one = || Term::from(1.0);
    Prices { oxides, metals, passed: [one(), one(), one(), one()], customs: one(), supplied: one() }
}

/// A shock with its numbers as terms: inputs of their own where the fields of the page hold them, else as listed.
struct Sized {
    place: usize,
    size: Term,
    months: Term,
    /// (1 − hedged) · passed
    reaching: Term,
    hedged: Term,
    through: Term,
}

/// The market after all shocks whose lag has passed.
pub(super) fn shocked(b: &mut Builder) -> Prices {
    let mut prices = baseline(b);
    let month = b.x.months(Param::ShockMonth);
    for (i, listed) in shocks::scenario(&b.x).iter().enumerate().filter(|(_, s)| s.terms.lag <= month) {
        let sized = sized(b, i + 1, listed);
        apply(b, &mut prices, &sized, listed);
    }
    prices
}

fn sized(b: &mut Builder, place: usize, listed: &Listed) -> Sized {
    let fields = b.x.listed().is_none();
    let price = (Param::PricePassThrough, Param::PriceHedged);
    let (param, terms) = match listed.shock {
        Shock::Price { .. } => (Param::ShockPriceAbs, Some(price)),
        Shock::RelativePrice { .. } => (Param::ShockPriceRel, Some(price)),
        Shock::ExchangeRate { .. } => (Param::ShockFx, Some((Param::FxPassThrough, Param::FxHedged))),
        Shock::Freight(_) => (Param::ShockFreight, None),
        Shock::Tariff(_) => (Param::ShockTariff, None),
        Shock::ImportVat(_) => (Param::ShockImportVat, None),
        _ => (Param::OutageShare, Some(price)),
    };
    let size = match listed.shock {
        Shock::Price { usd_per_kg, .. } => usd_per_kg,
        Shock::RelativePrice { change, .. } | Shock::ExchangeRate { change, .. } => change.change(),
        Shock::Freight(x) | Shock::Tariff(x) | Shock::ImportVat(x) => x.change(),
        Shock::Outage { share, .. } | Shock::Control { share, .. } => share.share(),
        Shock::Demand { change, .. } => change.change(),
    };
    let months = match listed.shock {
        Shock::Outage { months, .. } => months.months(),
        _ => YEAR,
    };
    let (through, hedged) = match terms.filter(|_| fields) {
        Some((passed, hedged)) => (b.param(passed), b.param(hedged)),
        None => (Term::from(listed.terms.passed.share()), Term::from(listed.terms.hedged.share())),
    };
    let plain = listed.terms.passed.share() == 1.0 && listed.terms.hedged.share() == 0.0;
    let reaching = if plain {
        Term::from(1.0)
    } else {
        let term = one_minus(hedged.clone()) * through.clone();
        b.step(format!("shock_{place}_reaching"), "share", Step::Reaching, Subject::Shock(place), term)
    };
    Sized {
        place,
        size: if fields { b.param(param) } else { Term::from(size) },
        months: if fields && matches!(listed.shock, Shock::Outage { .. }) {
            b.param(Param::OutageMonths)
        } else {
            Term::from(months)
        },
        reaching,
        hedged,
        through,
    }
}

/// x · what of it reaches the buyer.
fn reaching(s: &Sized, x: Term) -> Term {
    if s.reaching.value == 1.0 && s.reaching.pieces == Term::from(1.0).pieces { x } else { x * s.reaching.clone() }
}

fn apply(b: &mut Builder, p: &mut Prices, s: &Sized, listed: &Listed) {
    let on = Subject::Shock(s.place);
    let named = |what: &str| format!("shock_{}_{what}", s.place);
    match listed.shock {
        Shock::Price { substance, .. } => {
            let rise = b.step(named("rise"), "USD/kg", Step::Rise, on, reaching(s, s.size.clone()));
            shift(b, p, s.place, substance, &rise);
        }
        Shock::RelativePrice { elements, .. } => {
            let change = reaching(s, s.size.clone());
            let factor = b.step(named("factor"), "ratio", Step::PriceFactor, on, one_plus(change));
            scale(b, p, s.place, elements, &factor);
        }
        Shock::ExchangeRate { currency, reading, .. } => {
            let size = s.size.clone();
            let moved = match reading {
                RateReading::Quote => one_plus(size),
                RateReading::Value => Term::from(1.0) / one_minus(size),
            };
            let moved = b.step(named("rate_factor"), "ratio", Step::RateFactor, on, moved);
            if moved.value == 1.0 {
                return;
            }
            let foreign = b.param(Param::FxForeignShare);
            let term = one_plus(foreign * one_minus(s.hedged.clone()) * s.through.clone() * (moved - 1.0));
            let passed = b.step(named("cost_factor"), "ratio", Step::CostFactor, on, term);
            let of = &mut p.passed[currency as usize];
            *of = times(of.clone(), passed);
        }
        Shock::Freight(_) | Shock::Tariff(_) | Shock::ImportVat(_) => {
            let change = reaching(s, s.size.clone());
            let factor = b.step(named("border_factor"), "ratio", Step::BorderFactor, on, one_plus(change));
            p.customs = times(p.customs.clone(), factor);
        }
        Shock::Outage { stage, country, reading, .. } => {
            let edition = b.choices().edition;
            let part = if b.has(Param::OutageSourceShare) {
                b.param(Param::OutageSourceShare)
            } else {
                let known = supply::parts(edition, stage).iter().find(|part| part.country == country);
                let share = supply::share(edition, stage, country).unwrap_or_default().share();
                let name = format!("share_{}_{}", stage.key(), country.key()).replace('-', "_");
                b.set(name, "share", What::Share(country, known.map_or("", |k| k.source)), Term::from(share))
            };
            let lost = part * s.size.clone();
            let lost = match reading {
                OutageReading::Annual => lost,
                OutageReading::Rate if s.months.value > YEAR => lost,
                OutageReading::Rate => lost * s.months.clone() / YEAR,
            };
            lose(b, p, s, Elements::All, lost);
        }
        Shock::Control { elements, .. } => {
            if b.choices().buyer != Buyer::China {
                lose(b, p, s, elements, s.size.clone());
            }
        }
        Shock::Demand { .. } => {}
    }
}

fn lose(b: &mut Builder, p: &mut Prices, s: &Sized, elements: Elements, lost: Term) {
    if lost.value == 0.0 {
        return;
    }
    let on = Subject::Shock(s.place);
    let lost = b.step(format!("shock_{}_lost", s.place), "share", Step::Lost, on, lost);
    let left = b.step(format!("shock_{}_left", s.place), "share", Step::Supplied, on, one_minus(lost));
    p.supplied = times(p.supplied.clone(), left.clone());
    let kappa = b.param(Param::Kappa);
    let change = reaching(s, Term::from(1.0) / left.pow(kappa) - 1.0);
    let factor = b.step(format!("shock_{}_factor", s.place), "ratio", Step::PriceFactor, on, one_plus(change));
    scale(b, p, s.place, elements, &factor);
}

/// The product, a factor of one left out.
fn times(a: Term, b: Term) -> Term {
    if a.pieces == Term::from(1.0).pieces { b } else { a * b }
}

fn shift(b: &mut Builder, p: &mut Prices, place: usize, substance: Substance, rise: &Term) {
    let (moved, oxide): (&[usize], bool) = match substance {
        Substance::NdMetal => (&[0], false),
        Substance::DyMetal => (&[2], false),
        Substance::TbMetal => (&[3], false),
        Substance::NdPrMetal => (&[0, 1], false),
        Substance::NdOxide => (&[0], true),
        Substance::DyOxide => (&[2], true),
        Substance::TbOxide => (&[3], true),
        Substance::NdPrOxide => (&[0, 1], true),
    };
    for &i in moved {
        let metal_rise = if oxide {
            let after = p.oxides[i].clone() + rise.clone();
            p.oxides[i] = oxide_after(b, place, i, after);
            reduced(b, i, rise.clone())
        } else {
            rise.clone()
        };
        let after = p.metals[i].clone() + metal_rise;
        p.metals[i] = metal_after(b, place, i, after);
    }
}

fn scale(b: &mut Builder, p: &mut Prices, place: usize, elements: Elements, factor: &Term) {
    let moves = |own: Elements, group: Elements| elements == Elements::All || elements == own || elements == group;
    let each = [
        moves(Elements::Nd, Elements::Light),
        moves(Elements::Pr, Elements::Light),
        moves(Elements::Dy, Elements::Heavy),
        moves(Elements::Tb, Elements::Heavy),
    ];
    for (i, _) in each.iter().enumerate().filter(|(_, moved)| **moved) {
        let (oxide, metal) = (p.oxides[i].clone() * factor.clone(), p.metals[i].clone() * factor.clone());
        p.oxides[i] = oxide_after(b, place, i, oxide);
        p.metals[i] = metal_after(b, place, i, metal);
    }
}

fn oxide_after(b: &mut Builder, place: usize, i: usize, term: Term) -> Term {
    b.step(format!("oxide_price_{}_after_{place}", METALS[i]), "USD/kg", Step::OxideAfter, Subject::Metal(i), term)
}

fn metal_after(b: &mut Builder, place: usize, i: usize, term: Term) -> Term {
    b.step(format!("metal_price_{}_after_{place}", METALS[i]), "USD/kg", Step::MetalAfter, Subject::Metal(i), term)
}

/// The factor on a cost in a currency.
pub(super) fn passed(prices: &Prices, currency: Currency) -> Term {
    prices.passed[currency as usize].clone()
}
