//! What sampling has found so far: likely ranges by section, what makes an answer uncertain, and how far the work is.
//!
//! Pure but for the hook in [`ask`], which asks the workers. Answers that come late are dropped; until an answer comes the
//! older one stands, and says that it is older.

pub mod ask;
pub mod begin;
pub mod stories;

use std::rc::Rc;

use lodestone_model::inputs::{Case, Inputs, Reading};
use lodestone_model::outputs::Shared;
use lodestone_model::report::{Goods, Report, SupplySide, View, goods, limits};
use lodestone_model::uncertainty::{Section, Sensitivity, give};
use yew::prelude::*;

use crate::worker::request::{self, Progress, Reply};
use begin::{Bands, Begin};

/// Places of answers: one a section, one for the sensitivity.
const PLACES: usize = Section::ALL.len() + 1;
/// Steps of the progress that is shown.
const STEPS: f64 = 10.0;

/// What sampling has found so far.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Likely {
    /// The sections that the page shows.
    shown: Vec<Section>,
    /// The newest request for each place.
    tickets: [u32; PLACES],
    bands: Bands,
    /// What makes which answer uncertain.
    pub sensitivity: Option<Rc<Sensitivity>>,
    /// Share of the work that is done, for each place that is being worked on.
    parts: [Option<f64>; PLACES],
    /// Whether the work takes so long that a reader should know.
    pub slow: bool,
    /// Whether a reader has stopped it.
    pub stopped: bool,
}

/// What happens to it.
pub enum Happening {
    /// Everything is as the document has it.
    Begun(u32, Begin),
    /// New answers were asked for in some places.
    Asked(u32, [bool; PLACES]),
    /// A worker said something.
    Heard(Reply),
    /// The patience for this request is over.
    Late(u32),
    /// The reader wants no more of it.
    Stopped,
}

impl Likely {
    /// What a document brings with it, for a page that shows some sections.
    #[must_use]
    pub fn begin(shown: &[Section], begin: &Begin) -> Self {
        Self { shown: shown.to_vec(), bands: begin.0.clone(), ..Self::default() }
    }

    fn after(&self, happening: Happening) -> Self {
        let mut next = self.clone();
        match happening {
            Happening::Begun(ticket, begin) => {
                (next.stopped, next.slow) = (false, false);
                for section in &self.shown {
                    let place = *section as usize;
                    (next.tickets[place], next.parts[place]) = (ticket, None);
                    next.bands[place].clone_from(&begin.0[place]);
                }
            }
            Happening::Asked(ticket, places) => {
                next.stopped = false;
                for place in (0..PLACES).filter(|place| places[*place]) {
                    (next.tickets[place], next.parts[place]) = (ticket, Some(0.0));
                }
            }
            Happening::Heard(reply) if self.tickets.get(reply.place) == Some(&reply.ticket) => match reply.state {
                // Nothing is drawn again for progress that nobody sees.
                Progress::Part(part) if self.slow => {
                    let shown = (part * STEPS).floor() / STEPS;
                    next.parts[reply.place] = next.parts[reply.place].map(|_| shown);
                }
                Progress::Part(_) => {}
                Progress::Done(numbers) => {
                    next.parts[reply.place] = None;
                    match next.bands.get_mut(reply.place) {
                        Some(place) => *place = Some(Rc::new(request::bands(&numbers))),
                        None => next.sensitivity = request::sensitivity(&numbers).map(Rc::new),
                    }
                    next.slow &= next.is_at_work();
                }
            },
            Happening::Heard(_) => {}
            Happening::Late(ticket) => {
                let waits = self.tickets.iter().zip(&self.parts).any(|(t, part)| *t == ticket && part.is_some());
                next.slow |= waits;
            }
            Happening::Stopped => {
                (next.stopped, next.slow) = (self.is_at_work(), false);
                next.parts = [None; PLACES];
            }
        }
        next
    }

    /// What has been found, to see whether it is the same as before.
    #[must_use]
    pub fn found(&self) -> Found {
        Found(self.bands.clone())
    }

    /// Whether anything is being worked on.
    #[must_use]
    pub fn is_at_work(&self) -> bool {
        self.parts.iter().any(Option::is_some)
    }

    /// The sections that are being worked on for so long that a reader should know.
    #[must_use]
    pub fn late(&self) -> Stale {
        let mut late = Stale::default();
        late.0.iter_mut().zip(&self.parts).for_each(|(late, part)| *late = self.slow && part.is_some());
        late
    }

    /// Share of all the work that is done.
    #[must_use]
    pub fn part(&self) -> f64 {
        let asked = self.parts.iter().flatten().count().max(1);
        #[allow(clippy::cast_precision_loss)] // six places
        let asked = asked as f64;
        self.parts.iter().flatten().sum::<f64>() / asked
    }

    /// Whether the sensitivity is being worked on.
    #[must_use]
    pub fn weighs(&self) -> bool {
        self.parts[PLACES - 1].is_some()
    }

