//! The page on attacks, learning, contacts and grants.

/// Heading.
pub const TITLE: &str = "Lernen, Hilfe, Zuschüsse";
/// Bookmark.
pub const BOOKMARK: &str = "Lernen und Hilfe";
