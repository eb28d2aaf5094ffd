//! What the site says of itself to programs that look for pages: `sitemap.xml` and `robots.txt`. Both hold whole addresses.

use super::address::Address;
use super::head::below;
use crate::route::Route;
use crate::text::Lang;

/// All pages in all languages, each with its others.
#[must_use]
pub fn sitemap(address: &Address, routes: &[Route]) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for route in routes {
        let at = |lang: Lang| address.to(&below(*route, lang));
        let link = |tag: &str, at: &str| format!("<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{at}\"/>");
        let others: String = Lang::ALL.into_iter().map(|lang| link(lang.tag(), &at(lang))).collect();
        let others = others + &link("x-default", &address.to(""));
        for lang in Lang::ALL {
            out += &format!("<url><loc>{}</loc>{others}</url>\n", at(lang));
        }
    }
    out + "</urlset>\n"
}

/// Everybody may read everything; here is the list.
#[must_use]
pub fn robots(address: &Address) -> String {
    format!("User-agent: *\nAllow: /\n\nSitemap: {}\n", address.to("sitemap.xml"))
}
