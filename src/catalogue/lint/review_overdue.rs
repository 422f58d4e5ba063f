//! Knowledge that nobody has looked at for longer than a year: cases, law and telephone numbers move.

use super::Subject;
use crate::catalogue::raw::{At, Day};
use crate::catalogue::{Diagnostic, Fault};
use crate::model::review_is_overdue;
use jiff::civil::Date;

/// Reports entries and telephone numbers whose last review is too long ago.
pub(super) fn check(subject: &Subject<'_>, out: &mut Vec<Diagnostic>) {
    let (content, today) = (subject.content, subject.today);
    let mut look_at = |file: &str, day: &At<Day>| {
        let Ok(reviewed) = day.0.parse::<Date>() else { return };
        if review_is_overdue(reviewed, today) {
            out.push(Diagnostic::at(file, day.span.clone(), Fault::ReviewOverdue { reviewed }));
        }
    };
    macro_rules! all {
        ($($field:ident)*) => {$(
            for entry in content.$field.iter().filter(|it| it.raw.withdrawn.is_none()) {
                look_at(entry.file, &entry.raw.reviewed);
            }
        )*};
    }
    all! { grants cases attacks units contacts laws messages drills triggers projects self_checks how_to }
    for entry in content.contacts.iter().filter(|it| it.raw.withdrawn.is_none()) {
        if let Some(phone) = &entry.raw.phone {
            look_at(entry.file, &phone.checked);
        }
    }
}
