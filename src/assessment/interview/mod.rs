//! The interview as a value: which question comes next, what an answer changes, how to go back.
//!
//! It knows no terminal, no file and no clock. Whoever answers, a person, a file or a test, is a
//! [`Respondent`]; [`conduct`] leads them through.

mod item;
mod machine;
mod order;
mod profile;
mod progress;
mod replies;
mod respondent;
mod sheet;
#[cfg(test)]
mod tests;

pub use item::{Belongs, Fact, Given, Heard, Item, ProfileItem, Refusal, Reply, Route, Step};
pub use machine::Interview;
pub use profile::{MEDIUM_ABOVE_TURNOVER, MEDIUM_FROM_PEOPLE, items_to_ask};
pub use progress::Progress;
pub use respondent::{Ending, Respondent, conduct};
pub use sheet::Sheet;
