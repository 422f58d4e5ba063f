//! What the check says to whoever sits at the terminal.

pub mod closing;
pub mod company;
pub mod decide;
pub mod keys;
pub mod menu;
pub mod pause;
pub mod plain;
pub mod question;
pub mod saving;
pub mod trade;

use super::differences;
use super::number::{count, date, euro_range, euros, hours};
use super::shown::typed;
use crate::assessment::interview::{Item, Progress};
use crate::assessment::{Doubt, Renewal};
use crate::guidance::{BestStep, TopicResult};
use crate::model::{Answers, Catalogue, Interval, Role, TopicId};

/// Opens a first check: what it does, how one can stop, where the data stay.
pub fn welcome(file: &str) -> Vec<String> {
    vec![
        "Guten Tag. Hier sehen Sie, was ein Jahr Ihren Betrieb kosten kann, welcher Schutz sich für Sie lohnt und welches Risiko Sie tragen können.".into(),
        "Was Sie nicht wissen, bleibt einfach offen. Sie können jederzeit aufhören und später genau dort weitermachen.".into(),
        format!("Alles bleibt auf diesem Rechner, in der Datei {file}."),
    ]
}

/// Asks who answers.
pub const WHO_SITS_HERE: &str = "Wer sitzt hier?";

/// Who can sit there: the owner, these roles, a consultant, and out.
pub fn who_sits_here<'r>(roles: impl Iterator<Item = &'r str>) -> Vec<String> {
    let (owner, consultant) = ("Ich leite den Betrieb", "Ich berate den Betrieb und frage nach Nachweisen");
    let all = std::iter::once(owner).chain(roles).chain([consultant, "ein anderes Mal"]);
    all.map(str::to_owned).collect()
}

/// Asks for the time there is.
pub const HOW_LONG: &str = "Wie viel Zeit haben Sie gerade?";

/// The two kinds of check, and out.
pub fn welcome_choices(short: usize, minutes: u32) -> Vec<String> {
    vec![
        format!(
            "kurzer Check, ungefähr 10 Minuten: der Betrieb und die {short} Fragen, die am meisten entscheiden"
        ),
        format!("ganzer Check, ungefähr {minutes} Minuten, gern in mehreren Etappen"),
        "ein anderes Mal".into(),
    ]
}

/// What a consultant is asked before the questions, and what is typed for it: people and place.
pub const TALK: [(&str, &str); 2] =
    [("Mit wem sprechen Sie heute?", "Namen:"), ("Wo findet das Gespräch statt?", "Ort:")];

/// How each is typed.
pub const TALK_HINTS: [&str; 2] = ["mit Komma getrennt · leer lassen geht auch", "leer lassen geht auch"];

/// Where it goes.
pub const TALK_ASIDE: &str =
    "Steht mit dem heutigen Tag im Anhang des Berichts; mit --anonymous und in „waage anonymize“ nicht.";

/// Opens a check that goes on.
pub fn welcome_back(answered: usize, file: &str) -> Vec<String> {
    let answered = match answered {
        0 => "Die Angaben zum Betrieb sind da.".to_owned(),
        1 => "Eine Antwort ist schon da.".to_owned(),
        _ => format!("{answered} Antworten sind schon da."),
    };
    vec![format!("Schön, dass Sie weitermachen. {answered} Gespeichert wird in {file}.")]
}

/// Several people answered differently.
pub fn people_differ(questions: usize) -> Option<String> {
    (questions > 0).then(|| {
        format!(
            "Bei {} haben mehrere verschieden geantwortet. Es zählt, wer es am besten weiß; der Bericht zeigt beides.",
            count(questions, "Frage", "Fragen")
        )
    })
}

/// Asks to whom a question goes.
pub const HAND_OVER: &str = "Wer soll das beantworten?";

/// Under it.
pub const HAND_OVER_ASIDE: &str =
    "Die Frage bleibt so lange offen und steht auf dem Blatt mit den offenen Punkten.";

/// The ways to hand over: the question or its whole topic, to these people.
pub fn hand_over(roles: &[&str], topic: &str) -> Vec<String> {
    let question = roles.iter().map(|it| format!("diese Frage an: {it}"));
    question.chain(roles.iter().map(|it| format!("alles zu „{topic}“ an: {it}"))).collect()
}

/// Opens a check for one role: questions that are open, and those that wait for their answers.
pub fn welcome_role(role: &Role, open: usize, waiting: usize) -> Vec<String> {
    let up_to = if waiting > 0 { "bis zu " } else { "" };
    vec![format!(
        "Für {}: {up_to}{}. Andere Antworten bleiben daneben stehen; wo sie sich unterscheiden, sagt es der Bericht.",
        role.title,
        count(open + waiting, "Frage", "Fragen")
    )]
}

