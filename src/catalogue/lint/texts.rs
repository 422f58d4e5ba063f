//! Every German text of the content with what it is for.

use std::collections::BTreeMap;

use crate::catalogue::raw::{self, At};
use crate::catalogue::read::{Entry, RawContent};

/// The German closing quotation mark.
pub(crate) const CLOSING_QUOTE: char = '\u{201c}';

/// Short forms of words that end with a point inside a sentence.
const SHORT_FORMS: [&str; 6] = ["Mio", "Mrd", "Nr", "Abs", "Art", "bzw"];

/// The German opening quotation mark.
const OPENING_QUOTE: char = '\u{201e}';

/// What a text is for; rules about length and form differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Role {
    /// The question itself.
    Question,
    /// Why it is asked.
    Why,
    /// How the answer is recognised.
    Help,
    /// An example from the trade.
    Example,
    /// An answer to choose.
    Option,
    /// A statement to tick.
    Statement,
    /// A point of a check list: a question, a statement or a few words.
    Point,
    /// What to do next.
    Instruction,
    /// What others call their things: labels and names of products.
    Product,
    /// The title of a measure, bundle, grant, topic, segment or role.
    Title,
    /// The name an office gave its programme.
    Name,
    /// The title of something that stands alone on its line: a case, a learning unit, a drill.
    Headline,
    /// The title of a scenario; narrower columns.
    ScenarioTitle,
    /// One or two sentences about an entry.
    Summary,
    /// Two or three sentences that tell something.
    Story,
    /// What exactly is done in a variant.
    Tier,
    /// A list of words or a few words.
    Words,
    /// What a technical word means.
    Meaning,
}

/// A text with its place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Text<'a> {
    /// The file it stands in.
    pub file: &'a str,
    /// The text with its span.
    pub at: &'a At<String>,
    /// What it is for.
    pub role: Role,
}

/// Every text an owner may read, in the order of files.
pub(crate) fn texts<'a>(content: &'a RawContent<'a>) -> Vec<Text<'a>> {
    let mut all = Collector { file: "", texts: Vec::new() };
    content.questions.iter().for_each(|it| all.question(it));
    content.measures.iter().for_each(|it| all.measure(it));
    content.scenarios.iter().for_each(|it| all.scenario(it));
    content.segments.iter().for_each(|it| all.segment(it));
    all.trades(content);
    for Entry { file, raw } in &content.bundles {
        all.file = file;
        all.add(Role::Title, [&raw.title]);
        all.add(Role::Story, [&raw.what]);
        all.add(Role::Summary, raw.needs.as_ref());
    }
    for Entry { file, raw } in &content.grants {
        all.file = file;
        all.add(Role::Name, [&raw.title]);
    }
    all.stories(content);
    all.changes(content);
    all.exercises(content);
    all.lists(content);
    all.yardsticks(content);
    all.texts
}

struct Collector<'a> {
    file: &'a str,
    texts: Vec<Text<'a>>,
}

impl<'a> Collector<'a> {
    fn add(&mut self, role: Role, texts: impl IntoIterator<Item = &'a At<String>>) {
        let file = self.file;
        self.texts.extend(texts.into_iter().map(|at| Text { file, at, role }));
    }

    fn question(&mut self, Entry { file, raw }: &'a Entry<'a, raw::Question>) {
        self.file = file;
        self.add(Role::Question, [&raw.text]);
        self.add(Role::Why, [&raw.why]);
        self.add(Role::Help, [&raw.help]);
        self.add(Role::Example, raw.examples.values());
        self.add(Role::Option, raw.options.iter().map(|it| &it.text));
    }

    fn measure(&mut self, Entry { file, raw }: &'a Entry<'a, raw::Measure>) {
        self.file = file;
        self.add(Role::Title, [&raw.title]);
        self.add(Role::Summary, [&raw.summary, &raw.buy_in]);
        self.add(Role::Tier, raw.tiers.iter().map(|it| &it.what));
    }

