//! What a finished document names: read off its text, so that nothing else has to know it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::hosting::is_hashed;
use crate::tools::{self, Outcome};

/// Relations of a link whose file is fetched with the page.
const FETCHED: [&str; 3] = ["stylesheet", "preload", "modulepreload"];
/// Stands before the name of the words with which a page begins.
const WORDS: &str = "\"words\":{";
/// Begins those of the panel, which are fetched when it is asked for; a page without figures to open has none.
const LATER: &str = "\"study\"";
/// The folder of hashed files that do not stand at the top.
const CARDS: &str = "cards/";
/// Stands before the address of an offered file; the folder of these files.
const OFFERED: &str = "\"contentUrl\":\"";
const DATA: &str = "data/";
/// Begins a digest.
const DIGEST: &str = "sha256-";

/// Every name in a document that tells the content of its file, from the top of the site.
pub fn hashed(html: &str) -> BTreeSet<String> {
    let of_a_path = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '/');
    let words = html.split(|c| !of_a_path(c)).filter(|word| word.contains('.') && is_hashed(word));
    let name = |word: &str| {
        let (folder, name) = word.rsplit_once('/').unwrap_or(("", word));
        if folder.ends_with("cards") { format!("{CARDS}{name}") } else { name.to_owned() }
    };
    words.map(name).collect()
}

/// The files that are fetched with a document, from the top of the site: what its head links, and the words that its
/// script asks for.
pub fn fetched(html: &str) -> BTreeSet<String> {
    let words = html.split_once(WORDS).and_then(|(_, rest)| rest.split('}').next()).unwrap_or_default();
    let words = words.split(LATER).next().unwrap_or_default();
    let links = html.split("<link ").skip(1).filter_map(|rest| rest.split('>').next());
    let with = |link: &&str| FETCHED.iter().any(|rel| link.contains(&format!("rel=\"{rel}\"")));
    links.filter(with).chain([words]).flat_map(hashed).collect()
}

/// Every digest of a file in a document; those of its own lines of script stand in other quotes.
fn digests(html: &str) -> BTreeSet<&str> {
    html.split('"').filter(|word| word.starts_with(DIGEST)).collect()
}

/// The published files that a document offers to programs, from the top of the site.
fn offered(html: &str) -> impl Iterator<Item = String> {
    let addresses = html.split(OFFERED).skip(1).filter_map(|rest| rest.split('"').next());
    addresses.filter_map(|address| address.rsplit_once(DATA)).map(|(_, name)| format!("{DATA}{name}"))
}

/// Checks that every file that a document of the site names by its content is there, that every digest in a document is
/// that of a file that it names, and that every file that it offers is published.
pub fn check(dist: &Path) -> Outcome<()> {
    for file in tools::below(dist)?.iter().filter(|f| f.extension().is_some_and(|e| e == "html")) {
        let html = fs::read_to_string(file).map_err(|e| format!("{}: {e}.", file.display()))?;
        let here = file.strip_prefix(dist).unwrap_or(file).display().to_string();
        let mut known = BTreeSet::new();
        for name in hashed(&html) {
            let bytes = fs::read(dist.join(&name)).map_err(|e| format!("{here} names {name}: {e}."))?;
            known.insert(format!("{DIGEST}{}", STANDARD.encode(Sha256::digest(&bytes))));
        }
        if let Some(wrong) = digests(&html).into_iter().find(|digest| !known.contains(*digest)) {
            return Err(format!("{here}: no file that it names has the digest {wrong}."));
        }
        if let Some(none) = offered(&html).find(|name| !dist.join(name).is_file()) {
            return Err(format!("{here} offers {none}, which is not published."));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_named_file_must_be_there_and_be_what_its_digest_says() {
        let site = tempfile::tempdir().unwrap();
        let name = "site-0123456789abcdef.css";
        let digest = format!("{DIGEST}{}", STANDARD.encode(Sha256::digest(b"a{}")));
        let html = format!(
            "<link rel=\"stylesheet\" href=\"../{name}\" integrity=\"{digest}\"><meta content=\"http://127.0.0.1:80/cards/a-0123456789abcdef.png\"><p>a &lt; b"
        );
        fs::write(site.path().join("index.html"), &html).unwrap();
        assert_eq!(fetched(&html).into_iter().collect::<Vec<_>>(), [name]);
        let words = format!("{html}<script>{WORDS}../words-page-en-0123456789abcdef.txt\",\"{digest}\"]");
        assert!(fetched(&words).contains("words-page-en-0123456789abcdef.txt"));
        assert_eq!(hashed(&html).into_iter().collect::<Vec<_>>(), ["cards/a-0123456789abcdef.png", name]);
        assert!(check(site.path()).unwrap_err().contains("index.html names cards/a-"));
        fs::create_dir(site.path().join("cards")).unwrap();
        fs::write(site.path().join("cards/a-0123456789abcdef.png"), "").unwrap();
        fs::write(site.path().join(name), "a{}").unwrap();
        check(site.path()).unwrap();
        let offer = format!("{html}{OFFERED}https://example.org/data/fx.csv\"");
        fs::write(site.path().join("index.html"), offer).unwrap();
        assert!(check(site.path()).unwrap_err().contains("data/fx.csv, which is not published"));
        fs::create_dir(site.path().join("data")).unwrap();
        fs::write(site.path().join("data/fx.csv"), "").unwrap();
        check(site.path()).unwrap();
        fs::write(site.path().join(name), "a{color:red}").unwrap();
        assert!(check(site.path()).unwrap_err().contains(&digest));
    }
}
