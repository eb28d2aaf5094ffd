//! Builds, checks, serves and packs Lodestone. `cargo xtask help` lists what it can do.
//!
//! ```text
//! serve ─┐                ┌▶ trunk ─▶ words, shrink (shorter names)
//! test  ─┤                ├▶ prerender ─▶ named (what documents name is there)
//! dist  ─┼▶ tools ─▶ site ┼▶ hosting ─▶ compress
//! sizes ─┤                ├▶ package (for JavaScript)
//! bench ─┘                ├▶ sums ─▶ dist/ ─▶ keep (releases/), release
//!                         └▶ twice: all of it in two folders, compared
//! ```

mod archive;
mod bench;
mod browser;
mod cards;
mod command;
mod compress;
mod data;
mod debian;
mod engines;
mod features;
mod hosting;
mod hosts;
mod keep;
mod laws;
mod lighthouse;
mod montecarlo;
mod named;
mod package;
mod peers;
mod redraw;
mod release;
mod run;
mod serve;
mod shrink;
mod site;
mod sizes;
mod styles;
mod summary;
mod sums;
mod test;
mod tools;
mod twice;
mod words;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use engines::Engine;
use tools::Outcome;

const HELP: &str = "cargo xtask serve    build the page, serve it on this machine, print its address
cargo xtask test     format, lints, all tests, browser tests on the optimised page in Chromium
  … --all-browsers   those that are for every engine in Firefox and WebKitGTK too
  … --of FOLDER [ENGINE …]  the browser tests alone, on the site that is built there; ENGINE as chromium, firefox, webkit
cargo xtask dist     leave the finished static site in dist/
  … --site ADDRESS   whole addresses in its pages, a sitemap and robots.txt; ADDRESS as https://example.org/folder/
  … --keep FOLDER    every release at releases/<name>/ too; FOLDER has the archives of earlier ones; wants --site
cargo xtask release  from the site in dist/, fill release/: its archive, offline files, package, notes, sums
cargo xtask twice    build the site in two folders from clean copies of the sources; fails where a byte differs
cargo xtask package  make the JavaScript package anew, from the site in dist/
cargo xtask sizes    bytes of a first visit of each page; fails above the budget
  … accept           the same, and these are the figures to compare with from now on
cargo xtask cards    take the pictures that stand for pages where they are linked
cargo xtask bench    time of a report, of a batch, from a key to the paint of its answer, of a million draws
  … monte-carlo      the last of these only
  … load [PAGE …]    each page on a slow network and a slow machine, or those whose addresses contain PAGE
  … lighthouse [PAGE …]  what Lighthouse says of them
cargo xtask data     check static-data, and what the site publishes of it, with the frictionless tool
`sizes`, `load` and `lighthouse` build the site first; with --of FOLDER they take the programs that are built there.";

/// What stands behind the name of a task.
struct Given {
    /// Words without a dash.
    words: Vec<String>,
    /// `--site`: where the site will stand.
    site: Option<String>,
    /// `--of`: a folder with a built site.
    of: Option<PathBuf>,
    /// `--all-browsers`: the tests run in every engine.
    all_browsers: bool,
    /// `--keep`: a folder with archives of earlier releases.
    keep: Option<PathBuf>,
}

impl Given {
    fn read(mut rest: impl Iterator<Item = String>) -> Outcome<Self> {
        let mut given = Self { words: Vec::new(), site: None, of: None, keep: None, all_browsers: false };
        while let Some(word) = rest.next() {
            let mut value = || rest.next().ok_or_else(|| format!("{word} needs a value."));
            match word.as_str() {
                "--site" => given.site = Some(value()?),
                "--of" => given.of = Some(value()?.into()),
                "--keep" => given.keep = Some(value()?.into()),
                "--all-browsers" => given.all_browsers = true,
                _ if word.starts_with('-') => {
                    return Err(format!("“{word}” is no option; accepted: --site, --of, --keep, --all-browsers."));
                }
                _ => given.words.push(word),
            }
        }
        Ok(given)
    }

