//! A document that says one thing in all languages at once, with links onward: for an address where there is no page, and for
//! a page that is not at hand. It runs nothing.

use super::head::ICON;
use super::policy::{Doing, policy};
use super::{Site, escaped};
use crate::route::{Route, folder};
use crate::text::{Lang, nav};

/// What such a document says.
pub(super) struct Told<'a> {
    /// What its addresses begin with, a slash at the end.
    pub top: &'a str,
    /// What has happened, in a few words.
    pub title: fn(Lang) -> &'static str,
    /// The same in a sentence that leads to the links.
    pub why: fn(Lang) -> &'static str,
    /// The links: a page and its name.
    pub onward: &'a dyn Fn(Lang) -> Vec<(Route, String)>,
    /// Stands behind the name of the site in its heading, such as a number.
    pub heading: &'a str,
}

impl Told<'_> {
    /// The document.
    pub fn document(&self, site: &Site) -> String {
        let top = self.top;
        let section = |lang: Lang| {
            let link = |(route, name): (Route, String)| {
                format!("<li><a href=\"{top}{}/{}\">{}</a></li>", folder(lang), route.path(), escaped(&name))
            };
            let links: String = (self.onward)(lang).into_iter().map(link).collect();
            format!(
                "<section lang=\"{}\"><h2>{}</h2><p>{}</p><ul>{links}</ul></section>",
                lang.tag(),
                escaped((self.title)(lang)),
                escaped((self.why)(lang)),
            )
        };
        let sections: String = Lang::ALL.into_iter().map(section).collect();
        let style = &site.assets.style;
        format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"{}\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"robots\" content=\"noindex\"><link rel=\"stylesheet\" href=\"{top}{}\" integrity=\"{}\"><title>{} – Lodestone</title>{ICON}</head><body class=\"reference\"><main id=\"content\"><h1><span translate=\"no\">{}</span>{}</h1>{sections}</main></body></html>\n",
            policy([], Doing::Nothing),
            style.name,
            style.integrity,
            escaped((self.title)(Lang::En)),
            nav::site(Lang::En),
            self.heading,
        )
    }
}
