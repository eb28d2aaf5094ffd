//! One figure of a block: its value with its range, every line behind it, what it does not include, texts to take away.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use lodestone_model::data::DATA_VERSION;
use lodestone_model::demand::ALL_YEARS;
use lodestone_model::derivation::{Asked, Derivation, Line, Omission, What, derive};
use lodestone_model::inputs::text;
use lodestone_model::outputs::Shared;
use lodestone_model::report::Range;
use yew::prelude::*;

use super::copied::Copied;
use super::ranges::{Ends, Run};
use super::request::{Asking, Request};
use crate::browser::page::link;
use crate::cite::{self, OfResult, Work};
use crate::components::source_list::cite as citation;
use crate::format;
use crate::formula::{self, unit::with_range, unit::with_unit};
use crate::text::{Lang, study as words};

/// Digits of the numbers in a formula.
const DIGITS: usize = 5;

/// Properties of [`Figure`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What the page asked.
    pub request: Rc<Request>,
}

/// The figure.
#[component]
pub fn Figure(props: &Props) -> Html {
    let request = &props.request;
    let lang = request.lang;
    let Asking::Figures(keys) = request.asking else { return Html::default() };
    let all = use_memo(request.clone(), move |request| figures(keys, request));
    let chosen = use_state(|| 0_usize);
    let year = use_state(|| year_of(keys, request));
    {
        let (chosen, year) = (chosen.setter(), year.setter());
        use_effect_with(request.clone(), move |request| {
            chosen.set(0);
            year.set(year_of(keys, request));
        });
    }
    let asked = all.get(*chosen).or(all.first()).copied();
    let derivation = use_memo((request.clone(), asked, *year), |(request, asked, year)| {
        asked.and_then(|asked| derive(&request.inputs, &Shared::default(), asked, *year))
    });
    let range = use_range(request, asked, *year);
    let Some(asked) = asked else { return html!(<p>{ words::no_figure(lang) }</p>) };
    let options: Vec<(AttrValue, AttrValue, bool)> =
        all.iter().map(|a| (AttrValue::from(a.key()), AttrValue::from(formula::name(lang, *a)), *a == asked)).collect();
    let on_figure = {
        let (all, chosen) = (all.clone(), chosen.setter());
        Callback::from(move |key: String| chosen.set(all.iter().position(|a| a.key() == key).unwrap_or_default()))
    };
    let on_year = {
        let year = year.setter();
        Callback::from(move |key: String| {
            if let Ok(wanted) = key.parse() {
                year.set(wanted);
            }
        })
    };
    let years =
        ALL_YEARS.map(|y| (AttrValue::from(y.to_string()), AttrValue::from(y.to_string()), y == *year)).collect();
    html! {
        <>
            <div class="study-choice">
                { select("study-figure", words::figure(lang), options, on_figure) }
                if has_year(asked) { { select("study-year", words::year(lang), years, on_year) } }
            </div>
            { match &*derivation {
                Some(d) => shown(request, asked, d, range, *year),
                None => html!(<p role="status">{ words::no_figure(lang) }</p>),
            } }
        </>
    }
}

fn select(id: &'static str, label: &str, options: Vec<(AttrValue, AttrValue, bool)>, on_key: Callback<String>) -> Html {
    let on_change = Callback::from(move |event: Event| {
        on_key.emit(event.target_unchecked_into::<web_sys::HtmlSelectElement>().value());
    });
    html! {
        <label for={id}>{ label.to_owned() }
            <select {id} onchange={on_change}>
                { for options.into_iter().map(|(value, text, selected)| html!(<option {value} {selected}>{ text }</option>)) }
            </select>
        </label>
    }
}

/// The figures of a block that the evidence holds, the difference first where there is one.
fn figures(keys: &[&str], request: &Request) -> Vec<Asked> {
    let shared = Shared::default();
    let mut all = Request::figures(keys);
    all.retain(|a| has_year(*a) || derive(&request.inputs, &shared, *a, request.year).is_some());
    all.sort_by_key(|a| !matches!(a.key().as_str(), "motor-difference-usd" | "turbine-difference-usd"));
    all
}

