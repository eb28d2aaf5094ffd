//! Aligned tables for a terminal, and numbers for programs. Not here: what stands in the tables.

use lodestone::format;
use lodestone::text::{Lang, command};
use lodestone_model::report::Range;

/// Rows of cells, padded so that columns align; wide letters count twice.
pub fn table(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> =
        (0..columns).map(|c| rows.iter().filter_map(|r| r.get(c)).map(|t| width(t)).max().unwrap_or(0)).collect();
    let mut out = String::new();
    for row in rows {
        let mut line = String::new();
        for (c, cell) in row.iter().enumerate() {
            let gap = " ".repeat(widths[c].saturating_sub(width(cell)));
            // The first column names, the others count.
            line += &if c == 0 { format!("{cell}{gap}") } else { format!("  {gap}{cell}") };
        }
        out += line.trim_end();
        out.push('\n');
    }
    out
}

/// Columns of a terminal that a text takes.
fn width(text: &str) -> usize {
    text.chars().map(|c| if c >= '\u{1100}' && !('\u{2000}'..='\u{2bff}').contains(&c) { 2 } else { 1 }).sum()
}

/// Low, central and high as cells, in the digits of the range; one without a range has one figure and says that it is
/// exact.
fn cells(lang: Lang, r: Range) -> [String; 3] {
    let figure = format::middle(lang, r, format::PLAIN);
    if r.is_exact() {
        return [format::ends(lang, r, format::PLAIN), figure, String::new()];
    }
    let (low, high) = format::both_ends(lang, r, format::PLAIN);
    [low, figure, high]
}

/// Names of the columns: what, low, central, high.
pub fn head(lang: Lang, first: &str) -> Vec<String> {
    let words = [command::low(lang), command::central(lang), command::high(lang)];
    std::iter::once(first.to_owned()).chain(words.map(str::to_owned)).collect()
}

/// A name with its low, central and high.
pub fn row(lang: Lang, name: impl Into<String>, r: Range) -> Vec<String> {
    std::iter::once(name.into()).chain(cells(lang, r)).collect()
}

/// Writes the shortest text that reads back as the same number; nothing where there is none.
pub fn exact(text: &mut String, value: Option<f64>) {
    use std::fmt::Write as _;
    if let Some(v) = value {
        // Writing to memory does not fail.
        let _ = if v == 0.0 || (1e-5..1e16).contains(&v.abs()) { write!(text, "{v}") } else { write!(text, "{v:e}") };
    }
}
