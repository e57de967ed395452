"""Where leads come from, set up with taps: kinds, addresses, what becomes of a lead, what an unread one says."""

from __future__ import annotations

from enum import StrEnum

from leads.sources import SourceKind
from screens.buttons.base import CallbackData, Number


class SourceDeed(StrEnum):
    RENAME = "rename"  # asks for another name
    KEYS = "keys"  # asks for the keys that the sender's own pages show
    SPEAKER = "speaker"  # asks whose extension which is
    STRAIGHT = "straight"  # its leads go on without a tap
    WAITS = "waits"  # they wait for the secretary
    RENEW = "renew"  # another address: the old one is nobody's
    REMOVE = "remove"
    RETRY = "retry"  # what could not be read is read once more


class OfSource(CallbackData, prefix="source"):
    deed: SourceDeed
    source: str


class MakeSource(CallbackData, prefix="source-make"):
    """Asks for the name of a new source of this kind."""

    kind: SourceKind


class PutSegment(CallbackData, prefix="source-seg"):
    """All leads of the source are this segment's, by `short`; empty: the rules decide."""

    source: str
    segment: str = ""


class FieldIs(StrEnum):
    PHONE = "phone"
    NAME = "name"


class SayField(CallbackData, prefix="field"):
    """Says which field of a request is what: from then on it is known for its source."""

    request: Number
    place: Number
    means: FieldIs


class PassOver(CallbackData, prefix="passover"):
    """Nobody is to be called for this request."""

    request: Number
