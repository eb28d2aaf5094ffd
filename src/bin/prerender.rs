//! Writes the reference pages as static HTML into the finished site: `prerender <site> <static-data>`.
//!
//! Runs after the page is built, whose style sheets it links. Not here: what stands on the pages.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use lodestone::reference::{Page, Props, Reference, TABLES, TableData, document, folder};
use lodestone::text::Lang;
use yew::LocalServerRenderer;

/// Style sheets that the calculator does not link at first: of the panel with its plots, and of the reference pages.
const STYLES: [(&str, &str); 2] = [
    ("study.css", include_str!("../../styles/study.css")),
    ("reference.css", include_str!("../../styles/reference.css")),
];
/// What starts the program that finds claims.
const FINDER: &str = "find.js";

fn main() -> ExitCode {
    let mut args = std::env::args_os().skip(1).map(PathBuf::from);
    let (Some(site), Some(tables)) = (args.next(), args.next()) else {
        eprintln!("prerender: two folders are needed, the finished site and the tables.");
        return ExitCode::from(2);
    };
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    match runtime.map_err(|e| e.to_string()).and_then(|r| r.block_on(write(&site, &tables))) {
        Ok(pages) => {
            println!("{pages} reference pages.");
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("prerender: {why}");
            ExitCode::FAILURE
        }
    }
}

async fn write(site: &Path, tables: &Path) -> Result<usize, String> {
    let styles = styles(site)?;
    for (name, text) in STYLES {
        save(&site.join(name), text)?;
    }
    let browsed: Vec<TableData> = TABLES.iter().map(|name| read(tables, name)).collect::<Result<_, _>>()?;
    let mut pages = 0;
    for lang in Lang::ALL {
        let listed = Page::ALL.into_iter().map(|page| (page, None));
        let each = browsed.iter().map(|table| (Page::Table(table.name), Some(table.clone())));
        for (page, table) in listed.chain(each) {
            let props = Props { page: page.clone(), lang, table };
            let body = LocalServerRenderer::<Reference>::with_props(props).hydratable(false).render().await;
            let script = (page == Page::Claims).then_some(FINDER).filter(|name| site.join(name).is_file());
            let html = document(&page, lang, &body, &styles, script);
            save(&site.join(folder(lang)).join(page.path()).join("index.html"), &html)?;
            pages += 1;
        }
    }
    Ok(pages)
}

/// The style sheets of the site that the pages share with the calculator, in the order in which it links them.
fn styles(site: &Path) -> Result<Vec<String>, String> {
    let fault = |e: std::io::Error| format!("{} could not be read ({e}).", site.display());
    let all: Vec<String> = std::fs::read_dir(site)
        .map_err(fault)?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".css") && STYLES.iter().all(|(own, _)| own != name))
        .collect();
    let find = |begin: &str| {
        let found = all.iter().find(|name| name.starts_with(begin));
        found.cloned().ok_or_else(|| format!("{}: the site has no style sheet {begin}…css.", site.display()))
    };
    let own = STYLES.iter().map(|(name, _)| (*name).to_owned());
    Ok([find("tokens")?, find("base")?, find("results")?].into_iter().chain(own).collect())
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

fn save(file: &Path, text: &str) -> Result<(), String> {
    let folder = file.parent().unwrap_or(Path::new("."));
    let done = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(file, text));
    done.map_err(|e| format!("{} could not be written ({e}).", file.display()))
}
