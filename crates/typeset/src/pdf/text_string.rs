//! Text outside the pages: titles, bookmarks, alternatives.

use lopdf::{Object, StringFormat};

/// A text string in UTF-16 with byte order mark (ISO 32000-1, 7.9.2.2), or plain ASCII where that suffices.
pub(super) fn text_string(text: &str) -> Object {
    if text.is_ascii() {
        return Object::String(text.as_bytes().to_vec(), StringFormat::Literal);
    }
    let mut bytes = vec![0xfe, 0xff];
    bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
    Object::String(bytes, StringFormat::Hexadecimal)
}
