//! Objects as PDF writes them (ISO 32000-1, 7.3).

use std::io::Write;

use lopdf::{Dictionary, Object, StringFormat};

/// Appends an object; streams are written by [`super::file`].
pub(super) fn object(out: &mut Vec<u8>, object: &Object) {
    match object {
        Object::Null => out.extend_from_slice(b"null"),
        Object::Boolean(value) => out.extend_from_slice(if *value { b"true" } else { b"false" }),
        Object::Integer(value) => number(out, format_args!("{value}")),
        Object::Real(value) => number(out, format_args!("{value}")),
        Object::Name(it) => name(out, it),
        Object::String(text, StringFormat::Literal) => literal(out, text),
        Object::String(text, StringFormat::Hexadecimal) => hexadecimal(out, text),
        Object::Array(items) => array(out, items),
        Object::Dictionary(it) => dictionary(out, it),
        Object::Stream(stream) => dictionary(out, &stream.dict),
        Object::Reference((id, generation)) => number(out, format_args!("{id} {generation} R")),
    }
}

fn number(out: &mut Vec<u8>, digits: std::fmt::Arguments) {
    out.write_fmt(digits).expect("writing to memory does not fail");
}

fn array(out: &mut Vec<u8>, items: &[Object]) {
    out.push(b'[');
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            out.push(b' ');
        }
        object(out, item);
    }
    out.push(b']');
}

/// Appends a dictionary.
pub(super) fn dictionary(out: &mut Vec<u8>, entries: &Dictionary) {
    out.extend_from_slice(b"<<");
    for (key, value) in entries {
        name(out, key);
        // Everything else begins with a delimiter of its own.
        let runs_on = matches!(
            value,
            Object::Null | Object::Boolean(_) | Object::Integer(_) | Object::Real(_) | Object::Reference(_)
        );
        if runs_on {
            out.push(b' ');
        }
        object(out, value);
    }
    out.extend_from_slice(b">>");
}

pub(super) fn name(out: &mut Vec<u8>, name: &[u8]) {
    out.push(b'/');
    for byte in name {
        if byte.is_ascii_graphic() && !b"()<>[]{}/%#".contains(byte) {
            out.push(*byte);
        } else {
            number(out, format_args!("#{byte:02X}"));
        }
    }
}

pub(super) fn literal(out: &mut Vec<u8>, text: &[u8]) {
    out.push(b'(');
    for byte in text {
        match byte {
            b'(' | b')' | b'\\' => out.extend_from_slice(&[b'\\', *byte]),
            // A bare carriage return would be read as a line feed.
            b'\r' => out.extend_from_slice(b"\\r"),
            _ => out.push(*byte),
        }
    }
    out.push(b')');
}

fn hexadecimal(out: &mut Vec<u8>, text: &[u8]) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    out.push(b'<');
    for byte in text {
        out.extend_from_slice(&[DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]);
    }
    out.push(b'>');
}

#[cfg(test)]
mod tests {
    use super::*;
    use lopdf::dictionary;

    fn written(it: &Object) -> String {
        let mut out = Vec::new();
        object(&mut out, it);
        String::from_utf8(out).expect("ASCII")
    }

    #[test]
    fn what_would_end_an_object_too_early_is_escaped() {
        assert_eq!(written(&Object::string_literal("a(b)\\\r")), "(a\\(b\\)\\\\\\r)");
        assert_eq!(written(&Object::Name(b"A B#".to_vec())), "/A#20B#23");
        assert_eq!(written(&Object::String(vec![0xfe, 0x0a], StringFormat::Hexadecimal)), "<FE0A>");
    }

    #[test]
    fn objects_do_not_run_into_each_other() {
        let it = dictionary! {
            "Type" => "Page",
            "Count" => 3,
            "Kids" => vec![Object::Reference((4, 0)), Object::Real(0.5), Object::Null],
        };
        assert_eq!(written(&it.into()), "<</Type/Page/Count 3/Kids[4 0 R 0.5 null]>>");
    }
}
