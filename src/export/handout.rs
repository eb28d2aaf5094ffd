//! A result as a handout of two pages: the answer with its range and its charts; then inputs, limits, sources and the link,
//! written out and as a code. It stands in the page only while it is printed (`styles/handout.css`).
//!
//! Two pages are two pages on A4 and Letter: what would not fit is counted, and stands at the link. A test prints it.

use lodestone_model::derivation::{Asked, Moment};
use lodestone_model::inputs::Currency;

use super::inputs::Input;
use super::{Answer, Taken, code, made, sentence};
use crate::chart::spec::Spec;
use crate::chart::table::put;
use crate::chart::taken::picture;
use crate::chart::theme::Theme;
use crate::cite;
use crate::format::{self, Style};
use crate::text::{Lang, export as words, parameters, study};

/// Most rows of figures, of inputs and of sources, and most charts.
const FIGURES: usize = 9;
const INPUTS: usize = 22;
const SOURCES: usize = 10;
const CHARTS: usize = 2;
/// Characters of the link on one line of print, and the fewest inputs that a long one leaves room for.
const LINE: usize = 90;
const FEWEST: usize = 8;
/// Id of the handout.
pub const ID: &str = "handout";

/// The handout as HTML, with the charts of the page.
#[must_use]
pub fn write(taken: &Taken, charts: &[Spec]) -> String {
    let lang = taken.lang();
    let mut out = Html::default();
    out.raw("<header>");
    out.tag("p", "handout-name", "Lodestone");
    out.tag("h1", "", &taken.title());
    out.raw("</header>");
    out.tag("p", "handout-answer", &sentence::spoken(taken));
    out.tag("p", "handout-assumed", &words::assumed(lang, &sentence::assumed(taken)));
    figures(&mut out, taken);
    for (n, spec) in charts.iter().take(CHARTS).enumerate() {
        out.raw("<figure>");
        // Two pictures on one page have names of their own.
        let own = format!("handout-{n}");
        out.raw(
            &picture(spec, &Theme::of_sheet(false), &spec.sentence, &[], lang)
                .replace("\"title\"", &format!("\"{own}-title\""))
                .replace("\"desc\"", &format!("\"{own}-desc\""))
                .replace("\"title desc\"", &format!("\"{own}-title {own}-desc\"")),
        );
        out.raw("</figure>");
    }
    out.raw("<div class=\"handout-second\">");
    inputs(&mut out, taken);
    out.tag("h2", "", words::head_omitted(lang));
    out.tag("p", "", &taken.not_included(&taken.omissions()));
    sources(&mut out, taken);
    whence(&mut out, taken);
    out.raw("</div>");
    out.0
}

/// HTML so far.
#[derive(Default)]
struct Html(String);

impl Html {
    fn raw(&mut self, html: &str) {
        self.0 += html;
    }

    fn text(&mut self, text: &str) {
        put(&mut self.0, text);
    }

    fn tag(&mut self, name: &str, class: &str, text: &str) {
        let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
        self.raw(&format!("<{name}{class}>"));
        self.text(text);
        self.raw(&format!("</{name}>"));
    }

    fn row(&mut self, name: &str, cells: &[&str]) {
        self.raw("<tr>");
        self.tag("th", "", name);
        cells.iter().for_each(|cell| self.tag("td", "", cell));
        self.raw("</tr>");
    }

    /// How many more there are, at the link.
    fn more(&mut self, lang: Lang, n: usize) {
        if n > 0 {
            self.tag("p", "handout-more", &words::at_the_link(lang, &format::exact(super::count(n))));
        }
    }
}

fn figures(out: &mut Html, taken: &Taken) {
    let lang = taken.lang();
    let answers: Vec<&Answer> = taken.answers.iter().filter(|a| leads(a.asked)).collect();
    out.raw("<table>");
    for answer in answers.iter().take(FIGURES) {
        out.row(&study::of_year(lang, &answer.name, &answer.year.to_string()), &[&figure(lang, answer)]);
    }
    out.raw("</table>");
    out.more(lang, taken.answers.len().saturating_sub(answers.len().min(FIGURES)));
}

/// Whether a figure stands on the handout: the answers, and what the magnets of a piece cost after the shocks.
fn leads(asked: Asked) -> bool {
    matches!(asked, Asked::Output(_) | Asked::Piece(_, Some(Moment::After)))
}

