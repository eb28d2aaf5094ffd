//! Whatever has a derivation, worked out by the engine's formulas: the answers, and the figures of the tables beside them.

use super::Evaluator;
use crate::derivation::{Asked, Moment};
use crate::inputs::Currency;
use crate::product::{per_kg, relative};

impl Evaluator<'_> {
    /// One figure; `None` where the evidence holds none for this year.
    #[must_use]
    pub fn figure(&self, asked: Asked) -> Option<f64> {
        let need = |application| self.world().needs.iter().find(move |n| n.application == application);
        Some(match asked {
            Asked::Output(output) => return self.get(output),
            Asked::Application(application) => need(application)?.magnet?.tonnes(),
            Asked::Oxide(application) => need(application)?.ndpr_oxide?.tonnes(),
            Asked::Money(used, currency, moment) => {
                let (before, after) = self.local(used, currency);
                match moment {
                    Moment::Before => before,
                    Moment::After => after,
                    Moment::Difference => after - before,
                    // Nothing is no share of nothing.
                    Moment::Change => {
                        if before <= 0.0 {
                            return None;
                        }
                        let w = self.made(used);
                        let passed = |c: Currency| w.market.passed[c as usize].value();
                        (1.0 + relative(w)) * currency.map_or(1.0, passed) - 1.0
                    }
                }
            }
            Asked::Part(used, part, after) => {
                let w = self.made(used);
                let build = if after { &w.after } else { &w.before };
                let of = build.metals.get(part).copied();
                of.unwrap_or(if part == build.metals.len() { build.other } else { build.customs }).amount()
            }
            Asked::Metal(used, metal, bought) => {
                let w = self.made(used);
                w.contained.get(metal)? * if bought { w.k.value() } else { 1.0 }
            }
            Asked::Piece(application, what) => {
                let mass = self.reading().mass(application.mass()?)?.kg();
                let Some(moment) = what else { return Some(mass) };
                let (before, after) = per_kg(self.reading(), application.used());
                mass * match moment {
                    Moment::Before => before,
                    Moment::After => after,
                    Moment::Difference | Moment::Change => after - before,
                }
            }
        })
    }
}
