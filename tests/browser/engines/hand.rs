//! A reader's hand: a task is done by mouse, with what a pointer and a wheel can do, or by keyboard, with what keys can do. No
//! script clicks, focuses or scrolls; scripts only look.

use std::sync::atomic::{AtomicUsize, Ordering};

use fantoccini::Locator;
use fantoccini::actions::{
    InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction, WheelAction, WheelActions,
};
use serde_json::{Value, json};

use crate::page::Page;

/// With what a reader works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// Pointer and wheel.
    Mouse,
    /// Keys alone.
    Keys,
}

pub const TAB: char = '\u{e004}';
const ENTER: char = '\u{e007}';
pub const SHIFT: char = '\u{e008}';
const CONTROL: char = '\u{e009}';
const RIGHT: char = '\u{e014}';
const UP: char = '\u{e013}';
const DOWN: char = '\u{e015}';

/// More stops than any page has.
const STOPS: usize = 600;

/// Where the focus is: whether that is `target`, whether `target` stands before it, and what is wrong with the ring around
/// it. A ring is an outline of two pixels and more that differs from what it stands on by 3 : 1.
const STOP: &str = r"
const e = document.activeElement, target = arguments[0] ? document.querySelector(arguments[0]) : null;
const numbers = (c) => (c.match(/[\d.]+/g) || []).map(Number);
const solid = (c) => { const [r, g, b, a] = numbers(c); return a === undefined || a === 1 ? [r, g, b] : null; };
const light = (c) => { const [r, g, b] = c.map((x) => { x /= 255; return x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4; }); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
const ratio = (a, b) => { const [x, y] = [light(a), light(b)]; return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05); };
let wrong = '';
if (e !== document.body && e.localName !== 'iframe') {
  const s = getComputedStyle(e), line = solid(s.outlineColor);
  let on = null;
  for (let p = e.parentElement; p && !on; p = p.parentElement) on = solid(getComputedStyle(p).backgroundColor);
  if (s.outlineStyle === 'none' || parseFloat(s.outlineWidth) < 2 || !line) wrong = `no ring (${s.outline})`;
  else if (ratio(line, on || [255, 255, 255]) < 3) wrong = `a ring of ${s.outlineColor} on ${on}`;
  if (wrong) wrong += ` around ${e.outerHTML.slice(0, 120)}`;
}
return [!!target && e === target, !!target && !!(e.compareDocumentPosition(target) & 2), wrong];
";

/// A place in the middle of the first line of an element, or at the left end of something long, once it stands still; whether
/// a pointer would meet the element there; and the size of the window.
const PLACE: &str = r"
const done = arguments[arguments.length - 1];
const e = document.querySelector(arguments[0]);
const place = () => { const r = e && e.getClientRects()[0]; return r ? [r.left + Math.min(r.width / 2, 24), r.top + r.height / 2] : null; };
let last = '', end = Date.now() + 5000;
const look = () => {
  const at = place(), now = JSON.stringify(at);
  if ((now === last && at) || Date.now() > end) {
    const met = at && document.elementFromPoint(at[0], at[1]);
    done([at, !!met && e.contains(met), innerWidth, innerHeight, met ? met.outerHTML.slice(0, 120) : '']);
  } else { last = now; setTimeout(look, 60); }
};
look();
";

/// ChromeDriver's click on an entry of a list tells a page of the change alone, where a reader's tells of the input before it: the
/// page is told of it where it was not. (What a browser itself tells is seen where keys choose.)
const HEAR: &str = "window.heard = false; document.querySelector(arguments[0]).addEventListener('input', () => { window.heard = true; }, { once: true })";
const TELL: &str = "if (window.heard === false) document.querySelector(arguments[0]).dispatchEvent(new Event('input', { bubbles: true }))";

/// Remembers whether a press has met what it was meant for.
const AIM: &str = "window.missed = true; document.querySelector(arguments[0]).addEventListener('click', () => { window.missed = false; }, { once: true, capture: true })";

/// A hand on a page.
#[derive(Clone, Copy)]
pub struct Hand<'a> {
    pub page: &'a Page,
    pub by: By,
}

