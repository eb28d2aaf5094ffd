//! A sheet that keeps strokes and words instead of showing them.

use std::convert::Infallible;

use lodestone::chart::draw::draw;
use lodestone::chart::layout::{TEXT, text_width};
use lodestone::chart::spec::Spec;
use lodestone::chart::theme::Theme;
use plotters_backend::text_anchor::{HPos, Pos};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};

pub struct Sheet {
    pub size: (u32, u32),
    pub strokes: usize,
    /// A word, where it stands, and which of its ends stands there.
    pub words: Vec<(String, BackendCoord, HPos)>,
    /// The largest distance of any stroke from the sheet.
    pub off: i32,
    /// The ends of slanted lines, as dashes have them.
    pub slants: Vec<BackendCoord>,
    /// The points of each path.
    pub paths: Vec<Vec<BackendCoord>>,
}

/// A rectangle: left, top, right, bottom.
pub type Area = [i32; 4];

impl Sheet {
    /// The rooms that words take.
    pub fn rooms(&self) -> Vec<(&str, Area)> {
        let room = |(word, (x, y), at): &(String, BackendCoord, HPos)| {
            let width = text_width(word, TEXT);
            let left = match at {
                HPos::Left => *x,
                HPos::Center => x - width / 2,
                HPos::Right => x - width,
            };
            // Letters stand within the size of the face around the middle of their row.
            [left, y - 6, left + width, y + 6]
        };
        self.words.iter().map(|w| (w.0.as_str(), room(w))).collect()
    }

    /// The ends of slanted lines between two columns.
    pub fn strokes_at(&self, left: i32, right: i32) -> Vec<BackendCoord> {
        self.slants.iter().copied().filter(|(x, _)| (left..=right).contains(x)).collect()
    }

    fn see(&mut self, (x, y): BackendCoord) {
        let (right, bottom) = (i32::try_from(self.size.0).unwrap(), i32::try_from(self.size.1).unwrap());
        self.off = self.off.max(-x).max(-y).max(x - right).max(y - bottom);
        self.strokes += 1;
    }
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for Sheet {
    type ErrorType = Infallible;
    fn get_size(&self) -> (u32, u32) {
        self.size
    }
    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }
    fn present(&mut self) -> Drawn {
        Ok(())
    }
    fn draw_pixel(&mut self, at: BackendCoord, _: BackendColor) -> Drawn {
        self.see(at);
        Ok(())
    }
    fn draw_line<S: BackendStyle>(&mut self, a: BackendCoord, b: BackendCoord, _: &S) -> Drawn {
        self.see(a);
        self.see(b);
        if a.0 != b.0 && a.1 != b.1 {
            self.slants.extend([a, b]);
        }
        Ok(())
    }
    fn draw_rect<S: BackendStyle>(&mut self, a: BackendCoord, b: BackendCoord, _: &S, _: bool) -> Drawn {
        assert!(a.0 <= b.0 && a.1 <= b.1, "a rectangle from {a:?} to {b:?}");
        self.see(a);
        self.see(b);
        Ok(())
    }
    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, _: &S) -> Drawn {
        let path: Vec<BackendCoord> = path.into_iter().collect();
        path.iter().for_each(|at| self.see(*at));
        self.paths.push(path);
        Ok(())
    }
    fn draw_circle<S: BackendStyle>(&mut self, at: BackendCoord, _: u32, _: &S, _: bool) -> Drawn {
        self.see(at);
        Ok(())
    }
    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, _: &S) -> Drawn {
        path.into_iter().for_each(|at| self.see(at));
        Ok(())
    }
    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        let Pos { h_pos, .. } = style.anchor();
        self.words.push((text.to_owned(), at, h_pos));
        Ok(())
    }
}

/// The chart on a sheet of this width, as tall as on the page.
pub fn sheet(spec: &Spec, width: u32) -> Sheet {
    let mut sheet = Sheet {
        size: (width, spec.body.height()),
        strokes: 0,
        words: Vec::new(),
        off: 0,
        paths: Vec::new(),
        slants: Vec::new(),
    };
    draw(&mut sheet, spec, &Theme::default(), 1.0).unwrap();
    sheet
}