    /// The report with likely ranges; with limits in the sections for which nothing has been found yet. Beside it the
    /// sections whose ranges are older than their figures.
    #[must_use]
    pub fn report(&self, inputs: &Inputs, view: View) -> (Report, Stale) {
        let of = |section: Section| self.bands[section as usize].as_deref();
        let all = [of(Section::Motor), of(Section::Turbine), of(Section::Year), of(Section::Years)];
        // Limits take many times the work of the figures, so only where they are shown and nothing better is there.
        let drawn = self.shown.iter().all(|s| matches!(s, Section::Supply | Section::Goods) || of(*s).is_some());
        let mut report = if drawn { Report::central(inputs, view) } else { Report::new(inputs, view) };
        let mut stale = Stale::default();
        self.shown.iter().for_each(|s| stale.0[*s as usize] = true);
        let Report { motor, wind, year, years, .. } = &mut report;
        let parts: [&mut dyn lodestone_model::report::Ranges; 4] = [motor, wind, year, years];
        for ((bands, part), section) in
            all.into_iter().zip(parts).zip([Section::Motor, Section::Turbine, Section::Year, Section::Years])
        {
            if let Some(bands) = bands {
                stale.0[section as usize] = give(bands, part);
            }
        }
        (report, stale)
    }

    /// The supply side, in the same way.
    #[must_use]
    pub fn supply(&self, inputs: &Inputs, shared: &Shared) -> (SupplySide, bool) {
        match &self.bands[Section::Supply as usize] {
            Some(bands) => {
                let mut side = SupplySide::central(inputs, shared);
                let stale = give(bands, &mut side);
                (side, stale)
            }
            None => (SupplySide::new(inputs, shared), true),
        }
    }

    /// Other products, in the same way.
    #[must_use]
    pub fn goods(&self, inputs: &Inputs) -> (Goods, bool) {
        match &self.bands[Section::Goods as usize] {
            Some(bands) => {
                let mut all = goods(&Reading::new(inputs, Case::Central));
                let stale = give(bands, &mut all);
                (all, stale)
            }
            None => (limits(|case| goods(&Reading::new(inputs, case))), true),
        }
    }
}

/// Bands by section; the same where they are the same lists.
#[derive(Clone)]
pub struct Found(Bands);

impl PartialEq for Found {
    fn eq(&self, other: &Self) -> bool {
        begin::same(&self.0, &other.0)
    }
}

/// The sections whose ranges are older than their figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Stale(pub [bool; Section::ALL.len()]);

impl Stale {
    /// Whether there is any.
    #[must_use]
    pub fn any(self) -> bool {
        self.0.contains(&true)
    }

    /// Whether the ranges of a section are older than its figures.
    #[must_use]
    pub fn is(self, section: Section) -> bool {
        self.0[section as usize]
    }
}

impl Reducible for Likely {
    type Action = Happening;

    fn reduce(self: Rc<Self>, happening: Happening) -> Rc<Self> {
        let next = self.after(happening);
        if next == *self { self } else { Rc::new(next) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn done(ticket: u32, section: Section) -> Happening {
        let numbers = vec![1.0, 2.0, 3.0, 0.1];
        Happening::Heard(Reply { ticket, place: section as usize, state: Progress::Done(numbers) })
    }

    #[test]
    fn a_late_answer_changes_nothing() {
        let asked = Likely::default().after(Happening::Asked(2, [true; PLACES]));
        assert_eq!(asked.after(done(1, Section::Motor)), asked);
        let heard = asked.after(done(2, Section::Motor));
        assert!(heard.bands[Section::Motor as usize].is_some() && heard.is_at_work());
    }

    #[test]
    fn progress_is_said_when_it_takes_long_and_can_be_stopped() {
        let mut places = [false; PLACES];
        places[Section::Motor as usize] = true;
        let asked = Likely::default().after(Happening::Asked(1, places));
        assert!(!asked.slow && !asked.after(Happening::Late(0)).slow, "an older request's patience");
        let late = asked.after(Happening::Late(1));
        assert!(late.slow && late.after(done(1, Section::Motor)) != late);
        assert!(!late.after(done(1, Section::Motor)).slow, "it is done");
        let stopped = late.after(Happening::Stopped);
        assert!(stopped.stopped && !stopped.is_at_work() && !stopped.slow);
        assert!(!stopped.after(Happening::Asked(2, places)).stopped, "a new question begins anew");
    }

    #[test]
    fn before_the_first_answer_the_ranges_are_limits_and_say_that_they_are_not_the_last_word() {
        let (report, stale) =
            Likely::begin(Section::ALL, &Begin::default()).report(&Inputs::default(), View::default());
        assert_eq!(report, Report::new(&Inputs::default(), View::default()));
        assert!(stale.0.iter().all(|s| *s));
    }
}
