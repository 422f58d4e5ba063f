//! The minimum standard: which recognised basics a firm lacks, by when each is closed, and what law and contracts demand.
//!
//! A gap is a state, not a shortfall: a degree far below the first tier, or an answer that leaves a door open
//! (`docs/method.md`, "The minimum standard").

use super::demands::{Demand, Demands};
use super::offers::{Offers, SAME};
use crate::model::{
    Answer, Answers, Basis, BySize, Gap, Level, MeasureId, OptionId, Posture, QuestionId, TierLevel, TraitId,
    Verdict, Yardstick,
};

/// A gap of one firm.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenGap {
    /// Place of the measure in the catalogue.
    pub place: usize,
    /// The measure that closes it.
    pub measure: MeasureId,
    /// The tier that closes it.
    pub tier: TierLevel,
    /// Degree to be reached by it or a stronger one of its group.
    pub degree: f64,
    /// Days within which it is closed.
    pub due_days: u32,
    /// Why it is one.
    pub because: Because,
    /// False where nobody knows and firms of that size stand in.
    pub known: bool,
    /// Who names it.
    pub yardsticks: Vec<Yardstick>,
}

/// Why something is a gap.
#[derive(Clone, Debug, PartialEq)]
pub enum Because {
    /// So little of it is there.
    Degree {
        /// The trait that makes it one, where it is none for everybody.
        of: Option<TraitId>,
    },
    /// This answer.
    Answer {
        /// The question.
        question: QuestionId,
        /// The option chosen.
        option: OptionId,
    },
    /// Law or contract demands it.
    Demanded(Demand),
}

/// How soon a gap is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Urgency {
    /// A door that is open: before everything else, and it waits for nothing.
    OpenDoor,
    /// Second factor, backup, access by password alone.
    First,
    /// Any other gap of the standard.
    Gap,
    /// What is done because it pays.
    Rest,
}

/// Days up to which a gap counts as an open door.
const OPEN_DOOR_DAYS: u32 = 14;
/// Days up to which a gap comes first.
pub(super) const FIRST_DAYS: u32 = 30;
/// Days within which a demand is met that is no gap of the standard.
const DEMAND_DAYS: u32 = 90;

impl Urgency {
    /// By the days within which it is due.
    pub fn of(due_days: Option<u32>) -> Self {
        match due_days {
            Some(days) if days <= OPEN_DOOR_DAYS => Self::OpenDoor,
            Some(days) if days <= FIRST_DAYS => Self::First,
            Some(_) => Self::Gap,
            None => Self::Rest,
        }
    }

    /// Class 0 to 3, as in JSON.
    pub fn number(self) -> u8 {
        self as u8
    }
}

impl OpenGap {
    /// How soon it is closed.
    pub fn urgency(&self) -> Urgency {
        Urgency::of(Some(self.due_days))
    }

    /// True where these degrees close it.
    pub fn is_closed(&self, offers: &Offers, degrees: &[f64]) -> bool {
        offers.covered(self.place, degrees) >= self.degree - SAME
    }
}

/// The gaps of a firm, those accepted in writing apart, in the catalogue's order.
pub fn gaps(offers: &Offers, answers: &Answers, posture: &Posture, demands: &Demands) -> Gaps {
    let (mut open, mut accepted) = (Vec::new(), Vec::new());
    for (place, measure) in offers.catalogue.measures.iter().enumerate() {
        let taken = answers.decisions.get(&measure.id).filter(|it| !it.has_lapsed(offers.terms.date));
        let is_accepted = taken.is_some_and(|it| it.verdict == Verdict::Accept);
        let found = gap(offers, answers, posture, demands, place, is_accepted);
        if is_accepted { accepted.extend(found) } else { open.extend(found) }
    }
    Gaps { open, accepted }
}

/// Gaps of the minimum standard.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gaps {
    /// Those to be closed.
    pub open: Vec<OpenGap>,
    /// Those that management bears in writing.
    pub accepted: Vec<OpenGap>,
}

impl Gaps {
    /// The gap of a measure.
    pub fn of(&self, measure: &MeasureId) -> Option<&OpenGap> {
        self.open.iter().find(|it| &it.measure == measure)
    }
}

