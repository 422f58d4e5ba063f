use jiff::civil::date;

use super::{FileFault, Noun, Problem, parse, parse_complete, written};
use crate::assessment::fixture::catalogue;
use crate::model::{Answer, Evidence, QuestionId, RoleId, Verdict};
use crate::toml_file::{Shape, Slip, SyntaxSlip};

const FILE: &str = r#"# Unsere Antworten
format = 1
content = "2026.1"

[company]                 # known anyway · €
segment = "crafts"
employees = 14            # mit Azubis
turnover_eur = 1_900_000
state = "NW"
traits = [
  "website",              # seit 2019
  "external-it",
]
crown_jewels = ["Angebote schreiben", { process = "CNC", tolerable_hours = 8 }]
digitalisation = { website = true, cloud = false }

[answers.backup-exists]
option = "daily"
date = 2026-11-02         # beim Einrichten gesehen
by = "it-provider"
evidence = "shown"
note = "zwei Wechselplatten"

[answers.mfa]
unknown = true
date = 2026-11-02

[[answers.mfa.also]]
option = "some"
date = 2026-11-10
by = "it-provider"

[decisions.mfa]
verdict = "accept"
date = 2026-11-12
owner = "Frau Muster"
reason = "erst nach dem Umzug"
review = 2027-06-01

[costs.backup]
tier = "minimum"
yearly_eur = 120.5
"#;

/// Line and column of a byte, both from one.
fn line_and_column(text: &str, byte: usize) -> (usize, usize) {
    let before = &text[..byte];
    (before.matches('\n').count() + 1, before.rsplit('\n').next().map_or(0, |it| it.chars().count()) + 1)
}

fn faults(text: &str) -> Vec<FileFault> {
    parse(text, &catalogue()).expect_err("faulty")
}

/// Replaces one line of the sample and returns what is wrong with it, and on which line.
fn fault_of(from: &str, to: &str) -> (usize, Problem, Option<String>) {
    assert!(FILE.contains(from), "{from}");
    let text = FILE.replacen(from, to, 1);
    let mut faults = faults(&text);
    assert_eq!(faults.len(), 1, "{faults:?}");
    let it = faults.remove(0);
    (line_and_column(&text, it.span.start).0, it.problem, it.suggestion)
}

#[test]
fn everything_in_the_file_arrives() {
    let parsed = parse(FILE, &catalogue()).expect("sound");
    assert!(parsed.notes.is_empty());
    let draft = parsed.draft;
    assert_eq!(draft.company.employees, Some(14));
    assert_eq!(draft.company.turnover_eur, Some(1_900_000.0));
    assert_eq!(draft.company.crown_jewels.as_ref().map(Vec::len), Some(2));
    let backup = &draft.records[&QuestionId::new("backup-exists")];
    assert_eq!(backup.answer, Answer::Chosen("daily".into()));
    assert_eq!(backup.evidence, Evidence::Shown);
    assert_eq!(backup.date, date(2026, 11, 2));
    let mfa = &draft.records[&QuestionId::new("mfa")];
    assert_eq!(mfa.answer, Answer::Unknown);
    assert_eq!(mfa.also[0].by, RoleId::new("it-provider"));
    let decision = draft.decisions.values().next().expect("one");
    assert_eq!(decision.verdict, Verdict::Accept);
    assert_eq!(decision.acceptance.as_ref().map(|it| it.owner.as_str()), Some("Frau Muster"));
    let cost = draft.costs.values().next().expect("one");
    assert!((cost.yearly_eur - 120.5).abs() < 1e-12 && cost.one_off_eur == 0.0);
}

#[test]
fn saving_what_was_read_changes_no_byte() {
    let draft = parse(FILE, &catalogue()).expect("sound").draft;
    assert_eq!(written(FILE, &draft), FILE);
}

