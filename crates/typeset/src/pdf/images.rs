//! The brand's logo.

use std::collections::BTreeMap;

use printpdf::{
    DictItem, ExternalStream, ExternalXObject, PdfDocument, RawImage, RawImageData, RawImageFormat, XObject,
    XObjectId,
};

use crate::document::{Logo, LogoFormat};

/// Name of the logo in the pages' resources.
pub(super) const LOGO: &str = "Logo";

/// Embeds the logo: a JPEG as it is, a PNG as its pixels.
pub(super) fn embed(pdf: &mut PdfDocument, logo: &Logo) {
    let object = match logo.format {
        LogoFormat::Png => XObject::Image(RawImage {
            pixels: RawImageData::U8(logo.pixels.clone()),
            width: logo.width as usize,
            height: logo.height as usize,
            data_format: RawImageFormat::RGB8,
            tag: Vec::new(),
        }),
        LogoFormat::Jpeg => jpeg(logo),
    };
    pdf.resources.xobjects.map.insert(XObjectId(LOGO.to_owned()), object);
}

/// printpdf would decode the picture to pixels; the reader's program can do that.
fn jpeg(logo: &Logo) -> XObject {
    let name = |text: &str| DictItem::Name(text.as_bytes().to_vec());
    let entries = [
        ("Type", name("XObject")),
        ("Subtype", name("Image")),
        ("Width", DictItem::Int(i64::from(logo.width))),
        ("Height", DictItem::Int(i64::from(logo.height))),
        ("ColorSpace", name(if logo.is_grey { "DeviceGray" } else { "DeviceRGB" })),
        ("BitsPerComponent", DictItem::Int(8)),
        ("Filter", name("DCTDecode")),
    ];
    let dict: BTreeMap<String, DictItem> =
        entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    let stream = ExternalStream { dict, content: logo.bytes.clone(), compress: false };
    XObject::External(ExternalXObject { stream, width: None, height: None, dpi: None })
}