/// A repetition begins.
pub fn welcome_again(old: &str) -> String {
    format!("Die Antworten aus {old} sind übernommen. Zuerst, was sich im Betrieb geändert hat.")
}

/// Asked before anything else in a repetition.
pub const HAPPENED: &str = "Was ist seit dem letzten Mal geschehen?";

/// Under it.
pub const HAPPENED_ASIDE: &str = "Kreuzen Sie an, was zutrifft. Nichts davon? Dann ohne Kreuz weiter.";

/// What follows from what happened and from time.
pub fn due_now(again: usize, first: usize) -> String {
    let questions = |many| count(many, "Frage", "Fragen");
    match (again, first) {
        (0, 0) => "Alle Antworten sind frisch genug. In der Liste können Sie trotzdem jede ändern.".into(),
        (0, _) => {
            format!("{} kommen zum ersten Mal. Alle anderen Antworten gelten weiter.", questions(first))
        }
        (_, 0) => format!("Noch einmal dran: {}. Alles andere gilt weiter.", questions(again)),
        _ => format!(
            "Noch einmal dran: {}. Zum ersten Mal: {}. Alles andere gilt weiter.",
            questions(again),
            questions(first)
        ),
    }
}

/// Asked first in a repetition.
pub const STEPS_DONE: &str = "Welche Schritte vom letzten Mal sind erledigt?";

/// Under it.
pub const STEPS_DONE_ASIDE: &str =
    "Kreuzen Sie an, was getan ist. Danach fragen wir nur, was sich dadurch geändert hat.";

/// What presses after something happened.
pub fn at_once(hint: &str) -> String {
    format!("Sofort: {hint}")
}

/// "Frage 12 von 31 · noch 9 min".
pub fn progress(progress: Progress) -> String {
    let minutes = progress.minutes_left();
    let left = if minutes == 0 { String::new() } else { format!(" · noch {minutes} min") };
    format!("Frage {} von {}{left}", progress.position, progress.total)
}

/// "Schätzung bisher: 5.900 € im Jahr, Spanne 2.900 bis 11.000 €".
pub fn estimate(loss: Interval) -> String {
    format!("Schätzung bisher: {} im Jahr, Spanne {}", euros(loss.value), euro_range(loss.low, loss.high))
}

/// Smallest part of the estimate that is told as a movement.
const NOTICEABLE: f64 = 0.01;

/// Longest answer that is quoted whole, characters.
const QUOTED: usize = 48;

/// Why the estimate moved: what was said last and by how much; none where it hardly did.
pub fn moved(before: Interval, after: Interval, what: &str, said: &str) -> Option<String> {
    let by = after.value - before.value;
    if libm::fabs(by) < NOTICEABLE * before.value {
        return None;
    }
    let more = if by > 0.0 { "mehr" } else { "weniger" };
    let quoted: String = if said.chars().count() > QUOTED {
        said.chars().take(QUOTED).collect::<String>().trim_end().to_owned() + "…"
    } else {
        said.to_owned()
    };
    let of = if what.is_empty() { String::new() } else { format!("{what}: ") };
    Some(format!("{} {more} durch Ihre Antwort „{of}{quoted}“.", euros(libm::fabs(by))))
}

/// One line on a finished topic.
pub fn topic_result(catalogue: &Catalogue, topic: &TopicId, result: &TopicResult) -> String {
    let title = catalogue.topic(topic).map_or("", |it| it.title.as_str());
    let text = match result {
        TopicResult::Done => "Hier ist getan, was zu tun ist.".to_owned(),
        TopicResult::Enough => {
            "Was hier noch möglich wäre, kostet Sie mehr, als es an Schaden erspart.".to_owned()
        }
        TopicResult::Step(step) => {
            let measure = catalogue.measure(&step.measure).map_or("", |it| it.title.as_str());
            format!(
                "Am meisten brächte „{measure}“. Das nimmt Ihrer Schätzung rund {} im Jahr und kostet {}.",
                euros(step.avoided_eur),
                effort(step)
            )
        }
    };
    format!("{title}: {text}")
}

