//! Pages of others that show a calculator, as bloggers would write them (`tests/embed`), for the browser tests: on an origin of
//! their own, with the address of the site in place of the one that the pages have, and with the scripts that such hosts use.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::package;
use crate::serve::Served;
use crate::tools::{self, Outcome, root};

/// The address of the site in the pages.
const SITE: &str = "https://lodestone.example/";
/// Stands in a page for the text of a calculator that is one file, as it stands in `srcdoc`.
const WHOLE: &str = "@whole";
/// The calculator that pages have saved beside them.
const SAVED: &str = "en/motor/widget-whole.html";

/// The pages on a server of their own; they are gone when this is dropped.
pub struct Hosts {
    /// The server.
    pub served: Served,
    /// The folder, which browsers can open too.
    pub folder: TempDir,
}

/// Copies the pages and serves them.
pub fn start(dist: &Path, site: &Served) -> Outcome<Hosts> {
    let folder = tempfile::tempdir().map_err(|e| format!("no folder could be made ({e})."))?;
    let from = root().join("tests/embed");
    let fault = |file: &Path, e: std::io::Error| format!("{} could not be copied ({e}).", file.display());
    let whole = fs::read_to_string(dist.join(SAVED)).map_err(|e| fault(Path::new(SAVED), e))?;
    let quoted = whole.replace('&', "&amp;").replace('"', "&quot;");
    for file in tools::below(&from)? {
        let text = fs::read_to_string(&file).map_err(|e| fault(&file, e))?;
        let text = text.replace(SITE, &site.address).replace(WHOLE, &quoted);
        let to = folder.path().join(file.strip_prefix(&from).unwrap_or(&file));
        fs::create_dir_all(to.parent().unwrap_or(folder.path())).map_err(|e| fault(&to, e))?;
        fs::write(&to, text).map_err(|e| fault(&to, e))?;
    }
    // The package as a host has it: on its own origin.
    let package = dist.join(package::FOLDER);
    for file in tools::below(&package)? {
        let to = folder.path().join(package::FOLDER).join(file.strip_prefix(&package).unwrap_or(&file));
        fs::create_dir_all(to.parent().unwrap_or(folder.path())).map_err(|e| fault(&to, e))?;
        fs::copy(&file, &to).map_err(|e| fault(&file, e))?;
    }
    let put = |name: &str, text: &str| {
        let to = folder.path().join(name);
        fs::create_dir_all(to.parent().unwrap_or(folder.path()))
            .and_then(|()| fs::write(&to, text))
            .map_err(|e| fault(&to, e))
    };
    put("saved/motor.html", &whole)?;
    // A host whose policy refuses wasm: a second policy counts beside the file's own.
    let refusing = "<head><meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'unsafe-inline'\">";
    put("refused/motor.html", &whole.replacen("<head>", refusing, 1))?;
    for (name, script) in tools::frame_scripts()? {
        fs::copy(&script, folder.path().join(name)).map_err(|e| fault(&script, e))?;
    }
    Ok(Hosts { served: Served::start(folder.path(), 0)?, folder })
}
