//! One chart that is read: which point, what it says, and how keys and pointer move it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusEvent, HtmlDetailsElement, KeyboardEvent, PointerEvent};

use super::element;
use super::menu::Menu;
use super::picture::Picture;
use super::tip::Tip;
use super::walk::{is_upright, moved};
use crate::chart::marks::{Row, marks};
use crate::chart::spec::Spec;
use crate::chart::wire::HELD;
use crate::chart::{said, table, wire};
use crate::text::{Lang, lens as words};

/// Milliseconds after the last change at which a chart is told anew.
const CALM: u32 = 250;

/// A chart that is read.
pub struct Reading {
    figure: Element,
    plot: Element,
    lang: Lang,
    tip: Tip,
    menu: Menu,
    /// What is said aloud.
    aloud: Element,
    spec: RefCell<Spec>,
    /// Row and mark.
    at: Cell<Option<(usize, usize)>>,
    /// Waits to tell the chart anew.
    waiting: RefCell<Option<Timeout>>,
    listeners: RefCell<Vec<EventListener>>,
}

impl Reading {
    /// Begins to read the chart of a figure; `None` where there is nothing to read.
    pub fn new(figure: Element, lang: Lang) -> Option<Rc<Self>> {
        let spec = wire::read(&figure.get_attribute(HELD)?)?;
        let plot = figure.query_selector(".plot").ok()??;
        let aloud = element("p", "unseen", "")?;
        let _ = aloud.set_attribute("role", "status");
        figure.append_child(&aloud).ok()?;
        let tip = Tip::new(&plot)?;
        let id = figure.get_attribute("data-chart").unwrap_or_default();
        let menu = Menu::new(&plot, &id, lang)?;
        // Arrow keys are the chart's from now on, also where a reader of screens would take them.
        for (name, value) in [
            ("role", "application"),
            ("tabindex", "0"),
            ("aria-roledescription", words::chart(lang)),
            ("aria-describedby", menu.told_id()),
        ] {
            let _ = plot.set_attribute(name, value);
        }
        let reading = Rc::new(Self {
            figure,
            plot,
            lang,
            tip,
            menu,
            aloud,
            spec: RefCell::new(spec),
            at: Cell::new(None),
            waiting: RefCell::new(None),
            listeners: RefCell::new(Vec::new()),
        });
        reading.listen();
        reading.menu.listen(&reading);
        reading.tell();
        reading.fill_table();
        Some(reading)
    }

    /// Whether it reads the chart of this figure.
    pub fn is_of(&self, figure: &Element) -> bool {
        self.figure == *figure
    }

    /// The language of the page.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The figure.
    pub fn figure(&self) -> &Element {
        &self.figure
    }

    /// The description as it is now.
    pub fn spec(&self) -> Spec {
        self.spec.borrow().clone()
    }

    /// The marks, with their places in the picture that is shown.
    pub fn rows(&self) -> (Vec<Row>, Option<Picture>) {
        let picture = Picture::of(&self.plot);
        let rows = picture.map(|p| marks(&self.spec.borrow(), &p.measure, self.lang));
        (rows.unwrap_or_default(), picture)
    }

    /// Takes over the description that the figure holds now.
    pub fn refresh(self: &Rc<Self>) {
        let Some(spec) = self.figure.get_attribute(HELD).and_then(|text| wire::read(&text)) else { return };
        *self.spec.borrow_mut() = spec;
        self.fill_table();
        if self.at.get().is_some() {
            self.show(false);
        }
        let own = self.clone();
        *self.waiting.borrow_mut() = Some(Timeout::new(CALM, move || own.tell()));
    }

    /// Shows a point of a row, as something else walks along it.
    pub fn point(&self, row: usize, mark: usize) {
        self.at.set(Some((row, mark)));
        self.show(false);
    }

    /// The row that is read, the first to begin with.
    pub fn row(&self) -> usize {
        self.at.get().map_or(0, |(row, _)| row)
    }

    fn tell(&self) {
        let (rows, _) = self.rows();
        self.menu.tell(&said::whole(&self.spec.borrow(), &rows, self.lang));
    }

