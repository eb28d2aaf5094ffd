//! No word of a chart stands on another, and none leaves its sheet.

use crate::all::every;
use crate::sheet::{Area, sheet};

/// Widths that charts have where the window is 320, 375, 768 or 1280 pixels wide, and between.
const WIDTHS: [u32; 8] = [288, 320, 343, 440, 520, 660, 720, 1216];

fn overlap(a: Area, b: Area) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

#[tokio::test]
async fn no_word_of_a_chart_stands_on_another_at_any_width_in_any_language() {
    let mut faults = Vec::new();
    let all = every().await;
    assert!(all.len() > 60, "{} charts", all.len());
    for (lang, spec) in &all {
        for width in WIDTHS {
            let sheet = sheet(spec, width);
            let at = || format!("{} “{}” {} at {width}", spec.id, spec.title, lang.tag());
            let rooms = sheet.rooms();
            for (i, (word, room)) in rooms.iter().enumerate() {
                let limit = i32::try_from(width).unwrap();
                if room[0] < -1 || room[2] > limit + 1 {
                    faults.push(format!("{}: “{word}” leaves the sheet, {room:?}", at()));
                }
                for (other, its) in &rooms[i + 1..] {
                    if overlap(*room, *its) {
                        faults.push(format!("{}: “{word}” on “{other}”", at()));
                    }
                }
            }
            if sheet.off > 2 {
                faults.push(format!("{}: a stroke {} pixels off the sheet", at(), sheet.off));
            }
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}