fn gap(
    offers: &Offers,
    answers: &Answers,
    posture: &Posture,
    demands: &Demands,
    place: usize,
    is_accepted: bool,
) -> Option<OpenGap> {
    let measure = &offers.catalogue.measures[place];
    offers.unit_of[place]?;
    // What is accepted is offered by nobody; it is a gap all the same.
    let closing = |tier: TierLevel| {
        if is_accepted {
            Some((tier, offers.degree(place, tier)?))
        } else {
            closing_offer(offers, place, tier)
        }
    };
    let level = offers.catalogue.level(&answers.company);
    let known = matches!(posture.degrees[place].basis, Basis::Answered | Basis::Aged);
    let found = measure.duties.gaps.iter().filter_map(|it| {
        let because = because(offers, answers, level, it, place)?;
        let known = known || matches!(because, Because::Answer { .. });
        let (tier, degree) = closing(it.tier)?;
        Some(OpenGap {
            place,
            measure: measure.id.clone(),
            tier,
            degree,
            due_days: due_days(&it.due_days, offers, answers),
            because,
            known,
            yardsticks: it.yardsticks.clone(),
        })
    });
    let demanded = demands.of(measure).and_then(|(demand, tier)| {
        let demanded = offers.degree(place, tier)?;
        let because = Because::Demanded(demand);
        let (tier, degree) = closing(tier)?;
        offers.is_short(place, demanded, &offers.present).then(|| OpenGap {
            place,
            measure: measure.id.clone(),
            tier,
            degree,
            due_days: DEMAND_DAYS,
            because,
            known,
            yardsticks: Vec::new(),
        })
    });
    // The earliest day and the highest tier hold; the reason is that of the demand, else of the most urgent.
    found.chain(demanded).reduce(|a, b| {
        let due_days = a.due_days.min(b.due_days);
        let (tier, degree) = if b.degree > a.degree { (b.tier, b.degree) } else { (a.tier, a.degree) };
        let yardsticks = if a.yardsticks.is_empty() { b.yardsticks.clone() } else { a.yardsticks.clone() };
        let is_b = matches!(b.because, Because::Demanded(_)) || b.due_days < a.due_days;
        OpenGap { tier, degree, due_days, yardsticks, ..if is_b { b } else { a } }
    })
}

/// The tier that closes a gap and the degree it reaches: the lowest on offer from the one asked for. None where nothing is on
/// offer: it is nearly there, or management has decided on something else.
fn closing_offer(offers: &Offers, place: usize, asked: TierLevel) -> Option<(TierLevel, f64)> {
    let unit = &offers.units[offers.unit_of[place]?];
    if unit.decided.is_some() {
        let reached = offers.covered(place, &offers.degrees(&offers.decided()));
        let degree = offers.degree(place, asked)?.min(reached);
        return (degree > offers.covered(place, &offers.present) + SAME).then_some((asked, degree));
    }
    let closes = unit.offers.iter().find(|it| it.measure == place && it.level >= asked)?;
    Some((closes.level, closes.degree))
}

/// Why a measure is a gap here; none where it is none.
fn because(offers: &Offers, answers: &Answers, level: Level, gap: &Gap, place: usize) -> Option<Because> {
    if !gap.holds_for(&answers.company, level) {
        return None;
    }
    if gap.answers.is_empty() {
        let least = offers.catalogue.ladder.gap_share * offers.degree(place, gap.tier)?;
        let of = gap.when.traits.iter().find(|it| answers.company.traits.contains(*it)).cloned();
        return (offers.covered(place, &offers.present) < least - SAME).then_some(Because::Degree { of });
    }
    let said = |it: &QuestionId| Some(answers.records.get(it)?.best(offers.catalogue.question(it)?));
    gap.answers.iter().find_map(|it| match said(&it.question)? {
        Answer::Chosen(option) if it.options.contains(option) => {
            Some(Because::Answer { question: it.question.clone(), option: option.clone() })
        }
        _ => None,
    })
}

/// Days within which a gap is closed. Between the sizes they run with the logarithm of people, so that the tenth
/// employee does not halve them.
fn due_days(days: &BySize<u32>, offers: &Offers, answers: &Answers) -> u32 {
    let typical = offers.catalogue.ladder.typical_people;
    let people = f64::from(answers.company.employees).clamp(typical.low, typical.likely);
    let part = libm::log(people / typical.low) / libm::log(typical.likely / typical.low);
    let days = f64::from(days.micro) + part * (f64::from(days.small) - f64::from(days.micro));
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "days of a year")]
    let whole = days.round() as u32;
    whole
}
