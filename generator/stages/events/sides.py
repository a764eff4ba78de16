"""Whether who says so is a side of the war, so that its word on a deed of war is a claim."""

from __future__ import annotations

from generator.stages.events.frames import names_in
from generator.stages.events.phrases import Range, head_of
from generator.stages.events.tokens import Line


def is_party(line: Line, speaker: Range | None, others: tuple[str, ...]) -> bool:
    """Whether a speaker is a side of the war, so that its word on a deed of war is a claim: an armed group, an
    army, or a name among those that take part in the event (`others`)."""
    if speaker is None:
        return False
    kinds = line.words.words["party_kinds"]
    for name in names_in(line, speaker):
        if name.actor is None or name.actor.kind in line.words.name_kinds["peacekeeping"]:
            continue  # no side of the war, whatever its own part in it
        if name.actor.kind in kinds or name.actor.name in others:
            return True
    parties = line.words.words["party_nouns"]
    return any(line.lows[index] in parties for index in range(*speaker))


def is_own_word(line: Line, speaker: Range | None, agent: Range | None) -> bool:
    """Whether a group that nobody lists says so of itself: `the Front said it had shot down a helicopter`."""
    if speaker is None or speaker != agent:
        return False
    head = head_of(line, speaker)
    return line.tags[head] == "name" and head not in line.names
