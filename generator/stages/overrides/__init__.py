"""The editor's word: read `_editorial/`, bind linking to it, and apply it to the events."""

from generator.stages.overrides.apply import apply_overrides
from generator.stages.overrides.constrain import constrain
from generator.stages.overrides.read import read_editorial

__all__ = ["apply_overrides", "constrain", "read_editorial"]