    fn word(&self) -> Option<&str> {
        self.words.first().map(String::as_str)
    }

    fn of(&self) -> Option<&Path> {
        self.of.as_deref()
    }
}

fn test(given: &Given) -> Outcome<()> {
    let named = given.words.iter().map(|word| Engine::named(word)).collect::<Outcome<Vec<_>>>()?;
    let engines = match (given.all_browsers, named.as_slice()) {
        (true, []) => &Engine::ALL,
        (false, []) => &[Engine::Chromium][..],
        (true, _) => return Err("--all-browsers means every engine; name engines without it.".into()),
        (false, named) => named,
    };
    match given.of() {
        Some(folder) => test::of(folder, engines),
        None if named.is_empty() => test::run(engines),
        None => Err("engines are named for a site that is built: cargo xtask test --of FOLDER ENGINE.".into()),
    }
}

fn sizes(given: &Given) -> Outcome<()> {
    let dist = match given.of() {
        Some(folder) => site::finish(folder, None).map(|()| folder.to_owned()),
        None => site::publish(None),
    };
    sizes::run(&dist?, given.word() == Some("accept")).map(drop)
}

fn dist(given: &Given) -> Outcome<()> {
    let dist = match (given.keep.as_deref(), given.site.as_deref()) {
        (Some(archives), Some(address)) => site::publish_with_releases(address, archives)?,
        // The same page stands at the top and in the folder of its release: it links releases by whole addresses.
        (Some(_), None) => {
            return Err("--keep wants the address of the site too: --site https://example.org/folder/.".into());
        }
        (None, address) => site::publish(address)?,
    };
    println!("The site is in {}.", dist.display());
    Ok(())
}

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let task = args.next().unwrap_or_default();
    let done = Given::read(args).and_then(|given| {
        let done = match task.as_str() {
            other if given.all_browsers && other != "test" => {
                Err("--all-browsers goes with the task test only.".into())
            }
            "serve" => serve::run(),
            "test" => test(&given),
            "dist" => dist(&given),
            "sizes" => sizes(&given),
            "package" => package::run(),
            "release" => release::run(),
            "twice" => twice::run(given.site.as_deref()),
            "cards" => cards::run(),
            "bench" => bench::run(given.word(), given.words.get(1..).unwrap_or_default(), given.of()),
            "data" => data::run(),
            _ => return Ok(false),
        };
        done.map(|()| true)
    });
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => {
            println!("{HELP}");
            if matches!(task.as_str(), "" | "help") { ExitCode::SUCCESS } else { ExitCode::from(2) }
        }
        Err(why) => {
            eprintln!("xtask {task}: {why}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Outcome<Given> {
        Given::read(text.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn options_and_words_are_told_apart_and_what_is_unknown_is_refused() {
        let given = read("load motor --of target/measured en/ --site https://example.org/").unwrap();
        assert_eq!((given.word(), &given.words[1..]), (Some("load"), &["motor".to_owned(), "en/".to_owned()][..]));
        assert_eq!(
            (given.of(), given.site.as_deref()),
            (Some(Path::new("target/measured")), Some("https://example.org/"))
        );
        let kept = read("--site https://example.org/ --keep earlier").unwrap();
        assert_eq!(kept.keep.as_deref(), Some(Path::new("earlier")));
        assert!(dist(&read("--keep earlier").unwrap()).unwrap_err().contains("--site https://example.org/folder/"));
        assert_eq!(read("--site").err().unwrap(), "--site needs a value.");
        assert!(read("--sight x").err().unwrap().contains("“--sight” is no option"));
        assert!(read("--all-browsers").unwrap().all_browsers && !read("").unwrap().all_browsers);
    }

    #[test]
    fn engines_are_named_for_a_built_site_and_not_beside_all_of_them() {
        let refused = |text: &str| test(&read(text).unwrap()).unwrap_err();
        assert!(refused("lynx --of dist").contains("accepted: chromium, firefox, webkit"));
        assert!(refused("firefox --all-browsers --of dist").contains("without it"));
        assert!(refused("firefox").contains("--of FOLDER ENGINE"));
    }
}
