"""What is tapped of the segments of the office: their order, their rules, their members, and the example to try."""

from __future__ import annotations

from enum import StrEnum

from screens.buttons.base import CallbackData
from screens.views.segments import Part


class SegmentDeed(StrEnum):
    UP = "up"
    DOWN = "down"
    RETIRE = "retire"  # surely: the pane before has asked
    TAKE_UP = "take-up"
    RENAME = "rename"


class OfSegment(CallbackData, prefix="segment"):
    """Does something with a segment; of all of them `segment` is empty."""

    deed: SegmentDeed
    segment: str = ""


class NewSegment(CallbackData, prefix="seg-new"):
    """Asks for the name of a new one; `rest`: the one that is named takes everything else."""

    rest: bool = False


class Tick(CallbackData, prefix="tick"):
    """Somebody (`short`) is in the segment from now on, or is not."""

    segment: str
    who: str
    on: bool


class TickHead(CallbackData, prefix="tick-h"):
    """Somebody (`short`) heads the segment from now on, or does not."""

    segment: str
    who: str
    on: bool


class AskPart(CallbackData, prefix="rule-ask"):
    """Asks for more of a part, to be typed. `segment` empty: of the one that is just being made."""

    part: Part
    segment: str = ""


class PutPart(CallbackData, prefix="rule-put"):
    """One value of a part (`short`, or as it is where the list of them is closed) stands in the rule, or does not."""

    part: Part
    value: str
    on: bool
    segment: str = ""


class NewSource(CallbackData, prefix="source-new"):
    """Asks for the name of a source that is picked by hand; the rule of the segment names it then."""

    segment: str = ""


class TryIt(CallbackData, prefix="try"):
    """Asks for an example: where would it go?"""
