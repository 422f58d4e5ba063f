//! The rim: arguments, files, clock, terminal, exit codes.