/// A figure with its range as readers write it.
#[must_use]
pub fn figure(lang: Lang, answer: &Answer) -> String {
    let key = answer.asked.key();
    let signed = key.contains("difference") || key.contains("gap");
    let sign = |style: Style| if signed { style.with_sign() } else { style };
    let money = |currency| format::ranged(lang, answer.spread.range, sign(Style::money(currency)));
    let of = |code: &str| Currency::ALL.iter().copied().find(|c| c.code() == code);
    match answer.unit {
        "USD" => money(None),
        "kg" => format::ranged(lang, answer.spread.range, format::KILOGRAMS),
        "t/year" => format::ranged(lang, answer.spread.range, sign(format::TONNES)),
        "share" => format::ranged(lang, answer.spread.range, sign(format::PERCENT)),
        unit => match of(unit) {
            Some(currency) => money(Some(currency)),
            None => {
                let (middle, ends) = format::apart(lang, answer.spread.range, format::PLAIN);
                let middle = crate::formula::unit::with_unit(lang, &middle, unit);
                crate::text::quantities::bracket(lang, &middle, &ends)
            }
        },
    }
}

/// The inputs: those that are set first.
fn inputs(out: &mut Html, taken: &Taken) {
    let lang = taken.lang();
    let mut all: Vec<&Input> =
        taken.inputs.iter().filter(|i| i.value.is_some() && (i.counts || i.set.is_some())).collect();
    all.sort_by_key(|i| i.set.is_none());
    // A link of many lines takes its room from the inputs, which stand in it.
    let most = INPUTS.saturating_sub(taken.link().chars().count() / LINE).max(FEWEST);
    out.tag("h2", "", words::sheet_inputs(lang));
    out.raw("<table class=\"handout-inputs\">");
    for input in all.iter().take(most) {
        let source = match (&input.set, input.sources.first()) {
            (Some(_), _) => words::by_reader(lang).to_owned(),
            (None, Some(source)) => cite::named(source),
            (None, None) => crate::text::grades::label(lang, input.param.spec().grade).to_owned(),
        };
        out.row(parameters::label(lang, input.param), &[&worth(lang, input), &source]);
    }
    out.raw("</table>");
    out.more(lang, all.len().saturating_sub(most));
}

/// An input with its range, or the word that it is exact.
fn worth(lang: Lang, input: &Input) -> String {
    let unit = input.param.spec().unit;
    let value = format::with_unit(lang, unit, input.value.unwrap_or_default());
    let ends = match input.ends {
        Some((low, high)) => {
            let end = |v: f64| format::exact5(format::shown(unit, v));
            crate::text::quantities::between(lang, &end(low), &end(high))
        }
        None => crate::text::quantities::exact(lang).to_owned(),
    };
    crate::text::quantities::bracket(lang, &value, &ends)
}

fn sources(out: &mut Html, taken: &Taken) {
    let lang = taken.lang();
    out.tag("h2", "", words::column_sources(lang));
    out.raw("<ul>");
    for source in taken.sources.iter().take(SOURCES) {
        out.tag("li", "", &taken.citation(source));
    }
    out.raw("</ul>");
    out.more(lang, taken.sources.len().saturating_sub(SOURCES));
}

/// Version, ranges, licence, and the link written out and as a code.
fn whence(out: &mut Html, taken: &Taken) {
    let lang = taken.lang();
    let link = taken.link();
    out.raw("<div class=\"handout-whence\">");
    let drawn = code::svg(&link, words::about_link(lang)).filter(|_| taken.subject.address.is_some());
    out.raw(drawn.as_deref().unwrap_or_default());
    out.raw("<div>");
    let version = words::made_by(lang, env!("CARGO_PKG_VERSION"), lodestone_model::data::DATA_VERSION, &taken.hash);
    out.tag("p", "", &format!("{version}. {}: {}.", words::about_made(lang), format::date(lang, &made())));
    for (key, name, value) in taken.about() {
        match key {
            "ranges" | "licence" => out.tag("p", "", &format!("{name}: {value}.")),
            "scope" => out.tag("p", "", &value),
            "link" => out.tag("p", "handout-link", &value),
            _ => {}
        }
    }
    out.raw("</div></div>");
}
