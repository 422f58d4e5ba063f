//! How likely a year is to cost more than an amount.

use super::curve::Curve;
use super::labels::Room;
use super::pen::{Hold, Pen, Type};
use super::scale::{LogScale, threefold, threefold_ticks};
use crate::drawing::{Drawing, Ink, Point, Rect, Stroke};

/// What the firm can pay without outside help.
#[derive(Clone, Debug, PartialEq)]
pub struct Reserve {
    /// In euros.
    pub amount: f64,
    /// Names the line.
    pub label: String,
    /// Names the ground beyond it.
    pub beyond: String,
    /// Said of today's curve where it crosses the line.
    pub today: String,
    /// Said of the plan's curve where it crosses the line.
    pub plan: String,
}

/// An exceedance curve on a logarithmic euro axis; probabilities as "one in so many years", logarithmic too, so that
/// the rare years a firm can fail of are as visible as the frequent ones.
#[derive(Clone, Debug, PartialEq)]
pub struct Exceedance {
    /// Points of today's curve: loss in euros, probability that a year costs more.
    pub today: Vec<(f64, f64)>,
    /// The same with the plan; empty without a plan.
    pub plan: Vec<(f64, f64)>,
    /// Name of today's curve.
    pub today_label: String,
    /// Name of the plan's curve.
    pub plan_label: String,
    /// Stands before the number of years on the axis: "1 in ".
    pub one_in: String,
    /// Names the vertical axis.
    pub years_axis: String,
    /// Names the horizontal axis.
    pub loss_axis: String,
    /// The firm's reserve.
    pub reserve: Option<Reserve>,
}

const HEIGHT: f64 = 205.0;
const TOP: f64 = 20.0;
const BELOW: f64 = 37.0;
/// Rarer years than this are drawn only where a curve crosses the reserve there.
const RARE: f64 = 1.0 / 1_000.0;
/// Rarer years than this are never drawn.
const RAREST: f64 = 1.0 / 10_000.0;
/// Points a curve is drawn with.
const STEPS: u32 = 140;

struct Plot {
    x: LogScale,
    y: LogScale,
}

impl Exceedance {
    /// The picture.
    pub(crate) fn draw(&self, mut pen: Pen, width: f64) -> Drawing {
        let plot = self.plot(&pen, width);
        let area = Rect::new(plot.x.from, TOP, plot.x.to - plot.x.from, HEIGHT - TOP - BELOW);
        let mut room = Room::within(area);
        self.ground(&mut pen, &plot, &area);
        axes(&mut pen, &plot, &self.one_in, &area, &mut room);
        let axis = Type { ink: Ink::Soft, ..Type::LABEL };
        pen.text(&self.years_axis, Point::new(0.0, 9.0), Hold::Left, axis);
        pen.text(&self.loss_axis, Point::new(area.right() + 6.0, HEIGHT - 6.0), Hold::Right, axis);
        let today = curve(&self.today);
        let plan = curve(&self.plan);
        let drawn = [(&plan, Ink::Plan, true), (&today, Ink::Loss, false)].map(|(curve, ink, dashed)| {
            let points = curve.as_ref().map(|it| plot.line(it)).unwrap_or_default();
            let stroke = Stroke::solid(ink, 2.2).round();
            let stroke = if dashed { stroke.dashed(7.0, 4.0) } else { stroke };
            if points.len() > 1 {
                pen.line(points.clone(), stroke);
                room.block_line(points.clone());
            }
            points
        });
        self.reserve_line(&mut pen, &plot, &area, today.as_ref(), plan.as_ref(), &mut room);
        self.crossings(&mut pen, &plot, today.as_ref(), plan.as_ref(), &mut room);
        let [plan_line, today_line] = drawn;
        name_line(&mut pen, &today_line, &self.today_label, Ink::Loss, true, &mut room);
        name_line(&mut pen, &plan_line, &self.plan_label, Ink::Plan, false, &mut room);
        pen.drawing(width, HEIGHT)
    }

