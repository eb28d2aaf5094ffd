//! Packs texts and programs so that a document can hold them.

use std::io::Write;

use lzma_rust2::{LzmaOptions, LzmaWriter};

/// Settings of the packer: what takes longest and gets smallest.
const PRESET: u32 = 9;
/// How far back the packer looks, bytes: over all pages of three languages.
const WINDOW: u32 = 16 << 20;
/// How long a likeness it looks for.
const LONGEST: u32 = 273;

/// The bytes as a packed text: Z85, with `~` for the sign that may begin a tag.
///
/// # Errors
/// What the packer says.
pub(super) fn pack(name: &str, bytes: &[u8]) -> Result<String, String> {
    let fault = |e: std::io::Error| format!("{name} could not be packed ({e}).");
    let mut options = LzmaOptions::with_preset(PRESET);
    // A window beyond the whole is memory that whoever unpacks has to find.
    options.dict_size = u32::try_from(bytes.len()).unwrap_or(u32::MAX).next_power_of_two().clamp(1 << 16, WINDOW);
    options.nice_len = LONGEST;
    let mut packer = LzmaWriter::new_use_header(Vec::new(), &options, Some(bytes.len() as u64)).map_err(fault)?;
    packer.write_all(bytes).map_err(fault)?;
    Ok(z85::encode(packer.finish().map_err(fault)?).replace('<', "~"))
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use lzma_rust2::LzmaReader;

    use super::*;

    #[test]
    fn what_was_packed_is_unpacked_to_the_byte() {
        let long: Vec<u8> = (0..200_000_u32).flat_map(|i| (i / 7).to_le_bytes()).collect();
        for bytes in [&b""[..], b"magnets", "자석 磁体".as_bytes(), &long] {
            let text = pack("a test", bytes).unwrap();
            assert!(!text.contains('<'));
            let packed = z85::decode(text.replace('~', "<")).unwrap();
            let mut back = Vec::new();
            LzmaReader::new_mem_limit(packed.as_slice(), 64 << 10, None).unwrap().read_to_end(&mut back).unwrap();
            assert_eq!(back, bytes);
        }
    }
}
