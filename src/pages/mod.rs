//! Pages: components put together, and the report read off into words, tables and chart descriptions.
//!
//! Not here: formulas. What a page shows is in the report.

#[cfg(whole)]
pub mod checks;
pub mod compare;
pub mod demand;
pub mod figures;
pub mod product;
pub mod products;
pub mod shock;
pub mod shown;
pub mod story;
pub mod summary;
pub mod supply;
#[cfg(whole)]
pub mod uncertainty;

use std::rc::Rc;

use lodestone_model::data::Alloy;
use lodestone_model::inputs::{Choices, Param, Use};
use lodestone_model::report::{Range, Report};
use lodestone_model::uncertainty::Section as Part;
use yew::prelude::*;

use crate::components::choice::options;
use crate::components::how::how;
use crate::components::param_field::{OnSet, ParamField};
use crate::format::{self, Style};
use crate::labels;
use crate::likely::Stale;
use crate::state::{Action, State};
use crate::text::{Lang, product as words, quantities};

/// The range of a headline, as a line of its own.
fn range_line(lang: Lang, range: Range, style: Style) -> String {
    if range.is_exact() {
        return quantities::exact(lang).to_owned();
    }
    let (low, high) = format::both_ends(lang, range, style);
    words::range(lang, &low, &high)
}

/// What every section of the page gets.
#[derive(Properties, PartialEq, Clone)]
pub struct Section {
    /// What the page is set to.
    pub state: Rc<State>,
    /// What follows from it.
    pub report: Rc<Report>,
    /// Which ranges are older than their figures.
    pub stale: Stale,
    /// Sets a parameter.
    pub on_set: OnSet,
    /// Does anything else.
    pub act: Callback<Action>,
}

impl Section {
    /// Whether a part of the page that shows the parameters of `groups` would look the same, its results aside.
    ///
    /// With it a section is drawn again only when something in it changed, not at every key.
    fn looks_like(&self, other: &Self, groups: &[&str]) -> bool {
        let inputs = (&self.state.inputs, &other.state.inputs);
        let same = |p: &Param| {
            inputs.0.get(*p) == inputs.1.get(*p)
                && inputs.0.is_set(*p) == inputs.1.is_set(*p)
                && inputs.0.given(*p) == inputs.1.given(*p)
        };
        self.state.lang == other.state.lang
            && inputs.0.choices == inputs.1.choices
            && self.on_set == other.on_set
            && self.act == other.act
            && Param::ALL.iter().filter(|p| groups.contains(&p.spec().section)).all(same)
    }

    /// The class of results whose ranges are older than their figures.
    fn waits(&self, part: Part) -> Option<&'static str> {
        self.stale.is(part).then_some("waits")
    }

    /// The fields of some parameters.
    fn fields(&self, params: &[Param]) -> Html {
        let field = |param: &Param| {
            html! {
                <ParamField key={param.key()} param={*param} value={self.state.inputs.get(*param)}
                    set={self.state.inputs.is_set(*param)} given={self.state.inputs.given(*param)} lang={self.state.lang} on_set={self.on_set.clone()} />
            }
        };
        html!(<div class="fields">{ for params.iter().map(field) }</div>)
    }

    /// The button that opens the formulas behind a block of figures.
    fn how(&self, of: &'static str, what: &'static str) -> Html {
        how(of, what, self.state.lang)
    }

    /// A callback that changes one of the choices.
    fn choosing<T: 'static>(&self, change: impl Fn(&mut Choices, T) + 'static) -> Callback<T> {
        let (act, choices) = (self.act.clone(), self.state.inputs.choices);
        Callback::from(move |value: T| {
            let mut next = choices;
            change(&mut next, value);
            act.emit(Action::Choose(next));
        })
    }

    /// The list of compositions for one magnet.
    fn alloy(&self, used: Use) -> Html {
        let (lang, now) = (self.state.lang, self.state.inputs.alloy(used));
        let mut entries: Vec<_> =
            Alloy::ALL.into_iter().map(|a| (a.key(), labels::alloy(lang, a), Some(a) == now)).collect();
        if now.is_none() {
            entries.push(("own", words::alloy_own(lang), true));
        }
        let act = self.act.clone();
        let on_key = Callback::from(move |key: String| {
            if let Some(alloy) = Alloy::ALL.into_iter().find(|a| a.key() == key) {
                act.emit(Action::Alloy(used, alloy));
            }
        });
        options(&format!("alloy-{}", used.key()), words::alloy(lang), &entries, on_key)
    }
}
