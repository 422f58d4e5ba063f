//! Words around documents that are no part of their content.

/// Heading of the list of sections on a web page.
pub const CONTENTS: &str = "Inhalt";
/// The link that jumps over the list of sections.
pub const SKIP: &str = "Zum Inhalt springen";
