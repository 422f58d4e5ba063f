//! Words for other people's yardsticks.

use crate::guidance::views::Status;

/// Where a check stands.
pub fn status(status: Status) -> &'static str {
    match status {
        Status::Met => "erfüllt",
        Status::NotMet => "nicht erfüllt",
        Status::Open => "offen",
        Status::Irrelevant => "betrifft Sie nicht",
    }
}
