//! What was weighed, in German: the reasons in their order, and the figures that stand beside them.

use super::number::{euros, exact_euros, hours, one_in};
use super::pages::joined;
use crate::decision::{Advice, CareAsAWhole, DoingIt, InsuranceView, Judged, MakeOrBuy, PolicyBasis, Ways};
use crate::model::{Answer, Catalogue, point_text};
use crate::report::Report;

/// Heading above the decisions with their reasons.
pub const REASONS: &str = "Jede Maßnahme und der Grund der Entscheidung (Schätzung, je Jahr)";

/// Heading above the plan's bundles.
pub const BUNDLES: &str = "Pakete im Plan";

/// Heading of the measures with one decision.
pub fn group(advice: Advice, number: usize) -> String {
    format!("{} ({number})", super::decision::heading(advice))
}

/// Euros a month from which waiting is worth a word.
const WORTH_TELLING: f64 = 5.0;

/// Measures about which nothing more is to be said, in one sentence.
pub fn without_more(advice: Advice, titles: &[String]) -> String {
    let names = super::pages::titles(titles);
    match advice {
        Advice::Enough => {
            format!("Genügt so: {names}. Was da ist, reicht; die nächste Stufe kostet mehr, als sie spart.")
        }
        Advice::Informs => format!(
            "Gibt Klarheit: {names}. Das senkt selbst keinen Schaden, zeigt aber Lücken und sichert anderes ab."
        ),
        _ => format!("Erledigt: {names}."),
    }
}

/// What a price rests on, where it is not the catalogue's alone: the firm's own quote, a grant taken off.
pub fn price_note(catalogue: &Catalogue, report: &Report, judged: &Judged) -> Option<String> {
    let balance = &judged.weighed.as_ref()?.balance;
    if balance.own_price {
        return own_price(report, judged).or_else(|| Some("Gerechnet mit Ihrem eigenen Preis.".into()));
    }
    let title = |id: &crate::model::GrantId| Some(format!("„{}“", catalogue.grant(id)?.title));
    let titles: Vec<String> = balance.grants.iter().filter_map(title).collect();
    (balance.grant_eur >= 1.0).then(|| {
        format!(
            "Förderung von {} abgezogen: {}. Anträge vor der Bestellung stellen.",
            euros(balance.grant_eur),
            joined(&titles)
        )
    })
}

/// The firm's own price as it was given.
pub fn own_price(report: &Report, judged: &Judged) -> Option<String> {
    let own = report.answers.costs.get(&judged.measure)?;
    let (once, yearly) = (exact_euros(own.one_off_eur), exact_euros(own.yearly_eur));
    Some(format!("Ihr Preis: {once} einmal, {yearly} im Jahr."))
}

/// Why the largest risk is the largest: the heading sentence, and a sentence per answer that moves it most.
pub fn drivers(catalogue: &Catalogue, report: &Report) -> Option<(String, Vec<String>)> {
    let drivers = report.decision.drivers.as_ref()?;
    let title = catalogue.scenario(&drivers.scenario).map_or("", |it| it.title.as_str());
    let lead = format!(
        "Ihr größtes Risiko ist „{title}“ mit im Mittel {} im Jahr.",
        euros(drivers.expected_annual_loss)
    );
    let answers = drivers.answers.iter().filter_map(|driver| {
        let question = catalogue.question(&driver.question)?;
        let said = match report.answers.records.get(&driver.question)?.best(question) {
            Answer::Chosen(option) => question.option(option).map_or("", |it| it.text.as_str()),
            Answer::Unknown | Answer::NotApplicable { .. } => "weiß ich nicht",
        };
        Some(format!(
            "{} Ihre Antwort: „{said}“. Die beste Antwort nähme {} im Jahr weg.",
            question.text,
            euros(driver.takes_off)
        ))
    });
    let answers: Vec<String> = answers.collect();
    (!answers.is_empty()).then_some((lead, answers))
}

/// Where a further euro saves less than one, and why the plan may cost more.
pub fn stop_line(report: &Report) -> Option<String> {
    let plan = &report.decision.plan;
    let stop = plan.stop_line?;
    let cost = plan.annual.total().likely;
    let line = format!(
        "Ab {} im Jahr spart der nächste Euro weniger, als er kostet, auch wenn man die schlechten Jahre mitzählt.",
        euros(stop)
    );
    let place = if cost > stop * (1.0 + NEAR) {
        format!("Ihr Plan liegt mit {} darüber, weil er mehr will als das, was sich rechnet.", euros(cost))
    } else if cost < stop * (1.0 - NEAR) {
        format!("Ihr Plan bleibt mit {} darunter, weil Geld oder Stunden begrenzt sind.", euros(cost))
    } else {
        "Ihr Plan reicht genau bis dorthin.".into()
    };
    Some(format!("{line} {place}"))
}

/// Costs closer than this share are the same to a reader.
const NEAR: f64 = 0.02;

/// What waiting a month with the whole plan costs, where that is worth a word.
pub fn waiting_with_plan(report: &Report) -> Option<String> {
    let month = (report.avoided_by_plan().value - report.decision.plan.annual.total().likely) / 12.0;
    (month >= WORTH_TELLING)
        .then(|| format!("Jeder Monat Warten mit dem ganzen Plan kostet im Mittel {}.", euros(month)))
}

/// Heading above what to find out first.
pub const CLARIFY: &str = "Was zuerst zu klären ist";

/// What an answer is worth.
pub fn clarify(question: &str, value_eur: f64) -> String {
    format!("{question} Die Antwort ist {} im Jahr wert.", euros(value_eur))
}

