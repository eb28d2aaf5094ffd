//! A chart on its way from the program of the page to the one that reads it point by point: a description as text.
//!
//! Fields stand one behind the other, each ended by a control character that no word contains; lists begin with their
//! length, a choice with its number. The page writes, and only what reads charts reads.

use lodestone_model::report::Range;

#[cfg(whole)]
use super::spec::Tornado;
use super::spec::{Axis, Bar, Body, Build, Curve, Part, Spec, Stack, Tone};

/// The attribute of a figure that holds its description for who reads it point by point.
pub const HELD: &str = "data-spec";
/// The event by which a figure says that its description is there, or is another. It does not rise: hear it on its way down.
pub const CHARTED: &str = "charted";

/// Ends a field: the unit separator.
const END: char = '\u{1f}';
/// Kinds of marks by number.
const EMPTY: u32 = 0;
const BUILD: u32 = 1;
const CURVE: u32 = 2;
const STACK: u32 = 3;
const BARS: u32 = 4;
#[cfg(whole)]
const TORNADO: u32 = 5;
#[cfg(lens)]
const LINES: u32 = 6;
/// A range in which no value is there.
const MISSING: &str = "";

#[cfg(lens)]
mod read;
#[cfg(lens)]
pub use read::read;

/// The description as text, all but its id, which stands on the chart.
#[must_use]
pub fn write(spec: &Spec) -> String {
    let mut out = Out(String::with_capacity(4096));
    [&spec.title, &spec.unit, &spec.sentence, &spec.rows_are].into_iter().for_each(|t| out.text(t));
    out.count(usize::from(spec.waits));
    match &spec.body {
        Body::Empty(why) => {
            out.kind(EMPTY);
            out.text(why);
        }
        Body::Build { bars, axis } => {
            out.kind(BUILD);
            out.axis(axis);
            out.each(bars, |out, b| out.build(b));
        }
        Body::Curve(c) => {
            out.kind(CURVE);
            out.curve(c);
        }
        Body::Stack(s) => {
            out.kind(STACK);
            out.stack(s);
        }
        Body::Bars { bars, axis } => {
            out.kind(BARS);
            out.axis(axis);
            out.each(bars, |out, b| out.bar(b));
        }
        #[cfg(whole)]
        Body::Tornado(t) => {
            out.kind(TORNADO);
            out.tornado(t);
        }
        #[cfg(lens)]
        Body::Lines(l) => {
            out.kind(LINES);
            out.lines(l);
        }
    }
    out.0
}

struct Out(String);

impl Out {
    fn text(&mut self, text: &str) {
        self.0.push_str(text);
        self.0.push(END);
    }

    fn number(&mut self, value: f64) {
        self.text(&value.to_string());
    }

    fn count(&mut self, count: usize) {
        self.text(&count.to_string());
    }

    fn kind(&mut self, kind: u32) {
        self.count(kind as usize);
    }

    fn each<T>(&mut self, all: &[T], mut one: impl FnMut(&mut Self, &T)) {
        self.count(all.len());
        all.iter().for_each(|item| one(self, item));
    }

    fn range(&mut self, r: &Range) {
        [r.central, r.low, r.high, r.error].into_iter().for_each(|v| self.number(v));
    }

    fn maybe(&mut self, r: Option<&Range>) {
        match r {
            Some(r) => self.range(r),
            None => self.text(MISSING),
        }
    }

    fn axis(&mut self, axis: &Axis) {
        self.number(axis.from);
        self.number(axis.to);
        self.each(&axis.ticks, |out, (value, text)| {
            out.number(*value);
            out.text(text);
        });
    }

    fn tone(&mut self, tone: Tone) {
        self.count(match tone {
            Tone::Accent => 0,
            Tone::Neutral => 1,
            Tone::Series(i) => i + 2,
        });
    }

    fn build(&mut self, b: &Build) {
        self.text(&b.name);
        self.range(&b.sum);
        self.text(&b.total);
        self.each(&b.parts, |out, Part { name, value, tone }| {
            out.text(name);
            out.range(value);
            out.tone(*tone);
        });
    }

    fn bar(&mut self, b: &Bar) {
        self.text(&b.name);
        self.range(&b.value);
        self.text(&b.text);
        self.tone(b.tone);
    }

    fn points(&mut self, points: &[(f64, Range)]) {
        self.each(points, |out, (x, r)| {
            out.number(*x);
            out.range(r);
        });
    }

    fn curve(&mut self, c: &Curve) {
        self.axis(&c.x);
        self.axis(&c.y);
        for (name, points) in [&c.before, &c.after] {
            self.text(name);
            self.points(points);
        }
        self.each(c.now.as_slice(), |out, (x, y, text)| {
            out.number(*x);
            out.number(*y);
            out.text(text);
        });
        self.each(c.evidence.as_slice(), |out, (low, high)| {
            out.number(*low);
            out.number(*high);
        });
        self.each(c.above.as_slice(), |out, text| out.text(text));
    }

    fn stack(&mut self, s: &Stack) {
        self.axis(&s.x);
        self.axis(&s.y);
        self.each(&s.layers, |out, layer| {
            out.text(&layer.name);
            out.tone(layer.tone);
            out.each(&layer.values, |out, (year, value)| {
                out.number(*year);
                out.maybe(value.as_ref());
            });
        });
        self.points(&s.sums);
        self.number(s.year.0);
        self.text(&s.year.1);
    }

    #[cfg(whole)]
    fn tornado(&mut self, t: &Tornado) {
        self.axis(&t.axis);
        self.number(t.centre);
        self.each(&t.swings, |out, s| {
            out.text(&s.name);
            out.number(s.at_low);
            out.number(s.at_high);
        });
    }

    #[cfg(lens)]
    fn lines(&mut self, l: &super::spec::Lines) {
        self.axis(&l.x);
        self.axis(&l.y);
        self.count(usize::from(l.scale == super::spec::Scale::Factors));
        self.each(&l.lines, |out, line| {
            out.text(&line.name);
            out.tone(line.tone);
            out.count(line.look);
            out.count(usize::from(line.joined));
            out.each(&line.points, |out, p| {
                out.number(p.at);
                out.text(&p.label);
                out.maybe(p.value.as_ref());
                out.each(p.remark.as_slice(), |out, text| out.text(text));
            });
        });
    }
}
