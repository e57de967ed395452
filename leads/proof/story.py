"""What became of one lead, told again from its entries in the ledger alone: who had it, why, and at what cost.

Today's balances, teams and schemes play no part: whoever asks in a year reads what was decided then.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from leads.evidence import situation_of
from leads.ledger import Sealed
from leads.past import Past, past_of
from leads.presence import Absence, Cut
from leads.scene import Before, Due, Outcome, Step
from leads.schemes.base import Candidate, Situation

Body = Mapping[str, Any]


class Ending(StrEnum):
    """What became of one offer."""

    OPEN = "open"
    CLAIMED = "claimed"
    DECLINED = "declined"
    LAPSED = "lapsed"
    UNDELIVERED = "undelivered"
    CUT_SHORT = "cut_short"  # whoever was asked had ceased to be there
    WITHDRAWN = "withdrawn"  # somebody gave the lead to somebody else meanwhile
    CHOSEN = "chosen"  # the head was asked to choose, and did
    RETURNED = "returned"  # claimed, and given back to the others
    REASSIGNED = "reassigned"  # claimed, and given to somebody else by hand


@dataclass(slots=True)
class Chapter:
    """One time that the lead was given to somebody. People go by their ids."""

    at: datetime
    step: Step
    scheme: str
    reason: str
    offered: tuple[str, ...]
    figures: Mapping[str, int] = field(default_factory=dict)
    situation: Situation | None = None  # what the choice was made from
    out: Mapping[str, Absence] = field(default_factory=dict)  # members left out
    by: str | None = None  # by hand: who chose
    fair: str | None = None  # by hand: whom the rule would have chosen
    ending: Ending = Ending.OPEN
    answered: set[str] = field(default_factory=set)
    cut: dict[str, Cut] = field(default_factory=dict)  # who ceased to be there while he was asked
    claimed_by: str | None = None
    payer: str | None = None  # whom it cost a turn
    given_back: str | None = None  # why that turn was given back

    def candidate(self, who: str) -> Candidate | None:
        """Where he stood, if he could have had the lead."""
        here = self.situation.candidates if self.situation else ()
        return next((c for c in here if c.id == who), None)


@dataclass(slots=True)
class Story:
    """All that the entries say so far."""

    segment: str = ""
    chapters: list[Chapter] = field(default_factory=list)
    holder: str | None = None  # who has it, or had it when it was closed
    outcome: Outcome | None = None  # closed
    waiting: Due | None = None  # nobody has it, and this is waited for
    last: Sealed | None = None  # the last decision
    past: Past | None = None  # it was over before Fairlead: a file told of it

    def before(self, chapter: Chapter) -> Before:
        """What had become of the lead when this chapter began."""
        place = next(n for n, one in enumerate(self.chapters) if one is chapter)
        earlier = self.chapters[:place]
        if any(one.claimed_by for one in earlier):
            return Before.RETURNED
        asked = any(one.ending is not Ending.UNDELIVERED for one in earlier)
        return Before.UNTAKEN if asked else Before.UNASKED

    def leaves_out(self, who: str) -> bool:
        """Whether he was none of those it was ever meant for; False where the entries do not say."""
        says_so = any(chapter.situation or chapter.out for chapter in self.chapters)
        return says_so and not any(
            who in c.offered or who in c.out or c.candidate(who) for c in self.chapters
        )


def tell(entries: Iterable[Sealed]) -> Story:
    """The story of one lead; `entries` are its own, oldest first."""
    story = Story()
    for entry in entries:
        goes_on = _GOES_ON.get(entry.kind)
        if goes_on:
            goes_on(story, json.loads(entry.body), entry)
    return story


def _handed(story: Story, body: Body, entry: Sealed) -> None:
    story.segment, story.last = body["segment"], entry


def _imported(story: Story, body: Body, entry: Sealed) -> None:
    story.past = past_of(body)
    story.segment, story.holder, story.outcome = story.past.segment, story.past.who, story.past.outcome
    story.last = entry


def _offered(story: Story, body: Body, entry: Sealed) -> None:
    story.waiting, story.last = None, entry
    story.chapters.append(
        Chapter(
            at=entry.at,
            step=Step(body["step"]),
            scheme=body["scheme"],
            reason=body["reason"],
            offered=tuple(body["offered"]),
            figures=body["figures"],
            situation=situation_of(body) if "candidates" in body else None,
            out={who: Absence(why) for who, why in body["out"].items()},
            by=body.get("by"),
            fair=body.get("fair"),
            payer=_payer(body),
        )
    )


def _assigned(story: Story, body: Body, entry: Sealed) -> None:
    if story.chapters:
        _leaves(story.chapters[-1])
    who, (by, fair) = body["who"], (body["by"], body["fair"])
    chapter = Chapter(entry.at, Step.ASSIGN, "", "by_hand", (who,), by=by, fair=fair, ending=Ending.CLAIMED)
    chapter.claimed_by, chapter.payer = who, _payer(body)
    story.chapters.append(chapter)
    story.holder, story.waiting, story.last = who, None, entry


def _leaves(chapter: Chapter) -> None:
    """By hand the lead goes to somebody else."""
    if chapter.ending is Ending.CLAIMED:
        chapter.ending = Ending.REASSIGNED
    elif chapter.ending is Ending.OPEN:
        chapter.ending = Ending.CHOSEN if chapter.step is Step.CHOOSE else Ending.WITHDRAWN


def _claimed(story: Story, body: Body, _: Sealed) -> None:
    chapter = story.chapters[-1]
    chapter.ending, chapter.claimed_by = Ending.CLAIMED, body["who"]
    chapter.payer = chapter.payer or _payer(body)
    story.holder = body["who"]


def _declined(story: Story, body: Body, _: Sealed) -> None:
    _answers(story.chapters[-1], body["who"], Ending.DECLINED)


def _undelivered(story: Story, body: Body, _: Sealed) -> None:
    _answers(story.chapters[-1], body["who"], Ending.UNDELIVERED)


def _answers(chapter: Chapter, who: str, ending: Ending) -> None:
    """An offer to several is over only when nobody is left who could claim it."""
    chapter.answered.add(who)
    if chapter.answered >= set(chapter.offered):
        chapter.ending = ending


def _cut_short(story: Story, body: Body, _: Sealed) -> None:
    for who in body["who"]:
        story.chapters[-1].cut[who] = Cut(body["why"])
        _answers(story.chapters[-1], who, Ending.CUT_SHORT)


def _lapsed(story: Story, _: Body, __: Sealed) -> None:
    story.chapters[-1].ending = Ending.LAPSED


def _returned(story: Story, _: Body, __: Sealed) -> None:
    story.chapters[-1].ending, story.holder = Ending.RETURNED, None


def _given_back(story: Story, body: Body, _: Sealed) -> None:
    for chapter in story.chapters:
        if chapter.payer == body["who"] and not chapter.given_back:
            chapter.given_back = body["cause"]


def _waiting(story: Story, body: Body, _: Sealed) -> None:
    story.waiting = Due(body["reason"])


def _closed(story: Story, body: Body, _: Sealed) -> None:
    story.outcome = Outcome(body["outcome"])


def _settled(story: Story, body: Body, _: Sealed) -> None:
    story.outcome = Outcome.BAD if body["bad"] else None


def _payer(body: Body) -> str | None:
    return body["turn"]["payer"] if body.get("turn") else None


_GOES_ON: Final[Mapping[str, Callable[[Story, Body, Sealed], None]]] = {
    "handed": _handed,
    "imported": _imported,
    "offered": _offered,
    "assigned": _assigned,
    "claimed": _claimed,
    "declined": _declined,
    "undelivered": _undelivered,
    "cut_short": _cut_short,
    "lapsed": _lapsed,
    "returned": _returned,
    "given_back": _given_back,
    "waiting": _waiting,
    "closed": _closed,
    "settled": _settled,
}