/// The year that is looked at, or where the evidence holds no figure of the block for it the nearest that has one.
fn year_of(keys: &[&str], request: &Request) -> i32 {
    let shared = Shared::default();
    let Some(first) = figures(keys, request).first().copied() else { return request.year };
    let there = |year: &i32| derive(&request.inputs, &shared, first, *year).is_some();
    if there(&request.year) {
        return request.year;
    }
    ALL_YEARS.filter(there).min_by_key(|year| (year - request.year).abs()).unwrap_or(request.year)
}

fn has_year(asked: Asked) -> bool {
    let key = asked.key();
    ["demand", "oxide", "balance"].iter().any(|begin| key.starts_with(begin))
}

/// The range of a figure; `None` as long as it is drawn.
#[hook]
fn use_range(request: &Rc<Request>, asked: Option<Asked>, year: i32) -> Option<Ends> {
    let range = use_state(|| None::<Found>);
    let set = range.setter();
    use_effect_with((request.clone(), asked, year), move |(request, asked, year)| {
        set.set(None);
        let going = Rc::new(std::cell::RefCell::new(None::<Timeout>));
        if let Some(asked) = *asked {
            let run = Rc::new(std::cell::RefCell::new(Run::new(&request.inputs, request.plan, asked, *year)));
            go_on(run, (asked, *year), set, going.clone());
        }
        // A run whose figure is no longer looked at ends here.
        move || drop(going.take())
    });
    // Of another figure than the one that is looked at it says nothing.
    (*range).filter(|(of, _)| Some(*of) == asked.map(|a| (a, year))).map(|(_, ends)| ends)
}

type Going = Rc<std::cell::RefCell<Option<Timeout>>>;
/// A range, and the figure and the year that it is of.
type Found = ((Asked, i32), Ends);

fn go_on(run: Rc<std::cell::RefCell<Run>>, of: (Asked, i32), set: UseStateSetter<Option<Found>>, going: Going) {
    let again = going.clone();
    let next = Timeout::new(0, move || {
        let found = run.borrow_mut().step();
        if let Some(ends) = found {
            set.set(Some((of, ends)));
        } else if !run.borrow().is_done() {
            go_on(run, of, set, again);
        }
    });
    *going.borrow_mut() = Some(next);
}

fn shown(request: &Request, asked: Asked, d: &Derivation, range: Option<Ends>, year: i32) -> Html {
    let lang = request.lang;
    let unit = unit_of(request, asked.unit());
    let number = |v: f64| with_unit(lang, &format::significant(v, DIGITS), unit);
    // The figure in the digits that its range allows, once the range is known.
    // (What is most likely may lie outside nine of ten draws; the range reaches to it, as on the page.)
    let ranged = range.map(|e| Range { error: e.error, ..Range::exactly(d.value()).reaching(e.low).reaching(e.high) });
    let (figure, known) = match ranged.filter(|r| !r.is_exact()) {
        Some(r) => {
            let (low, high) = format::both_ends(lang, r, format::PLAIN);
            let said = words::in_nine(lang, &with_unit(lang, &low, unit), &with_unit(lang, &high, unit));
            (with_unit(lang, &format::middle(lang, r, format::PLAIN), unit), said)
        }
        None if range.is_some() => (number(d.value()), words::no_range(lang).to_owned()),
        None => (number(d.value()), words::drawing(lang).to_owned()),
    };
    let omissions = asked.omissions().iter().map(|o: &Omission| html!(<li>{ formula::omission(lang, *o) }</li>));
    html! {
        <>
            <p class="study-value">{ figure }</p>
            <p class="range" role="status">{ known }</p>
            <p class="hint">{ words::central(lang) }</p>
            <ol class="lines">{ for d.lines.iter().rev().map(|l| line(request, d, l, lang)) }</ol>
            <h3>{ words::omitted(lang) }</h3>
            <ul>{ for omissions }</ul>
            <Copied title={words::as_text(lang)} hint={words::as_text_hint(lang)} text={formula::text(lang, &request.inputs, d)} {lang} />
            <Copied title={words::cite(lang)} text={citations(request, asked, d, year)} {lang} />
            <Copied title={words::question(lang)} hint={words::question_hint(lang)} text={question(request, asked, d, range, year)} {lang} />
        </>
    }
}

