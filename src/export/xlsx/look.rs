//! How cells look: inputs that can be changed stand out, shares read as percent.

use rust_xlsxwriter::{Color, Format, FormatBorder};

/// The formats of all cells.
pub(super) struct Look {
    pub(super) title: Format,
    pub(super) head: Format,
    pub(super) text: Format,
    pub(super) small: Format,
    pub(super) link: Format,
    pub(super) warn: Format,
    pub(super) year: Format,
    plain: Format,
    percent: Format,
    input: Format,
    input_percent: Format,
}

/// Numbers as they are, and shares as percent.
const PLAIN: &str = "#,##0.######";
const PERCENT: &str = "0.0###%";

impl Default for Look {
    fn default() -> Self {
        let text = Format::new();
        let input = |form: &str| {
            let format = Format::new().set_num_format(form).set_font_color(Color::RGB(0x1F_4E_9E));
            format.set_background_color(Color::RGB(0xFF_F8_DC))
        };
        Self {
            title: Format::new().set_bold().set_font_size(14),
            head: Format::new().set_bold().set_border_bottom(FormatBorder::Thin),
            small: Format::new().set_font_color(Color::RGB(0x55_55_55)),
            link: Format::new().set_font_color(Color::RGB(0x1F_4E_9E)),
            warn: Format::new().set_font_color(Color::RGB(0x9C_2A_00)),
            year: Format::new().set_num_format("0"),
            plain: Format::new().set_num_format(PLAIN),
            percent: Format::new().set_num_format(PERCENT),
            input: input(PLAIN),
            input_percent: input(PERCENT),
            text,
        }
    }
}

impl Look {
    /// A number of a unit.
    pub(super) fn number(&self, unit: &str) -> &Format {
        if is_share(unit) { &self.percent } else { &self.plain }
    }

    /// A number that can be changed.
    pub(super) fn input(&self, unit: &str) -> &Format {
        if is_share(unit) { &self.input_percent } else { &self.input }
    }
}

fn is_share(unit: &str) -> bool {
    let name = unit.split('/').next().unwrap_or_default();
    matches!(name, "share" | "change")
}
