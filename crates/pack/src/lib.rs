//! Bytes as the smallest text that a document can hold, and back: one LZMA stream, written in Z85 with `~` for the sign that may begin
//! a tag.
//!
//! The file that holds the whole site is packed with it. A crate of its own, so that a build for tests packs as fast as any other.
//! Not here: what is packed.

use std::io::Read;

use lzma_rust2::LzmaReader;

/// Most memory that unpacking may take, kB: that of the longest window and some more.
const MOST: u32 = 64 * 1024;
/// The sign of Z85 that may begin a tag, and what stands for it.
const TAG: (char, char) = ('<', '~');

/// The bytes of a packed text; `None` for what is none.
#[must_use]
pub fn unpack(text: &str) -> Option<Vec<u8>> {
    let packed = z85::decode(text.trim().replace(TAG.1, "<")).ok()?;
    let mut bytes = Vec::new();
    LzmaReader::new_mem_limit(packed.as_slice(), MOST, None).ok()?.read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// The bytes as a packed text.
///
/// # Errors
/// What the packer says.
#[cfg(feature = "pack")]
pub fn pack(bytes: &[u8]) -> std::io::Result<String> {
    use std::io::Write;

    use lzma_rust2::{LzmaOptions, LzmaWriter};

    /// What takes longest and gets smallest.
    const PRESET: u32 = 9;
    /// How far back the packer looks, bytes: over all pages of three languages.
    const WINDOW: u32 = 16 << 20;
    /// How long a likeness it looks for.
    const LONGEST: u32 = 273;
    let mut options = LzmaOptions::with_preset(PRESET);
    // A window beyond the whole is memory that whoever unpacks has to find.
    options.dict_size = u32::try_from(bytes.len()).unwrap_or(WINDOW).min(WINDOW).next_power_of_two().max(1 << 16);
    options.nice_len = LONGEST;
    let mut packer = LzmaWriter::new_use_header(Vec::new(), &options, Some(bytes.len() as u64))?;
    packer.write_all(bytes)?;
    Ok(z85::encode(packer.finish()?).replace(TAG.0, "~"))
}

#[cfg(all(test, feature = "pack"))]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_is_unpacked_to_the_byte_and_begins_no_tag() {
        let long: Vec<u8> = (0..200_000_u32).flat_map(|i| (i / 7).to_le_bytes()).collect();
        for bytes in [&b""[..], b"magnets", "자석 磁体".as_bytes(), &long] {
            let text = pack(bytes).unwrap();
            assert!(!text.contains('<') && text.is_ascii());
            assert_eq!(unpack(&text).unwrap(), bytes);
        }
    }

    #[test]
    fn what_is_no_packed_text_is_refused() {
        for text in ["", "magnets", "~~~~~", "자석", &pack(b"magnets").unwrap()[..10]] {
            assert_eq!(unpack(text), None, "{text}");
        }
    }
}
