//! The brand's logo.

use std::collections::BTreeMap;

use printpdf::{DictItem, ExternalStream, ExternalXObject, PdfDocument, XObject, XObjectId};

use crate::document::{Logo, LogoFormat};

/// Name of the logo in the pages' resources.
pub(super) const LOGO: &str = "Logo";

/// A picture as a PDF stream.
pub(super) struct Picture {
    entries: Vec<(&'static str, DictItem)>,
    data: Vec<u8>,
    /// Whether the data may still be packed.
    compress: bool,
}

/// The logo as a PDF can carry it: a JPEG goes in as it is, a PNG as its pixels.
pub(super) fn embeddable(logo: &Logo) -> Picture {
    let space = if logo.is_grey { "DeviceGray" } else { "DeviceRGB" };
    let mut entries = vec![
        ("Width", DictItem::Int(i64::from(logo.width))),
        ("Height", DictItem::Int(i64::from(logo.height))),
        ("ColorSpace", name(space)),
        ("BitsPerComponent", DictItem::Int(8)),
    ];
    let data = match logo.format {
        LogoFormat::Jpeg => {
            entries.push(("Filter", name("DCTDecode")));
            logo.bytes.clone()
        }
        LogoFormat::Png => logo.pixels.clone(),
    };
    Picture { entries, data, compress: logo.format == LogoFormat::Png }
}

fn name(text: &str) -> DictItem {
    DictItem::Name(text.as_bytes().to_vec())
}

pub(super) fn embed(pdf: &mut PdfDocument, picture: Picture) {
    let mut dict: BTreeMap<String, DictItem> =
        picture.entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    dict.insert("Type".to_owned(), name("XObject"));
    dict.insert("Subtype".to_owned(), name("Image"));
    let stream = ExternalStream { dict, content: picture.data, compress: picture.compress };
    let object = XObject::External(ExternalXObject { stream, width: None, height: None, dpi: None });
    pdf.resources.xobjects.map.insert(XObjectId(LOGO.to_owned()), object);
}
