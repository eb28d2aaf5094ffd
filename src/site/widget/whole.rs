//! A calculator as one file that needs nothing else: programs and words stand in it, packed. It works saved to a disk, under a
//! `sandbox`, and on a host of its own.

use std::fs;
use std::io::Write;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::json;

use super::super::assets::Program;
use super::super::document::{CHARTS, Parts};
use super::super::{Site, escaped, policy};
use super::{SCRIPT, Way, page};
use crate::link::RELEASE;
use crate::route::Route;
use crate::text::{Lang, embed as words};

/// The file, beside the document of a page.
pub const FILE: &str = "widget-whole.html";
/// Lines of script that unpack.
const UNPACK: &str = include_str!("whole.js");

/// Everything that the files of a language have in common, packed once.
pub struct Packed {
    css: String,
    /// Name, script and packed program.
    programs: [(&'static str, String, String); 2],
}

impl Packed {
    /// Reads and packs what stands in the finished site.
    ///
    /// # Errors
    /// A sentence that names the file that cannot be read or has no start.
    pub fn read(folder: &Path, site: &Site) -> Result<Self, String> {
        let assets = &site.assets;
        let program = |name: &'static str, program: &Program| {
            let glue = started(name, &text(folder, &program.glue.name)?)?;
            let packed = gzipped(&program.wasm.name, &read(folder, &program.wasm.name)?)?;
            Ok::<_, String>((name, glue, packed))
        };
        let css = format!("{}{}", assets.framed, text(folder, &assets.reader.name)?);
        Ok(Self { css, programs: [program("page", &assets.page)?, program("lens", &assets.lens)?] })
    }

    /// The document.
    ///
    /// # Errors
    /// A sentence that names the file of words that cannot be read.
    pub fn widget(
        &self,
        folder: &Path,
        route: Route,
        lang: Lang,
        parts: &Parts,
        site: &Site,
    ) -> Result<String, String> {
        let mut held = json!({});
        for bundle in ["page", "lens"] {
            if let Some(file) = site.assets.words(bundle, lang) {
                held[bundle] = json!(text(folder, &file.name)?);
            }
        }
        let at = super::address(route, lang, site);
        let files = json!({ "release": RELEASE, "at": at, "program": { "name": "page" }, "lens": { "name": "lens" } });
        // Nothing in a text may end the script that it stands in.
        let held = held.to_string().replace("</", "<\\/");
        let script = format!("(function(){{\nvar files={files},held={held};\n{UNPACK}{SCRIPT}{CHARTS}}})();\n");
        let modules: Vec<&str> = self.programs.iter().map(|(_, glue, _)| glue.as_str()).collect();
        let packed: String = self
            .programs
            .iter()
            .map(|(name, _, packed)| format!("<script type=\"application/gzip\" id=\"{name}\">{packed}</script>"))
            .collect();
        let inline: String = modules.iter().map(|glue| format!("<script type=\"module\">{glue}</script>")).collect();
        let scripts = modules.iter().copied().chain([super::EARLY, script.as_str()]);
        let policy = policy::alone(scripts, &[self.css.as_str()]);
        // It has no program that could go back to another release.
        let moved = format!("<span>{}</span>", escaped(&words::widget_moved(lang, "@was", RELEASE)));
        let behind = format!("{packed}{inline}");
        let way = Way { policy: &policy, map: "", css: &self.css, moved: &moved, behind: &behind, script: &script };
        Ok(page(route, lang, parts, site, &way))
    }
}

/// Bytes as browsers unpack them themselves, in base64.
pub(in crate::site) fn gzipped(name: &str, bytes: &[u8]) -> Result<String, String> {
    let fault = |e: std::io::Error| format!("{name} could not be packed ({e}).");
    let mut packer = GzEncoder::new(Vec::new(), Compression::best());
    packer.write_all(bytes).map_err(fault)?;
    Ok(STANDARD.encode(packer.finish().map_err(fault)?))
}

pub(in crate::site) fn read(folder: &Path, name: &str) -> Result<Vec<u8>, String> {
    fs::read(folder.join(name)).map_err(|e| format!("{name} could not be read ({e})."))
}

pub(in crate::site) fn text(folder: &Path, name: &str) -> Result<String, String> {
    let bytes = read(folder, name)?;
    String::from_utf8(bytes).map_err(|e| format!("{name} is no text ({e})."))
}

/// The script of a program as a module that puts its start where others find it.
pub(in crate::site) fn started(name: &str, glue: &str) -> Result<String, String> {
    let fault = || format!("the script of {name} has no start that is exported.");
    let (before, exported) = glue.rsplit_once("export{").or_else(|| glue.rsplit_once("export {")).ok_or_else(fault)?;
    let list = exported.split('}').next().ok_or_else(fault)?;
    let start = list.split(',').find_map(|one| one.trim().strip_suffix(" as default")).ok_or_else(fault)?;
    Ok(format!("{before}(window.programs=window.programs||{{}}).{name}={start};").replace("</", "<\\/"))
}

#[cfg(test)]
mod tests {
    use super::started;

    #[test]
    fn the_start_of_a_program_is_found_among_what_its_script_exports() {
        let glue = "let a=1;function b(){}export{c as initSync,b as default};";
        assert_eq!(
            started("page", glue).unwrap(),
            "let a=1;function b(){}(window.programs=window.programs||{}).page=b;"
        );
        assert!(started("page", "let a=1;").unwrap_err().contains("page"));
        assert!(started("page", "export{a as b};").is_err());
    }
}
