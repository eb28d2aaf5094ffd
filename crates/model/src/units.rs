//! Quantities: a number with its unit, its substance and its currency in the type.
//!
//! Only the operations that make sense exist. A mass is a mass *of something*: [`Magnet`], [`Metal<Nd>`], [`Oxide<Nd>`]
//! do not add up, and a price belongs to one currency and one substance. Conversion is by stated stoichiometry
//! ([`OxidePerMetal`]), mass fraction ([`Fraction`]) or exchange rate ([`Rate`]) only.
//!
//! ```
//! use lodestone_model::units::{Fraction, Magnet, Mass, Metal, Nd};
//! let magnet = Mass::<Magnet>::new(2.0)?;
//! let neodymium: Mass<Metal<Nd>> = magnet * Fraction::<Nd>::new(0.3)?;
//! assert_eq!(neodymium.kg(), 0.6);
//! # Ok::<(), lodestone_model::error::Error>(())
//! ```
//!
//! Not here: text, rounding, and any general machinery of dimensions.

use core::marker::PhantomData;
use core::ops::{Add, Div, Mul, Sub};

use crate::error::Error;

macro_rules! marker {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
        pub struct $name;
    )*};
}

marker! {
    /// Neodymium.
    Nd,
    /// Praseodymium.
    Pr,
    /// Dysprosium.
    Dy,
    /// Terbium.
    Tb,
    /// Neodymium and praseodymium as they leave separation together.
    NdPr,
    /// Finished magnet.
    Magnet,
    /// Alloy before pressing and machining.
    Alloy,
    /// All rare-earth oxides together.
    Reo,
    /// United States dollar.
    Usd,
    /// Chinese yuan.
    Cny,
    /// South Korean won.
    Krw,
    /// Euro.
    Eur,
    /// Japanese yen.
    Jpy,
}

/// The metal of element `E`.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
pub struct Metal<E>(PhantomData<E>);

/// The oxide of element `E` as traded: Nd2O3, Pr6O11, Dy2O3, Tb4O7, NdPr oxide.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
pub struct Oxide<E>(PhantomData<E>);

