//! Which questions a route asks, and in which order.

use std::collections::{BTreeMap, BTreeSet};

use super::Route;
use crate::assessment::{Standing, Standings};
use crate::model::{Catalogue, Question, QuestionId, RoleId};

/// Positions of the questions a route would ask of this company, waiting ones included, in the order of asking.
pub fn sequence(
    catalogue: &Catalogue,
    standings: &Standings,
    route: &Route,
    ranking: &[QuestionId],
    handed_over: &BTreeMap<QuestionId, RoleId>,
) -> Vec<usize> {
    let fits = |index: &usize| matches!(standings.at(*index), Standing::Open | Standing::Waiting);
    let wanted: Box<dyn Fn(&usize) -> bool> = match route {
        Route::Full | Route::Short { .. } => Box::new(|_| true),
        Route::Topic(topic) => {
            let chosen = with_gates(catalogue, |it| &it.topic == topic);
            Box::new(move |index| chosen.contains(index))
        }
        Route::Role(role) => Box::new(move |index| {
            let question = &catalogue.questions[*index];
            handed_over.get(&question.id).map_or_else(|| question.knows.contains(role), |it| it == role)
        }),
        Route::Again { due, .. } => Box::new(move |index| due.contains(&catalogue.questions[*index].id)),
    };
    let mut all: Vec<usize> =
        (0..catalogue.questions.len()).filter(fits).filter(|index| wanted(index)).collect();
    let order = match route {
        Route::Short { .. } => Some(ranking),
        Route::Again { due, .. } => Some(due.as_slice()),
        Route::Full | Route::Topic(_) | Route::Role(_) => None,
    };
    if let Some(order) = order {
        let rank: BTreeMap<&QuestionId, usize> =
            order.iter().enumerate().map(|(rank, id)| (id, rank)).collect();
        // The content's first topic is the lead's own: its first question opens the short check.
        let opening = all.first().copied().filter(|_| matches!(route, Route::Short { .. }));
        all.sort_by_key(|index| {
            let rank = rank.get(&catalogue.questions[*index].id).copied().unwrap_or(usize::MAX);
            (Some(*index) != opening, rank, *index)
        });
    }
    all
}

/// The chosen questions and every earlier one they wait for.
pub fn with_gates(catalogue: &Catalogue, chosen: impl Fn(&Question) -> bool) -> BTreeSet<usize> {
    let position = |id: &QuestionId| catalogue.questions.iter().position(|it| &it.id == id);
    let mut open: Vec<usize> =
        (0..catalogue.questions.len()).filter(|index| chosen(&catalogue.questions[*index])).collect();
    let mut all = BTreeSet::new();
    while let Some(index) = open.pop() {
        if all.insert(index) {
            let gates = &catalogue.questions[index].when.answers;
            open.extend(gates.iter().filter_map(|it| position(&it.question)));
        }
    }
    all
}
