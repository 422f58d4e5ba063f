//! What printpdf does not write: catalog entries, metadata, output intent, structure, links, bookmarks, /ID.

use lopdf::{Dictionary, Document as File, Object, ObjectId, Stream, dictionary, text_string};

use super::sequences::contents;
use super::{links, outline, structure, xmp};
use crate::document::Document;
use crate::layout::Layout;
use crate::typeface::{Typeface, printable};

/// The sRGB profile PDF/A wants beside device colours (`tools/colour/srgb.py`).
const SRGB: &[u8] = include_bytes!("../../assets/colour/srgb.icc");

/// Completes the file.
pub(super) fn finish(file: &mut File, document: &Document, layout: &Layout, typeface: &Typeface) {
    let document = &cleaned(document, typeface);
    let pages: Vec<ObjectId> = file.get_pages().into_values().collect();
    let annotations = links::write(file, layout, &pages);
    let tree = structure::write(file, layout, &pages, &contents(layout), &annotations);
    for (number, page) in pages.iter().enumerate() {
        let marks: Vec<Object> =
            annotations.iter().filter(|it| it.page == number).map(|it| it.object.into()).collect();
        let page = dictionary_of(file, *page);
        page.set("StructParents", i64::try_from(number).unwrap_or_default());
        page.set("Tabs", "S");
        page.remove(b"Annots");
        if !marks.is_empty() {
            page.set("Annots", marks);
        }
    }
    let bookmarks = outline::write(file, layout, &pages);
    let packet = Stream::new(
        dictionary! { "Type" => "Metadata", "Subtype" => "XML" },
        xmp::packet(document).into_bytes(),
    );
    // Metadata stays readable for programs that do not know PDF.
    let metadata = file.add_object(packet.with_compression(false));
    let intent = output_intent(file);
    let root = file.trailer.get(b"Root").and_then(Object::as_reference).expect("printpdf writes a catalog");
    let catalog = dictionary_of(file, root);
    catalog.set("Lang", Object::string_literal(document.language.tag));
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    catalog.set("StructTreeRoot", tree);
    catalog.set("Metadata", metadata);
    catalog.set("OutputIntents", vec![intent]);
    catalog.set("PageLayout", "SinglePage");
    if let Some(bookmarks) = bookmarks {
        catalog.set("Outlines", bookmarks);
        catalog.set("PageMode", "UseOutlines");
    }
    let information = file.add_object(information(document));
    file.trailer.set("Info", information);
}

/// Titles may carry foreign text too.
fn cleaned(document: &Document, typeface: &Typeface) -> Document {
    let clean = |text: &str| printable(typeface, text);
    Document {
        title: clean(&document.title),
        subject: clean(&document.subject),
        author: clean(&document.author),
        sections: Vec::new(),
        ..document.clone()
    }
}

fn dictionary_of(file: &mut File, object: ObjectId) -> &mut Dictionary {
    file.get_object_mut(object).and_then(Object::as_dict_mut).expect("pages and catalog are dictionaries")
}

fn output_intent(file: &mut File) -> Object {
    let profile = file.add_object(Stream::new(dictionary! { "N" => 3 }, SRGB.to_vec()));
    dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal("sRGB"),
        "Info" => Object::string_literal("sRGB IEC61966-2.1"),
        "DestOutputProfile" => profile,
    }
    .into()
}

fn information(document: &Document) -> Dictionary {
    let time = Object::string_literal(xmp::pdf_time(document.date));
    dictionary! {
        "Title" => text_string(&document.title),
        "Author" => text_string(&document.author),
        "Subject" => text_string(&document.subject),
        "Creator" => text_string(document.program),
        "Producer" => text_string(document.program),
        "CreationDate" => time.clone(),
        "ModDate" => time,
    }
}
