//! Decisions and their reasons in German.

use super::number::{date, euros, one_in, percent};
use crate::decision::{Advice, Demand, InsuranceOutcome, Judged, Reason, Settles, WeighedBundle};
use crate::model::{Catalogue, TierLevel, TraitId};

/// The decision in one or two words.
pub fn advice(advice: Advice) -> &'static str {
    match advice {
        Advice::Duty => "Pflicht",
        Advice::Do => "umsetzen",
        Advice::RecognisedMinimum => "Mindeststandard",
        Advice::Survival => "Existenzschutz",
        Advice::Insure => "versichern",
        Advice::ClarifyFirst => "erst klären",
        Advice::Bear => "tragen",
        Advice::Enough => "genügt so",
        Advice::InPlace => "erledigt",
        Advice::Informs => "gibt Klarheit",
    }
}

/// Heading above the measures with this decision.
pub fn heading(advice: Advice) -> &'static str {
    match advice {
        Advice::Duty => "Pflicht: Gesetz oder Vertrag verlangt es",
        Advice::Do => "Umsetzen: spart mehr, als es kostet, die schlechten Jahre mitgezählt",
        Advice::RecognisedMinimum => {
            "Mindeststandard: Grundregeln, auch wo das Mittel allein sich nicht rechnet"
        }
        Advice::Survival => "Existenzschutz: damit ein schlechtes Jahr nicht das letzte ist",
        Advice::Insure => "Versichern",
        Advice::ClarifyFirst => "Erst klären",
        Advice::Bear => "Tragen: das Risiko bleibt bewusst",
        Advice::Enough => "Genügt so",
        Advice::InPlace => "Erledigt",
        Advice::Informs => "Gibt Klarheit",
    }
}

/// Why this decision about this measure, in a sentence made of its numbers: what every surface shows beside the
/// decision.
pub fn why(catalogue: &Catalogue, judged: &Judged) -> String {
    let Some(weighed) = &judged.weighed else { return reason(catalogue, &judged.reason) };
    let balance = &weighed.balance;
    let cost = euros(balance.annual.total().likely);
    let saved = euros(balance.avoided.value.max(0.0));
    match &judged.reason {
        Reason::Demanded { by } => {
            let more = match (weighed.tier, balance.net_benefit.value >= 0.0) {
                (None | Some(TierLevel::Minimum), _) => "",
                (_, true) => "; mehr als das Nötigste ist es, weil es sich rechnet",
                (_, false) => "; mehr als das Nötigste ist es, weil schlechte Jahre milder werden",
            };
            format!("{} Kostet {cost} im Jahr und spart im Mittel {saved}{more}.", demanded(*by))
        }
        Reason::CostsMore { .. } => format!("Spart im Mittel nur {saved} im Jahr und kostet {cost}."),
        Reason::MinimumAnyway { short_eur, because } if *short_eur >= HALF_A_EURO => {
            let rule = rule(catalogue, because.as_ref());
            if balance.net_with_bad_years() > 0.0 {
                format!(
                    "{rule}. Kostet {cost} im Jahr und spart im Mittel {saved}; mildere schlechte Jahre gleichen das aus."
                )
            } else {
                format!("{rule}, auch wenn es {cost} im Jahr kostet und im Mittel nur {saved} spart.")
            }
        }
        Reason::PartOfBundle { bundle, .. } => format!(
            "Im Paket „{}“ enthalten: kostet dort {cost} im Jahr und spart im Mittel {saved}.",
            bundle_title(catalogue, bundle.as_str())
        ),
        Reason::PaysOnBalance { share } => {
            let cases = if *share >= 0.5 {
                format!("lohnt es sich in {} der durchgerechneten Fälle", percent(*share))
            } else {
                format!("lohnt es sich über alle Fälle gerechnet, wenn auch nur in {} davon", percent(*share))
            };
            format!(
                "Kostet {cost} im Jahr und spart im Mittel {saved}; mildere schlechte Jahre mitgezählt, {cases}."
            )
        }
        why => reason(catalogue, why),
    }
}

/// Why a bundle is in the plan, as a sentence made of its numbers.
pub fn why_bundle(bundle: &WeighedBundle) -> String {
    let balance = &bundle.balance;
    let (cost, saved) = (balance.annual.total().likely, balance.avoided.value.max(0.0));
    let why = if saved >= cost {
        "das rechnet sich"
    } else if balance.net_with_bad_years() >= 0.0 {
        "mildere schlechte Jahre gleichen den Rest aus"
    } else {
        "es ist der günstigste Weg zu den Grundregeln darin"
    };
    format!("Kostet {} im Jahr und spart im Mittel {}; {why}.", euros(cost), euros(saved))
}