#[test]
fn a_changed_line_keeps_its_comment_and_all_others() {
    let mut draft = parse(FILE, &catalogue()).expect("sound").draft;
    draft.company.employees = Some(16);
    let record = draft.records.get_mut("backup-exists").expect("there");
    record.date = date(2026, 11, 21);
    draft.company.traits.as_mut().expect("there").remove("external-it");
    draft.company.traits.as_mut().expect("there").insert("web-shop".into());
    let saved = written(FILE, &draft);
    let expected = FILE
        .replace("employees = 14 ", "employees = 16 ")
        .replacen("date = 2026-11-02         #", "date = 2026-11-21         #", 1)
        .replace("  \"external-it\",", "  \"web-shop\",");
    assert_eq!(saved, expected);
    assert_eq!(parse(&saved, &catalogue()).expect("sound").draft, draft);
}

#[test]
fn a_new_file_reads_well_and_keeps_its_heading() {
    let draft = parse(FILE, &catalogue()).expect("sound").draft;
    let text = written("# This file is yours.\n\n", &draft);
    assert!(
        text.starts_with("# This file is yours.\n\nformat = 1\ncontent = \"2026.1\"\n\n[company]\n"),
        "{text}"
    );
    assert!(text.contains("turnover_eur = 1_900_000\n"), "{text}");
    assert!(text.contains("\n\n[answers.backup-exists]\noption = \"daily\"\n"), "{text}");
    assert!(text.contains("\n\n[[answers.mfa.also]]\n"), "{text}");
    assert_eq!(parse(&text, &catalogue()).expect("sound").draft, draft);
}

#[test]
fn an_answer_that_changes_kind_leaves_no_trace_of_the_old_one() {
    let mut draft = parse(FILE, &catalogue()).expect("sound").draft;
    let record = draft.records.get_mut("backup-exists").expect("there");
    record.answer = Answer::NotApplicable { because: "alles Papier".into() };
    let saved = written(FILE, &draft);
    assert_eq!(parse(&saved, &catalogue()).expect("sound").draft, draft);
    assert!(!saved.contains("\"daily\""));
}

#[test]
fn people_may_write_the_same_thing_in_other_ways() {
    let inline = "\u{feff}format = 1\r\ncontent = '2026.1'\r\ncompany = { segment = 'crafts', employees = 0x0E }\r\nanswers = { mfa = { option = 'all', date = 2026-11-02 } }\r\n";
    let mut draft = parse(inline, &catalogue()).expect("sound").draft;
    assert_eq!(draft.company.employees, Some(14));
    draft.records.insert("backup-exists".into(), draft.records["mfa"].clone());
    draft.records.get_mut("backup-exists").expect("there").answer = Answer::Unknown;
    let saved = written(inline, &draft);
    assert_eq!(parse(&saved, &catalogue()).expect("sound").draft, draft);
}

#[test]
fn every_fault_has_its_line_and_where_possible_a_remedy() {
    let unknown = |noun, id: &str| Problem::Unknown { noun, id: id.into() };
    let (line, problem, suggestion) = fault_of("segment = \"crafts\"", "segment = \"craft\"");
    assert_eq!((line, problem, suggestion.as_deref()), (6, unknown(Noun::Segment, "craft"), Some("crafts")));
    let (line, problem, _) = fault_of("employees = 14", "employees = 0");
    assert_eq!((line, matches!(problem, Problem::Slip(Slip::OutOfRange { .. }))), (7, true));
    let (_, problem, _) = fault_of("employees = 14", "employees = \"14\"");
    assert_eq!(problem, Slip::WrongShape { found: Shape::Text, expected: Shape::Whole }.into());
    let (line, problem, suggestion) = fault_of("turnover_eur", "turnover_euro");
    assert!(matches!(problem, Problem::Slip(Slip::UnknownKey { key, .. }) if key == "turnover_euro"));
    assert_eq!((line, suggestion.as_deref()), (8, Some("turnover_eur")));
    let (_, problem, _) = fault_of("state = \"NW\"", "state = \"XX\"");
    assert_eq!(problem, unknown(Noun::State, "XX"));
    let (_, problem, _) = fault_of("\"external-it\",", "\"external-it\", \"wlan\",");
    assert_eq!(problem, unknown(Noun::Trait, "wlan"));
    let (_, problem, suggestion) = fault_of("option = \"daily\"", "option = \"dayly\"");
    assert!(matches!(problem, Problem::UnknownOption { .. }));
    assert_eq!(suggestion.as_deref(), Some("daily"));
    let (_, problem, suggestion) = fault_of("[answers.backup-exists]", "[answers.backup-exist]");
    assert_eq!(problem, unknown(Noun::Question, "backup-exist"));
    assert_eq!(suggestion.as_deref(), Some("backup-exists"));
    let (_, problem, _) = fault_of("unknown = true\n", "");
    assert_eq!(problem, Problem::NotOneAnswer { given: 0 });
    let (_, problem, _) = fault_of("unknown = true\n", "unknown = true\noption = \"all\"\n");
    assert_eq!(problem, Problem::NotOneAnswer { given: 2 });
    let (_, problem, _) = fault_of("date = 2026-11-12\n", "date = 2026-11-12T10:00:00\n");
    assert_eq!(problem, Slip::NoSuchDay.into());
    let (_, problem, _) = fault_of("review = 2027-06-01\n", "");
    assert_eq!(problem, Slip::Missing { key: "review" }.into());
    let (_, problem, _) = fault_of("format = 1", "format = 2");
    assert_eq!(problem, Slip::NewerFormat { found: 2, newest: 1 }.into());
    let (_, problem, _) = fault_of("yearly_eur = 120.5", "yearly_eur = nan");
    assert_eq!(problem, Slip::NotFinite.into());
}

