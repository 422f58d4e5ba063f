//! An owner's TOML file read key by key: every fault with its place, all at once.
//!
//! [`parse`] opens the text and hands out a [`Table`], which gives values by key and notes what it did not
//! understand. What a kind of file complains of beyond a [`Slip`] is its own type, made from slips.

mod fault;
mod syntax;
mod table;

pub use fault::{Fault, Faults, Shape, Slip};
pub use syntax::{SyntaxSlip, syntax_slip};
pub use table::{Place, Table, text, yes_no};

use toml::de::DeTable;

/// Reads a text with `take`; where anything is wrong, all faults in the order of the file.
///
/// `take` returns nothing only where it has noted a fault.
pub fn parse<P: From<Slip>, T>(
    source: &str,
    take: impl FnOnce(Table<'_>, &mut Faults<P>) -> Option<T>,
) -> Result<T, Vec<Fault<P>>> {
    let (root, errors) = DeTable::parse_recoverable(source);
    let mut faults = Faults::default();
    for error in &errors {
        let span = error.span().unwrap_or(0..source.len().min(1));
        faults.add(syntax::slip(source, error), span);
    }
    if faults.is_empty()
        && let Some(content) = take(Table::root(root.get_ref()), &mut faults)
        && faults.is_empty()
    {
        return Ok(content);
    }
    Err(faults.in_order())
}
