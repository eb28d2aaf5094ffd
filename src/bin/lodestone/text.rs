//! Answers for people: aligned tables with units and ranges, and beside them the same as JSON.

use lodestone::format;
use lodestone::labels::{self, Named};
use lodestone::text::{Lang, command, demand as demand_words, outputs, parameters, supply as supply_words};
use lodestone_model::data::Elasticity;
use lodestone_model::inputs::{Case, Currency, Edition, Inputs, Param, Reading, Stage};
use lodestone_model::outputs::{self as answers, Output, Shared};
use lodestone_model::report::{Flag, Product, Report, View, balance_years, balances};
use lodestone_model::shocks::{self, Market};
use lodestone_model::supply;
use serde_json::{Value, json};

use crate::Answer;
use crate::json;
use crate::table::{head, row, table};

/// The shocks in force, in their order.
fn listed(inputs: &Inputs, lang: Lang) -> String {
    let all = shocks::scenario(&Reading::new(inputs, Case::Central));
    if all.is_empty() {
        return format!("{}\n", command::no_shocks(lang));
    }
    let lines: Vec<String> = all.iter().enumerate().map(|(i, s)| format!("  {}. {s}", i + 1)).collect();
    format!("{}:\n{}\n", command::shocks(lang), lines.join("\n"))
}

fn flags(flags: &[Flag], lang: Lang) -> String {
    let sentence = |flag: &Flag| match flag {
        Flag::OutsideEvidence(p) => lodestone::text::page::flag_outside(lang, parameters::label(lang, *p)),
        Flag::NegativePrice(metal) => lodestone::text::page::flag_negative(lang, labels::part(lang, *metal)),
    };
    flags.iter().map(|f| format!("! {}\n", sentence(f))).collect()
}

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

/// Demand by application.
pub fn demand(inputs: &Inputs, year: i32, lang: Lang) -> Answer {
    let report = Report::new(inputs, View { year, ..View::default() });
    let d = &report.year;
    let mut data = json::head(inputs);
    data.insert("year".into(), json!(d.year));
    data.insert("applications".into(), d.applications.iter().map(json::application).collect());
    data.insert("magnet_t".into(), json::range(d.magnet));
    data.insert("ndpr_oxide_t".into(), json::range(d.ndpr_oxide));
    data.insert("published_t".into(), json!(d.published));
    data.insert("other_uses_t".into(), json!(d.other_uses.map(json::range)));
    let title = format!("{}, t, {}", demand_words::application(lang), d.year);
    let mut rows = vec![head(lang, &title)];
    for a in &d.applications {
        let name = labels::application(lang, a.application);
        match a.magnet {
            Some(r) => rows.push(row(lang, name, r)),
            None => rows.push(vec![name.into(), "–".into(), "–".into(), "–".into()]),
        }
    }
    rows.push(row(lang, demand_words::total(lang), d.magnet));
    rows.push(row(lang, demand_words::ndpr_short(lang), d.ndpr_oxide));
    Answer { json: Value::Object(data), text: table(&rows) + &flags(&report.flags, lang) }
}

/// Production, reserves, shares, concentration, price responses.
pub fn supply(inputs: &Inputs, lang: Lang) -> Answer {
    let edition = inputs.choices.edition;
    let mut data = json::head(inputs);
    let mut text = String::new();
    let mut editions = serde_json::Map::new();
    for e in Edition::ALL {
        let years: Vec<Value> = supply::years(*e)
            .into_iter()
            .filter_map(|y| supply::mined(*e, y))
            .map(|m| {
                let countries: Vec<Value> = m.countries.iter().map(holding).collect();
                json!({ "year": m.year, "world_t": m.world.tonnes(), "world_is_printed": m.printed, "countries": countries })
            })
            .collect();
        let reserves = supply::reserves(*e).map(|(all, world)| {
            json!({ "world_t": world.tonnes(), "countries": all.iter().map(holding).collect::<Vec<_>>() })
        });
        editions.insert(e.key().into(), json!({ "production": years, "reserves": reserves }));
    }
    data.insert("editions".into(), Value::Object(editions));
    let mut stages = serde_json::Map::new();
    for stage in Stage::ALL {
        let parts = supply::parts(edition, *stage);
        let (low, high) = supply::herfindahl(parts.iter().map(|p| p.share));
        text += &format!(
            "{}: {}\n",
            stage.label(lang),
            supply_words::herfindahl(lang, &format::figure(low), &format::figure(high))
        );
        let mut rows =
            vec![vec![String::new(), supply_words::share(lang).into(), supply_words::described(lang).into()]];
        for p in parts.iter().filter(|p| p.share.share() > 0.0) {
            rows.push(vec![p.country.label(lang).into(), format::percent(lang, p.share.share()), p.date.into()]);
        }
        text += &(table(&rows) + "\n");
        let list: Vec<Value> = parts
            .iter()
            .map(
                |p| json!({ "country": p.country.key(), "share": p.share.share(), "date": p.date, "source": p.source }),
            )
            .collect();
        stages.insert(stage.key().into(), json!({ "shares": list, "herfindahl": [low, high] }));
    }
    data.insert("stages".into(), Value::Object(stages));
    let mut rows = vec![vec![supply_words::elasticity(lang).to_owned(), "κ".to_owned()]];
    rows.extend(Elasticity::ALL.iter().map(|e| vec![labels::elasticity(lang, *e).into(), format::figure(e.kappa())]));
    text += &table(&rows);
    let kappas: Vec<Value> = Elasticity::ALL.iter().map(|e| json!({ "key": e.key(), "kappa": e.kappa() })).collect();
    data.insert("elasticities".into(), json!(kappas));
    Answer { json: Value::Object(data), text }
}

