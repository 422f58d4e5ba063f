//! What kind of file a text is, told from what only that kind holds. It is asked where a text could not be read as what
//! it should be, so that whoever named the wrong file is told so in one sentence.

/// The kinds of files that are taken for each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A firm's answers.
    Answers,
    /// Scenarios for the engine alone.
    Scenarios,
    /// A consultant's look.
    Look,
    /// What the rows of another questionnaire mean.
    Mapping,
    /// Content: questions, measures and the like.
    Content,
    /// JSON, as results are.
    Json,
    /// A page for a browser.
    Html,
    /// A table for a spreadsheet.
    Csv,
    /// A text with headings and paragraphs.
    Prose,
}

impl FileKind {
    const ALL: [Self; 9] = [
        Self::Json,
        Self::Html,
        Self::Csv,
        Self::Answers,
        Self::Scenarios,
        Self::Look,
        Self::Mapping,
        Self::Content,
        Self::Prose,
    ];

    /// The kind a text plainly is where that is another than expected.
    pub fn other_than(self, source: &str) -> Option<Self> {
        if self.is(source) {
            return None;
        }
        Self::ALL.into_iter().find(|it| it.is(source))
    }

    fn is(self, source: &str) -> bool {
        let text = source.trim_start_matches('\u{feff}').trim_start();
        let mut lines = text.lines().map(str::trim);
        match self {
            Self::Answers => lines.any(|it| it == "[company]" || it.starts_with("[answers.")),
            Self::Scenarios => lines.any(|it| it == "[[scenario]]"),
            Self::Look => {
                let mut keys = head(text).peekable();
                keys.peek().is_some() && keys.all(|it| LOOK.contains(&it))
            }
            Self::Mapping => lines.any(|it| it == "[[row]]"),
            Self::Content => head(text).any(|it| it == "id"),
            Self::Json => {
                let inside = text.strip_prefix(['{', '[']).map(str::trim_start);
                inside.is_some_and(|it| it.starts_with(['"', '{', '}', ']']))
            }
            Self::Html => text.get(..2).is_some_and(|it| it.starts_with('<') && !it.ends_with('=')),
            Self::Csv => lines.next().is_some_and(|it| it.matches(';').count() > 2 && !it.contains('=')),
            Self::Prose => text.starts_with("# ") && text.contains("\n## "),
        }
    }
}

/// The keys of a look.
const LOOK: [&str; 5] = ["name", "footer", "logo", "logo_text", "colour"];

/// The keys before the first section.
fn head(text: &str) -> impl Iterator<Item = &str> {
    let lines =
        text.lines().map(str::trim).take_while(|it| !it.starts_with('[')).filter(|it| !it.starts_with('#'));
    lines.filter_map(|it| it.split_once('=')).map(|it| it.0.trim())
}

/// Files without text that are taken for answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BinaryKind {
    /// A PDF.
    Pdf,
    /// A document or table of an office program, or an archive.
    Zip,
    /// A picture.
    Picture,
    /// A text in the coding Windows calls Unicode.
    Utf16,
    /// Something else.
    Other,
}

impl BinaryKind {
    /// The kind those bytes begin like.
    pub fn of(bytes: &[u8]) -> Self {
        match bytes {
            [b'%', b'P', b'D', b'F', ..] => Self::Pdf,
            [b'P', b'K', 3, 4, ..] => Self::Zip,
            [0x89, b'P', b'N', b'G', ..] | [0xff, 0xd8, 0xff, ..] => Self::Picture,
            [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Self::Utf16,
            _ => Self::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_told_by_what_only_its_kind_holds() {
        let cases = [
            ("{\n  \"format\": 2\n}", FileKind::Json),
            ("[{\"key\": 1}]", FileKind::Json),
            ("<!doctype html>\n<html lang=\"de\">", FileKind::Html),
            ("\u{feff}Stufe;Wer;Was;Wann\n", FileKind::Csv),
            ("format = 1\n[[scenario]]\nid = \"a\"", FileKind::Scenarios),
            ("# Aussehen\nname = \"Beratung\"\nlogo = \"x.png\"", FileKind::Look),
            ("format = 1\nid = \"mfa\"\ntitle = \"x\"\n[[tier]]", FileKind::Content),
            ("# Anleitung\n\nText.\n\n## Beginnen\n", FileKind::Prose),
        ];
        for (text, kind) in cases {
            assert_eq!(FileKind::Answers.other_than(text), Some(kind), "{text}");
        }
        for own in
            ["[company]\nname = \"x\"", "format = 1\n[answers.mfa]\noption = \"all\"\n[[scenario]]", ""]
        {
            assert_eq!(FileKind::Answers.other_than(own), None, "{own}");
        }
        assert_eq!(FileKind::Scenarios.other_than("[company]\n"), Some(FileKind::Answers));
    }
}
