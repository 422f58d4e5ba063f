//! Thesis 1: how much technique loses for want of people, and what people save.

use crate::model::{Catalogue, Kind, MeasureId, Posture};
use crate::risk::FirmModel;

/// People and organisation against technique.
#[derive(Clone, Debug, PartialEq)]
pub struct PeopleFacts {
    /// Mean degree of technical measures that are relevant here.
    pub technique: f64,
    /// Mean degree of human and organisational measures that are relevant here.
    pub people: f64,
    /// The same means of the average firm of this size: technique, people.
    pub average: (f64, f64),
    /// Expected loss a year that today's technique would avoid beyond today, were people and organisation fully
    /// behind it, euros.
    pub lost_for_want_of_people: f64,
    /// The human and organisational measures whose completion alone frees most of it, euros a year each.
    pub levers: Vec<(MeasureId, f64)>,
}

/// Measures named at most; a page holds no more.
const MOST_LEVERS: usize = 5;

/// Weighs people and organisation against technique.
pub fn people_facts(catalogue: &Catalogue, firm: &FirmModel, posture: &Posture) -> PeopleFacts {
    let today = posture.expected();
    let is_technical = |at: usize| catalogue.measures[at].kind == Kind::Technical;
    let relevant: Vec<usize> = (0..today.len()).filter(|it| firm.is_relevant(*it)).collect();
    let mean = |degrees: &[f64], technical: bool| {
        let of: Vec<f64> =
            relevant.iter().filter(|it| is_technical(**it) == technical).map(|it| degrees[*it]).collect();
        if of.is_empty() { 0.0 } else { of.iter().sum::<f64>() / of.len() as f64 }
    };
    let with = |fully: &dyn Fn(usize) -> bool| {
        let mut degrees = today.clone();
        relevant.iter().filter(|it| fully(**it)).for_each(|it| degrees[*it] = 1.0);
        degrees
    };
    // People's own effects are left out of the figure: only what they add to technique counts, as the difference
    // between completing people with today's technique and completing people with none of it.
    let without_technique = |degrees: &[f64]| {
        let mut degrees = degrees.to_vec();
        relevant.iter().filter(|it| is_technical(**it)).for_each(|it| degrees[*it] = 0.0);
        degrees
    };
    let saved_by_technique = |degrees: &[f64]| {
        firm.expected_annual_loss(&without_technique(degrees)) - firm.expected_annual_loss(degrees)
    };
    let share = |degrees: &[f64]| {
        let none = firm.expected_annual_loss(&without_technique(degrees));
        if none > 0.0 { saved_by_technique(degrees) / none } else { 0.0 }
    };
    let whole = with(&|it| !is_technical(it));
    let bare = firm.expected_annual_loss(&without_technique(&today));
    // In euros of today's bare loss: the share technique saves with people behind it, against the share today.
    let lost = bare * (share(&whole) - share(&today)).max(0.0);
    let now = firm.expected_annual_loss(&today);
    let mut levers: Vec<(MeasureId, f64)> = relevant
        .iter()
        .filter(|it| !is_technical(**it) && today[**it] < 1.0)
        .map(|it| {
            let saved = now - firm.expected_annual_loss(&with(&|other| other == *it));
            (catalogue.measures[*it].id.clone(), saved)
        })
        .filter(|it| it.1 > 0.0)
        .collect();
    levers.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    levers.truncate(MOST_LEVERS);
    let average = firm.average_degrees();
    PeopleFacts {
        technique: mean(&today, true),
        people: mean(&today, false),
        average: (mean(average, true), mean(average, false)),
        lost_for_want_of_people: lost,
        levers,
    }
}
