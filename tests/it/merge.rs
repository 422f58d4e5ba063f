//! Answers that come back from others go into the firm's own file.

use std::fs;
use std::path::Path;

use waage::assessment::Draft;
use waage::assessment::answers_file::parse;
use waage::catalogue::{embedded, resolve};
use waage::model::{Answer, QuoteState};

use crate::support::program::run;

const OWN: &str = r#"# Unsere Datei
format = 1
content = "2026.2"

[company]
segment = "crafts"
employees = 14
turnover_eur = 1_900_000 # wie im Vorjahr
liquid_reserve_eur = 60_000

[answers.backup-frequency]
unknown = true # fragen wir Herrn Weber
date = 2026-11-01

[answers.accounts-passwords]
option = "long"
date = 2026-11-01
"#;

const RETURNED: &str = r#"format = 1
content = "2026.2"

[company]
segment = "retail"
employees = 3
liquid_reserve_eur = 1

[answers.backup-frequency]
option = "daily"
date = 2026-11-10
by = "it-provider"

[answers.accounts-passwords]
option = "reused"
date = 2026-11-10
by = "it-provider"

[costs.backup-offline]
tier = "minimum"
yearly_eur = 240

[quotes.mfa]
state = "in-place"
request = "A-17"

[quotes.edr]
state = "declined"

[decisions.mfa]
verdict = "accept"
date = 2026-11-10
reason = "egal"
owner = "niemand"
review = 2030-01-01

[gate]
max_expected_loss_eur = 999_999_999
"#;

fn saved(file: &Path) -> Draft {
    let text = fs::read_to_string(file).unwrap();
    let catalogue = resolve(&embedded()).expect("the shipped content is sound");
    parse(&text, &catalogue).unwrap_or_else(|faults| panic!("{faults:?}\n{text}")).draft
}

#[test]
fn both_voices_prices_and_comments_are_kept_and_others_decide_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (own, back) = (folder.path().join("firma.waage.toml"), folder.path().join("antworten.waage.toml"));
    fs::write(&own, OWN).unwrap();
    fs::write(&back, RETURNED).unwrap();
    let call = ["merge", own.to_str().unwrap(), back.to_str().unwrap(), "--date", "2026-11-21"];
    let told = run(call).expect(0);
    for part in ["Wie oft werden Ihre wichtigen Daten gesichert?", "IT-Dienstleister", "240\u{a0}€", "bisher"]
    {
        assert!(told.out.contains(part), "{part}:\n{}", told.out);
    }
    told.complains(&[
        "Entscheidungen trifft die Leitung",
        "Grenzen setzt der Betrieb",
        "Angaben zum Betrieb",
    ]);
    let text = fs::read_to_string(&own).unwrap();
    for comment in ["# Unsere Datei", "# wie im Vorjahr", "# fragen wir Herrn Weber"] {
        assert!(text.contains(comment), "{comment}:\n{text}");
    }
    let draft = saved(&own);
    assert_eq!((draft.company.employees, draft.company.liquid_reserve_eur), (Some(14), Some(60_000.0)));
    let backup = &draft.records["backup-frequency"];
    assert_eq!((&backup.answer, &backup.also[0].answer), (&Answer::Unknown, &Answer::Chosen("daily".into())));
    let passwords = &draft.records["accounts-passwords"];
    assert_eq!(passwords.answer, Answer::Chosen("long".into()));
    assert_eq!(passwords.also[0].answer, Answer::Chosen("reused".into()));
    let cost = &draft.costs["backup-offline"];
    assert_eq!(cost.yearly_eur, 240.0);
    assert!(cost.own_hours_one_off + cost.own_hours_yearly > 0.0, "a price takes no hours off: {cost:?}");
    assert_eq!(draft.quotes["mfa"].state, QuoteState::InPlace);
    assert_eq!(draft.quotes["mfa"].request.as_deref(), Some("A-17"));
    assert_eq!(draft.quotes["edr"].state, QuoteState::Declined);
    assert!(draft.decisions.is_empty() && draft.gate.max_expected_loss_eur.is_none());
    // A second time there is nothing new.
    let before = fs::read(&own).unwrap();
    run(call).expect(0).complains(&["Nichts Neues"]);
    assert_eq!(fs::read(&own).unwrap(), before);
}

#[test]
fn two_answers_of_one_person_are_decided_or_nothing_changes() {
    let folder = tempfile::tempdir().unwrap();
    let (own, back) = (folder.path().join("firma.waage.toml"), folder.path().join("zurueck.waage.toml"));
    fs::write(&own, OWN).unwrap();
    let other = "format = 1\ncontent = \"2026.2\"\n[answers.accounts-passwords]\noption = \"short\"\ndate = 2026-11-02\n";
    fs::write(&back, other).unwrap();
    let call = |more: &[&'static str]| {
        let files = ["merge".to_owned(), own.display().to_string(), back.display().to_string()];
        run(files.into_iter().chain(more.iter().map(|it| (*it).to_owned())).collect::<Vec<_>>())
    };
    call(&[]).expect(2).complains(&["widersprechen sich", "--theirs"]);
    assert_eq!(fs::read_to_string(&own).unwrap(), OWN);
    call(&["--theirs"]).expect(0);
    assert_eq!(saved(&own).records["accounts-passwords"].answer, Answer::Chosen("short".into()));
    // Signed by somebody, the same file is a voice of its own.
    fs::write(&own, OWN).unwrap();
    call(&["--by", "büro"]).expect(0);
    assert_eq!(saved(&own).records["accounts-passwords"].also[0].by.as_str(), "office");
}
