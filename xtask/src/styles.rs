//! The style sheets of the site: which files make which, each as small as it can be written.
//!
//! A sheet is named by its content, so that one kept from an earlier build never meets a later page.

use std::fs;
use std::path::Path;

use crate::tools::{self, Outcome, root};

/// Where the files are.
const FOLDER: &str = "styles";
/// The sheets and their files in order: of all pages, of pages that are read, of the panel that opens on a figure, of
/// charts that are read point by point, of what takes a result along, of calculators in frames of others, of the file that holds the
/// whole site.
const SHEETS: [(&str, &[&str]); 7] = [
    ("site", &["tokens", "base", "frame", "controls", "results", "story"]),
    (
        "reading",
        &[
            "study",
            "reference",
            "explainer/chain",
            "explainer/facts",
            "explainer/material",
            "explainer/paths",
            "explainer/prices",
            "explainer/process",
            "explainer/texts",
            "explainer/timeline",
            "explainer/uses",
            // What holds for all of them comes last.
            "explainer/targets",
        ],
    ),
    ("panel", &["study"]),
    ("lens", &["lens"]),
    ("handout", &["study", "handout"]),
    ("widget", &["tokens", "base", "controls", "results", "widget"]),
    ("offline", &["offline"]),
];

/// Writes every sheet beside the staged programs, without comments and spaces.
pub fn write(stage: &Path) -> Outcome<()> {
    for (name, files) in SHEETS {
        let mut text = String::new();
        for file in files {
            text += &read(file)?;
        }
        let small = tools::minified(&text, &["--loader=css"])?;
        let file = format!("{name}-{}.css", tools::hash(&small));
        fs::write(stage.join(&file), small).map_err(|e| format!("{file} could not be written ({e})."))?;
    }
    Ok(())
}

fn read(file: &str) -> Outcome<String> {
    let path = root().join(FOLDER).join(file).with_extension("css");
    fs::read_to_string(&path).map_err(|e| format!("{} could not be read ({e}).", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_of_a_style_sheet_ends_before_the_next_begins() {
        for file in SHEETS.iter().flat_map(|(_, files)| *files) {
            let sheet = read(file).unwrap();
            let mut depth = 0_i32;
            for line in sheet.lines() {
                let inside = line.starts_with([' ', '}']) || line.is_empty();
                assert!(depth == 0 || inside, "{file}: {line:?} stands in a rule that has not ended");
                depth += i32::try_from(line.matches('{').count()).unwrap();
                depth -= i32::try_from(line.matches('}').count()).unwrap();
            }
            assert_eq!(depth, 0, "{file}");
        }
    }

    #[test]
    fn every_file_of_the_folder_is_in_a_sheet() {
        let folder = root().join(FOLDER);
        for path in tools::below(&folder).unwrap() {
            let name = path.strip_prefix(&folder).unwrap().with_extension("").to_string_lossy().replace('\\', "/");
            // The cards have a sheet of their own, in their documents.
            let used = name == "card" || SHEETS.iter().any(|(_, files)| files.contains(&name.as_str()));
            assert!(used, "{name}");
        }
    }
}
