//! No result leaves the page without its uncertainty and its limits (row G6): every form is read by a program that knows
//! nothing of how it was written.

use std::io::{Cursor, Read};

use lodestone::export::{Taken, csv as table, handout, json, sentence, xlsx};
use lodestone::format;
use lodestone::formula::omission;
use lodestone::link::proof::main_answer;
use lodestone::text::Lang;
use lodestone_model::data::DATA_VERSION;
use serde_json::Value;

use crate::common::all;
use crate::table::{place, records};

/// What says that a number is exact, in files.
const EXACT: &str = "exact";

fn number(cell: &str) -> Option<f64> {
    cell.parse().ok()
}

#[test]
fn in_the_table_no_number_stands_without_its_ends_or_the_mark_exact() {
    for taken in all() {
        let text = table::write(taken).unwrap();
        let rows = records(&text);
        let at = |row: &[String], column: &str| row[place(column)].clone();
        let (mut answers, mut limits) = (0, 0);
        for row in &rows {
            let kind = row[0].as_str();
            if number(&at(row, "value")).is_some() && kind != "about" && kind != "title" {
                let ends = number(&at(row, "low")).zip(number(&at(row, "high")));
                let range = at(row, "range");
                match ends {
                    Some((low, high)) => {
                        assert!(low <= high && ["limits", "p5-p95", "p10-p90"].contains(&range.as_str()), "{row:?}")
                    }
                    None => assert_eq!(range, EXACT, "{row:?}"),
                }
                assert!(!at(row, "unit").is_empty() || ["view", "shock"].contains(&kind), "{row:?}");
            }
            if kind == "answer" {
                answers += 1;
                let middle = number(&at(row, "value")).unwrap();
                if let Some((low, high)) = number(&at(row, "low")).zip(number(&at(row, "high"))) {
                    assert!(low <= middle && middle <= high && number(&at(row, "error")).is_some(), "{row:?}");
                    assert!(
                        ["p1", "p10", "p50", "p90", "p99"].iter().all(|p| number(&at(row, p)).is_some()),
                        "{row:?}"
                    );
                }
                assert!(at(row, "note").chars().count() > 10, "{row:?}");
            }
            limits += usize::from(kind == "limit");
        }
        assert!(answers > 5 && limits > 1, "{answers} {limits}");
        says_whence(taken, &text, "table");
    }
}

#[test]
fn in_the_data_no_number_stands_without_its_ends_or_the_mark_exact() {
    for taken in all() {
        let text = json::write(taken);
        let data: Value = serde_json::from_str(&text).unwrap();
        let mut seen = 0;
        walk(&data, "", &mut seen);
        assert!(seen > 40, "{seen}");
        for answer in data["answers"].as_array().unwrap() {
            let omitted = answer["does_not_include"].as_array().unwrap();
            assert!(!omitted.is_empty() && omitted.iter().all(|key| text.contains(&format!("\"key\": {key}"))));
        }
        says_whence(taken, &text, "data");
    }
}

/// Every object with a value has ends, the mark, or says that it is a line of the central case.
fn walk(value: &Value, path: &str, seen: &mut usize) {
    match value {
        Value::Object(map) => {
            if let Some(Value::Number(_)) = map.get("value") {
                let ends =
                    map.get("low").is_some_and(Value::is_number) && map.get("high").is_some_and(Value::is_number);
                let exact = map.get("range").and_then(Value::as_str) == Some(EXACT);
                let line = map.get("case").and_then(Value::as_str) == Some("central");
                assert!(ends || exact || line, "{path}: {value}");
                *seen += 1;
            }
            map.iter().for_each(|(key, inner)| walk(inner, &format!("{path}/{key}"), seen));
        }
        Value::Array(list) => list.iter().for_each(|inner| walk(inner, path, seen)),
        _ => {}
    }
}