/// A quantity that is one number: adds to its like, scales by a plain factor, divides to a plain ratio.
macro_rules! quantity {
    ($(#[$doc:meta])* $name:ident<$($p:ident),+>, $read:ident, $unit:literal, $check:expr) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
        pub struct $name<$($p),+>(f64, PhantomData<($($p,)+)>);
        quantity!(@body [$($p),+] $name<$($p),+>, |v| $name(v, PhantomData), $read, $unit, $check);
    };
    ($(#[$doc:meta])* $name:ident, $read:ident, $unit:literal, $check:expr) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
        pub struct $name(f64);
        quantity!(@body [] $name, |v| $name(v), $read, $unit, $check);
    };
    (@body [$($p:ident),*] $ty:ty, |$v:ident| $make:expr, $read:ident, $unit:literal, $check:expr) => {
        impl<$($p),*> $ty {
            #[doc = concat!("A quantity of `value` ", $unit, ".")]
            ///
            /// # Errors
            /// [`Error::Quantity`] where the value is not finite or not possible.
            pub fn new(value: f64) -> Result<Self, Error> {
                let possible: fn(f64) -> bool = $check;
                if value.is_finite() && possible(value) {
                    Ok(Self::raw(value))
                } else {
                    Err(Error::Quantity { unit: $unit, value })
                }
            }

            /// The quantity of a value that has been checked before.
            #[allow(dead_code)]
            pub(crate) const fn raw($v: f64) -> Self {
                $make
            }

            #[doc = concat!("The value in ", $unit, ".")]
            #[must_use]
            pub const fn $read(self) -> f64 {
                self.0
            }
        }
        impl<$($p),*> Add for $ty {
            type Output = Self;
            fn add(self, other: Self) -> Self {
                Self::raw(self.0 + other.0)
            }
        }
        impl<$($p),*> Sub for $ty {
            type Output = Self;
            fn sub(self, other: Self) -> Self {
                Self::raw(self.0 - other.0)
            }
        }
        impl<$($p),*> Mul<Factor> for $ty {
            type Output = Self;
            fn mul(self, factor: Factor) -> Self {
                Self::raw(self.0 * factor.0)
            }
        }
        impl<$($p),*> Div for $ty {
            type Output = f64;
            fn div(self, other: Self) -> f64 {
                self.0 / other.0
            }
        }
    };
}

const NOT_NEGATIVE: fn(f64) -> bool = |v| v >= 0.0;
const POSITIVE: fn(f64) -> bool = |v| v > 0.0;
const ANY: fn(f64) -> bool = |_| true;

quantity!(
    /// A mass of substance `S`.
    Mass<S>, kg, "kg", NOT_NEGATIVE
);
quantity!(
    /// An amount of money in currency `C`; negative where a cost falls.
    Money<C>, amount, "units of the currency", ANY
);
quantity!(
    /// A price in currency `C` per kilogram of substance `S`; a change of a price may be negative.
    Price<C, S>, per_kg, "units of the currency per kg", ANY
);
quantity!(
    /// Kilograms of metal `E` in one kilogram of finished magnet, 0–1.
    Fraction<E>, share, "kg of metal per kg of magnet", |v| (0.0..=1.0).contains(&v)
);
quantity!(
    /// Kilograms of oxide per kilogram of metal of element `E`; at least 1 by nature, any positive value here.
    OxidePerMetal<E>, ratio, "kg of oxide per kg of metal", POSITIVE
);
quantity!(
    /// Units of currency `C` for one US dollar.
    Rate<C>, per_usd, "units of the currency per USD", POSITIVE
);
quantity!(
    /// A yearly mass of substance `S`.
    Tonnes<S>, tonnes, "t/year", NOT_NEGATIVE
);
quantity!(
    /// A part of a whole, 0–1.
    Share, share, "a share of 1", |v| (0.0..=1.0).contains(&v)
);
quantity!(
    /// A relative change: 0.1 is ten percent more; not below −1.
    Change, change, "a relative change", |v| v >= -1.0
);
quantity!(
    /// Power of a motor.
    Kilowatts, kw, "kW", NOT_NEGATIVE
);
quantity!(
    /// Power of a turbine, or of all turbines of a year.
    Megawatts, mw, "MW", NOT_NEGATIVE
);
quantity!(
    /// Electrical energy; kept apart from [`Megawatts`] so that the two cannot be added.
    MegawattHours, mwh, "MWh", NOT_NEGATIVE
);
quantity!(
    /// Magnet mass per kilowatt of motor power.
    GramsPerKilowatt, g_per_kw, "g/kW", NOT_NEGATIVE
);
quantity!(
    /// Magnet mass per megawatt of turbine power.
    KgPerMegawatt, kg_per_mw, "kg/MW", NOT_NEGATIVE
);
quantity!(
    /// Vehicles, robots, devices made in a year.
    UnitsPerYear, units, "units/year", NOT_NEGATIVE
);

quantity!(
    /// A span of time in months.
    Months, months, "months", NOT_NEGATIVE
);
quantity!(
    /// A span of time in years.
    Years, years, "years", NOT_NEGATIVE
);

/// A plain number to multiply by: no unit, no bounds.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Factor(f64);

impl Factor {
    /// One: changes nothing.
    pub const ONE: Self = Self(1.0);

    /// A factor of `value`.
    #[must_use]
    pub const fn new(value: f64) -> Self {
        Self(value)
    }

    /// The number.
    #[must_use]
    pub const fn value(self) -> f64 {
        self.0
    }
}

impl Mul for Factor {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        Self(self.0 * other.0)
    }
}

impl From<Share> for Factor {
    fn from(share: Share) -> Self {
        Self(share.0)
    }
}

impl Change {
    /// The factor by which something changes: 1 + x.
    #[must_use]
    pub fn factor(self) -> Factor {
        Factor(1.0 + self.0)
    }
}

impl Share {
    /// What is left of the whole: 1 − x.
    #[must_use]
    pub fn rest(self) -> Self {
        Self(1.0 - self.0)
    }
}

impl<E> Mul<Fraction<E>> for Mass<Magnet> {
    type Output = Mass<Metal<E>>;
    fn mul(self, fraction: Fraction<E>) -> Mass<Metal<E>> {
        Mass::raw(self.0 * fraction.0)
    }
}

impl<E> Mul<Fraction<E>> for Tonnes<Magnet> {
    type Output = Tonnes<Metal<E>>;
    fn mul(self, fraction: Fraction<E>) -> Tonnes<Metal<E>> {
        Tonnes::raw(self.0 * fraction.0)
    }
}

impl<E> Mul<OxidePerMetal<E>> for Mass<Metal<E>> {
    type Output = Mass<Oxide<E>>;
    fn mul(self, s: OxidePerMetal<E>) -> Mass<Oxide<E>> {
        Mass::raw(self.0 * s.0)
    }
}

impl<E> Mul<OxidePerMetal<E>> for Tonnes<Metal<E>> {
    type Output = Tonnes<Oxide<E>>;
    fn mul(self, s: OxidePerMetal<E>) -> Tonnes<Oxide<E>> {
        Tonnes::raw(self.0 * s.0)
    }
}

impl<C, S> Mul<Mass<S>> for Price<C, S> {
    type Output = Money<C>;
    fn mul(self, mass: Mass<S>) -> Money<C> {
        Money::raw(self.0 * mass.0)
    }
}

impl<C, E> Mul<Fraction<E>> for Price<C, Metal<E>> {
    type Output = Price<C, Magnet>;
    /// What the metal in one kilogram of magnet costs.
    fn mul(self, fraction: Fraction<E>) -> Price<C, Magnet> {
        Price::raw(self.0 * fraction.0)
    }
}

impl<C> Mul<Rate<C>> for Money<Usd> {
    type Output = Money<C>;
    fn mul(self, rate: Rate<C>) -> Money<C> {
        Money::raw(self.0 * rate.0)
    }
}

impl<C, S> Price<C, S> {
    /// The same price in dollars: divided by the rate.
    #[must_use]
    pub fn in_usd(self, rate: Rate<C>) -> Price<Usd, S> {
        Price::raw(self.0 / rate.0)
    }

    /// The price without a value-added tax that it contains.
    #[must_use]
    pub fn without_vat(self, vat: Share) -> Self {
        Self::raw(self.0 / (1.0 + vat.0))
    }
}

impl Mul<GramsPerKilowatt> for Kilowatts {
    type Output = Mass<Magnet>;
    fn mul(self, intensity: GramsPerKilowatt) -> Mass<Magnet> {
        Mass::raw(self.0 * intensity.0 / 1000.0)
    }
}

impl Mul<KgPerMegawatt> for Megawatts {
    type Output = Mass<Magnet>;
    fn mul(self, intensity: KgPerMegawatt) -> Mass<Magnet> {
        Mass::raw(self.0 * intensity.0)
    }
}

impl Mul<Mass<Magnet>> for UnitsPerYear {
    type Output = Tonnes<Magnet>;
    fn mul(self, each: Mass<Magnet>) -> Tonnes<Magnet> {
        Tonnes::raw(self.0 * each.0 / 1000.0)
    }
}

impl<S> From<Mass<S>> for Tonnes<S> {
    /// A mass needed within one year.
    fn from(mass: Mass<S>) -> Self {
        Self::raw(mass.0 / 1000.0)
    }
}
