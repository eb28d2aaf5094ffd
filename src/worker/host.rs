//! The side of the page: it starts workers, hands requests out, and falls back on itself where there are none.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::{Array, Date};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, MessageEvent, Url, Worker, WorkerOptions, WorkerType};

use super::guest::heard;
use super::queue::Queue;
use super::request::{Reply, Request};

/// Milliseconds of a turn on the main thread: less than a frame.
const TURN: f64 = 8.0;
/// Milliseconds between two of them, in which the page answers its reader.
const PAUSE: u32 = 12;
/// More workers than this hardly help: there are as many places.
const MOST: f64 = 4.0;

/// Who computes.
pub struct Host {
    workers: RefCell<Vec<Guest>>,
    /// The page itself, where no worker can be had.
    own: RefCell<Queue>,
    running: Cell<bool>,
    hear: Box<dyn Fn(Reply)>,
}

struct Guest {
    worker: Worker,
    /// Whether it has said that it listens.
    ready: Rc<Cell<bool>>,
    /// Requests until then.
    early: Rc<RefCell<Vec<String>>>,
    _heard: Closure<dyn Fn(MessageEvent)>,
    _failed: Closure<dyn Fn(web_sys::Event)>,
}

impl Host {
    /// Starts workers, one less than there are cores, at least one.
    pub fn new(hear: impl Fn(Reply) + 'static) -> Rc<Self> {
        let host = Rc::new(Self {
            workers: RefCell::default(),
            own: RefCell::default(),
            running: Cell::new(false),
            hear: Box::new(hear),
        });
        let cores = gloo::utils::window().navigator().hardware_concurrency();
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a few
        let count = (cores - 1.0).clamp(1.0, MOST) as usize;
        // Each has an address of its own, which is given back when it has been read.
        if let Some(program) = script() {
            let started: Vec<Guest> = (0..count).map_while(|_| start(&address(&program)?, &host)).collect();
            *host.workers.borrow_mut() = started;
        }
        host
    }

    /// Hands a request out. Each place has its worker, so that a newer request meets the older one.
    pub fn ask(self: &Rc<Self>, request: Request) {
        let workers = self.workers.borrow();
        if workers.is_empty() {
            self.own.borrow_mut().put(request);
            self.go();
            return;
        }
        let guest = &workers[request.what.place() % workers.len()];
        guest.send(request.write());
    }

    /// Stops whatever is at work.
    pub fn stop(&self) {
        self.own.borrow_mut().clear();
        self.workers.borrow().iter().for_each(|guest| guest.send("stop".into()));
    }

    /// Goes on without workers: what they were asked is lost, and asked again by the page.
    fn give_up(self: &Rc<Self>) {
        self.workers.borrow_mut().drain(..).for_each(|guest| guest.worker.terminate());
    }

    /// Works on the main thread in turns.
    fn go(self: &Rc<Self>) {
        if !self.running.replace(true) {
            self.turn();
        }
    }

    fn turn(self: &Rc<Self>) {
        let end = Date::now() + TURN;
        let reply = self.own.borrow_mut().work(|| Date::now() < end);
        if let Some(reply) = reply {
            (self.hear)(reply);
        }
        if self.own.borrow().is_empty() {
            self.running.set(false);
        } else {
            let host = Rc::clone(self);
            Timeout::new(PAUSE, move || host.turn()).forget();
        }
    }
}

impl Guest {
    fn send(&self, text: String) {
        if self.ready.get() {
            let _ = self.worker.post_message(&text.into());
        } else {
            self.early.borrow_mut().push(text);
        }
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.workers.borrow_mut().drain(..).for_each(|guest| guest.worker.terminate());
    }
}

/// The program of a worker: it loads the page's own script and waits for the page's own module.
fn script() -> Option<String> {
    let glue = gloo::utils::document().query_selector("link[rel=modulepreload]").ok()??;
    let address = Url::new_with_base(&glue.get_attribute("href")?, &gloo::utils::document().base_uri().ok()??).ok()?;
    Some(format!(
        "import init from \"{}\";onmessage=e=>{{onmessage=null;init({{module_or_path:e.data}})}};postMessage(0)",
        address.href()
    ))
}

/// An address under which a program can be loaded.
fn address(program: &str) -> Option<String> {
    let options = BlobPropertyBag::new();
    options.set_type("text/javascript");
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&program.into()), &options).ok()?;
    Url::create_object_url_with_blob(&blob).ok()
}

fn start(address: &str, host: &Rc<Host>) -> Option<Guest> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options(address, &options).ok()?;
    let (ready, early) = (Rc::new(Cell::new(false)), Rc::new(RefCell::new(Vec::<String>::new())));
    let heard_of = {
        let (worker, ready, early, host) = (worker.clone(), ready.clone(), early.clone(), Rc::downgrade(host));
        let address = address.to_owned();
        Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let data = event.data();
            if let (Some(reply), Some(host)) = (heard(&data), host.upgrade()) {
                (host.hear)(reply);
            } else if data.is_truthy() {
                // It listens, and has read its program.
                let _ = Url::revoke_object_url(&address);
                ready.set(true);
                for text in early.take() {
                    let _ = worker.post_message(&text.into());
                }
            } else {
                // Its script has come: the module is posted, not loaded a second time.
                let _ = worker.post_message(&wasm_bindgen::module());
            }
        })
    };
    worker.set_onmessage(Some(heard_of.as_ref().unchecked_ref()));
    let failed = {
        let (early, host) = (early.clone(), Rc::downgrade(host));
        Closure::<dyn Fn(web_sys::Event)>::new(move |event: web_sys::Event| {
            event.prevent_default();
            let Some(host) = host.upgrade() else { return };
            // A worker that cannot start does not take what it was asked with it.
            let lost: Vec<Request> = early.take().iter().filter_map(|text| Request::read(text)).collect();
            Timeout::new(0, move || {
                host.give_up();
                lost.into_iter().for_each(|request| host.ask(request));
            })
            .forget();
        })
    };
    worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
    Some(Guest { worker, ready, early, _heard: heard_of, _failed: failed })
}
