//! Pictures of the cards: `src/bin/cards.rs` writes what each shows, a browser draws it, and it is kept in few colours.
//!
//! `cards/manifest.json` says of each picture what it shows; a test finds those whose answer has changed since.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Map, Value, json};

use crate::browser;
use crate::tools::{self, Outcome, root};

/// Colours of a picture: those of text on paper, and of its edges.
const COLOURS: usize = 48;
/// Bytes that a picture may take.
const MOST: usize = 40_000;
/// Arguments of the browser: no window, nobody else asked, edges of letters in grey.
const ARGUMENTS: [&str; 10] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-lcd-text",
    "--hide-scrollbars",
    "--force-device-scale-factor=1",
];
/// Width and height of a card.
const SIZE: (u32, u32) = (1200, 630);
/// The mark of the site, and what the names of its pictures begin with; a width and an ending follow.
const MARK: &str = "mark.svg";
const ICON: &str = "icon-";
/// Widths of these pictures.
const ICONS: [u32; 2] = [192, 512];

/// Takes the picture of every card that shows something else than its picture.
pub fn run() -> Outcome<()> {
    let shown = tools::target_dir().join("cards");
    let fault = |path: &Path, e: std::io::Error| format!("{}: {e}.", path.display());
    if shown.exists() {
        fs::remove_dir_all(&shown).map_err(|e| fault(&shown, e))?;
    }
    fs::create_dir_all(&shown).map_err(|e| fault(&shown, e))?;
    let mut write = tools::cargo();
    write.args(["run", "--quiet", "--features", "ssr", "--bin", "cards", "--"]).arg(&shown);
    tools::run(&mut write)?;
    let cards = root().join("cards");
    fs::create_dir_all(&cards).map_err(|e| fault(&cards, e))?;
    let file = cards.join("manifest.json");
    let known: Map<String, Value> =
        fs::read_to_string(&file).ok().and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
    let (browser, mut all, mut taken) = (browser::browser()?, Map::new(), 0);
    for html in tools::below(&shown)?.into_iter().filter(|f| f.extension().is_some_and(|e| e == "html")) {
        let name = html.with_extension("png").file_name().unwrap_or_default().to_string_lossy().into_owned();
        let read = |path: &Path| fs::read(path).map_err(|e| fault(path, e));
        let (shows, said) = (tools::hash(&read(&html)?), read(&html.with_extension("txt"))?);
        let picture = cards.join(&name);
        let old = fs::read(&picture).unwrap_or_default();
        let fresh = known.get(&name).is_some_and(|k| k["shows"] == shows && k["picture"] == tools::hash(&old));
        let bytes = if fresh { old } else { take(&browser, &html, SIZE)? };
        if bytes.len() > MOST {
            return Err(format!("{name} has {} bytes; {MOST} are allowed.", bytes.len()));
        }
        if !fresh {
            taken += 1;
            println!("{name}: {} bytes", bytes.len());
            fs::write(&picture, &bytes).map_err(|e| fault(&picture, e))?;
        }
        let entry = json!({ "shows": shows, "picture": tools::hash(&bytes), "said": String::from_utf8_lossy(&said) });
        all.insert(name, entry);
    }
    icons(&browser, &cards, &shown)?;
    // What no card is any more goes.
    for old in tools::below(&cards)?.into_iter().filter(|f| f.extension().is_some_and(|e| e == "png")) {
        let name = old.file_name().unwrap_or_default().to_string_lossy();
        if !all.contains_key(&*name) && !name.starts_with(ICON) {
            fs::remove_file(&old).map_err(|e| fault(&old, e))?;
        }
    }
    let text = serde_json::to_string_pretty(&all).map_err(|e| format!("manifest.json: {e}."))?;
    fs::write(&file, text + "\n").map_err(|e| fault(&file, e))?;
    println!("{} cards, {taken} of them new.", all.len());
    Ok(())
}

/// The mark of the site as pictures, for those systems that take no drawing.
fn icons(browser: &str, cards: &Path, shown: &Path) -> Outcome<()> {
    let fault = |path: &Path, e: std::io::Error| format!("{}: {e}.", path.display());
    let mark = cards.join(MARK);
    let drawing = fs::read_to_string(&mark).map_err(|e| fault(&mark, e))?;
    for width in ICONS {
        let html = shown.join(format!("{ICON}{width}.html"));
        let text =
            format!("<!doctype html><style>body{{margin:0}}svg{{display:block;width:{width}px}}</style>{drawing}");
        fs::write(&html, text).map_err(|e| fault(&html, e))?;
        let picture = cards.join(format!("{ICON}{width}.png"));
        fs::write(&picture, take(browser, &html, (width, width))?).map_err(|e| fault(&picture, e))?;
    }
    Ok(())
}

