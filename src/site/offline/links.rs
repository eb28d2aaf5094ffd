//! Links of a page as they are inside the one file: `#/en/motor/?ev-magnet-kg=3#shock`. None leads nowhere.

use std::collections::{BTreeMap, BTreeSet};

use super::super::address::Address;

/// Stands before the address of a link.
const HREF: &str = " href=\"";
/// What a page's own program writes, so that its ids are not in the document.
const WRITTEN_LATER: &str = "/calculator/";

/// The pages of the file, by folder and path (`en/motor/`), with the ids in each.
pub(super) struct Inside(BTreeMap<String, BTreeSet<String>>);

impl Inside {
    pub(super) fn of<'a>(pages: impl Iterator<Item = (String, &'a str)>) -> Self {
        let ids = |body: &str| {
            body.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
        };
        Self(pages.map(|(place, body)| (place, ids(body))).collect())
    }

    /// The body of the page at `place` with its links as they are in the file. What is not in the file gets its whole address,
    /// or, where that of the site is not known, stays as text.
    ///
    /// # Errors
    /// A sentence that names page and link, for one that leads to no part of a page.
    pub(super) fn settled(&self, place: &str, body: &str, address: Option<&Address>) -> Result<String, String> {
        let mut parts = body.split(HREF);
        let mut out = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (href, rest) = part.split_once('"').ok_or_else(|| format!("{place}: a link has no end."))?;
            match self.settle(place, href, address)? {
                Some(to) => out += &format!("{HREF}{to}\""),
                // A link without an address is text, to keys and readers too.
                None => out += &format!(" data-file=\"{href}\""),
            }
            out += rest;
        }
        Ok(out)
    }

    fn settle(&self, place: &str, href: &str, address: Option<&Address>) -> Result<Option<String>, String> {
        let foreign = href.split(['/', '?', '#']).next().is_some_and(|first| first.contains(':'));
        if foreign {
            return Ok(Some(href.to_owned()));
        }
        let (path, rest) = href.find(['?', '#']).map_or((href, ""), |at| href.split_at(at));
        let fragment = rest.split_once('#').map(|(_, id)| id).filter(|id| !id.is_empty());
        let to = if path.is_empty() { place.to_owned() } else { joined(place, path) };
        let Some(ids) = self.0.get(&to) else {
            return Ok(address.map(|address| address.to(&format!("{to}{rest}"))));
        };
        match fragment {
            Some(id) if !ids.contains(id) && !to.ends_with(WRITTEN_LATER) => {
                Err(format!("{place} links {href}, and {to} has no part of that name."))
            }
            _ if path.is_empty() && rest.starts_with('#') => Ok(Some(rest.to_owned())),
            _ => Ok(Some(format!("#/{to}{rest}"))),
        }
    }
}

/// Where a path leads from a place.
fn joined(place: &str, path: &str) -> String {
    let mut at: Vec<&str> = place.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(at.pop()),
            other => at.push(other),
        }
    }
    let end = if path.ends_with('/') || path.ends_with("..") { "/" } else { "" };
    format!("{}{end}", at.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOTOR: &str = "<section id=\"shock\"></section>";

    fn settled(href: &str, address: Option<&str>) -> Result<String, String> {
        let pages = [("en/motor/", MOTOR), ("en/", ""), ("en/data/fx/", ""), ("en/calculator/", "")];
        let inside = Inside::of(pages.map(|(place, body)| (place.to_owned(), body)).into_iter());
        let address = address.map(|a| Address::read(a).unwrap());
        inside.settled("en/motor/", &format!("<a class=\"x\" href=\"{href}\">y</a>"), address.as_ref())
    }

    #[test]
    fn links_between_pages_of_the_file_stay_in_it() {
        for (href, to) in [
            ("../", "#/en/"),
            ("../../en/", "#/en/"),
            ("../data/fx/", "#/en/data/fx/"),
            ("../calculator/?wind-mw=3#uncertainty", "#/en/calculator/?wind-mw=3#uncertainty"),
            ("#shock", "#shock"),
            ("../motor/#shock", "#/en/motor/#shock"),
            ("https://example.org/en/motor/", "https://example.org/en/motor/"),
            ("mailto:a@example.org", "mailto:a@example.org"),
        ] {
            assert_eq!(settled(href, None).unwrap(), format!("<a class=\"x\" href=\"{to}\">y</a>"), "{href}");
        }
    }

    #[test]
    fn what_is_not_in_the_file_is_named_whole_or_is_no_link() {
        let at = settled("../../data/fx.csv", Some("https://example.org/folder/")).unwrap();
        assert_eq!(at, "<a class=\"x\" href=\"https://example.org/folder/data/fx.csv\">y</a>");
        let none = settled("../../data/fx.csv", None).unwrap();
        assert_eq!(none, "<a class=\"x\" data-file=\"../../data/fx.csv\">y</a>");
        let korean = settled("../../ko/motor/", None).unwrap();
        assert!(!korean.contains(" href="), "{korean}");
    }

    #[test]
    fn a_link_to_no_part_of_a_page_is_named() {
        let why = settled("../motor/#nothing", None).unwrap_err();
        assert!(why.contains("en/motor/") && why.contains("#nothing"), "{why}");
    }
}
