//! The side of the worker: it takes requests, works in turns, and posts what it finds.

use std::cell::{Cell, RefCell};

use gloo::timers::callback::Timeout;
use js_sys::{Array, Date, Float64Array};
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::queue::Queue;
use super::request::{Progress, Reply, Request};

/// Milliseconds of a turn; between two turns the worker hears what else is wanted.
const TURN: f64 = 16.0;

thread_local! {
    static QUEUE: RefCell<Queue> = RefCell::default();
    static RUNNING: Cell<bool> = const { Cell::new(false) };
}

/// The worker's own scope; `None` on a page.
#[must_use]
pub fn scope() -> Option<DedicatedWorkerGlobalScope> {
    js_sys::global().dyn_into().ok()
}

/// Begins to listen.
pub fn listen(scope: &DedicatedWorkerGlobalScope) {
    let heard = Closure::<dyn Fn(MessageEvent)>::new(|event: MessageEvent| {
        let text = event.data().as_string().unwrap_or_default();
        match Request::read(&text) {
            Some(request) => QUEUE.with_borrow_mut(|queue| queue.put(request)),
            // Anything else means: stop.
            None => QUEUE.with_borrow_mut(Queue::clear),
        }
        if !RUNNING.replace(true) {
            turn();
        }
    });
    scope.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    // It listens as long as the worker lives.
    heard.forget();
    let _ = scope.post_message(&JsValue::TRUE);
}

fn turn() {
    let end = Date::now() + TURN;
    while Date::now() < end {
        match QUEUE.with_borrow_mut(|queue| queue.work(|| Date::now() < end)) {
            Some(reply) => post(&reply),
            None => break,
        }
    }
    if QUEUE.with_borrow(Queue::is_empty) {
        RUNNING.set(false);
    } else {
        Timeout::new(0, turn).forget();
    }
}

fn post(reply: &Reply) {
    let Some(scope) = scope() else { return };
    let state: JsValue = match &reply.state {
        Progress::Part(part) => (*part).into(),
        Progress::Done(numbers) => Float64Array::from(numbers.as_slice()).into(),
    };
    #[allow(clippy::cast_precision_loss)] // six places
    let place = reply.place as f64;
    let _ = scope.post_message(&Array::of3(&reply.ticket.into(), &place.into(), &state));
}

/// What [`post`] posted; `None` for anything else.
pub(super) fn heard(message: &JsValue) -> Option<Reply> {
    let parts: &Array = message.dyn_ref()?;
    let number = |i| parts.get(i).as_f64();
    let state = parts.get(2);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // counted up from nothing
    let (ticket, place) = (number(0)? as u32, number(1)? as usize);
    let state = match state.dyn_ref::<Float64Array>() {
        Some(numbers) => Progress::Done(numbers.to_vec()),
        None => Progress::Part(state.as_f64()?),
    };
    Some(Reply { ticket, place, state })
}
