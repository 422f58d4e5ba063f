//! A report of an invented firm, with every kind of block: the sheet the document kit is tried on.

use crate::demo_charts;
use jiff::civil::date;
use typeset::document::{
    Block, Brand, Chart, Column, Columns, Document, Fields, Figure, Foot, Language, List, Marker, Row,
    RowGroup, SecondLine, Section, Start, Table, Term, Text, Tile,
};

fn tile(label: &str, value: &str, note: &str, second: (&str, &str)) -> Tile {
    Tile {
        label: label.into(),
        value: value.into(),
        note: note.into(),
        second: Some(SecondLine { label: "mit Plan".into(), value: second.0.into(), note: second.1.into() }),
    }
}

fn decision() -> Section {
    let columns = [
        Column::short("Nr."),
        Column::words("Schritt", 1.0),
        Column::amounts("Kosten im Jahr"),
        Column::amounts("vermiedener Schaden"),
        Column::short("bis"),
    ];
    let steps = [
        (
            "1",
            "Grundschutz mit Bordmitteln einschalten (zweiter Faktor, Updates, Admin-Konten, Notfallkarte)",
            "130 € + 25 Std.",
            "1.800 €",
            "Januar",
        ),
        (
            "2",
            "Zwei Wechselplatten, halbjährlich eine Rücksicherung proben",
            "110 € + 10 Std.",
            "800 €",
            "Januar",
        ),
        ("3", "Fernzugriff schließen oder absichern", "50 € + 1 Std.", "200 €", "Februar"),
        ("4", "Leitung benennt Ziel und verantwortliche Person", "1,5 Std.", "70 €", "Februar"),
        ("5", "Gäste-WLAN und Büro trennen", "30 €", "60 €", "März"),
    ];
    let rows = steps.map(|(number, step, cost, avoided, by)| {
        let step =
            if number == "2" { Text::plain(step).soft(" · Mindeststandard") } else { Text::plain(step) };
        Row::of([
            Text::default().bold(number),
            step,
            cost.replace(" €", "\u{202f}€").into(),
            Text::default().bold(avoided.replace(" €", "\u{202f}€")),
            by.into(),
        ])
    });
    Section {
        anchor: "decision".into(),
        kicker: Some("IT-SICHERHEIT · ENTSCHEIDUNGSVORLAGE · MUSTER MIT ERFUNDENEN ANGABEN".into()),
        aside: None,
        title: "Was ein Jahr kosten kann und was hilft".into(),
        bookmark: Some("Entscheidung".into()),
        start: Start::NewPage,
        blocks: vec![
            Block::Byline("Tischlerei Muster, 14 Beschäftigte, Handwerk, Digitalisierung mittel · 41 von 44 Fragen beantwortet, 3 offen".into()),
            Block::lead(
                Text::plain("Ohne weitere Schutzmaßnahmen rechnen wir mit Schäden von im Mittel ")
                    .bold("6.800\u{202f}€ im Jahr")
                    .then(". Fünf Schritte für ")
                    .bold("2.000\u{202f}€ im Jahr")
                    .then(", davon 360\u{202f}€ bar und 38 eigene Stunden, senken das auf ")
                    .bold("3.500\u{202f}€")
                    .then(" und halbieren die Gefahr eines Schadens, den der Betrieb nicht tragen kann."),
            ),
            Block::Tiles(vec![
                tile("Mittlerer Schaden im Jahr", "6.800\u{202f}€", "wahrscheinlich 3.900 bis 12.000\u{202f}€", ("3.500\u{202f}€", "Ersparnis 3.300\u{202f}€ für 2.000\u{202f}€")),
                tile("Schlechtes Jahr, eines von zwanzig", "23.000\u{202f}€", "oder mehr", ("13.000\u{202f}€", "schlechteste 5\u{202f}%: 103.000 → 54.000\u{202f}€")),
                tile("Schaden über Ihrer Reserve", "1 von 53", "Jahren; in zehn Jahren 17\u{202f}%", ("1 von 106", "in zehn Jahren 9\u{202f}%")),
            ]),
            Block::heading("Können wir das tragen?"),
            Block::paragraph(Text::plain("Heute nicht ganz: Ihre Grenze ist ein existenzbedrohender Schaden in hundert Jahren. Mit dem Plan liegen Sie knapp darunter. Eine Versicherung mit 2.500\u{202f}€ Selbstbehalt brächte 1 von 190, kostet aber etwa 1.700\u{202f}€ im Jahr. Mehr dazu ").page_of("risk", "auf Seite ", "weiter unten").then(".")),
            Block::heading("Fünf Schritte, in dieser Reihenfolge"),
            Block::Table(Table::of(columns, rows)),
            Block::heading("Was wir bewusst tragen"),
            Block::paragraph("Überwachte Endgeräte (EDR), externer Sicherheitsbeauftragter, Phishing-Simulation: kosten mehr, als sie hier vermeiden. Wiedervorlage November 2027."),
            Block::Fields(Fields { labels: vec!["Ort, Datum".into(), "Entscheidung der Geschäftsführung, Unterschrift".into()], at_foot: true }),
        ],
    }
}

