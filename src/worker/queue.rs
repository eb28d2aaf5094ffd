//! Requests that wait, and the one that is being worked on, step by step.

use std::collections::VecDeque;

#[cfg(whole)]
use lodestone_model::uncertainty::Analysis;
use lodestone_model::uncertainty::{Shapes, Simulation};

#[cfg(whole)]
use super::request::flat_sensitivity;
use super::request::{Progress, Reply, Request, What, flat_bands};

/// Draws between two looks at the clock.
const STEP: usize = 4;

/// What is to be done, oldest first.
#[derive(Default)]
pub(super) struct Queue {
    waiting: VecDeque<Request>,
    at_work: Option<(Request, Job)>,
    shapes: Shapes,
}

enum Job {
    Bands(Simulation),
    #[cfg(whole)]
    Sensitivity(Analysis),
    /// There is no such answer.
    Nothing,
}

impl Queue {
    /// Takes a request; it replaces an older one for the same place.
    pub(super) fn put(&mut self, request: Request) {
        let place = request.what.place();
        self.at_work.take_if(|(r, _)| r.what.place() == place);
        match self.waiting.iter_mut().find(|r| r.what.place() == place) {
            Some(older) => *older = request,
            None => self.waiting.push_back(request),
        }
    }

    /// Forgets everything.
    pub(super) fn clear(&mut self) {
        self.waiting.clear();
        self.at_work = None;
    }

    pub(super) fn is_empty(&self) -> bool {
        self.waiting.is_empty() && self.at_work.is_none()
    }

    /// Works while `more` says that there is time, at least one step, and says what became of it.
    pub(super) fn work(&mut self, mut more: impl FnMut() -> bool) -> Option<Reply> {
        if self.at_work.is_none() {
            let request = self.waiting.pop_front()?;
            let job = self.begin(&request);
            self.at_work = Some((request, job));
        }
        let (request, job) = self.at_work.as_mut()?;
        let reply = |state| Reply { ticket: request.ticket, place: request.what.place(), state };
        loop {
            let (goes_on, part) = match job {
                Job::Bands(run) => (run.go(STEP), run.progress()),
                #[cfg(whole)]
                Job::Sensitivity(run) => (run.go(STEP), run.progress()),
                Job::Nothing => (false, 1.0),
            };
            if !goes_on {
                break;
            }
            if !more() {
                return Some(reply(Progress::Part(part)));
            }
        }
        let (request, job) = self.at_work.take()?;
        let numbers = match job {
            Job::Bands(run) => flat_bands(&run.bands()),
            #[cfg(whole)]
            Job::Sensitivity(run) => flat_sensitivity(&run.result()),
            Job::Nothing => Vec::new(),
        };
        Some(Reply { ticket: request.ticket, place: request.what.place(), state: Progress::Done(numbers) })
    }

    fn begin(&self, request: &Request) -> Job {
        let (inputs, plan) = (request.inputs.clone(), request.plan);
        match request.what {
            What::Bands(section) => Job::Bands(Simulation::new(inputs, request.view, section, plan, &self.shapes)),
            #[cfg(whole)]
            What::Sensitivity(output) => Analysis::new(inputs, output, request.view.year, plan, &self.shapes)
                .map_or(Job::Nothing, Job::Sensitivity),
            #[cfg(not(whole))]
            What::Sensitivity(_) => Job::Nothing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lodestone_model::inputs::Inputs;
    use lodestone_model::report::View;
    use lodestone_model::uncertainty::{Plan, Section};

    fn request(ticket: u32, section: Section) -> Request {
        let plan = Plan { seed: 1, chunks: 2 };
        Request { ticket, what: What::Bands(section), plan, view: View::default(), inputs: Inputs::default() }
    }

    fn finish(queue: &mut Queue, mut more: impl FnMut() -> bool) -> Vec<Reply> {
        std::iter::from_fn(|| queue.work(&mut more)).filter(|r| matches!(r.state, Progress::Done(_))).collect()
    }

    #[test]
    fn a_newer_request_takes_the_place_of_an_older_one_even_at_work() {
        let mut queue = Queue::default();
        queue.put(request(1, Section::Motor));
        queue.put(request(2, Section::Year));
        assert!(matches!(queue.work(|| false), Some(Reply { ticket: 1, state: Progress::Part(_), .. })));
        queue.put(request(3, Section::Motor));
        let tickets: Vec<u32> = finish(&mut queue, || true).iter().map(|r| r.ticket).collect();
        assert_eq!(tickets, [2, 3]);
        assert!(queue.is_empty());
    }

    #[test]
    fn the_result_does_not_depend_on_how_often_the_work_is_laid_aside() {
        let mut whole = Queue::default();
        whole.put(request(1, Section::Motor));
        let mut sliced = Queue::default();
        sliced.put(request(1, Section::Motor));
        assert_eq!(finish(&mut whole, || true), finish(&mut sliced, || false));
    }
}
