//! Three ways through the calculators: steps that ask, say what to look at, and lead to a state with its answer.
//!
//! [`steps`] says which states, [`asked`] asks the model about each when the page is made, so that a path can be read
//! without a program. Not here: the calculators themselves.

mod asked;
mod steps;

use yew::prelude::*;

use super::Props;
use crate::format;
use crate::labels;
use crate::route::Route;
use crate::site;
use crate::text::{Lang, parameters, paths as words};
use lodestone_model::inputs::{Inputs, Key};
use steps::{PATHS, Path, State, Step};

/// A word in any language.
type Word = fn(Lang) -> &'static str;

/// The page.
#[component]
pub fn Paths(props: &Props) -> Html {
    let lang = props.lang;
    let entry = |path: &Path| {
        html! {
            <li><a href={format!("#{}", path.key)}>{ (path.title)(lang) }</a><span>{ (path.lead)(lang) }</span></li>
        }
    };
    html! {
        <>
            <h1>{ site::title(Route::Paths, lang) }</h1>
            <p class="lead">{ words::lead(lang) }</p>
            <ol class="pa-choice">{ for PATHS.iter().map(entry) }</ol>
            <p class="hint">{ words::ranges(lang, &format::exact(asked::draws())) }</p>
            { for PATHS.iter().enumerate().map(|(i, _)| path(i, lang)) }
        </>
    }
}

fn path(place: usize, lang: Lang) -> Html {
    let path = &PATHS[place];
    let title_id = format!("{}-title", path.key);
    html! {
        <section id={path.key} class="pa-path" aria-labelledby={title_id.clone()}>
            <h2 id={title_id}>{ (path.title)(lang) }</h2>
            <ol class="pa-steps">{ for (0..path.steps.len()).map(|i| step(place, i, lang)) }</ol>
        </section>
    }
}

fn step(place: usize, i: usize, lang: Lang) -> Html {
    let steps = PATHS[place].steps;
    let step = &steps[i];
    let before = i.checked_sub(1).and_then(|i| steps.get(i));
    let way = |to: Option<&Step>, rel: &'static str, word: Word| {
        to.map(|to| html! {
            <a class={rel} {rel} href={format!("#{}", to.id)} aria-label={words::to_step(lang, word(lang), (to.question)(lang))}>{ word(lang) }</a>
        })
    };
    // After the last step of a path comes the next path.
    let further = PATHS.get(place + 1).filter(|_| i + 1 == steps.len()).map(|next| {
        html! {
            <a class="next" href={format!("#{}", next.key)}>{ words::next_path(lang, (next.title)(lang)) }</a>
        }
    });
    html! {
        <li id={step.id}>
            <h3>{ (step.question)(lang) }</h3>
            <p>{ (step.look)(lang) }</p>
            <p class="pa-answer">{ asked::answer(place, i, lang) }</p>
            <p>
                <a class="load" href={step.state.address()}>{ words::open(lang, site::name(step.state.route, lang)) }</a>
                { " " }<span class="hint">{ settings(&step.state, lang) }</span>
            </p>
            <div class="pa-ways" role="group" aria-label={words::way(lang, (PATHS[place].title)(lang))}>
                { for way(before, "prev", words::previous) }
                { for way(steps.get(i + 1), "next", words::next) }
                { for further }
            </div>
        </li>
    }
}

/// What the state sets, in words.
fn settings(state: &State, lang: Lang) -> String {
    let mut said: Vec<String> = state.scenario.iter().map(|s| labels::scenario(lang, *s).to_owned()).collect();
    said.extend(state.set.iter().map(|(key, value)| setting(key, value, lang)));
    if let Some(year) = state.year {
        said.push(words::in_year(lang, &year.to_string()));
    }
    if said.is_empty() {
        return words::untouched(lang).into();
    }
    let all = said.into_iter().reduce(|all, one| words::and(lang, &all, &one)).unwrap_or_default();
    words::settings(lang, &all)
}

fn setting(key: &str, value: &str, lang: Lang) -> String {
    let (name, value) = match Key::named(key) {
        Ok(Key::Param(param)) => {
            let mut inputs = Inputs::default();
            let number = inputs.assign(key, value).ok().and_then(|()| inputs.get(param));
            let text = number.map_or_else(|| value.to_owned(), |v| format::with_unit(lang, param.spec().unit, v));
            (parameters::label(lang, param), text)
        }
        _ => match labels::choices().into_iter().find(|c| c.key == key) {
            Some(choice) => ((choice.label)(lang), (choice.variant)(lang, value).to_owned()),
            None => return format!("{key}={value}"),
        },
    };
    words::setting(lang, name, &value)
}

#[cfg(test)]
mod tests;