/// Whose rule it is: everybody's, or that of firms with a trait.
fn rule(catalogue: &Catalogue, because: Option<&TraitId>) -> String {
    match because.and_then(|it| catalogue.trait_(it)) {
        None => "Grundregel für jeden Betrieb".into(),
        Some(it) => format!("Grundregel, weil bei Ihnen gilt: „{}“", it.text.trim_end_matches('.')),
    }
}

/// Differences below this vanish in the rounding to whole euros.
pub const HALF_A_EURO: f64 = 0.5;

/// Why, in one or two sentences made of the numbers of the reason alone.
pub fn reason(catalogue: &Catalogue, reason: &Reason) -> String {
    match reason {
        Reason::Demanded { by } => demanded(*by),
        Reason::Pays { share } => {
            format!("Spart im Mittel mehr, als es kostet: in {} der durchgerechneten Fälle.", percent(*share))
        }
        Reason::PaysForBadYears { short_eur, .. } if *short_eur <= 0.0 => {
            "Spart im Mittel mehr, als es kostet, und mildert vor allem die schlechten Jahre.".into()
        }
        Reason::PaysForBadYears { short_eur, .. } => format!(
            "Im Mittel fehlen {} im Jahr. Den Ausschlag geben die schlechten Jahre: Sie werden deutlich milder.",
            euros(*short_eur)
        ),
        Reason::PaysOnBalance { share } => format!(
            "Lohnt sich zusammen mit dem Rest des Plans, wenn man die schlechten Jahre mitzählt: in {} der durchgerechneten Fälle.",
            percent(*share)
        ),
        Reason::PartOfBundle { bundle, net_eur, .. } => part_of_bundle(catalogue, bundle.as_str(), *net_eur),
        Reason::MinimumThatPays { share, because } => format!(
            "{}. Es rechnet sich auch: in {} der durchgerechneten Fälle.",
            rule(catalogue, because.as_ref()),
            percent(*share)
        ),
        Reason::MinimumAnyway { short_eur, because } if *short_eur < HALF_A_EURO => format!(
            "{}. Im Mittel spart es mehr, als es kostet, wenn auch nicht in jedem Fall.",
            rule(catalogue, because.as_ref())
        ),
        Reason::MinimumAnyway { short_eur, because } => format!(
            "{}, auch wenn es im Mittel {} im Jahr mehr kostet, als es spart.",
            rule(catalogue, because.as_ref()),
            euros(*short_eur)
        ),
        Reason::MinimumBeyondBudget => {
            "Grundregel für jeden Betrieb, doch Ihr Budget reicht dafür nicht. Bitte prüfen Sie das Budget."
                .into()
        }
        Reason::KeepsReserve { without, with, short_eur } => format!(
            "Im Mittel fehlen {} im Jahr. Es schützt aber die Existenz: Ein Schaden über der Reserve trifft Sie damit in {} statt in {} Jahren.",
            euros(*short_eur),
            one_in(*with),
            one_in(*without)
        ),
        Reason::PaysTogether { with } => match with.as_ref().and_then(|it| catalogue.measure(it)) {
            Some(partner) => format!("Rechnet sich zusammen mit „{}“.", partner.title),
            None => "Rechnet sich zusammen mit dem Rest des Plans.".into(),
        },
        Reason::WithNextRenewal => {
            "Wenn Sie Virenschutz oder Büro-Lizenz ohnehin erneuern, nehmen Sie die Stufe mit Verhaltenserkennung."
                .into()
        }
        Reason::SignIsOpen { share, settles } => sign_is_open(catalogue, *share, settles),
        Reason::CostsMore { short_eur, .. } => {
            format!("Kostet {} im Jahr mehr, als es spart.", euros(*short_eur))
        }
        Reason::Enough { short_eur, .. } => format!(
            "Was da ist, genügt: Die nächste Stufe kostet {} im Jahr mehr, als sie noch spart.",
            euros(*short_eur)
        ),
        Reason::MostlyThere { short_eur } => format!(
            "Das meiste davon ist da, pflegen Sie es. Was zur Grundregel fehlt, kostet {} im Jahr mehr, als es noch spart.",
            euros(*short_eur)
        ),
        Reason::BeyondBudget { net_eur } => format!(
            "Würde {} im Jahr mehr sparen, als es kostet. Geld oder Stunden reichen nach Ihrer Angabe nicht.",
            euros(*net_eur)
        ),
        Reason::CoveredByOthers { avoided_eur } => format!(
            "Die anderen Schritte decken das meiste ab. Zusätzlich spart es nur noch {} im Jahr.",
            euros(*avoided_eur)
        ),
        Reason::Insurance { outcome, net_price_eur, without, with } => {
            insurance(*outcome, *net_price_eur, *without, *with)
        }
        Reason::Present => "Ist vorhanden.".into(),
        Reason::NoOwnEffect => {
            "Senkt selbst keinen Schaden, schafft aber Klarheit und sichert andere Maßnahmen ab.".into()
        }
        Reason::Decided { on, review, numbers_say } => {
            let again = review.map(|it| format!(" Wieder ansehen am {}.", date(it))).unwrap_or_default();
            format!("So entschieden am {}.{again} {}", date(*on), self::numbers_say(*numbers_say))
        }
    }
}

