//! What is chosen between, column by column.

use super::Text;

/// A way to go: one column of a [`Ladder`].
#[derive(Clone, Debug, PartialEq)]
pub struct Rung {
    /// Its name.
    pub name: String,
    /// What it is, under its name.
    pub meaning: String,
    /// The lower part of its bar, and what is written on it.
    pub lower: (f64, String),
    /// The upper part of its bar; nothing for what is.
    pub upper: Option<(f64, String)>,
    /// Whether it stands on a pale ground.
    pub marked: bool,
    /// What is said beside the box to tick; none where it cannot be chosen.
    pub choice: Option<String>,
}

/// A line of figures below the bars.
#[derive(Clone, Debug, PartialEq)]
pub struct LadderRow {
    /// What they are.
    pub label: Text,
    /// One for every rung.
    pub cells: Vec<Text>,
    /// In larger type.
    pub large: bool,
    /// Whether a rule stands above.
    pub ruled: bool,
}

/// Ways to go side by side: what is, and what each step would make of it, as bars of two parts over a line at the height
/// of what is, with figures and a box to tick below.
#[derive(Clone, Debug, PartialEq)]
pub struct Ladder {
    /// The rungs; the first is what is.
    pub rungs: Vec<Rung>,
    /// Names the lower parts of the bars.
    pub lower_label: Text,
    /// Names the upper parts.
    pub upper_label: Text,
    /// Figures below the bars.
    pub rows: Vec<LadderRow>,
    /// Stands before the boxes.
    pub choice_label: String,
}

impl LadderRow {
    /// A line of figures.
    pub fn of(label: impl Into<Text>, cells: impl IntoIterator<Item = Text>) -> Self {
        Self { label: label.into(), cells: cells.into_iter().collect(), large: false, ruled: false }
    }

    /// The same line in larger type.
    #[must_use]
    pub fn large(self) -> Self {
        Self { large: true, ..self }
    }

    /// The same line under a rule.
    #[must_use]
    pub fn ruled(self) -> Self {
        Self { ruled: true, ..self }
    }
}

/// The parts of a bar and the rows their labels make where they do not fit into the bars.
impl Ladder {
    /// Height of the tallest bar.
    pub(crate) fn tallest(&self) -> f64 {
        let total = |rung: &Rung| rung.lower.0 + rung.upper.as_ref().map_or(0.0, |it| it.0);
        self.rungs.iter().map(total).fold(1e-9, f64::max)
    }

    /// What is written on the upper and on the lower parts, as lines of figures.
    pub(crate) fn bar_rows(&self) -> [LadderRow; 2] {
        let upper =
            self.rungs.iter().map(|it| it.upper.as_ref().map_or(Text::default(), |it| it.1.clone().into()));
        let lower = self.rungs.iter().map(|it| Text::default().bold(&it.lower.1));
        [LadderRow::of(self.upper_label.clone(), upper), LadderRow::of(self.lower_label.clone(), lower)]
    }
}
