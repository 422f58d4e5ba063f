//! Content files to [`crate::model`], all faults at once.
