//! The figures of a page for a state, before and after their ranges are drawn: what [`Taken`] is put together from.

use lodestone_model::data::Source;
use lodestone_model::derivation::Asked;
use lodestone_model::outputs::Shared;
use lodestone_model::release::Release;

use super::draws::Spread;
use super::lines::Lines;
use super::{Answer, Subject, Taken, asked, draws, inputs};
use crate::formula;
use crate::link::pairs;
use crate::link::proof::{Carried, carrying, main_answer};
use crate::state::State;

/// The figures of a page for a state, before their ranges are drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// The figures with the year that each is for.
    pub asked: Vec<(Asked, i32)>,
    subject: Subject,
}

impl Figures {
    /// Finds the figures of a page.
    #[must_use]
    pub fn of(subject: Subject) -> Self {
        let asked = asked::figures(subject.route, &subject.state.inputs, subject.state.view.year);
        Self { asked, subject }
    }

    /// What is drawn for their ranges.
    #[must_use]
    pub fn run(&self) -> draws::Run {
        draws::Run::new(&self.subject.state.inputs, self.subject.state.plan, self.asked.clone())
    }

    /// Puts everything together; `spreads` are the figures with their ranges, in their order.
    #[must_use]
    pub fn taken(self, spreads: Vec<Spread>) -> Taken {
        let Self { asked, subject } = self;
        let State { inputs, view, lang, .. } = &subject.state;
        let (shared, mut lines, mut answers) = (Shared::default(), Lines::default(), Vec::new());
        for ((asked, year), spread) in asked.into_iter().zip(spreads) {
            let Some(behind) = lines.add(inputs, &shared, asked, year) else { continue };
            answers.push(Answer {
                asked,
                name: formula::name(*lang, asked),
                unit: asked::unit(inputs, asked),
                year,
                spread,
                line: behind.last().copied().unwrap_or_default(),
                behind,
                omissions: asked.omissions(),
            });
        }
        let lines = lines.all;
        let shown = inputs::all(inputs, subject.route, view.year, &lines);
        let mut sources: Vec<&'static Source> = Vec::new();
        let cited = shown.iter().flat_map(|i| i.sources.iter()).chain(lines.iter().flat_map(|l| l.sources.iter()));
        for source in cited {
            if !sources.iter().any(|known| known.id == source.id) {
                sources.push(source);
            }
        }
        let result = Carried::of(Release::present(), main_answer(subject.route), inputs, view.year);
        Taken {
            said: carrying(&pairs(&subject.state), result.as_ref()),
            hash: Release::present().hash(inputs, view.year),
            inputs: shown,
            answers,
            lines,
            sources,
            subject,
        }
    }
}
