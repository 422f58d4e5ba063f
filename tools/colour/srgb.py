#!/usr/bin/env python3
"""Writes `crates/typeset/assets/colour/srgb.icc`: the smallest complete sRGB profile (ICC.1:2004-10, version 4.2).

The numbers are those of IEC 61966-2-1, adapted to D50 with the Bradford matrix, as the ICC publishes them. The tone
curve is the standard's own formula, not a table, so the profile is exact and half a kilobyte. No foreign file is
copied, so no foreign licence applies.
"""

import struct
from pathlib import Path


def s15(*values: float) -> bytes:
    return b"".join(struct.pack(">i", round(value * 65536)) for value in values)


def text(words: str) -> bytes:
    data = words.encode("utf-16-be")
    return b"mluc" + bytes(4) + struct.pack(">II", 1, 12) + b"enUS" + struct.pack(">II", len(data), 28) + data


def xyz(*values: float) -> bytes:
    return b"XYZ " + bytes(4) + s15(*values)


# y = ((x + 0.055) / 1.055) ^ 2.4 from 0.04045 on, x / 12.92 below (function type 3).
curve = b"para" + bytes(4) + struct.pack(">HH", 3, 0) + s15(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
chad = b"sf32" + bytes(4) + s15(1.047882, 0.022919, -0.050201, 0.029587, 0.990479, -0.017059, -0.009232, 0.015076, 0.751678)

tags = [
    (b"desc", text("sRGB")),
    (b"cprt", text("No copyright")),
    (b"wtpt", xyz(0.9642, 1.0, 0.8249)),
    (b"chad", chad),
    (b"rXYZ", xyz(0.436066, 0.222488, 0.013916)),
    (b"gXYZ", xyz(0.385147, 0.716873, 0.097076)),
    (b"bXYZ", xyz(0.143066, 0.060608, 0.714096)),
    (b"rTRC", curve),
    (b"gTRC", curve),
    (b"bTRC", curve),
]

table, body, at, seen = b"", b"", 128 + 4 + 12 * len(tags), {}
for name, data in tags:
    if data not in seen:
        seen[data] = at + len(body)
        body += data + bytes(-len(data) % 4)
    table += name + struct.pack(">II", seen[data], len(data))

header = bytearray(128)
header[8:12] = struct.pack(">I", 0x04200000)
header[12:24] = b"mntrRGB XYZ "
header[24:36] = struct.pack(">6H", 2026, 1, 1, 0, 0, 0)
header[36:40] = b"acsp"
header[68:80] = s15(0.9642, 1.0, 0.8249)
profile = bytes(header) + struct.pack(">I", len(tags)) + table + body
profile = struct.pack(">I", len(profile)) + profile[4:]

target = Path(__file__).resolve().parents[2] / "crates" / "typeset" / "assets" / "colour" / "srgb.icc"
target.parent.mkdir(parents=True, exist_ok=True)
target.write_bytes(profile)
