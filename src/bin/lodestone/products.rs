//! What the magnets of a motor and a turbine cost, and the chain of prices that leads there.

use lodestone::format;
use lodestone::labels;
use lodestone::text::{Lang, command, outputs, product as words};
use lodestone_answers::cost::{Cost, Costs, told};
use lodestone_answers::shock::{Chain, Shock};
use lodestone_model::inputs::{Currency, Inputs};
use lodestone_model::outputs::Output;
use lodestone_model::report::Product;

use crate::how::{How, note};
use crate::table::{head, row, table};
use crate::text::{flags, listed};
use crate::{Answer, json};

/// The two products as text, below the shocks in force.
fn costs_text(costs: &Costs, inputs: &Inputs, lang: Lang) -> String {
    let titled = |title: &str, p: &Product| format!("\n{title}\n{}", product(p, lang));
    let both = titled(words::motor_title(lang), &costs.motor) + &titled(words::turbine_title(lang), &costs.turbine);
    listed(inputs, lang) + &both
}

/// Prices of oxides and metals before and after.
fn prices(chain: &Chain, lang: Lang) -> String {
    let mut rows = vec![vec!["USD/kg".to_owned(), command::before(lang).into(), command::after(lang).into()]];
    let ranged = |r| format::ranged(lang, r, format::PLAIN);
    for (i, (oxide, metal)) in chain.oxides.iter().zip(&chain.metals).enumerate() {
        let name = labels::part(lang, i);
        rows.push(vec![command::oxide_of(lang, name), ranged(oxide.0), ranged(oxide.1)]);
        rows.push(vec![command::metal_of(lang, name), ranged(metal.0), ranged(metal.1)]);
    }
    table(&rows)
}

/// Magnets of one motor and one turbine.
pub fn cost(inputs: &Inputs, how: How, lang: Lang) -> Answer {
    let (mut costs, told) = (Costs::new(inputs, how), told(inputs));
    let json = json::data(&Cost::of(inputs, how, &costs, &told));
    let text = costs_text(&costs, inputs, lang) + "\n" + &note(how, lang, &mut costs) + &flags(&told, lang);
    Answer { json, text }
}

fn product(p: &Product, lang: Lang) -> String {
    let mut rows = vec![head(lang, "")];
    rows.push(row(lang, format!("{}, kg", words::mass(lang)), p.magnet_kg));
    for c in &p.currencies {
        let code = c.currency.map_or("usd", Currency::key).to_uppercase();
        rows.push(row(lang, format!("{} {}", code, command::before(lang)), c.before));
        rows.push(row(lang, format!("{} {}", code, command::after(lang)), c.after));
        rows.push(row(lang, format!("{} {}", code, command::difference(lang)), c.difference));
    }
    rows.push(row(lang, format!("USD {}", words::difference_contained(lang)), p.difference_contained));
    table(&rows)
}

/// The chain: shocks, supply, prices, rates, costs.
pub fn shock(inputs: &Inputs, how: How, lang: Lang) -> Answer {
    let (mut chain, told) = (Chain::new(inputs, how), told(inputs));
    let json = json::data(&Shock::of(inputs, how, &chain, &told));
    let lost = format::ranged(lang, chain.supplied.map(|left| 1.0 - left), format::PERCENT);
    let lost = format!("{}: {lost}\n", outputs::label(lang, Output::SupplyLost));
    let (prices, costs) = (prices(&chain, lang), costs_text(&chain.costs, inputs, lang));
    let text = format!("{prices}\n{lost}\n{costs}\n{}{}", note(how, lang, &mut chain), flags(&told, lang));
    Answer { json, text }
}
