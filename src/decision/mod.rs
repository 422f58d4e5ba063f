//! Cost against risk: what pays, what must be, what can be borne.
