//! Writes every page in every language as static HTML into the finished site, and what lists and describes the pages:
//! `prerender <site> <static-data> [<address of the site> [releases]]`, or `prerender check <address>`. With `releases` the
//! site keeps each release at its own address, and says where.
//!
//! Runs after the programs are built, whose files it names. Not here: what stands on the pages.

use std::path::Path;
use std::process::ExitCode;
use std::rc::Rc;

use lodestone::app::{App, Props as AppProps};
use lodestone::explainer::{Explainer, Kept, Props as ExplainerProps};
use lodestone::likely::begin::Begin;
use lodestone::likely::stories::Stories;
use lodestone::reference::{Props as ReferenceProps, Reference, TABLES};
use lodestone::route::{Group, Route, folder};
use lodestone::site::Site;
use lodestone::site::address::Address;
use lodestone::site::assets::{Assets, save};
use lodestone::site::behind::Behind;
use lodestone::site::document::{Parts, document, top};
use lodestone::site::frame::{Foot, Head, Props as FrameProps, Title};
use lodestone::site::kept;
use lodestone::site::listing::{robots, sitemap};
use lodestone::site::missing::missing;
use lodestone::site::oembed::{self, oembed};
use lodestone::site::offline;
use lodestone::site::tables::{TableData, Tables};
use lodestone::site::terms::{self, Props as TermsProps, Terms};
use lodestone::site::widget::{self as framed, framed_page, whole};
use lodestone::text::Lang;
use lodestone::widget;
use lodestone_model::uncertainty::Section;
use yew::prelude::*;
use yew::{BaseComponent, LocalServerRenderer};

/// The cards, beside the tables.
const CARDS: &str = "cards";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let done = match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["check", address] => Address::read(address).map(|_| None),
        [site, tables] => run(site, tables, None, Kept(None)).map(Some),
        [site, tables, address] => {
            Address::read(address).and_then(|address| run(site, tables, Some(address), Kept(None))).map(Some)
        }
        [site, tables, address, "releases"] => Address::read(address)
            .and_then(|address| run(site, tables, Some(address.clone()), Kept(Some(address))))
            .map(Some),
        _ => {
            eprintln!("prerender: two folders are needed, the finished site and the tables.");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(pages) => {
            pages.iter().for_each(|pages| println!("{pages} pages."));
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("prerender: {why}");
            ExitCode::FAILURE
        }
    }
}

fn run(site: &str, tables: &str, address: Option<Address>, kept: Kept) -> Result<usize, String> {
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(|e| e.to_string())?;
    runtime.block_on(write(Path::new(site), Path::new(tables), address, &kept))
}

