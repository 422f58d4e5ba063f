//! Puts the content files into the binary: their texts, and beside them a compiled form that is read several times
//! faster at every start (`docs/decisions/0003-compiled-content.md`). A new file is noticed without touching code.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use sha2::{Digest, Sha256};

/// The folders of content.
const FOLDERS: [&str; 3] = ["questionnaires", "profiles", "knowledge"];

/// Where released content is kept.
const RELEASED: &str = "released-content";

#[expect(clippy::disallowed_methods, reason = "a build script lives on files and environment")]
fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?);
    let out = PathBuf::from(env::var("OUT_DIR").map_err(io::Error::other)?);
    let mut files = Vec::new();
    for folder in FOLDERS {
        println_rerun(folder);
        collect(&root.join(folder), folder, &mut files)?;
    }
    files.sort();
    let mut list = String::from("&[\n");
    let mut compiled = Vec::new();
    let mut hasher = Sha256::new();
    for (path, file) in files {
        let content = fs::read_to_string(&file)?;
        // As the program does where content comes from a folder (`src/catalogue/files.rs`).
        hasher.update(format!("{path}\0{}\0", content.replace('\r', "")));
        let values = compile(&content);
        let text = file.display().to_string();
        let length = values.len();
        compiled.extend(values);
        writeln!(list, "    Shipped {{ path: {path:?}, text: include_str!({text:?}), length: {length} }},")
            .map_err(io::Error::other)?;
    }
    list.push(']');
    fs::write(out.join("content.bin"), compiled)?;
    let mut checksum = String::new();
    for byte in hasher.finalize() {
        write!(checksum, "{byte:02x}").map_err(io::Error::other)?;
    }
    fs::write(out.join("content.sha256"), checksum)?;
    fs::write(out.join("content.rs"), list)?;
    fs::write(out.join("released.rs"), released(&root)?)
}

/// Every released content that is kept, one folder per version, as a list of version and files.
#[expect(clippy::disallowed_methods, reason = "a build script lives on files")]
fn released(root: &Path) -> io::Result<String> {
    println_rerun(RELEASED);
    let mut versions = Vec::new();
    for entry in fs::read_dir(root.join(RELEASED))? {
        let path = entry?.path();
        if path.is_dir() {
            versions.push((path.file_name().unwrap_or_default().to_string_lossy().into_owned(), path));
        }
    }
    versions.sort();
    let mut list = String::from("[\n");
    for (version, path) in versions {
        let mut files = Vec::new();
        for folder in FOLDERS {
            collect(&path.join(folder), folder, &mut files)?;
        }
        files.sort();
        writeln!(list, "    ({version:?}, &[").map_err(io::Error::other)?;
        for (shown, file) in files {
            writeln!(list, "        ({shown:?}, include_str!({:?})),", file.display().to_string())
                .map_err(io::Error::other)?;
        }
        list.push_str("    ]),\n");
    }
    list.push(']');
    Ok(list)
}

#[expect(clippy::disallowed_macros, reason = "how a build script talks to cargo")]
fn println_rerun(folder: &str) {
    println!("cargo::rerun-if-changed={folder}");
}

#[expect(clippy::disallowed_methods, reason = "a build script lives on files")]
fn collect(dir: &Path, shown: &str, files: &mut Vec<(String, PathBuf)>) -> io::Result<()> {
    if !dir.exists() {
        return Ok(());
    }
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let shown = format!("{shown}/{name}");
        if path.is_dir() {
            collect(&path, &shown, files)?;
        } else if path.extension().is_some_and(|it| it == "toml") {
            files.push((shown, path));
        }
    }
    Ok(())
}

/// The values of a content file as `MessagePack`; nothing where the file is not TOML, so that the program itself can
/// say in German what is wrong with it.
fn compile(text: &str) -> Vec<u8> {
    let table = toml::from_str::<toml::Table>(text).ok();
    let values = table.map(|it| with_days_as_text(toml::Value::Table(it)));
    values.and_then(|it| rmp_serde::to_vec_named(&it).ok()).unwrap_or_default()
}

/// `MessagePack` has no dates; the shapes take a day as text there.
fn with_days_as_text(value: toml::Value) -> toml::Value {
    use toml::Value;
    match value {
        Value::Datetime(it) => Value::String(it.to_string()),
        Value::Array(list) => Value::Array(list.into_iter().map(with_days_as_text).collect()),
        Value::Table(table) => {
            Value::Table(table.into_iter().map(|(key, it)| (key, with_days_as_text(it))).collect())
        }
        other => other,
    }
}
