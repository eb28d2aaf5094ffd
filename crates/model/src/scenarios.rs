//! The scenario library: dated stories with sources, each a set of inputs and a list of shocks.

use crate::data::{NamedScenario, SOURCES, STORIES, Source, Story};
use crate::error::Error;
use crate::inputs::{Inputs, assign};

impl NamedScenario {
    /// The row of the library.
    #[must_use]
    pub fn row(self) -> &'static Story {
        &STORIES[self as usize]
    }

    /// Where the story comes from.
    #[must_use]
    pub fn source(self) -> Option<&'static Source> {
        SOURCES.iter().find(|s| s.id == self.row().source_id)
    }

    /// The scenario with this key.
    #[must_use]
    pub fn named(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.key() == key)
    }

    /// The scenario that these inputs are, or whose list of shocks they have; `None` for inputs without a list, or with one
    /// of their own.
    #[must_use]
    pub fn of(inputs: &Inputs) -> Option<Self> {
        let listed = |s: &Self| s.inputs().is_ok_and(|own| own.shocks == inputs.shocks);
        inputs.shocks.as_ref()?;
        // Some scenarios have no shocks, and differ in what they set.
        Self::ALL.into_iter().find(|s| s.is(inputs)).or_else(|| Self::ALL.into_iter().find(listed))
    }

    /// Whether `inputs` are the scenario's to the letter.
    #[must_use]
    pub fn is(self, inputs: &Inputs) -> bool {
        self.inputs().as_ref() == Ok(inputs)
    }

    /// The default inputs with what the scenario sets, and its shocks alone.
    ///
    /// # Errors
    /// A row of the library that the model does not take; a test opens every one.
    pub fn inputs(self) -> Result<Inputs, Error> {
        let mut inputs = Inputs::default();
        let row = self.row();
        for part in row.set.split(';').map(str::trim).filter(|p| !p.is_empty()) {
            let (key, value) = part.split_once('=').ok_or_else(|| Error::Key { key: part.into() })?;
            inputs.assign(key.trim(), value)?;
        }
        inputs.shocks = Some(assign::shocks(row.shocks)?);
        Ok(inputs)
    }
}
