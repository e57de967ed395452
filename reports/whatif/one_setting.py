"""A week of the office's past under another value of one setting: who would have had which lead, and after how long.

Both are played, the office as it is and as it would be, by people who answer alike: what differs is the doing of the
setting. Pure, and takes a moment: to be called in a thread where people wait.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from leads.lead import Lead
from leads.office import OF_OFFICE, OF_SEGMENT, Office, Segment
from reports.replay.runs import AS_SET_UP
from reports.whatif.past import Past
from reports.whatif.trying import replayed

K = TypeVar("K")
Run = Mapping[str, Lead]


@dataclass(frozen=True, slots=True)
class Differs:
    """What one value would have changed. `sooner`: seconds, of the leads that somebody takes either way, on average;
    negative where they wait longer. `untaken`: so many more leads that nobody takes.
    """

    others: int  # leads that somebody else takes, or nobody any more
    sooner: float
    untaken: int


def differences(past: Past, offices: Mapping[K, Office], segment: str = "") -> dict[K, Differs]:
    """Returns what each of these offices would have changed. `segment`: of whose leads; empty: of all."""
    present = _played(past, past.office, segment)
    return {key: _differs(present, _played(past, office, segment)) for key, office in offices.items()}


def counted(past: Past, segment: str = "") -> int:
    """Returns how many leads there are to compare."""
    return sum(not segment or lead.segment == segment for lead, _ in past.cases)


def _played(past: Past, office: Office, segment: str) -> Run:
    tried = replayed(AS_SET_UP, replace(past, office=_set_up_as(past.office, office)), past.events)
    leads = ((number, case.scene.lead) for number, case in tried.cases.items())
    return {number: lead for number, lead in leads if not segment or lead.segment == segment}


def _set_up_as(then: Office, now: Office) -> Office:
    """The people and teams of then, the settings of this one."""
    segments = {segment.id: segment for segment in now.segments}
    settings = {one.name: getattr(now, one.name) for one in OF_OFFICE}
    return replace(
        then,
        policy=now.policy,
        segments=tuple(_shared_as(old, segments.get(old.id, old)) for old in then.segments),
        **settings,
    )


def _shared_as(then: Segment, now: Segment) -> Segment:
    own = {one.name: getattr(now, one.name) for one in OF_SEGMENT}
    return replace(then, policy=now.policy, overrides=now.overrides, **own)


def _differs(present: Run, tried: Run) -> Differs:
    both = present.keys() & tried.keys()
    pairs = [(present[number], tried[number]) for number in sorted(both)]
    taken = [(a.taken_after, b.taken_after) for a, b in pairs]
    waits = [(a, b) for a, b in taken if a is not None and b is not None]
    return Differs(
        others=sum(a.taken_by != b.taken_by for a, b in pairs),
        sooner=sum(a - b for a, b in waits) / len(waits) if waits else 0.0,
        untaken=_untaken(tried, both) - _untaken(present, both),
    )


def _untaken(run: Run, those: Collection[str]) -> int:
    return sum(run[number].taken_by is None for number in those)
