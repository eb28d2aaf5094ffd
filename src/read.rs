//! The only place where a reader's text becomes a number.
//!
//! Understood are `1234.5`, `1,234.5`, `1 234.5`, full-width digits, a decimal comma (`12,5`), the minus signs of all
//! keyboards, numbers counted in 만 and 억, 万 and 亿, and behind a number the unit of its field. What is not a number, and
//! a number of another unit, is refused, never guessed.

mod myriads;

use lodestone_model::decimal;
use lodestone_model::inputs::Spread;

/// A number as it was understood.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Read {
    /// The number.
    pub value: f64,
    /// Whether the text was anything but plain digits, so that the page should say how it was read.
    pub worth_saying: bool,
}

/// Why a text is no number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unread {
    /// Nothing was typed.
    Empty,
    /// Something else was typed.
    NotANumber,
}

/// Reads a number, behind which one of the units `own` of its field may stand.
///
/// # Errors
/// [`Unread`] says whether the text is empty or no number. Infinite results count as no number.
pub fn number(text: &str, own: &[&str]) -> Result<Read, Unread> {
    let typed = text.trim();
    if typed.is_empty() {
        return Err(Unread::Empty);
    }
    let plain = narrowed(typed);
    let plain = without_unit(&plain, own);
    if myriads::is_counted(plain) {
        let value = myriads::number(plain).ok_or(Unread::NotANumber)?;
        return Ok(Read { value, worth_saying: true });
    }
    let digits = ungroup(plain).ok_or(Unread::NotANumber)?;
    // `decimal::read` also takes words like "inf" and "nan".
    if digits.chars().any(|c| c.is_ascii_alphabetic() && !matches!(c, 'e' | 'E')) {
        return Err(Unread::NotANumber);
    }
    let value = decimal::read(&digits).filter(|v| v.is_finite()).ok_or(Unread::NotANumber)?;
    Ok(Read { value, worth_saying: digits != typed })
}

/// Reads a range, its numbers as [`number`] reads them; `None` for a text that is none.
///
/// `~` and `～` stand for `..`, as readers in East Asia type it.
#[must_use]
pub fn range(text: &str, own: &[&str]) -> Option<Spread> {
    let text = text.replace(['~', '～'], "..");
    Spread::read(&text, |part| number(part, own).ok().map(|read| read.value))
}

fn narrowed(text: &str) -> String {
    text.chars().filter_map(narrow).collect()
}

/// One character in its narrow form; `None` for spaces and invisible marks.
fn narrow(c: char) -> Option<char> {
    match c {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => char::from_u32(u32::from(c) - 0xFEE0),
        '．' | '。' => Some('.'),
        '，' | '、' | '٬' => Some(','),
        '−' | '–' | '－' | '﹣' => Some('-'),
        '＋' => Some('+'),
        '％' => Some('%'),
        c if c.is_whitespace() || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}' | '\'' | '’' | '_') => {
            None
        }
        c => Some(c),
    }
}

/// Cuts off the unit of the field, or of that unit what stands before its slash: a rate in 원/달러 is typed as 1,421원.
fn without_unit<'a>(text: &'a str, own: &[&str]) -> &'a str {
    let without = |unit: &&str| {
        let unit = narrowed(unit);
        let first = unit.split('/').next().unwrap_or_default();
        [unit.as_str(), first].into_iter().filter(|u| !u.is_empty()).find_map(|u| text.strip_suffix(u))
    };
    own.iter().find_map(without).unwrap_or(text)
}

