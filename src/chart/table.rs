//! A chart read as a table: the same numbers, each row with its head.

use yew::{Html, html};

use super::spec::Table;

/// The table as HTML, named by `caption`.
pub fn view(table: &Table, caption: &str) -> Html {
    let cell = |(i, text): (usize, &String)| {
        if i == 0 { html!(<th scope="row">{ text.clone() }</th>) } else { html!(<td>{ text.clone() }</td>) }
    };
    html! {
        <table>
            <caption>{ caption.to_owned() }</caption>
            <thead><tr>{ for table.head.iter().map(|h| html!(<th scope="col">{ h.clone() }</th>)) }</tr></thead>
            <tbody>
                { for table.rows.iter().map(|row| html!(<tr>{ for row.iter().enumerate().map(cell) }</tr>)) }
            </tbody>
        </table>
    }
}
