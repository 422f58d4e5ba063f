//! The end of a line for typing from inside: too much was typed, or the window changed.

use std::fmt;

use inquire::CustomUserError;
use inquire::autocompletion::{Autocomplete, Replacement};

use super::shown::{Size, window};

/// Most line ends in something typed, which can only have been pasted; more would scroll the page away.
const MOST_LINES: usize = 6;

/// Ends a line for typing once it is longer than anything that could be meant, so that a slip of the clipboard
/// does not keep the screen busy, and once the window has another size than the page was drawn for.
#[derive(Clone, Debug)]
pub struct Longest {
    /// Most characters that can be meant.
    pub characters: usize,
    /// The window the page was drawn for.
    pub drawn_for: Size,
}

impl Autocomplete for Longest {
    fn get_suggestions(&mut self, typed: &str) -> Result<Vec<String>, CustomUserError> {
        let begun = typed.to_owned();
        if typed.chars().count() > self.characters || typed.matches('\n').count() > MOST_LINES {
            return Err(Box::new(Begun { text: begun, too_long: true }));
        }
        if window() != self.drawn_for {
            return Err(Box::new(Begun { text: begun, too_long: false }));
        }
        Ok(Vec::new())
    }

    fn get_completion(&mut self, _: &str, _: Option<String>) -> Result<Replacement, CustomUserError> {
        Ok(Replacement::None)
    }
}

/// What was typed when the line ended.
#[derive(Debug)]
pub struct Begun {
    /// As far as it was typed.
    pub text: String,
    /// True where it was too long.
    pub too_long: bool,
}

impl fmt::Display for Begun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.too_long { "too long" } else { "another window" })
    }
}

impl std::error::Error for Begun {}
