//! What was probably meant.

/// The candidate nearest to `word`, where one is near enough to be worth asking.
pub(crate) fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let tolerance = (word.chars().count() / 3).clamp(1, 4);
    let (distance, candidate) = candidates
        .into_iter()
        .map(|it| (distance(word, it), it))
        .min_by_key(|&(distance, it)| (distance, it))?;
    (0 < distance && distance <= tolerance).then_some(candidate)
}

/// Fewest insertions, deletions, replacements and swaps of neighbours that turn one word into the other.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    for (i, row) in rows.iter_mut().enumerate() {
        row[0] = i;
    }
    rows[0] = (0..=b.len()).collect();
    for i in 1..=a.len() {
        for j in 1..=b.len() {
            let replaced = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = replaced.min(rows[i - 1][j] + 1).min(rows[i][j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            rows[i][j] = best;
        }
    }
    rows[a.len()][b.len()]
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
