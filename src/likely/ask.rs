//! Asks the workers for whatever the page wants to know, when the reader pauses.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use lodestone_model::inputs::Inputs;
use lodestone_model::outputs::Output;
use lodestone_model::report::View;
use lodestone_model::uncertainty::{Plan, Section};
use yew::prelude::*;

use super::begin::Begin;
use super::{Happening, Likely, PLACES};
use crate::worker::host::Host;
use crate::worker::request::{Request, What};

/// Milliseconds after which the page says that it computes.
const PATIENCE: u32 = 200;
/// Milliseconds without a change after which new ranges are asked for. While a slider moves, a worker at work would take
/// its core from the painting of the figures, for ranges that nobody gets to see.
const PAUSE: u32 = 150;
/// What the page wants to know.
#[derive(Debug, Clone, PartialEq)]
pub struct Wanted {
    /// All inputs.
    pub inputs: Inputs,
    /// What is looked at.
    pub view: View,
    /// How it is drawn.
    pub plan: Plan,
    /// The answer whose uncertainty is taken apart; `None` while nobody looks at it.
    pub weighed: Option<Output>,
}

impl Wanted {
    /// Whether everything is as it is when a page begins.
    fn is_usual(&self) -> bool {
        self.view == View::default() && self.plan == Plan::default() && self.inputs == Inputs::default()
    }
}

/// Asks for whatever is wanted of the sections that are `shown`, whenever it changes; answers with what has been found, a
/// way to stop, and one to go on. `begin` is what the document brought for the defaults.
#[hook]
pub fn use_likely(
    wanted: Wanted,
    shown: &'static [Section],
    begin: &Begin,
) -> (UseReducerHandle<Likely>, Callback<MouseEvent>) {
    let likely = use_reducer(|| Likely::begin(shown, begin));
    let host = use_mut_ref(|| None::<Rc<Host>>);
    let ticket = use_mut_ref(|| 0_u32);
    let again = use_state(|| 0_u32);
    let tickets = ticket.clone();
    let ask = {
        let (dispatch, host) = (likely.dispatcher(), host.clone());
        move |wanted: &Wanted, all: &[What]| {
            let hear = dispatch.clone();
            let host = host
                .borrow_mut()
                .get_or_insert_with(|| Host::new(move |reply| hear.dispatch(Happening::Heard(reply))))
                .clone();
            *ticket.borrow_mut() += 1;
            let ticket = *ticket.borrow();
            let mut places = [false; PLACES];
            all.iter().for_each(|what| places[what.place()] = true);
            dispatch.dispatch(Happening::Asked(ticket, places));
            for what in all {
                let (inputs, view, plan) = (wanted.inputs.clone(), wanted.view, wanted.plan);
                host.ask(Request { ticket, what: *what, plan, view, inputs });
            }
            let dispatch = dispatch.clone();
            Timeout::new(PATIENCE, move || dispatch.dispatch(Happening::Late(ticket))).forget();
        }
    };
    {
        // What is looked at last is asked last; whether anybody looks at it concerns nothing else.
        let (ask, host, sections) = (ask.clone(), host.clone(), Wanted { weighed: None, ..wanted.clone() });
        let (dispatch, begin) = (likely.dispatcher(), begin.clone());
        use_effect_with((sections, *again), move |(wanted, _)| {
            // What was asked before is of no use any more.
            if let Some(host) = host.borrow().as_ref() {
                host.stop();
            }
            let known = wanted.is_usual() && shown.iter().all(|s| begin.0[*s as usize].is_some());
            let waiting = if known {
                *tickets.borrow_mut() += 1;
                dispatch.dispatch(Happening::Begun(*tickets.borrow(), begin));
                None
            } else {
                // What is asked first is what stands at the top of the page.
                let (wanted, all) = (wanted.clone(), shown.iter().map(|s| What::Bands(*s)).collect::<Vec<_>>());
                Some(Timeout::new(PAUSE, move || ask(&wanted, &all)))
            };
            move || drop(waiting)
        });
    }
    use_effect_with((wanted, *again), move |(wanted, _)| {
        let begin = wanted.weighed.map(|output| {
            let wanted = wanted.clone();
            Timeout::new(PAUSE, move || ask(&wanted, &[What::Sensitivity(output)]))
        });
        move || drop(begin)
    });
    let switch = {
        let (dispatch, stopped) = (likely.dispatcher(), likely.stopped);
        Callback::from(move |_: MouseEvent| {
            if stopped {
                again.set(*again + 1);
            } else {
                if let Some(host) = host.borrow().as_ref() {
                    host.stop();
                }
                dispatch.dispatch(Happening::Stopped);
            }
        })
    };
    (likely, switch)
}
