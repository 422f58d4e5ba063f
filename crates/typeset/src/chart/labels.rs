//! Labels that do not cover anything.

use crate::drawing::{Point, Rect};

/// What crossing a line weighs; lines of the grid weigh one each.
const CROSSED: usize = 100;
/// Points between the places that are tried where none of the wanted ones is free.
const SCAN: f64 = 4.0;

/// What a label must keep clear of.
#[derive(Default)]
pub(super) struct Room {
    bounds: Option<Rect>,
    boxes: Vec<Rect>,
    lines: Vec<Vec<Point>>,
    grid: Vec<f64>,
}

impl Room {
    /// Labels stay within these bounds.
    pub(super) fn within(bounds: Rect) -> Self {
        Self { bounds: Some(bounds), ..Self::default() }
    }

    /// Keeps an area clear.
    pub(super) fn block(&mut self, rect: Rect) {
        self.boxes.push(rect);
    }

    /// Keeps a line clear.
    pub(super) fn block_line(&mut self, points: Vec<Point>) {
        self.lines.push(points);
    }

    /// Keeps a horizontal line of the grid clear where there is a choice.
    pub(super) fn avoid_grid(&mut self, y: f64) {
        self.grid.push(y);
    }

    /// The first of the candidates that covers nothing, else the one that covers least; it is then taken.
    /// Candidates outside the bounds are moved in first.
    pub(super) fn take(&mut self, candidates: impl IntoIterator<Item = Rect>) -> Option<Rect> {
        let mut best: Option<(usize, Rect)> = None;
        for candidate in candidates {
            let candidate = self.moved_in(candidate);
            let covered = self.covered(&candidate);
            if best.is_none_or(|(least, _)| covered < least) {
                best = Some((covered, candidate));
            }
            if covered == 0 {
                break;
            }
        }
        let (covered, wanted) = best?;
        let taken = if covered < CROSSED { wanted } else { self.nearest_free(&wanted).unwrap_or(wanted) };
        self.boxes.push(taken);
        Some(taken)
    }

    /// The free place nearest to one that is not.
    fn nearest_free(&self, wanted: &Rect) -> Option<Rect> {
        let bounds = self.bounds?;
        let steps = |from: f64, to: f64| {
            let count = ((to - from) / SCAN).max(0.0);
            std::iter::successors(Some(from), |it| Some(it + SCAN))
                .take_while(move |it| *it <= from + count * SCAN)
        };
        steps(bounds.y, bounds.bottom() - wanted.height)
            .flat_map(|y| {
                steps(bounds.x, bounds.right() - wanted.width).map(move |x| Rect { x, y, ..*wanted })
            })
            .filter(|it| self.covered(it) < CROSSED)
            .min_by(|a, b| distance(a, wanted).total_cmp(&distance(b, wanted)))
    }

    fn moved_in(&self, rect: Rect) -> Rect {
        let Some(bounds) = self.bounds else { return rect };
        let x = rect.x.min(bounds.right() - rect.width).max(bounds.x);
        let y = rect.y.min(bounds.bottom() - rect.height).max(bounds.y);
        Rect { x, y, ..rect }
    }

    /// How much a label would cover; boxes weigh more than lines, lines more than the grid behind everything.
    fn covered(&self, rect: &Rect) -> usize {
        let boxes = self.boxes.iter().filter(|it| it.overlaps(rect)).count();
        let crossed =
            self.lines.iter().flat_map(|line| line.windows(2)).filter(|ends| crosses(rect, ends[0], ends[1]));
        let grid = self.grid.iter().filter(|it| (rect.y..rect.bottom()).contains(it)).count();
        1_000 * CROSSED * boxes + CROSSED * crossed.count() + grid
    }
}

fn distance(a: &Rect, b: &Rect) -> f64 {
    let (dx, dy) = (a.x - b.x, a.y - b.y);
    dx * dx + dy * dy
}

/// Whether a straight line touches a rectangle (Liang and Barsky's clipping).
pub(super) fn crosses(rect: &Rect, from: Point, to: Point) -> bool {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    let sides = [
        (-dx, from.x - rect.x),
        (dx, rect.right() - from.x),
        (-dy, from.y - rect.y),
        (dy, rect.bottom() - from.y),
    ];
    for (step, room) in sides {
        if step == 0.0 {
            if room < 0.0 {
                return false;
            }
        } else if step < 0.0 {
            enter = enter.max(room / step);
        } else {
            leave = leave.min(room / step);
        }
    }
    enter <= leave
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_through_a_box_is_seen() {
        let rect = Rect::new(10.0, 10.0, 10.0, 10.0);
        assert!(crosses(&rect, Point::new(0.0, 0.0), Point::new(30.0, 30.0)));
        assert!(!crosses(&rect, Point::new(0.0, 30.0), Point::new(9.0, 0.0)));
        assert!(crosses(&rect, Point::new(15.0, 0.0), Point::new(15.0, 50.0)));
    }

    #[test]
    fn the_second_label_goes_elsewhere() {
        let mut room = Room::within(Rect::new(0.0, 0.0, 100.0, 100.0));
        let wanted = Rect::new(90.0, 0.0, 20.0, 10.0);
        let first = room.take([wanted]).expect("a candidate");
        assert!((first.x - 80.0).abs() < 1e-9);
        let second = room.take([wanted, wanted.shifted(0.0, 30.0)]).expect("a candidate");
        assert!(!first.overlaps(&second));
    }
}
