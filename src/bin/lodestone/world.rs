//! Who needs and who supplies: demand by application, countries and stages, the balance of NdPr oxide.

use lodestone::format;
use lodestone::labels::{self, Named};
use lodestone::text::{Lang, demand as demand_words, supply as supply_words};
use lodestone_answers::cost::told;
use lodestone_answers::demand::{self, Demand};
use lodestone_answers::supply::{Balance, Supply, balances};
use lodestone_model::data::Elasticity;
use lodestone_model::inputs::{Inputs, Stage};
use lodestone_model::supply;

use crate::how::{How, note};
use crate::table::{head, row, table};
use crate::text::flags;
use crate::{Answer, json};

/// Demand by application.
pub fn demand(inputs: &Inputs, year: i32, how: How, lang: Lang) -> Answer {
    let (mut d, told) = (demand::year(inputs, year, how), told(inputs));
    let json = json::data(&Demand::of(inputs, how, &d));
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
    Answer { json, text: table(&rows) + &note(how, lang, &mut d) + &flags(&told, lang) }
}

/// Production, reserves, shares, concentration, price responses.
pub fn supply(inputs: &Inputs, lang: Lang) -> Answer {
    let edition = inputs.choices.edition;
    let mut text = String::new();
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
    }
    let mut rows = vec![vec![supply_words::elasticity(lang).to_owned(), "κ".to_owned()]];
    rows.extend(Elasticity::ALL.iter().map(|e| vec![labels::elasticity(lang, *e).into(), format::figure(e.kappa())]));
    text += &table(&rows);
    Answer { json: json::data(&Supply::from(inputs)), text }
}

/// Supply, recycling, demand and gap.
pub fn balance(inputs: &Inputs, how: How, lang: Lang) -> Answer {
    let mut balance = balances(inputs, how);
    let json = json::data(&Balance::of(inputs, how, &balance));
    let mut text = String::new();
    for b in &balance {
        let figures = [
            (supply_words::from_mines(lang), b.supply),
            (supply_words::secondary(lang), Some(b.secondary)),
            (supply_words::needed(lang), b.demand),
            (supply_words::gap(lang), b.gap),
        ];
        let mut rows = vec![head(lang, &format!("{}, t", b.year))];
        for (name, r) in figures {
            if let Some(r) = r {
                rows.push(row(lang, name, r));
            }
        }
        if let Some(r) = b.gap_share {
            rows.push(row(lang, format!("{} %", supply_words::gap_share(lang)), r.map(|v| v * 100.0)));
        }
        for (i, metal) in b.metals.into_iter().enumerate() {
            let (name, demand, back) = (labels::part(lang, i), metal.demand, metal.secondary);
            rows.push(row(lang, format!("{name}: {}", supply_words::needed(lang)), demand));
            rows.push(row(lang, format!("{name}: {}", supply_words::secondary(lang)), back));
        }
        text += &(table(&rows) + "\n");
    }
    text += &note(how, lang, &mut balance);
    Answer { json, text }
}
