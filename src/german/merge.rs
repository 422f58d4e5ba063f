//! What came back from others and what it changes.

use super::conversation::company;
use super::conversation::item_name;
use super::differences;
use super::number::euros;
use super::pages::annex::answer;
use crate::assessment::interview::{Item, ProfileItem};
use crate::assessment::{CompanyDraft, Disagreement, Draft, Ignored};
use crate::model::{Catalogue, MeasureId, OwnCost, Quote, QuoteState, Record};

/// Nothing new came back.
pub const NOTHING: &str = "Nichts Neues: Alles davon steht schon in der Datei.";

/// Somebody left while it was asked.
pub const BROKEN_OFF: &str = "Abgebrochen. Die Datei ist, wie sie war.";

/// How to choose.
pub const KEYS: &str = "Pfeiltasten wählen, Eingabe nimmt, Esc bricht ab";

/// Something that a file from others does not decide.
pub fn ignored(what: Ignored, file: &str) -> String {
    let what = match what {
        Ignored::Company => "Angaben zum Betrieb macht der Betrieb selbst",
        Ignored::Decisions => "Entscheidungen trifft die Leitung",
        Ignored::Insurance => "die Versicherung trägt die Leitung ein",
        Ignored::Contacts => "Notfallnummern trägt der Betrieb selbst ein",
        Ignored::Gate => "Grenzen setzt der Betrieb selbst",
    };
    format!("Nicht übernommen aus {file}: {what}.")
}

/// What changes, question by question and price by price.
pub fn changes(catalogue: &Catalogue, before: &Draft, after: &Draft) -> String {
    let mut lines = Vec::new();
    for (id, record) in after.records.iter().filter(|it| before.records.get(it.0) != Some(it.1)) {
        let voices = |it: &Record| {
            let others = it.also.iter().map(|it| (Some(it.by.clone()), it.answer.clone()));
            std::iter::once((it.by.clone(), it.answer.clone())).chain(others).collect()
        };
        let told = |it: &Record| {
            differences::disagreement(catalogue, &Disagreement { question: id.clone(), voices: voices(it) })
        };
        lines.push(told(record));
    }
    for (id, cost) in after.costs.iter().filter(|it| before.costs.get(it.0) != Some(it.1)) {
        lines.push(price(catalogue, id, before.costs.get(id), cost));
    }
    for (id, quote) in after.quotes.iter().filter(|it| before.quotes.get(it.0) != Some(it.1)) {
        lines.push(self::quote(catalogue, id, quote));
    }
    let facts = ProfileItem::ALL.into_iter().filter_map(|it| {
        let now = fact(&after.company, it)?;
        (fact(&before.company, it).as_ref() != Some(&now)).then(|| format!("{}: {now}", company::name(it)))
    });
    lines.extend(facts);
    let lines: Vec<String> = lines.into_iter().map(|it| format!("  {it}\n")).collect();
    format!("Das kommt hinzu oder ändert sich:\n{}", lines.concat())
}

fn title(catalogue: &Catalogue, id: &MeasureId) -> String {
    catalogue.measure(id).map_or_else(|| id.to_string(), |it| it.title.clone())
}

fn price(catalogue: &Catalogue, id: &MeasureId, before: Option<&OwnCost>, now: &OwnCost) -> String {
    let told = |it: &OwnCost| format!("{} einmalig, {} im Jahr", euros(it.one_off_eur), euros(it.yearly_eur));
    let before = before.map(|it| format!(" (bisher {})", told(it))).unwrap_or_default();
    format!("Preis für „{}“: {}{before}", title(catalogue, id), told(now))
}

/// What a provider says about a measure.
pub fn quote(catalogue: &Catalogue, id: &MeasureId, quote: &Quote) -> String {
    let title = title(catalogue, id);
    let request = quote.request.as_ref().map(|it| format!(" (Kennung {it})")).unwrap_or_default();
    let said = match quote.state {
        QuoteState::Offered => "wird angeboten",
        QuoteState::Declined => "wird nicht angeboten",
        QuoteState::InPlace => "ist nach Angabe erledigt, bitte in der Befragung bestätigen",
    };
    format!("„{title}“: {said}{request}")
}

