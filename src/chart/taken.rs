//! A chart that leaves the page: a picture that says what it shows, from where it is and by what it was made; its numbers
//! as CSV.
//!
//! The picture is drawn from the description by which the page draws. Not here: how a browser saves a file
//! ([`crate::lens`]).

use plotters::prelude::SVGBackend;
use plotters::style::RGBColor;
use plotters_backend::DrawingBackend;

use super::draw::draw_sized;
use super::layout::text_width;
use super::marks::Row;
use super::spec::{Spec, Tone};
use super::svg::SHRUNK;
use super::table::put as put_text;
use super::theme::Theme;
use crate::text::{Lang, charts, lens as words};

/// Width of the picture that a page saves, in CSS pixels.
pub const WIDTH: u32 = 720;
/// What is left free around it.
const MARGIN: u32 = 20;
/// Size of the headline and of the small print.
const HEADLINE: u32 = 19;
const SMALL: u32 = 12;

/// Where a chart comes from, for whoever meets it elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The address of the page with its inputs.
    pub link: String,
    /// Whether its figures are computed from the inputs in the link; else they are those of sources.
    pub computed: bool,
    /// The sources of its figures where they are named beside it; else they stand at the link.
    pub sources: Vec<String>,
    /// What its figures do not count, in words.
    pub left_out: Vec<&'static str>,
}

impl Origin {
    /// What its figures do not count, as one text; `None` where that is nothing.
    fn not_included(&self, lang: Lang) -> Option<String> {
        let all = self.left_out.iter().map(|one| (*one).to_owned());
        let list = all.reduce(|first, second| words::source_then(lang, &first, &second))?;
        Some(words::not_included(lang, &list))
    }
}

/// The version of the program and of its data.
#[must_use]
pub fn version(lang: Lang) -> String {
    words::made_by(lang, env!("CARGO_PKG_VERSION"), env!("LODESTONE_DATA_VERSION"))
}

/// The picture as a document of its own, as wide as a page saves it; `said` is the chart in words.
#[must_use]
pub fn svg(spec: &Spec, theme: &Theme, said: &str, origin: &Origin, lang: Lang) -> String {
    svg_at(WIDTH, spec, theme, said, origin, lang)
}

/// The same in another width.
#[must_use]
pub fn svg_at(width: u32, spec: &Spec, theme: &Theme, said: &str, origin: &Origin, lang: Lang) -> String {
    let listed = origin.sources.iter().cloned().reduce(|first, second| words::source_then(lang, &first, &second));
    let from = match listed {
        Some(list) => words::from_sources(lang, &list),
        None if origin.computed => words::computed(lang).to_owned(),
        None => words::linked(lang).to_owned(),
    };
    let print = [Some(version(lang)), Some(from), origin.not_included(lang), Some(origin.link.clone())];
    picture_at(width, spec, theme, said, &print.into_iter().flatten().collect::<Vec<_>>(), lang)
}

/// The picture with these lines of small print below it.
#[must_use]
pub fn picture(spec: &Spec, theme: &Theme, said: &str, print: &[String], lang: Lang) -> String {
    picture_at(WIDTH, spec, theme, said, print, lang)
}

fn picture_at(width: u32, spec: &Spec, theme: &Theme, said: &str, print: &[String], lang: Lang) -> String {
    let inner = width.saturating_sub(2 * MARGIN);
    let height = spec.body.height();
    let title = wrapped(&spec.title, f64::from(HEADLINE), inner);
    let legend = legend(spec, inner);
    let print: Vec<String> = print.iter().flat_map(|line| wrapped(line, f64::from(SMALL), inner)).collect();
    let rows = |lines: &[String]| u32::try_from(lines.len()).unwrap_or(1);
    let (head, line) = (HEADLINE + 6, SMALL + 5);
    let top = MARGIN + head * rows(&title) + line + 6;
    let names = top + height + 8;
    let bottom = names + line * legend.last().map_or(0, |entry| entry.row + 1) + 10;
    let all = bottom + line * rows(&print) + MARGIN;
    let colour = |c: RGBColor| format!("#{:02x}{:02x}{:02x}", c.0, c.1, c.2);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{all}\" viewBox=\"0 0 {width} {all}\" role=\"img\" lang=\"{}\" aria-labelledby=\"title desc\" font-family=\"{FAMILY}\"><title id=\"title\">{}</title><desc id=\"desc\">{}</desc><rect width=\"{width}\" height=\"{all}\" fill=\"{}\"/>",
        lang.tag(),
        escaped(&spec.title),
        escaped(said),
        colour(theme.paper)
    );
    for (i, text) in (0..).zip(&title) {
        put(&mut out, text, MARGIN + HEADLINE + head * i, HEADLINE, 700, &colour(theme.ink));
    }
    put(&mut out, &spec.unit, MARGIN + head * rows(&title) + SMALL, SMALL, 400, &colour(theme.soft));
    for entry in &legend {
        let (x, y) = (MARGIN + entry.x, names + line * entry.row);
        out += &format!(
            "<rect x=\"{x}\" y=\"{}\" width=\"{CHIP}\" height=\"{CHIP}\" fill=\"{}\"/><text x=\"{}\" y=\"{}\" font-size=\"{TINY}\" fill=\"{}\" text-anchor=\"middle\">{}</text><text x=\"{}\" y=\"{}\" font-size=\"{SMALL}\" fill=\"{}\">{}</text>",
            y - 2,
            colour(theme.tone(entry.tone)),
            x + CHIP / 2,
            y + 8,
            colour(theme.text_on(entry.tone)),
            entry.number,
            x + BESIDE,
            y + 10,
            colour(theme.ink),
            escaped(entry.name)
        );
    }
    for (i, text) in (0..).zip(&print) {
        put(&mut out, text, bottom + SMALL + line * i, SMALL, 400, &colour(theme.soft));
    }
    let chart = drawn(spec, theme, inner, height);
    let own = format!("<svg x=\"{MARGIN}\" y=\"{top}\" overflow=\"visible\"");
    out + &chart.replacen("<svg", &own, 1) + "</svg>\n"
}