#[test]
fn all_faults_come_at_once_in_the_order_of_the_file() {
    let text = FILE
        .replace("employees = 14", "employees = -1")
        .replace("option = \"daily\"", "option = \"nightly\"")
        .replace("verdict = \"accept\"", "verdict = \"maybe\"");
    let lines: Vec<usize> = faults(&text).iter().map(|it| line_and_column(&text, it.span.start).0).collect();
    assert_eq!(lines, [7, 18, 34]);
}

#[test]
fn broken_toml_is_shown_where_it_breaks() {
    let text = FILE.replace("state = \"NW\"", "state = NW");
    let faults = faults(&text);
    assert!(matches!(faults[0].problem, Problem::Slip(Slip::Syntax(SyntaxSlip::Unquoted))));
    assert_eq!(line_and_column(&text, faults[0].span.start).0, 9);
}

#[test]
fn what_other_content_knew_is_a_note_and_stays_in_the_file() {
    let text = FILE.replace("2026.1", "2025.1").replace("[answers.backup-exists]", "[answers.tape-exists]");
    let parsed = parse(&text, &catalogue()).expect("usable");
    assert_eq!(parsed.notes.len(), 1);
    assert!(!parsed.draft.records.contains_key("tape-exists"));
    assert!(written(&text, &parsed.draft).contains("[answers.tape-exists]\noption = \"daily\""));
    // An option a known question does not have stays a fault: options never vanish.
    let text = FILE.replace("2026.1", "2025.1").replace("option = \"daily\"", "option = \"dayly\"");
    assert!(parse(&text, &catalogue()).is_err());
}

#[test]
fn a_check_under_way_is_a_sound_file_but_nothing_to_reckon_with() {
    let text = "format = 1\ncontent = \"2026.1\"\n\n[company]\nsegment = \"crafts\"\n";
    assert!(parse(text, &catalogue()).is_ok());
    let faults = parse_complete(text, &catalogue()).expect_err("incomplete");
    assert_eq!(faults[0].problem, Slip::Missing { key: "employees" }.into());
    assert_eq!(line_and_column(text, faults[0].span.start), (4, 1));
}

#[test]
fn no_text_makes_the_reader_stumble() {
    let junk = [
        "",
        "\u{0}",
        "format",
        "format = 1\n[company",
        "answers = 3\ncompany = []",
        "[answers]\nmfa = 1",
        "format = 99999999999999999999",
    ];
    for text in junk {
        let _ = parse(text, &catalogue());
    }
    for end in 0..FILE.len() {
        if FILE.is_char_boundary(end) {
            let _ = parse(&FILE[..end], &catalogue());
        }
    }
}
