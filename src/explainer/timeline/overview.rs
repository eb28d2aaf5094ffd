//! All events at a glance: a sign each, year by year, as a table of counts too; and the choice of one kind.

use yew::prelude::*;

use super::event::{Event, years};
use super::kind::Kind;
use crate::text::{Lang, timeline as words};

/// The picture, which is a list of the years with the way to each.
pub fn picture(lang: Lang, events: &[Event]) -> Html {
    let year = |year: u16| {
        let mut of: Vec<Kind> = events.iter().filter(|e| e.date.year == year).map(|e| e.kind).collect();
        of.sort_by_key(|kind| *kind as usize);
        let count =
            if of.len() == 1 { words::entry(lang).to_owned() } else { words::entries(lang, &of.len().to_string()) };
        html! {
            <li>
                <a href={format!("#y{year}")}>{ words::year(lang, &year.to_string()) }</a>
                <span class="signs">{ for of.iter().map(|k| k.sign()) }</span>
                <span class="count">{ count }</span>
            </li>
        }
    };
    html! {
        <figure class="glance">
            <figcaption><h2>{ words::glance(lang) }</h2></figcaption>
            <p class="hint">{ words::glance_lead(lang) }</p>
            <nav aria-label={words::years(lang)}><ol>{ for years(events).into_iter().map(year) }</ol></nav>
            <details class="table">
                <summary>{ words::as_table(lang) }</summary>
                <div class="scroll" role="group" tabindex="0" aria-label={words::glance(lang)}>{ table(lang, events) }</div>
            </details>
        </figure>
    }
}

fn table(lang: Lang, events: &[Event]) -> Html {
    let count = |year: Option<u16>, kind: Option<Kind>| {
        let of = |e: &&Event| year.is_none_or(|y| y == e.date.year) && kind.is_none_or(|k| k == e.kind);
        events.iter().filter(of).count()
    };
    let row = |name: String, year: Option<u16>| {
        html! {
            <tr>
                <th scope="row">{ name }</th>
                { for Kind::ALL.into_iter().map(|k| html!(<td>{ count(year, Some(k)) }</td>)) }
                <td>{ count(year, None) }</td>
            </tr>
        }
    };
    html! {
        <table>
            <caption>{ words::glance(lang) }</caption>
            <thead><tr>
                <th scope="col">{ words::year_head(lang) }</th>
                { for Kind::ALL.into_iter().map(|k| html!(<th scope="col">{ k.label(lang) }</th>)) }
                <th scope="col">{ words::all(lang) }</th>
            </tr></thead>
            <tbody>
                { for years(events).into_iter().map(|y| row(y.to_string(), Some(y))) }
                { row(words::all(lang).to_owned(), None) }
            </tbody>
        </table>
    }
}

/// The choice of one kind: the style sheet hides the others, so it needs no program.
pub fn kinds(lang: Lang, events: &[Event]) -> Html {
    let option = |key: &'static str, sign: Html, label: &'static str, count: usize| {
        let id = format!("kind-{key}");
        html! {
            <span class="option">
                <input type="radio" name="kind" id={id.clone()} autocomplete="off" checked={key == "all"} />
                <label for={id}>{ sign }{ label }{ " " }<span class="count">{ count }</span></label>
            </span>
        }
    };
    let one = |k: Kind| option(k.key(), k.sign(), k.label(lang), events.iter().filter(|e| e.kind == k).count());
    html! {
        <fieldset class="kinds">
            <legend>{ words::show(lang) }</legend>
            { option("all", Html::default(), words::all(lang), events.len()) }
            { for Kind::ALL.into_iter().map(one) }
        </fieldset>
    }
}