fn put(out: &mut String, text: &str, y: u32, size: u32, weight: u32, fill: &str) {
    *out += &format!(
        "<text x=\"{MARGIN}\" y=\"{y}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{fill}\">{}</text>",
        escaped(text)
    );
}

/// A name below the chart, with its colour and its number, which parts too thin for a name have in the chart.
struct Entry<'a> {
    name: &'a str,
    tone: Tone,
    number: usize,
    x: u32,
    row: u32,
}

/// Width of a patch of colour, and size of the number on it.
const CHIP: u32 = 14;
const TINY: u32 = 10;
/// Pixels from the colour to its name, and from a name to the next colour.
const BESIDE: u32 = 20;
const APART: u32 = 18;

/// The names of parts that may be too thin for one, in rows.
fn legend(spec: &Spec, width: u32) -> Vec<Entry<'_>> {
    let (mut x, mut row) = (0, 0);
    let place = |(number, (name, tone))| {
        let own = BESIDE + u32::try_from(text_width(name, f64::from(SMALL))).unwrap_or(0);
        if x > 0 && x + own > width {
            (x, row) = (0, row + 1);
        }
        let entry = Entry { name, tone, number, x, row };
        x += own + APART;
        entry
    };
    (1..).zip(spec.body.names()).map(place).collect()
}

/// A text as it stands in a picture.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    put_text(&mut out, text);
    out
}

/// The family of all text: the reader's own, as on the page.
const FAMILY: &str = "system-ui, -apple-system, &apos;Segoe UI&apos;, &apos;Noto Sans&apos;, &apos;Noto Sans CJK KR&apos;, &apos;Noto Sans CJK SC&apos;, sans-serif";

fn drawn(spec: &Spec, theme: &Theme, width: u32, height: u32) -> String {
    let mut text = String::new();
    let mut backend = SVGBackend::with_string(&mut text, (width, height));
    // A text takes everything.
    let _ = draw_sized(&mut backend, spec, theme, 1.0, SHRUNK);
    let _ = backend.present();
    drop(backend);
    text
}

/// A text in lines of at most `width`, broken between words, or where a word is longer than a line or has no spaces.
fn wrapped(text: &str, size: f64, width: u32) -> Vec<String> {
    let most = i32::try_from(width).unwrap_or(i32::MAX);
    let fits = |line: &str| text_width(line, size) <= most;
    let mut lines = vec![String::new()];
    for word in text.split_inclusive(' ') {
        let Some(line) = lines.last_mut() else { break };
        if fits(&format!("{line}{word}")) {
            line.push_str(word);
        } else if fits(word) {
            lines.push(word.to_owned());
        } else {
            for c in word.chars() {
                let Some(line) = lines.last_mut() else { break };
                if fits(&format!("{line}{c}")) {
                    line.push(c);
                } else {
                    lines.push(c.to_string());
                }
            }
        }
    }
    lines.iter().map(|l| l.trim_end().to_owned()).filter(|l| !l.is_empty()).collect()
}

/// The numbers as CSV (RFC 4180): a record a mark, with its range, unit, version, link, and what it does not count.
///
/// # Errors
/// What the writer reports.
pub fn csv(spec: &Spec, rows: &[Row], origin: &Origin, lang: Lang) -> Result<String, csv::Error> {
    let mut out = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let (low, central, high) = (charts::low(lang), charts::central(lang), charts::high(lang));
    let [row, unit, version_is, link] = [words::row(lang), words::unit(lang), words::version(lang), words::link(lang)];
    out.write_record([row, &spec.rows_are, central, low, high, unit, version_is, link, words::note(lang)])?;
    let (made, note) = (version(lang), origin.not_included(lang).unwrap_or_default());
    for (row, mark) in rows.iter().flat_map(|row| row.marks.iter().map(move |mark| (row, mark))) {
        let [central, low, high] = [mark.value.central, mark.value.low, mark.value.high].map(|v| v.to_string());
        let record = [&row.name, &mark.name, &central, &low, &high, &spec.unit, &made, &origin.link, &note];
        out.write_record(record)?;
    }
    let bytes = out.into_inner().map_err(|e| e.into_error())?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
