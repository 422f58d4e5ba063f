//! The classes by which content differs: company size and degree of digitalisation.

use std::ops::Index;

/// Size class by persons employed (EU recommendation 2003/361/EC, head-count part only).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SizeClass {
    /// 1 to 9.
    Micro,
    /// 10 to 49.
    Small,
    /// 50 to 249.
    Medium,
}

impl SizeClass {
    /// All classes, ascending.
    pub const ALL: [Self; 3] = [Self::Micro, Self::Small, Self::Medium];

    /// The class of a company with so many people; larger firms count as medium.
    pub fn of(employees: u32) -> Self {
        match employees {
            0..=9 => Self::Micro,
            10..=49 => Self::Small,
            _ => Self::Medium,
        }
    }

    /// The id used in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Micro => "micro",
            Self::Small => "small",
            Self::Medium => "medium",
        }
    }

    /// Reads an id as used in files.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.as_str() == id)
    }
}

/// Degree of digitalisation, from the twelve items of the EU Digital Intensity Index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Few of the twelve items.
    Low,
    /// About half of them.
    Medium,
    /// Most of them.
    High,
}

impl Level {
    /// All levels, ascending.
    pub const ALL: [Self; 3] = [Self::Low, Self::Medium, Self::High];

    /// The id used in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }

    /// Reads an id as used in files.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.as_str() == id)
    }
}

/// One value per size class.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BySize<T> {
    /// For 1 to 9 people.
    pub micro: T,
    /// For 10 to 49 people.
    pub small: T,
    /// For 50 to 249 people.
    pub medium: T,
}

impl<T> Index<SizeClass> for BySize<T> {
    type Output = T;
    fn index(&self, size: SizeClass) -> &T {
        match size {
            SizeClass::Micro => &self.micro,
            SizeClass::Small => &self.small,
            SizeClass::Medium => &self.medium,
        }
    }
}

/// One value per degree of digitalisation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ByLevel<T> {
    /// For a low degree.
    pub low: T,
    /// For a medium degree.
    pub medium: T,
    /// For a high degree.
    pub high: T,
}

impl<T> Index<Level> for ByLevel<T> {
    type Output = T;
    fn index(&self, level: Level) -> &T {
        match level {
            Level::Low => &self.low,
            Level::Medium => &self.medium,
            Level::High => &self.high,
        }
    }
}
