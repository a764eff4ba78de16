"""What every stage may know besides its inputs: the language, the names, the settings."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.gazetteer.gazetteer import Gazetteer
from generator.languages.pack import Pack
from generator.model.editorial import Editorial
from generator.settings import Settings


@dataclass(frozen=True, slots=True)
class Context:
    """Built once a run by the pipeline, handed to every stage, never changed."""

    pack: Pack
    gazetteer: Gazetteer
    settings: Settings = field(default_factory=Settings)
    editorial: Editorial = field(default_factory=Editorial)
