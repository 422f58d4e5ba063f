//! Outputs that hit an input or each other, found before anything is written.

use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};

use super::cannot_write;
use super::place::{Place, folder_of};
use crate::cli::fault::Fault;
use crate::german;

/// What a call reads.
#[derive(Clone, Copy, Debug)]
pub enum Input<'a> {
    /// One file; `-` is standard input.
    File(&'a Path),
    /// A folder of content or answers.
    Folder(&'a Path),
}

/// What makes two paths the same.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Identity {
    Stdout,
    /// Device and number of a file that exists.
    #[cfg(unix)]
    Node(u64, u64),
    /// The full path of one that does not, or where systems do not number files.
    Path(PathBuf),
}

/// Refuses outputs, named by their options, that hit an input or each other.
pub fn keep_apart(inputs: &[Input<'_>], outputs: &[(&str, Option<&Path>)]) -> anyhow::Result<()> {
    let read: Vec<(&Path, Identity)> = inputs
        .iter()
        .filter_map(|it| match it {
            Input::File(path) => Some((*path, read_from(path)?)),
            Input::Folder(_) => None,
        })
        .collect();
    let hit = |identity: &Identity| read.iter().find(|it| it.1 == *identity).map(|it| shown(it.0));
    if let Some(input) = directed_to().as_ref().and_then(hit) {
        return Err(Fault::usage(german::disk::stdout_is_an_input(&input)));
    }
    let mut taken: Vec<(&str, Identity)> = Vec::new();
    for (option, path) in outputs {
        let Some(path) = path else { continue };
        let place = Place::of(path).map_err(|it| cannot_write(path, &it))?;
        let Some(identity) = written_to(&place) else { continue };
        if let Some(input) = hit(&identity) {
            return Err(Fault::usage(german::disk::output_is_an_input(option, &shown(path), &input)));
        }
        if let Some(folder) = folder_read(inputs, &place) {
            return Err(Fault::usage(german::disk::output_in_an_input(option, &shown(path), &shown(folder))));
        }
        if let Some((other, _)) = taken.iter().find(|it| it.1 == identity) {
            return Err(Fault::usage(german::disk::outputs_collide(other, option, &shown(path))));
        }
        taken.push((option, identity));
    }
    Ok(())
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// The folder of inputs that a TOML file would be written into, where it would be read as one of them.
fn folder_read<'a>(inputs: &[Input<'a>], place: &Place) -> Option<&'a Path> {
    let Place::File(target) = place else { return None };
    if !target.extension().is_some_and(|it| it.eq_ignore_ascii_case("toml")) {
        return None;
    }
    let below = fs::canonicalize(folder_of(target)).ok()?;
    inputs.iter().find_map(|it| match it {
        Input::Folder(folder) => {
            fs::canonicalize(folder).is_ok_and(|it| below.starts_with(it)).then_some(*folder)
        }
        Input::File(_) => None,
    })
}

fn read_from(path: &Path) -> Option<Identity> {
    if path == Path::new("-") {
        return directed_from();
    }
    node(&fs::metadata(path).ok()?).or_else(|| Some(Identity::Path(fs::canonicalize(path).ok()?)))
}

/// None for a device, which can take any number of outputs.
fn written_to(place: &Place) -> Option<Identity> {
    match place {
        Place::Stdout => Some(Identity::Stdout),
        Place::Through(path) => node(&fs::metadata(path).ok()?),
        Place::File(target) => fs::metadata(target).ok().as_ref().and_then(node).or_else(|| {
            let folder = fs::canonicalize(folder_of(target)).ok()?;
            Some(Identity::Path(folder.join(target.file_name()?)))
        }),
    }
}

#[cfg(unix)]
fn node(it: &Metadata) -> Option<Identity> {
    use std::os::unix::fs::{FileTypeExt, MetadataExt};
    (!it.file_type().is_char_device()).then(|| Identity::Node(it.dev(), it.ino()))
}

#[cfg(not(unix))]
fn node(_: &Metadata) -> Option<Identity> {
    None
}

/// The file standard input comes from.
#[cfg(unix)]
fn directed_from() -> Option<Identity> {
    super::place::stream(std::io::stdin()).as_ref().and_then(node)
}

/// The file standard output was directed to.
#[cfg(unix)]
fn directed_to() -> Option<Identity> {
    super::place::stream(std::io::stdout()).filter(Metadata::is_file).as_ref().and_then(node)
}

#[cfg(not(unix))]
fn directed_from() -> Option<Identity> {
    None
}

#[cfg(not(unix))]
fn directed_to() -> Option<Identity> {
    None
}
