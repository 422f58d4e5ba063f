//! The structure tree: what reading programs follow (ISO 32000-1, 14.7 and 14.8).

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary, text_string};

use super::paint::single;
use super::sequences::Content;
use crate::drawing::Rect;
use crate::layout::{Layout, Node, NodeId, Role, Tag};

/// What hangs below a node.
#[derive(Clone, Copy)]
enum Kid {
    Node(usize),
    Content(Content),
    /// A link's annotation: page and object.
    Annotation(usize, ObjectId),
}

/// An annotation with the node it belongs to.
pub(super) struct Annotation {
    pub(super) page: usize,
    pub(super) object: ObjectId,
    pub(super) node: NodeId,
}

/// Adds the tree; returns the object of its root.
pub(super) fn write(
    file: &mut Document,
    layout: &Layout,
    pages: &[ObjectId],
    contents: &[Content],
    annotations: &[Annotation],
) -> ObjectId {
    let kids = kids(layout, contents, annotations);
    let needed = needed(layout, &kids);
    let root = file.new_object_id();
    let objects: Vec<Option<ObjectId>> = needed.iter().map(|it| it.then(|| file.new_object_id())).collect();
    for (at, node) in layout.nodes.iter().enumerate() {
        let Some(object) = objects[at] else { continue };
        let parent = node.parent.and_then(|parent| objects[parent.0]).unwrap_or(root);
        let mut element = dictionary! { "Type" => "StructElem", "S" => tag_name(&node.role), "P" => parent };
        describe(&mut element, node, at, layout);
        let (home, kids) = kids_of(&kids[at], &objects, pages);
        if let Some(home) = home {
            element.set("Pg", home);
        }
        element.set("K", kids);
        file.set_object(object, element);
    }
    let next_key = i64::try_from(pages.len() + annotations.len()).unwrap_or(i64::MAX);
    let numbers = parent_numbers(layout, contents, annotations, &objects);
    let parent_tree = file.add_object(dictionary! { "Nums" => numbers });
    file.set_object(
        root,
        dictionary! {
            "Type" => "StructTreeRoot",
            "K" => objects[0].map_or(Object::Null, Object::Reference),
            "ParentTree" => parent_tree,
            "ParentTreeNextKey" => next_key,
        },
    );
    root
}

/// Content and links in the order they were laid out, other children in the order of the nodes.
fn kids(layout: &Layout, contents: &[Content], annotations: &[Annotation]) -> Vec<Vec<Kid>> {
    let mut kids: Vec<Vec<Kid>> = vec![Vec::new(); layout.nodes.len()];
    let mut attached = vec![false; layout.nodes.len()];
    for content in contents {
        let node = content.node.0;
        if layout.nodes[node].role == Role::Link && !std::mem::replace(&mut attached[node], true) {
            let parent = layout.nodes[node].parent.map_or(0, |parent| parent.0);
            kids[parent].push(Kid::Node(node));
        }
        kids[node].push(Kid::Content(*content));
    }
    for annotation in annotations {
        kids[annotation.node.0].push(Kid::Annotation(annotation.page, annotation.object));
    }
    for (at, node) in layout.nodes.iter().enumerate() {
        if let Some(parent) = node.parent.filter(|_| node.role != Role::Link) {
            kids[parent.0].push(Kid::Node(at));
        }
    }
    kids
}

/// Nodes with content below them, and the empty cells of rows that have some.
fn needed(layout: &Layout, kids: &[Vec<Kid>]) -> Vec<bool> {
    let mut needed = vec![false; layout.nodes.len()];
    // Children come after their parents, so one pass from the end sees all of them.
    for at in (0..layout.nodes.len()).rev() {
        needed[at] = kids[at].iter().any(|kid| match kid {
            Kid::Node(child) => needed[*child],
            Kid::Content(_) | Kid::Annotation(..) => true,
        });
    }
    for (at, node) in layout.nodes.iter().enumerate() {
        let cell = matches!(node.role, Role::Cell { .. } | Role::ColumnHeader | Role::RowHeader);
        needed[at] |= cell && node.parent.is_some_and(|row| needed[row.0]);
    }
    needed
}

