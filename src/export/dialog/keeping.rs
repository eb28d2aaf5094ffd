//! Results saved in the browser under names: saved, compared, opened, renamed, deleted, exported.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::super::Taken;
use super::super::saved::{LONGEST, List, Saved, Told};
use super::shelf::{self, Trouble};
use crate::browser::file::{blob, hand_over};
use crate::browser::page::here;
use crate::browser::store;
use crate::link::proof::query;
use crate::text::{Lang, export as words};

/// The names of the files.
const ALL: &str = "lodestone-saved.json";
const UNREADABLE: &str = "lodestone-saved-unreadable.txt";

/// Properties of [`Keeping`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The result that the page shows; `None` as long as it is drawn.
    pub taken: Option<Rc<Taken>>,
    /// Language of the reader.
    pub lang: Lang,
    /// How often a file has added results.
    pub joined: u32,
}

/// The list, and what was said last.
#[derive(Clone, PartialEq)]
struct Shown {
    list: Rc<List>,
    /// What was said last, and whether it says that something was refused.
    note: (String, bool),
    /// What was deleted last, with its place, as long as it can be put back.
    gone: Option<(usize, Saved)>,
}

/// The part of the dialog.
#[component]
pub fn Keeping(props: &Props) -> Html {
    let Props { taken, lang, joined } = props;
    let lang = *lang;
    let shown = use_state(|| looked(lang));
    {
        let (set, seen) = (shown.setter(), shown.clone());
        use_effect_with(*joined, move |joined| {
            if *joined > 0 {
                set.set(Shown { list: looked(lang).list, ..(*seen).clone() });
            }
        });
        let set = shown.setter();
        use_effect_with((), move |()| {
            let other = store::watch(move || set.set(looked(lang)));
            move || drop(other)
        });
    }
    let name = use_node_ref();
    let on_save = {
        let (taken, set, name, before) = (taken.clone(), shown.setter(), name.clone(), shown.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let (Some(taken), Some(field)) = (&taken, name.cast::<HtmlInputElement>()) else { return };
            let one = Saved::of(taken, &field.value(), &today());
            let done = shelf::change(|list| list.add(one));
            if done.is_ok() {
                field.set_value("");
            }
            set.set(after(&before, done, lang, |_| words::keep_done(lang).to_owned()));
        })
    };
    let on_all = {
        let (list, set, before) = (shown.list.clone(), shown.setter(), shown.clone());
        Callback::from(move |_: MouseEvent| {
            let done = blob(&list.file(), "application/json").and_then(|file| hand_over(&file, ALL));
            let note = if done.is_some() { words::saved(lang, ALL) } else { words::failed(lang).to_owned() };
            set.set(Shown { note: (note, done.is_none()), ..(*before).clone() });
        })
    };
    let unreadable = shelf::unreadable();
    let on_unreadable = {
        let text = unreadable.clone().unwrap_or_default();
        Callback::from(move |_: MouseEvent| {
            let _ = blob(&text, "text/plain").and_then(|file| hand_over(&file, UNREADABLE));
        })
    };
    let on_back = {
        let (set, before) = (shown.setter(), shown.clone());
        Callback::from(move |_: MouseEvent| {
            let Some((place, one)) = before.gone.clone() else { return };
            let put = |list: &mut List| {
                list.all.insert(place.min(list.all.len()), one);
                Ok(())
            };
            set.set(after(&before, shelf::change(put), lang, |_| words::keep_back(lang).to_owned()));
        })
    };
    let now = taken.as_ref().map(|taken| Saved::of(taken, "", &today()).told(lang));
    html! {
        <section class="keep" aria-labelledby="keep-title">
            <h3 id="keep-title">{ words::keep(lang) }</h3>
            <p class="hint">{ words::keep_hint(lang) }</p>
            <form onsubmit={on_save}>
                <label for="keep-name">{ words::keep_name(lang) }</label>
                <input ref={name} id="keep-name" type="text" autocomplete="off" maxlength={(2 * LONGEST).to_string()} aria-describedby="keep-note" />
                <button type="submit" disabled={taken.is_none()}>{ words::keep_save(lang) }</button>
            </form>
            <p id="keep-note" role="status" class={classes!("message", shown.note.1.then_some("is-wrong"))}>
                { shown.note.0.clone() }
                if shown.gone.is_some() { { " " }<button type="button" id="keep-back" onclick={on_back}>{ words::keep_undo(lang) }</button> }
            </p>
            if unreadable.is_some() {
                <p class="message is-wrong">
                    { words::keep_unreadable(lang) }{ " " }
                    <button type="button" id="keep-unreadable" onclick={on_unreadable}>{ words::keep_unreadable_save(lang) }</button>
                </p>
            }
            if !shown.list.all.is_empty() {
                <ul class="kept">
                    { for now.map(|told| html!(<li class="now"><p class="kept-name">{ words::keep_now(lang) }</p>{ said(&told) }</li>)) }
                    { for shown.list.all.iter().enumerate().map(|(place, one)| entry(place, one, &shown, lang)) }
                </ul>
                <p><button type="button" id="keep-all" onclick={on_all}>{ words::keep_all(lang) }</button></p>
            }
        </section>
    }
}

