//! What the magnets of other products cost: robots, buses, bicycles, and whatever a reader gives a mass.
//!
//! ```text
//! C = m · c_mag      m kg of magnet in one, c_mag USD per kg of magnet of its composition
//! ```
//!
//! Not here: the motor of a car and the turbine, which have more inputs ([`super::Product`]).

use crate::demand::Application;
use crate::inputs::Reading;
use crate::product::per_kg;
use crate::range::{Range, Ranges, optional};

/// One product.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Good {
    /// The application.
    pub application: Application,
    /// kg of magnet in one; `None` where no source gives one and no reader has filled it in.
    pub magnet_kg: Option<Range>,
    /// USD for its magnets before the shocks.
    pub before: Option<Range>,
    /// USD after them.
    pub after: Option<Range>,
    /// USD difference.
    pub difference: Option<Range>,
}

/// Every product whose magnet mass is an input of its own, in the order of [`Application::ALL`].
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Goods(pub Vec<Good>);

/// Works them out as `x` reads the inputs.
#[must_use]
pub fn goods(x: &Reading) -> Goods {
    let one = |application: &Application| {
        let mass = x.mass(application.mass()?).map(|m| m.kg());
        let (before, after) = per_kg(x, application.used());
        let cost = |per_kg: f64| mass.map(|m| Range::exactly(m * per_kg));
        Some(Good {
            application: *application,
            magnet_kg: mass.map(Range::exactly),
            before: cost(before),
            after: cost(after),
            difference: cost(after - before),
        })
    };
    Goods(Application::ALL.iter().filter_map(one).collect())
}

impl Ranges for Goods {
    fn each(&mut self, see: &mut dyn FnMut(&mut Range)) {
        for good in &mut self.0 {
            for one in [&mut good.magnet_kg, &mut good.before, &mut good.after, &mut good.difference] {
                optional(one, see);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inputs::{Case, Inputs, Param};

    fn of(inputs: &Inputs, application: Application) -> Good {
        let all = goods(&Reading::new(inputs, Case::Central)).0;
        *all.iter().find(|g| g.application == application).unwrap()
    }

    #[test]
    fn a_product_costs_its_mass_times_a_kilogram_of_its_magnet() {
        let mut inputs = Inputs::default();
        inputs.assign("humanoid-magnet-kg", "2").unwrap();
        let two = of(&inputs, Application::Humanoid);
        inputs.assign("humanoid-magnet-kg", "4").unwrap();
        let four = of(&inputs, Application::Humanoid);
        let [a, b] = [two, four].map(|g| g.after.unwrap().central);
        assert!(a > 0.0 && (b / a - 2.0).abs() < 1e-12, "{a} {b}");
        let good = four;
        let sum = good.before.unwrap().central + good.difference.unwrap().central;
        assert!((sum - b).abs() < 1e-9 * b);
        // A bus has the magnets of a motor: the same money a kilogram as the motor's.
        let motor = crate::product::work(&Reading::new(&inputs, Case::Central), crate::inputs::Use::Motor);
        let bus = of(&inputs, Application::Bus);
        let each = bus.before.unwrap().central / bus.magnet_kg.unwrap().central;
        assert!((each - motor.before.total().amount() / motor.mass.kg()).abs() < 1e-9 * each);
    }

    #[test]
    fn a_product_without_evidence_has_no_figure_until_a_reader_gives_one() {
        assert_eq!(of(&Inputs::default(), Application::Phone).after, None);
        let mut inputs = Inputs::default();
        inputs.set(Param::PhoneMagnetKg, 0.001).unwrap();
        assert!(of(&inputs, Application::Phone).after.is_some_and(|r| r.central > 0.0));
    }
}
