//! What a company does, as a degree per measure.

/// Why a degree is what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// At least one answer informs it and none of the open ones outweighs them.
    Answered,
    /// It was asked and nobody knew.
    Unknown,
    /// It was not asked; firms of that size stand in.
    NotAsked,
    /// An answer informs it, but part of it has worn off since.
    Aged,
    /// It is not relevant for this company and is held at average.
    NotRelevant,
}

/// Degree of implementation of one measure, 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Degree {
    /// Expectation.
    pub expected: f64,
    /// 10 % point.
    pub low: f64,
    /// 90 % point.
    pub high: f64,
    /// Why.
    pub basis: Basis,
}

impl Degree {
    /// A degree known without doubt.
    pub const fn exactly(value: f64) -> Self {
        Self { expected: value, low: value, high: value, basis: Basis::Answered }
    }
}

/// Degrees of all measures, in the order of [`super::Catalogue::measures`].
#[derive(Clone, Debug, PartialEq)]
pub struct Posture {
    /// One degree per measure of the catalogue, same order.
    pub degrees: Vec<Degree>,
}

impl Posture {
    /// The expected degrees alone, same order.
    pub fn expected(&self) -> Vec<f64> {
        self.degrees.iter().map(|it| it.expected).collect()
    }
}
