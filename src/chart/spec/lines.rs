//! Lines over years: figures with dates, each line with its name at its end.
//!
//! Documents show it; the calculators do not, so it is not in their program.

use lodestone_model::report::Range;

use super::{Axis, Tone};

/// Lines over years.
#[derive(Debug, Clone, PartialEq)]
pub struct Lines {
    /// Years; a date is a year and a part of it.
    pub x: Axis,
    /// Value axis, its ends and ticks as values whatever the scale.
    pub y: Axis,
    /// How values stand on the value axis.
    pub scale: Scale,
    /// The lines, in the order of their names in the table.
    pub lines: Vec<Line>,
}

/// How values stand on an axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// Equal steps are equal differences.
    Even,
    /// Equal steps are equal factors.
    Factors,
}

/// One line: one substance, one currency, one market, one kind of figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Name, drawn at its end.
    pub name: String,
    /// Its colour; one of [`Line::TONES`].
    pub tone: Tone,
    /// Its dashes and the shape of its marks, by number.
    pub look: usize,
    /// Whether its figures are joined; single quotations are not.
    pub joined: bool,
    /// Its figures by date; one without a value is a gap.
    pub points: Vec<Point>,
}

impl Line {
    /// Colours that stand out from the paper in both themes, three to one at least.
    pub const TONES: [Tone; 5] = [Tone::Series(0), Tone::Series(5), Tone::Series(3), Tone::Series(8), Tone::Series(9)];

    /// A line with the look and the colour of its number.
    #[must_use]
    pub fn new(name: String, look: usize, joined: bool, points: Vec<Point>) -> Self {
        Self { name, tone: Self::TONES[look % Self::TONES.len()], look, joined, points }
    }

    /// The dated values, without the gaps.
    pub fn values(&self) -> impl Iterator<Item = (&Point, Range)> {
        self.points.iter().filter_map(|p| Some((p, p.value?)))
    }
}

/// A figure with its date.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// Where it stands along the years.
    pub at: f64,
    /// Its date, as text.
    pub label: String,
    /// The figure with its bounds; `None` where there is none.
    pub value: Option<Range>,
    /// What sets it apart from the others, as “estimated”: its mark is hollow, and the table says so.
    pub remark: Option<String>,
}