/// The texts of an XLSX, and for each sheet its rows: cells by their columns.
fn sheets(bytes: &[u8]) -> Vec<Vec<Vec<(char, String)>>> {
    let mut file = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut part = |name: &str| {
        let mut text = String::new();
        file.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let strings = part("xl/sharedStrings.xml");
    let strings = roxmltree::Document::parse(&strings).unwrap();
    let shared: Vec<String> = strings
        .descendants()
        .filter(|n| n.has_tag_name("si"))
        .map(|n| n.descendants().filter(|t| t.has_tag_name("t")).filter_map(|t| t.text()).collect())
        .collect();
    let mut all = Vec::new();
    for n in 1..=4 {
        let text = part(&format!("xl/worksheets/sheet{n}.xml"));
        let sheet = roxmltree::Document::parse(&text).unwrap();
        let rows = sheet.descendants().filter(|n| n.has_tag_name("row"));
        all.push(
            rows.map(|row| {
                row.children()
                    .filter(|c| c.has_tag_name("c"))
                    .map(|c| {
                        let column = c.attribute("r").unwrap().chars().next().unwrap();
                        let value =
                            c.children().find(|v| v.has_tag_name("v")).and_then(|v| v.text()).unwrap_or_default();
                        let text = if c.attribute("t") == Some("s") {
                            shared[value.parse::<usize>().unwrap()].clone()
                        } else {
                            value.to_owned()
                        };
                        (column, text)
                    })
                    .collect()
            })
            .collect(),
        );
    }
    all
}

#[test]
fn in_the_spreadsheet_no_figure_or_input_stands_without_its_ends_or_the_mark_exact() {
    for taken in all() {
        let sheets = sheets(&xlsx::write(taken).unwrap());
        let cell =
            |row: &[(char, String)], column: char| row.iter().find(|(c, _)| *c == column).map(|(_, t)| t.clone());
        let mut seen = 0;
        for sheet in &sheets[..2] {
            for row in sheet {
                let value = cell(row, 'B').and_then(|t| number(&t));
                if value.is_none() {
                    continue;
                }
                let ends = cell(row, 'C').and_then(|t| number(&t)).zip(cell(row, 'D').and_then(|t| number(&t)));
                let kind = cell(row, 'E').unwrap();
                assert_eq!(ends.is_none(), kind == EXACT, "{row:?}");
                seen += 1;
            }
        }
        assert!(seen >= taken.answers.len() + 10, "{seen}");
        for row in sheets[0].iter().skip(6) {
            assert!(cell(row, 'K').unwrap().chars().count() > 10, "{row:?}");
        }
        for (n, sheet) in sheets.iter().enumerate() {
            let text: String = sheet.iter().flatten().map(|(_, t)| t.as_str()).collect::<Vec<_>>().join("\n");
            for part in [DATA_VERSION, env!("CARGO_PKG_VERSION"), &taken.hash, &taken.link()] {
                assert!(text.contains(part), "sheet {n} lacks {part}");
            }
        }
        let limits: String = sheets[3].iter().flatten().map(|(_, t)| t.as_str()).collect::<Vec<_>>().join("\n");
        says_whence(taken, &limits, "limits");
    }
}

#[test]
fn the_handout_says_ranges_limits_version_and_link_and_its_code_is_read_as_the_link() {
    for taken in all() {
        let html = handout::write(taken, &[]);
        let page = format!("<html>{html}</html>");
        let page = roxmltree::Document::parse(&page).unwrap();
        let text = |node: roxmltree::Node| {
            node.descendants().filter(|n| n.is_text()).filter_map(|n| n.text()).collect::<String>()
        };
        let exact = lodestone::text::quantities::exact(taken.lang());
        for row in page.descendants().filter(|n| n.has_tag_name("tr")) {
            let cell = text(row.children().find(|n| n.has_tag_name("td")).unwrap());
            let bracket = cell.contains(['(', '（']);
            let digits = |part: &str| part.chars().any(|c| c.is_ascii_digit());
            let range = cell.rsplit(['(', '（']).next().unwrap();
            assert!(bracket && (digits(range) || range.contains(exact)), "{cell}");
        }
        let all_text = text(page.root());
        says_whence(taken, &all_text, "handout");
        let code = page.descendants().find(|n| n.has_tag_name("svg")).unwrap();
        assert_eq!(read_code(code), taken.link());
    }
}

/// What a camera reads of the code.
fn read_code(svg: roxmltree::Node) -> String {
    let size: usize = svg.attribute("viewBox").unwrap().split(' ').nth(2).unwrap().parse().unwrap();
    let path = svg.children().find(|n| n.has_tag_name("path")).unwrap().attribute("d").unwrap();
    let mut dark = vec![false; size * size];
    for run in path.split('M').skip(1) {
        let (at, rest) = run.split_once('h').unwrap();
        let (x, y) = at.split_once(' ').unwrap();
        let (x, y, length): (usize, usize, usize) =
            (x.parse().unwrap(), y.parse().unwrap(), rest.split_once('v').unwrap().0.parse().unwrap());
        dark[y * size + x..y * size + x + length].fill(true);
    }
    // As many pixels to a module as a camera sees.
    const SCALE: usize = 4;
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(size * SCALE, size * SCALE, |x, y| {
        if dark[y / SCALE * size + x / SCALE] { 0 } else { 255 }
    });
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1, "one code");
    grids[0].decode().unwrap().1
}

#[test]
fn the_sentence_has_its_interval_its_version_and_what_it_leaves_out() {
    for taken in all() {
        let said = sentence::write(taken);
        assert!(said.contains(env!("CARGO_PKG_VERSION")) && said.contains(&taken.link()), "{said}");
        let answer = taken.main().unwrap();
        assert!(!answer.omissions.is_empty());
        for omission in answer.omissions {
            assert!(said.contains(sentence::shortly(taken.lang(), *omission)), "{omission:?}: {said}");
        }
        let style = sentence::style(main_answer(taken.subject.route));
        let (low, high) = format::both_ends(taken.lang(), answer.spread.range, style);
        assert!(answer.spread.is_exact() || said.contains(&low) && said.contains(&high), "{said}");
    }
}

/// Version, data, link, hash, what ranges hold, and everything that is left out.
fn says_whence(taken: &Taken, text: &str, what: &str) {
    let lang = taken.lang();
    let scope = lodestone::text::export::scope(lang);
    for part in [env!("CARGO_PKG_VERSION"), DATA_VERSION, &taken.link(), &taken.hash, scope] {
        assert!(text.contains(part), "{what}: {part}");
    }
    let omissions = taken.omissions();
    assert!(!omissions.is_empty());
    for one in omissions {
        assert!(text.contains(omission(lang, one)), "{what}: {}", omission(lang, one));
    }
    assert!(Lang::ALL.contains(&lang));
}
