//! Folders as they are in life: companions of systems, copies of synchronisations, a second firm, links in a ring.

use std::fs;
use std::path::Path;

use crate::support::program::{Ran, run, scratch};
use crate::support::root;

const JOINERY: &str = "tests/companies/tischlerei";
const DAYS: [&str; 2] = ["2026-11-21.waage.toml", "2027-05-20.waage.toml"];

/// A folder with two dated files of one firm.
fn history(name: &str) -> std::path::PathBuf {
    let folder = scratch(name);
    let text = fs::read_to_string(root().join(JOINERY).join(DAYS[0])).unwrap();
    for day in DAYS {
        fs::write(folder.join(day), &text).unwrap();
    }
    folder
}

fn course(folder: &Path) -> (Ran, usize) {
    let ran = run(["compare", folder.to_str().unwrap(), "--json", "-"]).expect(0);
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let moments = json["moments"].as_array().map_or(0, Vec::len);
    (ran, moments)
}

#[test]
fn what_systems_leave_beside_files_is_passed_over() {
    let folder = history("companions");
    for name in [
        "._2027-05-20.waage.toml",
        ".DS_Store",
        "Thumbs.db",
        "2027-05-20.waage.toml~",
        ".2027-05-20.waage.toml.swp",
    ] {
        fs::write(folder.join(name), [0, 5, 0x16, 7, 0xff]).unwrap();
    }
    let (ran, moments) = course(&folder);
    assert_eq!((moments, ran.err.as_str()), (2, ""));
    fs::rename(folder.join(DAYS[1]), folder.join("2027-05-20.WAAGE.TOML")).unwrap();
    assert_eq!(course(&folder).1, 2, "an ending in capitals is one, too");
}

#[test]
fn copies_and_a_second_file_of_a_day_are_named_and_do_not_count() {
    let folder = history("copies");
    for name in [
        "2027-05-20 (1).waage.toml",
        "2027-05-20.sync-conflict-20270521-101112-ABCDEFG.waage.toml",
        "2027-05-20-PC-BUERO.waage.toml",
    ] {
        fs::copy(folder.join(DAYS[1]), folder.join(name)).unwrap();
        let (ran, moments) = course(&folder);
        assert_eq!(moments, 2, "{name}");
        ran.complains(&[name, "zählt nicht mit"]);
    }
}

#[test]
fn a_second_firm_in_the_folder_is_named_and_is_no_part_of_the_course() {
    let folder = history("second-firm");
    let other = root().join("tests/companies/steuerkanzlei/2026-11-21.waage.toml");
    fs::copy(other, folder.join("2027-01-01.waage.toml")).unwrap();
    let (ran, moments) = course(&folder);
    assert_eq!(moments, 2);
    ran.complains(&["2027-01-01.waage.toml", "einem anderen Betrieb"]);
    let both = ["2026-11-21.waage.toml", "2027-01-01.waage.toml"].map(|it| folder.join(it));
    let pair = run(["compare".as_ref(), both[0].as_os_str(), both[1].as_os_str()]).expect(0);
    pair.complains(&["zwei verschiedenen Betrieben"]);
}

#[test]
fn old_and_new_in_the_wrong_order_are_turned_round_and_said_so() {
    let folder = history("wrong-order");
    let [old, new] = DAYS.map(|it| folder.join(it));
    let right = run(["compare".as_ref(), old.as_os_str(), new.as_os_str()]).expect(0);
    let wrong = run(["compare".as_ref(), new.as_os_str(), old.as_os_str()]).expect(0);
    assert_eq!(right.out, wrong.out);
    assert!(right.err.is_empty(), "{}", right.err);
    wrong.complains(&["der ältere Stand"]);
}

#[test]
#[cfg(unix)]
fn content_folders_with_companions_and_rings_of_links_are_read_once() {
    let folder = scratch("content-ring");
    let measures = folder.join("knowledge/measures");
    fs::create_dir_all(&measures).unwrap();
    fs::copy(root().join("knowledge/measures/mfa.toml"), measures.join("mfa.toml")).unwrap();
    fs::write(measures.join("._mfa.toml"), [0, 5, 0x16, 7, 0xff]).unwrap();
    for name in ["a", "b"] {
        std::os::unix::fs::symlink(".", measures.join(name)).unwrap();
    }
    assert!(std::process::Command::new("mkfifo").arg(measures.join("pipe.toml")).status().unwrap().success());
    let file = format!("{JOINERY}/{}", DAYS[0]);
    run(["report", &file, "--content", folder.to_str().unwrap()]).expect(0);
}
