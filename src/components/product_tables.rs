//! Figures with their ranges as a table; on a phone each row of a wide one becomes a block of named values.

use yew::prelude::*;

/// Properties of [`DataTable`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// What the table shows.
    pub caption: AttrValue,
    /// Column heads.
    pub head: Vec<&'static str>,
    /// Rows; the first cell heads the row. A cell is a figure and its range.
    pub rows: Vec<(AttrValue, Vec<(String, String)>)>,
    /// Whether its columns are few and short enough to stay columns on a phone.
    #[prop_or_default]
    pub compact: bool,
}

/// A table of figures, each with its range under it.
#[component]
pub fn DataTable(props: &Props) -> Html {
    let cell = |((figure, range), head): (&(String, String), &&'static str)| {
        html! {
            <td data-label={*head}>
                { figure.clone() }
                if !range.is_empty() { <small>{ range.clone() }</small> }
            </td>
        }
    };
    html! {
        <div class="scroll">
            <table class={if props.compact { "compact" } else { "figures" }}>
                <caption>{ props.caption.clone() }</caption>
                <thead><tr>{ for props.head.iter().map(|h| html!(<th scope="col">{ *h }</th>)) }</tr></thead>
                <tbody>
                    { for props.rows.iter().map(|(name, cells)| html! {
                        <tr><th scope="row">{ name.clone() }</th>{ for cells.iter().zip(&props.head[1..]).map(cell) }</tr>
                    }) }
                </tbody>
            </table>
        </div>
    }
}
