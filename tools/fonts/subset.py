#!/usr/bin/env python3
"""Makes the report's typeface from the official Source Sans 3 files.

Usage: python3 tools/fonts/subset.py SOURCE_TTF_DIRECTORY

SOURCE_TTF_DIRECTORY is the folder `TTF` of the npm package `source-sans` (see README.md beside this file).
Writes `crates/typeset/assets/fonts/waage-sans-<style>.ttf` (PDF, measuring) and `.woff2` (HTML). Needs fonttools and brotli.

Three things differ from a plain subset:

* The family is renamed. The licence reserves the name of the original for unmodified copies.
* Every code point gets a glyph of its own. The original draws a no-break space with the glyph of the space and a
  soft hyphen with the glyph of the hyphen; a PDF maps glyphs back to text, so shared glyphs would turn every
  space of an extracted text into a no-break space.
* Only kerning survives of the layout features: the report sets words one glyph per character.
"""

import copy
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

STYLES = {"regular": "Regular", "italic": "It", "semibold": "Semibold", "bold": "Bold"}
FAMILY = "Waage Sans"

# Western, Central and Eastern European names, Turkish, Vietnamese; Greek and Cyrillic; typographic signs.
RANGES = [
    (0x0020, 0x007E), (0x00A0, 0x017F), (0x018F, 0x0192), (0x01A0, 0x01B0), (0x01CD, 0x01D4), (0x01E6, 0x01E7),
    (0x01FA, 0x021B), (0x0259, 0x0259), (0x02C6, 0x02DD), (0x0384, 0x03CE), (0x0400, 0x045F), (0x0490, 0x0491),
    (0x1E80, 0x1E85), (0x1E9E, 0x1E9E), (0x1EA0, 0x1EF9),
    (0x2009, 0x200A), (0x2010, 0x2015), (0x2018, 0x201E), (0x2020, 0x2022), (0x2026, 0x2026), (0x202F, 0x2030),
    (0x2032, 0x2033), (0x2039, 0x203A), (0x2044, 0x2044), (0x2070, 0x2089), (0x20AC, 0x20AC), (0x2113, 0x2113),
    (0x2116, 0x2116), (0x2122, 0x2122), (0x2153, 0x215E), (0x2190, 0x2193), (0x2202, 0x2202), (0x2206, 0x2206),
    (0x2211, 0x2212), (0x221A, 0x221A), (0x221E, 0x221E), (0x222B, 0x222B), (0x2248, 0x2248), (0x2260, 0x2260),
    (0x2264, 0x2265), (0x25A0, 0x25A1), (0x25B2, 0x25B3), (0x25BC, 0x25BD), (0x25CB, 0x25CB), (0x25CF, 0x25CF),
    (0x2610, 0x2611), (0x2713, 0x2713), (0xFFFD, 0xFFFD),
]


def one_glyph_each(font: TTFont) -> None:
    """Gives every code point its own glyph."""
    order = font.getGlyphOrder()
    glyf, hmtx = font["glyf"], font["hmtx"]
    taken: dict[str, int] = {}
    for code, name in sorted(font.getBestCmap().items()):
        if taken.setdefault(name, code) == code:
            continue
        own = f"uni{code:04X}.own"
        order.append(own)
        glyf[own] = copy.deepcopy(glyf[name])
        hmtx[own] = hmtx[name]
        for table in font["cmap"].tables:
            if code in table.cmap:
                table.cmap[code] = own
    font.setGlyphOrder(order)


def rename(font: TTFont, style: str) -> None:
    names = font["name"]
    full, postscript = f"{FAMILY} {style.title()}", f"{FAMILY.replace(' ', '')}-{style.title()}"
    for record in list(names.names):
        if record.nameID in (1, 16):
            record.string = FAMILY
        elif record.nameID in (2, 17):
            record.string = style.title()
        elif record.nameID == 3:
            record.string = f"waage;{postscript}"
        elif record.nameID == 4:
            record.string = full
        elif record.nameID == 6:
            record.string = postscript
        elif record.nameID not in (0, 5, 13, 14):
            names.names.remove(record)


def make(source: Path, target: Path, style: str) -> None:
    wanted = [code for low, high in RANGES for code in range(low, high + 1)]
    options = subset.Options()
    options.layout_features = ["kern"]
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    options.drop_tables += ["DSIG", "BASE", "STAT", "GSUB", "gasp"]
    font = subset.load_font(str(source), options)
    one_glyph_each(font)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=wanted)
    cutter.subset(font)
    rename(font, style)
    # The stamp of the original: the same input gives the same bytes on every run.
    font.recalcTimestamp = False
    font.save(target / f"waage-sans-{style}.ttf")
    font.flavor = "woff2"
    font.save(target / f"waage-sans-{style}.woff2")


def main() -> None:
    source = Path(sys.argv[1])
    target = Path(__file__).resolve().parents[2] / "crates" / "typeset" / "assets" / "fonts"
    target.mkdir(parents=True, exist_ok=True)
    for style, stem in STYLES.items():
        make(source / f"SourceSans3-{stem}.ttf", target, style)


if __name__ == "__main__":
    main()