    fn plot(&self, pen: &Pen, width: f64) -> Plot {
        let points = || self.today.iter().chain(&self.plan).filter(|it| it.0 > 0.0 && it.1 > 0.0);
        let reserve = self.reserve.as_ref().map(|it| it.amount.max(10.0));
        let rarest = self.rarest();
        let largest = points().filter(|it| it.1 >= rarest).map(|it| it.0).fold(0.0, f64::max);
        let high = largest.max(reserve.map_or(30_000.0, |it| 2.5 * it));
        let low = reserve.map_or(1_000.0, |it| (it / 30.0).min(1_000.0)).max(high / 10_000.0);
        let likeliest = points().filter(|it| it.0 >= low).map(|it| it.1).fold(0.0, f64::max).clamp(0.02, 1.0);
        let (y_low, y_high) = (rarest, 1.0 / threefold(1.0 / likeliest, false));
        let label = format!("{}{}", self.one_in, (pen.language.count)(1.0 / rarest));
        let left = pen.width(&label, Type::AXIS) + 8.0;
        Plot {
            x: LogScale {
                low: threefold(low, false),
                high: threefold(high, true),
                from: left,
                to: width - 6.0,
            },
            y: LogScale { low: y_low, high: y_high, from: HEIGHT - BELOW, to: TOP },
        }
    }

    /// The rarest year drawn: far enough that a curve reaches the reserve, if it does.
    fn rarest(&self) -> f64 {
        let Some(reserve) = &self.reserve else { return RARE };
        let crossed =
            [&self.today, &self.plan].into_iter().filter_map(|it| crossing(curve(it).as_ref(), reserve));
        let least = crossed.fold(RARE, f64::min);
        if least < RARE { 1.0 / threefold(1.0 / least, true) } else { RARE }
    }

    fn ground(&self, pen: &mut Pen, plot: &Plot, area: &Rect) {
        if let Some(reserve) = &self.reserve {
            let x = plot.x.place(reserve.amount);
            pen.fill(Rect::new(x, area.y, area.right() - x, area.height), Ink::Danger);
        }
    }

    fn reserve_line(
        &self,
        pen: &mut Pen,
        plot: &Plot,
        area: &Rect,
        today: Option<&Curve>,
        plan: Option<&Curve>,
        room: &mut Room,
    ) {
        let Some(reserve) = &self.reserve else { return };
        let x = plot.x.place(reserve.amount);
        pen.segment((x, area.y), (x, area.bottom()), Stroke::solid(Ink::Text, 1.0).dashed(3.0, 2.5));
        room.block_line(vec![Point::new(x, area.y), Point::new(x, area.bottom())]);
        let mut lines = vec![
            (&reserve.label, Type::strong(Ink::Text)),
            (&reserve.beyond, Type { ink: Ink::Soft, ..Type::LABEL }),
        ];
        // A curve that does not reach the line within the picture has no point on it: it is told in words.
        for (curve, words, ink) in [(today, &reserve.today, Ink::Loss), (plan, &reserve.plan, Ink::Plan)] {
            if curve.is_some() && crossing(curve, reserve).is_none() {
                lines.push((words, Type::strong(ink)));
            }
        }
        let height = 11.0 + 12.0 * (lines.len() - 1) as f64;
        let width = lines.iter().map(|(words, style)| pen.width(words, *style)).fold(0.0, f64::max);
        let (right, left) = (x + 6.0, x - 6.0 - width);
        let order = if right + width <= area.right() { [right, left] } else { [left, right] };
        let heights = [3.0, 15.0, 30.0, 60.0, 90.0, 120.0, 150.0, 180.0];
        let candidates =
            order.into_iter().flat_map(|x| heights.map(|dy| Rect::new(x, area.y + dy, width, height)));
        let Some(rect) = room.take(candidates) else { return };
        for (row, (words, style)) in lines.into_iter().enumerate() {
            pen.text(words, Point::new(rect.x, rect.y + 8.5 + 12.0 * row as f64), Hold::Left, style);
        }
    }

    /// Dots and words where the curves cross the reserve.
    fn crossings(
        &self,
        pen: &mut Pen,
        plot: &Plot,
        today: Option<&Curve>,
        plan: Option<&Curve>,
        room: &mut Room,
    ) {
        let Some(reserve) = &self.reserve else { return };
        let x = plot.x.place(reserve.amount);
        let at = |curve: Option<&Curve>| Some(Point::new(x, plot.y.place(crossing(curve, reserve)?)));
        for (at, words, ink, above) in
            [(at(today), &reserve.today, Ink::Loss, true), (at(plan), &reserve.plan, Ink::Plan, false)]
        {
            let Some(at) = at else { continue };
            pen.dot(at, 3.2, ink, !above);
            room.block(Rect::new(at.x - 4.0, at.y - 4.0, 8.0, 8.0));
            let style = Type::strong(ink);
            let width = pen.width(words, style);
            let side = |dx: f64, dy: f64| Rect::new(at.x + dx, at.y + dy - 5.5, width, 11.0);
            let (right, left) = (8.0, -8.0 - width);
            let heights = [-9.0, -15.0, -22.0, -30.0, -40.0, -52.0];
            let sign = if above { 1.0 } else { -1.0 };
            let near = |dx: f64| heights.map(|dy| side(dx, sign * dy));
            let order = if above { [near(right), near(left)] } else { [near(left), near(right)] };
            if let Some(rect) = room.take(order.into_iter().flatten()) {
                pen.text(words, Point::new(rect.x, rect.y + 8.5), Hold::Left, style);
            }
        }
    }
}

