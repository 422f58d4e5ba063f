//! Enums whose variants are fixed words wherever they are written: one place for the variant, the word and what it
//! stands for.

/// An enum with a word for every variant. Files are read and documented by it; how is not the model's business.
pub trait Word: Copy + 'static {
    /// The enum's name.
    const NAME: &'static str;
    /// What the enum tells apart.
    const ABOUT: &'static str;
    /// Every variant, in order.
    const VARIANTS: &'static [Self];
    /// The word of each.
    const WORDS: &'static [&'static str];
    /// What each stands for.
    const MEANINGS: &'static [&'static str];
}

/// Declares such an enum.
macro_rules! words {
    (
        $(#[doc = $about:literal])+
        #[derive($($derive:ident),+)]
        pub enum $name:ident { $($(#[doc = $meaning:literal])+ $variant:ident = $word:literal,)+ }
    ) => {
        $(#[doc = $about])+
        #[derive($($derive),+)]
        pub enum $name { $($(#[doc = $meaning])+ $variant,)+ }

        impl $name {
            /// All of them, in their order.
            pub const ALL: [Self; [$($word),+].len()] = [$(Self::$variant),+];

            /// The word for it in files.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// Reads the word for it.
            pub fn from_id(id: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|it| it.as_str() == id)
            }
        }

        impl $crate::model::Word for $name {
            const NAME: &'static str = stringify!($name);
            const ABOUT: &'static str = concat!($($about),+);
            const VARIANTS: &'static [Self] = &Self::ALL;
            const WORDS: &'static [&'static str] = &[$($word),+];
            const MEANINGS: &'static [&'static str] = &[$(concat!($($meaning),+)),+];
        }
    };
}
