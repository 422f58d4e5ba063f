//! What lies at a path, with links followed.

use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};

/// Most links that lead from one to the next; the kernels stop there, too.
const MOST_LINKS: usize = 40;

/// What is written to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// Standard output, by whatever name: `-`, `/dev/stdout`, or the very file or pipe it was directed to.
    Stdout,
    /// A file, or the name of one that does not exist yet; no link any more.
    File(PathBuf),
    /// A device, pipe, socket or open descriptor: written through, never replaced.
    Through(PathBuf),
}

impl Place {
    /// What lies at a path.
    pub fn of(path: &Path) -> io::Result<Self> {
        if path == Path::new("-") {
            return Ok(Self::Stdout);
        }
        if let Some(descriptor) = descriptor(path) {
            return Ok(if descriptor.is_stdout() { Self::Stdout } else { Self::Through(path.to_owned()) });
        }
        match fs::metadata(path) {
            Ok(it) if it.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
            Ok(it) if is_stdout(&it) => Ok(Self::Stdout),
            Ok(it) if !it.is_file() => Ok(Self::Through(path.to_owned())),
            Ok(_) => fs::canonicalize(path).map(Self::File),
            Err(error) if error.kind() == io::ErrorKind::NotFound => followed(path).map(Self::File),
            Err(error) => Err(error),
        }
    }
}

/// An open file of a process, as systems show it among files.
struct Descriptor {
    is_own: bool,
    number: u32,
}

impl Descriptor {
    fn is_stdout(&self) -> bool {
        self.is_own && self.number == 1
    }
}

/// The descriptor a path or the links behind it lead to: `/dev/stdout`, `/dev/fd/63`, `/proc/self/fd/1`.
fn descriptor(path: &Path) -> Option<Descriptor> {
    if !cfg!(unix) {
        return None;
    }
    let mut at = path.to_owned();
    for _ in 0..MOST_LINKS {
        let folder = fs::canonicalize(folder_of(&at)).ok()?;
        let number = at.file_name().and_then(|it| it.to_str()?.parse().ok());
        let is_of_a_process = folder.starts_with("/proc") && folder.ends_with("fd");
        if let Some(number) = number
            && (is_of_a_process || folder == Path::new("/dev/fd"))
        {
            let own = format!("/proc/{}", std::process::id());
            let is_own = !is_of_a_process || folder.starts_with(own);
            return Some(Descriptor { is_own, number });
        }
        at = folder.join(fs::read_link(&at).ok()?);
    }
    None
}

/// Where links that lead to nothing yet lead.
fn followed(path: &Path) -> io::Result<PathBuf> {
    let mut at = path.to_owned();
    for _ in 0..MOST_LINKS {
        match fs::read_link(&at) {
            Ok(next) => at = folder_of(&at).join(next),
            Err(_) => return Ok(at),
        }
    }
    Err(io::Error::other("too many links"))
}

/// The folder a path lies in.
pub fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// True for the file or pipe that standard output was directed to. A device can be open any number of times.
#[cfg(unix)]
fn is_stdout(it: &Metadata) -> bool {
    use std::os::unix::fs::{FileTypeExt, MetadataExt};
    !it.file_type().is_char_device()
        && stream(io::stdout()).is_some_and(|out| (out.dev(), out.ino()) == (it.dev(), it.ino()))
}

#[cfg(not(unix))]
fn is_stdout(_: &Metadata) -> bool {
    false
}

/// What a standard stream is connected to.
#[cfg(unix)]
pub fn stream(stream: impl std::os::fd::AsFd) -> Option<Metadata> {
    fs::File::from(stream.as_fd().try_clone_to_owned().ok()?).metadata().ok()
}
