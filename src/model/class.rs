//! The classes by which content differs: company size and degree of digitalisation.

use std::ops::Index;

words! {
    /// Size class by persons employed (EU recommendation 2003/361/EC, head-count part only).
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum SizeClass {
        /// 1 to 9.
        Micro = "micro",
        /// 10 to 49.
        Small = "small",
        /// 50 to 249.
        Medium = "medium",
    }
}

impl SizeClass {
    /// The class of a company with so many people; larger firms count as medium.
    pub fn of(employees: u32) -> Self {
        match employees {
            0..=9 => Self::Micro,
            10..=49 => Self::Small,
            _ => Self::Medium,
        }
    }

    /// The fewest people of the class.
    pub fn from_employees(self) -> u32 {
        match self {
            Self::Micro => 1,
            Self::Small => 10,
            Self::Medium => 50,
        }
    }
}

words! {
    /// Degree of digitalisation, from the twelve items of the EU Digital Intensity Index.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Level {
        /// Few of the twelve items.
        Low = "low",
        /// About half of them.
        Medium = "medium",
        /// Most of them.
        High = "high",
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

impl<T> BySize<T> {
    /// Something of every value.
    pub fn map<U>(&self, of: impl Fn(&T) -> U) -> BySize<U> {
        BySize { micro: of(&self.micro), small: of(&self.small), medium: of(&self.medium) }
    }
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
