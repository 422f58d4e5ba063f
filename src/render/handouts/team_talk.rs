//! Five minutes for the team: the firm's own case, its first kind of attack, three questions, an agreement.

use super::Subject;
use super::paper::{hindrance, lines, list, paper};
use crate::german::handouts::team_talk as words;
use crate::model::Case;
use typeset::document::{Block, Document, Marker, Text};

/// The paper.
pub fn paper_of(subject: Subject<'_>) -> Document {
    let (knowledge, guidance) = (&subject.catalogue.knowledge, &subject.report.guidance);
    let [what, how, ask, carries, agree] = words::MINUTES;
    let pair = guidance.cases.as_ref();
    let worst = pair.and_then(|it| knowledge.case(&it.worst.case));
    let best = pair.and_then(|it| knowledge.case(&it.best.case));
    let attack = guidance.attacks.first().and_then(|it| knowledge.attack(&it.attack));
    let mut blocks = vec![Block::lead(words::LEAD)];
    if let Some(case) = worst {
        blocks.push(Block::heading(what));
        let told =
            Text::default().bold(format!("{}. ", case.title)).then(format!("{} {}", case.what, case.outcome));
        blocks.push(Block::Paragraph(told));
        blocks.push(Block::Note(cited(case)));
    }
    if let Some(attack) = attack {
        blocks.push(Block::heading(how));
        let told = Text::default().bold(format!("{}. ", attack.title)).then(&attack.plain).line_break();
        blocks.push(Block::Paragraph(told.italic(words::WHY).then(&attack.human_factor)));
    }
    blocks.push(Block::heading(ask));
    blocks.push(list(Marker::Dash, words::QUESTIONS));
    blocks.extend(hindrance(subject).map(|it| Block::paragraph(words::hindrance(&it))));
    if let Some(case) = best {
        blocks.push(Block::heading(carries));
        let told = Text::default()
            .italic(words::BETTER)
            .then(format!("{} {}", case.what, case.outcome))
            .line_break();
        blocks.push(Block::Paragraph(told.italic(words::LESSON).then(&case.lesson)));
        blocks.push(Block::Note(cited(case)));
    }
    blocks.push(Block::heading(agree));
    blocks.push(list(Marker::Dash, words::AGREEMENT));
    blocks.push(lines(&words::LINES, true));
    paper(subject, words::TITLE, words::SUBJECT, blocks)
}

fn cited(case: &Case) -> Text {
    let first = case.sources.first();
    first.map_or_else(Text::default, |it| words::source(&it.publisher, it.year).into())
}
