//! Constants compiled from `static-data`, each with source, date and grade.
//!
//! The build checks every row first (`build.rs`, crate `lodestone-tables`); nothing here is typed by hand.

/// A document, data file or page that a figure was taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// Key.
    pub id: &'static str,
    /// Who published it.
    pub publisher: &'static str,
    /// Who wrote it, `; ` between two; empty where nobody is named.
    pub author: &'static str,
    /// Its title in its own language.
    pub title: &'static str,
    /// Its title in English.
    pub title_en: &'static str,
    /// Year or date of publication.
    pub date: &'static str,
    /// Where the figure stands: an address, or a table of this project.
    pub locator: &'static str,
    /// Edition of this data in which the source was read.
    pub edition: &'static str,
    /// Language of the title.
    pub language: &'static str,
    /// How close it is to the original.
    pub grade: Grade,
}

/// How close a figure is to its origin; the first is preferred to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// Follows from a definition.
    Exact,
    /// Original text or data, or a faithful copy.
    Primary,
    /// Somebody quoting the original.
    Secondary,
    /// Computed here from quoted numbers.
    Derived,
    /// Aggregator, blog or answer page.
    Low,
    /// General knowledge of the field.
    General,
    /// Not in the evidence: assumed, and said so.
    Assumption,
}

/// The values that make sense for a parameter; what lies outside is refused.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Possible {
    /// Lowest value.
    pub min: f64,
    /// Whether the lowest value itself is refused.
    pub above_min: bool,
    /// Highest value.
    pub max: f64,
}

/// An input: its default with range, its limits, and where they come from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Parameter {
    /// Which one.
    pub id: Param,
    /// Key in links, files and commands.
    pub key: &'static str,
    /// The group it is shown in.
    pub section: &'static str,
    /// Unit of all its values.
    pub unit: Unit,
    /// Whether it has a default; one without is empty until a reader fills it.
    pub set: bool,
    /// Low end of the default's range.
    pub low: f64,
    /// The default.
    pub central: f64,
    /// High end of the default's range.
    pub high: f64,
    /// Lowest and highest value in the evidence; `None` where it holds nothing.
    pub evidence: Option<(f64, f64)>,
    /// Ends of its slider.
    pub slider: (f64, f64),
    /// What makes sense at all.
    pub possible: Possible,
    /// Whether a higher value raises cost and demand (1), lowers them (−1), or neither in a fixed direction (0).
    pub raises: i8,
    /// The rule that chose the default.
    pub rule: Rule,
    /// The time that the default describes.
    pub date: &'static str,
    /// Months after which it should be looked at again; 0 for what does not age.
    pub review_months: u16,
    /// Whether it is older than that in this edition of the data.
    pub aged: bool,
    /// Grade of the default.
    pub grade: Grade,
    /// Indices into [`SOURCES`]; the first is the default's own.
    pub sources: &'static [usize],
}

/// A composition: mass fractions of a finished magnet that add to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AlloyRow {
    /// Which one.
    pub id: Alloy,
    /// Key.
    pub key: &'static str,
    /// Neodymium.
    pub nd: f64,
    /// Praseodymium.
    pub pr: f64,
    /// Dysprosium.
    pub dy: f64,
    /// Terbium.
    pub tb: f64,
    /// Iron; the rest, where the source gives none.
    pub fe: f64,
    /// Boron.
    pub b: f64,
    /// Everything that was not analysed.
    pub other: f64,
    /// The rule that chose the figures.
    pub rule: Rule,
    /// The time that they describe.
    pub date: &'static str,
    /// Their grade.
    pub grade: Grade,
    /// Indices into [`SOURCES`].
    pub sources: &'static [usize],
}

/// Units of one series in one year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Which series.
    pub series: Series,
    /// History, outlook or a named projection.
    pub scenario: Scenario,
    /// The year.
    pub year: i32,
    /// Units in that year: vehicles, MW, robots, tonnes.
    pub value: f64,
    /// Grade of the figure.
    pub grade: Grade,
    /// Indices into [`SOURCES`].
    pub sources: &'static [usize],
}

/// How old a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dated {
    /// The time that it describes; of a year to come, when it was said.
    pub date: &'static str,
    /// Months after which it should be looked at again; 0 for what does not age.
    pub review_months: u16,
    /// Whether it is older than that in this edition of the data.
    pub aged: bool,
}

/// What another source says of a series in a year; nothing that the model reads by itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Beside {
    /// Which series.
    pub series: Series,
    /// The application that alone it counts; empty where it counts the series.
    pub application: &'static str,
    /// The year.
    pub year: i32,
    /// Units in that year.
    pub value: f64,
    /// How old it is.
    pub dated: Dated,
    /// Key of its source.
    pub source_id: &'static str,
    /// How it was read, in English, Korean and Chinese.
    pub note: [&'static str; 3],
}

impl Param {
    /// What is known about this parameter.
    #[must_use]
    pub fn spec(self) -> &'static Parameter {
        &PARAMETERS[self as usize]
    }
}

impl Alloy {
    /// The fractions of this composition.
    #[must_use]
    pub fn row(self) -> &'static AlloyRow {
        &ALLOYS[self as usize]
    }
}

include!(concat!(env!("OUT_DIR"), "/data.rs"));
