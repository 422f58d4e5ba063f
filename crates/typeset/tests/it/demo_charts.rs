//! Charts of the invented firm.

use typeset::chart::{
    Bar, Bars, Exceedance, Frontier, Moment, Offer, Pair, Pairs, Reserve, Taken, TopicBar, Topics, Trend,
};
use typeset::document::Chart;

/// A curve of the shape a small firm has.
fn curve(scale: f64) -> Vec<(f64, f64)> {
    (0..60)
        .map(|step| {
            let loss = 1_000.0 * libm::pow(1.15, f64::from(step));
            let z = (libm::log(loss / 2_000.0)) / 1.9;
            (loss, scale * 0.42 * 0.5 * libm::erfc(z / std::f64::consts::SQRT_2))
        })
        .collect()
}

pub fn exceedance(reserve: f64) -> Chart {
    Chart::Exceedance(Exceedance {
        today: curve(1.0),
        plan: curve(0.55),
        today_label: "heute".into(),
        plan_label: "mit Plan".into(),
        years_axis: "So oft kostet ein Jahr mehr (nach oben häufiger)".into(),
        loss_axis: "Schaden im Jahr".into(),
        one_in: "1 von ".into(),
        reserve: Some(Reserve {
            amount: reserve,
            label: format!("Ihre Reserve: {reserve:.0}\u{202f}€"),
            beyond: "jenseits davon existenzbedrohend".into(),
            today: "heute 1 von 65 Jahren".into(),
            plan: "mit Plan 1 von 119".into(),
        }),
    })
}

fn bar(name: &str, avoided: f64, range: (f64, f64), cost: f64) -> Bar {
    let sign = if avoided > cost { "+" } else { "−" };
    Bar {
        name: name.into(),
        avoided,
        range,
        cost,
        cost_range: (0.6 * cost, 1.5 * cost),
        result: format!("{sign}{:.0}\u{202f}€", (avoided - cost).abs()),
        pays: avoided > cost,
    }
}

pub fn bars() -> Chart {
    Chart::Bars(Bars {
        bars: vec![
            bar("Grundschutz mit Bordmitteln", 1830.0, (900.0, 2900.0), 1227.0),
            bar("Sicherung mit Rücksicherung", 817.0, (300.0, 1700.0), 530.0),
            bar("Fernzugriff geschlossen", 210.0, (60.0, 420.0), 102.0),
            bar(
                "Leitung benennt Ziel und verantwortliche Person für Informationssicherheit",
                70.0,
                (20.0, 150.0),
                61.0,
            ),
            bar("Gäste-WLAN und Büro getrennt", 60.0, (15.0, 140.0), 47.0),
            bar("Server abgeschlossen", 28.0, (5.0, 70.0), 30.0),
            bar("Makro-Regel", 8.0, (2.0, 30.0), 58.0),
        ],
        avoided_label: "vermiedener Schaden mit Spanne".into(),
        cost_label: "Kosten".into(),
        result_label: "Unterschied".into(),
    })
}

pub fn pairs() -> Chart {
    let pair = |name: &str, today: f64, plan: f64| Pair {
        name: name.into(),
        today,
        plan: Some(plan),
        figure: format!("{today:.0} → {plan:.0}\u{202f}€"),
    };
    Chart::Pairs(Pairs {
        pairs: vec![
            pair("Erpressung mit Stillstand", 2700.0, 1100.0),
            pair("IT-Ausfall, Daten weg", 1500.0, 800.0),
            pair("Gefälschte Rechnung", 630.0, 590.0),
            pair("Postfach übernommen", 560.0, 210.0),
            pair("Gerät verloren oder gestohlen", 90.0, 90.0),
        ],
        today_label: "heute".into(),
        plan_label: "mit Plan".into(),
        figure_label: "im Mittel je Jahr".into(),
    })
}

pub fn topics() -> Chart {
    let topic = |name: &str, own: f64, typical: f64, range: Option<(f64, f64)>| TopicBar {
        name: name.into(),
        own,
        range,
        typical: Some(typical),
        figure: format!("{:.0}\u{202f}%", 100.0 * own),
    };
    Chart::Topics(Topics {
        topics: vec![
            topic("Datensicherung", 0.62, 0.45, Some((0.5, 0.8))),
            topic("Anmeldung und Konten", 0.31, 0.4, None),
            topic("Menschen und Schulung", 0.05, 0.22, None),
            topic("Notfall und Wiederanlauf", 0.0, 0.18, Some((0.0, 0.3))),
            topic("Zahlungen und Betrug", 0.97, 0.5, None),
        ],
        own_label: "Ihr Betrieb".into(),
        typical_label: "Betriebe Ihrer Größe".into(),
        range_label: "offen".into(),
    })
}

pub fn frontier() -> Chart {
    let offer = |cost: f64, remaining: f64| Offer { cost, remaining };
    Chart::Frontier(Frontier {
        offers: vec![
            offer(0.0, 6800.0),
            offer(130.0, 6100.0),
            offer(500.0, 5000.0),
            offer(1227.0, 4200.0),
            offer(2000.0, 3500.0),
            offer(2600.0, 3000.0),
            offer(3500.0, 2600.0),
            offer(5200.0, 2300.0),
            offer(9000.0, 2100.0),
        ],
        taken: vec![Taken { offer: offer(2000.0, 3500.0), label: "Ihr Plan: 2.000\u{a0}€".into() }],
        stop: Some(2600.0),
        remaining_label: "Schaden, der bleibt".into(),
        total_label: "Schaden und Kosten zusammen".into(),
        stop_label: "ab hier kostet Schutz mehr, als er spart".into(),
        cost_axis: "Kosten im Jahr".into(),
    })
}

pub fn trend() -> Chart {
    let moment = |day: f64, label: &str, value: f64, range: (f64, f64)| Moment {
        day,
        label: label.into(),
        value,
        range: Some(range),
        figure: format!("{value:.0}\u{202f}€"),
    };
    Chart::Trend(Trend {
        moments: vec![
            moment(0.0, "Nov 2024", 9800.0, (5200.0, 17000.0)),
            moment(200.0, "Juni 2025", 8100.0, (4300.0, 14000.0)),
            moment(230.0, "Juli 2025", 8000.0, (4300.0, 14000.0)),
            moment(730.0, "Nov 2026", 6800.0, (3900.0, 12000.0)),
        ],
    })
}

/// Every kind of chart.
pub fn all() -> Vec<Chart> {
    let mut charts: Vec<Chart> = [60_000.0, 900.0, 8_000.0, 400_000.0, 5_000_000.0].map(exceedance).to_vec();
    charts.extend([bars(), pairs(), topics(), frontier(), trend()]);
    charts
}
