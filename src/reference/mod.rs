//! The reference pages: claims, inputs, glossary, sources, tables; complete as static HTML.
//!
//! ```text
//! prerender ▶ reference (pages as components) ▶ claims, cite, format, labels ▶ text, lodestone-model
//! ```
//!
//! They need no program to be read; a small one (`src/bin/find.rs`) finds claims in the list. Not here: what stands
//! around them ([`crate::site`]), and figures that depend on a reader's inputs, which are the calculators'.

mod claim;
mod claims;
mod editions;
mod glossary;
mod inputs;
pub mod names;
mod ruler;
mod sources;
mod tables;
mod uncertainty;
mod yearly;

use yew::prelude::*;

pub use glossary::in_language;
pub use tables::TABLES;

use crate::route::Route;
use crate::site::tables::Tables;
use crate::text::Lang;

/// Properties of [`Reference`].
#[derive(Properties, PartialEq, Clone)]
pub struct Props {
    /// The page.
    pub route: Route,
    /// Language of the reader.
    pub lang: Lang,
    /// All tables.
    pub tables: Tables,
}

/// The content of a reference page.
#[component]
pub fn Reference(props: &Props) -> Html {
    let lang = props.lang;
    match props.route {
        Route::Uncertainty => html!(<uncertainty::Uncertainty {lang} />),
        Route::Claims => html!(<claims::Claims {lang} />),
        Route::Inputs => html!(<inputs::Inputs {lang} />),
        Route::Glossary => html!(<glossary::Glossary {lang} />),
        Route::Sources => html!(<sources::Sources {lang} />),
        Route::Data => html!(<tables::Tables {lang} />),
        Route::Table(name) => match props.tables.get(name) {
            Some(table) => html!(<tables::Browse {lang} table={table.clone()} />),
            None => Html::default(),
        },
        _ => Html::default(),
    }
}
