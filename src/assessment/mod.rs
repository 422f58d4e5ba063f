//! Answers to posture, and the interview as a state machine. Knows no loss.
