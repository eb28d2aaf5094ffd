//! The compound: its formula by atoms and by mass, and the rare earths in real magnets.

use lodestone_model::data::{Alloy, CLAIMS};
use yew::prelude::*;

use super::{charts, diagrams};
use crate::explainer::amount::{of_process, process};
use crate::explainer::linked::{linked, source};
use crate::format;
use crate::text::{Lang, material as words, quantities};

/// An element of the formula.
#[derive(Debug, Clone, Copy)]
pub(super) struct Element {
    /// Its symbol.
    pub symbol: &'static str,
    /// Its name.
    pub name: fn(Lang) -> &'static str,
    /// Atoms in the formula.
    pub atoms: f64,
    /// Atomic weight in g/mol.
    pub weight: f64,
    /// Share of the mass.
    pub share: f64,
}

/// A row from which the atomic weights have their source.
pub(super) const WEIGHTS: &str = "atomic-weight-nd";

/// Neodymium, iron, boron.
pub(super) fn elements() -> [Element; 3] {
    let row = Alloy::Formula.row();
    let atoms = |claim: &str| CLAIMS.iter().find(|c| c.id == claim).and_then(|c| c.central).unwrap_or(f64::NAN);
    let weight = |id: &str| of_process(id)[1].unwrap_or(f64::NAN);
    let one = |symbol, name, claim: &str, weight_id: &str, share| Element {
        symbol,
        name,
        atoms: atoms(claim),
        weight: weight(weight_id),
        share,
    };
    [
        one("Nd", words::neodymium, "kr-formula-nd", WEIGHTS, row.nd),
        one("Fe", words::iron, "kr-formula-fe", "atomic-weight-fe", row.fe),
        one("B", words::boron, "kr-formula-b", "atomic-weight-b", row.b),
    ]
}

/// A share of the mass by formula, in percent; small ones with fewer digits, so that none is closer than the others.
pub(super) fn share(lang: Lang, share: f64) -> String {
    let digits = if share < 0.1 { 3 } else { 4 };
    quantities::percent(lang, &format::significant(share * 100.0, digits))
}

/// What the section says.
pub(super) fn body(lang: Lang) -> Html {
    let [nd, fe, b] = elements().map(|e| share(lang, e.share));
    html! {
        <>
            <p>{ linked(&words::compound_text(lang, &nd, &fe, &b)) }</p>
            <p>{ linked(words::compound_roles(lang)) }</p>
            <div class="side">{ diagrams::composition(lang) }{ table(lang) }</div>
            <p>{ linked(words::alloys_text(lang)) }</p>
            { charts::alloys(lang) }
        </>
    }
}

fn table(lang: Lang) -> Html {
    let row = |e: Element| {
        html! {
            <tr>
                <th scope="row">{ (e.name)(lang) }{ " " }<span translate="no">{ e.symbol }</span></th>
                <td data-label={words::atoms(lang)}>{ format::exact(e.atoms) }</td>
                <td data-label={words::atomic_weight(lang)}>{ format::exact(e.weight) }</td>
                <td data-label={words::share(lang)}>{ share(lang, e.share) }</td>
            </tr>
        }
    };
    let from = process(WEIGHTS).map_or_else(String::new, |r| source(lang, r.source_id));
    html! {
        <div>
            <table class="figures">
                <caption>{ words::composition_table(lang) }</caption>
                <thead><tr>
                    <th scope="col">{ words::element(lang) }</th>
                    <th scope="col">{ words::atoms(lang) }</th>
                    <th scope="col">{ words::atomic_weight(lang) }</th>
                    <th scope="col">{ words::share(lang) }</th>
                </tr></thead>
                <tbody>{ for elements().into_iter().map(row) }</tbody>
            </table>
            <p class="hint">{ linked(&words::composition_note(lang, &from)) }</p>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shares_follow_from_atoms_and_weights_and_agree_with_the_table() {
        let all = elements();
        let mass: f64 = all.iter().map(|e| e.atoms * e.weight).sum();
        for (e, id) in all.iter().zip(["nd", "fe", "b"]) {
            assert!((e.atoms * e.weight / mass - e.share).abs() < 1e-9, "{}", e.symbol);
            let row = of_process(&format!("stoichiometry-{id}-mass-fraction-of-the-nd2fe14b-phase"));
            assert!((row[1].unwrap() - e.share * 100.0).abs() < 6e-4, "{}", e.symbol);
        }
        assert_eq!(all.map(|e| share(Lang::En, e.share)), ["26.68%", "72.32%", "1%"]);
    }
}
