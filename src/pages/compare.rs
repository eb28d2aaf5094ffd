//! Two scenarios side by side: their answers, and what explains the difference.

use std::rc::Rc;

use lodestone_model::data::NamedScenario;
use lodestone_model::outputs::{Output, Shared};
use lodestone_model::report::Range;
use lodestone_model::why;
use yew::prelude::*;

use crate::browser::page::{asked, set};
use crate::components::choice::options;
use crate::components::product_tables::data_table;
use crate::format::{self, Style};
use crate::labels;
use crate::likely::stories::{ROWS, Stories, inputs};
use crate::text::{Lang, compare as words, outputs, product, scenarios};

/// The keys of the address by which the two are chosen.
const KEYS: [&str; 2] = ["a", "b"];
/// What is chosen in the beginning: the defaults, and the scenario whose answers differ from them in most rows.
const BEGIN: [Option<NamedScenario>; 2] = [None, Some(NamedScenario::Control202504)];
/// What stands for the defaults in an address.
const DEFAULTS: &str = "defaults";

/// Properties of [`Compare`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Likely ranges of all answers in all scenarios.
    pub stories: Rc<Stories>,
    /// Language of the reader.
    pub lang: Lang,
}

/// The page.
#[component]
pub fn Compare(props: &Props) -> Html {
    let lang = props.lang;
    let chosen = use_state_eq(|| BEGIN);
    let shared = use_memo((), |()| Shared::default());
    {
        let chosen = chosen.clone();
        use_effect_with((), move |()| {
            let mut both = *chosen;
            for (one, key) in both.iter_mut().zip(KEYS) {
                match asked(key).as_deref() {
                    Some(DEFAULTS) => *one = None,
                    Some(other) => *one = NamedScenario::named(other).or(*one),
                    None => {}
                }
            }
            chosen.set(both);
        });
    }
    let choose = |place: usize, label: &'static str| {
        let now = chosen[place];
        let none = (DEFAULTS, words::defaults(lang), now.is_none());
        let all = NamedScenario::ALL.into_iter().map(|n| (n.key(), labels::scenario(lang, n), Some(n) == now));
        let entries: Vec<_> = std::iter::once(none).chain(all).collect();
        let chosen = chosen.clone();
        let on_key = Callback::from(move |key: String| {
            let mut both = *chosen;
            both[place] = NamedScenario::named(&key);
            set(KEYS[place], &key);
            chosen.set(both);
        });
        options(&format!("compare-{}", KEYS[place]), label, &entries, on_key)
    };
    html! {
        <section class="calculator compare" aria-labelledby="compare-title">
            <h2 id="compare-title">{ words::title(lang) }</h2>
            <p class="lead">{ words::lead(lang) }</p>
            <div class="two">
                <div>{ choose(0, words::first(lang)) }{ about(chosen[0], lang) }</div>
                <div>{ choose(1, words::second(lang)) }{ about(chosen[1], lang) }</div>
            </div>
            { answers(props, &shared, *chosen) }
            { causes(&shared, *chosen, lang) }
        </section>
    }
}

/// Date and source of a scenario, and the way to it.
fn about(story: Option<NamedScenario>, lang: Lang) -> Html {
    let Some(story) = story else { return html!(<p class="hint">{ words::defaults_are(lang) }</p>) };
    let said = scenarios::in_force(lang, labels::scenario(lang, story), &format::date(lang, story.row().date));
    html! {
        <p class="hint">
            { said }{ " " }
            <a href={format!("../calculator/?scenario={}", story.key())}>{ words::open(lang) }</a>{ " · " }
            <a href={format!("../sources/#{}", story.row().source_id)}>{ words::source(lang) }</a>
        </p>
    }
}

fn answers(props: &Props, shared: &Shared, both: [Option<NamedScenario>; 2]) -> Html {
    let lang = props.lang;
    let none = || (words::none(lang).to_owned(), String::new());
    let rows = (0..ROWS.len()).map(|row| {
        let [a, b] = both.map(|story| props.stories.answer(row, story, shared));
        let style = style(ROWS[row].0);
        let cell = |r: Option<Range>| r.map_or_else(none, |r| format::apart(lang, r, style));
        let difference = a.zip(b).map_or_else(none, |(a, b)| {
            (format::middle(lang, Range::exactly(b.central - a.central), style.with_sign()), String::new())
        });
        (AttrValue::from(name(row, lang)), vec![cell(a), cell(b), difference])
    });
    let head = vec![words::answer(lang), words::first(lang), words::second(lang), words::difference(lang)];
    html! {
        <>
            { data_table(words::table(lang), &head, &rows.collect(), false) }
            <p class="hint">{ words::ranges(lang) }</p>
        </>
    }
}

/// How the differences divide among their causes.
fn causes(shared: &Shared, both: [Option<NamedScenario>; 2], lang: Lang) -> Html {
    let (a, b) = (inputs(both[0]), inputs(both[1]));
    let rows = (0..ROWS.len()).filter_map(|row| {
        let (output, year) = ROWS[row];
        let split = why::split(&a, &b, shared, year, output).filter(|s| s.from != s.to)?;
        let style = style(output).with_sign();
        let cell = |v: f64| (format::middle(lang, Range::exactly(v), style), String::new());
        let cells = split.parts.into_iter().chain([split.to - split.from]).map(cell).collect();
        Some((AttrValue::from(name(row, lang)), cells))
    });
    let rows: Vec<_> = rows.collect();
    if rows.is_empty() {
        return html!(<p>{ words::same(lang) }</p>);
    }
    let head = vec![
        words::answer(lang),
        words::price(lang),
        words::rate(lang),
        words::quantity(lang),
        words::other(lang),
        words::sum(lang),
    ];
    html! {
        <>
            { data_table(words::causes(lang), &head, &rows, false) }
            <p class="hint">{ words::shapley(lang) }</p>
        </>
    }
}

fn name(row: usize, lang: Lang) -> String {
    let (output, year) = ROWS[row];
    product::label_year(lang, outputs::label(lang, output), &year.to_string())
}

fn style(output: Output) -> Style {
    match output {
        Output::NdPriceFactor => format::PLAIN,
        Output::SupplyLost => format::PERCENT,
        Output::MotorAfterLocal => Style::money(Some(lodestone_model::inputs::Currency::Krw)),
        Output::DemandMagnetT | Output::BalanceSecondaryT | Output::BalanceGapT => format::TONNES,
        _ => format::USD,
    }
}
