//! The object tree as a file: object streams and a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8).
//!
//! lopdf writes files too, but packs stream after stream on one core at the slowest level and writes every object
//! twice; here that was half of the time a PDF takes (`docs/decisions/own-pdf-writer.md`).

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::Write;

use flate2::{Compression, write::ZlibEncoder};
use lopdf::{Dictionary, Document, Object, Stream, StringFormat, dictionary};
use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::syntax;

/// Objects per object stream: enough for the packer to find what repeats, few enough for every core to have some.
const PER_STREAM: usize = 400;
/// Level of packing: level 2 takes 3 % of a whole report's instructions more, for a quarter of its size.
const LEVEL: u32 = 1;
/// Bytes that show every program that the file is binary.
const HEAD: &[u8] = b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";

/// Where an object is to be found.
#[derive(Clone, Copy)]
enum Place {
    /// At this byte of the file.
    At(u32),
    /// In this object stream, with this number.
    Within(u32, u16),
}

/// A file whose objects are packed.
pub(super) struct Packed {
    streams: BTreeMap<u32, Stream>,
    /// Object streams, with the numbers of the objects in each.
    groups: Vec<(Vec<u32>, Stream)>,
    trailer: Dictionary,
    /// The first number that no object has.
    next: u32,
}

/// An object other than a stream, as it stands in the file.
pub(super) struct Written {
    pub(super) object: u32,
    pub(super) body: Vec<u8>,
}

/// Packs a file's objects, those written already among them, on all cores.
pub(super) fn pack(file: Document, written: Vec<Written>) -> Packed {
    let mut streams = Vec::new();
    let mut others = written;
    for ((object, _), it) in file.objects {
        if let Object::Stream(stream) = it {
            streams.push((object, stream));
        } else {
            let mut body = Vec::new();
            syntax::object(&mut body, &it);
            others.push(Written { object, body });
        }
    }
    let (streams, groups) = rayon::join(
        || streams.into_par_iter().map(|(id, stream)| (id, packed(stream))).collect(),
        || others.par_chunks(PER_STREAM).map(object_stream).collect(),
    );
    Packed { streams, groups, trailer: file.trailer, next: file.max_id + 1 }
}

impl Packed {
    /// Puts packed streams in the place of others.
    pub(super) fn replace(&mut self, streams: impl IntoIterator<Item = (u32, Stream)>) {
        self.streams.extend(streams);
    }

    /// The file's bytes. Its /ID is made of what the streams hold: pages, fonts, metadata.
    pub(super) fn write(self) -> Vec<u8> {
        let mut hash = Sha256::new();
        for stream in self.streams.values() {
            hash.update(&stream.content);
        }
        let mut out = HEAD.to_vec();
        let mut places = BTreeMap::new();
        for (id, stream) in &self.streams {
            places.insert(*id, Place::At(position(&out)));
            indirect(&mut out, *id, stream);
        }
        for (id, (objects, stream)) in (self.next..).zip(&self.groups) {
            places.insert(id, Place::At(position(&out)));
            places.extend(objects.iter().zip(0..).map(|(object, at)| (*object, Place::Within(id, at))));
            indirect(&mut out, id, stream);
        }
        let start = position(&out);
        let last = places.last_key_value().map_or(self.next, |it| it.0 + 1).max(self.next);
        places.insert(last, Place::At(start));
        let name = Object::String(hash.finalize()[..16].to_vec(), StringFormat::Hexadecimal);
        let mut trailer = self.trailer;
        trailer.set("ID", vec![name.clone(), name]);
        indirect(&mut out, last, &cross_references(trailer, &places, last));
        out.extend_from_slice(format!("startxref\n{start}\n%%EOF\n").as_bytes());
        out
    }
}

fn position(out: &[u8]) -> u32 {
    u32::try_from(out.len()).expect("a report is far below four gigabytes")
}

