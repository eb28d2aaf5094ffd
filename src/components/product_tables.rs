//! Figures with their ranges as a table; on a phone each row of a wide one becomes a block of named values.

use yew::prelude::*;

/// Rows of a table: what heads each, and its cells, a figure and its range.
pub type Rows = Vec<(AttrValue, Vec<(String, String)>)>;

/// A table of figures, each with its range under it; a `compact` one has columns few and short enough to stay columns on a
/// phone.
pub fn data_table(caption: &str, head: &[&'static str], rows: &Rows, compact: bool) -> Html {
    let cell = |((figure, range), head): (&(String, String), &&'static str)| {
        html! {
            <td data-label={*head}>
                { figure.clone() }
                if !range.is_empty() { <small>{ range.clone() }</small> }
            </td>
        }
    };
    html! {
        <div class="scroll" role="group" tabindex="0" aria-label={caption.to_owned()}>
            <table class={if compact { "compact" } else { "figures" }}>
                <caption>{ caption.to_owned() }</caption>
                <thead><tr>{ for head.iter().map(|h| html!(<th scope="col">{ *h }</th>)) }</tr></thead>
                <tbody>
                    { for rows.iter().map(|(name, cells)| html! {
                        <tr><th scope="row">{ name.clone() }</th>{ for cells.iter().zip(&head[1..]).map(cell) }</tr>
                    }) }
                </tbody>
            </table>
        </div>
    }
}
