"""What is tapped of the sources of the office: where leads come from."""

from __future__ import annotations

from enum import StrEnum

from screens.buttons.base import CallbackData


class SourceDeed(StrEnum):
    NEW = "new"  # asks for its name
    RENAME = "rename"  # asks for another
    SEGMENT = "segment"  # its leads are of the one that `value` names, or nothing: the rules decide
    REMOVE = "remove"  # surely: the pane before has asked


class OfSource(CallbackData, prefix="of-src"):
    """Does it with a source. `source` and `value`: `short` of ids."""

    deed: SourceDeed
    source: str = ""
    value: str = ""