    fn scenario(&mut self, Entry { file, raw }: &'a Entry<'a, raw::Scenario>) {
        self.file = file;
        self.add(Role::ScenarioTitle, [&raw.title]);
        self.add(Role::Story, [&raw.plain, &raw.path]);
        self.add(Role::Summary, [&raw.human_factor]);
    }

    fn segment(&mut self, Entry { file, raw }: &'a Entry<'a, raw::Segment>) {
        self.file = file;
        self.add(Role::Title, [&raw.title]);
        self.add(Role::Words, [&raw.examples, &raw.workplace, &raw.customers]);
        self.add(Role::Words, raw.processes.iter().map(|it| &it.text));
        self.add(Role::Summary, [&raw.nis2_hint]);
    }

    fn trades(&mut self, content: &'a RawContent<'a>) {
        for Entry { file, raw } in &content.sub_trades {
            self.file = file;
            self.add(Role::Headline, [&raw.title]);
            self.add(Role::Words, [&raw.workplace, &raw.customers, &raw.lost_device]);
            self.add(Role::Words, raw.tools.iter().chain(&raw.documents));
            self.add(Role::Words, raw.processes.iter().map(|it| &it.text));
            self.add(Role::Statement, raw.stories.iter());
        }
        // What people type is theirs; only what is said to them is judged.
        if let Some(Entry { file, raw }) = &content.trade_search {
            self.file = file;
            self.add(Role::Words, raw.homes.iter().flat_map(|it| it.choices.iter()).map(|it| &it.text));
            self.add(Role::Words, raw.lines.iter().map(|it| &it.text));
        }
    }

    fn stories(&mut self, content: &'a RawContent<'a>) {
        for Entry { file, raw } in &content.cases {
            self.file = file;
            self.add(Role::Headline, [&raw.title]);
            self.add(Role::Story, [&raw.what, &raw.outcome]);
            self.add(Role::Summary, [&raw.path, &raw.human_factor, &raw.lesson]);
        }
        for Entry { file, raw } in &content.attacks {
            self.file = file;
            self.add(Role::Title, [&raw.title]);
            self.add(Role::Story, [&raw.plain]);
            self.add(Role::Summary, [&raw.human_factor]);
        }
        for Entry { file, raw } in &content.laws {
            self.file = file;
            self.add(Role::Headline, [&raw.title]);
            self.add(Role::Story, [&raw.plain]);
        }
        // Names of offices are theirs, whatever their length.
        for Entry { file, raw } in &content.contacts {
            self.file = file;
            self.add(Role::Story, [&raw.what]);
            self.add(Role::Words, [&raw.cost]);
            self.add(Role::Summary, raw.ask.as_ref());
            if let Some(offer) = &raw.offer {
                self.add(Role::Words, [&offer.aim, &offer.duration].into_iter().chain(&offer.dates));
            }
        }
    }

    fn exercises(&mut self, content: &'a RawContent<'a>) {
        for Entry { file, raw } in &content.units {
            self.file = file;
            self.add(Role::Headline, [&raw.title]);
            self.add(Role::Summary, [&raw.goal, &raw.task]);
            self.add(Role::Words, [&raw.method, &raw.material]);
            self.add(Role::Statement, raw.steps.iter());
            self.add(Role::Story, [&raw.solution]);
        }
        // What a deceiver writes is left as deceivers write.
        for Entry { file, raw } in &content.messages {
            self.file = file;
            self.add(Role::Statement, raw.signs.iter());
            self.add(Role::Story, [&raw.reflex]);
        }
        for Entry { file, raw } in &content.drills {
            self.file = file;
            self.add(Role::Headline, [&raw.title]);
            self.add(Role::Story, [&raw.opening, &raw.closing]);
            for step in raw.steps.iter() {
                self.add(Role::Story, [&step.situation]);
                self.add(Role::Option, step.choices.iter().map(|it| &it.text));
                self.add(Role::Story, step.choices.iter().map(|it| &it.effect));
            }
        }
        for Entry { file, raw } in &content.how_to {
            self.file = file;
            for tier in raw.tiers.iter() {
                self.add(Role::Instruction, tier.steps.iter());
                self.add(Role::Summary, [&tier.proof]);
                self.add(Role::Words, tier.deliverables.iter().flat_map(|it| it.items.iter()));
                self.add(Role::Summary, tier.mistake.iter().chain(&tier.alone).chain(&tier.team));
            }
            if let Some(stopgap) = &raw.stopgap {
                self.add(Role::Headline, [&stopgap.title]);
                self.add(Role::Instruction, stopgap.steps.iter());
                self.add(Role::Summary, [&stopgap.proof].into_iter().chain(&stopgap.team));
            }
            self.add(Role::Product, raw.settings.iter().map(|it| &it.text));
        }
        for Entry { file, raw } in &content.self_checks {
            self.file = file;
            self.add(Role::Headline, [&raw.title]);
            self.add(Role::Summary, raw.statements.iter().map(|it| &it.text));
        }
    }