fn holding(h: &supply::Holding) -> Value {
    json!({ "country": h.country.key(), "t": h.amount.tonnes(), "edition": h.edition, "source": h.source })
}

/// Supply, recycling, demand and gap.
pub fn balance(inputs: &Inputs, lang: Lang) -> Answer {
    let mut data = json::head(inputs);
    let mut years = Vec::new();
    let mut text = String::new();
    for b in balances(inputs, &Shared::default(), &balance_years()) {
        let figures = [
            ("supply_t", supply_words::from_mines(lang), b.supply),
            ("secondary_t", supply_words::secondary(lang), Some(b.secondary)),
            ("demand_t", supply_words::needed(lang), b.demand),
            ("gap_t", supply_words::gap(lang), b.gap),
        ];
        let mut rows = vec![head(lang, &format!("{}, t", b.year))];
        let mut item = serde_json::Map::from_iter([("year".to_owned(), json!(b.year))]);
        for (key, name, r) in figures {
            item.insert(key.into(), json!(r.map(json::range)));
            if let Some(r) = r {
                rows.push(row(lang, name, r));
            }
        }
        item.insert("gap_share".into(), json!(b.gap_share.map(json::range)));
        if let Some(r) = b.gap_share {
            rows.push(row(lang, format!("{} %", supply_words::gap_share(lang)), r.map(|v| v * 100.0)));
        }
        let mut metals = serde_json::Map::new();
        for (i, (key, metal)) in json::METALS.iter().zip(b.metals).enumerate() {
            let (name, demand, back) = (labels::part(lang, i), metal.demand, metal.secondary);
            metals.insert((*key).into(), json!({ "demand_t": json::range(demand), "secondary_t": json::range(back) }));
            rows.push(row(lang, format!("{name}: {}", supply_words::needed(lang)), demand));
            rows.push(row(lang, format!("{name}: {}", supply_words::secondary(lang)), back));
        }
        item.insert("metals".into(), Value::Object(metals));
        text += &(table(&rows) + "\n");
        years.push(Value::Object(item));
    }
    data.insert("years".into(), json!(years));
    Answer { json: Value::Object(data), text }
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

/// Every answer that is one number.
pub fn report(inputs: &Inputs, year: i32, lang: Lang) -> Answer {
    let shared = Shared::default();
    let mut data = json::head(inputs);
    data.insert("year".into(), json!(year));
    let mut rows = vec![head(lang, &year.to_string())];
    let mut all = Vec::new();
    for output in Output::ALL {
        let answer = answers::range(inputs, &shared, year, *output);
        all.push(json::output(*output, answer));
        let name = format!("{} [{}]", outputs::label(lang, *output), unit(inputs, *output));
        match answer {
            Some(r) => rows.push(row(lang, name, r)),
            None => rows.push(vec![name, String::new(), "–".into()]),
        }
    }
    data.insert("outputs".into(), json!(all));
    let mut text = table(&rows);
    for (param, value) in inputs.outside_evidence().map(|p| (p, inputs.get(p))).filter_map(|(p, v)| Some((p, v?))) {
        text += &format!(
            "! {} ({})\n",
            lodestone::text::page::flag_outside(lang, parameters::label(lang, param)),
            format::figure(value)
        );
    }
    Answer { json: Value::Object(data), text }
}

/// The unit of an answer, the chosen currency by its code.
pub fn unit(inputs: &Inputs, output: Output) -> String {
    match (output, output.unit()) {
        (Output::BillLocal, _) => inputs.choices.importer.currency().map_or("usd", Currency::key).to_uppercase(),
        (_, "local") => inputs.choices.currency.key().to_uppercase(),
        (_, other) => other.to_owned(),
    }
}

/// The name of an input with its key.
pub fn input(lang: Lang, param: Param) -> String {
    format!("{} ({})", parameters::label(lang, param), param.key())
}
