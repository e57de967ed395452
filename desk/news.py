"""What somebody is told in a message of its own, for it happened to a lead of theirs and they did not do it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from leads.entries.asking import ClaimedLate, SegmentJudged, Withdrawn
from leads.entries.hands import Amount, Assigned, Closed, Reopened, Settled
from leads.entries.kinds import Said
from leads.lead import Offer, Result
from leads.scene import Scene


@dataclass(frozen=True, slots=True)
class Word:
    """What is said to `who`: the text that `key` names, with these `args`. `to`: who has the lead now."""

    who: str
    key: str
    args: Mapping[str, Any] = field(default_factory=dict)
    by: str | None = None  # who did it
    to: str | None = None
    fresh: bool = False  # the lead's card comes anew, too


def words_for(said: Said, scene: Scene) -> Iterator[Word]:  # noqa: C901 - one line a kind
    """Tells who is to hear of an entry, and in which words; the scene is as the entry has left it."""
    lead, last = scene.lead, scene.offers[-1] if scene.offers else None
    match said:
        case Withdrawn(by=by, into=into) if (
            last and last.result is Result.WITHDRAWN and last.closed_at == lead.closed_at
        ):
            key, args = ("withdrawn-added", {"into": into}) if into else ("withdrawn", {})
            for who in last.asked:
                if who != by:
                    yield Word(who, key, args)
        case ClaimedLate(who=who) if (before := _cut_off(scene)) is not None:
            for other in before.unanswered if before.alone else ():
                yield Word(other, "claimed-late", to=who)
        case Assigned(by=by, who=who, was=str(was)) if was != by:
            yield Word(was, "taken-from-you", by=by, to=who)
        case Closed(who=who, by=str(by), outcome=outcome):
            yield Word(who, f"closed-{outcome}", by=by, fresh=True)
        case SegmentJudged(who=who, by=by, agreed=agreed):
            yield Word(who, "segment-agreed" if agreed else "segment-refused", by=by)
        case Settled(who=who, by=by, bad=bad) if who != by:
            yield Word(who, "settled-bad" if bad else "settled-good", by=by)
        case Reopened(by=by, who=who) if by != who and lead.holder == who:
            yield Word(who, "reopened", by=by, fresh=True)
        case Amount(by=str(by), who=who, amount=amount):
            yield Word(who, "amount-changed", {"amount": amount}, by)


def _cut_off(scene: Scene) -> Offer | None:
    """The offer before the last, where that one has ended it."""
    if len(scene.offers) < 2:
        return None
    before, last = scene.offers[-2:]
    is_ended_by_it = before.result is Result.WITHDRAWN and before.closed_at == last.at
    return before if is_ended_by_it else None
