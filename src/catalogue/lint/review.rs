//! Knowledge that nobody has looked at for longer than a year.

use crate::catalogue::raw::{At, Day};
use crate::catalogue::read::RawContent;
use crate::catalogue::{Diagnostic, Fault};
use crate::model::review_is_overdue;
use jiff::civil::Date;

/// Reports entries and telephone numbers whose last review is too long ago.
pub(super) fn overdue(content: &RawContent<'_>, today: Date, out: &mut Vec<Diagnostic>) {
    let mut check = |file: &str, day: &At<Day>| {
        let Ok(reviewed) = day.0.parse::<Date>() else { return };
        if review_is_overdue(reviewed, today) {
            out.push(Diagnostic::at(file, day.span.clone(), Fault::ReviewOverdue { reviewed }));
        }
    };
    macro_rules! all {
        ($($field:ident)*) => {$(
            for entry in content.$field.iter().filter(|it| it.raw.withdrawn.is_none()) {
                check(entry.file, &entry.raw.reviewed);
            }
        )*};
    }
    all! { grants cases attacks units contacts laws messages drills }
    for entry in content.contacts.iter().filter(|it| it.raw.withdrawn.is_none()) {
        if let Some(phone) = &entry.raw.phone {
            check(entry.file, &phone.checked);
        }
    }
}
