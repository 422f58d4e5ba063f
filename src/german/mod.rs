//! Facts to German words, numbers and dates.
