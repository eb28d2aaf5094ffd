//! Makes the staged program smaller: short names for what the wasm imports from its glue, the glue minified.
//!
//! Each of some two hundred imports has a name with a hash, in both files, that compresses to nothing; the sections that
//! tools write about themselves go too. Both files get names by their new content.

use std::fs;
use std::path::Path;

use crate::tools::{self, Outcome};

/// Ends the name of a program.
const PROGRAM: &str = "_bg.wasm";
/// The bytes before the first section.
const HEADER: usize = 8;
/// The section that says what a tool has to say, and the section of imports.
const CUSTOM: u8 = 0;
const IMPORTS: u8 = 2;

/// What the glue is.
const GLUE: [&str; 2] = ["--format=esm", "--target=es2022"];

/// Shrinks every program of the stage.
pub fn run(stage: &Path) -> Outcome<()> {
    let fault = |e: std::io::Error| format!("{} could not be read ({e}).", stage.display());
    let names = fs::read_dir(stage).map_err(fault)?.filter_map(|e| e.ok()?.file_name().into_string().ok());
    for name in names.filter_map(|n| n.strip_suffix(PROGRAM).map(str::to_owned)) {
        let (program, glue) = (format!("{name}{PROGRAM}"), format!("{name}.js"));
        let read = |file: &str| fs::read(stage.join(file)).map_err(|e| format!("{file} could not be read ({e})."));
        let (old_wasm, old_js) = (read(&program)?, read(&glue)?);
        let (wasm, imports) = shorten(&old_wasm).ok_or_else(|| format!("{program} has imports of another kind."))?;
        let js = tools::minified(&renamed(&String::from_utf8_lossy(&old_js), &imports)?, &GLUE)?;
        let plain = plain(&name);
        for (file, end, new) in [(program, PROGRAM, wasm), (glue, ".js", js)] {
            let hashed = format!("{plain}-{}{end}", tools::hash(&new));
            let moved = fs::remove_file(stage.join(&file)).and_then(|()| fs::write(stage.join(&hashed), &new));
            moved.map_err(|e| format!("{hashed} could not be written ({e})."))?;
        }
    }
    Ok(())
}

/// A name without the hash that Trunk has put into some: a number in base sixteen, without the zeros that begin it.
fn plain(name: &str) -> &str {
    let is_hash = |end: &str| (9..=16).contains(&end.len()) && end.chars().all(|c| c.is_ascii_hexdigit());
    name.rsplit_once('-').filter(|(_, end)| is_hash(end)).map_or(name, |(plain, _)| plain)
}

/// A name in the wasm and its short name.
type Short = (String, String);

/// The program with short names for its imports, and these names; `None` where it imports anything but functions.
fn shorten(wasm: &[u8]) -> Option<(Vec<u8>, Vec<Short>)> {
    let (header, mut rest) = wasm.split_at_checked(HEADER)?;
    let (mut out, mut names) = (header.to_vec(), Vec::new());
    while let Some((kind, after)) = rest.split_first() {
        let (mut body, after) = bytes(after)?;
        rest = after;
        let mut written = Vec::new();
        match *kind {
            CUSTOM => continue,
            IMPORTS => {
                let count = number(&mut body)?;
                put(&mut written, count);
                for i in 0..count {
                    let (_, after) = bytes(body)?;
                    let (name, after) = bytes(after)?;
                    // A zero says that it is a function, of a type by number.
                    let (0, mut after) = after.split_first().map(|(k, rest)| (*k, rest))? else { return None };
                    let short = format!("_{i:x}");
                    put_bytes(&mut written, b"_");
                    put_bytes(&mut written, short.as_bytes());
                    written.push(0);
                    put(&mut written, number(&mut after)?);
                    names.push((String::from_utf8(name.to_vec()).ok()?, short));
                    body = after;
                }
            }
            _ => written.extend_from_slice(body),
        }
        out.push(*kind);
        put_bytes(&mut out, &written);
    }
    Some((out, names))
}

/// The glue with the short names: its object of imports has one entry a name, in an entry for the module.
fn renamed(glue: &str, imports: &[Short]) -> Outcome<String> {
    let module = glue.split("_bg.js\": import0").next().and_then(|before| before.rsplit_once('"'));
    let module = module.map(|(_, name)| format!("\"{name}_bg.js\": import0")).ok_or("the glue names no imports.")?;
    let mut out = glue.replace(&module, "_: import0");
    for (name, short) in imports {
        let entry = format!(" {name}: ");
        if out.matches(&entry).count() != 1 {
            return Err(format!("the glue has not one entry for {name}."));
        }
        out = out.replace(&entry, &format!(" {short}: "));
    }
    Ok(out)
}

/// Reads a number of seven bits a byte, the lowest first.
fn number(rest: &mut &[u8]) -> Option<u32> {
    let mut value = 0;
    for shift in (0..32).step_by(7) {
        let (byte, after) = rest.split_first()?;
        *rest = after;
        value |= u32::from(byte & 0x7f) << shift;
        if *byte < 0x80 {
            return Some(value);
        }
    }
    None
}

/// Reads a length and so many bytes; these and what follows.
fn bytes(mut from: &[u8]) -> Option<(&[u8], &[u8])> {
    let length = number(&mut from)? as usize;
    from.split_at_checked(length)
}

fn put(out: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        out.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

fn put_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    // Sections of a program are far below 4 GB.
    put(out, u32::try_from(bytes.len()).unwrap_or(u32::MAX));
    out.extend_from_slice(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_get_short_names_on_both_sides_and_tools_say_nothing() {
        let section = |kind: u8, body: &[u8]| {
            let mut out = vec![kind];
            put_bytes(&mut out, body);
            out
        };
        let mut imports = vec![2];
        for (name, ty) in [("__wbg_now_0123456789abcdef", 3), ("__wbg_then_0123456789abcdef", 200)] {
            put_bytes(&mut imports, b"./page_bg.js");
            put_bytes(&mut imports, name.as_bytes());
            imports.push(0);
            put(&mut imports, ty);
        }
        let code = [7; 300];
        let header = b"\0asm\x01\0\0\0".to_vec();
        let wasm = [header.clone(), section(0, b"\x04name"), section(2, &imports), section(10, &code)].concat();
        let (short, names) = shorten(&wasm).unwrap();
        let wanted = b"\x02\x01_\x02_0\0\x03\x01_\x02_1\0\xc8\x01";
        assert_eq!(short, [header, section(2, wanted), section(10, &code)].concat());

        let glue = "const import0 = {\n __wbg_now_0123456789abcdef: function() {},\n __wbg_then_0123456789abcdef: (a) => a,\n};\nreturn { \"./page_bg.js\": import0, };";
        let short = renamed(glue, &names).unwrap();
        assert_eq!(short, "const import0 = {\n _0: function() {},\n _1: (a) => a,\n};\nreturn { _: import0, };");
        assert!(renamed(&short, &names).is_err(), "glue of another program");
        assert_eq!(shorten(b"\0asm\x01\0\0\0\x02\x05\x01\0\0\x02\0"), None, "an imported memory");
    }

    #[test]
    fn a_hash_of_trunk_is_left_out_of_a_name_whatever_it_begins_with() {
        for name in ["lodestone-page-64e3d2e1d4f940b", "lodestone-page-064e3d2e1d4f940b", "lodestone-page"] {
            assert_eq!(plain(name), "lodestone-page");
        }
        assert_eq!(plain("lodestone-face"), "lodestone-face", "a word is no hash");
    }
}
