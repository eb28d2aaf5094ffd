//! The reference pages: complete as static HTML, each language in a folder of its own.
//!
//! ```text
//! prerender ▶ reference (pages as components) ▶ claims, cite, format, labels ▶ text, lodestone-model
//! ```
//!
//! They need no program to be read; a small one (`src/bin/find.rs`) finds claims in the list. Not here: figures that
//! depend on a reader's inputs, which are the calculator's.

mod claim;
mod claims;
mod glossary;
mod inputs;
mod names;
mod shell;
mod sources;
mod tables;

use yew::prelude::*;

pub use crate::reference_folder as folder;
pub use shell::document;
pub use tables::{TABLES, TableData};

use crate::text::{Lang, reference as words};

/// A reference page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Page {
    /// The audit of the claims.
    Claims,
    /// What each source says of each input.
    Inputs,
    /// The terms of the field.
    Glossary,
    /// All sources, and how to cite them.
    Sources,
    /// All tables, to browse and to download.
    Data,
    /// One table.
    Table(&'static str),
}

impl Page {
    /// The pages that the navigation lists.
    pub const ALL: [Self; 5] = [Self::Claims, Self::Inputs, Self::Glossary, Self::Sources, Self::Data];

    /// Where the page stands below the folder of its language.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::Claims => "claims/".into(),
            Self::Inputs => "inputs/".into(),
            Self::Glossary => "glossary/".into(),
            Self::Sources => "sources/".into(),
            Self::Data => "data/".into(),
            Self::Table(name) => format!("data/{name}/"),
        }
    }

    /// The way from the page to the top of the site.
    #[must_use]
    pub fn up(&self) -> &'static str {
        match self {
            Self::Table(_) => "../../../",
            _ => "../../",
        }
    }

    /// What the page is called in the navigation.
    #[must_use]
    pub fn name(&self, lang: Lang) -> String {
        match self {
            Self::Claims => words::claims(lang).to_owned(),
            Self::Inputs => words::inputs(lang).to_owned(),
            Self::Glossary => words::glossary(lang).to_owned(),
            Self::Sources => words::sources(lang).to_owned(),
            Self::Data => words::data(lang).to_owned(),
            Self::Table(name) => names::table(lang, name).to_owned(),
        }
    }
}

/// Properties of [`Reference`].
#[derive(Properties, PartialEq, Clone)]
pub struct Props {
    /// The page.
    pub page: Page,
    /// Language of the reader.
    pub lang: Lang,
    /// The table that is browsed, for a page that shows one.
    #[prop_or_default]
    pub table: Option<TableData>,
}

/// A whole page, from the skip link to the foot.
#[component]
pub fn Reference(props: &Props) -> Html {
    let Props { page, lang, table } = props;
    let lang = *lang;
    let content = match page {
        Page::Claims => html!(<claims::Claims {lang} />),
        Page::Inputs => html!(<inputs::Inputs {lang} />),
        Page::Glossary => html!(<glossary::Glossary {lang} />),
        Page::Sources => html!(<sources::Sources {lang} />),
        Page::Data => html!(<tables::Tables {lang} />),
        Page::Table(_) => match table {
            Some(table) => html!(<tables::Browse {lang} table={table.clone()} />),
            None => Html::default(),
        },
    };
    shell::around(page, lang, content)
}
