//! Whom a firm can ask and what public money there is, dated.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::decision::qualifies;
use crate::model::{
    Catalogue, Company, Contact, ContactId, ContactKind, ContactState, Grant, GrantId, review_is_overdue,
};

/// Months before its end in which an offer is said to end soon.
const SOON_MONTHS: i32 = 3;
/// Months after its end in which an offer is still listed, as ended: whoever heard of it last year looks for it.
const ENDED_MONTHS: i32 = 12;

/// How current an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Currency {
    /// Reviewed within a year.
    Current,
    /// Ends on that day, soon.
    EndsSoon(Date),
    /// Not confirmed: what to check stands with it.
    ToCheck,
    /// Last reviewed longer ago than a year.
    ReviewOverdue,
    /// No longer offered since that day.
    Ended(Date),
}

/// An office or offer that concerns a firm.
#[derive(Clone, Debug, PartialEq)]
pub struct FittingContact {
    /// The contact.
    pub contact: ContactId,
    /// What one asks them for.
    pub kind: ContactKind,
    /// How current it is.
    pub currency: Currency,
    /// Whether its telephone number may be printed: confirmed and checked within a year.
    pub phone_holds: bool,
}

/// Contacts for a firm on a day: what costs nothing comes first, what is confirmed before what is not, what ended
/// within a year last.
pub fn fitting_contacts(catalogue: &Catalogue, company: &Company, date: Date) -> Vec<FittingContact> {
    let level = catalogue.level(company);
    let fits = |it: &&Contact| {
        let here = it.states.is_empty() || company.state.as_ref().is_some_and(|own| it.states.contains(own));
        here && it.when.holds_for(company, level) && it.valid_until.is_none_or(|end| is_remembered(end, date))
    };
    let mut fitting: Vec<&Contact> = catalogue.knowledge.contacts.iter().filter(fits).collect();
    fitting.sort_by(|a, b| {
        let has_ended = |it: &Contact| it.valid_until.is_some_and(|end| end < date);
        let key = |it: &Contact| (it.kind, has_ended(it), !it.free, it.state, it.states.is_empty());
        key(a).cmp(&key(b)).then_with(|| a.id.cmp(&b.id))
    });
    let fitting = fitting.into_iter().map(|it| FittingContact {
        contact: it.id.clone(),
        kind: it.kind,
        currency: currency(it.reviewed, it.valid_until, it.state, date),
        phone_holds: it.phone.as_ref().is_some_and(|phone| {
            it.state == ContactState::Confirmed && !review_is_overdue(phone.checked, date)
        }),
    });
    fitting.collect()
}

/// Whether a firm can apply for a grant today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum GrantState {
    /// It can be counted on: prices are lowered by it.
    Assured,
    /// It can be applied for; a draw or a judgement decides.
    Possible,
    /// It opens on that day.
    OpensOn(Date),
    /// Its last day was that one, less than a year ago.
    Ended(Date),
}

/// A grant that concerns a firm.
#[derive(Clone, Debug, PartialEq)]
pub struct FittingGrant {
    /// The grant.
    pub grant: GrantId,
    /// Whether it can be applied for.
    pub state: GrantState,
    /// How current it is.
    pub currency: Currency,
}

/// Grants for a firm on a day, assured ones first, what ended within a year last.
pub fn fitting_grants(catalogue: &Catalogue, company: &Company, date: Date) -> Vec<FittingGrant> {
    let level = catalogue.level(company);
    let state = |it: &Grant| match (it.valid_from, it.valid_until) {
        (_, Some(end)) if end < date => {
            (is_remembered(end, date) && qualifies(it, company, level, end)).then_some(GrantState::Ended(end))
        }
        (Some(from), _) if date < from => {
            qualifies(it, company, level, from).then_some(GrantState::OpensOn(from))
        }
        _ if !qualifies(it, company, level, date) => None,
        _ => Some(if it.assured { GrantState::Assured } else { GrantState::Possible }),
    };
    let mut fitting: Vec<FittingGrant> = catalogue
        .grants
        .iter()
        .filter_map(|it| {
            let currency = currency(it.reviewed, it.valid_until, ContactState::Confirmed, date);
            Some(FittingGrant { grant: it.id.clone(), state: state(it)?, currency })
        })
        .collect();
    fitting.sort_by(|a, b| a.state.cmp(&b.state).then_with(|| a.grant.cmp(&b.grant)));
    fitting
}

fn currency(reviewed: Date, ends: Option<Date>, state: ContactState, date: Date) -> Currency {
    let soon = date.checked_add(SOON_MONTHS.months()).unwrap_or(date);
    match ends {
        Some(end) if end < date => Currency::Ended(end),
        _ if review_is_overdue(reviewed, date) => Currency::ReviewOverdue,
        _ if state == ContactState::ToCheck => Currency::ToCheck,
        Some(end) if end <= soon => Currency::EndsSoon(end),
        _ => Currency::Current,
    }
}

/// True until an offer that ended is forgotten.
fn is_remembered(end: Date, date: Date) -> bool {
    end.checked_add(ENDED_MONTHS.months()).is_ok_and(|forgotten| date <= forgotten)
}
