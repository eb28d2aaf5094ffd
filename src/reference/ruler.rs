//! What makes the columns of a long table as wide as they will be. Not here: the tables.

use yew::prelude::*;

use crate::chart::layout::{TEXT, text_width};

/// The longest text and the longest word of each column, seen by nobody: columns are as wide as they will be before the rows
/// that make them so have arrived, and nothing moves. `first` writes a text of the first column as its rows do.
pub(super) fn ruler(rows: &[Vec<String>], columns: usize, first: impl Fn(String) -> Html) -> Html {
    let longest = |texts: &mut dyn Iterator<Item = &str>| {
        texts.max_by_key(|text| text_width(text, TEXT)).unwrap_or_default().to_owned()
    };
    let cell = |i: usize| {
        let of = || rows.iter().filter_map(move |row| row.get(i)).map(String::as_str);
        let (text, word) = (longest(&mut of()), longest(&mut of().flat_map(|text| text.split_inclusive([' ', '-']))));
        match i {
            0 => html!(<th scope="row"><div>{ first(text) }</div><div>{ first(word) }</div></th>),
            _ => html!(<td><div>{ text }</div><div>{ word }</div></td>),
        }
    };
    html!(<tfoot class="ruler" aria-hidden="true"><tr>{ for (0..columns).map(cell) }</tr></tfoot>)
}
