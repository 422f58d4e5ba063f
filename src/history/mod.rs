//! Differences between two assessments, ageing, due dates.
