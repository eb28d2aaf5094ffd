//! What has a derivation, by key: the answers, and the figures of the tables beside them.

use crate::demand::Application;
use crate::inputs::{Currency, Use};
use crate::outputs::Output;

use super::market::METALS;

/// A column of the table of currencies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// Before the shocks.
    Before,
    /// After them.
    After,
    /// The difference.
    Difference,
    /// The difference as a share of the cost before.
    Change,
}

impl Moment {
    const ALL: [Self; 4] = [Self::Before, Self::After, Self::Difference, Self::Change];

    const fn key(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::After => "after",
            Self::Difference => "difference",
            Self::Change => "change",
        }
    }
}

/// Names of the parts of a cost: the metals, everything else, what is added at the border.
const PARTS: [&str; 6] = ["nd", "pr", "dy", "tb", "other", "customs"];

/// A figure that has a derivation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// An answer that is one number.
    Output(Output),
    /// Magnet of one application, t.
    Application(Application),
    /// NdPr oxide of one application, t.
    Oxide(Application),
    /// Magnets of a motor or a turbine in a currency; `None` is the dollar.
    Money(Use, Option<Currency>, Moment),
    /// A part of their cost, by its place among Nd, Pr, Dy, Tb, everything else, border; after the shocks or before.
    Part(Use, usize, bool),
    /// A metal in a motor's or a turbine's magnets, by its place in Nd, Pr, Dy, Tb; as bought, or as contained.
    Metal(Use, usize, bool),
    /// One piece of another product: kg of magnet in it, or what its magnets cost in dollars.
    Piece(Application, Option<Moment>),
}

impl Asked {
    /// Everything that has a derivation.
    pub fn all() -> impl Iterator<Item = Self> {
        let uses = [Use::Motor, Use::Turbine];
        let currencies = || std::iter::once(None).chain(Currency::ALL.iter().copied().map(Some));
        let money = uses.into_iter().flat_map(move |u| {
            currencies().flat_map(move |c| Moment::ALL.into_iter().map(move |m| Self::Money(u, c, m)))
        });
        let both = [false, true];
        let parts = uses.into_iter().flat_map(move |u| {
            (0..PARTS.len()).flat_map(move |i| both.into_iter().map(move |after| Self::Part(u, i, after)))
        });
        let metals = uses.into_iter().flat_map(move |u| {
            (0..METALS.len()).flat_map(move |i| both.into_iter().map(move |bought| Self::Metal(u, i, bought)))
        });
        let of_piece = [None, Some(Moment::Before), Some(Moment::After), Some(Moment::Difference)];
        let weighed = Application::ALL.into_iter().filter(|a| a.mass().is_some());
        let pieces = weighed.flat_map(move |a| of_piece.into_iter().map(move |what| Self::Piece(a, what)));
        let outputs = Output::ALL.iter().copied().map(Self::Output);
        let applications = Application::ALL.into_iter();
        outputs
            .chain(applications.clone().map(Self::Application))
            .chain(applications.map(Self::Oxide))
            // What is an answer already is asked for as such.
            .chain(money.filter(|m| Output::named(&m.key()).is_none()))
            .chain(parts)
            .chain(metals)
            .chain(pieces)
    }

    /// The key in links and commands: that of the answer, or what it is of: `demand-of-robot`, `motor-change-krw`.
    #[must_use]
    pub fn key(self) -> String {
        match self {
            Self::Output(output) => output.key().to_owned(),
            Self::Application(application) => format!("demand-of-{}", application.key()),
            Self::Oxide(application) => format!("oxide-of-{}", application.key()),
            Self::Money(used, currency, moment) => {
                format!("{}-{}-{}", used.key(), moment.key(), currency.map_or("usd", Currency::key))
            }
            Self::Part(used, part, after) => {
                format!("{}-part-{}-{}", used.key(), PARTS[part], if after { "after" } else { "before" })
            }
            Self::Metal(used, metal, bought) => {
                format!("{}-{}-{}", used.key(), METALS[metal], if bought { "bought" } else { "contained" })
            }
            Self::Piece(application, None) => format!("piece-{}-magnet-kg", application.key()),
            Self::Piece(application, Some(moment)) => format!("piece-{}-{}-usd", application.key(), moment.key()),
        }
    }

    /// What a key asks for.
    #[must_use]
    pub fn named(key: &str) -> Option<Self> {
        Self::all().find(|asked| asked.key() == key)
    }

    /// The unit of its figure; `local` is the currency in force.
    #[must_use]
    pub fn unit(self) -> &'static str {
        match self {
            Self::Output(output) => output.unit(),
            Self::Application(_) | Self::Oxide(_) => "t/year",
            Self::Money(_, _, Moment::Change) => "share",
            Self::Money(_, currency, _) => currency.map_or("USD", Currency::code),
            Self::Part(..) | Self::Piece(_, Some(_)) => "USD",
            Self::Metal(..) | Self::Piece(_, None) => "kg",
        }
    }
}
