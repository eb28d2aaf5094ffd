//! A section of a page, drawn again only when something in it changes.
//!
//! One component for all of them: a component type of its own for each would be a third more program. A page's program
//! carries the sections of that page alone (`build.rs`).

use yew::prelude::*;

#[cfg(whole)]
use super::{checks, uncertainty};
use super::{demand, product, products, shock, story, supply};

/// A section with what it shows.
#[derive(Clone, PartialEq)]
pub enum Part {
    /// The shock, prices and process figures.
    Shock(shock::Props),
    /// The motor, or the turbine.
    Calculator(product::Props),
    /// Robots and other products.
    Products(products::Props),
    /// Demand by application.
    Demand(demand::Props),
    /// Outage, balance or bill.
    Supply(supply::Props),
    /// The front page.
    Story(story::Props),
    /// How sure the answers are.
    #[cfg(whole)]
    Uncertainty(uncertainty::Props),
    /// The model against itself and the past.
    #[cfg(whole)]
    Checks(checks::Props),
}

/// Properties of [`Shown`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The section.
    pub part: Part,
}

/// The section.
#[component]
pub fn Shown(props: &Props) -> Html {
    match &props.part {
        Part::Shock(p) if cfg!(sections) => shock::view(p),
        Part::Calculator(p) if cfg!(sections) => product::view(p),
        Part::Products(p) if cfg!(sections) => products::view(p),
        Part::Demand(p) if cfg!(sections) => demand::view(p),
        Part::Supply(p) if cfg!(sections) => supply::view(p),
        Part::Story(p) if cfg!(story) => story::view(p),
        #[cfg(whole)]
        Part::Uncertainty(p) => uncertainty::view(p),
        #[cfg(whole)]
        Part::Checks(p) => checks::view(p),
        // The program of another page.
        _ => Html::default(),
    }
}
