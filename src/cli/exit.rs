//! Exit codes: a contract with scripts, documented in README.md and docs/anleitung.md.

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// 0: done.
    Done,
    /// 1: a gate is not met.
    GateNotMet,
    /// 2: the call was wrong.
    Usage,
    /// 3: content or answers are faulty.
    Faulty,
    /// 130: interrupted; progress is saved.
    Interrupted,
    /// 70: our bug.
    Bug,
    /// 74: the disk, a right or a connection failed; neither the call nor the program is at fault.
    Environment,
}

impl Exit {
    /// The number handed to the shell.
    pub const fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::GateNotMet => 1,
            Self::Usage => 2,
            Self::Faulty => 3,
            Self::Interrupted => 130,
            Self::Bug => 70,
            Self::Environment => 74,
        }
    }
}