    fn changes(&mut self, content: &'a RawContent<'a>) {
        for Entry { file, raw } in &content.triggers {
            self.file = file;
            self.add(Role::Statement, [&raw.text]);
            self.add(Role::Why, [&raw.why]);
            self.add(Role::Why, raw.at_once.as_ref());
        }
        for Entry { file, raw } in &content.projects {
            self.file = file;
            self.add(Role::Title, [&raw.title]);
            self.add(Role::Summary, [&raw.what, &raw.benefit]);
            self.add(Role::Question, raw.questions.iter().map(|it| &it.text));
            self.add(Role::Statement, raw.questions.iter().map(|it| &it.next_step));
        }
    }

    fn yardsticks(&mut self, content: &'a RawContent<'a>) {
        if let Some(Entry { file, raw }) = &content.customer {
            self.file = file;
            self.add(Role::Question, raw.points.iter().map(|it| &it.text));
        }
        for Entry { file, raw } in content.insurer.iter().chain(&content.pillars).chain(&content.digcomp) {
            self.file = file;
            self.add(Role::Option, raw.points.iter().map(|it| &it.text));
        }
        if let Some(Entry { file, raw }) = &content.din {
            self.file = file;
            self.add(Role::Title, raw.topics.iter().map(|it| &it.text));
            self.add(Role::Option, raw.requirements.iter().map(|it| &it.text));
        }
        let lists =
            [&content.leadership, &content.contract, &content.supplier, &content.project, &content.restore];
        for Entry { file, raw } in lists.into_iter().flatten() {
            self.file = file;
            self.add(Role::Title, [&raw.title]);
            self.add(Role::Headline, [&raw.subject]);
            self.add(Role::Help, raw.lead.iter().chain([&raw.note]));
            self.add(Role::Words, raw.lines.iter().chain([&raw.last_column]));
            self.add(Role::Point, raw.points.iter().map(|it| &it.text));
            self.add(Role::Title, raw.contracts.iter().map(|it| &it.title));
            self.add(Role::Words, raw.actors.iter().flat_map(|it| [&it.who, &it.what]));
        }
    }

    fn lists(&mut self, content: &'a RawContent<'a>) {
        for Entry { file, raw } in &content.sizes {
            self.file = file;
            self.add(Role::Words, [&raw.title]);
        }
        if let Some(Entry { file, raw }) = &content.topics {
            self.file = file;
            self.add(Role::Title, raw.topics.iter().map(|it| &it.title));
            self.add(Role::Summary, raw.topics.iter().map(|it| &it.summary));
        }
        if let Some(Entry { file, raw }) = &content.traits {
            self.file = file;
            self.add(Role::Statement, raw.traits.iter().map(|it| &it.text));
        }
        if let Some(Entry { file, raw }) = &content.items {
            self.file = file;
            self.add(Role::Statement, raw.items.iter().map(|it| &it.text));
        }
        if let Some(Entry { file, raw }) = &content.roles {
            self.file = file;
            self.add(Role::Title, raw.roles.iter().flat_map(|it| [&it.title].into_iter().chain(&it.short)));
        }
        if let Some(Entry { file, raw }) = &content.systems {
            self.file = file;
            self.add(Role::Name, raw.systems.iter().map(|it| &it.title));
        }
        if let Some(Entry { file, raw }) = &content.levels {
            self.file = file;
            self.add(Role::Words, raw.levels.iter().map(|it| &it.title));
        }
        if let Some(Entry { file, raw }) = &content.contradictions {
            self.file = file;
            self.add(Role::Summary, raw.contradictions.iter().map(|it| &it.text));
        }
        if let Some(Entry { file, raw }) = &content.wording {
            self.file = file;
            self.add(Role::Meaning, raw.terms.iter().map(|it| &it.meaning));
        }
    }
}

