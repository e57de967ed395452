"""Why a lead went where it went."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from leads.proof.story import Story


@dataclass(frozen=True, slots=True)
class WhyView:
    """One lead's story, for one who asks. People go by their ids in it."""

    number: int
    timezone: ZoneInfo
    segment: str  # its name
    story: Story
    names: Mapping[str, str]  # by id
    reader: str  # id
    reader_sells: bool = True  # is a manager: somebody to whom leads are offered at all
