//! What a chart shows: values with bounds, names, axes, and the sentence for those who cannot see it.
//!
//! Words are in the reader's language already; nothing here rounds, translates or draws.

#[cfg(lens)]
mod lines;

use lodestone_model::report::Range;

#[cfg(lens)]
pub use lines::{Line, Lines, Point, Scale};

/// A chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Spec {
    /// Identifies the chart on the page.
    pub id: &'static str,
    /// Headline.
    pub title: String,
    /// Unit of the values.
    pub unit: String,
    /// What the chart shows now, as a sentence.
    pub sentence: String,
    /// What the rows are when the chart is read as a table: parts, years, values of a parameter.
    pub rows_are: String,
    /// Whether its ranges are older than its figures.
    pub waits: bool,
    /// The marks.
    pub body: Body,
}

/// The marks of a chart.
#[derive(Debug, Clone, PartialEq)]
pub enum Body {
    /// Stacked horizontal bars, one below the other.
    Build {
        /// The bars, from top to bottom.
        bars: Vec<Build>,
        /// Value axis.
        axis: Axis,
    },
    /// Lines over a number, one of them with a band.
    Curve(Curve),
    /// Areas on top of each other over years.
    Stack(Stack),
    /// Horizontal bars with a line from low to high.
    Bars {
        /// The bars, from top to bottom.
        bars: Vec<Bar>,
        /// Value axis.
        axis: Axis,
    },
    /// Bars to both sides of a line.
    #[cfg(whole)]
    Tornado(Tornado),
    /// Lines over years, each with its name. The calculators do not use it: it is not in their program.
    #[cfg(lens)]
    Lines(Lines),
    /// Nothing to draw, and why.
    Empty(String),
}

impl Body {
    /// What the style sheet calls it.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Build { .. } => "build",
            Self::Curve(_) => "curve",
            Self::Stack(_) => "stack",
            Self::Bars { .. } => "bars",
            #[cfg(whole)]
            Self::Tornado(_) => "bars",
            #[cfg(lens)]
            Self::Lines(l) => {
                if l.lines.len() > 1 {
                    "lines"
                } else {
                    "line"
                }
            }
            Self::Empty(_) => "empty",
        }
    }
}

impl Body {
    /// Names and colours of parts that may be too thin for a name of their own, each once.
    #[must_use]
    pub fn names(&self) -> Vec<(&str, Tone)> {
        match self {
            Self::Stack(stack) => stack.layers.iter().rev().map(|l| (l.name.as_str(), l.tone)).collect(),
            Self::Build { bars, .. } => {
                let parts = bars.iter().flat_map(|b| &b.parts).filter(|p| p.value.central > 0.0);
                let mut seen: Vec<(&str, Tone)> = Vec::new();
                for part in parts {
                    if seen.iter().all(|(name, _)| *name != part.name) {
                        seen.push((&part.name, part.tone));
                    }
                }
                seen
            }
            _ => Vec::new(),
        }
    }
}

/// What an answer is at either end of each input.
#[derive(Debug, Clone, PartialEq)]
pub struct Tornado {
    /// The answer itself.
    pub centre: f64,
    /// Inputs, the one that counts most first.
    pub swings: Vec<Swing>,
    /// Value axis.
    pub axis: Axis,
}

/// What an answer is at either end of one input.
#[derive(Debug, Clone, PartialEq)]
pub struct Swing {
    /// Name of the input.
    pub name: String,
    /// The answer at the low end of the input.
    pub at_low: f64,
    /// The answer at its high end.
    pub at_high: f64,
}

/// An axis: its ends and its ticks with their text.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// Lowest value.
    pub from: f64,
    /// Highest value.
    pub to: f64,
    /// Values with their text.
    pub ticks: Vec<(f64, String)>,
}

/// Which colour a mark has; the theme knows the colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// The answer.
    Accent,
    /// What it is compared with.
    Neutral,
    /// The n-th of several equals.
    Series(usize),
}

/// A bar made of parts.
#[derive(Debug, Clone, PartialEq)]
pub struct Build {
    /// Name of the bar.
    pub name: String,
    /// Sum.
    pub sum: Range,
    /// Sum, as text.
    pub total: String,
    /// Parts from left to right.
    pub parts: Vec<Part>,
}

/// A part of a bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Short name, drawn into the part where there is room.
    pub name: String,
    /// Its value with bounds; the bar is as long as the middle.
    pub value: Range,
    /// Its colour.
    pub tone: Tone,
}

/// Two lines over a parameter, with the present value marked.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve {
    /// Parameter axis.
    pub x: Axis,
    /// Value axis; the band may leave it at the top.
    pub y: Axis,
    /// The line to compare with: its name and points.
    pub before: (String, Vec<(f64, Range)>),
    /// The answer: its name and points with bounds.
    pub after: (String, Vec<(f64, Range)>),
    /// The present point and its text.
    pub now: Option<(f64, f64, String)>,
    /// Where the evidence begins and ends along x; `None` where there is none.
    pub evidence: Option<(f64, f64)>,
    /// What is said where the band leaves the chart at the top.
    pub above: Option<String>,
}

/// Areas on top of each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Stack {
    /// Years.
    pub x: Axis,
    /// Value axis.
    pub y: Axis,
    /// Layers from bottom to top.
    pub layers: Vec<Layer>,
    /// Year and sum of all layers, whose range is drawn at the top.
    pub sums: Vec<(f64, Range)>,
    /// The year that is looked at, and its text.
    pub year: (f64, String),
}

/// A layer: one value a year, or none.
#[derive(Debug, Clone, PartialEq)]
pub struct Layer {
    /// Name, drawn beside the layer.
    pub name: String,
    /// Its colour.
    pub tone: Tone,
    /// Year and value; a missing value ends the layer.
    pub values: Vec<(f64, Option<Range>)>,
}

/// A bar with bounds.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// Name of the bar.
    pub name: String,
    /// Value and bounds.
    pub value: Range,
    /// Value, as text.
    pub text: String,
    /// Its colour.
    pub tone: Tone,
}
