//! The audit of the claims: as lines for people, as data for programs.

use lodestone::claims::{arithmetic, compared, named, shown, verdict};
use lodestone::text::{Lang, command};
use lodestone_model::claims::{self, Audited, Origin, Tested, Value as Operand, Verdict};
use lodestone_model::data::{CLAIMS, DATA_VERSION};
use serde_json::{Value, json};

use crate::args::Claims;
use crate::{Answer, Refusal};

/// The claims that a filter leaves, each with its verdict; the least fitting first.
pub fn claims(filter: &Claims, lang: Lang) -> Result<Answer, Refusal> {
    if let Some(asked) = &filter.verdict
        && !Verdict::ALL.iter().any(|v| v.key() == asked)
    {
        let accepted = Verdict::ALL.map(Verdict::key).join(", ");
        return Err(Refusal(lodestone::text::field::text_refused(lang, "verdict", asked, &accepted)));
    }
    let fits = |wanted: &Option<String>, found: &str| wanted.as_ref().is_none_or(|w| w == found);
    let wanted = |a: &&Audited| {
        let c = a.claim;
        c.id.starts_with(&filter.id)
            && fits(&filter.topic, c.topic)
            && fits(&filter.source, c.source_id)
            && fits(&filter.verdict, a.verdict.key())
    };
    let all = claims::all();
    let mut found: Vec<&Audited> = all.iter().filter(wanted).collect();
    if found.is_empty() {
        return Err(Refusal(command::no_claim(lang).to_owned()));
    }
    let json = document(found.iter().copied());
    found.sort_by(|a, b| {
        (b.verdict, b.is_contested(), b.distance())
            .partial_cmp(&(a.verdict, a.is_contested(), a.distance()))
            .unwrap_or(std::cmp::Ordering::Equal)
    });
    let text = found.iter().map(|a| lines(lang, a)).collect();
    Ok(Answer { json, text })
}

/// The claims with their verdicts as `claims.json` holds them.
pub fn document<'a>(found: impl IntoIterator<Item = &'a Audited> + Clone) -> Value {
    let count = |v: Verdict| found.clone().into_iter().filter(|a| a.verdict == v).count();
    let counts: serde_json::Map<String, Value> =
        Verdict::ALL.iter().map(|v| (v.key().to_owned(), json!(count(*v)))).collect();
    let data: Vec<Value> = found.clone().into_iter().map(claim).collect();
    json!({
        "$schema": "claims.schema.json", "version": env!("CARGO_PKG_VERSION"), "data_version": DATA_VERSION,
        "verdicts": counts, "claims": data,
    })
}

/// A claim and its comparisons, a line each.
fn lines(lang: Lang, a: &Audited) -> String {
    let c = a.claim;
    let mut out =
        format!("{}  {}  {}: {} = {}\n", c.id, verdict(lang, a.verdict), c.subject, c.quantity, shown(lang, c));
    for t in &a.tests {
        out += &format!("    {}  {}  {}", verdict(lang, t.verdict), arithmetic(lang, t), compared(lang, t));
        if let Some(needed) = named(lang, t) {
            out += &format!("  {needed}");
        }
        out.push('\n');
    }
    out
}

/// A claim as an object of `claims.json`: every column of the table, the place in its source, the verdict and what it
/// comes from.
fn claim(a: &Audited) -> Value {
    let c = a.claim;
    // An empty cell is null, as in every other table.
    let text = |cell: &'static str| Some(cell).filter(|t| !t.is_empty());
    json!({
        "id": c.id, "kind": text(c.kind), "topic": text(c.topic),
        "subject": c.subject, "subject_ko": c.subject_ko, "subject_zh_hans": c.subject_zh_hans,
        "quantity": c.quantity, "quantity_ko": c.quantity_ko, "quantity_zh_hans": c.quantity_zh_hans,
        "low": c.low, "central": c.central, "high": c.high, "unit": c.unit,
        "period": text(c.period), "region": text(c.region), "date": c.date, "source_id": c.source_id, "grade": c.grade,
        "note": text(c.note), "note_ko": text(c.note_ko), "note_zh_hans": text(c.note_zh_hans),
        "place": lodestone::cite::source(c.source_id).map(|s| s.locator),
        "verdict": a.verdict.key(),
        "differing": a.differing,
        "comparisons": a.tests.iter().map(comparison).collect::<Vec<_>>(),
    })
}

fn comparison(t: &Tested) -> Value {
    let [low, central, high] = t.ours;
    json!({
        "id": t.audit.id,
        "rule": t.audit.rule.key(),
        "formula": t.audit.rule.formula(t.operands.len()),
        "operands": t.operands.iter().map(operand).collect::<Vec<_>>(),
        "ours": { "low": low, "central": central, "high": high, "unit": t.audit.claim().unit },
        "printed": { "low": t.printed.0, "high": t.printed.1 },
        "claim_over_ours": t.factor,
        "difference": t.claim[1] - central,
        "needed": t.needed.map(|n| json!({
            "operand": n.operand + 1, "parameter": n.param.map(|p| p.key()), "value": n.value, "within_evidence": n.within,
        })),
        "conflict": Some(t.audit.conflict).filter(|c| !c.is_empty()),
        "verdict": t.verdict.key(),
    })
}

fn operand(v: &Operand) -> Value {
    let from = match v.operand.origin {
        Origin::Claim(i) => json!({ "claim": CLAIMS[i].id }),
        Origin::Row(table, row, source) => json!({ "table": table, "row": row, "source": source }),
        Origin::Param(param) => json!({ "parameter": param.key() }),
        Origin::Model(asked) => json!({ "model": asked }),
        Origin::Literal => json!("stated"),
    };
    let [low, central, high] = v.numbers;
    json!({ "from": from, "low": low, "central": central, "high": high, "unit": v.operand.unit })
}
