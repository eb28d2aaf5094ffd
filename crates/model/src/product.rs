//! One product, a motor or a turbine, worked through in one case: masses, prices paid, cost before and after.
//!
//! Ranges, currencies side by side and response curves are made of this in [`crate::report`].

use crate::cost::{self, Build, contained, rare_earths, sum};
use crate::data::Param;
use crate::inputs::{Currency, Reading, Use};
use crate::shocks::{self, Listed, Market};
use crate::units::{Factor, Magnet, Mass, Price, Rate, Usd};

/// One case of a product, worked through.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Worked {
    pub(crate) mass: Mass<Magnet>,
    pub(crate) contained: [f64; 4],
    pub(crate) k: Factor,
    pub(crate) fractions: [f64; 4],
    /// Price rise of the metals in one kilogram of magnet, by metal, with k = 1.
    pub(crate) in_magnet: [Price<Usd, Magnet>; 4],
    pub(crate) rises: [f64; 4],
    pub(crate) before: Build,
    pub(crate) after: Build,
    pub(crate) market: Market,
}

/// Works a product out under the shocks in force.
pub(crate) fn work(x: &Reading, used: Use) -> Worked {
    work_with(x, used, &shocks::scenario(x))
}

/// USD per kilogram of a magnet before and after the shocks in force.
pub(crate) fn per_kg(x: &Reading, used: Use) -> (f64, f64) {
    let w = work_of(x, used, Mass::raw(1.0), &shocks::scenario(x));
    (w.before.total().amount(), w.after.total().amount())
}

/// Works a product out under a list of shocks.
pub(crate) fn work_with(x: &Reading, used: Use, shocks: &[Listed]) -> Worked {
    let mass = match used {
        Use::Motor => cost::motor_magnet(x),
        Use::Turbine => cost::turbine_magnet(x),
        // One kilogram of any other magnet.
        Use::Other => Mass::raw(1.0),
    };
    work_of(x, used, mass, shocks)
}

/// Works so much magnet out under a list of shocks.
fn work_of(x: &Reading, used: Use, mass: Mass<Magnet>, shocks: &[Listed]) -> Worked {
    let recipe = cost::recipe(x, used.fractions());
    let k = cost::gross(x);
    let market = Market::baseline(x);
    let shocked = market.after(shocks);
    let (paid_before, paid_after) = (cost::paid(x, &market.metals), cost::paid(x, &shocked.metals));
    let re_before = rare_earths(&recipe, &paid_before, k);
    let re_after = rare_earths(&recipe, &paid_after, k);
    let other = cost::everything_else(sum(re_before), x.share(Param::CostReShare));
    let metals = contained(mass, &recipe);
    Worked {
        mass,
        contained: [metals.nd.kg(), metals.pr.kg(), metals.dy.kg(), metals.tb.kg()],
        k,
        fractions: [recipe.nd.share(), recipe.pr.share(), recipe.dy.share(), recipe.tb.share()],
        in_magnet: [
            (paid_after.nd - paid_before.nd) * recipe.nd,
            (paid_after.pr - paid_before.pr) * recipe.pr,
            (paid_after.dy - paid_before.dy) * recipe.dy,
            (paid_after.tb - paid_before.tb) * recipe.tb,
        ],
        rises: [
            (paid_after.nd - paid_before.nd).per_kg(),
            (paid_after.pr - paid_before.pr).per_kg(),
            (paid_after.dy - paid_before.dy).per_kg(),
            (paid_after.tb - paid_before.tb).per_kg(),
        ],
        before: Build::of(mass, re_before, other),
        after: Build::of(mass, re_after, other).imported(shocked.customs),
        market: shocked,
    }
}

/// ΔC as a share of C in dollars; nothing where there are no magnets.
pub(crate) fn relative(w: &Worked) -> f64 {
    let before = w.before.total().amount();
    if before > 0.0 { w.after.total().amount() / before - 1.0 } else { 0.0 }
}

/// ΔC = m · k · Σ w(e) · ΔP(e), in USD.
pub(crate) fn rise(w: &Worked, k: Factor) -> f64 {
    (sum(w.in_magnet) * k * w.mass).amount()
}

/// The rate of a currency before any shock.
pub(crate) fn rate(x: &Reading, currency: Currency) -> Rate<()> {
    x.rate(match currency {
        Currency::Krw => Param::FxKrw,
        Currency::Cny => Param::FxCny,
        Currency::Eur => Param::FxEur,
        Currency::Jpy => Param::FxJpy,
    })
}