fn risk() -> Section {
    let columns = [
        Column::words("Szenario", 1.0),
        Column::amounts("etwa alle"),
        Column::amounts("üblicher Schaden"),
        Column::amounts("schlimmer Schaden"),
        Column::amounts("im Mittel je Jahr"),
    ];
    let rows = [
        ("Erpressung mit Stillstand", "42 Jahre", "58.000 €", "660.000 €", "2.700 €"),
        ("IT-Ausfall, Daten weg", "6 Jahre", "3.900 €", "44.000 €", "1.500 €"),
        ("Gefälschte Rechnung", "58 Jahre", "14.000 €", "160.000 €", "630 €"),
        ("Postfach übernommen", "14 Jahre", "3.200 €", "32.000 €", "560 €"),
    ]
    .map(|(name, often, usual, bad, mean)| {
        let euro = |text: &str| Text::plain(text.replace(" €", "\u{202f}€"));
        Row::of([Text::default().bold(name), often.into(), euro(usual), euro(bad), euro(mean)])
    });
    Section {
        anchor: "risk".into(),
        kicker: None,
        aside: None,
        title: "Wie wahrscheinlich ist ein teures Jahr?".into(),
        bookmark: Some("Risiko".into()),
        start: Start::NewPage,
        blocks: vec![
            Block::paragraph("Die Linie zeigt, wie oft die Schäden eines Jahres einen Betrag überschreiten. Je weiter links unten sie verläuft, desto besser."),
            Block::Figure(Figure {
                chart: demo_charts::exceedance(60_000.0),
                alternative: "Überschreitungskurve: Heute übersteigt der Schaden in einem von 65 Jahren die Reserve von 60.000 Euro, mit dem Plan in einem von 119.".into(),
                caption: Some("Waagrecht: Schaden im Jahr, jede Stufe etwa das Dreifache. Senkrecht: So oft wird es mehr. Schätzung.".into()),
            }),
            Block::heading("Was dahinter steckt"),
            Block::Table(Table::of(columns, rows).with_total(Row::of(["Zusammen".into(), Text::default(), Text::default(), Text::default(), Text::plain("5.390\u{202f}€")]))),
            Block::note("Warum Ihr größtes Risiko größer ist als bei ähnlichen Betrieben: keine getrennte Sicherung (+900\u{202f}€), ein Passwort genügt für den Fernzugang (+600\u{202f}€), niemand ist zuständig (+300\u{202f}€)."),
            Block::heading("Was Sie wissen sollten"),
            Block::list([
                Text::plain("Ein Viertel des Schadens entsteht ").bold("ohne jeden Angriff").then(": durch Ausfall, Diebstahl und Versehen."),
                Text::plain("Die Unfallversicherungsgesellschaft und die Rechtsschutzversicherung zahlen in diesen Fällen nicht; lesen Sie die Vertragsbedingungen."),
                Text::plain("Quelle: ").web("BSI, Die Lage der IT-Sicherheit in Deutschland", "https://www.bsi.bund.de/lagebericht").then("."),
            ]),
            Block::Columns(Columns {
                left: vec![Block::subheading("Schlimmster passender Fall"), Block::paragraph("Ein Fahrradhersteller konnte sechs Wochen lang nicht liefern und musste Insolvenz anmelden.")],
                right: vec![Block::subheading("Bester passender Fall"), Block::paragraph(Text::default().italic("„Nach drei Tagen lief alles wieder“").then(", sagt der Inhaber: Die Sicherung lag im Schrank."))],
                left_share: 0.5,
                boxed: true,
            }),
        ],
    }
}

fn picture(heading: &str, chart: Chart) -> Vec<Block> {
    let figure = Figure {
        chart,
        alternative: format!("Bild: {heading}"),
        caption: Some("So lesen Sie das Bild. Schätzung.".into()),
    };
    vec![Block::heading(heading), Block::Figure(figure)]
}

