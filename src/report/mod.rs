//! Facts for readers: numbers, ids, findings. No sentences.