/// Heading above the insurance.
pub fn insurance_title(view: &InsuranceView) -> &'static str {
    match (&view.basis, view.in_force) {
        (PolicyBasis::Own, true) => "Ihre Cyberversicherung auf der Waage",
        (PolicyBasis::Own, false) => "Ihr Angebot für eine Cyberversicherung auf der Waage",
        (PolicyBasis::Usual(_), _) => "Eine Cyberversicherung zu üblichen Bedingungen (angenommen)",
    }
}

/// What a policy costs, pays, takes off and leaves, with the plan in place.
pub fn insurance(catalogue: &Catalogue, view: &InsuranceView) -> Vec<String> {
    let mut lines = vec![
        format!(
            "Kostet {} im Jahr, eigene Zeit eingerechnet. Je Schaden bleiben {} bei Ihnen, gezahlt werden höchstens {}.",
            euros(view.annual.total().likely),
            euros(view.deductible_eur),
            euros(view.limit_eur)
        ),
        format!(
            "Ein Schaden über der Reserve trifft Sie mit dem Plan und der Versicherung in {} statt in {} Jahren.",
            one_in(view.with.ruin),
            one_in(view.without.ruin)
        ),
    ];
    lines.push(format!(
        "Sie zahlen {} im Jahr, im Mittel kommen {} zurück. Der Rest ist der Preis dafür, dass ein schlimmes Jahr {} statt {} kostet.",
        euros(view.annual.money_eur.likely),
        euros(view.pays_on_average),
        euros(view.with.worst_years),
        euros(view.without.worst_years)
    ));
    if view.in_force && view.annual.money_eur.likely > catalogue.ladder.dear_premium * view.pays_on_average {
        lines.push("Prüfen Sie Summe und Selbstbehalt: Die Prämie ist hoch gegen das, was die Police im Mittel zahlt.".into());
    }
    lines.push(format!(
        "{} decken 19 von 20 Schäden, die über dem Selbstbehalt liegen, und alles bis auf ein Jahr in 200.",
        euros(view.sum_insured.suggested)
    ));
    lines.extend(view.recognised.as_ref().and_then(super::ladder::recognised).map(str::to_owned));
    let duties = |ids: &[String]| -> String {
        let words: Vec<String> =
            ids.iter().map(|it| format!("„{}“", point_text(&catalogue.views.insurer, it))).collect();
        joined(&words)
    };
    if !view.contradicted_after_plan.is_empty() {
        lines.push(format!(
            "Auch mit dem Plan widersprechen Ihre Antworten üblichen Bedingungen: {}. Solange das so ist, zählt die Versicherung hier nicht.",
            duties(&view.contradicted_after_plan)
        ));
    } else if !view.contradicted.is_empty() {
        lines.push(format!(
            "Heute widersprechen Ihre Antworten üblichen Bedingungen: {}. Der Plan ändert das; vorher ist auf die Zahlung kein Verlass.",
            duties(&view.contradicted)
        ));
    }
    lines
}

/// Heading above doing it oneself against having it done.
pub const MAKE_OR_BUY: &str = "Selbst machen oder machen lassen (je Jahr)";
/// Heads of the table.
pub const WAYS_HEADS: [&str; 4] = ["Maßnahme", "selbst", "machen lassen", "günstiger"];

/// The two ways for one measure.
pub fn ways(title: &str, ways: &Ways) -> [String; 4] {
    let cheaper = ways.own.total_eur - ways.bought.total_eur;
    let verdict = if cheaper.abs() < NEAR * ways.own.total_eur.max(1.0) {
        "gleich".into()
    } else if cheaper < 0.0 {
        format!("selbst um {}", euros(-cheaper))
    } else {
        format!("lassen um {}", euros(cheaper))
    };
    [title.to_owned(), way(&ways.own), way(&ways.bought), verdict]
}

/// Money and own hours of one way.
fn way(way: &DoingIt) -> String {
    format!("{} + {}", euros(way.money_eur), hours(way.hours))
}

/// IT care as a whole in sentences, the assumptions last.
pub fn care(catalogue: &Catalogue, make_or_buy: &MakeOrBuy, hour_eur: f64) -> Vec<String> {
    let CareAsAWhole { own, training, bought, flat_rates } = &make_or_buy.care;
    let mut lines = vec![format!(
        "Alle technischen Maßnahmen zusammen, vorhandene und geplante, kosten selbst betreut {} im Jahr ({}, davon {} Fortbildung), stundenweise eingekauft {} ({}).",
        euros(own.total_eur),
        way(own),
        hours(training.hours),
        euros(bought.total_eur),
        way(bought)
    )];
    let offers: Vec<String> = flat_rates
        .iter()
        .filter_map(|(id, way)| {
            let bundle = catalogue.bundle(id)?;
            Some(format!("„{}“ {}", bundle.title, euros(way.total_eur)))
        })
        .collect();
    if !offers.is_empty() {
        lines.push(format!(
            "Pakete, die einen Teil davon übernehmen, für das, was noch fehlt: {}.",
            joined(&offers)
        ));
    }
    let rates = &catalogue.constants.hourly_rates;
    lines.push(format!(
        "Angenommen (Einschätzung): Für eine eingekaufte Stunde brauchen eigene Leute {}; beim Einkaufen bleiben {} der eigenen Zeit. Eine eigene Stunde zählt {}, eine eingekaufte {} bis {}.",
        hours(make_or_buy.own_hours_per_bought_hour),
        super::number::percent(make_or_buy.own_share_when_bought),
        euros(hour_eur),
        euros(rates.technician.value.likely),
        euros(rates.consultant.value.likely)
    ));
    lines
}
