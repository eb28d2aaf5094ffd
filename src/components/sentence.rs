//! A sentence with more than text in it: numbers that can be changed, or links, stand where its placeholders are.

use yew::prelude::*;

/// The first of the signs that stand for what is put in; no text has them.
const FIRST: u32 = 0xe000;

/// The sign that stands for the part with this place.
#[must_use]
pub fn mark(place: u8) -> String {
    char::from_u32(FIRST + u32::from(place)).map(String::from).unwrap_or_default()
}

/// A text with parts in place of their signs.
pub fn woven(text: &str, parts: &[Html]) -> Html {
    let mut pieces: Vec<Html> = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(|c| part(c, parts).is_some()) {
        let (before, after) = rest.split_at(at);
        let mut signs = after.chars();
        let found = signs.next().and_then(|c| part(c, parts));
        pieces.push(html!({ before.to_owned() }));
        pieces.extend(found.cloned());
        rest = signs.as_str();
    }
    pieces.push(html!({ rest.to_owned() }));
    html!(<>{ for pieces }</>)
}

fn part(sign: char, parts: &[Html]) -> Option<&Html> {
    u32::from(sign).checked_sub(FIRST).and_then(|i| parts.get(i as usize))
}
