//! What has a date behind it: grants that have ended, content whose figures nobody has looked at for long.

use jiff::civil::Date;

use super::{Subject, finding};
use crate::catalogue::read::Entry;
use crate::catalogue::{Diagnostic, Fault};

/// Years after which figures count as old; most surveys behind them appear every year or two.
const OLD_AFTER_YEARS: i16 = 2;

pub(super) fn check(subject: &Subject<'_>, out: &mut Vec<Diagnostic>) {
    for Entry { file, raw } in &subject.content.grants {
        let Some(until) = &raw.valid_until else { continue };
        let ended = until.0.parse::<Date>().is_ok_and(|it| it < subject.today);
        if ended && raw.withdrawn.is_none() {
            out.push(finding(file, until, Fault::GrantEnded { until: until.0.clone() }));
        }
    }
    if let Some(Entry { file, raw }) = &subject.content.content {
        let year = raw.version.split('.').next().and_then(|it| it.parse::<i16>().ok());
        if year.is_some_and(|it| subject.today.year() - it > OLD_AFTER_YEARS) {
            out.push(finding(file, &raw.version, Fault::ContentOld { version: raw.version.value.clone() }));
        }
    }
}
