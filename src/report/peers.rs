//! What many firms say about firms like one, so that no firm can be told from the rest.
//!
//! Cells of a tree: all firms, a trade, a trade in a size class, that at a degree of digitalisation. A cell is published
//! only with `k` firms or more; counts are rounded down to whole multiples of `k` and figures to two digits. Where the
//! unpublished cells below a published one hold fewer than `k` firms together, further cells are withheld, the smallest
//! first, until a difference of published figures always speaks of `k` firms or more (complementary suppression, as
//! official statistics do it).

use std::collections::BTreeMap;

/// Fewest firms of a cell that may be asked for.
pub const FEWEST: usize = 5;

/// The classes and figures of one firm.
#[derive(Clone, Debug, PartialEq)]
pub struct Peer {
    /// Segment, size and level, from the outside in.
    pub classes: [String; 3],
    /// Expected loss a year, euros.
    pub expected_annual_loss: f64,
    /// Points of DIN SPEC 27076.
    pub din_points: f64,
}

/// What is published about the firms of a cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// The classes that hold for all its firms; fewer for a wider cell.
    pub classes: Vec<String>,
    /// Firms, rounded down to a multiple of `k`.
    pub firms: usize,
    /// Median of the expected loss a year, two digits, euros.
    pub expected_annual_loss: f64,
    /// A quarter of the firms expect less, euros.
    pub low_quarter: f64,
    /// A quarter of the firms expect more, euros.
    pub high_quarter: f64,
    /// Median of the points of DIN SPEC 27076.
    pub din_points: f64,
}

/// All published cells, the widest first, and how many are withheld.
#[derive(Clone, Debug, PartialEq)]
pub struct Peers {
    /// Fewest firms of a cell.
    pub k: usize,
    /// What is published.
    pub cells: Vec<Cell>,
    /// Cells that hold firms and are not published.
    pub withheld: usize,
}

impl Peers {
    /// The narrowest published cell of a firm of these classes.
    pub fn of(&self, classes: &[&str; 3]) -> Option<&Cell> {
        let holds = |it: &&Cell| it.classes.iter().zip(classes).all(|(a, b)| a == b);
        self.cells.iter().filter(holds).max_by_key(|it| it.classes.len())
    }
}

/// Puts firms into cells. None where there are fewer than `k` in all.
pub fn peers(firms: &[Peer], k: usize) -> Option<Peers> {
    let mut cells: BTreeMap<Vec<String>, Vec<usize>> = BTreeMap::new();
    for (index, firm) in firms.iter().enumerate() {
        for depth in 0..=firm.classes.len() {
            cells.entry(firm.classes[..depth].to_vec()).or_default().push(index);
        }
    }
    if firms.len() < k {
        return None;
    }
    let mut published: Vec<Vec<String>> = vec![Vec::new()];
    let mut at = 0;
    while at < published.len() {
        let below = children(&cells, &published[at], k);
        published.extend(below);
        at += 1;
    }
    published.sort_by(|a, b| a.len().cmp(&b.len()).then_with(|| a.cmp(b)));
    let withheld = cells.len() - published.len();
    let cells = published.into_iter().map(|it| {
        let members: Vec<&Peer> = cells[&it].iter().map(|it| &firms[*it]).collect();
        cell(it, &members, k)
    });
    Some(Peers { k, cells: cells.collect(), withheld })
}

/// The cells right below one that may be published: together they leave no remainder smaller than `k`.
fn children(cells: &BTreeMap<Vec<String>, Vec<usize>>, parent: &[String], k: usize) -> Vec<Vec<String>> {
    let below = cells.iter().filter(|it| it.0.len() == parent.len() + 1 && it.0.starts_with(parent));
    let (mut kept, withheld): (Vec<_>, Vec<_>) =
        below.map(|(classes, firms)| (classes.clone(), firms.len())).partition(|it| it.1 >= k);
    // The largest stay longest; the names decide where sizes are equal.
    kept.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let mut remainder: usize = withheld.iter().map(|it| it.1).sum();
    while (1..k).contains(&remainder) {
        let Some((_, firms)) = kept.pop() else { break };
        remainder += firms;
    }
    kept.into_iter().map(|it| it.0).collect()
}

fn cell(classes: Vec<String>, firms: &[&Peer], k: usize) -> Cell {
    let sorted = |figure: fn(&Peer) -> f64| {
        let mut all: Vec<f64> = firms.iter().map(|it| figure(it)).collect();
        all.sort_by(f64::total_cmp);
        all
    };
    let losses = sorted(|it| it.expected_annual_loss);
    let points = sorted(|it| it.din_points);
    Cell {
        classes,
        firms: firms.len() / k * k,
        expected_annual_loss: two_digits(quantile(&losses, 0.5)),
        low_quarter: two_digits(quantile(&losses, 0.25)),
        high_quarter: two_digits(quantile(&losses, 0.75)),
        din_points: libm::round(quantile(&points, 0.5)),
    }
}

