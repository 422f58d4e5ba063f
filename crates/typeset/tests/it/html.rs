//! The HTML back end.

use crate::demo_document::document;
use typeset::document::{Block, Text};
use typeset::html;

#[test]
fn the_page_fetches_nothing_and_runs_nothing() {
    let page = html::render(&document());
    assert!(page.contains("default-src 'none'"));
    for forbidden in ["<script", "src=\"http", "url(http", "@import", "<link", "<iframe", "onload="] {
        assert!(!page.contains(forbidden), "{forbidden}");
    }
}

#[test]
fn typed_markup_stays_text() {
    let mut document = document();
    let hostile = "</style></title><script>alert(1)</script><img src=x onerror=alert(1)>\" onclick=\"";
    document.title = hostile.into();
    document.sections[0].title = hostile.into();
    document.sections[0].blocks.push(Block::paragraph(
        Text::plain(hostile).bold(hostile).web(hostile, format!("https://x/{hostile}")).to(hostile, hostile),
    ));
    let page = html::render(&document);
    assert!(!page.contains("<script"));
    assert!(!page.contains("<img"));
    assert!(!page.contains("\" onclick"));
}

#[test]
fn only_safe_addresses_become_links() {
    let mut document = document();
    let text = Text::default()
        .web("Skript", "javascript:alert(1)")
        .web("Daten", "data:text/html,x")
        .web("Telefon", "tel:110");
    document.sections[0].blocks.push(Block::paragraph(text));
    let page = html::render(&document);
    assert!(!page.contains("javascript:") && !page.contains("data:text"));
    assert!(page.contains("href=\"tel:110\""));
}

#[test]
fn every_internal_link_has_its_target() {
    let page = html::render(&document());
    let targets: Vec<&str> =
        page.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(targets.len() > 3);
    for target in targets {
        assert!(page.contains(&format!("id=\"{target}\"")), "no element #{target}");
    }
}

#[test]
fn charts_are_pictures_with_words() {
    let page = html::render(&document());
    let charts = page.matches("<svg role=\"img\" aria-label=\"").count();
    assert_eq!(charts, 8);
    assert!(!page.contains("aria-label=\"\""));
    for chart in page.split("<svg ").skip(1).filter_map(|rest| rest.split("</svg>").next()) {
        assert!(!chart.contains("NaN") && !chart.contains("inf"), "{chart}");
    }
}

#[test]
fn elements_are_closed_in_order() {
    let page = html::render(&document());
    let start = page.find("<body>").expect("a body");
    let body = page[start..].trim_end().trim_end_matches("</html>");
    let mut open: Vec<&str> = Vec::new();
    for tag in body.split('<').skip(1).filter_map(|rest| rest.split('>').next()) {
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name), "</{name}>");
        } else if !tag.ends_with('/') && !["br", "img", "meta"].contains(&name) {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{open:?}");
}
