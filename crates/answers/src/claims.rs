//! The numeric claims of the source documents, recomputed, each with its verdict.

use std::collections::BTreeMap;

use lodestone_model::claims::{Audited, Origin, Tested, Value, Verdict};
use lodestone_model::data::{CLAIMS, DATA_VERSION, OTHER_SOURCES, SOURCES};
use serde::Serialize;

use crate::head::VERSION;

/// Which claims.
#[derive(Debug, Clone, Default)]
pub struct Filter<'a> {
    /// Key of one claim, or the beginning of several.
    pub id: &'a str,
    /// A topic.
    pub topic: Option<&'a str>,
    /// Key of a source.
    pub source: Option<&'a str>,
    /// A verdict.
    pub verdict: Option<Verdict>,
}

impl Filter<'_> {
    /// Whether a claim is one of them.
    #[must_use]
    pub fn takes(&self, a: &Audited) -> bool {
        let fits = |wanted: Option<&str>, found: &str| wanted.is_none_or(|w| w == found);
        a.claim.id.starts_with(self.id)
            && fits(self.topic, a.claim.topic)
            && fits(self.source, a.claim.source_id)
            && self.verdict.is_none_or(|v| v == a.verdict)
    }
}

/// The claims with their verdicts, as `claims.json` holds them.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Claims {
    /// The schema of this document.
    #[serde(rename = "$schema")]
    pub schema: &'static str,
    /// Version of the program.
    pub version: &'static str,
    /// Version of its data.
    pub data_version: &'static str,
    /// How many claims have each verdict.
    pub verdicts: BTreeMap<&'static str, usize>,
    /// The claims, in the order of their table.
    pub claims: Vec<Claim>,
}

/// A claim: every column of the table, the place in its source, the verdict and what it comes from.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[allow(missing_docs)] // the columns of `static-data/claims.csv`, which describes them
pub struct Claim {
    pub id: &'static str,
    pub kind: Option<&'static str>,
    pub topic: Option<&'static str>,
    pub subject: &'static str,
    pub subject_ko: &'static str,
    pub subject_zh_hans: &'static str,
    pub quantity: &'static str,
    pub quantity_ko: &'static str,
    pub quantity_zh_hans: &'static str,
    pub low: Option<f64>,
    pub central: Option<f64>,
    pub high: Option<f64>,
    pub unit: &'static str,
    pub period: Option<&'static str>,
    pub region: Option<&'static str>,
    pub date: &'static str,
    pub source_id: &'static str,
    pub grade: &'static str,
    pub note: Option<&'static str>,
    pub note_ko: Option<&'static str>,
    pub note_zh_hans: Option<&'static str>,
    /// The place in the source.
    pub place: Option<&'static str>,
    /// Key of the verdict.
    pub verdict: &'static str,
    /// How many of the comparisons differ.
    pub differing: usize,
    /// What the claim was compared with.
    pub comparisons: Vec<Comparison>,
}

/// A claim set beside what the model or other claims make of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Comparison {
    /// Its key.
    pub id: &'static str,
    /// Key of the rule.
    pub rule: &'static str,
    /// The rule as a formula.
    pub formula: String,
    /// What the rule takes.
    pub operands: Vec<Operand>,
    /// What the rule gives.
    pub ours: Ours,
    /// What the claim says, as far as its digits go.
    pub printed: Printed,
    /// The claim over what the rule gives.
    pub claim_over_ours: Option<f64>,
    /// The claim less what the rule gives.
    pub difference: f64,
    /// What would make the claim true.
    pub needed: Option<Needed>,
    /// Key of the conflict between sources that explains the difference.
    pub conflict: Option<&'static str>,
    /// Key of the verdict.
    pub verdict: &'static str,
}

/// What a rule gives.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[allow(missing_docs)] // low, central, high as everywhere
pub struct Ours {
    pub low: f64,
    pub central: f64,
    pub high: f64,
    pub unit: &'static str,
}

/// Between which two numbers a printed one lies.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct Printed {
    pub low: f64,
    pub high: f64,
}

