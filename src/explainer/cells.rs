//! Cells of a table in the reader's language, and what stands under a row: its claims, its sources, its grade.
//!
//! Not here: what a page makes of them.

use std::sync::OnceLock;

use lodestone_model::claims::{Audited, Verdict, all};
use lodestone_model::data::{CLAIMS, ClaimsRow, Grade, Source};
use yew::prelude::*;

use crate::cite;
use crate::claims::{quantity, shown, subject, verdict};
use crate::route::Route;
use crate::site::tables::Row;
use crate::text::{Lang, grades};

/// The cell of a text column: `event` in English, `event_ko` and `event_zh` in the other languages.
#[must_use]
pub fn text<'a>(row: Row<'a>, column: &str, lang: Lang) -> &'a str {
    match lang {
        Lang::Ko => row.get(&format!("{column}_ko")),
        Lang::Zh => row.get(&format!("{column}_zh")),
        _ => row.get(column),
    }
}

/// The parts of a cell that holds a list.
pub fn list(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(';').map(str::trim).filter(|part| !part.is_empty())
}

/// The claim with this key.
#[must_use]
pub fn claim(id: &str) -> Option<&'static ClaimsRow> {
    CLAIMS.iter().find(|c| c.id == id)
}

/// The word for a grade by its key; empty for a key that is none.
#[must_use]
pub fn grade(lang: Lang, key: &str) -> &'static str {
    let grade = match key {
        "exact" => Grade::Exact,
        "primary" => Grade::Primary,
        "secondary" => Grade::Secondary,
        "derived" => Grade::Derived,
        "low" => Grade::Low,
        "general" => Grade::General,
        "assumption" => Grade::Assumption,
        _ => return "",
    };
    grades::label(lang, grade)
}

/// A source in few words, with the way to its entry in the list of sources.
pub fn source(route: Route, lang: Lang, source: &'static Source) -> Html {
    // Studies are filed under author and year: the year need not stand twice.
    let named = if source.publisher.ends_with(source.date) { source.publisher.to_owned() } else { cite::named(source) };
    let to = format!("{}#{}", route.to(Route::Sources, lang), source.id);
    html!(<a href={to} lang={source.language} translate="no">{ named }</a>)
}

/// The verdicts of the audit on all claims.
pub struct Verdicts(&'static [Audited]);

impl Verdicts {
    /// Tries all claims; once is enough for all pages.
    #[must_use]
    pub fn new() -> Self {
        static TRIED: OnceLock<Vec<Audited>> = OnceLock::new();
        Self(TRIED.get_or_init(all))
    }

    /// The verdict on a claim.
    #[must_use]
    pub fn of(&self, claim: &ClaimsRow) -> Verdict {
        self.0.iter().find(|a| a.claim.id == claim.id).map_or(Verdict::Recorded, |a| a.verdict)
    }

    /// A claim as a line: what it says, the figure, the verdict, with the way to its arithmetic.
    pub fn line(&self, route: Route, lang: Lang, claim: &'static ClaimsRow) -> Html {
        let found = self.of(claim);
        let to = format!("{}#{}", route.to(Route::Claims, lang), claim.id);
        html! {
            <li>
                <a href={to}>{ subject(lang, claim) }{ ": " }{ quantity(lang, claim) }</a>
                { " " }<strong>{ shown(lang, claim) }</strong>
                { " " }<span class={classes!("verdict", found.key())}>{ verdict(lang, found) }</span>
                if let Some(from) = cite::source(claim.source_id) {
                    { " " }<span class="by">{ source(route, lang, from) }</span>
                }
            </li>
        }
    }
}
