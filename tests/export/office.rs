//! What LibreOffice makes of the files: a table that it has saved reads back to the same state.

use std::path::{Path, PathBuf};
use std::process::Command;

use lodestone::export::csv::{BOM, write};
use lodestone::export::import;
use lodestone::text::Lang;
use tempfile::TempDir;

use crate::common::{quick, states, without_language};
use lodestone::route::Route;

/// LibreOffice with a profile of its own, so that it asks and keeps nothing.
pub struct Office {
    pub folder: TempDir,
}

impl Office {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        // Formulas of a spreadsheet are worked out anew whenever one is opened: never what a file says it was.
        let profile = folder.path().join("profile/user");
        std::fs::create_dir_all(&profile).unwrap();
        std::fs::write(
            profile.join("registrymodifications.xcu"),
            r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"#,
        )
        .unwrap();
        Self { folder }
    }

    /// Converts files and gives back the folder of what came out.
    pub fn convert(&self, files: &[PathBuf], to: &str, read: Option<&str>) -> PathBuf {
        let out = self.folder.path().join("out");
        let profile = format!("-env:UserInstallation=file://{}", self.folder.path().join("profile").display());
        let mut soffice = Command::new("soffice");
        soffice.args([&profile, "--headless", "--norestore", "--convert-to", to, "--outdir"]).arg(&out);
        soffice.args(read.map(|filter| format!("--infilter={filter}"))).args(files);
        let done = soffice.output().expect("soffice: install libreoffice-calc");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        out
    }

    pub fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }
}

fn text(path: &Path) -> Vec<u8> {
    std::fs::read(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

#[test]
fn a_table_that_libreoffice_has_saved_reads_back_to_the_same_state() {
    let office = Office::new();
    let mut written = Vec::new();
    let states = states();
    for (i, state) in states.iter().enumerate() {
        for (j, lang) in Lang::ALL.into_iter().enumerate() {
            for bom in ["", BOM] {
                let name = format!("t{i}-{j}-{}.csv", bom.len());
                let table = write(&quick(Route::Motor, state, lang)).unwrap();
                written.push((office.file(&name, format!("{bom}{table}").as_bytes()), name, state, lang));
            }
        }
    }
    let files: Vec<PathBuf> = written.iter().map(|(path, ..)| path.clone()).collect();
    // Comma, double quotes, UTF-8: what a reader chooses who opens it.
    let between = office.convert(&files, "ods", Some("CSV:44,34,76,1"));
    let saved: Vec<PathBuf> = written.iter().map(|(_, name, ..)| between.join(name).with_extension("ods")).collect();
    for mark in [44, 59] {
        let back = office.convert(&saved, &format!("csv:Text - txt - csv (StarCalc):{mark},34,76,1"), None);
        for (_, name, state, lang) in &written {
            let bytes = text(&back.join(name));
            let read = import::read(&bytes, *lang).unwrap_or_else(|why| panic!("{name}: {why}"));
            assert_eq!(without_language(&read.checked.asked.state), without_language(state), "{name}");
            assert_eq!(read.changed, Vec::<String>::new(), "{name}");
        }
    }
}
