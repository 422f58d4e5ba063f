//! Prompts: a rich terminal, and plain lines for screen readers and simple terminals.
//!
//! [`Person`] answers an interview by asking whoever sits at the terminal; it speaks to them through [`Prompts`],
//! of which [`Rich`] and [`Plain`] are the two kinds.

mod page;
mod person;
mod plain;
mod prompts;
mod rich;
mod wrap;

pub use page::{Entered, Field, Key, List, Page, Picked, Tick, Ticked, Ticks};
pub use person::{Decided, Person, Trouble, Wish};
pub use plain::Plain;
pub use prompts::Prompts;
pub use rich::Rich;
pub use wrap::hanging;
