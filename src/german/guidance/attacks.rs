//! The kinds of attack a firm meets first, with what they do to people.

use crate::german::number::euros;
use crate::german::pages::joined;
use crate::guidance::RankedAttack;
use crate::model::{AttackType, Lever};

/// Heading of the kinds of attack.
pub const TITLE: &str = "Womit Sie zuerst rechnen sollten";

/// What an attack does to a person, in one word.
fn lever_word(lever: Lever) -> &'static str {
    match lever {
        Lever::Authority => "Autorität",
        Lever::Urgency => "Eile",
        Lever::Fear => "Angst",
        Lever::Curiosity => "Neugier",
        Lever::Helpfulness => "Hilfsbereitschaft",
        Lever::Scarcity => "Gewinn",
        Lever::Secrecy => "Verschwiegenheit",
        Lever::Habit => "Gewohnheit",
    }
}

/// The levers of an attack; nothing where it deceives nobody.
pub fn levers(attack: &AttackType) -> Option<String> {
    let words: Vec<String> = attack.levers.iter().map(|it| lever_word(*it).to_owned()).collect();
    (!words.is_empty()).then(|| format!("Der Hebel: {}", joined(&words)))
}

/// What a kind of attack stands for in this firm.
pub fn stands_for(ranked: &RankedAttack) -> String {
    let often = if ranked.prominent { "; in Ihrer Branche besonders häufig" } else { "" };
    format!("steht für rund {} Schaden im Jahr (Schätzung){often}", euros(ranked.loss_eur))
}
