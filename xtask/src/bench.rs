//! Figures, not tests: how long a report takes, how many scenarios a core answers in a second, how long from a key to the
//! paint of its answer, how long a million draws; how pages load on a slow network, and what Lighthouse says of them.

use std::path::{Path, PathBuf};

use crate::browser::Driver;
use crate::serve::Served;
use crate::tools::{self, Outcome, cargo};
use crate::{command, lighthouse, montecarlo, redraw, site};

/// Folders of the languages.
const LANGUAGES: [&str; 3] = ["en", "ko", "zh"];

/// Prints one part, or all but those that look at every page. Of these `pages` says which, by what their addresses
/// contain; `of` is a folder with built programs, where they are not to be built anew.
pub fn run(part: Option<&str>, pages: &[String], of: Option<&Path>) -> Outcome<()> {
    match part {
        None => all(),
        Some("monte-carlo") => montecarlo::bench(),
        Some("redraw") => redraw::bench(),
        Some("load") => {
            let (served, pages) = finished(of, pages)?;
            let driver = Driver::start()?;
            let mut load = driver.told(cargo(), "LODESTONE_PAGE", &served);
            load.env("LODESTONE_PAGES", pages.join(" "));
            // What it measures is the site; it need not be fast itself.
            load.args([
                "bench",
                "--quiet",
                "--profile",
                "dev",
                "--package",
                "lodestone",
                "--features",
                "browser-tests",
            ]);
            tools::run(load.args(["--bench", "load"]))
        }
        Some("lighthouse") => {
            let (served, pages) = finished(of, pages)?;
            lighthouse::bench(&served.address, &pages)
        }
        Some(other) => Err(format!(
            "“{other}” is no part of the benchmark; accepted: monte-carlo, redraw, load, lighthouse, or nothing for the others."
        )),
    }
}

fn all() -> Outcome<()> {
    tools::run(cargo().args(["bench", "--package", "lodestone-model"]))?;
    command::bench()?;
    let dist = site::publish(None)?;
    let served = Served::start(&dist, 0)?;
    let driver = Driver::start()?;
    let mut latency = driver.told(cargo(), "LODESTONE_PAGE", &served);
    tools::run(latency.args(["bench", "--package", "lodestone", "--features", "browser-tests", "--bench", "latency"]))?;
    redraw::bench()?;
    montecarlo::bench()
}

/// The finished site under the address at which it is served, in a folder of its own: what stands in `dist/` is for
/// others. Beside it its pages.
fn finished(of: Option<&Path>, wanted: &[String]) -> Outcome<(Served, Vec<String>)> {
    let folder = of.map_or_else(|| tools::target_dir().join("measured"), PathBuf::from);
    // First the address: the pages name themselves by it.
    let served = Served::start(&folder, 0)?;
    match of {
        Some(_) => site::finish(&folder, Some(&served.address))?,
        None => site::publish_to(&folder, Some(&served.address))?,
    }
    let pages = pages(&folder, wanted)?;
    if pages.is_empty() { Err("no page has such an address.".into()) } else { Ok((served, pages)) }
}

/// The addresses of the pages below a folder that contain one of the wanted parts, or all.
fn pages(folder: &Path, wanted: &[String]) -> Outcome<Vec<String>> {
    let mut found = Vec::new();
    for language in LANGUAGES {
        for file in tools::below(&folder.join(language))? {
            let name = file.strip_prefix(folder).unwrap_or(&file).to_string_lossy().replace('\\', "/");
            found.extend(name.strip_suffix("index.html").map(str::to_owned));
        }
    }
    found.retain(|page| wanted.is_empty() || wanted.iter().any(|part| page.contains(part.as_str())));
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_found_by_what_their_addresses_contain() {
        let site = tempfile::tempdir().unwrap();
        for page in ["en", "en/motor", "ko", "ko/motor", "zh", "zh/data/fx"] {
            std::fs::create_dir_all(site.path().join(page)).unwrap();
            std::fs::write(site.path().join(page).join("index.html"), "").unwrap();
        }
        let of =
            |wanted: &[&str]| pages(site.path(), &wanted.iter().map(|w| (*w).to_owned()).collect::<Vec<_>>()).unwrap();
        assert_eq!(of(&[]).len(), 6);
        assert_eq!(of(&["motor/"]), ["en/motor/", "ko/motor/"]);
        assert_eq!(of(&["ko/", "data/fx"]), ["ko/", "ko/motor/", "zh/data/fx/"]);
    }
}
