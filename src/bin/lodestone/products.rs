//! What the magnets of a motor and a turbine cost, and the chain of prices that leads there.

use lodestone::format;
use lodestone::labels;
use lodestone::text::{Lang, command, outputs};
use lodestone_model::inputs::{Case, Currency, Inputs, Reading};
use lodestone_model::outputs::Output;
use lodestone_model::report::{Product, Report, View};
use lodestone_model::shocks::{self, Market};
use serde_json::{Value, json};

use crate::table::{head, row, table};
use crate::text::{flags, listed};
use crate::{Answer, json};

/// Magnets of one motor and one turbine.
pub fn cost(inputs: &Inputs, lang: Lang) -> Answer {
    let report = Report::new(inputs, View::default());
    let mut data = json::head(inputs);
    data.insert("motor".into(), json::product(&report.motor));
    data.insert("turbine".into(), json::product(&report.wind));
    data.insert("flags".into(), json::flags(&report.flags));
    let mut text = listed(inputs, lang);
    for (name, p) in [
        (lodestone::text::product::motor_title(lang), &report.motor),
        (lodestone::text::product::turbine_title(lang), &report.wind),
    ] {
        text += &format!("\n{name}\n{}", product(p, lang));
    }
    text += &flags(&report.flags, lang);
    Answer { json: Value::Object(data), text }
}

fn product(p: &Product, lang: Lang) -> String {
    let mut rows = vec![head(lang, "")];
    rows.push(row(lang, format!("{}, kg", lodestone::text::product::mass(lang)), p.magnet_kg));
    for c in &p.currencies {
        let code = c.currency.map_or("usd", Currency::key).to_uppercase();
        rows.push(row(lang, format!("{} {}", code, command::before(lang)), c.before));
        rows.push(row(lang, format!("{} {}", code, command::after(lang)), c.after));
        rows.push(row(lang, format!("{} {}", code, command::difference(lang)), c.difference));
    }
    let contained = lodestone::text::product::difference_contained(lang);
    rows.push(row(lang, format!("USD {contained}"), p.difference_contained));
    table(&rows)
}

/// The chain: shocks, supply, prices, rates, costs.
pub fn shock(inputs: &Inputs, lang: Lang) -> Answer {
    let x = Reading::new(inputs, Case::Central);
    let before = Market::baseline(&x);
    let after = before.after(&shocks::scenario(&x));
    let prices = |m: &Market| [m.oxides.nd.per_kg(), m.oxides.pr.per_kg(), m.oxides.dy.per_kg(), m.oxides.tb.per_kg()];
    let metals = |m: &Market| [m.metals.nd.per_kg(), m.metals.pr.per_kg(), m.metals.dy.per_kg(), m.metals.tb.per_kg()];
    let mut data = json::head(inputs);
    let elements = ["nd", "pr", "dy", "tb"];
    let pairs = |a: [f64; 4], b: [f64; 4]| -> serde_json::Map<String, Value> {
        (0..4).map(|i| (elements[i].to_owned(), json!({ "before": a[i], "after": b[i] }))).collect()
    };
    data.insert("supply_left".into(), json!(after.supplied.value()));
    data.insert("oxide_usd_per_kg".into(), json!(pairs(prices(&before), prices(&after))));
    data.insert("metal_usd_per_kg".into(), json!(pairs(metals(&before), metals(&after))));
    let rates: serde_json::Map<String, Value> = Currency::ALL
        .iter()
        .map(|c| {
            let i = *c as usize;
            (
                c.key().to_owned(),
                json!({ "rate_factor": after.rates[i].value(), "cost_factor": after.passed[i].value() }),
            )
        })
        .collect();
    data.insert("rates".into(), json!(rates));
    data.insert("customs_factor".into(), json!(after.customs.value()));
    let costs = cost(inputs, lang);
    data.insert("motor".into(), costs.json["motor"].clone());
    data.insert("turbine".into(), costs.json["turbine"].clone());
    let mut rows = vec![vec!["USD/kg".to_owned(), command::before(lang).into(), command::after(lang).into()]];
    for i in 0..elements.len() {
        let metal = labels::part(lang, i);
        let figures = |a: [f64; 4], b: [f64; 4]| [format::figure(a[i]), format::figure(b[i])];
        let oxide = [vec![command::oxide_of(lang, metal)], figures(prices(&before), prices(&after)).to_vec()].concat();
        let pure = [vec![command::metal_of(lang, metal)], figures(metals(&before), metals(&after)).to_vec()].concat();
        rows.extend([oxide, pure]);
    }
    let lost = format!(
        "{}: {}\n",
        outputs::label(lang, Output::SupplyLost),
        format::percent(lang, 1.0 - after.supplied.value())
    );
    let text = format!("{}\n{lost}\n{}", table(&rows), costs.text);
    Answer { json: Value::Object(data), text }
}
