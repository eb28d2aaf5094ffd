//! What a page is called, and the sentence that says what it is for.

use crate::reference::names::table;
use crate::route::{Group, Route};
use crate::text::{Lang, nav, site};

/// What the navigation calls a page.
#[must_use]
pub fn name(route: Route, lang: Lang) -> &'static str {
    let word = match route {
        Route::Story => nav::story,
        Route::Motor => nav::motor,
        Route::Turbine => nav::turbine,
        Route::Products => nav::products,
        Route::Demand => nav::demand,
        Route::Shocks => nav::shocks,
        Route::Balance => nav::balance,
        Route::Compare => nav::compare,
        Route::Everything => nav::everything,
        Route::Material => nav::material,
        Route::Process => nav::process,
        Route::Chain => nav::chain,
        Route::Timeline => nav::timeline,
        Route::Uses => nav::uses,
        Route::Prices => nav::prices,
        Route::Paths => nav::paths,
        Route::Uncertainty => nav::uncertainty,
        Route::Claims => nav::claims,
        Route::Inputs => nav::inputs,
        Route::Sources => nav::sources,
        Route::Glossary => nav::glossary,
        Route::Data => nav::data,
        Route::Method => nav::method,
        Route::Embed => nav::embed,
        Route::About => nav::about,
        Route::Table(key) => return table(lang, key),
    };
    word(lang)
}

/// The title of a page by itself, without the name of the site.
#[must_use]
pub fn title(route: Route, lang: Lang) -> &'static str {
    match route {
        Route::Story => nav::story_title(lang),
        other => name(other, lang),
    }
}

/// What a page is for, as a sentence.
#[must_use]
pub fn about(route: Route, lang: Lang) -> &'static str {
    let word = match route {
        Route::Story => nav::story_about,
        Route::Motor => nav::motor_about,
        Route::Turbine => nav::turbine_about,
        Route::Products => nav::products_about,
        Route::Demand => nav::demand_about,
        Route::Shocks => nav::shocks_about,
        Route::Balance => nav::balance_about,
        Route::Compare => nav::compare_about,
        Route::Everything => nav::everything_about,
        Route::Material => nav::material_about,
        Route::Process => nav::process_about,
        Route::Chain => nav::chain_about,
        Route::Timeline => nav::timeline_about,
        Route::Uses => nav::uses_about,
        Route::Prices => nav::prices_about,
        Route::Paths => nav::paths_about,
        Route::Uncertainty => site::uncertainty_about,
        Route::Claims => site::claims_about,
        Route::Inputs => site::inputs_about,
        Route::Sources => site::sources_about,
        Route::Glossary => site::glossary_about,
        Route::Data => site::data_about,
        Route::Method => nav::method_about,
        Route::Embed => nav::embed_about,
        Route::About => nav::about_about,
        Route::Table(key) => return table(lang, key),
    };
    word(lang)
}

/// What a group of pages is called.
pub(super) fn group(group: Group, lang: Lang) -> &'static str {
    match group {
        Group::Compute => nav::compute(lang),
        Group::Understand => nav::understand(lang),
        Group::Check => nav::check(lang),
        Group::Site => nav::about_site(lang),
    }
}
