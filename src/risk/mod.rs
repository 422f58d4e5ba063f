//! Posture to loss distribution. Knows no question and no answer.