/// The value of an operand that would make a claim true.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Needed {
    /// Which operand, from 1.
    pub operand: usize,
    /// The parameter that it is.
    pub parameter: Option<&'static str>,
    /// The value.
    pub value: f64,
    /// Whether the value lies within the evidence.
    pub within_evidence: bool,
}

/// What a rule takes.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[allow(missing_docs)]
pub struct Operand {
    /// Where it comes from.
    pub from: From,
    pub low: f64,
    pub central: f64,
    pub high: f64,
    pub unit: &'static str,
}

/// Where an operand comes from.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum From {
    /// Another claim, by its key.
    Claim(&'static str),
    /// A parameter, by its key.
    Parameter(&'static str),
    /// An answer of the model.
    Model(&'static str),
    /// A number that the comparison states.
    Stated,
    /// A row of a table.
    #[serde(untagged)]
    Row {
        /// The table.
        table: &'static str,
        /// The row.
        row: &'static str,
        /// Key of its source.
        source: &'static str,
    },
}

/// These claims as data.
pub fn document<'a>(found: impl IntoIterator<Item = &'a Audited> + Clone) -> Claims {
    let count = |v: Verdict| found.clone().into_iter().filter(|a| a.verdict == v).count();
    Claims {
        schema: "claims.schema.json",
        version: VERSION,
        data_version: DATA_VERSION,
        verdicts: Verdict::ALL.iter().map(|v| (v.key(), count(*v))).collect(),
        claims: found.clone().into_iter().map(claim).collect(),
    }
}

fn claim(a: &Audited) -> Claim {
    let c = a.claim;
    // An empty cell is null, as in every other table.
    let text = |cell: &'static str| Some(cell).filter(|t| !t.is_empty());
    Claim {
        id: c.id,
        kind: text(c.kind),
        topic: text(c.topic),
        subject: c.subject,
        subject_ko: c.subject_ko,
        subject_zh_hans: c.subject_zh_hans,
        quantity: c.quantity,
        quantity_ko: c.quantity_ko,
        quantity_zh_hans: c.quantity_zh_hans,
        low: c.low,
        central: c.central,
        high: c.high,
        unit: c.unit,
        period: text(c.period),
        region: text(c.region),
        date: c.date,
        source_id: c.source_id,
        grade: c.grade,
        note: text(c.note),
        note_ko: text(c.note_ko),
        note_zh_hans: text(c.note_zh_hans),
        place: SOURCES.iter().chain(&OTHER_SOURCES).find(|s| s.id == c.source_id).map(|s| s.locator),
        verdict: a.verdict.key(),
        differing: a.differing,
        comparisons: a.tests.iter().map(comparison).collect(),
    }
}

fn comparison(t: &Tested) -> Comparison {
    let [low, central, high] = t.ours;
    Comparison {
        id: t.audit.id,
        rule: t.audit.rule.key(),
        formula: t.audit.rule.formula(t.operands.len()),
        operands: t.operands.iter().map(operand).collect(),
        ours: Ours { low, central, high, unit: t.audit.claim().unit },
        printed: Printed { low: t.printed.0, high: t.printed.1 },
        claim_over_ours: t.factor,
        difference: t.claim[1] - central,
        needed: t.needed.map(|n| Needed {
            operand: n.operand + 1,
            parameter: n.param.map(|p| p.key()),
            value: n.value,
            within_evidence: n.within,
        }),
        conflict: Some(t.audit.conflict).filter(|c| !c.is_empty()),
        verdict: t.verdict.key(),
    }
}

fn operand(v: &Value) -> Operand {
    let from = match v.operand.origin {
        Origin::Claim(i) => From::Claim(CLAIMS[i].id),
        Origin::Row(table, row, source) => From::Row { table, row, source },
        Origin::Param(param) => From::Parameter(param.key()),
        Origin::Model(asked) => From::Model(asked),
        Origin::Literal => From::Stated,
    };
    let [low, central, high] = v.numbers;
    Operand { from, low, central, high, unit: v.operand.unit }
}
