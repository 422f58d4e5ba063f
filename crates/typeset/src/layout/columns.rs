//! Pieces through columns: filled evenly where they fit on the page, to its foot where they go on.

use super::flow::{Cursor, Pages, Piece, stacked_height};
use super::page::Page;
use super::setting::Frame;

/// Columns begin only where at least so much of the page is left.
const LEAST_ROOM: f64 = 45.0;
/// Columns up to this height are not torn over two pages.
const UNTORN_HEIGHT: f64 = 60.0;
/// Halvings of the search for the least height that holds everything: to a tenth of a point on any page.
const HALVINGS: usize = 13;

/// What fills columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Flowing {
    /// Pieces, laid out in the first column.
    pub(super) pieces: Vec<Piece>,
    /// Number of columns.
    pub(super) columns: usize,
    /// From the left edge of a column to that of the next.
    pub(super) step: f64,
}

impl Flowing {
    /// The same without marks.
    pub(super) fn sketch(&self) -> Self {
        Self { pieces: self.pieces.iter().map(Piece::sketch).collect(), ..*self }
    }

    /// Room without which the columns begin on another page: that of their first part, or of all and what must
    /// stand below where that is little.
    pub(super) fn least_room(&self, tail: f64) -> f64 {
        let first = self.pieces.iter().position(|it| !it.keep).map_or(self.pieces.len(), |at| at + 1);
        let first = LEAST_ROOM.max(stacked_height(&self.pieces[..first]));
        let whole = even_height(&self.pieces, self.columns, UNTORN_HEIGHT);
        whole.map_or(first, |whole| first.max(whole + tail))
    }
}

/// Fills columns from the cursor on; `around` says what distance is kept above and below, `tail` how much room must be
/// left below their end.
pub(super) fn fill(
    pages: &mut Pages,
    flowing: Flowing,
    around: &Piece,
    tail: f64,
    cursor: &mut Cursor,
    frame: &Frame,
) {
    let Flowing { pieces, columns, step } = flowing;
    let mut rest = pieces;
    while !rest.is_empty() {
        let top = cursor.y + cursor.after.map_or(0.0, |after| after.max(around.before));
        let mut room = cursor.bottom - top;
        if fit(&rest, columns, room) {
            room -= tail;
        }
        let fresh = cursor.after.is_none();
        if !fresh && taken(&rest, 0, room) == 0 {
            pages.sheets.push(Page::default());
            *cursor = Cursor::fresh(frame);
            continue;
        }
        let height = even_height(&rest, columns, room).unwrap_or(room);
        let mut lowest = top;
        for column in 0..columns {
            // A piece higher than the page is printed rather than lost.
            let count = taken(&rest, 0, height).max(usize::from(column == 0)).min(rest.len());
            let mut y = top;
            let mut after = None;
            for mut piece in rest.drain(..count) {
                y += after.map_or(0.0, |after: f64| after.max(piece.before));
                after = Some(piece.after);
                let height = piece.height;
                piece.shift(column as f64 * step, 0.0);
                pages.put(piece, y);
                y += height;
            }
            lowest = lowest.max(y);
        }
        cursor.y = lowest;
        cursor.after = Some(around.after);
        if !rest.is_empty() {
            pages.sheets.push(Page::default());
            *cursor = Cursor::fresh(frame);
        }
    }
}

/// The least height at which everything fits into the columns; none where the room is too little.
fn even_height(rest: &[Piece], columns: usize, room: f64) -> Option<f64> {
    if !fit(rest, columns, room) {
        return None;
    }
    let (mut low, mut high) = (0.0, room);
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(low, high);
        if fit(rest, columns, middle) { high = middle } else { low = middle }
    }
    Some(high)
}

/// Whether all pieces fit into columns of a height.
fn fit(rest: &[Piece], columns: usize, height: f64) -> bool {
    let mut from = 0;
    for _ in 0..columns {
        from += taken(rest, from, height);
    }
    from == rest.len()
}

/// How many pieces from `from` on fit into a height; what belongs together is not torn.
fn taken(pieces: &[Piece], from: usize, height: f64) -> usize {
    let mut y = 0.0;
    let mut after: Option<f64> = None;
    let mut whole = 0;
    for (number, piece) in pieces.iter().skip(from).enumerate() {
        y += after.map_or(0.0, |after| after.max(piece.before)) + piece.height;
        after = Some(piece.after);
        if y > height + 0.01 {
            break;
        }
        if !piece.keep || from + number + 1 == pieces.len() {
            whole = number + 1;
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::super::flow::paginate;
    use super::super::page::Group;
    use super::*;
    use crate::drawing::{Ink, Mark, Rect};

    const FRAME: Frame = Frame { left: 0.0, top: 0.0, width: 100.0, bottom: 100.0, foot: 110.0 };

    fn piece(height: f64) -> Piece {
        let rect = Rect::new(0.0, 0.0, 40.0, height);
        let group = Group::artifact(vec![Mark::Box { rect, ink: Ink::Ground }]);
        Piece { height, groups: vec![group], ..Piece::default() }
    }

    fn columns_of(page: &Page) -> Vec<(f64, f64)> {
        let rects = page.groups.iter().flat_map(|it| &it.marks).map(Mark::bounds);
        rects.map(|it| (it.x, it.y)).collect()
    }

    fn flowing(pieces: Vec<Piece>) -> Piece {
        Piece { flowing: Some(Flowing { pieces, columns: 2, step: 60.0 }), ..Piece::default() }
    }

    #[test]
    fn columns_end_at_the_same_height() {
        let pages = paginate(vec![flowing(vec![piece(20.0); 4]), piece(5.0)], &FRAME);
        assert_eq!(
            columns_of(&pages.sheets[0]),
            [(0.0, 0.0), (0.0, 20.0), (60.0, 0.0), (60.0, 20.0), (0.0, 40.0)]
        );
    }

    #[test]
    fn what_does_not_fit_goes_on_in_the_columns_of_the_next_page() {
        let pages = paginate(vec![flowing(vec![piece(60.0); 3])], &FRAME);
        assert_eq!(columns_of(&pages.sheets[0]), [(0.0, 0.0), (60.0, 0.0)]);
        assert_eq!(columns_of(&pages.sheets[1]), [(0.0, 0.0)]);
    }

    #[test]
    fn a_question_is_not_torn_from_its_answer() {
        let kept = Piece { keep: true, ..piece(30.0) };
        let pages = paginate(vec![flowing(vec![piece(30.0), kept, piece(30.0)])], &FRAME);
        assert_eq!(columns_of(&pages.sheets[0]), [(0.0, 0.0), (60.0, 0.0), (60.0, 30.0)]);
    }

    #[test]
    fn a_piece_higher_than_a_page_is_not_lost() {
        let pages = paginate(vec![flowing(vec![piece(150.0), piece(10.0)])], &FRAME);
        assert_eq!(pages.sheets.iter().map(|it| it.groups.len()).sum::<usize>(), 2);
    }
}
