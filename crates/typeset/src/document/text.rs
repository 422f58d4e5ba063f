//! Running text with emphasis and links.

/// A place in the document that links, page numbers and bookmarks can name. Kebab-case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Anchor(pub String);

impl From<&str> for Anchor {
    fn from(name: &str) -> Self {
        Self(name.to_owned())
    }
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// To a place in this document.
    Internal(Anchor),
    /// To an address outside: `https:`, `mailto:` or `tel:`.
    External(String),
}

/// How strongly a run is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Strength {
    /// As its block.
    #[default]
    Plain,
    /// Bold.
    Bold,
    /// Slanted, for words quoted.
    Italic,
}

/// What a run's colour says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// As its block.
    #[default]
    Plain,
    /// Of secondary interest.
    Soft,
    /// In the ink of what gets better.
    Gain,
    /// In the ink of what is at stake.
    Loss,
}

/// Strength, tone and whether words may be hyphenated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// Strength.
    pub strength: Strength,
    /// Colour.
    pub tone: Tone,
    /// An id, address or number: never hyphenated, broken only at its own punctuation.
    pub verbatim: bool,
    /// Smaller type; of a line whose first run is small, the whole.
    pub small: bool,
}

/// Characters of one style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The characters; foreign ones are made harmless when the text is laid out.
    pub text: String,
    /// Style.
    pub style: Style,
    /// Where a click leads.
    pub link: Option<Link>,
}

/// A part of running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// Characters.
    Run(Run),
    /// "auf Seite 7": the page an anchor stands on, linked to it. An HTML page, which has no page numbers, shows other
    /// words instead.
    PageOf {
        /// The place.
        anchor: Anchor,
        /// What stands before the number.
        before: String,
        /// Said instead of all that where there are no pages.
        otherwise: String,
    },
    /// A new line.
    Break,
}

/// Running text, built piece by piece:
///
/// ```
/// use typeset::document::Text;
/// let text = Text::plain("Im Mittel ").bold("6.800\u{202f}€ im Jahr").then(".");
/// assert_eq!(text.spans.len(), 3);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// Its parts in order.
    pub spans: Vec<Span>,
}

impl Text {
    /// Text without emphasis.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::default().then(text)
    }

    /// Appends plain text.
    #[must_use]
    pub fn then(self, text: impl Into<String>) -> Self {
        self.run(text, Style::default(), None)
    }

    /// Appends bold text.
    #[must_use]
    pub fn bold(self, text: impl Into<String>) -> Self {
        self.run(text, Style { strength: Strength::Bold, ..Style::default() }, None)
    }

    /// Appends slanted text.
    #[must_use]
    pub fn italic(self, text: impl Into<String>) -> Self {
        self.run(text, Style { strength: Strength::Italic, ..Style::default() }, None)
    }

    /// Appends secondary text.
    #[must_use]
    pub fn soft(self, text: impl Into<String>) -> Self {
        self.run(text, Style { tone: Tone::Soft, ..Style::default() }, None)
    }

    /// Appends text in an ink of its own.
    #[must_use]
    pub fn toned(self, text: impl Into<String>, tone: Tone) -> Self {
        self.run(text, Style { tone, ..Style::default() }, None)
    }

    /// Appends bold text in an ink of its own.
    #[must_use]
    pub fn strong(self, text: impl Into<String>, tone: Tone) -> Self {
        self.run(text, Style { tone, strength: Strength::Bold, ..Style::default() }, None)
    }

    /// Appends small, soft text.
    #[must_use]
    pub fn small(self, text: impl Into<String>) -> Self {
        self.run(text, Style { tone: Tone::Soft, small: true, ..Style::default() }, None)
    }

    /// Appends a second line in small, soft type.
    #[must_use]
    pub fn below(self, text: impl Into<String>) -> Self {
        self.line_break().small(text)
    }

    /// Appends an id, address or number that must not be hyphenated.
    #[must_use]
    pub fn verbatim(self, text: impl Into<String>) -> Self {
        self.run(text, Style { verbatim: true, ..Style::default() }, None)
    }

    /// Appends a link within the document.
    #[must_use]
    pub fn to(self, text: impl Into<String>, anchor: impl Into<Anchor>) -> Self {
        self.run(text, Style::default(), Some(Link::Internal(anchor.into())))
    }

    /// Appends a link to an address outside; only `https:`, `mailto:` and `tel:` become links.
    #[must_use]
    pub fn web(self, text: impl Into<String>, address: impl Into<String>) -> Self {
        let address = address.into();
        let safe = ["https://", "mailto:", "tel:"].iter().any(|scheme| address.starts_with(scheme));
        let link = safe.then_some(Link::External(address));
        self.run(text, Style { verbatim: true, ..Style::default() }, link)
    }

    /// Appends the page of an anchor in words: `before` and its number, or `otherwise` where there are no pages.
    #[must_use]
    pub fn page_of(
        mut self,
        anchor: impl Into<Anchor>,
        before: impl Into<String>,
        otherwise: impl Into<String>,
    ) -> Self {
        let (anchor, before, otherwise) = (anchor.into(), before.into(), otherwise.into());
        self.spans.push(Span::PageOf { anchor, before, otherwise });
        self
    }

    /// Starts a new line.
    #[must_use]
    pub fn line_break(mut self) -> Self {
        self.spans.push(Span::Break);
        self
    }

    /// Appends another text.
    #[must_use]
    pub fn join(mut self, other: Self) -> Self {
        self.spans.extend(other.spans);
        self
    }

    /// Appends characters of any style.
    #[must_use]
    pub fn run(mut self, text: impl Into<String>, style: Style, link: Option<Link>) -> Self {
        let text = text.into();
        if !text.is_empty() {
            self.spans.push(Span::Run(Run { text, style, link }));
        }
        self
    }

    /// Whether nothing would be printed.
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::plain(text)
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::plain(text)
    }
}