fn tag_name(role: &Role) -> &'static str {
    match role {
        Role::Document => "Document",
        Role::Section => "Sect",
        Role::Division => "Div",
        Role::Heading(1) => "H1",
        Role::Heading(2) => "H2",
        Role::Heading(_) => "H3",
        Role::Paragraph => "P",
        Role::List { .. } => "L",
        Role::Item => "LI",
        Role::Label => "Lbl",
        Role::ItemBody => "LBody",
        Role::Table => "Table",
        Role::TableHead => "THead",
        Role::TableBody => "TBody",
        Role::TableRow => "TR",
        Role::ColumnHeader | Role::RowHeader => "TH",
        Role::Cell { .. } => "TD",
        Role::Figure { .. } => "Figure",
        Role::Link => "Link",
    }
}

/// Alternative texts and attributes.
fn describe(element: &mut Dictionary, node: &Node, at: usize, layout: &Layout) {
    match &node.role {
        Role::List { numbered } => {
            let numbering = if *numbered { "Decimal" } else { "Disc" };
            element.set("A", dictionary! { "O" => "List", "ListNumbering" => numbering });
        }
        Role::ColumnHeader => element.set("A", dictionary! { "O" => "Table", "Scope" => "Column" }),
        Role::RowHeader => element.set("A", dictionary! { "O" => "Table", "Scope" => "Row" }),
        Role::Cell { span } if *span > 1 => {
            let span = i64::try_from(*span).unwrap_or(i64::MAX);
            element.set("A", dictionary! { "O" => "Table", "ColSpan" => span });
        }
        Role::Figure { alternative } => {
            element.set("Alt", text_string(alternative));
            if let Some(bounds) = bounds(layout, at) {
                let corners = corners(&bounds, layout.height);
                element.set("A", dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => corners });
            }
        }
        _ => {}
    }
}

fn bounds(layout: &Layout, node: usize) -> Option<Rect> {
    let groups = layout.pages.iter().flat_map(|page| &page.groups);
    groups.filter(|group| group.tag == Tag::Node(NodeId(node))).find_map(|group| group.bounds)
}

/// A rectangle as PDF writes it: left, bottom, right, top from the lower left corner of the page.
pub(super) fn corners(rect: &Rect, height: f64) -> Vec<Object> {
    [rect.x, height - rect.bottom(), rect.right(), height - rect.y]
        .map(|it| Object::Real(single(it)))
        .to_vec()
}

/// The page of an element's first own content, and what hangs below it.
fn kids_of(
    kids: &[Kid],
    objects: &[Option<ObjectId>],
    pages: &[ObjectId],
) -> (Option<ObjectId>, Vec<Object>) {
    let home = kids.iter().find_map(|kid| match kid {
        Kid::Content(content) => Some(content.page),
        Kid::Annotation(page, _) => Some(*page),
        Kid::Node(_) => None,
    });
    let written = |kid: &Kid| match kid {
        Kid::Node(child) => objects[*child].map(Object::Reference),
        Kid::Content(content) if Some(content.page) == home => Some(content.sequence.into()),
        Kid::Content(Content { page, sequence, .. }) => {
            Some(dictionary! { "Type" => "MCR", "Pg" => pages[*page], "MCID" => *sequence }.into())
        }
        Kid::Annotation(page, object) => {
            Some(dictionary! { "Type" => "OBJR", "Obj" => *object, "Pg" => pages[*page] }.into())
        }
    };
    (home.map(|page| pages[page]), kids.iter().filter_map(written).collect())
}

/// From the pages' marked sequences and the annotations back to the nodes.
fn parent_numbers(
    layout: &Layout,
    contents: &[Content],
    annotations: &[Annotation],
    objects: &[Option<ObjectId>],
) -> Vec<Object> {
    let owner = |node: NodeId| objects[node.0].map_or(Object::Null, Object::Reference);
    let mut numbers = Vec::new();
    for page in 0..layout.pages.len() {
        let owners: Vec<Object> =
            contents.iter().filter(|it| it.page == page).map(|it| owner(it.node)).collect();
        numbers.push(Object::Integer(i64::try_from(page).unwrap_or(i64::MAX)));
        numbers.push(owners.into());
    }
    for (at, annotation) in annotations.iter().enumerate() {
        numbers.push(Object::Integer(i64::try_from(layout.pages.len() + at).unwrap_or(i64::MAX)));
        numbers.push(owner(annotation.node));
    }
    numbers
}
