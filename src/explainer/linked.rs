//! Words with links in them: `[text](id)` leads to a term of the glossary, `[text](../page/)` to a page, `[text](#id)`
//! to a place on the same page; and sources as links to where they are listed.
//!
//! Not here: the words, which are in `static-data/text`.

use lodestone_model::data::{Grade, Source};
use yew::prelude::*;

use crate::cite;
use crate::text::{Lang, grades};

/// A text with its links.
pub fn linked(text: &str) -> Html {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((before, name, target, after)) = next(rest) {
        parts.push(html!({ before.to_owned() }));
        let class = (!elsewhere(target)).then_some("term");
        // Who published a source is a name, in a language of its own.
        let source = target.strip_prefix(SOURCES).and_then(cite::source);
        let (translate, lang) = (source.map(|_| "no"), source.map(|s| s.language));
        parts.push(html!(<a {class} {translate} {lang} href={address(target)}>{ name.to_owned() }</a>));
        rest = after;
    }
    parts.push(html!({ rest.to_owned() }));
    html!(<>{ for parts }</>)
}

/// What stands before the first link of a text, the link's words and target, and what follows.
fn next(text: &str) -> Option<(&str, &str, &str, &str)> {
    let (head, after) = text.split_once("](")?;
    let (before, name) = head.rsplit_once('[')?;
    let (target, rest) = after.split_once(')')?;
    Some((before, name, target, rest))
}

fn elsewhere(target: &str) -> bool {
    target.starts_with(['#', '.'])
}

fn address(target: &str) -> String {
    if elsewhere(target) { target.to_owned() } else { format!("../glossary/#{target}") }
}

/// Where sources are listed, seen from a page.
const SOURCES: &str = "../sources/#";

/// The sources with these keys that somebody published, each once, in the order of their keys.
#[must_use]
pub fn listed(ids: impl Iterator<Item = &'static str>) -> Vec<&'static Source> {
    let mut ids: Vec<&str> = ids.collect();
    ids.sort_unstable();
    ids.dedup();
    let own = |s: &&Source| matches!(s.grade, Grade::General | Grade::Assumption);
    ids.into_iter().filter_map(cite::source).filter(|s| !own(s)).collect()
}

/// A source as words with a link, to be put into a text; what nobody published is named by its grade.
#[must_use]
pub fn source(lang: Lang, id: &str) -> String {
    match cite::source(id) {
        Some(s) if matches!(s.grade, Grade::General | Grade::Assumption) => grades::label(lang, s.grade).to_owned(),
        Some(s) => format!("[{}]({SOURCES}{id})", cite::named(s)),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use lodestone_model::data::{OTHER_SOURCES, SOURCES};

    use super::*;

    #[test]
    fn a_link_leads_to_the_glossary_unless_it_says_where() {
        assert_eq!(next("a [b](c) d"), Some(("a ", "b", "c", " d")));
        assert_eq!(next("k = 1/u − r·(1/u − 1)"), None);
        assert_eq!(["swarf", "../motor/", "#milling"].map(address), ["../glossary/#swarf", "../motor/", "#milling"]);
    }

    #[test]
    fn no_name_of_a_source_breaks_the_link_that_it_stands_in() {
        for s in SOURCES.iter().chain(&OTHER_SOURCES) {
            let text = format!("({})", source(Lang::En, s.id));
            let Some((_, name, target, after)) = next(&text) else { continue };
            assert_eq!((name, target, after), (cite::named(s).as_str(), format!("../sources/#{}", s.id).as_str(), ")"));
        }
    }
}
