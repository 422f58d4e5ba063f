//! The one door for TOML: every file we read, with every fault at its place, all at once.
//!
//! [`document`] opens a text. [`parse`] hands out its root as a [`Table`], which an owner's file is read from key by
//! key; [`shaped`] reads a text into a serde type, as content is. What a kind of file complains of beyond a [`Slip`]
//! is its own type, made from slips.

mod fault;
mod kind;
mod number;
mod shaped;
mod syntax;
mod table;

pub use fault::{Fault, Faults, Shape, Slip};
pub use kind::{BinaryKind, FileKind};
pub use number::german_day;
pub use shaped::{PLACED, shaped};
pub use syntax::SyntaxSlip;
pub use table::{MOST_EUROS, Place, Table, text, whole, yes_no};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Opens a text; where it is no TOML, every line at fault, once.
pub fn document(source: &str) -> Result<Spanned<DeValue<'_>>, Vec<Fault<Slip>>> {
    let (root, errors) = DeTable::parse_recoverable(source);
    if errors.is_empty() {
        return Ok(Spanned::new(root.span(), DeValue::Table(root.into_inner())));
    }
    Err(syntax::faults(source, &errors))
}

/// Reads a text of a kind with `take`; where anything is wrong, all faults in the order of the file, or the one that it
/// plainly is another kind of file.
///
/// `take` returns nothing only where it has noted a fault.
pub fn parse<P: From<Slip>, T>(
    expected: FileKind,
    source: &str,
    take: impl FnOnce(Table<'_>, &mut Faults<P>) -> Option<T>,
) -> Result<T, Vec<Fault<P>>> {
    let mut faults = Faults::default();
    match document(source) {
        Ok(root) => {
            if let Some(content) = Table::of(&root, &mut faults).and_then(|it| take(it, &mut faults))
                && faults.is_empty()
            {
                return Ok(content);
            }
        }
        Err(slips) => {
            for Fault { problem, span, suggestion } in slips {
                faults.add_near(problem, span, suggestion.as_deref());
            }
        }
    }
    if let Some(found) = expected.other_than(source) {
        let problem = Slip::OtherKind { found, expected }.into();
        return Err(vec![Fault { problem, span: 0..0, suggestion: None }]);
    }
    Err(faults.in_order())
}