impl Hand<'_> {
    /// Goes to an element: with the wheel and the pointer, or from stop to stop with the tabulator, where every stop must have
    /// its ring.
    pub async fn reach(&self, css: &str) {
        match self.by {
            By::Mouse => drop(self.over(css).await),
            By::Keys => self.walk(css).await,
        }
    }

    /// Uses a button, a link, a fold or a box.
    pub async fn press(&self, css: &str) {
        match self.by {
            // What a reader aims at may move under the pointer while a page is still drawn; whoever misses presses again.
            By::Mouse => {
                for _ in 0..3 {
                    self.look(AIM, json!([css])).await;
                    let at = self.over(css).await;
                    self.pointer(vec![moved(at), down(), up()]).await;
                    // Where another page comes nobody remembers.
                    if self.page.client.execute("return window.missed", Vec::new()).await.ok() != Some(json!(true)) {
                        break;
                    }
                }
            }
            By::Keys => {
                self.walk(css).await;
                self.keys(&[ENTER]).await;
            }
        }
        self.drawn().await;
    }

    /// Writes `text` in place of what stands in a field.
    pub async fn write(&self, css: &str, text: &str) {
        self.enter(css).await;
        self.chord(CONTROL, 'a').await;
        self.keys(&text.chars().collect::<Vec<_>>()).await;
        self.drawn().await;
    }

    /// Puts what was copied in place of what stands in a field.
    pub async fn paste(&self, css: &str) {
        self.enter(css).await;
        self.chord(CONTROL, 'a').await;
        self.chord(CONTROL, 'v').await;
        self.drawn().await;
    }

    async fn enter(&self, css: &str) {
        match self.by {
            By::Mouse => {
                let at = self.over(css).await;
                self.pointer(vec![moved(at), down(), up()]).await;
            }
            By::Keys => self.walk(css).await,
        }
    }

    /// Moves a slider up by about a fifth of its way, or by so many steps.
    pub async fn slide(&self, css: &str) {
        match self.by {
            By::Mouse => {
                let (_, y) = self.over(css).await;
                let script = "const e = document.querySelector(arguments[0]), r = e.getBoundingClientRect(); return [r.left, r.width, (e.value - e.min) / (e.max - e.min)]";
                let at: (f64, f64, f64) = serde_json::from_value(self.look(script, json!([css])).await).unwrap();
                // The middle of the knob goes from one half of it within one end to one half of it within the other.
                let x = |part: f64| at.0 + 8.0 + (at.1 - 16.0) * part;
                let to = |part: f64| moved((x(at.2 + part), y));
                self.pointer(vec![to(0.0), down(), to(0.05), to(0.12), to(0.2), up()]).await;
            }
            By::Keys => {
                self.walk(css).await;
                self.keys(&[RIGHT; 5]).await;
            }
        }
        self.drawn().await;
    }

    /// Chooses from a list. What a list shows when it is open is drawn by the system, where no pointer of WebDriver comes: it has
    /// an action of its own for that, a click on an entry. Keys walk the closed list.
    pub async fn choose(&self, css: &str, value: &str) {
        match self.by {
            By::Mouse => {
                self.over(css).await;
                let entry = format!("{css} option[value=\"{value}\"]");
                self.look(HEAR, json!([css])).await;
                self.page.client.find(Locator::Css(&entry)).await.unwrap().click().await.unwrap();
                self.look(TELL, json!([css])).await;
            }
            By::Keys => {
                self.walk(css).await;
                let away = "const s = document.querySelector(arguments[0]); return [...s.options].findIndex((o) => o.value === arguments[1]) - s.selectedIndex";
                let steps = self.look(away, json!([css, value])).await.as_i64().unwrap();
                let key = if steps < 0 { UP } else { DOWN };
                for _ in 0..steps.unsigned_abs() {
                    self.keys(&[key]).await;
                }
            }
        }
        self.drawn().await;
        let chosen = self.look("return document.querySelector(arguments[0]).value", json!([css])).await;
        assert_eq!(chosen, json!(value), "{css} by {:?}", self.by);
    }

    /// Presses the tabulator until the focus is on an element: onwards where it stands behind the focus, and back where before.
    async fn walk(&self, css: &str) {
        for _ in 0..STOPS {
            let (there, before) = self.stop(Some(css)).await;
            if there {
                return;
            }
            if before {
                self.chord(SHIFT, TAB).await;
            } else {
                self.keys(&[TAB]).await;
            }
        }
        panic!("{css} is not reached by keyboard");
    }

    /// Looks at the ring around what has the focus; says whether that is the element, and whether the element stands before it.
    pub async fn stop(&self, css: Option<&str>) -> (bool, bool) {
        let seen = self.look(STOP, json!([css])).await;
        assert_eq!(seen[2], json!(""), "on the way to {css:?}");
        (seen[0] == json!(true), seen[1] == json!(true))
    }

    /// Turns the wheel until a pointer can meet an element, and gives the place.
    async fn over(&self, css: &str) -> (f64, f64) {
        let mut above = String::new();
        for _ in 0..40 {
            let seen = self.page.client.execute_async(PLACE, vec![json!(css)]).await.unwrap();
            let (place, met, wide, high, other): (Option<(f64, f64)>, bool, f64, f64, String) =
                serde_json::from_value(seen).unwrap();
            let (x, y) = place.unwrap_or_else(|| panic!("{css} is not on the page"));
            if met {
                return (x, y);
            }
            above = other;
            #[allow(clippy::cast_possible_truncation)] // some pixels
            let turn = WheelAction::Scroll {
                duration: None,
                x: (wide / 2.0) as i64,
                y: (high / 2.0) as i64,
                delta_x: 0,
                delta_y: (y - high / 2.0).clamp(-3000.0, 3000.0) as i64,
            };
            // WebKitWebDriver turns a wheel by what is more than the last time: each turn is that of a new wheel.
            static WHEELS: AtomicUsize = AtomicUsize::new(0);
            let wheel = WheelActions::new(format!("wheel-{}", WHEELS.fetch_add(1, Ordering::Relaxed)));
            self.page.client.perform_actions(wheel.then(turn)).await.unwrap();
        }
        panic!("the wheel does not bring {css} into sight; there is {above}");
    }

    async fn pointer(&self, actions: Vec<PointerAction>) {
        let all = actions.into_iter().fold(MouseActions::new("mouse".into()), MouseActions::then);
        self.page.client.perform_actions(all).await.unwrap();
    }

    /// Presses keys one after another.
    pub async fn keys(&self, keys: &[char]) {
        let all = keys.iter().fold(KeyActions::new("keys".into()), |all, &value| {
            all.then(KeyAction::Down { value }).then(KeyAction::Up { value })
        });
        self.page.client.perform_actions(all).await.unwrap();
    }

    /// Presses a key while another is held.
    pub async fn chord(&self, held: char, value: char) {
        let all = KeyActions::new("keys".into())
            .then(KeyAction::Down { value: held })
            .then(KeyAction::Down { value })
            .then(KeyAction::Up { value })
            .then(KeyAction::Up { value: held });
        self.page.client.perform_actions(all).await.unwrap();
    }

    /// What a script sees.
    pub async fn look(&self, script: &str, arguments: Value) -> Value {
        self.page.client.execute(script, arguments.as_array().unwrap().clone()).await.unwrap()
    }

    /// What was changed last is on the page with the next frame, unless another page comes.
    async fn drawn(&self) {
        let frame = "requestAnimationFrame(() => setTimeout(arguments[0]))";
        drop(self.page.client.execute_async(frame, Vec::new()).await);
    }
}

fn moved((x, y): (f64, f64)) -> PointerAction {
    // Drivers of some engines take whole pixels only.
    PointerAction::MoveTo { duration: None, x: x.round(), y: y.round() }
}

fn down() -> PointerAction {
    PointerAction::Down { button: MOUSE_BUTTON_LEFT }
}

fn up() -> PointerAction {
    PointerAction::Up { button: MOUSE_BUTTON_LEFT }
}
