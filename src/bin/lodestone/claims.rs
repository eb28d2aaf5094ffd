//! The audit of the claims: as lines for people, as data for programs.

use lodestone::claims::{arithmetic, compared, named, shown, verdict};
use lodestone::text::{Lang, command, field};
use lodestone_answers::claims::{Filter, document};
use lodestone_model::claims::{self, Audited, Verdict};

use crate::args::Claims;
use crate::{Answer, Refusal, json};

/// The claims that a filter leaves, each with its verdict; the least fitting first.
pub fn claims(filter: &Claims, lang: Lang) -> Result<Answer, Refusal> {
    let verdict = |asked: &String| {
        let accepted = || Verdict::ALL.map(Verdict::key).join(", ");
        let found = Verdict::ALL.into_iter().find(|v| v.key() == asked);
        found.ok_or_else(|| Refusal(field::text_refused(lang, "verdict", asked, &accepted())))
    };
    let wanted = Filter {
        id: &filter.id,
        topic: filter.topic.as_deref(),
        source: filter.source.as_deref(),
        verdict: filter.verdict.as_ref().map(verdict).transpose()?,
    };
    let all = claims::all();
    let mut found: Vec<&Audited> = all.iter().filter(|a| wanted.takes(a)).collect();
    if found.is_empty() {
        return Err(Refusal(command::no_claim(lang).to_owned()));
    }
    let json = json::data(&document(found.iter().copied()));
    found.sort_by(|a, b| {
        (b.verdict, b.is_contested(), b.distance())
            .partial_cmp(&(a.verdict, a.is_contested(), a.distance()))
            .unwrap_or(std::cmp::Ordering::Equal)
    });
    let text = found.iter().map(|a| lines(lang, a)).collect();
    Ok(Answer { json, text })
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
