//! Bytes onto the disk.
#![expect(clippy::disallowed_methods, reason = "the one place that writes files")]

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

use tempfile::NamedTempFile;

use super::place::folder_of;
use super::{Worth, leftovers};

/// Writes a complete file beside the target and renames it: a reader sees the old file or the new one, never half of
/// it. An existing file keeps its rights and its owner, and one that is protected from writing stays as it is.
pub fn replace(target: &Path, bytes: &[u8], worth: Worth) -> io::Result<()> {
    let existing = writable(target)?;
    if let Some(it) = existing.as_ref().filter(|it| has_other_names(it)) {
        return overwrite(target, bytes, it.len());
    }
    leftovers::sweep(folder_of(target));
    let put = || complete(target, bytes, worth, existing.as_ref());
    // Another run may take the file for a leftover in the moment before it is locked.
    put().or_else(|error| if error.kind() == io::ErrorKind::NotFound { put() } else { Err(error) })?;
    if worth == Worth::Answers {
        settle(folder_of(target));
    }
    Ok(())
}

fn complete(target: &Path, bytes: &[u8], worth: Worth, existing: Option<&Metadata>) -> io::Result<()> {
    let is_private = worth == Worth::Answers || existing.is_some();
    let mut file = beside(target, is_private)?;
    file.write_all(bytes)?;
    if worth == Worth::Answers {
        file.as_file().sync_all()?;
    }
    if let Some(existing) = existing {
        keep_rights(file.as_file(), existing);
    }
    file.persist(target).map_err(|it| it.error)?;
    Ok(())
}

/// A new file in the target's folder, locked for as long as this run lives.
fn beside(target: &Path, is_private: bool) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(leftovers::PREFIX).suffix(leftovers::SUFFIX);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // The system takes the umask off what is asked for here.
        builder.permissions(fs::Permissions::from_mode(if is_private { 0o600 } else { 0o666 }));
    }
    #[cfg(not(unix))]
    let _ = is_private;
    let file = builder.tempfile_in(folder_of(target))?;
    // Where nothing can be locked nothing is swept either.
    let _ = file.as_file().try_lock();
    Ok(file)
}

/// The target as it is, where there is one; an error where it must not be written.
fn writable(target: &Path) -> io::Result<Option<Metadata>> {
    match OpenOptions::new().write(true).open(target) {
        Ok(file) => {
            let it = file.metadata()?;
            // The system lets root write everything; who took the right to write away meant it.
            if it.permissions().readonly() {
                Err(io::ErrorKind::PermissionDenied.into())
            } else {
                Ok(Some(it))
            }
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// True where the file has further names, which a rename would part from it.
#[cfg(unix)]
fn has_other_names(it: &Metadata) -> bool {
    std::os::unix::fs::MetadataExt::nlink(it) > 1
}

#[cfg(not(unix))]
fn has_other_names(_: &Metadata) -> bool {
    false
}

/// Writes over a file in place, longer than before or shortened afterwards.
fn overwrite(target: &Path, bytes: &[u8], length: u64) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).open(target)?;
    file.write_all(bytes)?;
    if (bytes.len() as u64) < length {
        file.set_len(bytes.len() as u64)?;
    }
    file.sync_all()
}

/// Writes to a device, a pipe or an open descriptor. A file behind a descriptor is added to, as the one who opened it
/// would do.
pub fn through(target: &Path, bytes: &[u8]) -> io::Result<()> {
    let is_file = fs::metadata(target).is_ok_and(|it| it.is_file());
    let mut out = OpenOptions::new().write(true).append(is_file).open(target)?;
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

/// Gives a new file the rights and the owner of the one it replaces, where the file system knows such.
#[cfg(unix)]
fn keep_rights(file: &File, existing: &Metadata) {
    use std::os::unix::fs::MetadataExt;
    let same_owner = file.metadata().is_ok_and(|it| (it.uid(), it.gid()) == (existing.uid(), existing.gid()));
    if !same_owner {
        let _ = std::os::unix::fs::fchown(file, Some(existing.uid()), Some(existing.gid()));
    }
    let _ = file.set_permissions(existing.permissions());
}

#[cfg(not(unix))]
fn keep_rights(_: &File, _: &Metadata) {}

/// Waits until a folder's new names are on the disk, where the system can wait for a folder.
fn settle(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}