impl Plot {
    /// The places of a curve that lie in the picture.
    fn line(&self, curve: &Curve) -> Vec<Point> {
        let (low, high) = (libm::log(self.x.low), libm::log(self.x.high));
        let (low, high) = (low.max(curve.start()), high.min(curve.end()));
        (0..=STEPS)
            .map(|step| low + (high - low) * f64::from(step) / f64::from(STEPS))
            .map(|x| (libm::exp(x), libm::exp(curve.at(x))))
            .take_while(|(_, probability)| *probability >= self.y.low)
            .map(|(loss, probability)| Point::new(self.x.place(loss), self.y.place(probability)))
            .collect()
    }
}

/// How likely a year costs more than the reserve, where the curve reaches that far and the year is not too rare to draw.
fn crossing(curve: Option<&Curve>, reserve: &Reserve) -> Option<f64> {
    let (curve, at) = (curve?, libm::log(reserve.amount.max(1.0)));
    let probability = libm::exp(curve.at(at));
    (curve.start() <= at && at <= curve.end() && probability >= RAREST).then_some(probability)
}

/// The curve in logarithms of loss and probability.
fn curve(points: &[(f64, f64)]) -> Option<Curve> {
    let mut logs: Vec<(f64, f64)> = points
        .iter()
        .filter(|it| it.0 > 0.0 && it.1 > 0.0)
        .map(|it| (libm::log(it.0), libm::log(it.1)))
        .collect();
    logs.sort_by(|a, b| a.0.total_cmp(&b.0));
    Curve::through(&logs)
}

fn axes(pen: &mut Pen, plot: &Plot, one_in: &str, area: &Rect, room: &mut Room) {
    for years in threefold_ticks(1.0 / plot.y.high, 1.0 / plot.y.low) {
        let y = plot.y.place(1.0 / years);
        pen.segment((area.x, y), (area.right(), y), Stroke::solid(Ink::Rule, 0.6));
        room.avoid_grid(y);
        let words = format!("{one_in}{}", (pen.language.count)(years));
        pen.text(&words, Point::new(area.x - 8.0, y + 3.0), Hold::Right, Type::AXIS);
    }
    let mut last = f64::NEG_INFINITY;
    for loss in threefold_ticks(plot.x.low, plot.x.high) {
        let x = plot.x.place(loss);
        let words = (pen.language.amount)(loss);
        let half = pen.width(&words, Type::AXIS) / 2.0;
        // The first and last numbers stay within the picture.
        let middle = x.clamp(half, area.right() + 6.0 - half);
        pen.segment((x, area.bottom()), (x, area.bottom() + 4.0), Stroke::solid(Ink::Soft, 0.6));
        if middle - half > last + 8.0 {
            pen.text(&words, Point::new(middle, area.bottom() + 16.0), Hold::Middle, Type::AXIS);
            last = middle + half;
        }
    }
}

/// Writes a curve's name beside it: above the upper one, below the lower one.
fn name_line(pen: &mut Pen, line: &[Point], name: &str, ink: Ink, above: bool, room: &mut Room) {
    if line.len() < 2 || name.is_empty() {
        return;
    }
    let style = Type::strong(ink);
    let width = pen.width(name, style);
    let candidates = [30, 24, 38, 18, 46, 12, 55, 65, 5].into_iter().flat_map(|percent| {
        let at = line[(line.len() - 1) * percent / 100];
        [4.0, 9.0, 15.0].map(|distance| {
            if above {
                Rect::new(at.x + distance, at.y - distance - 11.0, width, 11.0)
            } else {
                Rect::new(at.x - distance - width, at.y + distance, width, 11.0)
            }
        })
    });
    if let Some(rect) = room.take(candidates) {
        pen.text(name, Point::new(rect.x, rect.y + 8.5), Hold::Left, style);
    }
}
