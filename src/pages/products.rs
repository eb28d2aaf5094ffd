//! Robots and other products: what the magnets of one piece cost.

use std::rc::Rc;

use lodestone_model::inputs::Param;
use lodestone_model::report::{Good, Goods, Range};
use lodestone_model::uncertainty::Section as Part;
use yew::prelude::*;

use super::Section;
use super::figures::axis;
use crate::chart::spec::{Bar, Body, Spec, Tone};
use crate::components::chart_view::ChartView;
use crate::components::product_tables::data_table;
use crate::format::{self, Style};
use crate::labels;
use crate::text::{Lang, charts, demand, page, product, products as words};

/// What the section shows.
#[derive(Clone)]
pub struct Props {
    /// State, report and callbacks.
    pub section: Section,
    /// What the model says.
    pub goods: Rc<Goods>,
    /// Whether the masses can be set here; where the demand is on the same page they stand there.
    pub fields: bool,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        let (a, b) = (&self.section, &other.section);
        a.looks_like(b, &["demand"])
            && self.goods == other.goods
            && self.fields == other.fields
            && a.stale.is(Part::Goods) == b.stale.is(Part::Goods)
    }
}

/// The section.
pub fn view(props: &Props) -> Html {
    let (s, goods) = (&props.section, &props.goods.0);
    let lang = s.state.lang;
    let (known, unknown): (Vec<&Good>, Vec<&Good>) =
        goods.iter().partition(|g| g.application.mass().is_some_and(|p| p.spec().set));
    let masses = |goods: &[&Good]| {
        let params: Vec<Param> = goods.iter().filter_map(|g| g.application.mass()).collect();
        s.fields(&params)
    };
    html! {
        <section id="products" class="calculator" aria-labelledby="products-title">
            <h2 id="products-title">{ words::title(lang) }</h2>
            <p class="lead">{ words::lead(lang) }</p>
            <div class={if props.fields { "columns" } else { "" }}>
                if props.fields {
                    <div class="inputs">
                        <h3>{ words::masses(lang) }</h3>
                        { masses(&known) }
                        <details class="fold" id="unknown-products">
                            <summary><h3>{ words::unknown(lang) }</h3></summary>
                            { masses(&unknown) }
                        </details>
                    </div>
                }
                <div class={classes!("results", s.waits(Part::Goods))}>
                    <ChartView spec={Rc::new(Spec { waits: s.stale.is(Part::Goods), ..chart(goods, lang) })} {lang} />
                    { table(goods, lang) }
                </div>
            </div>
            <p class="hint">{ page::range_note(lang) }</p>
        </section>
    }
}

fn table(goods: &[Good], lang: Lang) -> Html {
    let cell = |range: Option<Range>, style: Style| match range {
        Some(r) => format::apart(lang, r, style),
        None => (demand::no_figure(lang).to_owned(), String::new()),
    };
    let row = |g: &Good| {
        let cells = vec![
            cell(g.magnet_kg, format::KILOGRAMS),
            cell(g.before, format::USD),
            cell(g.after, format::USD),
            cell(g.difference, format::USD.with_sign()),
        ];
        (AttrValue::from(labels::application(lang, g.application)), cells)
    };
    let rows: Vec<_> = goods.iter().filter(|g| g.magnet_kg.is_some()).map(row).collect();
    let head = vec![
        words::product(lang),
        words::each(lang),
        product::before(lang),
        product::after(lang),
        product::difference(lang),
    ];
    data_table(words::table(lang), &head, &rows, false)
}

/// What each product costs after the shock, the dearest first.
#[must_use]
pub fn chart(goods: &[Good], lang: Lang) -> Spec {
    let mut known: Vec<_> = goods.iter().filter_map(|g| Some((g.application, g.after?))).collect();
    lodestone_model::sort::by(&mut known, |a, b| b.1.central.total_cmp(&a.1.central));
    let bars: Vec<Bar> = known
        .iter()
        .map(|(a, r)| Bar {
            name: labels::application(lang, *a).to_owned(),
            value: *r,
            text: format::middle(lang, *r, format::USD),
            tone: Tone::Accent,
        })
        .collect();
    let top = known.iter().map(|(_, r)| r.high).fold(0.0, f64::max);
    let sentence = bars.first().map_or_else(String::new, |b| words::sentence(lang, &b.name, &b.text));
    Spec {
        id: "products-cost",
        title: words::chart(lang).to_owned(),
        unit: words::chart_unit(lang).to_owned(),
        sentence,
        rows_are: words::product(lang).to_owned(),
        waits: false,
        body: if top > 0.0 {
            Body::Bars { bars, axis: axis(lang, 0.0, top) }
        } else {
            Body::Empty(charts::build_empty(lang).to_owned())
        },
    }
}
