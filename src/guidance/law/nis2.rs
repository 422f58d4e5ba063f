//! The size test of NIS2 in Germany: section 28 BSIG in the version in force since 6 December 2025.
//!
//! Many published checkers read "turnover or balance sheet". The law says: employees, **or** turnover **and**
//! balance sheet.

/// The list of sectors an activity falls under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Annex {
    /// Annex 1 BSIG: sectors of high criticality.
    One,
    /// Annex 2 BSIG: other critical sectors.
    Two,
}

/// What the size test looks at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SizeFacts {
    /// Annual work units of the last closed year; the head count stands in.
    pub employees: f64,
    /// Annual turnover, euros, where known.
    pub turnover_eur: Option<f64>,
    /// Balance sheet total, euros, where known.
    pub balance_sheet_eur: Option<f64>,
}

/// What the size test says for an activity in one of the annexes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Entity {
    /// Below the thresholds.
    Outside,
    /// Head count is below the threshold and a figure that could lift it above is missing.
    DependsOnFigures,
    /// Important entity.
    Important,
    /// Particularly important entity.
    ParticularlyImportant,
}

/// Section 28 (1) no. 4: 250 employees, or turnover above 50 million and balance sheet above 43 million euros.
const PARTICULARLY: Threshold = Threshold { employees: 250.0, turnover: 50e6, balance: 43e6 };
/// Section 28 (2) no. 3: 50 employees, or turnover and balance sheet above 10 million euros each.
const IMPORTANT: Threshold = Threshold { employees: 50.0, turnover: 10e6, balance: 10e6 };

struct Threshold {
    employees: f64,
    turnover: f64,
    balance: f64,
}

impl Threshold {
    /// `None` where a missing figure decides.
    fn reached(&self, facts: &SizeFacts) -> Option<bool> {
        if facts.employees >= self.employees {
            return Some(true);
        }
        let above = |figure: Option<f64>, limit: f64| figure.map(|it| it > limit);
        match (above(facts.turnover_eur, self.turnover), above(facts.balance_sheet_eur, self.balance)) {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (Some(true), Some(true)) => Some(true),
            _ => None,
        }
    }
}

/// Which kind of entity a firm is by size, if its activity falls under that annex.
pub fn entity(annex: Annex, facts: &SizeFacts) -> Entity {
    let important = IMPORTANT.reached(facts);
    let particularly = if annex == Annex::One { PARTICULARLY.reached(facts) } else { Some(false) };
    match (particularly, important) {
        (Some(true), _) => Entity::ParticularlyImportant,
        (_, Some(true)) => Entity::Important,
        (_, None) => Entity::DependsOnFigures,
        (_, Some(false)) => Entity::Outside,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(employees: f64, millions: Option<(f64, f64)>, annex: Annex, expected: Entity) {
        let facts = SizeFacts {
            employees,
            turnover_eur: millions.map(|it| it.0 * 1e6),
            balance_sheet_eur: millions.map(|it| it.1 * 1e6),
        };
        assert_eq!(entity(annex, &facts), expected, "{facts:?}");
    }

    #[test]
    fn head_count_alone_decides_from_50_and_from_250() {
        check(49.0, Some((5.0, 5.0)), Annex::Two, Entity::Outside);
        check(50.0, Some((5.0, 5.0)), Annex::Two, Entity::Important);
        check(249.0, Some((5.0, 5.0)), Annex::One, Entity::Important);
        check(250.0, Some((5.0, 5.0)), Annex::One, Entity::ParticularlyImportant);
        check(250.0, Some((5.0, 5.0)), Annex::Two, Entity::Important);
    }

    #[test]
    fn money_counts_only_if_turnover_and_balance_sheet_exceed_together() {
        check(20.0, Some((10.0, 10.0)), Annex::Two, Entity::Outside);
        check(20.0, Some((10.1, 10.0)), Annex::Two, Entity::Outside);
        check(20.0, Some((10.1, 10.1)), Annex::Two, Entity::Important);
        check(20.0, Some((50.1, 43.0)), Annex::One, Entity::Important);
        check(20.0, Some((50.0, 43.1)), Annex::One, Entity::Important);
        check(20.0, Some((50.1, 43.1)), Annex::One, Entity::ParticularlyImportant);
    }

    #[test]
    fn a_missing_figure_is_named_instead_of_guessed() {
        check(20.0, None, Annex::Two, Entity::DependsOnFigures);
        let only_turnover = SizeFacts { employees: 20.0, turnover_eur: Some(9e6), balance_sheet_eur: None };
        assert_eq!(entity(Annex::Two, &only_turnover), Entity::Outside);
    }
}
