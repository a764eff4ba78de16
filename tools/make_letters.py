"""Make the letters of the share image from the Hershey fonts, as the package hershey-fonts carries them.

    pip install hershey-fonts==2.1.0
    python -m tools.make_letters

The face is Hershey's triplex roman: strokes of a pen, from which letters of any size are drawn without a font file.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from HersheyFonts import HersheyFonts  # type: ignore[import-not-found]  # only needed here

TARGET = Path(__file__).parent.parent / "generator" / "stages" / "website" / "exports" / "data" / "letters.json"
FACE = "rowmant"


def main() -> None:
    """Write width and strokes of every letter; x counts from the letter's left side, y from its base line down."""
    face = HersheyFonts()
    face.load_default_font(FACE)
    letters = {}
    for letter, glyph in sorted(face.all_glyphs.items()):
        left, base = int(glyph.left_offset), int(glyph.base_line)
        strokes = [[value for x, y in stroke for value in (x - left, y - base)] for stroke in glyph.strokes]
        letters[letter] = [int(glyph.char_width), strokes]
    height = int(face.all_glyphs["H"].base_line - face.all_glyphs["H"].cap_line)
    content = {"source": "Hershey, triplex roman", "height": height, "letters": letters}
    TARGET.write_text(json.dumps(content, separators=(",", ":")) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(letters)} letters, {TARGET.stat().st_size // 1024} KB\n")


if __name__ == "__main__":
    main()
