//! Older content lacks the tables that make figures follow the single firm: they are taken from the shipped content, so
//! that comparisons across versions are made with one model.

use std::sync::LazyLock;

use super::read::{Entry, Lists, RawContent, read};
use super::{Files, embedded};

static SHIPPED: LazyLock<Files> = LazyLock::new(embedded);

/// Adds what earlier content lacks.
pub(super) fn complete(content: &mut RawContent<'_>) {
    // What is wrong with the shipped content is told by those who work on it.
    let shipped: RawContent<'static> = read(&SHIPPED, Lists::Wanted, &mut Vec::new());
    macro_rules! take {
        ($own:expr, $from:expr, $($key:ident)*) => {
            $(if $own.$key.is_none() {
                $own.$key = $from.$key.clone();
            })*
        };
    }
    if let (Some(own), Some(from)) = (&mut content.sources, &shipped.sources) {
        for (id, source) in &from.raw.sources {
            if !own.raw.sources.iter().any(|it| &it.0 == id) {
                own.raw.sources.push((id.clone(), source.clone()));
            }
        }
    }
    if let (Some(own), Some(from)) = (&mut content.items, &shipped.items) {
        for own in &mut own.raw.items.value {
            if let Some(from) = from.raw.items.iter().find(|it| it.id == own.id) {
                take!(own, from, share);
            }
        }
    }
    if let (Some(own), Some(from)) = (&mut content.traits, &shipped.traits) {
        for own in &mut own.raw.traits {
            if let Some(from) = from.raw.traits.iter().find(|it| it.id == own.id) {
                take!(own, from, implies prevalence);
                own.exposure.clone_from(&from.exposure);
            }
        }
    }
    for Entry { raw: own, .. } in &mut content.segments {
        if let Some(from) = shipped.segments.iter().find(|it| it.raw.id == own.id) {
            take!(own, from.raw, turnover_per_head own_hour_eur computer_users share_of_firms shifts);
        }
    }
    for Entry { raw: own, .. } in &mut content.measures {
        if let Some(from) = shipped.measures.iter().find(|it| it.raw.id == own.id) {
            take!(own, from.raw, half_life_months priced_by);
        }
    }
    for Entry { raw: own, .. } in &mut content.bundles {
        if let Some(from) = shipped.bundles.iter().find(|it| it.raw.id == own.id) {
            take!(own, from.raw, priced_by);
        }
    }
    if content.calibration.is_none() {
        content.calibration = shipped.calibration;
    }
}