fn pictures() -> Section {
    let blocks = [
        ("Kosten gegen Risiko", demo_charts::bars()),
        ("Was jeder Euro bringt", demo_charts::frontier()),
        ("Szenarien heute und mit Plan", demo_charts::pairs()),
        ("Themen im Vergleich", demo_charts::topics()),
        ("Verlauf", demo_charts::trend()),
        ("Kleine Reserve", demo_charts::exceedance(900.0)),
        ("Große Reserve", demo_charts::exceedance(400_000.0)),
    ];
    Section {
        anchor: "pictures".into(),
        kicker: None,
        aside: None,
        title: "Kosten gegen Risiko".into(),
        bookmark: None,
        start: Start::NewPage,
        blocks: blocks.into_iter().flat_map(|(heading, chart)| picture(heading, chart)).collect(),
    }
}

fn annex() -> Section {
    let columns = || {
        [
            Column::short("Kennung"),
            Column::words("Frage", 3.0),
            Column::words("Antwort", 2.0),
            Column::short("Beleg"),
        ]
    };
    let group = |title: &str, count: usize| {
        let rows = (1..=count)
            .map(|number| {
                Row::of([
                    Text::default().verbatim(format!("backup-restore-test-{number}")),
                    Text::plain("Wann haben Sie zuletzt erfolgreich eine Rücksicherung geprobt und das Ergebnis aufgeschrieben?"),
                    Text::plain("Vor mehr als einem Jahr").line_break().soft("Der Dienstleister will im Frühjahr wieder proben."),
                    "gesagt".into(),
                ])
            });
        RowGroup::titled(title, rows)
    };
    let table = Table {
        columns: columns().to_vec(),
        groups: vec![group("Datensicherung", 9), group("Zugänge und Konten", 12), group("Notfall", 3)],
        total: None,
        named_rows: true,
        dense: true,
    };
    Section {
        anchor: "annex".into(),
        kicker: Some("ANHANG".into()),
        aside: None,
        title: "Alle Antworten".into(),
        bookmark: None,
        start: Start::Below,
        blocks: vec![
            Block::Table(table),
            Block::heading("Offene Punkte"),
            Block::List(List {
                marker: Marker::Checkbox,
                items: vec![
                    "Dienstleister fragen: Wird die Sicherung getrennt aufbewahrt?".into(),
                    "Bank fragen: Gibt es eine Obergrenze für Überweisungen?".into(),
                ],
                dense: true,
            }),
            Block::List(List {
                marker: Marker::Number,
                items: vec![Text::plain("Bericht lesen"), Text::default().soft("entscheiden")],
                dense: false,
            }),
            Block::two_columns(vec![
                Block::subheading("Datensicherung"),
                Block::Terms(
                    [
                        "Wie oft sichern Sie?",
                        "Liegt eine Sicherung getrennt?",
                        "Wer hat sie zuletzt geprobt?",
                    ]
                    .map(|name| Term {
                        name: name.into(),
                        said: Text::default().bold("jede Woche").soft(" \u{b7} gezeigt"),
                    })
                    .to_vec(),
                ),
            ]),
        ],
    }
}

/// A language of the reader's, as a caller would give it.
pub const LANGUAGE: Language = Language {
    tag: "de-DE",
    contents: "Inhalt",
    skip: "Zum Inhalt springen",
    amount: |value| format!("{}\u{202f}€", grouped(value)),
    count: grouped,
    percent: |share| format!("{:.0}\u{202f}%", 100.0 * share),
};

fn grouped(value: f64) -> String {
    let digits = format!("{value:.0}");
    let groups = digits.as_bytes().rchunks(3).rev().map(|it| String::from_utf8_lossy(it));
    groups.collect::<Vec<_>>().join(".")
}

/// The whole sheet.
pub fn document() -> Document {
    Document {
        title: "IT-Sicherheit: Entscheidungsvorlage für Tischlerei Muster".into(),
        subject: "Was Schutz kostet und was er vermeidet".into(),
        author: "waage".into(),
        date: date(2026, 11, 21),
        program: "waage 0.1.0",
        language: LANGUAGE,
        is_draft: false,
        foot: Foot {
            note: Text::plain("Schätzung nach Ihren Angaben vom 21.11.2026. Quellen und Verlässlichkeit ")
                .page_of("annex", "ab Seite ", "am Ende")
                .then(". Kein Zertifikat."),
            name: Some("Tischlerei Muster".into()),
            before_page: "Seite ".into(),
            between: " von ".into(),
        },
        brand: Brand::default(),
        sections: vec![decision(), risk(), pictures(), annex()],
    }
}
