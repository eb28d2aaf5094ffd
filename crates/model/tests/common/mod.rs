//! Random inputs: parameters over all that is possible, choices, units, lists of shocks.
#![allow(dead_code)] // Each file of tests takes the part that it needs.

pub mod drawing;

use lodestone_model::demand::{ALL_YEARS, Application};
use lodestone_model::error::Error;
use lodestone_model::inputs::{
    Buyer, Choices, Country, Currency, Drive, Edition, Elements, Importer, Inputs, MOST_UNITS, MagnetBy, OutageReading,
    Outlook, Param, RateReading, Stage, Substance,
};
use lodestone_model::shocks::{Lever, Listed, MOST_SHOCKS, Shock, Terms};
use lodestone_model::units::{Change, Months, Share};
use proptest::prelude::*;
use proptest::sample::select;

/// Where a value lies: on the slider or anywhere that is possible, as a part of the way from one end to the other.
pub type Place = (bool, f64);

pub fn place() -> impl Strategy<Value = Place> {
    (any::<bool>(), prop_oneof![8 => 0.0..=1.0, 1 => Just(0.0), 1 => Just(1.0)])
}

/// The value at `place`. An open lower end starts a thousandth inside, and nothing goes beyond ± a million.
pub fn value(param: Param, (wide, part): Place) -> f64 {
    let spec = param.spec();
    let least = if spec.possible.above_min { spec.possible.min + 1e-12 } else { spec.possible.min };
    let (low, high) = (least.max(-1e6), spec.possible.max.min(1e6));
    let (from, to) = if wide { (low, high) } else { (spec.slider.0.max(low), spec.slider.1.min(high)) };
    (from + (to - from) * part).clamp(from, to)
}

pub fn choices() -> impl Strategy<Value = Choices> {
    let product = (select(MagnetBy::ALL), select(Drive::ALL), select(Buyer::ALL));
    let shock = (select(Substance::ALL), select(Elements::ALL), select(Currency::ALL), select(RateReading::ALL));
    let supply = (select(Stage::ALL), select(Country::ALL), select(OutageReading::ALL), select(Edition::ALL));
    let rest = (select(Outlook::ALL), select(Importer::ALL));
    (product, shock, supply, rest).prop_map(|(product, shock, supply, rest)| {
        let (magnet_by, drive, buyer) = product;
        let (substance, elements, currency, reading) = shock;
        let (stage, country, outage, edition) = supply;
        let (outlook, importer) = rest;
        Choices {
            magnet_by,
            drive,
            buyer,
            substance,
            elements,
            currency,
            reading,
            outlook,
            stage,
            country,
            outage,
            edition,
            importer,
        }
    })
}

/// Inputs that can be reached by setting parameters one after another, units, and choices; their shocks come from the
/// parameters.
pub fn inputs() -> impl Strategy<Value = Inputs> {
    let parameters = prop::collection::vec((select(&Param::ALL[..]), place()), 0..40);
    let units = prop::collection::vec((select(&Application::ALL[..]), ALL_YEARS, 0.0..=1e9), 0..8);
    (parameters, units, choices()).prop_map(|(parameters, units, choices)| {
        let mut inputs = Inputs::default();
        inputs.choices = choices;
        for (param, place) in parameters {
            let set = inputs.set(param, value(param, place));
            // Only the parts of one whole, and the correlations, can be in each other's way.
            assert!(matches!(set, Ok(()) | Err(Error::OverOne { .. } | Error::Correlation { .. })), "{set:?}");
        }
        for (application, year, count) in units {
            inputs.set_units(application, year, Some(count)).unwrap();
        }
        inputs
    })
}

/// The same, in half of the cases with a list of shocks instead.
pub fn any_inputs() -> impl Strategy<Value = Inputs> {
    (inputs(), prop::option::of(shocks())).prop_map(|(mut inputs, shocks)| {
        inputs.shocks = shocks;
        inputs
    })
}

pub fn shocks() -> impl Strategy<Value = Vec<Listed>> {
    prop::collection::vec(listed(), 0..=MOST_SHOCKS)
}

/// Any shock that a text can say, with any terms.
pub fn listed() -> impl Strategy<Value = Listed> {
    (shock(), terms()).prop_map(|(shock, terms)| Listed { shock, terms })
}

pub fn terms() -> impl Strategy<Value = Terms> {
    let own = (place(), place(), place()).prop_map(|(passed, hedged, lag)| Terms {
        passed: Share::new(value(Param::PricePassThrough, passed)).unwrap(),
        hedged: Share::new(value(Param::PriceHedged, hedged)).unwrap(),
        lag: Months::new(value(Param::ShockLag, lag)).unwrap(),
    });
    prop_oneof![Just(Terms::default()), own]
}

fn change(param: Param, place: Place) -> Change {
    Change::new(value(param, place)).unwrap()
}

