//! Links as annotations.

use lopdf::{Document, Object, ObjectId, StringFormat, dictionary, text_string};

use super::paint::single;
use super::structure::{Annotation, corners};
use crate::document::Link;
use crate::layout::{Layout, LinkArea};

/// The flag "print" (ISO 32000-1, 12.5.3), which PDF/A asks of every annotation.
const PRINT: i64 = 4;

/// Adds an annotation for every link of the layout.
pub(super) fn write(file: &mut Document, layout: &Layout, pages: &[ObjectId]) -> Vec<Annotation> {
    let mut annotations = Vec::new();
    for (page, areas) in layout.pages.iter().enumerate().map(|(number, page)| (number, &page.links)) {
        for area in areas {
            let Some(action) = action(layout, pages, &area.link) else { continue };
            let key = i64::try_from(pages.len() + annotations.len()).unwrap_or(i64::MAX);
            let object = file.add_object(dictionary! {
                "Type" => "Annot",
                "Subtype" => "Link",
                "Rect" => corners(&area.rect, layout.height),
                "Border" => vec![0.into(), 0.into(), 0.into()],
                "F" => PRINT,
                "StructParent" => key,
                "Contents" => text_string(&words(area)),
                "A" => action,
            });
            annotations.push(Annotation { page, object, node: area.node });
        }
    }
    annotations
}

/// What the link says to those who do not see it.
fn words(area: &LinkArea) -> String {
    match &area.link {
        Link::Internal(_) => area.words.clone(),
        Link::External(address) if area.words.is_empty() => address.clone(),
        Link::External(address) if address.contains(&area.words) => address.clone(),
        Link::External(address) => format!("{} ({address})", area.words),
    }
}

fn action(layout: &Layout, pages: &[ObjectId], link: &Link) -> Option<Object> {
    match link {
        Link::Internal(anchor) => {
            let (page, y) = *layout.anchors.get(anchor)?;
            let target = destination(pages[page], layout.height - y);
            Some(dictionary! { "S" => "GoTo", "D" => target }.into())
        }
        Link::External(address) => {
            let address: Vec<u8> = address.bytes().flat_map(escaped).collect();
            let address = Object::String(address, StringFormat::Literal);
            Some(dictionary! { "S" => "URI", "URI" => address }.into())
        }
    }
}

/// An address in a PDF is plain ASCII: everything else is percent-encoded.
fn escaped(byte: u8) -> Vec<u8> {
    if byte.is_ascii_graphic() { vec![byte] } else { format!("%{byte:02X}").into_bytes() }
}

/// A place on a page, a little above the words so that they do not stick to the window's edge.
pub(super) fn destination(page: ObjectId, y: f64) -> Object {
    Object::Array(vec![page.into(), "XYZ".into(), Object::Null, Object::Real(single(y + 12.0)), Object::Null])
}
