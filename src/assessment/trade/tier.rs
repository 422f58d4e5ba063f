//! How well a word fits what was typed.

/// The ways in which a word fits, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// It is the word.
    Equal,
    /// It is the word with the dots of umlauts dropped.
    WithoutDots,
    /// It is another form of the word: feminine, plural, inflected.
    OtherForm,
    /// The word begins with what is typed.
    Begins,
    /// Every typed part begins a part of the word.
    AllParts,
    /// One typed part is the word.
    OnePart,
    /// The word with a tail such as -betrieb.
    WithTail,
    /// The word's stem with such a tail.
    StemWithTail,
    /// One typed part is a word that has several homes.
    OneVaguePart,
    /// The word with one slip.
    OneSlip,
    /// A compound that ends or begins with the word, or shares most of its beginning.
    Compound,
    /// The word with two slips.
    TwoSlips,
    /// The word ends with what is typed, or one of its parts begins with it.
    Inside,
}

impl Tier {
    /// True where what was typed is the word itself in one of its forms.
    pub fn is_the_word(self) -> bool {
        self <= Self::OtherForm
    }

    /// True where one can only ask whether it was meant.
    pub fn is_a_guess(self) -> bool {
        self >= Self::OneSlip
    }

    /// The name in results for programs.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Equal => "equal",
            Self::WithoutDots => "without-dots",
            Self::OtherForm => "other-form",
            Self::Begins => "begins",
            Self::AllParts => "all-parts",
            Self::OnePart => "one-part",
            Self::WithTail => "with-tail",
            Self::StemWithTail => "stem-with-tail",
            Self::OneVaguePart => "one-vague-part",
            Self::OneSlip => "one-slip",
            Self::Compound => "compound",
            Self::TwoSlips => "two-slips",
            Self::Inside => "inside",
        }
    }
}
