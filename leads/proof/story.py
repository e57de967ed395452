"""What became of one lead, told again from its entries in the ledger alone: who had it, why, and at what cost.

Today's balances, teams and schemes play no part: whoever asks in a year reads what was decided then.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from leads.entries.asking import (
    Claimed,
    ClaimedLate,
    Cost,
    CutShort,
    Declined,
    Explained,
    GivenBack,
    Handed,
    Lapsed,
    Offered,
    Resegmented,
    SegmentJudged,
    Undelivered,
    Waiting,
    Withdrawn,
)
from leads.entries.clients import ClientsJoined, ClientsParted
from leads.entries.hands import Assigned, Closed, Imported, Kept, Reopened, Returned, Settled
from leads.entries.kinds import Said
from leads.lead import Before, Due, Outcome, Step, Word
from leads.ledger import Sealed
from leads.past import Past, past_of
from leads.presence import Absence, Cut
from leads.proof.audit import opened
from leads.schemes.base import Candidate, Situation
from leads.situations import situation_of


class Ending(StrEnum):
    """Says what became of one offer."""

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
    cut: dict[str, Cut] = field(default_factory=dict)  # who ceased to be there while they were asked
    claimed_by: str | None = None
    payer: str | None = None  # whom it cost a turn
    given_back: str | None = None  # why that turn was given back
    excuse: Explained | None = None  # a reason that the office accepts, which the norm has judged
    word: Word | None = None  # declined as of another segment: what the head says of that
    window: float = 0.0  # seconds in which whoever tapped took part
    among: Mapping[str, int] = field(
        default_factory=dict
    )  # of these it was decided who has it: their credit, in units

    def candidate(self, who: str) -> Candidate | None:
        """Tells where this person stood, if they could have had the lead."""
        here = self.situation.candidates if self.situation else ()
        return next((c for c in here if c.id == who), None)


@dataclass(frozen=True, slots=True)
class Kinship:
    """Somebody, by id, has said that the clients of these leads, by number, are one; `parted`: or are two after all."""

    at: datetime
    by: str
    leads: tuple[int, ...]
    others: tuple[int, ...]
    parted: bool

    def beside(self, number: int) -> tuple[int, ...]:
        """Returns the leads on the other side."""
        return self.others if number in self.leads else self.leads


@dataclass(slots=True)
class Story:
    """All that the entries say so far."""

    segment: str = ""
    chapters: list[Chapter] = field(default_factory=list)
    holder: str | None = None  # who has it, or had it when it was closed
    outcome: Outcome | None = None  # closed
    waiting: Due | None = None  # nobody has it, and this is waited for
    withdrawn: bool = False  # taken back before anybody had it
    added_to: int | None = None  # taken back, and added to the lead with this number
    kin: list[Kinship] = field(default_factory=list)
    last: Sealed | None = None  # the last decision
    own: bool = False  # whoever has it brought it in
    past: Past | None = None  # it was over before Fairlead: a file told of it

    def before(self, chapter: Chapter) -> Before:
        """Tells what had become of the lead when this chapter began."""
        place = next(n for n, one in enumerate(self.chapters) if one is chapter)
        earlier = self.chapters[:place]
        if any(one.claimed_by for one in earlier):
            return Before.RETURNED
        asked = any(one.ending is not Ending.UNDELIVERED for one in earlier)
        return Before.UNTAKEN if asked else Before.UNASKED

    def leaves_out(self, who: str) -> bool:
        """Tells whether this person is none of those it was ever meant for; False where the entries do not say."""
        says_so = any(chapter.situation or chapter.out for chapter in self.chapters)
        return says_so and not any(
            who in c.offered or who in c.out or c.candidate(who) for c in self.chapters
        )


def tell(entries: Iterable[Sealed]) -> Story:
    """Tells the story of one lead; `entries` are its own, and those of who its client is, oldest first.

    Raises Broken for one that is not whole.
    """
    story = Story()
    for entry in entries:
        _goes_on(story, opened(entry).said, entry)
    return story


def _goes_on(story: Story, said: Said, entry: Sealed) -> None:  # noqa: C901 - one line a kind
    match said:
        case Handed():
            story.segment, story.last = said.segment, entry
        case Imported():
            _imported(story, said, entry)
        case Offered():
            _offered(story, said, entry)
        case Assigned():
            _assigned(story, said, entry)
        case Kept():
            story.holder, story.own, story.last = said.who, True, entry
        case Claimed():
            _claimed(story, said)
        case ClaimedLate():
            _claimed_late(story, said, entry)
        case Declined():
            _answers(story.chapters[-1], said.who, Ending.DECLINED)
        case Explained():
            _explained(story, said)
        case SegmentJudged():
            _of(story, said.who).word = Word.AGREED if said.agreed else Word.REFUSED
        case Undelivered():
            _answers(story.chapters[-1], said.who, Ending.UNDELIVERED)
        case CutShort():
            _cut_short(story, said)
        case Lapsed():
            story.chapters[-1].ending = Ending.LAPSED
        case Resegmented():
            _resegmented(story, said, entry)
        case Returned():
            story.chapters[-1].ending, story.holder = Ending.RETURNED, None
        case GivenBack():
            _given_back(story, said)
        case Waiting():
            story.waiting = said.reason
        case Withdrawn():
            story.withdrawn, story.waiting, story.added_to = True, None, said.into
            if story.chapters:
                _leaves(story.chapters[-1])
        case Closed():
            story.outcome = said.outcome
        case Settled():
            story.outcome = Outcome.BAD if said.bad else None
        case Reopened():
            _reopened(story, said)
        case ClientsJoined() | ClientsParted():
            parted = isinstance(said, ClientsParted)
            story.kin.append(Kinship(entry.at, said.by, said.leads, said.others, parted))


def _imported(story: Story, said: Imported, entry: Sealed) -> None:
    story.past, story.last = past_of(said), entry
    story.segment, story.holder, story.outcome = said.segment, said.who, said.outcome


def _offered(story: Story, said: Offered, entry: Sealed) -> None:
    story.waiting, story.last = None, entry
    story.chapters.append(chapter_of(said, entry.at))


def chapter_of(said: Offered, at: datetime) -> Chapter:
    """Returns how an offer begins that is made at this moment."""
    return Chapter(
        at=at,
        step=said.step,
        scheme=said.scheme,
        reason=said.reason,
        offered=said.offered,
        figures=said.figures,
        situation=situation_of(said.evidence) if said.evidence else None,
        out=said.out,
        by=said.by,
        fair=said.fair,
        payer=_payer(said.turn),
        window=said.window,
    )


def _assigned(story: Story, said: Assigned, entry: Sealed) -> None:
    if story.chapters:
        _leaves(story.chapters[-1])
    chapter = Chapter(entry.at, Step.ASSIGN, "", "by_hand", (said.who,), by=said.by, fair=said.fair)
    chapter.ending, chapter.claimed_by, chapter.payer = Ending.CLAIMED, said.who, _payer(said.turn)
    story.chapters.append(chapter)
    story.holder, story.waiting, story.last = said.who, None, entry


def _claimed_late(story: Story, said: ClaimedLate, entry: Sealed) -> None:
    _leaves(story.chapters[-1])
    chapter = Chapter(entry.at, Step.LATE, "", "late", (said.who,))
    chapter.ending, chapter.claimed_by, chapter.payer = Ending.CLAIMED, said.who, _payer(said.turn)
    story.chapters.append(chapter)
    story.holder, story.waiting, story.last = said.who, None, entry


def _resegmented(story: Story, said: Resegmented, entry: Sealed) -> None:
    story.segment = said.segment
    if said.onward:
        if story.chapters:
            _leaves(story.chapters[-1])
        story.holder, story.last = None, entry


def _leaves(chapter: Chapter) -> None:
    """By hand the lead goes to somebody else."""
    if chapter.ending is Ending.CLAIMED:
        chapter.ending = Ending.REASSIGNED
    elif chapter.ending is Ending.OPEN:
        chapter.ending = Ending.CHOSEN if chapter.step is Step.CHOOSE else Ending.WITHDRAWN


def _claimed(story: Story, said: Claimed) -> None:
    chapter = story.chapters[-1]
    chapter.ending, chapter.claimed_by = Ending.CLAIMED, said.who
    chapter.among = {shown.id: shown.credit for shown in said.among}
    chapter.payer = chapter.payer or _payer(said.turn)
    story.holder = said.who


def _reopened(story: Story, said: Reopened) -> None:
    story.outcome = None
    if said.turn:
        its = next(one for one in reversed(story.chapters) if one.claimed_by == said.who)
        its.payer, its.given_back = said.who, None


def _answers(chapter: Chapter, who: str, ending: Ending) -> None:
    """An offer to several is over only when nobody is left who could claim it."""
    chapter.answered.add(who)
    if chapter.answered >= set(chapter.offered):
        chapter.ending = ending


def _explained(story: Story, said: Explained) -> None:
    if said.counted is not None:
        _of(story, said.who).excuse = said
    if said.asked:
        _of(story, said.who).word = Word.ASKED


def _of(story: Story, who: str) -> Chapter:
    """The last time that somebody was asked alone and declined."""
    alone = (c for c in reversed(story.chapters) if c.offered == (who,))
    return next(c for c in alone if c.ending is Ending.DECLINED)


def _cut_short(story: Story, said: CutShort) -> None:
    for who in said.who:
        story.chapters[-1].cut[who] = said.why
        _answers(story.chapters[-1], who, Ending.CUT_SHORT)


def _given_back(story: Story, said: GivenBack) -> None:
    for chapter in story.chapters:
        if chapter.payer == said.who and not chapter.given_back:
            chapter.given_back = said.cause


def _payer(turn: Cost | None) -> str | None:
    return turn.payer if turn else None
