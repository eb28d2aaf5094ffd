//! What stands on the page, against the tables in their files.

use std::collections::BTreeSet;
use std::path::Path;

use plotters::style::RGBColor;
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};
use yew::LocalServerRenderer;

use super::*;
use crate::chart::draw::draw;
use crate::chart::layout::text_width;
use crate::chart::spec::Body;
use crate::chart::svg::WIDTHS;
use crate::chart::table;
use crate::chart::theme::Theme;
use crate::site::tables::TableData;

/// Tables as the prerendering program reads them.
fn tables() -> Tables {
    let read = |name: &'static str| {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("static-data").join(name).with_extension("csv");
        let mut reader = csv::Reader::from_path(file).unwrap();
        let head = reader.headers().unwrap().iter().map(str::to_owned).collect();
        let rows = reader.records().map(|r| r.unwrap().iter().map(str::to_owned).collect()).collect();
        TableData { name, head, rows }
    };
    Tables::new(["prices", "fx", "shocks", "process"].map(read))
}

async fn page(lang: Lang) -> String {
    let props = Props { route: Route::Prices, lang, tables: tables() };
    LocalServerRenderer::<Prices>::with_props(props).hydratable(false).render().await
}

#[tokio::test]
async fn every_price_and_every_rate_is_on_the_page_in_every_language() {
    let tables = tables();
    for lang in Lang::ALL {
        let html = page(lang).await;
        let charts: Vec<Chart> =
            charts::prices(&tables, lang).into_iter().chain(charts::rates(&tables, lang)).collect();
        let drawn: BTreeSet<String> = drawn(&charts).into_iter().collect();
        let mut earlier = 0;
        for row in tables.rows("prices").chain(tables.rows("fx")) {
            let id = row.get("id");
            let in_table = html.contains(&format!("data-row=\"{id}\""));
            if series::edition(&row).is_some() && !drawn.contains(id) && !in_table {
                // The newest edition repeats it, and the page says of how many this is so.
                earlier += 1;
                continue;
            }
            assert!(drawn.contains(id) || in_table || row.get("material") == "NdFeB magnet", "{lang:?}: {id}");
        }
        assert!(earlier > 0);
        for chart in &charts {
            assert!(html.contains(&format!("data-chart=\"{}\"", chart.spec.id)), "{}", chart.spec.id);
        }
    }
}

#[test]
fn no_line_joins_two_substances_units_markets_or_kinds_of_figures() {
    let tables = tables();
    for chart in charts::prices(&tables, Lang::En) {
        let Body::Lines(lines) = &chart.spec.body else { panic!("{}", chart.spec.id) };
        let mut rows = chart.rows.iter().map(|id| tables.rows("prices").find(|r| r.get("id") == id).unwrap());
        for line in &lines.lines {
            let count = line.points.iter().filter(|p| p.value.is_some()).count();
            let own: Vec<_> = rows.by_ref().take(count).collect();
            assert!(!own.is_empty(), "{}", line.name);
            let kinds: BTreeSet<Vec<String>> = own
                .iter()
                .map(|r| {
                    let basis = r.get("basis").trim_end_matches(" (estimated)");
                    let period = r.get("period").trim_end_matches(" (Jan to 5 Jul)");
                    [r.get("material"), r.get("form"), r.get("unit"), basis, period].map(str::to_owned).to_vec()
                })
                .collect();
            assert_eq!(kinds.len(), 1, "{}: {kinds:?}", line.name);
        }
        assert!(rows.next().is_none());
    }
}

#[test]
fn the_table_of_a_chart_has_every_figure_that_it_draws_and_says_which_are_estimates() {
    for lang in Lang::ALL {
        let tables = tables();
        for chart in charts::prices(&tables, lang).iter().chain(&charts::rates(&tables, lang)) {
            let Body::Lines(lines) = &chart.spec.body else { panic!("{}", chart.spec.id) };
            let read = table::read(&chart.spec, lang);
            for (i, line) in lines.lines.iter().enumerate() {
                for (point, value) in line.values() {
                    let row = read.rows.iter().find(|r| r[0] == point.label).unwrap();
                    assert!(row[i + 1].starts_with(&format::exact(value.central)), "{}: {row:?}", chart.spec.id);
                    assert!(point.remark.iter().all(|said| row[i + 1].contains(said.as_str())), "{row:?}");
                }
            }
            assert!(!chart.spec.title.is_empty() && !chart.spec.sentence.is_empty() && !chart.sources.is_empty());
        }
    }
}

