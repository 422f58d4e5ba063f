//! So little to choose from that every set, or many random firms, can be asked.

use waage::catalogue::{embedded, resolve};
use waage::model::Catalogue;

/// Measures to choose from.
pub const TEN_MEASURES: [&str; 10] = [
    "mfa",
    "backup-offline",
    "restore-test",
    "patch-management",
    "pam-admin",
    "incident-plan",
    "payment-four-eyes",
    "resilience-hw",
    "device-encryption",
    "hardening",
];

/// The shipped content with ten measures, their first tiers, no bundles but insurance and nothing that binds.
pub fn ten_measures() -> Catalogue {
    let mut catalogue = resolve(&embedded()).expect("the shipped content resolves");
    catalogue.bundles.retain(|it| it.transfer);
    for it in &mut catalogue.measures {
        it.duties.gaps.clear();
        it.duties.laws.clear();
        it.tiers.truncate(1);
        if !TEN_MEASURES.contains(&it.id.as_str()) {
            it.tiers.clear();
        }
    }
    catalogue
}
