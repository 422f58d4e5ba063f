//! Who there is in a firm to learn and to decide.

use crate::model::{Catalogue, Company, RoleId, SizeClass};

/// Segments with a workshop, shop floor, kitchen, store or ward.
const HANDS_ON: [&str; 6] = ["crafts", "manufacturing", "food-farming", "hospitality", "logistics", "retail"];

/// The roles a firm of this profile has, in the catalogue's order. Management is always there.
pub fn roles_present(catalogue: &Catalogue, company: &Company) -> Vec<RoleId> {
    let has = |id: &str| company.traits.contains(id);
    let size = company.size();
    let own_it = has("admin-by-staff") || size == SizeClass::Medium || !has("external-it");
    let present = |role: &str| match role {
        "management" => true,
        "accounting" => company.employees > 1 && (has("online-banking") || size != SizeClass::Micro),
        "office" => company.employees > 1,
        "training-officer" => has("apprentices") || size == SizeClass::Medium,
        "it-internal" => own_it,
        "it-provider" => has("external-it"),
        "workshop" => company.employees > 1 && HANDS_ON.contains(&company.segment.as_str()),
        "field" => has("mobile-devices") || has("home-office"),
        "apprentice" => has("apprentices"),
        _ => false,
    };
    catalogue.roles.iter().map(|it| it.id.clone()).filter(|it| present(it.as_str())).collect()
}
