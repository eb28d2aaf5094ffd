//! Who needs and who supplies: demand by application, countries and stages, the balance of NdPr oxide.

use lodestone::format;
use lodestone::labels::{self, Named};
use lodestone::text::{Lang, demand as demand_words, supply as supply_words};
use lodestone_model::data::Elasticity;
use lodestone_model::demand::Tracks;
use lodestone_model::inputs::{Edition, Inputs, Reading, Stage};
use lodestone_model::outputs::Shared;
use lodestone_model::report::{self, Report, SupplySide, View};
use lodestone_model::supply;
use serde_json::{Value, json};

use crate::how::How;
use crate::table::{head, row, table};
use crate::text::flags;
use crate::{Answer, json};

/// Demand by application.
pub fn demand(inputs: &Inputs, year: i32, how: How, lang: Lang) -> Answer {
    let view = View { year, ..View::default() };
    let mut d = how.ranges(inputs, || {
        let tracks = Tracks::new(inputs.choices.outlook);
        move |x: &Reading<'_>| report::year(x, &tracks, view)
    });
    let told = Report::central(inputs, view).flags;
    let mut data = json::head(inputs, how);
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
    Answer { json: Value::Object(data), text: table(&rows) + &how.note(lang, &mut d) + &flags(&told, lang) }
}

/// Production, reserves, shares, concentration, price responses.
pub fn supply(inputs: &Inputs, lang: Lang) -> Answer {
    let edition = inputs.choices.edition;
    let mut data = json::described(inputs);
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
pub fn balance(inputs: &Inputs, how: How, lang: Lang) -> Answer {
    let mut balance = how.ranges(inputs, || {
        let shared = Shared::default();
        move |x: &Reading<'_>| SupplySide::at(x, &shared).balance
    });
    let mut data = json::head(inputs, how);
    let mut years = Vec::new();
    let mut text = String::new();
    for b in &balance {
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
    text += &how.note(lang, &mut balance);
    Answer { json: Value::Object(data), text }
}
