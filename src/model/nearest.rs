//! What was probably meant by a word that does not exist.

/// The candidate nearest to `word`, where one is near enough to be worth asking.
///
/// Counts insertions, deletions, replacements and swaps of neighbours (restricted Damerau-Levenshtein
/// distance, as strsim does); a third of the word's length, one to four, is near enough (judgement).
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let tolerance = (word.chars().count() / 3).clamp(1, 4);
    let (distance, candidate) = candidates
        .into_iter()
        .map(|it| (strsim::osa_distance(word, it), it))
        .min_by_key(|&(distance, it)| (distance, it))?;
    (0 < distance && distance <= tolerance).then_some(candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_finds_the_word() {
        let known = ["restore-test", "backup-offline", "mfa"];
        assert_eq!(nearest("restore-tst", known), Some("restore-test"));
        assert_eq!(nearest("mfa-", known), Some("mfa"));
        assert_eq!(nearest("maf", known), Some("mfa"));
    }

    #[test]
    fn another_word_is_not_offered() {
        assert_eq!(nearest("insurance", ["restore-test", "mfa"]), None);
        assert_eq!(nearest("mfa", []), None);
    }
}