/// The picture of a document of this width and height.
fn take(browser: &str, html: &Path, (width, height): (u32, u32)) -> Outcome<Vec<u8>> {
    let (picture, profile) = (html.with_extension("raw.png"), html.with_extension("profile"));
    let mut command = Command::new(browser);
    command.args(ARGUMENTS).arg(format!("--window-size={width},{height}"));
    command.arg(format!("--user-data-dir={}", profile.display()));
    command.arg(format!("--screenshot={}", picture.display())).arg(format!("file://{}", html.display()));
    tools::run(command.stdout(Stdio::null()).stderr(Stdio::null()))?;
    let bytes = fs::read(&picture).map_err(|e| format!("{} drew no {} ({e}).", browser, picture.display()))?;
    fewer(&bytes).map_err(|e| format!("{}: {e}.", picture.display()))
}

/// The same picture in few colours.
fn fewer(picture: &[u8]) -> Result<Vec<u8>, String> {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(picture));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().map_err(|e| e.to_string())?;
    let mut buffer = vec![0; reader.output_buffer_size().ok_or("it is too large")?];
    let info = reader.next_frame(&mut buffer).map_err(|e| e.to_string())?;
    let samples = info.color_type.samples();
    if samples < 3 {
        return Err("it has no colours".into());
    }
    let pixels: Vec<[u8; 3]> = buffer.chunks_exact(samples).map(|p| [p[0], p[1], p[2]]).collect();
    let palette = palette(&pixels);
    let mut known = HashMap::new();
    let indices: Vec<u8> =
        pixels.iter().map(|pixel| *known.entry(*pixel).or_insert_with(|| nearest(&palette, *pixel))).collect();
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, info.width, info.height);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_palette(palette.concat());
    encoder.set_compression(png::Compression::High);
    encoder.set_filter(png::Filter::NoFilter);
    let mut writer = encoder.write_header().map_err(|e| e.to_string())?;
    writer.write_image_data(&indices).and_then(|()| writer.finish()).map_err(|e| e.to_string())?;
    Ok(out)
}

/// The colours that occur most, each some way from those before it.
fn palette(pixels: &[[u8; 3]]) -> Vec<[u8; 3]> {
    let mut counts: HashMap<[u8; 3], usize> = HashMap::new();
    for pixel in pixels {
        *counts.entry(*pixel).or_default() += 1;
    }
    let mut order: Vec<_> = counts.into_iter().collect();
    order.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    let mut chosen: Vec<[u8; 3]> = Vec::new();
    for apart in [300, 100, 0] {
        for (colour, _) in &order {
            if chosen.len() < COLOURS && chosen.iter().all(|c| distance(*c, *colour) > apart) {
                chosen.push(*colour);
            }
        }
    }
    chosen
}

fn nearest(palette: &[[u8; 3]], colour: [u8; 3]) -> u8 {
    let place = (0..palette.len()).min_by_key(|i| distance(palette[*i], colour));
    u8::try_from(place.unwrap_or(0)).unwrap_or(0)
}

fn distance(a: [u8; 3], b: [u8; 3]) -> i32 {
    a.iter().zip(b).map(|(a, b)| (i32::from(*a) - i32::from(b)).pow(2)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_keeps_its_size_and_its_main_colours_and_becomes_small() {
        let (width, height) = (200_u32, 100_u32);
        let paper = [251, 250, 247];
        let mut pixels = vec![paper; (width * height) as usize];
        for (i, pixel) in pixels.iter_mut().enumerate().skip(5000).take(3000) {
            // Many shades between two colours.
            *pixel = [180, (i % 251) as u8, 42];
        }
        let mut full = Vec::new();
        let mut encoder = png::Encoder::new(&mut full, width, height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.write_header().unwrap().write_image_data(&pixels.concat()).unwrap();
        let small = fewer(&full).unwrap();
        assert!(small.len() < pixels.len());
        let mut reader = png::Decoder::new(std::io::Cursor::new(&small)).read_info().unwrap();
        assert_eq!((reader.info().width, reader.info().height), (width, height));
        let palette = reader.info().palette.clone().unwrap();
        assert!(palette.len() <= 3 * COLOURS && palette.chunks(3).any(|c| c == paper));
        let mut indices = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut indices).unwrap();
        for (pixel, index) in pixels.iter().zip(indices) {
            let at = 3 * usize::from(index);
            let kept = [palette[at], palette[at + 1], palette[at + 2]];
            assert!(distance(*pixel, kept) < 400, "{pixel:?} became {kept:?}");
        }
    }
}
