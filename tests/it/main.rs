//! The one integration binary: one module per feature, each through one door.
