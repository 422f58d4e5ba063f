//! An estimate whose three points are one pretends to know. Only nothing is known exactly: zero euros, zero hours.

use super::figures::estimates;
use super::{Subject, finding};
use crate::catalogue::{Diagnostic, Fault};

pub(super) fn check(subject: &Subject<'_>, out: &mut Vec<Diagnostic>) {
    for (file, triple) in estimates(subject.content) {
        let [low, _, high] = triple.value;
        if low.total_cmp(&high).is_eq() && high != 0.0 {
            out.push(finding(file, triple, Fault::PointEstimate { value: high }));
        }
    }
}
