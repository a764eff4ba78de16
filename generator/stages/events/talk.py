"""Talk taken down: transcripts, whose turns open with who speaks (`ANN LEE, ANCHOR: Good evening.`)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.model.text import Sentence

TURN = re.compile(r"(?P<who>[^\W\d_a-z][^\W\d_a-z.'’-]+(?: [^\W\d_a-z][^\W\d_a-z.'’-]*){0,3})(?:,[^:.\n]{2,60})?:\s")
"""A name in capitals, perhaps with an office, before a colon."""
TURNS = 3
"""So many turns make a transcript ..."""
SPEAKERS = 2
"""... if so many speakers take them: a live page may put `UPDATE:` before every entry."""


def is_talk(sentences: Sequence[Sentence]) -> bool:
    """Whether an article is a transcript of what several people said to each other."""
    turns = [found["who"] for sentence in sentences if (found := TURN.match(sentence.text))]
    return len(turns) >= TURNS and len(set(turns)) >= SPEAKERS
