//! The form for others: one file that shows nothing of the firm and runs nothing but its own script.

use std::fs;

use waage::assessment::Draft;
use waage::assessment::interview::{Interview, Route};
use waage::catalogue::{embedded, resolve};

use crate::support::program::run;

const FIRM: &str = "format = 1\ncontent = \"2026.2\"\n\n[company]\nname = \"Muster <b>& Söhne\"\nsegment = \"crafts\"\nemployees = 14\nturnover_eur = 1_987_654\nliquid_reserve_eur = 76_543\ntraits = [\"external-it\", \"wlan\", \"own-server\"]\n\n[answers.backup-frequency]\noption = \"daily\"\ndate = 2026-11-01\nnote = \"geheim-17\"\n";

fn page(more: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let (file, html) = (folder.path().join("f.waage.toml"), folder.path().join("fragen.html"));
    fs::write(&file, FIRM).unwrap();
    let mut call = vec!["form", file.to_str().unwrap(), "--html", html.to_str().unwrap()];
    call.extend_from_slice(more);
    run(call).expect(0).complains(&["waage merge"]);
    fs::read_to_string(html).unwrap()
}

#[test]
fn the_form_shows_no_figure_no_answer_and_no_name_of_the_firm() {
    for more in [&["--role", "it-dienstleister"][..], &["--topic", "sicherung"], &["--all"]] {
        let page = page(more);
        for secret in ["1987654", "1.987.654", "76543", "76.543", "geheim-17", "Söhne", " checked"] {
            assert!(!page.contains(secret), "{secret} with {more:?}");
        }
        assert!(page.len() < 700_000, "{}", page.len());
    }
    let named = page(&["--with-name"]);
    assert!(named.contains("Muster &lt;b&gt;&amp; Söhne") && !named.contains("Muster <b>"));
}

#[test]
fn nothing_is_fetched_and_only_the_own_script_runs() {
    let page = page(&["--all"]);
    assert!(page.contains("default-src 'none'; style-src 'sha256-"));
    assert!(!page.contains("unsafe-inline") && !page.contains("http://") && !page.contains("https://"));
    assert!(!page.contains(" src=") && !page.contains(" onclick"));
    assert_eq!(page.matches("<script").count(), 2, "the data and the script");
}

#[test]
fn every_condition_is_in_the_data_and_every_question_it_names_on_the_page() {
    let page = page(&["--role", "it-dienstleister"]);
    let data = page.split("id=\"data\">").nth(1).unwrap().split("</script>").next().unwrap();
    let data: serde_json::Value = serde_json::from_str(data).unwrap();
    assert_eq!(data["by"], "it-provider");
    let questions = data["questions"].as_array().unwrap();
    let ids: Vec<&str> = questions.iter().map(|it| it["id"].as_str().unwrap()).collect();
    assert!(ids.contains(&"backup-place") && ids.contains(&"backup-frequency"), "{ids:?}");
    for gate in questions.iter().flat_map(|it| it["gates"].as_array().unwrap()) {
        assert!(ids.contains(&gate["question"].as_str().unwrap()), "{gate}");
    }
    for id in &ids {
        assert!(page.contains(&format!("<fieldset data-question=\"{id}\">")), "{id}");
    }
}

#[test]
fn the_whole_form_holds_what_the_check_can_ask() {
    let catalogue = resolve(&embedded()).expect("the shipped content is sound");
    let parsed = waage::assessment::answers_file::parse(FIRM, &catalogue).unwrap();
    let draft = Draft { company: parsed.draft.company, ..Draft::default() };
    let day = jiff::civil::date(2026, 11, 21);
    let interview = Interview::new(&catalogue, draft, Route::Full, None, day);
    let asked = interview.may_be_asked().len();
    assert_eq!(page(&["--all"]).matches("<fieldset").count(), asked);
    assert!(asked > 40, "{asked}");
}