/// Removes grouping commas, or turns a lone decimal comma into a point; `None` where the commas make no sense.
fn ungroup(text: &str) -> Option<String> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    if part.contains(',') {
        return None;
    }
    let unsigned = whole.trim_start_matches(['+', '-']);
    let groups: Vec<&str> = unsigned.split(',').collect();
    let grouped = groups[0].len() <= 3 && !groups[0].is_empty() && groups[1..].iter().all(|g| g.len() == 3);
    match groups.len() {
        1 => Some(text.to_owned()),
        _ if grouped && groups.concat().bytes().all(|b| b.is_ascii_digit()) => Some(text.replace(',', "")),
        2 if !text.contains('.') && !groups[1].is_empty() => Some(text.replace(',', ".")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Read, Unread> {
        number(text, &["kg"])
    }

    fn read_range(text: &str) -> Option<Spread> {
        range(text, &["%"])
    }

    #[test]
    fn numbers_are_read_as_readers_of_three_languages_type_them() {
        for (text, value) in [
            ("1234.5", 1234.5),
            ("1,234.5", 1234.5),
            ("1 234.5", 1234.5),
            ("１２３", 123.0),
            ("１，２３４．５", 1234.5),
            ("12,5", 12.5),
            ("−5", -5.0),
            ("10%", 10.0),
            ("10 ％", 10.0),
            ("2 kg", 2.0),
            ("700 kg/MW", 700.0),
            ("1,000,000", 1_000_000.0),
            ("1e3", 1000.0),
            (".5", 0.5),
        ] {
            assert_eq!(number(text, &["%", "kg/MW"]).map(|r| r.value), Ok(value), "{text}");
        }
    }

    #[test]
    fn ranges_are_read_with_numbers_as_readers_type_them() {
        assert_eq!(read_range("1,000..２,０００"), Some(Spread::Alike(1000.0, 2000.0)));
        assert_eq!(read_range("2～4"), Some(Spread::Alike(2.0, 4.0)));
        assert_eq!(read_range("2 .. 2.5 .. 4"), Some(Spread::Likely(2.0, 2.5, 4.0)));
        assert_eq!(read_range("p5 60%..140%"), Some(Spread::P5P95(60.0, 140.0)));
        assert_eq!(read_range("normal 100 20"), Some(Spread::Normal(100.0, 20.0)));
        for text in ["5", "4..2", "2..", "a..b", "", "2...4"] {
            assert_eq!(read_range(text), None, "{text}");
        }
    }

    #[test]
    fn only_what_was_changed_is_worth_saying() {
        assert_eq!(read("12.5").map(|r| r.worth_saying), Ok(false));
        assert_eq!(read("1,234.5").map(|r| r.worth_saying), Ok(true));
        assert_eq!(read("１２").map(|r| r.worth_saying), Ok(true));
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in ["abc", "1,23,4", "1.2.3", "inf", "NaN", "1e999", "--5", "1,2.3,4", "12abc", ",", "e", "0x10"] {
            assert_eq!(read(text), Err(Unread::NotANumber), "{text}");
        }
        assert_eq!(read("  "), Err(Unread::Empty));
    }

    #[test]
    fn numbers_counted_in_ten_thousands_are_read_with_the_unit_of_their_field() {
        for (text, unit, value) in [
            ("3억 2천만 원", "원", 3.2e8),
            ("3억2000만원", "원", 3.2e8),
            ("３億２，０００万円", "円", 3.2e8),
            ("1,234만 대", "대", 1.234e7),
            ("3.2亿元", "元", 3.2e8),
            ("6万 6040 吨", "吨/年", 66_040.0),
            ("1,421.4원", "원/달러", 1421.4),
            ("5천", "대", 5e3),
            ("－1.5万", "吨", -15_000.0),
            ("3兆瓦", "兆瓦", 3.0),
        ] {
            let read = number(text, &[unit]);
            assert_eq!(read.map(|r| (r.value, r.worth_saying)), Ok((value, true)), "{text}");
        }
        assert_eq!(range("11만 2천~18만 톤", &["톤/년"]), Some(Spread::Alike(112_000.0, 180_000.0)));
    }

    #[test]
    fn a_number_in_another_unit_is_refused() {
        for (text, unit) in
            [("2톤", "kg"), ("3.2亿元", "美元"), ("1421元", "韩元/美元"), ("3억 2천", "원"), ("10%", "kg")]
        {
            assert_eq!(number(text, &[unit]), Err(Unread::NotANumber), "{text}");
        }
    }
}
