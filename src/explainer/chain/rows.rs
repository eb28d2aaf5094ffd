//! The rows of `value_chain.csv` as a reader meets them: put right where the document is wrong, gathered by company.

use lodestone_model::data::{CLAIMS, ClaimsRow};

use super::country;
use crate::site::tables::{Row, Tables};
use crate::text::Lang;

/// One row: what a document says of a company at a stage.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a>(pub Row<'a>);

impl<'a> Entry<'a> {
    /// Its key.
    pub fn id(self) -> &'a str {
        self.0.get("id")
    }

    /// The stage where it belongs, by the number of the stage.
    pub fn stage(self) -> usize {
        self.now("now_stage_order", "stage_order").parse().unwrap_or_default()
    }

    /// The company's name today, in Latin letters.
    pub fn company(self) -> &'a str {
        self.now("now_company", "company")
    }

    /// Its name in its own script; `None` where that is Latin.
    pub fn native(self) -> Option<&'a str> {
        country::script(self.country())?;
        // A new name has a script of its own, or none.
        let renamed = !self.0.get("now_company").is_empty();
        let name = if renamed { self.0.get("now_native") } else { self.0.get("company_native") };
        Some(name).filter(|n| !n.is_empty())
    }

    /// Its name as the newspapers of the reader's language write it; `None` where no spelling is settled.
    pub fn local(self, lang: Lang) -> Option<&'a str> {
        let name = match lang {
            Lang::Ko => self.0.get("name_ko"),
            Lang::Zh => self.0.get("name_zh"),
            _ => "",
        };
        Some(name).filter(|n| !n.is_empty())
    }

    /// Where it has its seat, in two letters.
    pub fn country(self) -> &'a str {
        self.now("now_country", "country_iso2")
    }

    /// Exchanges and tickers; the ticker is empty where the company is not listed.
    pub fn listings(self) -> Vec<(&'a str, &'a str)> {
        let changed = !self.0.get("now_exchange").is_empty();
        let (exchanges, tickers) = if changed { ("now_exchange", "now_ticker") } else { ("exchange", "ticker") };
        let tickers = self.0.get(tickers).split(';').chain(std::iter::repeat(""));
        self.0.get(exchanges).split(';').zip(tickers).collect()
    }

    /// What of the row was filled in and is in no document, as keys.
    pub fn added(self) -> impl Iterator<Item = &'a str> {
        self.0.get("added").split(';').filter(|a| !a.is_empty())
    }

    /// Whether the company is no company of this stage.
    pub fn left_out(self) -> bool {
        self.status() == "left-out"
    }

    /// How the row stands to its document, as a key.
    pub fn status(self) -> &'a str {
        self.0.get("status")
    }

    /// A text that the row has in each language: `what`, `note`, or a column that is English without an ending.
    pub fn text(self, lang: Lang, column: &str) -> &'a str {
        text(self.0, lang, column)
    }

    /// The claims about it.
    pub fn claims(self) -> impl Iterator<Item = &'static ClaimsRow> {
        self.0.get("claim_ids").split(';').filter_map(|id| CLAIMS.iter().find(|c| c.id == id))
    }

    fn now(self, today: &str, stated: &str) -> &'a str {
        Some(self.0.get(today)).filter(|t| !t.is_empty()).unwrap_or_else(|| self.0.get(stated))
    }
}

/// A text that a row has in each language; English stands in `<column>_en` or in the column itself.
pub fn text<'a>(row: Row<'a>, lang: Lang, column: &str) -> &'a str {
    match lang {
        Lang::Ko => row.get(&format!("{column}_ko")),
        Lang::Zh => row.get(&format!("{column}_zh")),
        _ => Some(row.get(&format!("{column}_en"))).filter(|t| !t.is_empty()).unwrap_or_else(|| row.get(column)),
    }
}

/// A company at a stage, with all that the documents say of it there.
#[derive(Debug, Clone)]
pub struct Firm<'a> {
    /// What the documents say, in the order of the table; never empty.
    pub entries: Vec<Entry<'a>>,
}

impl<'a> Firm<'a> {
    /// The row that gives name and country.
    pub fn first(&self) -> Entry<'a> {
        self.entries[0]
    }

    /// Exchanges and tickers, each once.
    pub fn listings(&self) -> Vec<(&'a str, &'a str)> {
        once(self.entries.iter().flat_map(|e| e.listings()))
    }

    /// The claims about it, each once.
    pub fn claims(&self) -> Vec<&'static ClaimsRow> {
        let mut found: Vec<&'static ClaimsRow> = Vec::new();
        for claim in self.entries.iter().flat_map(|e| e.claims()) {
            if found.iter().all(|c| c.id != claim.id) {
                found.push(claim);
            }
        }
        found
    }
}

/// Everything that the page shows, in its order.
#[derive(Debug, Clone)]
pub struct Chain<'a> {
    /// All rows but those left out.
    pub entries: Vec<Entry<'a>>,
    /// The rows that are left out.
    pub left_out: Vec<Entry<'a>>,
    /// Countries in two letters, those with most companies first.
    pub countries: Vec<&'a str>,
    /// Numbers of the stages.
    pub stages: Vec<usize>,
}

impl<'a> Chain<'a> {
    /// Reads the table.
    pub fn read(tables: &'a Tables) -> Self {
        let (left_out, entries): (Vec<_>, Vec<_>) = tables.rows("value_chain").map(Entry).partition(|e| e.left_out());
        let mut stages = once(entries.iter().map(|e| e.stage()));
        stages.sort_unstable();
        let mut chain = Self { entries, left_out, countries: Vec::new(), stages };
        let mut countries: Vec<(usize, &str)> = once(chain.entries.iter().map(|e| e.country()))
            .into_iter()
            .map(|c| (chain.companies(c).len(), c))
            .collect();
        countries.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
        chain.countries = countries.into_iter().map(|(_, c)| c).collect();
        chain
    }

    /// The companies of a country, each once, by their names.
    pub fn companies(&self, country: &str) -> Vec<&'a str> {
        once(self.entries.iter().filter(|e| e.country() == country).map(|e| e.company()))
    }

    /// The companies of a country at a stage.
    pub fn firms(&self, stage: usize, country: &str) -> Vec<Firm<'a>> {
        let here = || self.entries.iter().copied().filter(|e| e.stage() == stage && e.country() == country);
        let names = once(here().map(Entry::company));
        names.into_iter().map(|name| Firm { entries: here().filter(|e| e.company() == name).collect() }).collect()
    }

    /// How many companies a stage has.
    pub fn size(&self, stage: usize) -> usize {
        self.countries.iter().map(|c| self.firms(stage, c).len()).sum()
    }

    /// A text of a stage: `stage` for its name, `role` for what is done there.
    pub fn of_stage(&self, stage: usize, lang: Lang, column: &str) -> &'a str {
        let order = stage.to_string();
        let own = self.entries.iter().find(|e| e.0.get("stage_order") == order);
        own.map_or("", |e| e.text(lang, column))
    }
}

/// Each item once, in the order of their first places.
pub fn once<T: PartialEq>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut found = Vec::new();
    for item in items {
        if !found.contains(&item) {
            found.push(item);
        }
    }
    found
}
