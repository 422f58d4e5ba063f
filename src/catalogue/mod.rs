//! Content files to model: shapes, resolving with all faults at once, and the linter.
//!
//! Content arrives as [`Files`], pairs of path and text; `cli` reads folders, [`embedded`] has what ships.
//! [`resolve`] turns it into a [`crate::model::Catalogue`] in which every reference exists. What is wrong is a
//! [`Diagnostic`]: data with a place and a remedy, made into sentences by [`crate::german`].

mod code;
mod complete;
mod diagnostic;
mod embedded;
mod entry;
mod fault;
mod files;
mod kind;
mod lint;
mod noun;
mod raw;
mod read;
mod resolve;
mod schema;

pub use code::Code;
pub use diagnostic::{Diagnostic, Severity};
pub use embedded::{embedded, released};
pub use entry::{Directory, Entry, Field, Mention, Value};
pub use fault::Fault;
pub use files::Files;
pub use kind::Form;
pub use lint::lint;
pub use noun::Noun;
pub use resolve::{resolve, resolve_earlier, trades};
pub use schema::{FileKind, editor_settings};
