//! The events of the table: rows that tell the same event are one, and they stand in the order of their dates.

use lodestone_model::data::{ClaimsRow, NamedScenario, Source};

use super::kind::Kind;
use super::when;
use crate::cite::{self, Date};
use crate::explainer::cells;
use crate::site::tables::{Row, Tables};

/// What is known of an event beyond that a source tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// It is told as something that happened.
    Reported,
    /// It was announced for that date; whether it came is not in the evidence.
    Planned,
    /// A source uses it as an example; it is no history.
    Example,
    /// It was suspended later.
    Suspended,
}

impl Status {
    fn named(key: &str) -> Self {
        match key {
            "planned" => Self::Planned,
            "example" => Self::Example,
            "suspended" => Self::Suspended,
            _ => Self::Reported,
        }
    }
}

/// An event with everything that is told of it.
#[derive(Debug, Clone)]
pub struct Event<'a> {
    /// The row that names it.
    pub row: Row<'a>,
    /// Other rows that tell the same.
    pub also: Vec<Row<'a>>,
    /// Its date.
    pub date: Date,
    /// What kind of event it is.
    pub kind: Kind,
    /// What is known of it.
    pub status: Status,
}

impl<'a> Event<'a> {
    /// Its key, which is the place on the page too.
    #[must_use]
    pub fn id(&self) -> &'a str {
        self.row.get("id")
    }

    fn rows(&self) -> impl Iterator<Item = Row<'a>> {
        std::iter::once(self.row).chain(self.also.iter().copied())
    }

    /// The claims about it, each once.
    #[must_use]
    pub fn claims(&self) -> Vec<&'static ClaimsRow> {
        let mut found: Vec<&'static ClaimsRow> = Vec::new();
        for claim in self.rows().flat_map(|r| cells::list(r.get("claim_ids"))).filter_map(cells::claim) {
            if !found.iter().any(|c| c.id == claim.id) {
                found.push(claim);
            }
        }
        found
    }

    /// Who tells it, each once: the rows' sources with their grades, then those of the claims.
    #[must_use]
    pub fn sources(&self) -> Vec<(&'static Source, &'a str)> {
        let mut found: Vec<(&'static Source, &'a str)> = Vec::new();
        let rows = self.rows().map(|r| (r.get("source_id"), r.get("grade")));
        let claims = self.claims().into_iter().map(|c| (c.source_id, ""));
        for (id, grade) in rows.chain(claims) {
            if let Some(source) = cite::source(id).filter(|s| !found.iter().any(|(known, _)| known.id == s.id)) {
                found.push((source, grade));
            }
        }
        found
    }

    /// The scenario of the library that fits it.
    #[must_use]
    pub fn scenario(&self) -> Option<NamedScenario> {
        NamedScenario::named(self.row.get("scenario"))
    }
}

/// All events, the oldest first.
#[must_use]
pub fn all(tables: &Tables) -> Vec<Event<'_>> {
    let rows = || tables.rows("timeline");
    let mut events: Vec<Event> = rows()
        .filter(|r| r.get("same_as").is_empty())
        .filter_map(|row| {
            let also = rows().filter(|r| r.get("same_as") == row.get("id")).collect();
            let (date, kind) = (Date::read(row.get("date"))?, Kind::named(row.get("kind"))?);
            Some(Event { row, also, date, kind, status: Status::named(row.get("status")) })
        })
        .collect();
    events.sort_by_key(|e| when::order(e.date));
    events
}

/// The years that have events, ascending.
#[must_use]
pub fn years(events: &[Event]) -> Vec<u16> {
    let mut years: Vec<u16> = events.iter().map(|e| e.date.year).collect();
    years.dedup();
    years
}
