//! Components: plain values in, callbacks out. None of them knows the model's formulas or the reducer.

pub mod answers;
pub mod chart_view;
pub mod choice;
pub mod cited;
pub mod demand_row;
pub mod draft;
pub mod evidence;
pub mod how;
pub mod legend;
pub mod param_field;
pub mod prepared;
pub mod product_tables;
pub mod range_plot;
pub mod sampling;
pub mod scrub;
pub mod sentence;
pub mod source_list;
pub mod typed_field;