/// The figure of a result between its ends, and what was assumed.
fn said(told: &Told) -> Html {
    html! {
        <>
            <p class="kept-figure">{ &told.figure }{ ": " }<b>{ &told.value }</b>{ " " }<span class="hint">{ &told.between }</span></p>
            <p class="hint">{ &told.assumed }</p>
        </>
    }
}

/// A saved result with what can be done with it.
fn entry(place: usize, one: &Saved, shown: &UseStateHandle<Shown>, lang: Lang) -> Html {
    let told = one.told(lang);
    let id = format!("kept-{place}");
    let address = format!("{}?{}", here().0.to(one.route().unwrap_or_default(), lang), query(&one.said));
    // Another window may have changed the list: a place counts only as long as the same result is there.
    let at = {
        let own = one.clone();
        move |list: &List| list.all.iter().position(|other| *other == own)
    };
    let on_name = {
        let (set, before, at, old) = (shown.setter(), shown.clone(), at.clone(), one.name.clone());
        Callback::from(move |event: Event| {
            let field: HtmlInputElement = event.target_unchecked_into();
            let name = field.value();
            let done = shelf::change(|list| at(list).map_or(Ok(()), |place| list.rename(place, &name)));
            if done.is_err() {
                field.set_value(&old);
            }
            set.set(after(&before, done, lang, |_| words::keep_renamed(lang, &old, name.trim())));
        })
    };
    let on_delete = {
        let (set, before, one) = (shown.setter(), shown.clone(), one.clone());
        Callback::from(move |_: MouseEvent| {
            let done = shelf::change(|list| Ok(at(list).map(|place| (place, list.all.remove(place)))));
            let gone = done.as_ref().ok().and_then(|(_, gone)| gone.clone());
            let next = after(&before, done, lang, |_| words::keep_deleted(lang, &one.name));
            set.set(Shown { gone, ..next });
        })
    };
    html! {
        <li key={id.clone()}>
            <p class="kept-name">
                <label class="unseen" for={id.clone()}>{ words::keep_rename(lang) }</label>
                <input {id} type="text" autocomplete="off" value={one.name.clone()} onchange={on_name} />
                <span class="hint">{ &told.day }</span>
            </p>
            { said(&told) }
            <p class="kept-do">
                <a href={address}>{ words::keep_open(lang) }<span class="unseen">{ ": " }{ &one.name }</span></a>{ " " }
                <button type="button" onclick={on_delete}>{ words::keep_delete(lang) }<span class="unseen">{ ": " }{ &one.name }</span></button>
            </p>
        </li>
    }
}

/// What is kept now.
fn looked(lang: Lang) -> Shown {
    let (list, note) = match shelf::list() {
        Ok(list) => (list, (String::new(), false)),
        // Said at its own place, with a way to it.
        Err(Trouble::Fault(_)) => (List::default(), (String::new(), false)),
        Err(why) => (List::default(), (why.said(lang), true)),
    };
    Shown { list: Rc::new(list), note, gone: None }
}

/// What is shown after a change: the list as it is kept, or as it was with the reason.
fn after<T>(before: &Shown, done: Result<(List, T), Trouble>, lang: Lang, say: impl FnOnce(&T) -> String) -> Shown {
    match done {
        Ok((list, value)) => Shown { list: Rc::new(list), note: (say(&value), false), gone: None },
        Err(why) => Shown { note: (why.said(lang), true), ..before.clone() },
    }
}

/// The day, as data have it.
fn today() -> String {
    let now = js_sys::Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}
