//! How much oxide a kilogram of magnet takes: contained and gross, worked out by the model from its default inputs.

use lodestone_model::cost;
use lodestone_model::data::{Param, SOURCES};
use lodestone_model::inputs::{Case, Inputs, Reading, Use};
use lodestone_model::report::Range;
use lodestone_model::units::{Dy, Magnet, Mass, Nd, Pr, Tb};
use yew::prelude::*;

use crate::explainer::amount::of_process;
use crate::explainer::linked::{linked, source};
use crate::format::{self, KILOGRAMS, PERCENT, PLAIN};
use crate::text::{Lang, process as words};
use crate::{cite, labels};

/// The oxides as traded, in the order Nd, Pr, Dy, Tb.
const OXIDES: [&str; 4] = ["Nd2O3", "Pr6O11", "Dy2O3", "Tb4O7"];
/// Inputs that the example rests on besides the composition.
const PARAMS: [Param; 2] = [Param::ProcessUtilisation, Param::ProcessSwarfRecovery];
/// Oxide per metal, in the same order.
const PER_METAL: [Param; 4] =
    [Param::OxidePerMetalNd, Param::OxidePerMetalPr, Param::OxidePerMetalDy, Param::OxidePerMetalTb];

/// One kilogram of magnet, taken apart.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Taken {
    /// Kilograms of each metal in it.
    metals: [f64; 4],
    /// Kilograms of each oxide in it.
    oxides: [f64; 4],
    /// Metal bought per metal that ends in it.
    gross: f64,
}

impl Taken {
    fn of(x: &Reading) -> Self {
        let one = Mass::<Magnet>::new(1.0).unwrap_or_default();
        let metals = cost::contained(one, &cost::recipe(x, Use::Motor.fractions()));
        let [nd, pr, dy, tb] = PER_METAL;
        Self {
            metals: [metals.nd.kg(), metals.pr.kg(), metals.dy.kg(), metals.tb.kg()],
            oxides: [
                (metals.nd * x.oxide_per_metal::<Nd>(nd)).kg(),
                (metals.pr * x.oxide_per_metal::<Pr>(pr)).kg(),
                (metals.dy * x.oxide_per_metal::<Dy>(dy)).kg(),
                (metals.tb * x.oxide_per_metal::<Tb>(tb)).kg(),
            ],
            gross: cost::gross(x).value(),
        }
    }

    /// All rare-earth oxides together.
    fn reo(&self) -> f64 {
        self.oxides.iter().sum()
    }
}

/// A figure of the example with the range that follows from those of the inputs.
fn range(figure: impl Fn(&Taken) -> f64) -> Range {
    let inputs = Inputs::default();
    Range::of(|case: Case| figure(&Taken::of(&Reading::new(&inputs, case))))
}

/// The default of an input with its range.
fn default(param: Param) -> Range {
    let p = param.spec();
    Range::new(p.low, p.central, p.high)
}

/// Keys of the sources of the inputs.
pub(super) fn sources() -> impl Iterator<Item = &'static str> {
    let params = PARAMS.into_iter().chain(PER_METAL).chain(Use::Motor.fractions());
    params.flat_map(|p| p.spec().sources).filter_map(|i| SOURCES.get(*i)).map(|s| s.id)
}

/// The section.
pub(super) fn section(lang: Lang) -> Html {
    let kg = |r: Range| format::ranged(lang, r, KILOGRAMS);
    let k = format::ranged(lang, range(|t| t.gross), PLAIN);
    let [u, r] = PARAMS.map(default);
    let gross = words::example_gross(lang, &format::ranged(lang, u, PLAIN), &format::ranged(lang, r, PERCENT), &k);
    let result = words::example_result(lang, &kg(range(Taken::reo)), &kg(range(|t| t.reo() * t.gross)));
    let [_, _, most] = of_process("magnet-fabrication-swarf-generated");
    let most = most.map_or_else(String::new, |x| format::percent(lang, x / 100.0));
    let from: Vec<String> = {
        let ids = PARAMS.iter().filter_map(|p| p.spec().sources.first()).filter_map(|i| SOURCES.get(*i));
        ids.filter(|s| cite::source(s.id).is_some()).map(|s| source(lang, s.id)).collect()
    };
    html! {
        <section class="told example" aria-labelledby="example">
            <h2 id="example">{ words::example_title(lang) }</h2>
            <p class="result">{ result }</p>
            <p>{ linked(words::example_text(lang)) }</p>
            <p>{ linked(&gross) }{ " " }<span class="by">{ linked(&from.join("; ")) }</span></p>
            { table(lang) }
            <p>{ words::example_low(lang, &most) }</p>
            <p>{ linked(words::example_not(lang)) }</p>
            <p>{ linked(words::example_next(lang)) }</p>
        </section>
    }
}

fn table(lang: Lang) -> Html {
    let kg = |r: Range| format::ranged(lang, r, KILOGRAMS);
    let row = |i: usize| {
        html! {
            <tr>
                <th scope="row"><span translate="no">{ OXIDES[i] }</span>{ " " }<span class="what">{ labels::part(lang, i) }</span></th>
                <td data-label={words::example_metal(lang)}>{ kg(range(|t| t.metals[i])) }</td>
                <td data-label={words::example_ratio(lang)}>{ format::exact5(default(PER_METAL[i]).central) }</td>
                <td data-label={words::example_contained(lang)}>{ kg(range(|t| t.oxides[i])) }</td>
                <td data-label={words::example_bought(lang)}>{ kg(range(|t| t.oxides[i] * t.gross)) }</td>
            </tr>
        }
    };
    html! {
        <div class="scroll" role="group" tabindex="0" aria-label={words::example_table(lang)}>
            <table class="figures">
                <caption>{ words::example_table(lang) }</caption>
                <thead><tr>
                    <th scope="col">{ words::example_oxide(lang) }</th>
                    <th scope="col">{ words::example_metal(lang) }</th>
                    <th scope="col">{ words::example_ratio(lang) }</th>
                    <th scope="col">{ words::example_contained(lang) }</th>
                    <th scope="col">{ words::example_bought(lang) }</th>
                </tr></thead>
                <tbody>
                    { for (0..OXIDES.len()).map(row) }
                    <tr class="sum">
                        <th scope="row">{ words::example_all(lang) }</th>
                        <td data-label={words::example_metal(lang)}>{ kg(range(|t| t.metals.iter().sum())) }</td>
                        <td>{ "" }</td>
                        <td data-label={words::example_contained(lang)}>{ kg(range(Taken::reo)) }</td>
                        <td data-label={words::example_bought(lang)}>{ kg(range(|t| t.reo() * t.gross)) }</td>
                    </tr>
                </tbody>
            </table>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_follows_by_hand_from_composition_stoichiometry_and_yield() {
        let inputs = Inputs::default();
        let taken = Taken::of(&Reading::new(&inputs, Case::Central));
        let [nd, _, dy, _] = Use::Motor.fractions().map(|p| p.spec().central);
        let by_hand = nd * 1.166_38 + dy * 1.147_68;
        assert!((taken.reo() - by_hand).abs() < 1e-5, "{} {by_hand}", taken.reo());
        let k = 1.0 / 0.6 - 0.97 * (1.0 / 0.6 - 1.0);
        assert!((taken.gross - k).abs() < 1e-12, "{} {k}", taken.gross);
        let all = range(|t| t.reo() * t.gross);
        assert!(all.low < all.central && all.central < all.high, "{all:?}");
    }
}
