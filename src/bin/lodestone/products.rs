//! What the magnets of a motor and a turbine cost, and the chain of prices that leads there.

use lodestone::format;
use lodestone::labels;
use lodestone::text::{Lang, command, outputs, product as words};
use lodestone_model::inputs::{Currency, Inputs, Reading, Use};
use lodestone_model::outputs::Output;
use lodestone_model::report::{self, Product, Range, Ranges, Report, View};
use lodestone_model::shocks::{self, Market};
use serde_json::{Map, Value, json};

use crate::how::How;
use crate::table::{head, row, table};
use crate::text::{flags, listed};
use crate::{Answer, json};

/// A figure before and after the shocks.
type Pair = (Range, Range);

/// The two products.
struct Costs {
    motor: Product,
    turbine: Product,
}

impl Costs {
    fn at(x: &Reading) -> Self {
        let product = |used| {
            let mut made = report::product(x, used, View::default());
            // Nobody sees the curve here.
            made.curve.points.clear();
            made
        };
        Self { motor: product(Use::Motor), turbine: product(Use::Turbine) }
    }

    fn json(&self, data: &mut Map<String, Value>) {
        data.insert("motor".into(), json::product(&self.motor));
        data.insert("turbine".into(), json::product(&self.turbine));
    }

    fn text(&self, inputs: &Inputs, lang: Lang) -> String {
        let titled = |title: &str, p: &Product| format!("\n{title}\n{}", product(p, lang));
        let both = titled(words::motor_title(lang), &self.motor) + &titled(words::turbine_title(lang), &self.turbine);
        listed(inputs, lang) + &both
    }
}

impl Ranges for Costs {
    fn each(&mut self, see: &mut dyn FnMut(&mut Range)) {
        self.motor.each(see);
        self.turbine.each(see);
    }
}

/// What lies between the shocks and the costs.
struct Chain {
    supplied: Range,
    /// USD per kg of Nd, Pr, Dy, Tb.
    oxides: [Pair; 4],
    /// USD per kg of Nd, Pr, Dy, Tb.
    metals: [Pair; 4],
    /// For each currency: factor of its rate, factor of the cost in it.
    rates: Vec<Pair>,
    customs: Range,
    costs: Costs,
}

impl Chain {
    fn at(x: &Reading) -> Self {
        let before = Market::baseline(x);
        let after = before.after(&shocks::scenario(x));
        let one = Range::exactly;
        let pairs = |of: fn(&Market) -> [f64; 4]| [0, 1, 2, 3].map(|i| (one(of(&before)[i]), one(of(&after)[i])));
        let rate = |c: &Currency| (one(after.rates[*c as usize].value()), one(after.passed[*c as usize].value()));
        Self {
            supplied: one(after.supplied.value()),
            oxides: pairs(|m| [m.oxides.nd.per_kg(), m.oxides.pr.per_kg(), m.oxides.dy.per_kg(), m.oxides.tb.per_kg()]),
            metals: pairs(|m| [m.metals.nd.per_kg(), m.metals.pr.per_kg(), m.metals.dy.per_kg(), m.metals.tb.per_kg()]),
            rates: Currency::ALL.iter().map(rate).collect(),
            customs: one(after.customs.value()),
            costs: Costs::at(x),
        }
    }

    fn prices(&self, lang: Lang) -> String {
        let mut rows = vec![vec!["USD/kg".to_owned(), command::before(lang).into(), command::after(lang).into()]];
        let ranged = |r| format::ranged(lang, r, format::PLAIN);
        for (i, (oxide, metal)) in self.oxides.iter().zip(&self.metals).enumerate() {
            let name = labels::part(lang, i);
            rows.push(vec![command::oxide_of(lang, name), ranged(oxide.0), ranged(oxide.1)]);
            rows.push(vec![command::metal_of(lang, name), ranged(metal.0), ranged(metal.1)]);
        }
        table(&rows)
    }
}

impl Ranges for Chain {
    fn each(&mut self, see: &mut dyn FnMut(&mut Range)) {
        see(&mut self.supplied);
        for (a, b) in self.oxides.iter_mut().chain(&mut self.metals).chain(&mut self.rates) {
            see(a);
            see(b);
        }
        see(&mut self.customs);
        self.costs.each(see);
    }
}

/// Magnets of one motor and one turbine.
pub fn cost(inputs: &Inputs, how: How, lang: Lang) -> Answer {
    let mut costs = how.ranges(inputs, || Costs::at);
    let told = Report::central(inputs, View::default()).flags;
    let mut data = json::head(inputs, how);
    costs.json(&mut data);
    data.insert("flags".into(), json::flags(&told));
    let text = costs.text(inputs, lang) + "\n" + &how.note(lang, &mut costs) + &flags(&told, lang);
    Answer { json: Value::Object(data), text }
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
    let mut chain = how.ranges(inputs, || Chain::at);
    let told = Report::central(inputs, View::default()).flags;
    let mut data = json::head(inputs, how);
    let pairs = |all: &[Pair; 4]| -> Map<String, Value> {
        let one = |(a, b): &Pair| json!({ "before": json::range(*a), "after": json::range(*b) });
        json::METALS.iter().zip(all).map(|(k, pair)| ((*k).to_owned(), one(pair))).collect()
    };
    let rate = |(a, b): &Pair| json!({ "rate_factor": json::range(*a), "cost_factor": json::range(*b) });
    let rates: Map<String, Value> =
        Currency::ALL.iter().zip(&chain.rates).map(|(c, pair)| (c.key().to_owned(), rate(pair))).collect();
    data.insert("supply_left".into(), json::range(chain.supplied));
    data.insert("oxide_usd_per_kg".into(), json!(pairs(&chain.oxides)));
    data.insert("metal_usd_per_kg".into(), json!(pairs(&chain.metals)));
    data.insert("rates".into(), json!(rates));
    data.insert("customs_factor".into(), json::range(chain.customs));
    chain.costs.json(&mut data);
    data.insert("flags".into(), json::flags(&told));
    let lost = format::ranged(lang, chain.supplied.map(|left| 1.0 - left), format::PERCENT);
    let lost = format!("{}: {lost}\n", outputs::label(lang, Output::SupplyLost));
    let (prices, costs) = (chain.prices(lang), chain.costs.text(inputs, lang));
    let text = format!("{prices}\n{lost}\n{costs}\n{}{}", how.note(lang, &mut chain), flags(&told, lang));
    Answer { json: Value::Object(data), text }
}