async fn write(
    folder_of_site: &Path,
    folder_of_tables: &Path,
    address: Option<Address>,
    kept_releases: &Kept,
) -> Result<usize, String> {
    let assets = Assets::write(folder_of_site, &folder_of_tables.with_file_name(CARDS))?;
    let (version, dated) = edition(folder_of_tables)?;
    let site = Site { assets, address, version, dated };
    let all: Vec<TableData> = TABLES.iter().map(|name| read(folder_of_tables, name)).collect::<Result<_, _>>()?;
    let tables = Tables::new(all);
    let routes: Vec<Route> = Route::ALL.into_iter().chain(TABLES.map(Route::Table)).collect();
    let (drawn, stories) = (Begin::drawn(Section::ALL), Stories::write());
    let packed = whole::Packed::read(folder_of_site, &site)?;
    let (mut taken, mut documents) = (Vec::new(), Vec::new());
    for route in &routes {
        let begin = if route.computes() { drawn.of(*route) } else { Begin::default() };
        for lang in Lang::ALL {
            let body = content(*route, lang, &tables, &begin, &stories, kept_releases).await;
            let behind = match route.computes() {
                true => render::<Behind>(FrameProps { route: *route, lang }, false).await,
                false => {
                    let terms = terms::of_document(*route, lang, &body);
                    render::<Terms>(TermsProps { lang, route: *route, terms }, false).await
                }
            };
            let parts = Parts {
                head: render::<Head>(FrameProps { route: *route, lang }, false).await,
                title: render::<Title>(FrameProps { route: *route, lang }, false).await,
                body,
                behind,
                bands: if *route == Route::Compare { stories.clone() } else { begin.write() },
                foot: render::<Foot>(FrameProps { route: *route, lang }, false).await,
            };
            taken.push(offline::Page::new(*route, lang, &parts));
            let html = document(*route, lang, &parts, &site);
            let place = folder_of_site.join(folder(lang)).join(route.path());
            save(&place.join("index.html"), html.as_bytes())?;
            documents.push((format!("{}/{}", folder(lang), route.path()), html));
            if widget::height(*route).is_some() {
                save(&place.join(widget::FILE), framed_page(*route, lang, &parts, &site).as_bytes())?;
                let html = packed.widget(folder_of_site, *route, lang, &parts, &site)?;
                save(&place.join(whole::FILE), html.as_bytes())?;
            }
            if let Some(said) = oembed(*route, lang, &site) {
                save(&place.join(oembed::FILE), said.as_bytes())?;
            }
        }
    }
    let put = |name: &str, text: String| save(&folder_of_site.join(name), text.as_bytes());
    put(offline::FILE, offline::file(folder_of_site, &taken, &Lang::ALL, &site)?)?;
    for lang in Lang::ALL {
        put(&offline::file_of(lang), offline::file(folder_of_site, &taken, &[lang], &site)?)?;
    }
    for (place, name, html) in [
        ("", "index.html", top(&site)),
        ("404.html", "404.html", missing(&site)),
        (kept::AWAY, kept::AWAY, kept::away(&site)),
    ] {
        put(name, html.clone())?;
        documents.push((place.to_owned(), html));
    }
    let documents = documents.iter().map(|(place, html)| (place.as_str(), html.as_str()));
    put(kept::WORKER, kept::worker(documents, &site.assets))?;
    for lang in Lang::ALL {
        put(&kept::app_file(lang), kept::app(lang))?;
    }
    for (icon, _) in kept::ICONS {
        let from = folder_of_tables.with_file_name(CARDS).join(icon);
        let picture = std::fs::read(&from).map_err(|e| format!("{} could not be read ({e}).", from.display()))?;
        save(&folder_of_site.join(icon), &picture)?;
    }
    for (name, text) in [framed::ELEMENT, framed::MESSAGES] {
        put(name, text.to_owned())?;
    }
    if let Some(address) = &site.address {
        put("sitemap.xml", sitemap(address, &routes))?;
        put("robots.txt", robots(address))?;
    }
    Ok(routes.len() * Lang::ALL.len())
}

/// Version and day of the data.
fn edition(tables: &Path) -> Result<(String, String), String> {
    let file = tables.join("datapackage.json");
    let fault = |e: &dyn std::fmt::Display| format!("{} could not be read ({e}).", file.display());
    let text = std::fs::read_to_string(&file).map_err(|e| fault(&e))?;
    let package: serde_json::Value = serde_json::from_str(&text).map_err(|e| fault(&e))?;
    let field = |key: &str| package[key].as_str().map(str::to_owned).ok_or_else(|| fault(&format!("no {key}")));
    let day = field("created")?;
    Ok((field("version")?, day.split('T').next().unwrap_or(&day).to_owned()))
}

async fn content(route: Route, lang: Lang, tables: &Tables, begin: &Begin, stories: &str, kept: &Kept) -> String {
    let (tables, begin) = (tables.clone(), begin.clone());
    match route.group() {
        Group::Compute => {
            render::<App>(AppProps { lang, route, begin, stories: Rc::new(Stories::read(stories)), whole: false }, true)
                .await
        }
        Group::Check => render::<Reference>(ReferenceProps { route, lang, tables }, false).await,
        Group::Understand | Group::Site => {
            let page = ExplainerProps { route, lang, tables };
            render::<Told>(ToldProps { page, kept: kept.clone() }, false).await
        }
    }
}

#[derive(Properties, PartialEq, Clone)]
struct ToldProps {
    page: ExplainerProps,
    kept: Kept,
}

/// A page of the explainer that is told what the site keeps.
#[component]
fn Told(props: &ToldProps) -> Html {
    html! {
        <ContextProvider<Kept> context={props.kept.clone()}><Explainer ..props.page.clone() /></ContextProvider<Kept>>
    }
}

async fn render<C: BaseComponent>(props: C::Properties, hydratable: bool) -> String
where
    C::Properties: Clone,
{
    LocalServerRenderer::<C>::with_props(props).hydratable(hydratable).render().await
}

fn read(tables: &Path, name: &'static str) -> Result<TableData, String> {
    let file = tables.join(name).with_extension("csv");
    let fault = |e: csv::Error| format!("{} could not be read ({e}).", file.display());
    let mut reader = csv::Reader::from_path(&file).map_err(fault)?;
    let cells = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect::<Vec<_>>();
    let head = cells(reader.headers().map_err(fault)?);
    let rows = reader.records().map(|r| r.map(|r| cells(&r))).collect::<Result<_, _>>().map_err(fault)?;
    Ok(TableData { name, head, rows })
}
