//! The parts of a page that get their ranges by themselves, so that what is looked at comes first.

use crate::demand::Tracks;
use crate::inputs::{Inputs, Reading, Use};
use crate::outputs::Shared;
use crate::range::{Range, Ranges};
use crate::report::{self, SupplySide, View};

crate::inputs::choice!(
    /// A part of the page.
    Section {
        /// The motor with its response curve.
        #[default]
        Motor = "motor",
        /// The turbine with its response curve.
        Turbine = "turbine",
        /// Demand in the year of the view.
        Year = "year",
        /// Demand in all years.
        Years = "years",
        /// Outage, balance, bill and history.
        Supply = "supply",
        /// Robots and other products.
        Goods = "goods",
    }
);

/// What all draws of a section share.
#[derive(Debug)]
pub(super) struct Ground {
    pub(super) inputs: Inputs,
    pub(super) view: View,
    shared: Shared,
    tracks: Tracks,
}

impl Ground {
    pub(super) fn new(inputs: Inputs, view: View) -> Self {
        let tracks = Tracks::new(inputs.choices.outlook);
        Self { inputs, view, shared: Shared::default(), tracks }
    }

    /// Shows the figures of `section` as `x` reads the inputs.
    pub(super) fn figures(&self, section: Section, x: &Reading, see: &mut dyn FnMut(f64)) {
        let mut see = |range: &mut Range| see(range.central);
        match section {
            Section::Motor => report::product(x, Use::Motor, self.view).each(&mut see),
            Section::Turbine => report::product(x, Use::Turbine, self.view).each(&mut see),
            Section::Year => report::year(x, &self.tracks, self.view).each(&mut see),
            Section::Years => report::years(x, &self.tracks).each(&mut see),
            Section::Supply => SupplySide::at(x, &self.shared).each(&mut see),
            Section::Goods => report::goods(x).each(&mut see),
        }
    }
}
