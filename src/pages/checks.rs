//! The model against itself and against the past.

use std::rc::Rc;

use lodestone_model::identities::Checked;
use lodestone_model::report::SupplySide;
use yew::prelude::*;

use crate::components::product_tables::data_table;
use crate::format::{self, figure};
use crate::labels;
use crate::text::{Lang, supply};

/// What the section shows.
#[derive(Properties, PartialEq, Clone)]
pub struct Props {
    /// What the model says.
    pub side: Rc<SupplySide>,
    /// Figures reached by two ways.
    pub identities: Rc<Vec<Checked>>,
    /// Language of the reader.
    pub lang: Lang,
}

/// The section in a document that no program touches.
#[cfg(not(target_arch = "wasm32"))]
#[component]
pub fn Checks(props: &Props) -> Html {
    view(props)
}

/// The section.
pub fn view(props: &Props) -> Html {
    let (side, lang) = (&props.side, props.lang);
    html! {
        <section id="checks" class="calculator" aria-labelledby="checks-title">
            <h2 id="checks-title">{ supply::checks_title(lang) }</h2>
            <p class="lead">{ supply::checks_lead(lang) }</p>
            <div class="results">
                { identities(props) }
                <p class="hint">{ supply::identities_lead(lang) }</p>
                { history(side, lang) }
                <p class="hint">{ supply::history_lead(lang) }</p>
                <p><a href="../../laws/" hreflang="en">{ supply::laws(lang) }</a></p>
            </div>
        </section>
    }
}

fn identities(props: &Props) -> Html {
    let lang = props.lang;
    let rows = props.identities.iter().map(|c| {
        let verdict = if c.holds() { supply::agrees(lang) } else { supply::differs(lang) };
        let bare = |text: String| (text, String::new());
        let cells = vec![bare(format::exact(c.left)), bare(format::exact(c.right)), bare(verdict.to_owned())];
        (AttrValue::from(labels::identity(lang, c.identity)), cells)
    });
    let head = vec![supply::identities(lang), supply::one_way(lang), supply::other_way(lang), supply::verdict(lang)];
    data_table(supply::identities(lang), &head, &rows.collect(), false)
}

fn history(side: &SupplySide, lang: Lang) -> Html {
    let rows = side.history.iter().map(|t| {
        let bare = |text: String| (text, String::new());
        let implied = match t.implied {
            Some(kappa) => figure(kappa),
            None if t.episode.is_known_to_the_default() => supply::known(lang).to_owned(),
            None => "–".to_owned(),
        };
        let cells = vec![
            format::apart(lang, t.predicted, format::PLAIN),
            bare(figure(t.observed)),
            bare(format::signed_percent(lang, t.error)),
            bare(implied),
        ];
        (AttrValue::from(labels::episode(lang, t.episode)), cells)
    });
    let head = vec![
        supply::episode(lang),
        supply::predicted(lang),
        supply::observed(lang),
        supply::error(lang),
        supply::implied(lang),
    ];
    data_table(supply::history(lang), &head, &rows.collect(), false)
}
