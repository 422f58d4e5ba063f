//! Which blocks a page's end may not part.

use crate::document::Block;

/// Whether the end of a block stays on the page where the blocks after it begin: an introduction with what it
/// introduces, and anything with the remark that closes it. (Headings stay with what follows in any case.)
pub(super) fn belong_together(block: &Block, rest: &[Block]) -> bool {
    let mut rest = rest.iter().filter(|it| !matches!(it, Block::Anchor(_))).map(first_of);
    let (next, after) = (rest.next(), rest.next());
    let Some(next) = next else { return false };
    let block = last_of(block);
    if is_words(block) && is_shaped(next) {
        return true;
    }
    let introduces = after.is_some_and(is_shaped);
    match next {
        Block::Note(_) => !introduces && (is_words(block) || is_shaped(block)),
        Block::Small(_) => !introduces && is_shaped(block),
        _ => false,
    }
}

/// Words below a section's title that stand alone before its first heading: title and words stay with that.
pub(super) fn opens(block: &Block, rest: &[Block]) -> bool {
    is_words(block) && matches!(rest.first().map(first_of), Some(Block::Heading { .. }))
}

/// A list right below a heading.
pub(super) fn is_headed_list(heading: &Block, list: &Block) -> bool {
    matches!((heading, list), (Block::Heading { .. }, Block::List(_)))
}

fn first_of(block: &Block) -> &Block {
    match block {
        Block::Together(blocks) => blocks.first().map_or(block, first_of),
        _ => block,
    }
}

fn last_of(block: &Block) -> &Block {
    match block {
        Block::Together(blocks) => blocks.last().map_or(block, last_of),
        _ => block,
    }
}

fn is_words(block: &Block) -> bool {
    matches!(
        block,
        Block::Lead(_) | Block::Paragraph(_) | Block::Small(_) | Block::Note(_) | Block::Byline(_)
    )
}

/// Lists, tables, pictures and whatever stands in columns or boxes.
fn is_shaped(block: &Block) -> bool {
    matches!(
        block,
        Block::List(_)
            | Block::Terms(_)
            | Block::Table(_)
            | Block::Tiles(_)
            | Block::Ladder(_)
            | Block::Blanks(_)
            | Block::Figure(_)
            | Block::Columns(_)
            | Block::Flow(_)
            | Block::Boxed(_)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list() -> Block {
        Block::list(["a".into()])
    }

    fn check(blocks: &[Block], expected: bool) {
        assert_eq!(belong_together(&blocks[0], &blocks[1..]), expected, "{blocks:?}");
    }

    #[test]
    fn an_introduction_goes_with_its_list() {
        check(&[Block::paragraph("Es gilt:"), list()], true);
        check(&[Block::note("Es gilt:"), Block::Anchor("a".into()), Block::two_columns(vec![list()])], true);
        check(&[Block::small("Es gilt:"), Block::Together(vec![list()])], true);
    }

    #[test]
    fn a_closing_remark_goes_with_what_it_closes() {
        check(&[list(), Block::note("Keine Rechtsberatung.")], true);
        check(&[list(), Block::small("Mehr lohnt nicht.")], true);
        check(&[Block::paragraph("First."), Block::note("Second.")], true);
    }

    #[test]
    fn a_remark_below_a_title_goes_with_the_first_heading() {
        assert!(opens(&Block::note("Zur Orientierung."), &[Block::heading("Eins"), list()]));
        assert!(!opens(&Block::note("Zur Orientierung."), &[list()]));
    }

    #[test]
    fn running_text_may_part_anywhere() {
        check(&[Block::paragraph("Eins."), Block::paragraph("Zwei.")], false);
        check(&[Block::small("Eins."), Block::small("Zwei.")], false);
        check(&[list(), Block::paragraph("Danach.")], false);
        check(&[list()], false);
    }

    #[test]
    fn a_remark_that_introduces_something_goes_with_that() {
        check(&[list(), Block::note("Es gilt:"), list()], false);
    }
}
