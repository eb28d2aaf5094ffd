//! What stands around the content of every page: navigation and languages above, the foot below.
//!
//! It is the same whatever a reader sets, so no program touches it: links that keep the state have `data-keep`, and a few
//! lines of script in the document give them the query of the address.

use lodestone_model::data::DATA_VERSION;
use yew::prelude::*;

use super::names;
use crate::route::{Group, Route};
use crate::text::{Lang, nav as words};

/// Properties of [`Head`], [`Title`] and [`Foot`].
#[derive(Properties, PartialEq, Clone, Copy)]
pub struct Props {
    /// The page.
    pub route: Route,
    /// Language of the reader.
    pub lang: Lang,
}

/// The skip link, the name of the site, the languages, the navigation.
#[component]
pub fn Head(props: &Props) -> Html {
    let Props { route, lang } = *props;
    // Where a calculator begins with the shock, its fields come first, behind the answers.
    let shock = matches!(route, Route::Motor | Route::Turbine | Route::Products | Route::Shocks);
    let skip = if shock { "#shock" } else { "#content" };
    let language = |other: Lang| {
        let current = (other == lang).then_some("true");
        html! {
            <a href={route.to(route, other)} hreflang={other.tag()} lang={other.tag()} translate="no" data-keep="" aria-current={current}>
                { other.name() }
            </a>
        }
    };
    let menu = |group: Group| {
        let here = (route.group() == group).then_some("here");
        html! {
            <details class={classes!("menu", here)} name="menu">
                <summary>{ names::group(group, lang) }</summary>
                { pages(route, lang, group) }
            </details>
        }
    };
    html! {
        <>
            <a class="skip" href={skip}>{ words::skip(lang) }</a>
            <header class="site">
                <div class="bar">
                    <p class="name" translate="no"><a href={route.to(Route::Story, lang)} data-keep="">{ words::site(lang) }</a></p>
                    <nav class="menus" aria-label={words::nav(lang)}>{ for Group::ALL.into_iter().map(menu) }</nav>
                    <nav class="languages" aria-label={words::languages(lang)}>{ for Lang::ALL.into_iter().map(language) }</nav>
                </div>
            </header>
        </>
    }
}

/// The title of a page that computes, and what it is for.
#[component]
pub fn Title(props: &Props) -> Html {
    let Props { route, lang } = *props;
    html! {
        <div class="title">
            <h1>{ names::title(route, lang) }</h1>
            <p class="lead">{ names::about(route, lang) }</p>
        </div>
    }
}

fn pages(route: Route, lang: Lang, group: Group) -> Html {
    let link = |other: Route| {
        let current = (other == route).then_some("page");
        // Only pages that compute know what to do with a state.
        let keep = other.computes().then_some("");
        html!(<li><a href={route.to(other, lang)} data-keep={keep} aria-current={current}>{ names::name(other, lang) }</a></li>)
    };
    html!(<ul>{ for Route::ALL.into_iter().filter(|r| r.group() == group).map(link) }</ul>)
}

/// All pages, licences, version.
#[component]
pub fn Foot(props: &Props) -> Html {
    let Props { route, lang } = *props;
    let column = |group: Group| html!(<div><h2>{ names::group(group, lang) }</h2>{ pages(route, lang, group) }</div>);
    html! {
        <footer class="site">
            <div class="map">{ for Group::ALL.into_iter().map(column) }</div>
            <p>{ words::licence(lang) }</p>
            <p>{ words::privacy(lang) }</p>
            <p>{ words::version(lang, env!("CARGO_PKG_VERSION"), DATA_VERSION) }</p>
        </footer>
    }
}
