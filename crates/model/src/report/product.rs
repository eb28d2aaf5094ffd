//! The magnets of one product, a motor or a turbine: mass, cost before and after, currencies, response curve.

use crate::cost::Build;
use crate::data::Param;
use crate::inputs::{Currency, Drive, Inputs, MagnetBy, Reading, Use};
use crate::product::{Worked, rate, relative, rise, work};
use crate::range::{Range, Ranges, optional};
use crate::units::{Factor, Rate};

/// Points of a response curve.
const CURVE_POINTS: u32 = 41;

/// A cost in one currency.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct InCurrency {
    /// `None` is the dollar.
    pub currency: Option<Currency>,
    /// Units of the currency per dollar, before and after.
    pub rate: (f64, f64),
    /// Magnets of one product before the shocks.
    pub before: Range,
    /// After them.
    pub after: Range,
    /// The difference.
    pub difference: Range,
    /// The difference as a share of the cost before.
    pub change: Range,
}

/// How the cost answers to one parameter, the others as they are.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve {
    /// The parameter.
    pub axis: Param,
    /// Its value now; `None` where it has none.
    pub present: Option<f64>,
    /// For each point: the parameter, USD before, USD after.
    pub points: Vec<(f64, Range, Range)>,
}

/// The magnets of one product: a motor or a turbine.
#[derive(Debug, Clone, PartialEq)]
pub struct Product {
    /// Finished magnet in one product, kg.
    pub magnet_kg: Range,
    /// Metals in it, kg of Nd, Pr, Dy, Tb.
    pub contained: [Range; 4],
    /// Metals bought for it, kg.
    pub gross: [Range; 4],
    /// k: kg bought per kg contained.
    pub gross_factor: Range,
    /// USD before: Nd, Pr, Dy, Tb, everything else, freight with duty and tax.
    pub before: [Range; 6],
    /// USD after.
    pub after: [Range; 6],
    /// USD difference with the metal that is bought (k > 1).
    pub difference_gross: Range,
    /// USD difference with the metal that is contained (k = 1).
    pub difference_contained: Range,
    /// Totals in USD, CNY, KRW, EUR, JPY.
    pub currencies: [InCurrency; 5],
    /// Share of the magnets in the cost of the product before and after; `None` where that cost is not known.
    pub share_of_product: Option<(Range, Range)>,
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

/// Works a product out as `x` reads the inputs; `axis` is the parameter along its curve.
pub(super) fn at(x: &Reading, used: Use, axis: Param) -> Product {
    let w = work(x, used);
    let one = Range::exactly;
    let four = |f: &dyn Fn(usize) -> f64| [0, 1, 2, 3].map(|i| one(f(i)));
    let known = used == Use::Motor;
    let share = |cost: f64| one(cost / x.usd(Param::EvProductCost).amount());
    Product {
        magnet_kg: one(w.mass.kg()),
        contained: four(&|i| w.contained[i]),
        gross: four(&|i| w.contained[i] * w.k.value()),
        gross_factor: one(w.k.value()),
        before: parts(&w.before),
        after: parts(&w.after),
        difference_gross: one(rise(&w, w.k)),
        difference_contained: one(rise(&w, Factor::ONE)),
        currencies: currencies(x, &w),
        share_of_product: known.then(|| (share(w.before.total().amount()), share(w.after.total().amount()))),
        closed_form: (w.mass.kg(), w.k.value(), [0, 1, 2, 3].map(|i| (w.fractions[i], w.rises[i]))),
        curve: curve(x, used, axis),
    }
}

fn parts(b: &Build) -> [Range; 6] {
    let part = |i: usize| b.metals.get(i).copied().unwrap_or(if i == 4 { b.other } else { b.customs });
    [0, 1, 2, 3, 4, 5].map(|i| Range::exactly(part(i).amount()))
}

fn currencies(x: &Reading, w: &Worked) -> [InCurrency; 5] {
    let (total_before, total_after) = (w.before.total(), w.after.total());
    let in_usd = relative(w);
    let row = |currency: Option<Currency>| {
        let rate = currency.map_or(Rate::raw(1.0), |c| rate(x, c));
        let moved = currency.map_or(Factor::ONE, |c| w.market.rates[c as usize]);
        let passed = currency.map_or(Factor::ONE, |c| w.market.passed[c as usize]);
        let before = (total_before * rate).amount();
        let after = (total_after * rate * passed).amount();
        // Share of the cost before: (1 + change in dollars) × what the rate adds − 1. Without magnets there is nothing
        // that a rate could change.
        let change = if total_before.amount() > 0.0 { (1.0 + in_usd) * passed.value() - 1.0 } else { 0.0 };
        InCurrency {
            currency,
            rate: (rate.per_usd(), (rate * moved).per_usd()),
            before: Range::exactly(before),
            after: Range::exactly(after),
            difference: Range::exactly(after - before),
            change: Range::exactly(change),
        }
    };
    [None, Some(Currency::Cny), Some(Currency::Krw), Some(Currency::Eur), Some(Currency::Jpy)].map(row)
}

fn curve(x: &Reading, used: Use, axis: Param) -> Curve {
    let (from, to) = axis.spec().slider;
    // An end that is not possible itself (a price of nothing per nothing) is left out.
    let from = if axis.spec().possible.above_min && from <= axis.spec().possible.min { to / 100.0 } else { from };
    let points = (0..CURVE_POINTS).map(|i| {
        let at = from + (to - from) * f64::from(i) / f64::from(CURVE_POINTS - 1);
        let w = work(&x.with(axis, at), used);
        (at, Range::exactly(w.before.total().amount()), Range::exactly(w.after.total().amount()))
    });
    Curve { axis, present: x.inputs().get(axis), points: points.collect() }
}

impl Ranges for Product {
    fn each(&mut self, see: &mut dyn FnMut(&mut Range)) {
        see(&mut self.magnet_kg);
        self.contained.iter_mut().chain(&mut self.gross).for_each(&mut *see);
        see(&mut self.gross_factor);
        self.before.iter_mut().chain(&mut self.after).for_each(&mut *see);
        see(&mut self.difference_gross);
        see(&mut self.difference_contained);
        for c in &mut self.currencies {
            [&mut c.before, &mut c.after, &mut c.difference, &mut c.change].into_iter().for_each(&mut *see);
        }
        let (mut before, mut after) = self.share_of_product.unzip();
        optional(&mut before, see);
        optional(&mut after, see);
        self.share_of_product = before.zip(after);
        for (_, before, after) in &mut self.curve.points {
            see(before);
            see(after);
        }
    }
}
