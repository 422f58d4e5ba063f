//! Whom to ask and what public money there is, with how current it is.

use crate::german::handouts::emergency::phone;
use crate::german::number::{date, exact_euros, percent};
use crate::guidance::{Currency, FittingContact, FittingGrant, GrantState};
use crate::model::{Contact, ContactKind, Grant, Setting};

/// Heading of the contacts.
pub const TITLE: &str = "Wer hilft";
/// Heading of the grants.
pub const GRANTS: &str = "Zuschüsse";
/// Said where the state is not known, so that offices of a state cannot be named.
pub const NO_STATE: &str = "Ihr Bundesland fehlt in den Antworten. Mit ihm nennt der Bericht Polizei, Datenschutzbehörde und Zuschüsse Ihres Landes.";
/// Said where no grant fits.
pub const NO_GRANTS: &str = "Für Ihren Betrieb ist uns heute kein passender Zuschuss bekannt. Fragen Sie die Förderstelle Ihres Landes.";

/// What somebody is asked for.
pub fn kind(kind: ContactKind) -> &'static str {
    match kind {
        ContactKind::Police => "Polizei",
        ContactKind::FirstHelp => "Erste Hilfe nach einem Vorfall",
        ContactKind::DataProtection => "Datenschutzbehörde",
        ContactKind::Advice => "Beratung",
        ContactKind::Learning => "Lernen",
        ContactKind::Funding => "Fragen zu Zuschüssen",
    }
}

/// A contact on one line: name, price, number where it may be printed, address.
pub fn contact(contact: &Contact, fitting: &FittingContact) -> String {
    let mut parts = vec![format!("{} ({})", contact.title, contact.cost)];
    if let Some(it) = contact.phone.as_ref().filter(|_| fitting.phone_holds) {
        parts.push(phone(&it.number, it.hours.as_deref(), it.checked));
    }
    parts.extend(contact.url.clone());
    parts.join(" · ")
}

/// What an offer is for, how long it takes, where and when it takes place; nothing for an office.
pub fn offered(contact: &Contact) -> String {
    let Some(offer) = &contact.offer else { return String::new() };
    let place = match offer.setting {
        Setting::OnSite => "vor Ort",
        Setting::Digital => "online",
        Setting::Mixed => "vor Ort oder online",
    };
    let digcomp: Vec<&str> =
        offer.digcomp.iter().map(|it| it.split_once(':').map_or(it.as_str(), |it| it.1)).collect();
    let digcomp = match digcomp.as_slice() {
        [] => String::new(),
        fields => format!(", Kompetenzfeld {} (DigComp)", fields.join(" und ")),
    };
    let dates = offer.dates.as_ref().map_or_else(String::new, |it| format!(", {it}"));
    format!("{}; {}, {place}{dates}{digcomp}. ", offer.aim, offer.duration)
}

/// Before further offers of a kind.
pub const ALSO: &str = "Auch: ";

/// The day on which an offer ends or ended, behind its name.
pub fn ending(currency: Currency) -> String {
    match currency {
        Currency::EndsSoon(end) => format!(" (bis {})", date(end)),
        Currency::Ended(end) => format!(" (beendet am {})", date(end)),
        _ => String::new(),
    }
}

/// How a contact is reached and at what price: number where it may be printed.
pub fn reached(contact: &Contact, fitting: &FittingContact) -> String {
    match contact.phone.as_ref().filter(|_| fitting.phone_holds) {
        Some(it) => {
            format!("{} · {}", phone(&it.number, it.hours.as_deref(), it.checked), contact.cost)
        }
        None => contact.cost.clone(),
    }
}

/// An address as people write it.
pub fn address(url: &str) -> &str {
    url.trim_start_matches("https://").trim_start_matches("www.").trim_end_matches('/')
}

/// How current a contact is: the day of the check, its end, or what to ask whom.
pub fn standing(contact: &Contact, currency: Currency) -> String {
    let ask = contact.ask.as_deref().unwrap_or("Bitte bei der Stelle selbst nachfragen.");
    match currency {
        Currency::Current => format!("Stand {}", date(contact.reviewed)),
        Currency::EndsSoon(end) => format!("Stand {}, läuft aus am {}", date(contact.reviewed), date(end)),
        Currency::ToCheck => format!("bitte prüfen: {ask}"),
        Currency::ReviewOverdue => {
            format!("Stand prüfen: zuletzt am {} angesehen", date(contact.reviewed))
        }
        Currency::Ended(end) => format!("ausgelaufen am {}", date(end)),
    }
}

/// A grant on one line: name, share, limits.
pub fn grant(grant: &Grant) -> String {
    let least = if grant.min_spend_eur > 0.0 {
        format!(", ab {} Ausgaben", exact_euros(grant.min_spend_eur))
    } else {
        String::new()
    };
    format!("{}: {} bis {}{least}", grant.title, percent(grant.share), exact_euros(grant.max_payment_eur))
}

/// Whether a grant can be had, until when, and how current that is.
pub fn grant_standing(grant: &Grant, fitting: &FittingGrant) -> String {
    let state = match fitting.state {
        GrantState::Assured => "im Plan abgezogen, wo die Ausgaben dafür reichen".to_owned(),
        GrantState::Possible => "nicht sicher, im Plan nicht abgezogen".to_owned(),
        GrantState::OpensOn(day) => format!("ab {} zu beantragen", date(day)),
        GrantState::Ended(day) => format!("ausgelaufen am {}", date(day)),
    };
    let until = match (fitting.state, grant.valid_until) {
        (GrantState::Ended(_), _) | (_, None) => String::new(),
        (_, Some(end)) => format!(", läuft aus am {}", date(end)),
    };
    let stand = match fitting.currency {
        Currency::ReviewOverdue => {
            format!("; Stand prüfen bei: {} (zuletzt {})", grant.office, date(grant.reviewed))
        }
        _ => format!("; Stand {}", date(grant.reviewed)),
    };
    format!("{state}{until}{stand}")
}
