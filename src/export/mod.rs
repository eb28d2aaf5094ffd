//! Results that leave the page whole: everything that one state says, gathered once ([`Taken`]) and written by a reader a
//! format. None of them lacks ranges, what is not included, the version and a link.
//!
//! ```text
//! export ▶ cite, formula, labels, format, link, route, state, text, lodestone-model
//! asked, draws, inputs, lines ▶ figures ▶ Taken ▶ {csv, json, xlsx, sentence, handout};   import ▶ link::proof
//! ```
//!
//! Not here: the document around it and what a browser does with a file ([`dialog`], the one module that knows a page).

pub mod asked;
pub mod code;
pub mod csv;
pub mod dialog;
pub mod draws;
mod figures;
pub mod handout;
pub mod import;
pub mod inputs;
pub mod json;
pub mod lines;
pub mod saved;
pub mod sentence;
pub mod shocks;
pub mod xlsx;

use lodestone_model::data::{DATA_VERSION, Source};
use lodestone_model::derivation::{Asked, Omission};

use crate::cite::{self, Date};
use crate::format;
use crate::formula;
use crate::link::proof::query;
use crate::link::{Pairs, RELEASE};
use crate::route::Route;
use crate::state::State;
use crate::text::{Lang, demand, export as words, product, products, shock, supply};
use draws::Spread;
pub use figures::Figures;
use inputs::Input;
use lines::Line;

/// The licence of the figures and words that leave the page.
pub const LICENCE: &str = "CC BY 4.0";

/// What is taken along: the result of which page, for which state.
#[derive(Debug, Clone, PartialEq)]
pub struct Subject {
    /// The page.
    pub route: Route,
    /// What it is set to, the language too.
    pub state: State,
    /// Its address without what follows the question mark; `None` where it has none that leads others to it.
    pub address: Option<String>,
}

/// A figure with everything that belongs to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// Which one.
    pub asked: Asked,
    /// Its name.
    pub name: String,
    /// Its unit as in the tables; a currency where it is a chosen one.
    pub unit: &'static str,
    /// The year that it is for.
    pub year: i32,
    /// The figure with its range.
    pub spread: Spread,
    /// The line of [`Taken::lines`] that ends in it.
    pub line: usize,
    /// All lines behind it, itself last.
    pub behind: Vec<usize>,
    /// What it does not include.
    pub omissions: &'static [Omission],
}

/// Everything that is taken along.
#[derive(Debug, Clone, PartialEq)]
pub struct Taken {
    /// Page, state and address.
    pub subject: Subject,
    /// Keys and values of the link, with release and result.
    pub said: Pairs,
    /// The hash of all answers of the release.
    pub hash: String,
    /// The inputs in force: those on which the answers depend, and all that are set.
    pub inputs: Vec<Input>,
    /// The figures of the page, the one that it is about first.
    pub answers: Vec<Answer>,
    /// Every line behind them, each once, after those that it is worked out from.
    pub lines: Vec<Line>,
    /// The sources of inputs and lines, each once.
    pub sources: Vec<&'static Source>,
}

impl Taken {
    /// The same at once: for whoever may wait for all draws.
    #[must_use]
    pub fn of(subject: Subject) -> Self {
        let figures = Figures::of(subject);
        let mut run = figures.run();
        while run.step() {}
        figures.taken(run.spreads())
    }

