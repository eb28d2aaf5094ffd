//! The magnets of one product, a motor or a turbine: mass, cost before and after, currencies, response curve.

use super::Range;
use crate::cost::Build;
use crate::data::Param;
use crate::inputs::{Case, Currency, Drive, Inputs, MagnetBy, Reading, Use};
use crate::product::{Worked, rate, relative, rise, work};
use crate::units::{Factor, Magnet, Mass, Rate};

/// Points of a response curve.
const CURVE_POINTS: u32 = 41;
/// Rounds of a search over ends of ranges; it stops earlier where a round changes nothing.
const ROUNDS: u32 = 4;

/// A cost in one currency.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct InCurrency {
    /// `None` is the dollar.
    pub currency: Option<Currency>,
    /// Units of the currency per dollar, before and after.
    pub rate: (f64, f64),
    /// Magnets of one product before the shocks.
    pub before: Range<f64>,
    /// After them.
    pub after: Range<f64>,
    /// The difference.
    pub difference: Range<f64>,
    /// The difference as a share of the cost before, its bounds found by [`extreme`].
    pub change: Range<f64>,
}

/// How the cost answers to one parameter, the others as they are.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve {
    /// The parameter.
    pub axis: Param,
    /// Its value now; `None` where it has none.
    pub present: Option<f64>,
    /// For each point: the parameter, USD before, USD after.
    pub points: Vec<(f64, Range<f64>, Range<f64>)>,
}

/// The magnets of one product: a motor or a turbine.
#[derive(Debug, Clone, PartialEq)]
pub struct Product {
    /// Finished magnet in one product.
    pub magnet_mass: Range<Mass<Magnet>>,
    /// Metals in it, kg of Nd, Pr, Dy, Tb.
    pub contained: [Range<f64>; 4],
    /// Metals bought for it, kg.
    pub gross: [Range<f64>; 4],
    /// k: kg bought per kg contained.
    pub gross_factor: Range<f64>,
    /// USD before: Nd, Pr, Dy, Tb, everything else, freight with duty and tax.
    pub before: [Range<f64>; 6],
    /// USD after.
    pub after: [Range<f64>; 6],
    /// USD difference with the metal that is bought (k > 1).
    pub difference_gross: Range<f64>,
    /// USD difference with the metal that is contained (k = 1).
    pub difference_contained: Range<f64>,
    /// Totals in USD, CNY, KRW, EUR, JPY.
    pub currencies: [InCurrency; 5],
    /// Share of the magnets in the cost of the product before and after; `None` where that cost is not known.
    pub share_of_product: Option<(Range<f64>, Range<f64>)>,
    /// ΔC = m · k · Σ w · ΔP, its parts in the central case: m kg, k, and w and ΔP USD/kg for each metal.
    pub closed_form: (f64, f64, [(f64, f64); 4]),
    /// The response curve.
    pub curve: Curve,
}

/// The parameters that a product's cost answers to, in the order in which the page shows them.
#[must_use]
pub fn axes(inputs: &Inputs, used: Use) -> Vec<Param> {
    let own: &[Param] = match (used, inputs.choices.magnet_by, inputs.choices.drive) {
        (Use::Motor, MagnetBy::Unit, _) => &[Param::EvMagnetKg],
        (Use::Motor, MagnetBy::Power, _) => &[Param::EvPowerKw, Param::EvGPerKw],
        (_, _, Drive::Direct) => &[Param::WindMw, Param::WindKgPerMwDirect],
        (_, _, Drive::Geared) => &[Param::WindMw, Param::WindKgPerMwGeared],
        (_, _, Drive::NoMagnet) => &[Param::WindMw],
    };
    let shared = [
        Param::PriceNdOxide,
        Param::PricePrOxide,
        Param::PriceDyOxide,
        Param::PriceTbOxide,
        Param::ShockPriceAbs,
        Param::ShockPriceRel,
        Param::OutageShare,
        Param::Kappa,
        Param::ProcessUtilisation,
        Param::ProcessSwarfRecovery,
        Param::ProcessMetalPerOxide,
        Param::CostReShare,
    ];
    own.iter().chain(&used.fractions()).chain(&shared).copied().collect()
}

