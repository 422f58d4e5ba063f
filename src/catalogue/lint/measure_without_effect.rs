//! A measure that lowers nothing and carries nothing can never be worth a euro.

use std::collections::BTreeSet;

use super::{Subject, finding};
use crate::catalogue::{Diagnostic, Fault};
use crate::model::{Class, MeasureRole};

pub(super) fn check(subject: &Subject<'_>, out: &mut Vec<Diagnostic>) {
    let in_use = || subject.content.measures.iter().filter(|it| it.raw.withdrawn.is_none());
    let carried: BTreeSet<&str> =
        in_use().flat_map(|it| &it.raw.prerequisites).map(|it| it.measure.as_str()).collect();
    for measure in in_use() {
        let raw = &measure.raw;
        let without = match raw.role.value {
            MeasureRole::Mitigation => raw.effects.is_empty(),
            MeasureRole::Enabler => raw.effects.is_empty() && !carried.contains(raw.id.as_str()),
            MeasureRole::Transfer => false,
        };
        if without && raw.class.value != Class::Assessment {
            let enabler = raw.role.value == MeasureRole::Enabler;
            let measure_id = raw.id.value.clone();
            let fault = Fault::MeasureWithoutEffect { measure: measure_id, enabler };
            out.push(finding(measure.file, &raw.role, fault));
        }
    }
}