    /// The table, where it is open and the page leaves it to who reads the chart.
    fn fill_table(&self) {
        let open = self.figure.query_selector("details.table").ok().flatten();
        let open = open.and_then(|d| d.dyn_into::<HtmlDetailsElement>().ok()).is_some_and(|d| d.open());
        if let (true, Ok(Some(numbers))) = (open, self.figure.query_selector(".numbers")) {
            let spec = self.spec.borrow();
            numbers.set_inner_html(&table::html(&table::read(&spec, self.lang), &spec.title));
        }
    }

    fn show(&self, aloud: bool) {
        let (rows, picture) = self.rows();
        let found = self.at.get().and_then(|(r, m)| rows.get(r).and_then(|row| Some((row, row.marks.get(m)?))));
        let (Some((row, mark)), Some(picture)) = (found, picture) else {
            self.leave();
            return;
        };
        self.tip.show(row, mark, &self.spec.borrow().unit, picture.out(mark.spot), self.lang);
        self.light(&mark.name);
        if aloud {
            self.aloud.set_text_content(Some(&said::point(row, mark, self.lang)));
        }
    }

    /// Marks the row of the table that says the same.
    fn light(&self, name: &str) {
        let Ok(heads) = self.figure.query_selector_all("details.table tbody th") else { return };
        for head in (0..heads.length()).filter_map(|i| heads.get(i)?.dyn_into::<Element>().ok()) {
            if let Some(row) = head.parent_element() {
                let same = head.text_content().is_some_and(|text| text == name);
                let _ = row.class_list().toggle_with_force("is-lit", same);
            }
        }
    }

    /// Shows no point any more.
    pub fn leave(&self) {
        self.at.set(None);
        self.tip.hide();
        self.light("");
    }

    fn listen(self: &Rc<Self>) {
        let own = |event: &'static str, heard: fn(&Rc<Self>, &Event)| {
            let reading = self.clone();
            // The arrow keys would scroll the page.
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&self.plot, event, options, move |event| heard(&reading, event))
        };
        let mut all = vec![
            own("pointermove", Self::on_pointer),
            own("pointerdown", Self::on_pointer),
            own("pointerleave", |r, _| {
                if !r.has_focus() {
                    r.leave();
                }
            }),
            own("keydown", Self::on_key),
            own("blur", |r, event| {
                if event.dyn_ref::<FocusEvent>().is_some() {
                    r.leave();
                }
            }),
        ];
        if let Ok(Some(details)) = self.figure.query_selector("details.table") {
            let reading = self.clone();
            all.push(EventListener::new(&details, "toggle", move |_| reading.fill_table()));
        }
        *self.listeners.borrow_mut() = all;
    }

    fn has_focus(&self) -> bool {
        document().active_element().as_ref() == Some(&self.plot)
    }

    fn on_pointer(self: &Rc<Self>, event: &Event) {
        let Some(event) = event.dyn_ref::<PointerEvent>() else { return };
        let (rows, Some(picture)) = self.rows() else { return };
        let corner = self.plot.get_bounding_client_rect();
        let (x, y) = (f64::from(event.client_x()) - corner.left(), f64::from(event.client_y()) - corner.top());
        let far = |spot| {
            let (px, py) = picture.out(spot);
            libm::hypot(px - x, py - y)
        };
        let each = rows.iter().enumerate().flat_map(|(r, row)| (0..row.marks.len()).map(move |m| (r, m)));
        let nearest = each.min_by(|a, b| far(rows[a.0].marks[a.1].spot).total_cmp(&far(rows[b.0].marks[b.1].spot)));
        if self.at.get() != nearest {
            self.at.set(nearest);
            self.show(false);
        }
    }

    fn on_key(self: &Rc<Self>, event: &Event) {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let key = event.key();
        if key == "Escape" {
            self.leave();
            return;
        }
        let (rows, _) = self.rows();
        let to = moved(&rows, self.at.get(), &key, is_upright(&self.spec.borrow()));
        if let Some(to) = to {
            event.prevent_default();
            self.at.set(Some(to));
            self.show(true);
        }
    }
}
