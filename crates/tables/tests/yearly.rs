//! No source's yearly figure is left out: it is what the model reads, or it stands beside that.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeSet;
use std::path::Path;

use lodestone_tables::{Package, rule};

/// What is counted by year in `drivers.csv` and read by the model.
const COUNTED: [&str; 4] = ["EV sales", "wind gross additions", "wind net additions", "industrial robot installations"];

#[test]
fn every_yearly_figure_that_a_source_gives_is_read_or_stands_beside() {
    let package = Package::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../static-data"))
        .unwrap_or_else(|problems| panic!("{problems:#?}"));
    let (series, drivers) = (package.table("series"), package.table("drivers"));
    let named: BTreeSet<String> = series
        .rows
        .iter()
        .flat_map(|row| rule::references(series.cell(row, "value")))
        .filter(|r| r.table == "drivers")
        .map(|r| r.row)
        .collect();
    // Whatever the model reads a year of is counted here.
    let counted = |row| COUNTED.contains(&drivers.cell(row, "driver"));
    let others: BTreeSet<&str> = drivers
        .rows
        .iter()
        .filter(|row| named.contains(drivers.cell(row, "id")) && !counted(row))
        .map(|row| drivers.cell(row, "driver"))
        .collect();
    assert_eq!(others.into_iter().collect::<Vec<_>>(), ["EV sales share", "car production"]);
    let left: Vec<&str> = drivers.rows.iter().filter(|row| counted(row)).map(|row| drivers.cell(row, "id")).collect();
    assert!(left.len() > 200, "{}", left.len());
    let left: Vec<&str> = left.into_iter().filter(|id| !named.contains(*id)).collect();
    assert_eq!(left, Vec::<&str>::new(), "figures that are neither read nor beside");
}
