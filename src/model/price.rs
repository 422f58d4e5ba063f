//! How prices run with what they count: people with a computer, people, places, or the firm as a whole.

use super::{Anchors, BySize, Cost, Estimate, PriceCourse, Unit};

/// What a firm's prices count.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PriceSize {
    /// People for whom prices per user hold: computer users over those of the reference firms.
    pub user_equivalents: f64,
    /// Persons employed.
    pub people: f64,
    /// Places of work.
    pub sites: f64,
    /// Head counts of the firms that prices were made for.
    pub anchors: Anchors,
    /// Beyond them.
    pub course: PriceCourse,
}

/// Fewest people that a price is read at.
const FEWEST: f64 = 0.5;

/// How a price runs beyond the reference firms, as exponents of the count.
#[derive(Clone, Copy)]
struct Beyond {
    below: f64,
    above: f64,
}

/// Part of a price.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Once,
    Yearly,
    /// Own hours that come back every year.
    OwnHours,
}

impl PriceSize {
    /// A price of the catalogue for this firm.
    pub fn cost(&self, unit: Unit, costs: &BySize<Cost>) -> Cost {
        let estimate = |part: Part, of: fn(&Cost) -> Estimate| {
            let likely = [&costs.micro, &costs.small, &costs.medium].map(|it| of(it).likely);
            // Low and high run beyond the reference firms as the likely price does.
            let beyond = self.beyond(unit, part, likely);
            let at = |point: fn(&Estimate) -> f64| {
                self.at(unit, [&costs.micro, &costs.small, &costs.medium].map(|it| point(&of(it))), beyond)
            };
            let likely = self.at(unit, likely, beyond);
            Estimate { low: at(|it| it.low).min(likely), likely, high: at(|it| it.high).max(likely) }
        };
        let hours = |part: Part, of: fn(&Cost) -> f64| {
            let figures = [&costs.micro, &costs.small, &costs.medium].map(of);
            self.at(unit, figures, self.beyond(unit, part, figures))
        };
        Cost {
            one_off_eur: estimate(Part::Once, |it| it.one_off_eur),
            yearly_eur: estimate(Part::Yearly, |it| it.yearly_eur),
            own_hours_one_off: estimate(Part::Once, |it| it.own_hours_one_off),
            own_hours_yearly: estimate(Part::OwnHours, |it| it.own_hours_yearly),
            provider_hours_one_off: hours(Part::Once, |it| it.provider_hours_one_off),
            provider_hours_yearly: hours(Part::Yearly, |it| it.provider_hours_yearly),
        }
    }

    /// Exponents beyond the reference firms: per head where people are counted, a visit is a visit where something is done
    /// once, else as between the neighbours. Own hours shrink no faster than a visit: one person alone does not need a fifth
    /// of the hours of five.
    fn beyond(&self, unit: Unit, part: Part, figures: [f64; 3]) -> Beyond {
        let is_per_head = matches!(unit, Unit::User | Unit::Person);
        let [first, second] = [(0, 1), (1, 2)].map(|(from, to)| {
            if figures[from] > 0.0 && figures[to] > 0.0 {
                let ratio = libm::log(self.anchors[to] / self.anchors[from]);
                (libm::log(figures[to] / figures[from]) / ratio).min(1.0)
            } else {
                1.0
            }
        });
        let below = match part {
            Part::Once => self.course.once_below,
            Part::OwnHours => first.min(self.course.once_below),
            Part::Yearly if is_per_head => 1.0,
            Part::Yearly => first,
        };
        Beyond { below, above: if is_per_head && part != Part::Once { 1.0 } else { second } }
    }

    /// A figure at this firm's count: between the reference firms on the logarithmic scale, straight where one end is zero.
    fn at(&self, unit: Unit, figures: [f64; 3], beyond: Beyond) -> f64 {
        let count = match unit {
            Unit::User => self.user_equivalents,
            Unit::Person | Unit::Site | Unit::Firm => self.people,
        };
        let count = count.max(FEWEST);
        let [few, middle, many] = self.anchors;
        let price = if count < few {
            figures[0] * libm::pow(count / few, beyond.below)
        } else if count < middle {
            between(count, (few, figures[0]), (middle, figures[1]))
        } else if count < many {
            between(count, (middle, figures[1]), (many, figures[2]))
        } else {
            figures[2] * libm::pow(count / many, beyond.above)
        };
        let places =
            if unit == Unit::Site { 1.0 + self.course.second_site * (self.sites - 1.0) } else { 1.0 };
        price * places
    }
}

fn between(count: f64, from: (f64, f64), to: (f64, f64)) -> f64 {
    if from.1 > 0.0 && to.1 > 0.0 {
        let exponent = libm::log(to.1 / from.1) / libm::log(to.0 / from.0);
        from.1 * libm::pow(count / from.0, exponent)
    } else {
        from.1 + (to.1 - from.1) * (count - from.0) / (to.0 - from.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(people: f64, sites: f64) -> PriceSize {
        let course = PriceCourse { second_site: 0.6, once_below: 0.43, user_reference: 0.72 };
        PriceSize { user_equivalents: people, people, sites, anchors: [5.0, 25.0, 100.0], course }
    }

    fn yearly(people: f64, unit: Unit, figures: [f64; 3]) -> f64 {
        let size = size(people, 2.0);
        size.at(unit, figures, size.beyond(unit, Part::Yearly, figures))
    }

    #[test]
    fn reference_firms_pay_the_price_that_was_made_for_them() {
        for (people, expected) in [(5.0, 200.0), (25.0, 750.0), (100.0, 3000.0)] {
            assert!((yearly(people, Unit::User, [200.0, 750.0, 3000.0]) - expected).abs() < 1e-9);
        }
    }

    #[test]
    fn a_price_never_falls_with_people() {
        for figures in [[200.0, 750.0, 3000.0], [0.0, 100.0, 400.0], [10.0, 10.0, 10.0], [0.0, 0.0, 50.0]] {
            for unit in [Unit::User, Unit::Person, Unit::Site, Unit::Firm] {
                let prices: Vec<f64> = (1..250).map(|it| yearly(f64::from(it), unit, figures)).collect();
                assert!(prices.is_sorted_by(|a, b| *b >= a - 1e-9), "{figures:?} {unit:?}");
            }
        }
    }

    #[test]
    fn a_second_place_costs_less_than_the_first() {
        assert!((yearly(25.0, Unit::Site, [1.0, 100.0, 200.0]) - 160.0).abs() < 1e-9);
        assert!((yearly(25.0, Unit::Firm, [1.0, 100.0, 200.0]) - 100.0).abs() < 1e-9);
    }
}