/// The value between its neighbours in rank (definition 7 of Hyndman and Fan 1996).
fn quantile(sorted: &[f64], p: f64) -> f64 {
    let place = p * (sorted.len() - 1) as f64;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and the last index"
    )]
    let below = libm::floor(place) as usize;
    let above = (below + 1).min(sorted.len() - 1);
    sorted[below] + (place - below as f64) * (sorted[above] - sorted[below])
}

fn two_digits(value: f64) -> f64 {
    if value <= 0.0 {
        return 0.0;
    }
    let scale = libm::pow(10.0, libm::floor(libm::log10(value)) - 1.0);
    // Dividing by a whole power keeps small figures exact.
    if scale >= 1.0 {
        libm::round(value / scale) * scale
    } else {
        libm::round(value * (1.0 / scale)) / (1.0 / scale)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn firm(segment: &str, size: &str, level: &str, loss: f64) -> Peer {
        let classes = [segment, size, level].map(str::to_owned);
        Peer { classes, expected_annual_loss: loss, din_points: 10.0 }
    }

    /// A chamber whose cells are of every size from one firm upwards.
    fn chamber(firms: usize) -> Vec<Peer> {
        let class = |all: &[&'static str], number: usize| all[number % all.len()];
        (0..firms)
            .map(|it| {
                let segment = class(&["a", "a", "a", "b", "b", "c"], it / 3);
                let size = class(&["micro", "micro", "micro", "small", "small", "medium"], it * 7 / 5);
                let level = class(&["low", "medium", "medium", "high"], it * 11 / 3);
                firm(segment, size, level, 1000.0 + 37.0 * (it % 101) as f64)
            })
            .collect()
    }

    fn counts(peers: &Peers) -> BTreeMap<Vec<String>, usize> {
        peers.cells.iter().map(|it| (it.classes.clone(), it.firms)).collect()
    }

    #[test]
    fn no_cell_and_no_difference_of_cells_speaks_of_fewer_than_k_firms() {
        for firms in [5, 6, 23, 60, 200, 1000] {
            let all = chamber(firms);
            let published = peers(&all, FEWEST).unwrap();
            let inside = |classes: &[String]| all.iter().filter(|it| it.classes.starts_with(classes)).count();
            for cell in &published.cells {
                assert!(inside(&cell.classes) >= FEWEST && cell.firms.is_multiple_of(FEWEST), "{cell:?}");
                let below = published.cells.iter().filter(|it| {
                    it.classes.len() == cell.classes.len() + 1 && it.classes.starts_with(&cell.classes)
                });
                let rest = inside(&cell.classes) - below.map(|it| inside(&it.classes)).sum::<usize>();
                assert!(rest == 0 || rest >= FEWEST, "{firms} firms, {cell:?}: {rest} are left");
            }
        }
    }

    #[test]
    fn one_firm_more_changes_no_published_count_by_fewer_than_k() {
        let all = chamber(1000);
        let with = counts(&peers(&all, FEWEST).unwrap());
        for left_out in 0..all.len() {
            let mut fewer = all.clone();
            fewer.remove(left_out);
            let without = counts(&peers(&fewer, FEWEST).unwrap());
            for classes in with.keys().chain(without.keys()) {
                let (a, b) = (with.get(classes).unwrap_or(&0), without.get(classes).unwrap_or(&0));
                assert!(a == b || a.abs_diff(*b) >= FEWEST, "{classes:?}: {a} and {b}");
            }
        }
    }

    #[test]
    fn too_few_firms_are_refused_and_the_narrowest_cell_is_found() {
        assert!(peers(&chamber(4), FEWEST).is_none());
        let mut all: Vec<Peer> = (0..7).map(|it| firm("a", "micro", "low", f64::from(it))).collect();
        all.extend((0..6).map(|it| firm("a", "small", "low", f64::from(it))));
        let found = peers(&all, FEWEST).unwrap();
        assert_eq!(found.of(&["a", "micro", "low"]).unwrap().classes.len(), 3);
        assert_eq!(found.of(&["b", "micro", "low"]).unwrap().classes.len(), 0);
    }

    #[test]
    fn figures_have_two_digits() {
        let shown = [12_345.0, 999.0, 84.6, 0.123, 0.0].map(|it| two_digits(it).to_string());
        assert_eq!(shown, ["12000", "1000", "85", "0.12", "0"]);
    }
}
