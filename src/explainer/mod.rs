//! The explainer: what the magnet is, where it comes from, who makes it, where it goes; and the pages about the site.
//!
//! ```text
//! prerender ▶ explainer (pages as components) ▶ site::tables, chart, components, cite, format ▶ text, lodestone-model
//! ```
//!
//! Complete as static HTML: figures come from the tables, words from `static-data/text`. Not here: what stands around
//! them ([`crate::site`]), and figures that depend on a reader's inputs, which are the calculators'.

mod about;
mod amount;
mod cells;
mod chain;
mod changes;
mod embed;
mod linked;
mod material;
mod method;
mod paths;
pub mod picture;
mod prices;
mod process;
mod timeline;
mod uses;

pub use changes::Kept;
pub use uses::design;
use yew::prelude::*;

use crate::route::Route;
use crate::site::tables::Tables;
use crate::text::Lang;

/// Properties of every page of the explainer.
#[derive(Properties, PartialEq, Clone)]
pub struct Props {
    /// The page.
    pub route: Route,
    /// Language of the reader.
    pub lang: Lang,
    /// All tables.
    pub tables: Tables,
}

/// The content of a page of the explainer.
#[component]
pub fn Explainer(props: &Props) -> Html {
    match props.route {
        Route::Material => html!(<material::Material ..props.clone() />),
        Route::Process => html!(<process::Process ..props.clone() />),
        Route::Chain => html!(<chain::Chain ..props.clone() />),
        Route::Timeline => html!(<timeline::Timeline ..props.clone() />),
        Route::Uses => html!(<uses::Uses ..props.clone() />),
        Route::Prices => html!(<prices::Prices ..props.clone() />),
        Route::Paths => html!(<paths::Paths ..props.clone() />),
        Route::Method => html!(<method::Method ..props.clone() />),
        Route::Embed => html!(<embed::Embed ..props.clone() />),
        Route::About => html!(<about::About ..props.clone() />),
        _ => Html::default(),
    }
}