/// What would be advised without the firm's own decision.
pub fn numbers_say(it: Advice) -> String {
    format!("Die Zahlen allein sagen: {}.", advice(it))
}

/// What demands a measure.
pub fn demanded(by: Demand) -> String {
    match by {
        Demand::Bsig { number: Some(number) } => {
            format!(
                "Das BSI-Gesetz verlangt es von Ihnen (§ 30 Absatz 2 Nummer {number}, unsere Vorprüfung)."
            )
        }
        Demand::Bsig { number: None } => {
            "Das BSI-Gesetz verlangt es von der Leitung (§ 38, unsere Vorprüfung).".into()
        }
        Demand::Guideline => "Die Richtlinie nach § 390 SGB V verlangt es von Ihrer Praxis.".into(),
        Demand::InsuranceContract => "Ihre Police setzt es in der Regel voraus.".into(),
        Demand::Named => "Ein Vertrag oder eine Behörde verlangt es von Ihnen.".into(),
    }
}

fn bundle_title<'a>(catalogue: &'a Catalogue, bundle: &'a str) -> &'a str {
    catalogue.bundles.iter().find(|it| it.id.as_str() == bundle).map_or(bundle, |it| &it.title)
}

fn part_of_bundle(catalogue: &Catalogue, bundle: &str, net_eur: f64) -> String {
    let title = bundle_title(catalogue, bundle);
    if net_eur >= 0.0 {
        format!(
            "Kommt mit dem Paket „{title}“. Das Paket spart im Mittel {} im Jahr mehr, als es kostet.",
            euros(net_eur)
        )
    } else {
        format!(
            "Kommt mit dem Paket „{title}“. Das Paket ist wegen der Mindeststandards oder der schlechten Jahre im Plan; im Mittel kostet es {} im Jahr mehr, als es spart.",
            euros(-net_eur)
        )
    }
}

fn sign_is_open(catalogue: &Catalogue, share: f64, settles: &Settles) -> String {
    match settles {
        Settles::Answer(id) => {
            let text = catalogue.question(id).map_or(id.as_str(), |it| it.text.as_str());
            format!(
                "Lohnt sich in {} der durchgerechneten Fälle. Die Antwort auf diese Frage entscheidet: „{text}“",
                percent(share)
            )
        }
        Settles::Price => format!(
            "Lohnt sich in {} der durchgerechneten Fälle. Der Preis entscheidet: Holen Sie ein Angebot ein.",
            percent(share)
        ),
    }
}

fn insurance(outcome: InsuranceOutcome, net_price_eur: f64, without: f64, with: f64) -> String {
    let price = euros(net_price_eur.max(0.0));
    match outcome {
        InsuranceOutcome::ClosesTheGap => format!(
            "Schließt die Lücke: Ein Schaden über der Reserve trifft Sie damit in {} statt in {} Jahren. Sie kostet netto {price} im Jahr.",
            one_in(with),
            one_in(without)
        ),
        InsuranceOutcome::PartOfTheWay => format!(
            "Hilft ein Stück weit: Ein Schaden über der Reserve trifft Sie damit in {} statt in {} Jahren. Ganz reicht es nicht.",
            one_in(with),
            one_in(without)
        ),
        InsuranceOutcome::WorthItsPrice => format!(
            "Für das Überleben nicht nötig, aber ihren Preis wert: Sie nimmt den schlechten Jahren mehr, als sie netto kostet ({price} im Jahr)."
        ),
        InsuranceOutcome::NotNeeded => format!(
            "Nach dem Plan können Sie den Rest günstiger selbst tragen. Die Versicherung kostet {price} im Jahr mehr, als sie im Mittel zahlt."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_the_mean_does_not_pay_the_sentence_says_so_and_names_what_does() {
        let catalogue = crate::catalogue::resolve(&crate::catalogue::embedded()).expect("ships");
        let minimum = reason(&catalogue, &Reason::MinimumAnyway { short_eur: 120.0, because: None });
        assert!(minimum.contains("120") && minimum.contains("mehr kostet, als es spart"), "{minimum}");
        let survival =
            reason(&catalogue, &Reason::KeepsReserve { without: 0.02, with: 0.009, short_eur: 300.0 });
        assert!(survival.contains("300") && survival.contains("Existenz"), "{survival}");
    }
}