    /// Language of the reader.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.subject.state.lang
    }

    /// The link; without an address what follows its question mark.
    #[must_use]
    pub fn link(&self) -> String {
        format!("{}?{}", self.subject.address.as_deref().unwrap_or_default(), query(&self.said))
    }

    /// What the page is called.
    #[must_use]
    pub fn title(&self) -> String {
        title(self.subject.route, self.lang()).to_owned()
    }

    /// What is known of it in a few words: name in the reader's language, machine name, value.
    #[must_use]
    pub fn about(&self) -> Vec<(&'static str, &'static str, String)> {
        let (lang, plan) = (self.lang(), self.subject.state.plan);
        let result = self.said.iter().find(|(key, _)| key == crate::link::RESULT).map(|(_, value)| value.clone());
        let mut all = vec![
            ("program", words::about_program(lang), format!("Lodestone {}", env!("CARGO_PKG_VERSION"))),
            ("data", words::about_data(lang), DATA_VERSION.to_owned()),
            ("made", words::about_made(lang), made().to_owned()),
            ("release", words::about_release(lang), RELEASE.to_owned()),
        ];
        all.extend(result.map(|r| ("result", words::about_result(lang), r)));
        all.extend([
            ("hash", words::about_hash(lang), self.hash.clone()),
            ("page", words::about_page(lang), self.subject.route.key().to_owned()),
            ("language", words::about_language(lang), lang.tag().to_owned()),
            ("link", words::about_link(lang), self.link()),
            (
                "ranges",
                words::about_ranges(lang),
                words::ranges(lang, &format::exact(count(plan.draws())), &plan.seed.to_string()),
            ),
            ("scope", words::about_scope(lang), words::scope(lang).to_owned()),
            ("licence", words::about_licence(lang), LICENCE.to_owned()),
        ]);
        all
    }

    /// The omissions of all answers, each once.
    #[must_use]
    pub fn omissions(&self) -> Vec<Omission> {
        let mut all = Vec::new();
        for one in self.answers.iter().flat_map(|a| a.omissions) {
            if !all.contains(one) {
                all.push(*one);
            }
        }
        all
    }

    /// What a figure does not include, as one text.
    #[must_use]
    pub fn not_included(&self, omissions: &[Omission]) -> String {
        let lang = self.lang();
        let all = omissions.iter().map(|o| formula::omission(lang, *o).to_owned());
        let list = all.reduce(|one, other| words::and_also(lang, &one, &other)).unwrap_or_default();
        words::not_included(lang, &list)
    }

    /// A source as a citation of one line.
    #[must_use]
    pub fn citation(&self, source: &Source) -> String {
        cite::line::line(&cite::Work::of(source, self.lang()), self.lang(), false)
    }

    /// The figure that the page is about.
    #[must_use]
    pub fn main(&self) -> Option<&Answer> {
        self.answers.first()
    }

    /// The begin of the name of a file.
    #[must_use]
    pub fn file(&self) -> String {
        let page = match self.subject.route {
            Route::Story => "start",
            other => other.key(),
        };
        format!("lodestone-{page}-{}", self.hash)
    }
}

/// The month in which the data came out, as their version names it: `2026-11`.
#[must_use]
pub fn made() -> String {
    let mut parts = DATA_VERSION.split('.');
    match (parts.next(), parts.next()) {
        (Some(year), Some(month)) => format!("{year}-{month:0>2}"),
        _ => DATA_VERSION.to_owned(),
    }
}

/// The month as [`Date`] has it, for a file that carries a time of its making: no clock is asked.
#[must_use]
pub fn made_date() -> Option<Date> {
    Date::read(&made())
}

fn title(route: Route, lang: Lang) -> &'static str {
    match route {
        Route::Motor => product::motor_title(lang),
        Route::Turbine => product::turbine_title(lang),
        Route::Products => products::title(lang),
        Route::Demand => demand::title(lang),
        Route::Shocks => shock::title(lang),
        Route::Balance => supply::title(lang),
        _ => words::all_answers(lang),
    }
}

/// A count as a number.
#[allow(clippy::cast_precision_loss)] // a quarter of a million
fn count(n: usize) -> f64 {
    n as f64
}

/// A unit of the tables as readers write it; parts of one are said to be such.
#[must_use]
pub fn unit(lang: Lang, name: &str) -> String {
    match name {
        "share" | "change" => words::unit_share(lang).to_owned(),
        "share/year" | "change/year" => words::unit_share_per_year(lang).to_owned(),
        "ratio" => words::unit_ratio(lang).to_owned(),
        other => formula::unit::unit(lang, other),
    }
}
