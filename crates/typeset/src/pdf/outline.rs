//! Bookmarks in two levels.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary, text_string};

use super::links::destination;
use crate::layout::{Layout, OutlineEntry};

/// A bookmark and those below it.
struct Branch<'a> {
    entry: &'a OutlineEntry,
    twigs: Vec<&'a OutlineEntry>,
}

/// Adds the bookmarks; `None` if there are none.
pub(super) fn write(file: &mut Document, layout: &Layout, pages: &[ObjectId]) -> Option<ObjectId> {
    let mut branches: Vec<Branch> = Vec::new();
    for entry in &layout.outline {
        match branches.last_mut() {
            Some(branch) if entry.level > 1 => branch.twigs.push(entry),
            _ => branches.push(Branch { entry, twigs: Vec::new() }),
        }
    }
    let root = file.new_object_id();
    let objects: Vec<ObjectId> = branches.iter().map(|_| file.new_object_id()).collect();
    for (at, branch) in branches.iter().enumerate() {
        let mut item = item(layout, pages, branch.entry, root);
        neighbours(&mut item, &objects, at);
        let twigs: Vec<ObjectId> = branch.twigs.iter().map(|_| file.new_object_id()).collect();
        for (twig_at, twig) in branch.twigs.iter().enumerate() {
            let mut twig_item = self::item(layout, pages, twig, objects[at]);
            neighbours(&mut twig_item, &twigs, twig_at);
            file.set_object(twigs[twig_at], twig_item);
        }
        if let (Some(first), Some(last)) = (twigs.first(), twigs.last()) {
            item.set("First", *first);
            item.set("Last", *last);
            // Negative: the branch is shown closed (ISO 32000-1, 12.3.3).
            item.set("Count", -i64::try_from(twigs.len()).unwrap_or_default());
        }
        file.set_object(objects[at], item);
    }
    let (first, last) = (objects.first()?, objects.last()?);
    let count = i64::try_from(objects.len()).unwrap_or_default();
    file.set_object(
        root,
        dictionary! { "Type" => "Outlines", "First" => *first, "Last" => *last, "Count" => count },
    );
    Some(root)
}

fn item(layout: &Layout, pages: &[ObjectId], entry: &OutlineEntry, parent: ObjectId) -> Dictionary {
    dictionary! {
        "Title" => text_string(&entry.title),
        "Parent" => parent,
        "Dest" => destination(pages[entry.page], layout.height - entry.y),
    }
}

fn neighbours(item: &mut Dictionary, objects: &[ObjectId], at: usize) {
    if let Some(previous) = at.checked_sub(1).and_then(|it| objects.get(it)) {
        item.set("Prev", Object::Reference(*previous));
    }
    if let Some(next) = objects.get(at + 1) {
        item.set("Next", Object::Reference(*next));
    }
}
