//! The PDF back end.

use std::collections::BTreeMap;

use crate::demo_document::document;
use lopdf::{Dictionary, Document, Object, ObjectId};
use typeset::pdf;

#[test]
fn the_same_document_gives_the_same_bytes() {
    let first = pdf::render(&document());
    let second = pdf::render(&document());
    assert!(first == second);
    assert!(first.starts_with(b"%PDF-1.7"), "{:?}", &first[..8]);
}

#[test]
fn another_document_has_another_id() {
    let mut other = document();
    other.sections.pop();
    let id = |bytes: &[u8]| {
        let file = Document::load_mem(bytes).expect("a PDF");
        format!("{:?}", file.trailer.get(b"ID").expect("an /ID"))
    };
    assert_ne!(id(&pdf::render(&document())), id(&pdf::render(&other)));
}

/// The numbers of the marked sequences in the order of the tags, by page. Sequences are numbered as they are painted.
fn tagged(
    file: &Document,
    node: &Dictionary,
    page: Option<ObjectId>,
    found: &mut BTreeMap<ObjectId, Vec<i64>>,
) {
    let own = |it: &Dictionary| it.get(b"Pg").and_then(Object::as_reference).ok().or(page);
    let home = own(node);
    let kids = match node.get(b"K").expect("every element holds something") {
        Object::Array(kids) => kids.clone(),
        kid => vec![kid.clone()],
    };
    for kid in &kids {
        match kid {
            Object::Integer(number) => found.entry(home.expect("a page")).or_default().push(*number),
            Object::Dictionary(it) => {
                if let Ok(number) = it.get(b"MCID").and_then(Object::as_i64) {
                    found.entry(own(it).expect("a page")).or_default().push(number);
                }
            }
            kid => {
                let below = file.get_dictionary(kid.as_reference().expect("an element")).expect("an element");
                tagged(file, below, home, found);
            }
        }
    }
}

#[test]
fn the_tags_follow_each_other_as_they_are_painted() {
    let file = Document::load_mem(&pdf::render(&document())).expect("a PDF");
    let root = file.catalog().and_then(|it| it.get(b"StructTreeRoot")).and_then(Object::as_reference);
    let mut found = BTreeMap::new();
    let root = file.get_dictionary(root.expect("a tree")).expect("a tree");
    tagged(&file, root, None, &mut found);
    assert_eq!(found.len(), file.get_pages().len());
    for numbers in found.values() {
        let painted: Vec<i64> = (0..).take(numbers.len()).collect();
        assert_eq!(numbers, &painted);
    }
}

#[test]
fn the_sheet_lies_in_the_target_folder_for_the_external_checkers() {
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("sheet.pdf");
    let bytes = pdf::render(&document());
    std::fs::write(&path, &bytes).expect("the target folder can be written");
    let page = typeset::html::render(&document());
    std::fs::write(path.with_extension("html"), page).expect("the target folder can be written");
    assert!(bytes.len() < 200 * 1024, "{} bytes", bytes.len());
}
