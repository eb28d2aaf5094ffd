//! Every input, output and scenario described: what the page makes its controls of, as JSON.

use lodestone_model::data::{DATA_VERSION, Elasticity, NamedScenario, Parameter, SOURCES};
use lodestone_model::demand::{ALL_YEARS, Application};
use lodestone_model::error::Error;
use lodestone_model::inputs::{Alloy, Inputs, MOST_UNITS, Param, Spread, Use, assign, correlation};
use lodestone_model::outputs::Output;
use lodestone_model::shocks::{MOST_SHOCKS, text::accepted};
use lodestone_model::uncertainty::Distribution;
use serde_json::{Map, Value, json};

use crate::labels;
use crate::text::{Lang, grades, outputs, parameters};

/// The whole description.
#[must_use]
pub fn schema() -> Value {
    json!({
        "name": "lodestone",
        "version": env!("CARGO_PKG_VERSION"),
        "data_version": DATA_VERSION,
        "inputs": Param::ALL.iter().map(|p| parameter(p.spec())).collect::<Vec<_>>(),
        "choices": choices(),
        "alloys": Use::ALL.iter().map(|u| alloys(*u)).collect::<Vec<_>>(),
        "units": Application::ALL.map(|a| json!({
            "key": format!("units.{}.YEAR", a.key()), "type": "number", "min": 0, "max": MOST_UNITS,
            "years": [ALL_YEARS.start(), ALL_YEARS.end()], "label": three(|l| labels::application(l, a)),
        })),
        "ranges": SPREADS.iter().map(|s| json!({
            "kind": s.kind, "form": s.form, "example": s.example.to_string(), "drawn_as": s.drawn_as,
        })).collect::<Vec<_>>(),
        "correlations": correlations(),
        "shocks": shocks(),
        "elasticities": Elasticity::ALL.map(|e| json!({ "key": e.key(), "kappa": e.kappa(), "label": three(|l| labels::elasticity(l, e)) })),
        "outputs": Output::ALL.iter().map(|o| json!({ "key": o.key(), "unit": o.unit(), "label": three(|l| outputs::label(l, *o)) })).collect::<Vec<_>>(),
        "scenarios": NamedScenario::ALL.map(|s| {
            let row = s.row();
            json!({ "key": s.key(), "date": row.date, "set": row.set, "shocks": row.shocks, "source": row.source_id, "label": three(|l| labels::scenario(l, s)) })
        }),
    })
}

/// A way to write a range.
struct Way {
    kind: &'static str,
    form: &'static str,
    example: Spread,
    drawn_as: &'static str,
}

const LOGNORMAL_OR_NORMAL: &str = "lognormal where both ends are above zero, else normal";
/// All ways, as [`Spread`] reads them.
const SPREADS: [Way; 6] = [
    Way { kind: "uniform", form: "LOW..HIGH", example: Spread::Alike(2.0, 4.0), drawn_as: "uniform" },
    Way { kind: "pert", form: "LOW..CENTRAL..HIGH", example: Spread::Likely(2.0, 2.5, 4.0), drawn_as: "pert" },
    Way { kind: "p5-p95", form: "p5 LOW..HIGH", example: Spread::P5P95(60.0, 140.0), drawn_as: LOGNORMAL_OR_NORMAL },
    Way { kind: "p10-p90", form: "p10 LOW..HIGH", example: Spread::P10P90(60.0, 140.0), drawn_as: LOGNORMAL_OR_NORMAL },
    Way { kind: "normal", form: "normal MEAN DEVIATION", example: Spread::Normal(100.0, 20.0), drawn_as: "normal" },
    Way {
        kind: "lognormal",
        form: "lognormal MEDIAN SIGMA",
        example: Spread::Lognormal(92.0, 0.26),
        drawn_as: "lognormal",
    },
];

/// How the default is drawn; nothing where there is none.
fn drawn_as(param: Param) -> Option<&'static str> {
    Inputs::default().distribution(param).map(|known| match known {
        Distribution::Exactly(_) => "exact",
        Distribution::Uniform { .. } => "uniform",
        Distribution::Pert { .. } => "pert",
        Distribution::Normal { .. } => "normal",
        Distribution::Lognormal { .. } => "lognormal",
    })
}

