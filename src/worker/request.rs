//! What is asked of a worker and what comes back, as text and numbers.

use lodestone_model::inputs::{Inputs, Param, text};
use lodestone_model::outputs::Output;
use lodestone_model::report::View;
use lodestone_model::uncertainty::{Band, Group, Influence, Plan, Section, Sensitivity};

/// What is asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Its number; an answer to an older one for the same place is late.
    pub ticket: u32,
    /// What for.
    pub what: What,
    /// How it is drawn.
    pub plan: Plan,
    /// What is looked at.
    pub view: View,
    /// All inputs.
    pub inputs: Inputs,
}

/// The place that an answer is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// The likely ranges of a section.
    Bands(Section),
    /// What makes an answer uncertain.
    Sensitivity(Output),
}

impl What {
    /// One place a section, and one for the sensitivity whatever the answer.
    #[must_use]
    pub fn place(self) -> usize {
        match self {
            Self::Bands(section) => section as usize,
            Self::Sensitivity(_) => Section::ALL.len(),
        }
    }
}

impl Request {
    /// As text: a line of what and how, then the inputs.
    #[must_use]
    pub fn write(&self) -> String {
        let what = match self.what {
            What::Bands(section) => section.key(),
            What::Sensitivity(output) => output.key(),
        };
        let v = &self.view;
        let (motor, turbine) = (v.motor_axis.key(), v.turbine_axis.key());
        let Plan { seed, chunks } = self.plan;
        let inputs = text::write(&self.inputs);
        format!("{} {what} {seed} {chunks} {} {motor} {turbine}\n{inputs}", self.ticket, v.year)
    }

    /// What [`Request::write`] wrote; `None` for anything else.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (first, inputs) = text.split_once('\n')?;
        let mut words = first.split(' ');
        let ticket = words.next()?.parse().ok()?;
        let what = words.next()?;
        let what = match Section::named(what) {
            Some(section) => What::Bands(section),
            None => What::Sensitivity(Output::named(what)?),
        };
        let plan = Plan { seed: words.next()?.parse().ok()?, chunks: words.next()?.parse().ok()? };
        let year = words.next()?.parse().ok()?;
        let mut axis = || words.next().and_then(|key| Param::ALL.into_iter().find(|p| p.key() == key));
        let view = View { motor_axis: axis()?, turbine_axis: axis()?, year };
        Some(Self { ticket, what, plan, view, inputs: text::read(inputs).ok()? })
    }
}

/// What comes back.
#[derive(Debug, Clone, PartialEq)]
pub struct Reply {
    /// The ticket of the request.
    pub ticket: u32,
    /// Its place.
    pub place: usize,
    /// How far the work is, or its result.
    pub state: Progress,
}

/// How far a request is.
#[derive(Debug, Clone, PartialEq)]
pub enum Progress {
    /// So much of it is done, from 0 to 1.
    Part(f64),
    /// Its result, as numbers.
    Done(Vec<f64>),
}

/// Numbers of one band.
const BAND: usize = 4;
/// Numbers of one influence.
const INFLUENCE: usize = 7;
/// The place of the prices among the groups, which no parameter has.
const PRICES: f64 = -1.0;

/// Bands as numbers.
pub(super) fn flat_bands(bands: &[Band]) -> Vec<f64> {
    bands.iter().flat_map(|b| [b.low, b.central, b.high, b.error]).collect()
}

/// The bands that [`flat_bands`] wrote.
#[must_use]
pub fn bands(numbers: &[f64]) -> Vec<Band> {
    let one = |n: &[f64]| Band { low: n[0], central: n[1], high: n[2], error: n[3] };
    numbers.chunks_exact(BAND).map(one).collect()
}

/// A sensitivity as numbers.
pub(super) fn flat_sensitivity(found: &Sensitivity) -> Vec<f64> {
    let group = |g: Group| match g {
        #[allow(clippy::cast_precision_loss)] // some hundred
        Group::One(param) => param as usize as f64,
        Group::Prices => PRICES,
    };
    let one = |i: &Influence| [group(i.group), i.ends.0, i.ends.1, i.first.0, i.first.1, i.total.0, i.total.1];
    [found.central, found.deviation].into_iter().chain(found.influences.iter().flat_map(one)).collect()
}

/// The sensitivity that [`flat_sensitivity`] wrote; `None` for an answer that the evidence does not hold.
#[must_use]
pub fn sensitivity(numbers: &[f64]) -> Option<Sensitivity> {
    let (central, deviation) = (*numbers.first()?, *numbers.get(1)?);
    let group = |code: f64| {
        Param::ALL.into_iter().find(|p| {
            #[allow(clippy::cast_precision_loss)] // some hundred
            let own = *p as usize as f64;
            own == code
        })
    };
    let one = |n: &[f64]| Influence {
        group: group(n[0]).map_or(Group::Prices, Group::One),
        ends: (n[1], n[2]),
        first: (n[3], n[4]),
        total: (n[5], n[6]),
    };
    Some(Sensitivity { central, deviation, influences: numbers[2..].chunks_exact(INFLUENCE).map(one).collect() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_and_results_survive_the_way() {
        let mut inputs = Inputs::default();
        inputs.assign("ev-magnet-kg", "2..3").unwrap();
        for what in [What::Bands(Section::Years), What::Sensitivity(Output::BalanceGapT)] {
            let plan = Plan { seed: u64::MAX, chunks: 3 };
            let sent = Request { ticket: 7, what, plan, view: View::default(), inputs: inputs.clone() };
            assert_eq!(Request::read(&sent.write()), Some(sent));
        }
        for wrong in
            ["", "7", "x motor 1 2 2025 wind-mw wind-mw\n", "7 motor 1 2 2025 wind-mw wind-mw\nev-magnet-kg=-1"]
        {
            assert_eq!(Request::read(wrong), None, "{wrong}");
        }
        let found = Sensitivity {
            central: 1.0,
            deviation: 2.0,
            influences: vec![
                Influence { group: Group::Prices, ends: (1.0, 2.0), first: (0.3, 0.1), total: (0.4, 0.1) },
                Influence { group: Group::One(Param::WindMw), ends: (3.0, 2.0), first: (0.2, 0.1), total: (0.1, 0.1) },
            ],
        };
        assert_eq!(sensitivity(&flat_sensitivity(&found)), Some(found));
        let band = Band { low: 1.0, central: 2.0, high: 3.0, error: 0.5 };
        assert_eq!(bands(&flat_bands(&[band])), [band]);
    }
}