/// A price filed under another request than one of this firm.
pub fn other_request(mark: &str, file: &str) -> String {
    format!("Bitte prüfen: {file} antwortet auf die Anfrage {mark}, das ist keine Kennung dieses Betriebs.")
}

/// Asks before anything is written.
pub const TAKE: &str = "Soll das in die Datei?";
/// Yes and no.
pub const TAKE_OR_LEAVE: [&str; 2] = ["übernehmen", "nichts ändern"];

fn fact(company: &CompanyDraft, item: ProfileItem) -> Option<String> {
    match item {
        ProfileItem::Segment => company.segment.as_ref().map(ToString::to_string),
        ProfileItem::Employees => company.employees.map(|it| it.to_string()),
        ProfileItem::Users => company.computer_users.map(|it| it.to_string()),
        ProfileItem::Sites => company.sites.map(|it| it.to_string()),
        ProfileItem::Turnover => company.turnover_eur.map(company::amount),
        ProfileItem::BalanceSheet => company.balance_sheet_eur.map(company::amount),
        ProfileItem::State => company.state.as_ref().map(|it| company::state(it).to_owned()),
        ProfileItem::StandstillDay => company.standstill_day_eur.map(company::amount),
        ProfileItem::Name => company.name.clone(),
        ProfileItem::Reserve => company.liquid_reserve_eur.map(company::amount),
        ProfileItem::Tolerance => company.tolerable_ruin.map(company::tolerance),
        ProfileItem::Traits => company.traits.as_ref().map(|it| format!("{} angekreuzt", it.len())),
        ProfileItem::Digitalisation => (!company.digitalisation.is_empty())
            .then(|| format!("{} angekreuzt", company.digitalisation.values().filter(|it| **it).count())),
        ProfileItem::Incidents => (!company.past_incidents.is_empty())
            .then(|| company::incidents(company.past_incidents.len(), company.past_incidents.values().sum())),
        ProfileItem::CrownJewels => company
            .crown_jewels
            .as_ref()
            .map(|it| it.iter().map(|it| it.process.clone()).collect::<Vec<_>>().join(", ")),
    }
}

/// Expected loss before and after.
pub fn loss(before: f64, after: f64) -> String {
    format!("Mittlerer Schaden im Jahr: bisher {}, jetzt {}.\n", euros(before), euros(after))
}

/// Written.
pub fn saved(file: &str) -> String {
    format!("Gespeichert in {file}. Beide Stimmen stehen darin; es zählt, wer es am besten weiß.")
}

/// Somebody wrote to the file meanwhile.
pub fn changed_meanwhile(file: &str) -> String {
    format!("Fehler: {file} wurde inzwischen von jemandem geändert. Bitte noch einmal aufrufen.")
}

/// Asks which of two holds.
pub fn which(catalogue: &Catalogue, item: &Item) -> String {
    format!("Zu „{}“ gibt es zwei Angaben. Was gilt?", item_name(catalogue, item))
}

/// The two, ours first.
pub fn versions(catalogue: &Catalogue, item: &Item, (ours, theirs): (&Draft, &Draft)) -> Vec<String> {
    vec![
        format!("bisher: {}", said(catalogue, ours, item)),
        format!("zurückgekommen: {}", said(catalogue, theirs, item)),
    ]
}

/// Both in one line.
pub fn side(catalogue: &Catalogue, item: &Item, sides: (&Draft, &Draft)) -> String {
    format!("{} {}", item_name(catalogue, item), versions(catalogue, item, sides).join("; "))
}

fn said(catalogue: &Catalogue, draft: &Draft, item: &Item) -> String {
    match item {
        Item::Profile(item) => fact(&draft.company, *item).unwrap_or_else(|| company::NO_ANSWER.to_owned()),
        Item::Question(id) => {
            let known = catalogue.question(id).zip(draft.records.get(id));
            known.map_or_else(String::new, |(question, record)| answer(question, &record.answer))
        }
    }
}

/// Contradictions where nobody can be asked.
pub fn undecided(items: &[String]) -> String {
    format!(
        "Fehler: Angaben derselben Person widersprechen sich, nichts ist geändert:\n  {}\n  Mit --ours bleiben die bisherigen, mit --theirs gelten die zurückgekommenen.",
        items.join("\n  ")
    )
}
