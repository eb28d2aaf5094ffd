//! Calculators on pages of others: which there are, the names of their files, and the text by which a page takes one in.
//!
//! Not here: the documents themselves (`site::widget`).

use crate::route::Route;
use crate::text::Lang;

/// The document of a calculator for a frame, beside that of its page.
pub const FILE: &str = "widget.html";
/// The script of the tag, at the top of the site; its name stays, because pages of others link it.
pub const SCRIPT: &str = "lodestone-calc.js";
/// The calculators, and how tall each is in a frame 320 CSS pixels wide, in the tallest of the three languages: a host
/// without a script needs a height that leaves no scroll bar at any width.
pub const WIDGETS: [(Route, u32); 6] = [
    (Route::Motor, 1060),
    (Route::Turbine, 1080),
    (Route::Products, 1100),
    (Route::Demand, 1130),
    (Route::Shocks, 1580),
    (Route::Balance, 1090),
];

/// What a frame shows: one chart, or everything; without it the part that answers.
pub const SHOW: &str = "show";
/// How tall one chart is with its headline, its list of names and the foot.
const CHART: u32 = 620;

/// How tall a frame without a script has to be; `None` for a page that is no calculator of its own.
#[must_use]
pub fn height(route: Route) -> Option<u32> {
    WIDGETS.iter().find(|(r, _)| *r == route).map(|(_, height)| *height)
}

/// What a snippet is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippet<'a> {
    /// The calculator.
    pub route: Route,
    /// Language of the page that takes it in.
    pub lang: Lang,
    /// Address of the top of the site, with a slash at its end.
    pub site: &'a str,
    /// Folder of the calculator below it, with a slash at its end: `en/motor/`.
    pub below: &'a str,
    /// Keys and values of the address.
    pub said: &'a [(String, String)],
    /// What the frame is called, and the link for readers whose browser shows none.
    pub title: &'a str,
}

impl Snippet<'_> {
    /// As a frame, as tall as what it shows; a whole calculator wants [`Snippet::tag`], which fits its height.
    #[must_use]
    pub fn frame(&self) -> String {
        let query = self.query();
        let (src, plain) = (format!("{}{FILE}{query}", self.at()), format!("{}{query}", self.at()));
        let (title, tag) = (quoted(self.title), self.lang.tag());
        let tall =
            if self.said.iter().any(|(key, _)| key == SHOW) { CHART } else { height(self.route).unwrap_or_default() };
        format!(
            "<iframe src=\"{}\"\n  title=\"{title}\" lang=\"{tag}\" width=\"100%\" height=\"{tall}\"\n  style=\"border: 0; aspect-ratio: 4 / 3; min-height: {tall}px\" loading=\"lazy\"><a href=\"{}\">{title}</a></iframe>",
            quoted(&src),
            quoted(&plain)
        )
    }

    /// As a tag, whose script makes the frame and fits its height.
    #[must_use]
    pub fn tag(&self) -> String {
        // An attribute takes any text; a key is a name that an attribute may have.
        let settings: String =
            self.said.iter().map(|(key, value)| format!("\n  {key}=\"{}\"", quoted(value))).collect();
        let plain = format!("{}{}", self.at(), self.query());
        let title = quoted(self.title);
        format!(
            "<script src=\"{}{SCRIPT}\" defer></script>\n<lodestone-calc calculator=\"{}\" lang=\"{}\" title=\"{title}\"{settings}><a href=\"{}\">{title}</a></lodestone-calc>",
            quoted(self.site),
            self.route.key(),
            self.lang.tag(),
            quoted(&plain)
        )
    }

    fn at(&self) -> String {
        format!("{}{}", self.site, self.below)
    }

    fn query(&self) -> String {
        if self.said.is_empty() {
            return String::new();
        }
        format!("?{}", crate::link::proof::query(&self.said.to_vec()))
    }
}

/// A text inside an attribute or an element.
fn quoted(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_setting_leaves_its_attribute() {
        let said = [("price-nd-oxide", "p5 60..140"), ("shocks", "price:nd-metal:1; \"><script>alert(1)</script>")];
        let said = said.map(|(key, value)| (key.to_owned(), value.to_owned()));
        let snippet = Snippet {
            route: Route::Motor,
            lang: Lang::Ko,
            site: "https://example.org/",
            below: "ko/motor/",
            said: &said,
            title: "모터 \"><img> & 자석",
        };
        for text in [snippet.frame(), snippet.tag()] {
            assert!(!text.contains("<script>") && !text.contains("<img"), "{text}");
            assert!(text.contains("lang=\"ko\"") && text.contains("모터 &quot;>&lt;img> &amp; 자석</a>"), "{text}");
            assert!(text.contains("price-nd-oxide=p5+60..140&amp;shocks=price:nd-metal:1%3B+%22"), "{text}");
        }
        assert!(snippet.tag().contains("price-nd-oxide=\"p5 60..140\"") && snippet.frame().contains("height=\"1"));
        let bare = Snippet { said: &[], ..snippet };
        assert!(bare.frame().contains("src=\"https://example.org/ko/motor/widget.html\""), "{}", bare.frame());
        assert!(bare.tag().contains("href=\"https://example.org/ko/motor/\""));
    }
}
