//! What every euro for protection buys, and where it stops to pay.

use super::labels::Room;
use super::pen::{Hold, Pen, Type};
use super::scale::{LinearScale, round_step, round_ticks};
use crate::drawing::{Drawing, Ink, Point, Rect, Stroke};

/// A set of measures no other set beats at its price; euros a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Offer {
    /// What it costs.
    pub cost: f64,
    /// The loss that remains on average.
    pub remaining: f64,
}

/// A point with its name.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// Where it lies.
    pub offer: Offer,
    /// Its name.
    pub label: String,
}

/// Remaining loss against cost, the sum of both, and the stop line.
#[derive(Clone, Debug, PartialEq)]
pub struct Frontier {
    /// Offers with rising cost; the first is to do nothing.
    pub offers: Vec<Offer>,
    /// What is proposed, in the order of its cost; a line of its own from the first offer on.
    pub taken: Vec<Taken>,
    /// Cost from which protection costs more than it saves.
    pub stop: Option<f64>,
    /// Names the falling line.
    pub remaining_label: String,
    /// Names the sum of remaining loss and cost.
    pub total_label: String,
    /// Names the stop line.
    pub stop_label: String,
    /// Names the horizontal axis.
    pub cost_axis: String,
}

const HEIGHT: f64 = 165.0;
const TOP: f64 = 10.0;
const BELOW: f64 = 36.0;

impl Frontier {
    /// The picture.
    pub(crate) fn draw(&self, mut pen: Pen, width: f64) -> Drawing {
        let shown = self.shown();
        let taken = || self.taken.iter().map(|it| it.offer);
        let all = || shown.iter().copied().chain(taken());
        let highest = all().map(|it| it.cost + it.remaining).fold(100.0, f64::max);
        let step = round_step(highest, 5);
        let top = step * libm::ceil(highest / step);
        let left = pen.width(&(pen.language.amount)(top), Type::AXIS) + 8.0;
        let y = LinearScale { low: 0.0, high: top, from: HEIGHT - BELOW, to: TOP };
        let widest = all().map(|it| it.cost).fold(1.0, f64::max);
        let x = LinearScale { low: 0.0, high: widest, from: left, to: width - 8.0 };
        let area = Rect::new(left, TOP, x.to - left, y.from - TOP);
        let mut room = Room::within(area);
        for tick in round_ticks(top, 6) {
            let at = y.place(tick);
            pen.segment((left, at), (area.right(), at), Stroke::solid(Ink::Rule, 0.6));
            room.avoid_grid(at);
            pen.text(&(pen.language.amount)(tick), Point::new(left - 8.0, at + 3.0), Hold::Right, Type::AXIS);
        }
        for tick in round_ticks(widest, 6) {
            let at = x.place(tick);
            pen.segment((at, y.from), (at, y.from + 4.0), Stroke::solid(Ink::Soft, 0.6));
        }
        x.amounts(&mut pen, y.from + 15.0, width);
        let axis = Type { ink: Ink::Soft, ..Type::LABEL };
        pen.text(&self.cost_axis, Point::new(area.right(), y.from + 29.0), Hold::Right, axis);
        self.stop_line(&mut pen, &x, &area, &mut room);
        let line = |value: fn(&Offer) -> f64| -> Vec<Point> {
            shown.iter().map(|it| Point::new(x.place(it.cost), y.place(value(it)))).collect()
        };
        let remaining = line(|it| it.remaining);
        let total = line(|it| it.remaining + it.cost);
        pen.line(total.clone(), Stroke::solid(Ink::Soft, 1.3).round().dashed(3.0, 3.0));
        pen.line(remaining.clone(), Stroke::solid(Ink::Plan, 1.3).round());
        room.block_line(remaining.clone());
        room.block_line(total.clone());
        self.points(&mut pen, &x, &y, &mut room);
        name(&mut pen, &total, &self.total_label, axis, true, &mut room);
        name(&mut pen, &remaining, &self.remaining_label, Type::strong(Ink::Plan), false, &mut room);
        pen.drawing(width, HEIGHT)
    }

