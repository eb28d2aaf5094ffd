//! How far the sampling is, where it takes long enough that a reader should know, and a way to stop it or to go on.

use yew::prelude::*;

use crate::text::{Lang, uncertainty as words};

/// What there is to say of it.
pub struct Sampling {
    /// Whether anything is being drawn.
    pub at_work: bool,
    /// Share of the work that is done; `None` where nothing is to be said of it.
    pub part: Option<f64>,
    /// Whether a reader has stopped it.
    pub stopped: bool,
    /// Stops it, or goes on.
    pub on_switch: Callback<MouseEvent>,
    /// Language of the reader.
    pub lang: Lang,
}

/// The line; empty while all ranges are there.
pub fn sampling(props: &Sampling) -> Html {
    let lang = props.lang;
    let (said, does) = match (props.stopped, props.part) {
        (true, _) => (words::stopped(lang), words::go_on(lang)),
        (false, Some(_)) => (words::at_work(lang), words::stop(lang)),
        (false, None) => return html!(<div class="sampling" data-at-work={props.at_work.to_string()}></div>),
    };
    html! {
        <div class="sampling" data-at-work={props.at_work.to_string()}>
            <span>{ said }</span>
            if let Some(part) = props.part.filter(|_| !props.stopped) {
                <progress max="1" value={format!("{part:.2}")} aria-label={words::at_work(lang)}></progress>
            }
            <button type="button" class="quiet" onclick={props.on_switch.clone()}>{ does }</button>
        </div>
    }
}
