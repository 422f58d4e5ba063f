//! The ways in which a person can be asked.

use super::{Entered, Field, List, Page, Picked, Ticked, Ticks};

/// Asks a person. An error means that nobody is there any more.
pub trait Prompts {
    /// One of several.
    fn choose(&mut self, page: &Page, list: &List) -> anyhow::Result<Picked>;

    /// Any of several.
    fn tick(&mut self, page: &Page, ticks: &Ticks) -> anyhow::Result<Ticked>;

    /// Something typed.
    fn enter(&mut self, page: &Page, field: &Field<'_>) -> anyhow::Result<Entered>;

    /// Lines of room for a page and its prompt; none where a page has no end.
    fn height(&self) -> Option<usize>;
}
