//! A catalogue of uses: what the magnet does in each, how much of it there is and who says so, how much the world needs.
//!
//! [`amount`] shows what sources say per unit, [`need`] what the model has for the base year, [`picture`] all uses at a
//! glance. A use without evidence says so and has no figure.

mod amount;
mod need;
mod picture;
mod words;

use lodestone_model::inputs::Inputs;
use lodestone_model::report::{DemandYear, Report, View};
use yew::prelude::*;

pub use words::technology as design;

use super::Props;
use super::cells::{self, Verdicts};
use crate::cite;
use crate::route::Route;
use crate::site;
use crate::site::tables::{Row, Tables};
use crate::text::{Lang, uses as text};

/// This page.
const HERE: Route = Route::Uses;

/// What is known of how much magnet a use has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Known {
    /// The model has tonnes for the base year.
    Tonnes,
    /// Sources give a mass per unit.
    PerUnit,
    /// Nothing.
    Nothing,
}

impl Known {
    const ALL: [Self; 3] = [Self::Tonnes, Self::PerUnit, Self::Nothing];

    const fn key(self) -> &'static str {
        match self {
            Self::Tonnes => "tonnes",
            Self::PerUnit => "per-unit",
            Self::Nothing => "nothing",
        }
    }

    fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Tonnes => text::known_tonnes(lang),
            Self::PerUnit => text::known_per_unit(lang),
            Self::Nothing => text::known_nothing(lang),
        }
    }

    /// A disc, half a disc, a ring.
    fn sign(self) -> Html {
        let fill = match self {
            Self::Tonnes => "M8 2a6 6 0 0 1 0 12A6 6 0 0 1 8 2",
            Self::PerUnit => "M8 2a6 6 0 0 0 0 12z",
            Self::Nothing => "",
        };
        html! {
            <svg class="known" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
                <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="1.6" />
                if !fill.is_empty() { <path d={fill} fill="currentColor" /> }
            </svg>
        }
    }
}

/// A use with what is known of it.
struct Use<'a> {
    row: Row<'a>,
    figures: Vec<amount::Figure>,
    parts: Vec<lodestone_model::report::AppDemand>,
    known: Known,
}

impl<'a> Use<'a> {
    fn id(&self) -> &'a str {
        self.row.get("id")
    }

    fn name(&self, lang: Lang) -> &'a str {
        match lang {
            Lang::Ko => self.row.get("ko"),
            Lang::Zh => self.row.get("zh"),
            _ => self.row.get("application"),
        }
    }

    fn does(&self, lang: Lang) -> &'a str {
        match lang {
            Lang::Ko => self.row.get("does_ko"),
            Lang::Zh => self.row.get("does_zh"),
            _ => self.row.get("what_the_magnet_does"),
        }
    }
}

fn all<'a>(tables: &'a Tables, year: &DemandYear) -> Vec<Use<'a>> {
    let one = |row: Row<'a>| {
        let (figures, parts) = (amount::figures(tables, row), need::parts(row, year));
        let known = if parts.iter().any(|p| p.magnet.is_some()) {
            Known::Tonnes
        } else if figures.is_empty() {
            Known::Nothing
        } else {
            Known::PerUnit
        };
        Use { row, figures, parts, known }
    };
    tables.rows("applications").map(one).collect()
}

/// The page.
#[component]
pub fn Uses(props: &Props) -> Html {
    let lang = props.lang;
    let year = Report::new(&Inputs::default(), View::default()).year;
    let uses = all(&props.tables, &year);
    let verdicts = Verdicts::new();
    let with = |known: Known| uses.iter().filter(|u| u.known == known).count().to_string();
    let sector = |key: &&'static str| {
        let of = uses.iter().filter(|u| u.row.get("sector") == *key);
        html! {
            <section class="sector" id={format!("sector-{key}")} aria-labelledby={format!("sector-{key}-title")}>
                <h2 id={format!("sector-{key}-title")}>{ words::sector(lang, key) }</h2>
                { for of.map(|u| one(lang, u, year.year, &verdicts)) }
            </section>
        }
    };
    html! {
        <div class="uses">
            <h1>{ site::title(HERE, lang) }</h1>
            <p class="lead">{ site::about(HERE, lang) }</p>
            <p>{ text::state(lang, &uses.len().to_string(), &with(Known::Tonnes), &with(Known::PerUnit), &with(Known::Nothing)) }{ " " }
                <a href={HERE.to(Route::Material, lang)}>{ text::why(lang) }</a></p>
            { picture::by_sector(lang, &uses) }
            { picture::by_tonnes(lang, &year) }
            { for words::SECTORS.iter().map(sector) }
            <p class="hint">
                <a href={HERE.to(Route::Table("applications"), lang)}>{ text::whole_table(lang) }</a>{ " · " }
                <a href={HERE.to(Route::Table("intensities"), lang)}>{ text::all_figures(lang) }</a>
            </p>
        </div>
    }
}

/// One use.
fn one(lang: Lang, used: &Use, year: i32, verdicts: &Verdicts) -> Html {
    let row = used.row;
    let source = cite::source(row.get("source_id"));
    // Masses stand in the plots; what else documents say of the use is a line each.
    let masses = used.figures.iter().filter_map(|f| f.claim().map(|c| c.id)).collect::<Vec<_>>();
    let said: Vec<_> = cells::list(row.get("intensity_claim_ids"))
        .filter_map(cells::claim)
        .filter(|c| !masses.contains(&c.id))
        .collect();
    html! {
        <article class="use" id={used.id().to_owned()}>
            <h3>{ used.known.sign() }{ used.name(lang) }</h3>
            <p>{ text::sentence(lang, used.does(lang)) }</p>
            { choice(lang, row, verdicts) }
            if used.figures.is_empty() { <p class="none">{ text::no_mass(lang) }</p> }
            { amount::amounts(lang, &used.figures) }
            if !used.parts.is_empty() {
                <ul class="need">{ for used.parts.iter().map(|p| need::need(lang, year, p)) }</ul>
            }
            if !said.is_empty() {
                <details>
                    <summary>{ text::also_said(lang, &said.len().to_string()) }</summary>
                    <ul class="against">{ for said.into_iter().map(|c| verdicts.line(HERE, lang, c)) }</ul>
                </details>
            }
            <p class="hint">
                { need::calculator(lang, row) }
                if let Some(source) = source {
                    { " " }{ text::named_by(lang) }{ ": " }{ cells::source(HERE, lang, source) }{ " " }<span class="by">{ cells::grade(lang, row.get("grade")) }</span>
                }
            </p>
        </article>
    }
}

/// Why a magnet and what else there is, where the data say so.
fn choice(lang: Lang, row: Row, verdicts: &Verdicts) -> Html {
    let said = cells::text(row, "choice", lang);
    if said.is_empty() {
        return Html::default();
    }
    let claims: Vec<_> = cells::list(row.get("choice_ids")).filter_map(cells::claim).collect();
    let sources = cells::list(row.get("choice_ids")).filter_map(amount::source_of);
    let mut sources: Vec<_> = sources.collect();
    sources.dedup_by_key(|s| s.id);
    html! {
        <>
            <p>
                { said }
                if !sources.is_empty() {
                    { " " }<span class="by">{ for sources.iter().map(|s| cells::source(HERE, lang, s)) }</span>
                }
            </p>
            if !claims.is_empty() { <ul class="against">{ for claims.into_iter().map(|c| verdicts.line(HERE, lang, c)) }</ul> }
        </>
    }
}