/// Money and own hours a year of a step: "rund 2 Std. Arbeit und 120 € im Jahr".
fn effort(step: &BestStep) -> String {
    /// Less is not worth naming.
    const EUROS: f64 = 5.0;
    const HOURS: f64 = 0.1;
    match (step.money_eur >= EUROS, step.hours >= HOURS) {
        (true, true) => format!("{} und {} eigene Arbeit", euros(step.money_eur), hours(step.hours)),
        (true, false) => euros(step.money_eur),
        (false, true) => format!("{} eigene Arbeit", hours(step.hours)),
        (false, false) => "fast nichts".into(),
    }
}

/// Why a question is asked again.
pub fn renewal(catalogue: &Catalogue, renewal: &Renewal) -> Option<String> {
    Some(match renewal {
        Renewal::NotAnswered => return None,
        Renewal::StepDone { measure } => {
            let title = catalogue.measure(measure).map_or("", |it| it.title.as_str());
            format!("„{title}“ ist erledigt. Dann stimmt die frühere Antwort wohl nicht mehr.")
        }
        Renewal::Happened { trigger } => {
            let known = catalogue.knowledge.triggers.iter().find(|it| &it.id == trigger);
            known.map(|it| it.why.clone()).unwrap_or_default()
        }
        Renewal::Unknown => "Beim letzten Mal wusste das niemand.".into(),
        Renewal::WornOff { months } => {
            format!("Ihre Antwort ist {} alt, und so etwas lässt mit der Zeit nach.", age(*months))
        }
        Renewal::Old { months } => format!("Ihre Antwort ist {} alt. Stimmt sie noch?", age(*months)),
        Renewal::Reworded => "Die Frage ist seit Ihrem letzten Mal klarer gefasst.".into(),
        Renewal::Replaces { .. } => {
            "Diese Frage ersetzt eine frühere, die Sie schon beantwortet haben.".into()
        }
        Renewal::New => "Diese Frage ist neu hinzugekommen.".into(),
    })
}

fn age(months: f64) -> String {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "months of a life span")]
    let months = libm::round(months).clamp(1.0, 1200.0) as usize;
    count(months, "Monat", "Monate")
}

/// What does not fit, kindly, and what it is about.
pub fn doubt(catalogue: &Catalogue, answers: &Answers, doubt: &Doubt) -> (String, Vec<String>) {
    if let Doubt::Contradiction { id, .. } = doubt
        && let Some(found) = catalogue.contradictions.iter().find(|it| &it.id == id)
    {
        let sides = differences::sides(catalogue, answers, found);
        return (format!("{} Stimmt beides?", found.text), sides.into());
    }
    (figures(doubt), Vec::new())
}

/// Figures of the company that do not fit together, kindly; nothing for other doubts.
pub fn figures(doubt: &Doubt) -> String {
    use super::number::{exact_euros, integer};
    match doubt {
        Doubt::TurnoverPerHead { turnover_eur, employees } => format!(
            "{} Umsatz bei {} wären {} je Kopf. Das kommt vor, ist aber selten. Stimmt beides?",
            exact_euros(*turnover_eur),
            count(*employees as usize, "Mensch", "Menschen"),
            euros(turnover_eur / f64::from((*employees).max(1)))
        ),
        Doubt::ReserveAboveTurnover { reserve_eur, turnover_eur } => format!(
            "Die Rücklage von {} ist höher als der Umsatz eines Jahres ({}). Stimmt das?",
            exact_euros(*reserve_eur),
            exact_euros(*turnover_eur)
        ),
        Doubt::CostlyDay { day_eur, turnover_eur } => format!(
            "Ein Tag ohne IT für {} wäre mehr als der Umsatz von {} Arbeitstagen. Stimmt das?",
            exact_euros(*day_eur),
            days_of_turnover(*day_eur, *turnover_eur)
        ),
        Doubt::LargeFirm { employees } => format!(
            "Mit {} Menschen sind Sie größer als die Betriebe, für die unsere Zahlen gemacht sind (bis 249). Wir rechnen wie für einen Betrieb mit 50 bis 249.",
            integer(i64::from(*employees))
        ),
        Doubt::Contradiction { .. } => String::new(),
    }
}

fn days_of_turnover(day_eur: f64, turnover_eur: f64) -> String {
    /// Working days a year.
    const DAYS: f64 = 250.0;
    super::number::decimal(libm::floor(day_eur / (turnover_eur / DAYS)), 0)
}

/// The ways out of a doubt: to keep it, then to change one of the items.
pub fn doubt_choices(catalogue: &Catalogue, doubt: &Doubt) -> Vec<String> {
    let change = |item: &Item| match item {
        Item::Profile(item) => format!("{} ändern", company::name(*item)),
        Item::Question(_) => format!("Antwort ändern: {}", item_name(catalogue, item)),
    };
    std::iter::once("so stimmt es".to_owned()).chain(doubt.items().iter().map(change)).collect()
}

