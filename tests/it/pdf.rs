//! The PDF back end.

use crate::demo_document::document;
use waage::render::pdf;

#[test]
fn the_same_document_gives_the_same_bytes() {
    let first = pdf::render(&document());
    let second = pdf::render(&document());
    assert!(first == second);
    assert!(first.starts_with(b"%PDF-1.7"));
}

#[test]
fn another_document_has_another_id() {
    let mut other = document();
    other.sections.pop();
    let id = |bytes: &[u8]| {
        let file = lopdf::Document::load_mem(bytes).expect("a PDF");
        format!("{:?}", file.trailer.get(b"ID").expect("an /ID"))
    };
    assert_ne!(id(&pdf::render(&document())), id(&pdf::render(&other)));
}

#[test]
fn the_sheet_lies_in_the_target_folder_for_the_external_checkers() {
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("sheet.pdf");
    let bytes = pdf::render(&document());
    std::fs::write(&path, &bytes).expect("the target folder can be written");
    let page = waage::render::html::render(&document());
    std::fs::write(path.with_extension("html"), page).expect("the target folder can be written");
    assert!(bytes.len() < 200 * 1024, "{} bytes", bytes.len());
}
