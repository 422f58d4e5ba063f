//! Line ends as the owner's editor wrote them.

/// Most pairs of lines that are compared; beyond it a line changes its end before the program keeps anybody waiting.
const MOST_PAIRS: usize = 4_000_000;

/// `new`, with plain line ends, in the line ends of `old`: lines that stayed keep theirs, new ones get the commoner kind.
pub fn restored(old: &str, new: &str) -> String {
    let before: Vec<(&str, bool)> = old.split_inclusive('\n').map(end_of).collect();
    let long = before.iter().filter(|it| it.1).count();
    let most = 2 * long >= old.matches('\n').count();
    if long == 0 {
        return new.to_owned();
    }
    let after: Vec<&str> = new.split_inclusive('\n').map(|it| it.trim_end_matches('\n')).collect();
    let kept = kept(&before, &after);
    let mut out = String::with_capacity(new.len() + after.len());
    for (index, line) in new.split_inclusive('\n').enumerate() {
        let is_long = kept[index].map_or(most, |it| before[it].1);
        match line.strip_suffix('\n') {
            Some(line) if is_long => {
                out.push_str(line);
                out.push_str("\r\n");
            }
            _ => out.push_str(line),
        }
    }
    out
}

/// A line without its end, and whether that is the long one of Windows.
fn end_of(line: &str) -> (&str, bool) {
    match line.strip_suffix("\r\n") {
        Some(line) => (line, true),
        None => (line.trim_end_matches('\n'), false),
    }
}

/// For every line of `after` the line of `before` it was, in order: a longest common subsequence.
fn kept(before: &[(&str, bool)], after: &[&str]) -> Vec<Option<usize>> {
    let mut kept = vec![None; after.len()];
    let shorter = before.len().min(after.len());
    let head = (0..shorter).take_while(|it| before[*it].0 == after[*it]).count();
    let tail = (0..shorter - head)
        .take_while(|it| before[before.len() - 1 - it].0 == after[after.len() - 1 - it])
        .count();
    for (index, line) in kept.iter_mut().enumerate().take(head) {
        *line = Some(index);
    }
    for index in 0..tail {
        kept[after.len() - 1 - index] = Some(before.len() - 1 - index);
    }
    let (old, new) = (&before[head..before.len() - tail], &after[head..after.len() - tail]);
    if old.len() * new.len() > MOST_PAIRS {
        return kept;
    }
    // Longest common subsequences of the ends of both.
    let width = new.len() + 1;
    let mut lengths = vec![0_u32; (old.len() + 1) * width];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            lengths[i * width + j] = if old[i].0 == new[j] {
                lengths[(i + 1) * width + j + 1] + 1
            } else {
                lengths[(i + 1) * width + j].max(lengths[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < old.len() && j < new.len() {
        if old[i].0 == new[j] {
            kept[head + j] = Some(head + i);
            (i, j) = (i + 1, j + 1);
        } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::restored;

    #[test]
    fn every_line_keeps_its_end_and_new_ones_get_the_commoner() {
        assert_eq!(restored("a\nb\n", "a\nx\nb\n"), "a\nx\nb\n");
        assert_eq!(restored("a\r\nb\r\n", "a\nx\nb\n"), "a\r\nx\r\nb\r\n");
        assert_eq!(restored("a\r\nb\nc\r\n", "a\nb\nx\nc\n"), "a\r\nb\nx\r\nc\r\n");
        assert_eq!(restored("a\nb\r\nb\nc\n", "b\nc\nb\n"), "b\r\nc\nb\n");
        assert_eq!(restored("a\r\nb", "a\nb"), "a\r\nb");
        assert_eq!(restored("", "a\n"), "a\n");
    }
}