    /// Offers up to somewhat beyond the stop line; what lies far behind squeezes the part that matters.
    fn shown(&self) -> Vec<Offer> {
        let plan = self.taken.iter().map(|it| it.offer.cost).fold(0.0, f64::max);
        let limit = self.stop.map_or(f64::INFINITY, |stop| 1.8 * stop.max(plan).max(1.0));
        let mut offers = self.offers.clone();
        offers.sort_by(|a, b| a.cost.total_cmp(&b.cost));
        let count = offers.iter().filter(|it| it.cost <= limit).count();
        offers.truncate(count.max(2).min(offers.len()));
        offers
    }

    fn stop_line(&self, pen: &mut Pen, x: &LinearScale, area: &Rect, room: &mut Room) {
        let Some(stop) = self.stop.filter(|it| *it <= x.high) else { return };
        let at = x.place(stop);
        pen.fill(Rect::new(at, area.y, area.right() - at, area.height), Ink::Danger);
        pen.segment((at, area.y), (at, area.bottom()), Stroke::solid(Ink::Text, 1.0).dashed(3.0, 2.5));
        room.block_line(vec![Point::new(at, area.y), Point::new(at, area.bottom())]);
        let style = Type::strong(Ink::Text);
        let label = pen.shortened(&self.stop_label, area.width - 12.0, style);
        let width = pen.width(&label, style);
        let right = Rect::new(at + 6.0, area.y + 3.0, width, 11.0);
        let left = Rect::new(at - 6.0 - width, area.y + 3.0, width, 11.0);
        let order = if right.right() <= area.right() { [right, left] } else { [left, right] };
        if let Some(rect) = room.take(order) {
            pen.text(&label, Point::new(rect.x, rect.y + 8.5), Hold::Left, style);
        }
    }

    /// What is proposed: a line from doing nothing through its points.
    fn points(&self, pen: &mut Pen, x: &LinearScale, y: &LinearScale, room: &mut Room) {
        let place = |it: &Offer| Point::new(x.place(it.cost), y.place(it.remaining));
        let points: Vec<Point> =
            self.offers.first().into_iter().chain(self.taken.iter().map(|it| &it.offer)).map(place).collect();
        if points.len() > 1 {
            pen.line(points.clone(), Stroke::solid(Ink::Plan, 2.2).round());
            room.block_line(points);
        }
        for taken in &self.taken {
            let at = place(&taken.offer);
            pen.dot(at, 3.6, Ink::Plan, true);
            room.block(Rect::new(at.x - 4.5, at.y - 4.5, 9.0, 9.0));
        }
        for taken in &self.taken {
            let at = place(&taken.offer);
            let style = Type::strong(Ink::Plan);
            let width = pen.width(&taken.label, style);
            let candidates = [
                (7.0, 8.0),
                (-7.0 - width, 8.0),
                (7.0, 16.0),
                (7.0, -18.0),
                (-7.0 - width, -18.0),
                (-width / 2.0, 26.0),
                (7.0, -32.0),
            ]
            .map(|(dx, dy)| Rect::new(at.x + dx, at.y + dy, width, 11.0));
            if let Some(rect) = room.take(candidates) {
                pen.text(&taken.label, Point::new(rect.x, rect.y + 8.5), Hold::Left, style);
            }
        }
    }
}

/// Writes a line's name beside it.
fn name(pen: &mut Pen, line: &[Point], words: &str, style: Type, above: bool, room: &mut Room) {
    if line.len() < 2 || words.is_empty() {
        return;
    }
    let width = pen.width(words, style);
    let along = [70, 55, 40, 85, 25, 10, 95].map(|percent| line[(line.len() - 1) * percent / 100]);
    let candidates = [5.0, 9.0, 14.0, 20.0, 28.0].into_iter().flat_map(|distance| {
        along.into_iter().flat_map(move |at| {
            let top = if above { at.y - distance - 11.0 } else { at.y + distance };
            [-width / 2.0, 4.0, -4.0 - width].map(|dx| Rect::new(at.x + dx, top, width, 11.0))
        })
    });
    if let Some(rect) = room.take(candidates) {
        pen.text(words, Point::new(rect.x, rect.y + 8.5), Hold::Left, style);
    }
}