#[test]
fn every_substance_kind_and_market_that_the_page_shows_has_a_word() {
    let tables = tables();
    for row in tables.rows("prices").filter(|r| series::edition(r).is_none()) {
        let what = format!("{} {} {}", row.get("material"), row.get("form"), row.get("period"));
        assert!(names::substance(row.get("material"), row.get("form")).is_some(), "{what}");
        let in_chart = row.get("period").starts_with("annual average (") || row.get("basis").contains("inferred");
        assert!(in_chart || names::period(row.get("period")).is_some(), "{what}");
        assert!(in_chart || names::basis(row.get("basis")).is_some(), "{}", row.get("basis"));
        assert!(crate::cite::source(row.get("source_id")).is_some(), "{}", row.get("source_id"));
    }
}

#[tokio::test]
async fn every_episode_has_prices_and_opens_a_scenario_that_exists() {
    for lang in Lang::ALL {
        let html = page(lang).await;
        let links: Vec<&str> = html.split("?scenario=").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(links.len(), 5, "{links:?}");
        assert!(links.iter().all(|key| NamedScenario::named(key).is_some_and(|s| s.inputs().is_ok())), "{links:?}");
        for begins in ["2010-11 export quota", "2021-22 rally", "April 2025 export controls", "2025-26 NdPr rally"] {
            let tables = tables();
            let mut rows = episodes::prices(&tables, begins).peekable();
            assert!(rows.peek().is_some(), "{begins}");
            for row in episodes::prices(&tables, begins) {
                // Dates are plain, or of the two kinds that have words.
                for date in [row.get("date_before"), row.get("date_after")] {
                    let bare = date.trim_start_matches("before ").trim_end_matches(" peak");
                    assert!(series::Date::read(bare).is_some(), "{date}");
                }
            }
            assert!(rows.all(|row| html.contains(&format!("data-row=\"{}\"", row.get("id")))));
        }
        assert!(!html.contains(" style=") && !html.contains("<script"));
    }
}

/// A sheet that keeps where words stand.
#[derive(Default)]
struct Sheet {
    size: (u32, u32),
    words: Vec<(String, BackendCoord, bool)>,
}

type Drawn = Result<(), DrawingErrorKind<std::convert::Infallible>>;

impl DrawingBackend for Sheet {
    type ErrorType = std::convert::Infallible;
    fn get_size(&self) -> (u32, u32) {
        self.size
    }
    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }
    fn present(&mut self) -> Drawn {
        Ok(())
    }
    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Drawn {
        Ok(())
    }
    fn draw_line<S: BackendStyle>(&mut self, _: BackendCoord, _: BackendCoord, _: &S) -> Drawn {
        Ok(())
    }
    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        // Names of lines are set in ink, ticks in the softer colour.
        let BackendColor { rgb, .. } = style.color();
        self.words.push((text.to_owned(), at, RGBColor(rgb.0, rgb.1, rgb.2) == Theme::default().ink));
        Ok(())
    }
}

#[test]
fn names_of_lines_neither_overlap_nor_leave_the_picture_at_either_width() {
    let tables = tables();
    for lang in Lang::ALL {
        for chart in charts::prices(&tables, lang).iter().chain(&charts::rates(&tables, lang)) {
            let Body::Lines(lines) = &chart.spec.body else { panic!("{}", chart.spec.id) };
            for (width, _) in WIDTHS {
                let mut sheet = Sheet { size: (width, chart.spec.body.height()), ..Sheet::default() };
                draw(&mut sheet, &chart.spec, &Theme::default(), 1.0).unwrap();
                let mut rows: Vec<i32> = Vec::new();
                for (text, (x, y), named) in &sheet.words {
                    assert!(*y >= 0 && *y <= i32::try_from(sheet.size.1).unwrap(), "{text} at {y}");
                    if *named {
                        assert!(
                            x + text_width(text, 13.0) <= i32::try_from(width).unwrap(),
                            "{lang:?} {text} at {x} of {width}"
                        );
                        assert!(rows.iter().all(|row| (row - y).abs() >= 15), "{lang:?} {text}: {rows:?} {y}");
                        rows.push(*y);
                    }
                }
                let named = if lines.lines.len() > 1 { lines.lines.len() } else { 0 };
                assert_eq!(rows.len(), named, "{} at {width}", chart.spec.id);
            }
        }
    }
}

#[test]
fn pictures_are_as_tall_as_the_style_sheet_says() {
    let css = include_str!("../../../styles/explainer/prices.css");
    let tables = tables();
    for chart in charts::prices(&tables, Lang::En).iter().chain(&charts::rates(&tables, Lang::En)) {
        let rule = format!(".picture.{} {{", chart.spec.body.kind());
        let rule = css.split_once(&rule).unwrap().1.split_once('}').unwrap().0;
        let rem: f64 = rule.split_once("height: ").unwrap().1.split_once("rem").unwrap().0.parse().unwrap();
        assert_eq!(rem * 16.0, f64::from(chart.spec.body.height()));
    }
}