fn indirect(out: &mut Vec<u8>, id: u32, stream: &Stream) {
    out.extend_from_slice(format!("{id} 0 obj\n").as_bytes());
    syntax::dictionary(out, &stream.dict);
    out.extend_from_slice(b"stream\n");
    out.extend_from_slice(&stream.content);
    // Packed bytes may end with a carriage return: before a line feed alone, who looks for the end of the line would
    // take it for a part of that (ISO 19005-2, 6.1.7.1).
    out.extend_from_slice(b"\r\nendstream\nendobj\n");
}

/// The stream packed, where it may be and is not yet.
pub(super) fn packed(mut stream: Stream) -> Stream {
    if stream.allows_compression && !stream.dict.has(b"Filter") {
        stream.content = deflated(&stream.content);
        stream.dict.set("Filter", "FlateDecode");
    }
    stream.dict.set("Length", i64::try_from(stream.content.len()).unwrap_or(i64::MAX));
    stream
}

thread_local! {
    /// A packer's tables are several times larger than what it packs here: each thread makes them once.
    static PACKER: RefCell<ZlibEncoder<Vec<u8>>> = RefCell::new(ZlibEncoder::new(Vec::new(), Compression::new(LEVEL)));
}

fn deflated(bytes: &[u8]) -> Vec<u8> {
    PACKER.with_borrow_mut(|packer| {
        packer
            .write_all(bytes)
            .and_then(|()| packer.reset(Vec::new()))
            .expect("writing to memory does not fail")
    })
}

/// Objects without streams, one after the other, with a table of where each begins; their numbers and the stream.
fn object_stream(objects: &[Written]) -> (Vec<u32>, Stream) {
    let mut content = Vec::new();
    let mut bodies = Vec::new();
    for Written { object, body } in objects {
        write!(content, "{object} {} ", bodies.len()).expect("writing to memory does not fail");
        bodies.extend_from_slice(body);
        bodies.push(b' ');
    }
    let count = i64::try_from(objects.len()).unwrap_or(i64::MAX);
    let begin = i64::try_from(content.len()).unwrap_or(i64::MAX);
    content.append(&mut bodies);
    let entries = dictionary! { "Type" => "ObjStm", "N" => count, "First" => begin };
    (objects.iter().map(|it| it.object).collect(), packed(Stream::new(entries, content)))
}

/// The table of places; numbers that are not used are free.
fn cross_references(mut entries: Dictionary, places: &BTreeMap<u32, Place>, last: u32) -> Stream {
    let mut table = Vec::new();
    for id in 0..=last {
        let (kind, first, second) = match places.get(&id) {
            None if id == 0 => (0_u8, 0, u16::MAX),
            None => (0, 0, 0),
            Some(Place::At(position)) => (1, *position, 0),
            Some(Place::Within(stream, at)) => (2, *stream, *at),
        };
        table.push(kind);
        table.extend(first.to_be_bytes());
        table.extend(second.to_be_bytes());
    }
    entries.set("Type", "XRef");
    entries.set("Size", i64::from(last) + 1);
    entries.set("W", vec![1.into(), 4.into(), 2.into()]);
    packed(Stream::new(entries, table))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_end_in_a_carriage_return_keep_it() {
        let stream = Stream::new(Dictionary::new(), b"ends\r".to_vec()).with_compression(false);
        let mut out = Vec::new();
        indirect(&mut out, 7, &packed(stream));
        assert_eq!(out, b"7 0 obj\n<</Length 5>>stream\nends\r\r\nendstream\nendobj\n");
    }

    #[test]
    fn what_is_packed_can_be_unpacked_and_is_packed_once() {
        let text = b"the same words, the same words, the same words".repeat(20);
        let once = packed(Stream::new(Dictionary::new(), text.clone()));
        assert!(once.content.len() < text.len() / 4);
        assert_eq!(once.decompressed_content().expect("packed here"), text);
        assert_eq!(packed(once.clone()).content, once.content);
    }
}