/// Works a product out; `axis` is the parameter along its curve.
pub(super) fn new(inputs: &Inputs, used: Use, axis: Param) -> Product {
    let cases = [Case::Low, Case::Central, Case::High].map(|c| (c, work(&Reading::new(inputs, c), used)));
    let pick = |case: Case| &cases[case as usize].1;
    let each = |f: &dyn Fn(&Worked) -> f64| Range::of(|c| f(pick(c)));
    let four = |f: &dyn Fn(&Worked, usize) -> f64| [0, 1, 2, 3].map(|i| each(&|w| f(w, i)));
    let parts = |build: &dyn Fn(&Worked) -> Build| {
        [0, 1, 2, 3, 4, 5].map(|i| {
            each(&|w| {
                let b = build(w);
                b.metals.get(i).copied().unwrap_or(if i == 4 { b.other } else { b.customs }).amount()
            })
        })
    };
    let central = pick(Case::Central);
    let known = used == Use::Motor;
    let of_product = |total: &dyn Fn(&Worked) -> f64| {
        let cost = Reading::new(inputs, Case::Central).usd(Param::EvProductCost).amount();
        each(&|w| total(w) / cost)
    };
    Product {
        magnet_mass: Range::of(|c| pick(c).mass),
        contained: four(&|w, i| w.contained[i]),
        gross: four(&|w, i| w.contained[i] * w.k.value()),
        gross_factor: each(&|w| w.k.value()),
        before: parts(&|w| w.before),
        after: parts(&|w| w.after),
        difference_gross: each(&|w| rise(w, w.k)),
        difference_contained: each(&|w| rise(w, Factor::ONE)),
        currencies: currencies(inputs, used, &|c| pick(c)),
        share_of_product: known
            .then(|| (of_product(&|w| w.before.total().amount()), of_product(&|w| w.after.total().amount()))),
        closed_form: (
            central.mass.kg(),
            central.k.value(),
            [0, 1, 2, 3].map(|i| (central.fractions[i], central.rises[i])),
        ),
        curve: curve(inputs, used, axis),
    }
}

/// The lowest or highest relative change over the ranges.
///
/// A dearer metal raises the cost and the difference, so no single case bounds their quotient. The quotient runs one
/// way in each input, so its ends lie where every input is at an end; they are found by turning one input after the
/// other to its other end, as long as that moves the answer outwards, from the low and from the high case.
fn extreme(inputs: &Inputs, used: Use, case: Case) -> f64 {
    let further = |a: f64, b: f64| if case == Case::Low { a < b } else { a > b };
    let ends = [Case::Low, Case::High].map(|start| climb(inputs, used, start, &further));
    let central = relative(&work(&Reading::new(inputs, Case::Central), used));
    ends.into_iter().fold(central, |a, b| if further(b, a) { b } else { a })
}

/// One search of [`extreme`], from one case.
fn climb(inputs: &Inputs, used: Use, start: Case, further: &dyn Fn(f64, f64) -> bool) -> f64 {
    let mut best = Reading::new(inputs, start);
    let mut found = relative(&work(&best, used));
    let ranged: Vec<Param> =
        axes(inputs, used).into_iter().filter(|p| !inputs.is_set(*p) && p.spec().low < p.spec().high).collect();
    for _ in 0..ROUNDS {
        let before = found;
        for param in &ranged {
            let turned = best.turn(*param);
            let value = relative(&work(&turned, used));
            if further(value, found) {
                (best, found) = (turned, value);
            }
        }
        if found == before {
            break;
        }
    }
    found
}

fn currencies<'a>(inputs: &Inputs, used: Use, pick: &dyn Fn(Case) -> &'a Worked) -> [InCurrency; 5] {
    let in_usd = Range {
        low: extreme(inputs, used, Case::Low),
        central: relative(pick(Case::Central)),
        high: extreme(inputs, used, Case::High),
    };
    // Without magnets there is nothing that a rate could change.
    let used_any = pick(Case::Central).before.total().amount() > 0.0;
    let row = |currency: Option<Currency>| {
        let at = |case: Case| {
            let (x, w) = (Reading::new(inputs, case), pick(case));
            let rate = currency.map_or(Rate::raw(1.0), |c| rate(&x, c));
            let moved = currency.map_or(Factor::ONE, |c| w.market.rates[c as usize]);
            let passed = currency.map_or(Factor::ONE, |c| w.market.passed[c as usize]);
            let before = (w.before.total() * rate).amount();
            let after = (w.after.total() * rate * passed).amount();
            (before, after, (rate.per_usd(), (rate * moved).per_usd()), passed)
        };
        // Share of the cost before: (1 + change in dollars) × what the rate adds − 1.
        let passed = at(Case::Central).3;
        InCurrency {
            currency,
            rate: at(Case::Central).2,
            before: Range::of(|c| at(c).0),
            after: Range::of(|c| at(c).1),
            difference: Range::of(|c| at(c).1 - at(c).0),
            change: in_usd.map(|x| if used_any { (1.0 + x) * passed.value() - 1.0 } else { 0.0 }),
        }
    };
    [None, Some(Currency::Cny), Some(Currency::Krw), Some(Currency::Eur), Some(Currency::Jpy)].map(row)
}

fn curve(inputs: &Inputs, used: Use, axis: Param) -> Curve {
    let (from, to) = axis.spec().slider;
    // An end that is not possible itself (a price of nothing per nothing) is left out.
    let from = if axis.spec().possible.above_min && from <= axis.spec().possible.min { to / 100.0 } else { from };
    let points = (0..CURVE_POINTS).map(|i| {
        let at = from + (to - from) * f64::from(i) / f64::from(CURVE_POINTS - 1);
        let worked =
            [Case::Low, Case::Central, Case::High].map(|c| work(&Reading::new(inputs, c).with(axis, at), used));
        let range = |f: &dyn Fn(&Worked) -> f64| Range::of(|c| f(&worked[c as usize]));
        (at, range(&|w| w.before.total().amount()), range(&|w| w.after.total().amount()))
    });
    Curve { axis, present: inputs.get(axis), points: points.collect() }
}
