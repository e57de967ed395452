"""Why a turn was given back stands beside the entry that was the reason: before it, or after it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from leads.entries.asking import (
    Claimed,
    ClaimedLate,
    CutShort,
    Declined,
    Explained,
    GivenBack,
    Lapsed,
    Resegmented,
    SegmentJudged,
    Undelivered,
    Withdrawn,
)
from leads.entries.hands import Assigned, Returned, Settled
from leads.entries.kinds import Entry, Said
from leads.proof.audit import Broken
from leads.turns import Back

BEFORE: Final[Mapping[Back, tuple[type[Said], ...]]] = {
    Back.ACCEPTED_REASON: (Explained,),
    Back.BAD_LEAD: (Settled,),
    Back.NOT_THEIRS: (SegmentJudged,),
}
AFTER: Final[Mapping[Back, tuple[type[Said], ...]]] = {
    Back.WITHDRAWN: (Assigned, Withdrawn, ClaimedLate),
    Back.REASSIGNED: (Assigned,),
    Back.RESEGMENTED: (Resegmented,),
    Back.TAKEN_AFTER_ALL: (Claimed, ClaimedLate, Assigned),
    Back.DECLINE_IS_FREE: (Declined, Returned),
    Back.LAPSE_IS_FREE: (Lapsed,),
    Back.UNDELIVERED: (Undelivered,),
    Back.CUT_SHORT: (CutShort,),
}


class Causes:
    """Fed in turn: `check` every entry in turn, then `end`."""

    def __init__(self) -> None:
        self._before: Entry | None = None
        self._open: list[tuple[int | None, GivenBack]] = []  # turns given back whose cause is still to come

    def check(self, entry: Entry) -> None:
        """Raises Broken if a turn is given back, and there is no cause for it."""
        if isinstance(entry.said, GivenBack) and entry.said.cause in AFTER:
            self._open.append((entry.lead, entry.said))
        elif self._open:
            self._close(entry)
        if isinstance(entry.said, GivenBack) and entry.said.cause not in AFTER:
            self._follows(entry.lead, entry.said)
        self._before = entry

    def _follows(self, lead: int | None, said: GivenBack) -> None:
        wanted, before = BEFORE[said.cause], self._before
        if before is None or not isinstance(before.said, wanted) or not _is_about(before, lead, said):
            raise Broken(f"{_words(lead, said)}, but no {_kinds(wanted)} says so")

    def end(self) -> bool:
        """Tells whether nothing must follow."""
        return not self._open

    def _close(self, cause: Entry) -> None:
        for lead, said in self._open:
            wanted = AFTER[said.cause]
            if not isinstance(cause.said, wanted) or not _is_about(cause, lead, said):
                raise Broken(f"{_words(lead, said)}, but no {_kinds(wanted)} follows")
        self._open.clear()


def _is_about(reason: Entry, lead: int | None, given_back: GivenBack) -> bool:
    """Of the same lead, and of the one who paid for it."""
    if reason.lead != lead:
        return False
    match reason.said:
        case Assigned() as said:
            whose = {Back.WITHDRAWN: given_back.who, Back.REASSIGNED: said.was}
            return whose.get(given_back.cause, said.who) == given_back.who
        case Resegmented() as said:
            return said.onward is not None and said.by != given_back.who
        case Lapsed() | CutShort() as said:
            return said.who == (given_back.who,)
        case Withdrawn():
            return True
        case ClaimedLate() as said:
            return given_back.cause is Back.WITHDRAWN or said.who == given_back.who
        case Explained(free=False) | Settled(bad=False) | SegmentJudged(agreed=False):
            return False
        case (
            Explained()
            | SegmentJudged()
            | Settled()
            | Claimed()
            | Declined()
            | Returned()
            | Undelivered() as said
        ):
            return said.who == given_back.who
    return False


def _words(lead: int | None, said: GivenBack) -> str:
    return f"lead {lead} gives {said.who} a turn back ({said.cause})"


def _kinds(wanted: tuple[type[Said], ...]) -> str:
    return " or ".join(each.kind for each in wanted)