/// Whether an input takes ranges of this kind, whatever their numbers: a part of a whole takes those that have ends.
fn takes(param: Param, example: Spread) -> bool {
    !matches!(Inputs::default().spread(param, example), Err(Error::Spread { .. }))
}

/// The pairs of prices that are tied, by the inputs that hold their rank correlations.
fn correlations() -> Vec<Value> {
    let prices = correlation::PRICES;
    let pairs = (0..prices.len()).flat_map(|i| (i + 1..prices.len()).map(move |j| (prices[i], prices[j])));
    let one = |(p, (a, b)): (&Param, (Param, Param))| json!({ "key": p.key(), "between": [a.key(), b.key()], "kind": "rank", "default": Inputs::default().get(*p) });
    correlation::PARAMS.iter().zip(pairs).map(one).collect()
}

/// A name in every language.
pub fn three(label: impl Fn(Lang) -> &'static str) -> Value {
    let words: Map<String, Value> = Lang::ALL.into_iter().map(|l| (l.tag().to_owned(), json!(label(l)))).collect();
    json!(words)
}

fn parameter(p: &Parameter) -> Value {
    let sources: Vec<Value> = p
        .sources
        .iter()
        .filter_map(|i| SOURCES.get(*i))
        .map(
            |s| json!({ "id": s.id, "publisher": s.publisher, "title": s.title, "date": s.date, "locator": s.locator }),
        )
        .collect();
    json!({
        "key": p.key,
        "type": "number",
        "unit": p.unit.key(),
        "group": p.section,
        "min": p.possible.min,
        "min_is_excluded": p.possible.above_min,
        "max": p.possible.max,
        "default": p.set.then_some(p.central),
        "range": p.set.then_some([p.low, p.high]),
        "drawn_as": drawn_as(p.id),
        "takes": SPREADS.iter().filter(|s| takes(p.id, s.example)).map(|s| s.kind).collect::<Vec<_>>(),
        "evidence": p.evidence,
        "slider": p.slider,
        "rule": p.rule.key(),
        "grade": grades::label(Lang::En, p.grade),
        "date": p.date,
        "sources": sources,
        "label": three(|l| parameters::label(l, p.id)),
    })
}

fn choices() -> Vec<Value> {
    let described = labels::choices();
    let one = |(key, accepted, default): (&'static str, Vec<&'static str>, &'static str)| {
        let words = described.iter().find(|c| c.key == key);
        let value = |v: &&'static str| {
            let label = words.map(|w| three(|l| (w.variant)(l, v)));
            json!({ "key": v, "label": label })
        };
        json!({
            "key": key, "type": "choice", "values": accepted.iter().map(value).collect::<Vec<_>>(), "default": default,
            "label": words.map(|w| three(w.label)),
        })
    };
    assign::choices().into_iter().map(one).collect()
}

fn alloys(used: Use) -> Value {
    json!({
        "key": format!("alloy.{}", used.key()), "type": "choice",
        "values": Alloy::ALL.map(|a| json!({ "key": a.key(), "label": three(|l| labels::alloy(l, a)) })),
    })
}

fn shocks() -> Value {
    let kinds = [
        ("price", "price:SUBSTANCE:USD_PER_KG"),
        ("relative", "relative:ELEMENTS:CHANGE"),
        ("rate", "rate:CURRENCY:value|quote:CHANGE"),
        ("freight", "freight:CHANGE"),
        ("tariff", "tariff:CHANGE"),
        ("import-vat", "import-vat:CHANGE"),
        ("outage", "outage:STAGE:COUNTRY:rate|annual:SHARE:MONTHS"),
        ("control", "control:ELEMENTS:SHARE"),
        ("demand", "demand:APPLICATION:LEVER:CHANGE"),
    ];
    let parts = ["substance", "elements", "currency", "stage", "country", "application", "lever"];
    json!({
        "key": "shocks", "type": "list", "separator": ";", "most": MOST_SHOCKS,
        "forms": kinds.iter().map(|(k, form)| json!({ "kind": k, "form": form })).collect::<Vec<_>>(),
        "terms": "@pass=SHARE,hedge=SHARE,lag=MONTHS",
        "parts": parts.iter().map(|p| ((*p).to_owned(), json!(accepted(p, None)))).collect::<Map<_, _>>(),
    })
}