/// Asks whether to leave.
pub const LEAVE_QUESTION: &str =
    "Das ist der Anfang. Möchten Sie aufhören? Alles Beantwortete ist gespeichert.";

/// Stay or leave.
pub const LEAVE_CHOICES: [&str; 2] = ["weitermachen", "aufhören"];

/// Said when someone leaves on the way.
pub fn left(file: &str, call: &str) -> String {
    format!("\nGespeichert in {file}.\nWeiter geht es genau hier mit: {call}")
}

/// The same where nothing was answered yet.
pub fn left_at_once() -> String {
    "\nBis ein anderes Mal. Noch ist nichts beantwortet und nichts gespeichert.".into()
}

/// Heads the list of answers where questions were left out on purpose.
pub const REVIEW_SHORT: &str =
    "Das sind Ihre Antworten. Möchten Sie etwas ändern? Sonst geht es zur Auswertung.";

/// Heads the list of answers.
pub fn review_question(open: usize, unknown: usize) -> String {
    let still = match open {
        0 => String::new(),
        1 => " Eine Frage ist noch offen.".to_owned(),
        _ => format!(" {open} Fragen sind noch offen."),
    };
    let nobody = match unknown {
        0 => String::new(),
        1 => " Bei einer Frage wusste es niemand.".to_owned(),
        _ => format!(" Bei {unknown} Fragen wusste es niemand."),
    };
    format!("Alles gefragt.{still}{nobody} Möchten Sie etwas ändern? Sonst geht es zur Auswertung.")
}

/// The first line of the list of answers.
pub const REVIEW_DONE: &str = "fertig, zur Auswertung";

/// Back from the list of answers to the question on screen.
pub const REVIEW_BACK: &str = "zurück zur Frage";

/// Heads the list of answers while questions are still open.
pub const REVIEW_MIDWAY: &str = "Ihre Antworten bisher. Enter öffnet eine davon zum Ändern.";

/// What stands in the list where there is no answer.
pub const REVIEW_OPEN: &str = "noch offen";

/// An answer nobody knew, in the list.
pub const REVIEW_UNKNOWN: &str = "weiß ich nicht";

/// One that does not apply, in the list.
pub const REVIEW_NOT_APPLICABLE: &str = "trifft nicht zu";

/// One line of the list of answers, in two columns.
pub fn review_line(what: &str, answer: &str) -> String {
    format!("{what}\t{answer}")
}

/// The name of an item.
pub fn item_name(catalogue: &Catalogue, item: &Item) -> String {
    match item {
        Item::Profile(item) => company::name(*item).to_owned(),
        Item::Question(id) => catalogue.question(id).map_or_else(String::new, |it| it.text.clone()),
    }
}

/// When an answers file was last changed, for lists.
pub fn file_line(file: &str, answered: usize, last: Option<jiff::civil::Date>) -> String {
    let answers = count(answered, "Antwort", "Antworten");
    last.map_or_else(
        || format!("{file}, {answers}"),
        |last| format!("{file}, {answers}, zuletzt am {}", date(last)),
    )
}

/// What to do where nobody sits at a terminal.
pub fn without_terminal(file: &str) -> String {
    format!(
        "Die Befragung braucht ein Terminal. Ohne Terminal: Antworten in {file} eintragen und „waage report {}“ aufrufen.",
        typed(file)
    )
}

/// An option names something that does not exist.
pub fn unknown_choice(option: &str, given: &str, known: &[String], suggestion: Option<&str>) -> String {
    let meant = suggestion
        .map_or_else(|| format!("Möglich sind: {}.", known.join(", ")), |it| format!("Meinten Sie „{it}“?"));
    format!("Fehler: „{given}“ gibt es bei „{option}“ nicht.\n  {meant}")
}

/// The file to repeat says too little about the company.
pub fn nothing_to_repeat(file: &str) -> String {
    format!(
        "Fehler: In „{file}“ fehlen Branche oder Zahl der Menschen, es gibt nichts zu wiederholen.\n  Weitermachen mit: waage check {}",
        typed(file)
    )
}

/// A repetition would overwrite a file.
pub fn exists_already(file: &str) -> String {
    format!(
        "Fehler: „{file}“ gibt es schon.\n  Nennen Sie für die Wiederholung einen neuen Namen, oder setzen Sie die Datei ohne --again fort."
    )
}