pub fn shock() -> impl Strategy<Value = Shock> {
    let outage = (select(Stage::ALL), select(Country::ALL), select(OutageReading::ALL), place(), place());
    prop_oneof![
        (select(Substance::ALL), place())
            .prop_map(|(substance, p)| Shock::Price { substance, usd_per_kg: value(Param::ShockPriceAbs, p) }),
        (select(Elements::ALL), place())
            .prop_map(|(elements, p)| Shock::RelativePrice { elements, change: change(Param::ShockPriceRel, p) }),
        (select(Currency::ALL), select(RateReading::ALL), place()).prop_map(|(currency, reading, p)| {
            Shock::ExchangeRate { currency, reading, change: change(Param::ShockFx, p) }
        }),
        place().prop_map(|p| Shock::Freight(change(Param::ShockFreight, p))),
        place().prop_map(|p| Shock::Tariff(change(Param::ShockTariff, p))),
        place().prop_map(|p| Shock::ImportVat(change(Param::ShockImportVat, p))),
        outage.prop_map(|(stage, country, reading, share, months)| Shock::Outage {
            stage,
            country,
            reading,
            share: Share::new(value(Param::OutageShare, share)).unwrap(),
            months: Months::new(value(Param::OutageMonths, months)).unwrap(),
        }),
        (select(Elements::ALL), place()).prop_map(|(elements, p)| Shock::Control {
            elements,
            share: Share::new(value(Param::OutageShare, p)).unwrap(),
        }),
        (select(&Application::ALL[..]), select(Lever::ALL), place()).prop_map(|(application, lever, p)| {
            Shock::Demand { application, lever, change: change(Param::ShockPriceRel, p) }
        }),
    ]
}

/// Numbers from a seed (splitmix64): a hundred thousand inputs are drawn faster from it than from strategies.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.roll() % n as u64).unwrap()
    }

    fn one<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }

    fn part(&mut self) -> f64 {
        f64::from(u32::try_from(self.roll() >> 32).unwrap()) / f64::from(u32::MAX)
    }

    /// Often an end, often the slider's.
    fn value(&mut self, param: Param) -> f64 {
        let part = match self.below(6) {
            0 => 0.0,
            1 => 1.0,
            _ => self.part(),
        };
        value(param, (self.below(2) == 0, part))
    }

    fn change(&mut self, param: Param) -> Change {
        Change::new(self.value(param)).unwrap()
    }

    fn share(&mut self, param: Param) -> Share {
        Share::new(self.value(param)).unwrap()
    }

    fn months(&mut self, param: Param) -> Months {
        Months::new(self.value(param)).unwrap()
    }

    fn shock(&mut self) -> Listed {
        let shock = match self.below(9) {
            0 => Shock::Price { substance: self.one(Substance::ALL), usd_per_kg: self.value(Param::ShockPriceAbs) },
            1 => Shock::RelativePrice { elements: self.one(Elements::ALL), change: self.change(Param::ShockPriceRel) },
            2 => Shock::ExchangeRate {
                currency: self.one(Currency::ALL),
                reading: self.one(RateReading::ALL),
                change: self.change(Param::ShockFx),
            },
            3 => Shock::Freight(self.change(Param::ShockFreight)),
            4 => Shock::Tariff(self.change(Param::ShockTariff)),
            5 => Shock::ImportVat(self.change(Param::ShockImportVat)),
            6 => Shock::Outage {
                stage: self.one(Stage::ALL),
                country: self.one(Country::ALL),
                reading: self.one(OutageReading::ALL),
                share: self.share(Param::OutageShare),
                months: self.months(Param::OutageMonths),
            },
            7 => Shock::Control { elements: self.one(Elements::ALL), share: self.share(Param::OutageShare) },
            _ => Shock::Demand {
                application: self.one(&Application::ALL),
                lever: self.one(Lever::ALL),
                change: self.change(Param::ShockPriceRel),
            },
        };
        let terms = match self.below(2) {
            0 => Terms::default(),
            _ => Terms {
                passed: self.share(Param::PricePassThrough),
                hedged: self.share(Param::PriceHedged),
                lag: self.months(Param::ShockLag),
            },
        };
        Listed { shock, terms }
    }
}

/// Inputs anywhere in all that is possible: up to all parameters, often at their ends, choices, units, shocks.
pub fn wild(seed: u64) -> Inputs {
    let mut dice = Dice(seed);
    let mut inputs = Inputs::default();
    inputs.choices = Choices {
        magnet_by: dice.one(MagnetBy::ALL),
        drive: dice.one(Drive::ALL),
        buyer: dice.one(Buyer::ALL),
        substance: dice.one(Substance::ALL),
        elements: dice.one(Elements::ALL),
        currency: dice.one(Currency::ALL),
        reading: dice.one(RateReading::ALL),
        outlook: dice.one(Outlook::ALL),
        stage: dice.one(Stage::ALL),
        country: dice.one(Country::ALL),
        outage: dice.one(OutageReading::ALL),
        edition: dice.one(Edition::ALL),
        importer: dice.one(Importer::ALL),
    };
    for _ in 0..dice.below(Param::ALL.len()) {
        let param = dice.one(&Param::ALL);
        let set = inputs.set(param, dice.value(param));
        assert!(matches!(set, Ok(()) | Err(Error::OverOne { .. } | Error::Correlation { .. })), "{set:?}");
    }
    for _ in 0..dice.below(6) {
        let (application, years) = (dice.one(&Application::ALL), ALL_YEARS.count());
        let year = ALL_YEARS.start() + i32::try_from(dice.below(years)).unwrap();
        let count = [0.0, 1.0, 1e9, MOST_UNITS, dice.part() * 1e9][dice.below(5)];
        inputs.set_units(application, year, Some(count)).unwrap();
    }
    if dice.below(2) == 0 {
        inputs.shocks = Some((0..dice.below(MOST_SHOCKS + 1)).map(|_| dice.shock()).collect());
    }
    inputs
}
