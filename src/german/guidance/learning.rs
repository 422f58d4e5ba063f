//! The learning plan in a few lines.

use crate::german::number::{count, date};
use crate::guidance::{LearningPlan, Lesson};
use crate::model::Catalogue;

/// Heading of the plan.
pub const TITLE: &str = "Was Ihre Leute lernen, in kleinen Schritten";
/// Heads of a table of lessons.
pub const HEADS: [&str; 4] = ["Woche ab", "Einheit", "Wer", "Minuten"];

/// The plan in one sentence with what a year holds.
pub fn headline(plan: &LearningPlan) -> String {
    format!(
        "Mit {} Minuten je Person und Woche schafft Ihr Betrieb {} im Jahr, nach Ihren Lücken geordnet.",
        plan.weekly_minutes,
        count(plan.lessons.len(), "Lerneinheit", "Lerneinheiten")
    )
}

/// A lesson as a row: week, unit, who, minutes.
pub fn row(catalogue: &Catalogue, lesson: &Lesson) -> [String; 4] {
    let title = catalogue.knowledge.unit(&lesson.unit).map_or("", |it| it.title.as_str());
    [date(lesson.week), title.to_owned(), who(catalogue, lesson), lesson.minutes.to_string()]
}

/// A lesson on one line.
pub fn line(catalogue: &Catalogue, lesson: &Lesson) -> String {
    let [week, title, who, minutes] = row(catalogue, lesson);
    format!("ab {week}: {title} ({minutes} Minuten; {who})")
}

fn who(catalogue: &Catalogue, lesson: &Lesson) -> String {
    let roles = lesson.roles.iter().filter_map(|it| catalogue.role(it));
    roles.map(|it| it.short.as_str()).collect::<Vec<_>>().join(", ")
}
