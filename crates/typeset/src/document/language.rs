//! What a printer must say by itself, and how it writes numbers.

/// A language, as far as the typesetter needs one.
#[derive(Clone, Copy, Debug)]
pub struct Language {
    /// Its tag (BCP 47), such as `de-DE`; the first two letters choose the rules of hyphenation.
    pub tag: &'static str,
    /// Heading of the list of sections on a web page.
    pub contents: &'static str,
    /// The link that jumps over that list.
    pub skip: &'static str,
    /// An amount of money, to the whole unit, with its unit.
    pub amount: fn(f64) -> String,
    /// A count.
    pub count: fn(f64) -> String,
    /// A share between 0 and 1 as percent.
    pub percent: fn(f64) -> String,
}

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        self.tag == other.tag
    }
}

impl Language {
    /// The two letters of the language without its region (ISO 639-1).
    pub fn primary(&self) -> &'static str {
        self.tag.split('-').next().unwrap_or(self.tag)
    }
}
