//! Where the keys lead on a chart: along a row of marks, and from row to row.

use crate::chart::marks::Row;
use crate::chart::spec::{Body, Spec};

/// Whether marks that follow each other stand one below the other.
pub fn is_upright(spec: &Spec) -> bool {
    matches!(spec.body, Body::Bars { .. } | Body::Tornado(_))
}

/// Where a key leads from a point, from nowhere to an end; `None` for a key that leads nowhere.
pub fn moved(rows: &[Row], at: Option<(usize, usize)>, key: &str, upright: bool) -> Option<(usize, usize)> {
    let (mut back, mut on, mut up, mut down) = ("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown");
    if upright {
        (back, on, up, down) = ("ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight");
    }
    let first = rows.first()?;
    let (r, m) = at.unwrap_or((0, 0));
    let r = r.min(rows.len() - 1);
    let (row, last) = (rows.get(r)?, rows.get(r)?.marks.len() - 1);
    let m = m.min(last);
    // Where there is one row, every arrow walks along it.
    let alone = rows.len() == 1;
    let across = |to: usize| {
        let x = row.marks[m].spot;
        let far = |spot: (i32, i32)| if upright { (spot.1 - x.1).abs() } else { (spot.0 - x.0).abs() };
        let nearest = (0..rows[to].marks.len()).min_by_key(|i| far(rows[to].marks[*i].spot));
        (to, nearest.unwrap_or(0))
    };
    match key {
        "Home" => Some((r, 0)),
        "End" => Some((r, last)),
        k if k == on || (alone && k == down) => Some(at.map_or((0, 0), |_| (r, (m + 1).min(last)))),
        k if k == back || (alone && k == up) => {
            Some(at.map_or((0, first.marks.len() - 1), |_| (r, m.saturating_sub(1))))
        }
        k if k == up => Some(at.map_or((0, 0), |_| across(r.saturating_sub(1)))),
        k if k == down => Some(at.map_or((0, 0), |_| across((r + 1).min(rows.len() - 1)))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::marks::Mark;
    use crate::text::Lang;
    use lodestone_model::report::Range;

    fn rows() -> Vec<Row> {
        let mark = |x: i32, y: i32| Mark::new(Lang::En, "m", Range::exactly(1.0), (x, y));
        vec![
            Row { name: "upper".into(), marks: vec![mark(0, 0), mark(10, 0), mark(20, 0)] },
            Row { name: "lower".into(), marks: vec![mark(10, 9), mark(20, 9)] },
        ]
    }

    #[test]
    fn keys_walk_along_a_row_stop_at_its_ends_and_change_to_the_nearest_of_another() {
        let rows = rows();
        let go = |at, key| moved(&rows, at, key, false);
        assert_eq!(go(None, "ArrowRight"), Some((0, 0)));
        assert_eq!(go(None, "ArrowLeft"), Some((0, 2)));
        assert_eq!(go(Some((0, 2)), "ArrowRight"), Some((0, 2)));
        assert_eq!(go(Some((0, 0)), "ArrowLeft"), Some((0, 0)));
        assert_eq!(go(Some((0, 2)), "ArrowDown"), Some((1, 1)));
        assert_eq!(go(Some((1, 0)), "ArrowUp"), Some((0, 1)));
        assert_eq!(go(Some((1, 0)), "ArrowDown"), Some((1, 0)));
        assert_eq!(go(Some((0, 1)), "Home"), Some((0, 0)));
        assert_eq!(go(Some((0, 1)), "End"), Some((0, 2)));
        assert_eq!(go(Some((0, 1)), "a"), None);
        // After a change there may be fewer marks than before.
        assert_eq!(go(Some((7, 9)), "ArrowLeft"), Some((1, 0)));
        assert_eq!(moved(&[], None, "ArrowRight", false), None);
    }

    #[test]
    fn where_marks_stand_below_each_other_the_upright_arrows_walk() {
        let rows = rows();
        assert_eq!(moved(&rows, Some((0, 0)), "ArrowDown", true), Some((0, 1)));
        assert_eq!(moved(&rows[..1], Some((0, 0)), "ArrowRight", true), Some((0, 1)));
    }
}