/// The unit in force where an answer is in the reader's currency.
fn unit_of(request: &Request, unit: &'static str) -> &'static str {
    if unit != "local" {
        return unit;
    }
    match request.inputs.choices.currency.key() {
        "krw" => "KRW",
        "cny" => "CNY",
        "eur" => "EUR",
        _ => "JPY",
    }
}

fn line(request: &Request, d: &Derivation, l: &Line, lang: Lang) -> Html {
    let number = |v: f64| format::significant(v, DIGITS);
    let signs = |text: String| text.replace(" * ", " × ").replace(" / ", " ÷ ").replace(" - ", " − ");
    let value = with_unit(lang, &number(l.value), unit_of(request, l.unit));
    let worked = matches!(l.what, What::Step(..) | What::Asked(_));
    let filled = signs(d.filled(l, |other| number(other.value), number));
    let sources = formula::sources(&request.inputs, l);
    let origin = formula::origin(lang, &request.inputs, l);
    let dated = formula::dated(&request.inputs, l);
    html! {
        <li>
            <p class="line-label">{ formula::label(lang, l) }{ ": " }<strong>{ value }</strong></p>
            if worked && l.expression.len() > 1 {
                <p class="math" translate="no"><code>{ signs(d.expression(l)) }</code></p>
                <p class="math" translate="no">{ "= " }{ filled }</p>
            }
            if !sources.is_empty() { { for sources.iter().map(|s| html!(<p class="hint">{ citation(s, lang) }</p>)) } }
            else if !origin.is_empty() { <p class="hint">{ origin }</p> }
            if let Some(d) = dated {
                <p class="hint">
                    { words::evidence_of(lang, &format::date(lang, d.date)) }
                    if d.aged { { " " }<span class="aged">{ words::aged(lang, &d.review_months.to_string()) }</span> }
                </p>
            }
        </li>
    }
}

/// The tool for this result and the sources behind it: as lines, as BibTeX and as CSL-JSON.
fn citations(request: &Request, asked: Asked, d: &Derivation, year: i32) -> String {
    let lang = request.lang;
    let value = with_unit(lang, &format::significant(d.value(), DIGITS), unit_of(request, asked.unit()));
    let set = text::write(&request.inputs);
    let of = OfResult {
        answer: Some([formula::name(lang, asked), year.to_string(), value]),
        set: set.lines().map(str::to_owned).collect(),
        link: Some(link()),
        hash: Some(d.seal()),
    };
    let mut works = vec![Work::tool(&of, lang)];
    for source in d.lines.iter().flat_map(|l| formula::sources(&request.inputs, l)) {
        let work = Work::of(source, lang);
        if !works.iter().any(|known| known.key == work.key) {
            works.push(work);
        }
    }
    let lines: Vec<String> = works.iter().map(|w| cite::line::line(w, lang, true)).collect();
    let entries: Vec<String> = works.iter().map(|w| cite::bibtex::entry(w, lang)).collect();
    format!("{}\n\n{}\n{}", lines.join("\n"), entries.join("\n"), cite::csl::list(&works, lang))
}

/// A figure with its year, where it has one.
fn named(asked: Asked, year: i32, lang: Lang) -> String {
    let name = formula::name(lang, asked);
    if has_year(asked) { words::of_year(lang, &name, &year.to_string()) } else { name }
}

/// A text for whoever published the page: the figure, the exact state, the formula.
fn question(request: &Request, asked: Asked, d: &Derivation, range: Option<Ends>, year: i32) -> String {
    let lang = request.lang;
    let unit = unit_of(request, asked.unit());
    let number = |v: f64| format::significant(v, DIGITS);
    let value = match range {
        Some(e) if e.low < e.high => {
            let [middle, low, high] = with_range(
                lang,
                [&number(d.value()), &number(e.low.min(d.value())), &number(e.high.max(d.value()))],
                unit,
            );
            words::range(lang, &middle, &low, &high)
        }
        _ => with_unit(lang, &number(d.value()), unit),
    };
    let link = link();
    let set = text::write(&request.inputs);
    let set = if set.is_empty() { words::doubt_none(lang).to_owned() } else { set.trim_end().to_owned() };
    [
        words::doubt(lang, &named(asked, year, lang), &value, &asked.key()),
        words::doubt_link(lang, &link),
        words::doubt_version(lang, env!("CARGO_PKG_VERSION"), DATA_VERSION),
        words::doubt_hash(lang, &d.seal()),
        format!("{}\n{set}", words::doubt_set(lang)),
        formula::text(lang, &request.inputs, d),
        format!("{}\n", words::doubt_why(lang)),
    ]
    .join("\n")
}
