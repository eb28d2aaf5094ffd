//! The dialog as it stands before and after the ranges are drawn, without a browser.

use std::rc::Rc;

use lodestone::export::dialog::opening::{self, Opening};
use lodestone::export::dialog::saving::{self, Saving};
use lodestone::export::sentence;
use lodestone::route::Route;
use lodestone::text::Lang;
use yew::LocalServerRenderer;

use crate::common::{quick, states};

#[tokio::test]
async fn no_form_can_be_saved_before_the_ranges_are_drawn_and_the_sentence_stands_there_after() {
    for lang in Lang::ALL {
        let render = async |taken| {
            let props = saving::Props { taken, lang };
            LocalServerRenderer::<Saving>::with_props(props).hydratable(false).render().await
        };
        let waits = render(None).await;
        assert_eq!(waits.matches("<button").count(), 5, "{waits}");
        assert_eq!(waits.matches(" disabled").count(), 5, "{waits}");
        let taken = quick(Route::Motor, &states()[0], lang);
        let said = sentence::write(&taken);
        let ready = render(Some(Rc::new(taken))).await;
        assert!(!ready.contains(" disabled"), "{ready}");
        let begin: String = said.chars().take(20).collect();
        assert!(ready.contains(&begin), "{begin}: {ready}");
        let file = LocalServerRenderer::<Opening>::with_props(opening::Props { lang, on_joined: Default::default() })
            .hydratable(false)
            .render()
            .await;
        assert!(file.contains("for=\"take-file\"") && file.contains("id=\"take-file\""), "{file}");
    }
}
