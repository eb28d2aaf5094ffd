//! Controls, quotas, contracts and price episodes, year by year; the price episodes with their figures.
//!
//! [`event`] reads the table, [`entry`] shows one event, [`overview`] all of them at a glance. The evidence ends before
//! the present: the page says where, and never what came after.

mod entry;
mod episodes;
mod event;
mod kind;
mod overview;
mod when;

use yew::prelude::*;

use super::Props;
use super::cells::Verdicts;
use crate::cite::Date;
use crate::route::Route;
use crate::site;
use crate::text::{Lang, timeline as words};
use event::{Event, Status};
use kind::Kind;

/// The page.
#[component]
pub fn Timeline(props: &Props) -> Html {
    let lang = props.lang;
    let events = event::all(&props.tables);
    let verdicts = Verdicts::new();
    let year = |year: u16| {
        let of = events.iter().filter(|e| e.date.year == year);
        html! {
            <section class="year" id={format!("y{year}")} aria-labelledby={format!("y{year}-title")}>
                <h2 id={format!("y{year}-title")}>{ words::year(lang, &year.to_string()) }</h2>
                <ol>{ for of.map(|e| entry::entry(lang, e, &verdicts)) }</ol>
            </section>
        }
    };
    html! {
        <div class="timeline">
            <h1>{ site::title(Route::Timeline, lang) }</h1>
            <p class="lead">{ site::about(Route::Timeline, lang) }</p>
            { end(lang, &events, props) }
            { overview::picture(lang, &events) }
            { overview::kinds(lang, &events) }
            { for event::years(&events).into_iter().map(year) }
            { episodes::episodes(lang, &props.tables) }
            <p class="hint"><a href={Route::Timeline.to(Route::Table("timeline"), lang)}>{ words::whole_table(lang) }</a></p>
        </div>
    }
}

/// Where the evidence ends: for measures, for prices, and for the suspension that ran on beyond both.
fn end(lang: Lang, events: &[Event], props: &Props) -> Html {
    let said = |date: Date| when::said(date, lang);
    let last = |dates: &mut dyn Iterator<Item = Date>| dates.max_by_key(|d| when::order(*d)).map(said);
    let told = |e: &&Event| e.status == Status::Reported;
    let measures = last(&mut events.iter().filter(|e| told(e) && e.kind != Kind::Market).map(|e| e.date));
    let quoted = props.tables.rows("shocks").filter_map(|r| Date::read(r.get("date")));
    let prices = last(&mut quoted.chain(events.iter().filter(told).map(|e| e.date)));
    let paused = events.iter().find_map(|e| Some((e, Date::read(e.row.get("until"))?)));
    html! {
        <section class="end" aria-labelledby="end-title">
            <h2 id="end-title">{ words::end_title(lang) }</h2>
            <p>{ words::end(lang, &measures.unwrap_or_default(), &prices.unwrap_or_default()) }</p>
            if let Some((event, until)) = paused {
                <p>
                    { words::end_paused(lang, &said(event.date), &said(until)) }{ " " }
                    <a href={format!("#{}", event.id())}>{ words::end_see(lang) }</a>
                </p>
            }
        </section>
    }
}
