//! The front page: five chapters whose sentences compute, each with the chart that it moves.
//!
//! The state is that of the calculators; a chapter shows little of it. Not here: words, formulas.

mod chapters;
pub mod figures;

use std::rc::Rc;

use lodestone_model::report::SupplySide;
use yew::prelude::*;

use super::Section;
use crate::route::Route;
use crate::text::story as words;

/// What the section shows.
#[derive(Clone, PartialEq)]
pub struct Props {
    /// State, report and callbacks.
    pub section: Section,
    /// What the model says of the supply side.
    pub side: Rc<SupplySide>,
}

/// The story.
pub fn view(props: &Props) -> Html {
    let (s, side) = (&props.section, &props.side);
    let lang = s.state.lang;
    let go = |to: Route, word: &'static str| html!(<a href={Route::Story.to(to, lang)} data-keep="">{ word }</a>);
    html! {
        <div class="story">
            <p class="start">{ words::start(lang) }</p>
            { chapters::material(s) }
            { chapters::uses(s) }
            { chapters::shock(s) }
            { chapters::supply(s, side) }
            { chapters::balance(s, side) }
            <section class="chapter end" aria-labelledby="end-title">
                <h2 id="end-title">{ words::end_title(lang) }</h2>
                <ul>
                    <li>{ go(Route::Paths, words::end_paths(lang)) }</li>
                    <li>{ go(Route::Everything, words::end_all(lang)) }</li>
                    <li>{ go(Route::Claims, words::end_claims(lang)) }</li>
                </ul>
            </section>
        </div>
    }
}
