//! One calm sentence for those who hear the page: said once, when nothing has changed for a moment.

use gloo::timers::callback::Timeout;
use js_sys::Date;
use lodestone_model::inputs::Inputs;
use yew::prelude::*;

/// Milliseconds without a change after which it is said, once its range is there.
const CALM: u32 = 400;
/// Milliseconds after the last change at which it is said in any case.
const LATEST: u32 = 900;

/// What a reader has asked last, when, and whether it has been answered.
#[derive(Default)]
struct Asked {
    what: Option<(Inputs, i32)>,
    at: f64,
    open: bool,
}

/// What is to be said now: `sentence` as it is when the changes of inputs or year rest, and once; nothing in the
/// beginning. While the ranges are not `whole` it waits for them, but not long, and does not say it again for them.
#[hook]
pub fn use_spoken(sentence: &str, inputs: &Inputs, year: i32, whole: bool) -> String {
    let said = use_state_eq(String::new);
    let asked = use_mut_ref(Asked::default);
    let set = said.setter();
    use_effect_with((sentence.to_owned(), (inputs.clone(), year), whole), move |(sentence, now, whole)| {
        let mut last = asked.borrow_mut();
        if last.what.as_ref() != Some(now) {
            // What stands there when a page opens is read with it.
            last.open = last.what.replace(now.clone()).is_some();
            last.at = Date::now();
        }
        let waiting = last.open.then(|| {
            let (sentence, asked) = (sentence.clone(), asked.clone());
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a moment")]
            let rest = LATEST.saturating_sub((Date::now() - last.at) as u32);
            let wait = if *whole { rest.min(CALM) } else { rest };
            Timeout::new(wait, move || {
                asked.borrow_mut().open = false;
                set.set(sentence);
            })
        });
        move || drop(waiting)
    });
    (*said).clone()
}
