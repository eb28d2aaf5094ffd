//! Reads a description back.

use lodestone_model::report::Range;

use super::super::spec::{
    Axis, Bar, Body, Build, Curve, Layer, Line, Lines, Part, Point, Scale, Spec, Stack, Swing, Tone, Tornado,
};
use super::{BARS, BUILD, CURVE, EMPTY, END, LINES, MISSING, STACK, TORNADO};

/// The description; `None` for a text that none was written as.
#[must_use]
pub fn read(text: &str) -> Option<Spec> {
    let mut from = In(text.strip_suffix(END)?.split(END));
    let spec = Spec {
        id: "",
        title: from.text()?,
        unit: from.text()?,
        sentence: from.text()?,
        rows_are: from.text()?,
        waits: from.is()?,
        body: from.body()?,
    };
    // More than was written is another text.
    from.0.next().is_none().then_some(spec)
}

struct In<'a>(std::str::Split<'a, char>);

impl In<'_> {
    fn text(&mut self) -> Option<String> {
        self.0.next().map(str::to_owned)
    }

    fn number(&mut self) -> Option<f64> {
        self.0.next()?.parse().ok()
    }

    fn count(&mut self) -> Option<usize> {
        self.0.next()?.parse().ok()
    }

    fn is(&mut self) -> Option<bool> {
        self.count().map(|n| n != 0)
    }

    fn each<T>(&mut self, mut one: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count = self.count()?;
        (0..count).map(|_| one(self)).collect()
    }

    fn few<T>(&mut self, one: impl FnMut(&mut Self) -> Option<T>) -> Option<Option<T>> {
        self.each(one).map(|all| all.into_iter().next())
    }

    fn range_from(&mut self, central: f64) -> Option<Range> {
        let (low, high) = (self.number()?, self.number()?);
        Some(Range { error: self.number()?, ..Range::new(low, central, high) })
    }

    fn range(&mut self) -> Option<Range> {
        let central = self.number()?;
        self.range_from(central)
    }

    fn maybe(&mut self) -> Option<Option<Range>> {
        match self.0.next()? {
            MISSING => Some(None),
            central => self.range_from(central.parse().ok()?).map(Some),
        }
    }

    fn axis(&mut self) -> Option<Axis> {
        let (from, to) = (self.number()?, self.number()?);
        Some(Axis { from, to, ticks: self.each(|i| Some((i.number()?, i.text()?)))? })
    }

    fn tone(&mut self) -> Option<Tone> {
        Some(match self.count()? {
            0 => Tone::Accent,
            1 => Tone::Neutral,
            i => Tone::Series(i - 2),
        })
    }

    fn points(&mut self) -> Option<Vec<(f64, Range)>> {
        self.each(|i| Some((i.number()?, i.range()?)))
    }

    fn body(&mut self) -> Option<Body> {
        Some(match u32::try_from(self.count()?).ok()? {
            EMPTY => Body::Empty(self.text()?),
            BUILD => {
                let axis = self.axis()?;
                Body::Build { bars: self.each(Self::build)?, axis }
            }
            CURVE => Body::Curve(self.curve()?),
            STACK => Body::Stack(self.stack()?),
            BARS => {
                let axis = self.axis()?;
                Body::Bars { bars: self.each(Self::bar)?, axis }
            }
            TORNADO => {
                let (axis, centre) = (self.axis()?, self.number()?);
                let swing = |i: &mut Self| Some(Swing { name: i.text()?, at_low: i.number()?, at_high: i.number()? });
                Body::Tornado(Tornado { centre, swings: self.each(swing)?, axis })
            }
            LINES => Body::Lines(self.lines()?),
            _ => return None,
        })
    }

    fn build(&mut self) -> Option<Build> {
        let part = |i: &mut Self| Some(Part { name: i.text()?, value: i.range()?, tone: i.tone()? });
        Some(Build { name: self.text()?, sum: self.range()?, total: self.text()?, parts: self.each(part)? })
    }

    fn bar(&mut self) -> Option<Bar> {
        Some(Bar { name: self.text()?, value: self.range()?, text: self.text()?, tone: self.tone()? })
    }

    fn curve(&mut self) -> Option<Curve> {
        Some(Curve {
            x: self.axis()?,
            y: self.axis()?,
            before: (self.text()?, self.points()?),
            after: (self.text()?, self.points()?),
            now: self.few(|i| Some((i.number()?, i.number()?, i.text()?)))?,
            evidence: self.few(|i| Some((i.number()?, i.number()?)))?,
            above: self.few(Self::text)?,
        })
    }

    fn stack(&mut self) -> Option<Stack> {
        let layer = |i: &mut Self| {
            let (name, tone) = (i.text()?, i.tone()?);
            Some(Layer { name, tone, values: i.each(|i| Some((i.number()?, i.maybe()?)))? })
        };
        Some(Stack {
            x: self.axis()?,
            y: self.axis()?,
            layers: self.each(layer)?,
            sums: self.points()?,
            year: (self.number()?, self.text()?),
        })
    }

    fn lines(&mut self) -> Option<Lines> {
        let point = |i: &mut Self| {
            Some(Point { at: i.number()?, label: i.text()?, value: i.maybe()?, remark: i.few(Self::text)? })
        };
        let line = |i: &mut Self| {
            let (name, tone, look, joined) = (i.text()?, i.tone()?, i.count()?, i.is()?);
            Some(Line { name, tone, look, joined, points: i.each(point)? })
        };
        let (x, y) = (self.axis()?, self.axis()?);
        let scale = if self.is()? { Scale::Factors } else { Scale::Even };
        Some(Lines { x, y, scale, lines: self.each(line)? })
    }
}