/// The sentences of a text: split after ., ! or ? before a space and a capital letter or quotation mark.
pub(crate) fn sentences(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, mark) in text.char_indices().filter(|(_, it)| matches!(it, '.' | '!' | '?')) {
        let end = at + mark.len_utf8();
        let rest = &text[end..];
        let next = rest.trim_start().chars().next();
        let begins = next.is_some_and(|it| it.is_uppercase() || it == OPENING_QUOTE);
        if rest.starts_with(char::is_whitespace) && begins && !is_abbreviation(&text[start..end]) {
            sentences.push(text[start..end].trim());
            start = end;
        }
    }
    if !text[start..].trim().is_empty() {
        sentences.push(text[start..].trim());
    }
    sentences
}

/// A point after a single letter or a number up to two digits ends no sentence: "z. B.", "am 3. Mai"; nor does one
/// after a short form of a number word.
fn is_abbreviation(sentence: &str) -> bool {
    let last = sentence.trim_end_matches('.').rsplit(|it: char| !it.is_alphanumeric()).next();
    let ordinal = |it: &str| it.len() == 2 && it.chars().all(|it| it.is_ascii_digit());
    sentence.ends_with('.')
        && last.is_some_and(|it| it.chars().count() == 1 || ordinal(it) || SHORT_FORMS.contains(&it))
}

/// The parts of a text outside German quotation marks: what people say and what others call their things stays.
pub(crate) fn unquoted(text: &str) -> impl Iterator<Item = &str> {
    text.split(CLOSING_QUOTE).filter_map(|it| it.split(OPENING_QUOTE).next())
}

/// The words of a text; parts joined by dashes count as one.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|it: char| !(it.is_alphanumeric() || it == '-'))
        .map(|it| it.trim_matches('-'))
        .filter(|it| !it.is_empty())
}

/// Texts that occur more than once, compared without case and outer spaces.
pub(crate) fn repeated<'a>(texts: impl IntoIterator<Item = Text<'a>>) -> Vec<(Text<'a>, Text<'a>)> {
    let mut seen: BTreeMap<String, Text<'a>> = BTreeMap::new();
    let mut again = Vec::new();
    for text in texts {
        let key = text.at.trim().to_lowercase();
        match seen.get(&key) {
            Some(first) => again.push((*first, text)),
            None => {
                seen.insert(key, text);
            }
        }
    }
    again
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_a_reader_stops() {
        let text = "Das gilt z. B. am 3. Mai (Az. 5). Wer hilft? \u{201e}Niemand\u{201c} gilt nicht.";
        let expected =
            ["Das gilt z. B. am 3. Mai (Az. 5).", "Wer hilft?", "\u{201e}Niemand\u{201c} gilt nicht."];
        assert_eq!(sentences(text), expected);
        assert_eq!(sentences("ohne Punkt"), ["ohne Punkt"]);
    }

    #[test]
    fn what_is_quoted_stays_as_people_say_it() {
        let text = "Fragen Sie: \u{201e}Liest du das?\u{201c} Dann weiter.";
        assert_eq!(unquoted(text).collect::<Vec<_>>(), ["Fragen Sie: ", " Dann weiter."]);
    }

    #[test]
    fn joined_words_are_one() {
        assert_eq!(words("IT-Dienstleister, 24 Stunden – und dann?").count(), 5);
    }
}
