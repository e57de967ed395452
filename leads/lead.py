"""One lead and the offers that were made of it: what is known of them, and what it may be.

No personal data is in here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from leads.client import Cause
from leads.presence import Cut
from leads.turns import Turn

CUTS = frozenset(Cut)

MOST_AMOUNT: Final = 10**12
"""Of the office's currency: no sale brings more, and whoever writes more has made a slip."""

MOST_HUNDREDTHS: Final = MOST_AMOUNT * 100
"""The same as amounts are kept."""


class State(StrEnum):
    """A lead is in one of these states. WITHDRAWN is terminal; CLOSED is, unless it was by mistake."""

    DRAFT = "draft"  # the secretary has not handed it over
    WAITING = "waiting"  # handed over, with nobody to offer it to just now
    OFFERED = "offered"
    HELD = "held"  # one person owns it
    DISPUTED = "disputed"  # its owner calls it a bad lead, the head has not confirmed yet
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"  # taken back before anybody had it: it counts nowhere


HANDED = frozenset(State) - {State.DRAFT}
OWNED = frozenset({State.HELD, State.DISPUTED})
OVER = frozenset({State.CLOSED, State.WITHDRAWN})


class Step(StrEnum):
    """An offer comes from one of these."""

    OWNER = "owner"
    OFFER = "offer"  # by the scheme
    PULL = "pull"  # by the scheme: it waits for whoever asks for a lead
    CHOOSE = "choose"  # the head is asked whom to give it to
    EVERYONE = "everyone"
    HEAD = "head"
    DIRECTOR = "director"
    ASSIGN = "assign"  # by hand
    LATE = "late"  # whoever was asked before takes it after all


class Result(StrEnum):
    OPEN = "open"
    CLAIMED = "claimed"
    DECLINED = "declined"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"


class Word(StrEnum):
    """Says how far the head's word on a decline for a wrong segment has come."""

    ASKED = "asked"
    AGREED = "agreed"  # it is another's
    REFUSED = "refused"


class Outcome(StrEnum):
    WON = "won"
    LOST = "lost"
    BAD = "bad"


class Progress(StrEnum):
    NOT_REACHED = "not_reached"
    REACHED = "reached"
    MET = "met"
    INVOICED = "invoiced"


class Due(StrEnum):
    """Says what a lead's deadline is for."""

    AWAY = "away"  # whoever is asked ceases to be there before their time to answer is over
    ACK = "ack"  # an offer to one person waits for their answer
    STEP = "step"  # a step of the ladder waits
    OPENING = "opening"  # the office is closed
    RINGING = "ringing"  # everybody who could take it has other offers to answer
    WRAP_UP = "wrap_up"  # everybody who could take it has just taken another
    OWNER = "owner"  # the client's own manager is away and is waited for
    RETRY = "retry"  # nobody stands on any step
    REPEAT = "repeat"  # at the end of the ladder: say it again
    REMINDER = "reminder"  # held, and no outcome yet
    CALL_BACK = "call_back"  # held, and its client was promised a call
    MEETING = "meeting"  # held, and its client was promised a meeting
    FIRST_CONTACT = "first_contact"  # held, and nobody has called yet
    WINDOW = "window"  # offered to several, of whom some have tapped: it is decided then who of them has it
    HAND_OVER = "hand_over"  # a draft is handed over by itself


OF_HOLDERS: Final = frozenset({Due.REMINDER, Due.CALL_BACK, Due.MEETING, Due.FIRST_CONTACT})
"""Deadlines of a lead that somebody has."""


@dataclass(frozen=True, slots=True)
class Deadline:
    kind: Due
    at: datetime  # UTC


class Promised(StrEnum):
    """Says what a client was promised."""

    CALL_BACK = "call_back"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True)
class Appointment:
    """A call or a meeting that the client was promised, at its time (UTC). `told`: how far that has been told of."""

    what: Promised
    at: datetime
    told: int = 0


@dataclass(frozen=True, slots=True)
class LastMark:
    """The last mark while its holder has the lead: when it was made (UTC), and what it has changed.

    `again`: the same step had been marked before. `uncalled`: so often it had been told by then that nobody has called;
    None: somebody had. `first`: nobody had called the client ever. `kept_…`: the appointment that it has seen to.
    """

    at: datetime
    before: Progress | None  # what had been marked last by then
    again: bool
    first: bool
    uncalled: int | None = None
    kept_what: Promised | None = None
    kept_at: datetime | None = None
    kept_told: int | None = None


@dataclass(slots=True)
class Offer:
    step: Step
    scheme: str
    at: datetime
    people: tuple[str, ...]
    id: int | None = None  # None until stored
    result: Result = Result.OPEN
    answers: dict[str, str] = field(default_factory=dict)  # "declined", "unreachable", or a `Cut`
    claimed_by: str | None = None
    delivered_at: datetime | None = None
    closed_at: datetime | None = None
    turn: Turn | None = None  # charged and not given back
    reasons: dict[str, str] = field(default_factory=dict)  # why declined
    by: str | None = None  # who chose by hand: a secretary, a head
    fair: str | None = None  # chosen by hand: whom the rule would have chosen
    word: Word | None = None  # declined as of another segment: what the head says of that
    window: timedelta | None = None  # from the first tap on whoever taps takes part; None: the first has it
    wanted: tuple[str, ...] = ()  # who has tapped, in that order

    @property
    def alone(self) -> bool:
        """Made to one person by the rules, who answers for it with their turn."""
        return len(self.people) == 1 and (self.step is Step.OFFER or self.step is Step.OWNER)

    @property
    def for_all(self) -> bool:
        """Made to all who are there, of whom the one who claims it pays."""
        several = self.step is Step.OFFER and len(self.people) > 1
        return several or self.step is Step.EVERYONE or self.step is Step.PULL

    @property
    def cut(self) -> tuple[str, ...]:
        """Those who ceased to be there while they were asked."""
        return tuple(who for who, answer in self.answers.items() if answer in CUTS) if self.answers else ()

    @property
    def wanting(self) -> tuple[str, ...]:
        """Those who have tapped, and have neither declined nor gone since."""
        return tuple(who for who in self.wanted if who not in self.answers)

    @property
    def unanswered(self) -> tuple[str, ...]:
        return tuple(p for p in self.people if p not in self.answers)

    @property
    def asked(self) -> tuple[str, ...]:
        """Those who see the lead and may answer; what waits to be asked for is shown to nobody."""
        return () if self.step is Step.PULL else self.unanswered


@dataclass(slots=True)
class Lead:
    id: int
    segment: str
    number: int | None = None  # from 1, given at the hand-over
    state: State = State.DRAFT
    known: bool = False  # the client had been here before
    owner: str | None = None  # the client's own manager, or who holds an open lead of the same client
    source: str | None = None  # where it came from: "site", "phone"
    picked: str | None = None  # scheme secretary: whom they picked
    picked_by: str | None = None
    duplicate_of: int | None = None  # number of the open lead of the same client
    path: tuple[Step, ...] = ()  # the escalation ladder, fixed at the hand-over
    rung: int = 0  # the next step of the path
    ack_timeout: timedelta = timedelta(minutes=5)
    step_timeout: timedelta = timedelta(minutes=10)
    wait_for_owner: bool = False
    handed_at: datetime | None = None
    holder: str | None = None
    held_at: datetime | None = None
    taken_by: str | None = None  # the first who had it, whoever has it now
    taken_after: int | None = None  # in how many whole seconds from the hand-over they had it
    closed_at: datetime | None = None
    outcome: Outcome | None = None
    amount: int | None = None  # in hundredths of the office's currency
    lost_reason: str | None = None
    bad_reason: str | None = None  # why its holder calls it bad
    progress: Progress | None = None  # the last that was marked
    marks: tuple[Progress, ...] = ()  # all that ever were, each once, in the order of Progress
    last_mark: LastMark | None = None  # for whoever takes it back
    reminders: int = 0  # sent since the last sign of life
    repeats: int = 0  # at the end of the ladder
    appointment: Appointment | None = None
    uncalled: int | None = (
        None  # nobody has called since it was taken, and so often that was told; None: somebody has
    )
    contacted_by: str | None = None  # who called the client first
    contacted_after: int | None = None  # in how many whole seconds from the moment when they took the lead
    deadline: Deadline | None = None
    own: bool = False  # a manager has brought it in, and had it from the start
    waited: int | None = (
        None  # whole seconds from its first message to the hand-over; None: nobody counted them
    )
    overtook: int = 0  # so many older drafts of whoever took the call were not handed over before it
    by_itself: bool = False  # handed over when its time had come, by no hand
    added_to: int | None = None  # WITHDRAWN: number of the lead of the same client that it was added to
    erased: Cause | None = None  # why nothing of the client is stored any more


class Before(StrEnum):
    """Tells what had become of a lead by the time it was given to somebody."""

    UNASKED = "unasked"  # nobody had been asked
    UNTAKEN = "untaken"  # somebody had, and nobody had taken it
    RETURNED = "returned"  # somebody had had it, and was rid of it again


def before(earlier: Iterable[Offer]) -> Before:
    """Tells what the earlier offers of a lead came to. Whom Telegram did not reach was not asked."""
    found = Before.UNASKED
    for offer in earlier:
        if offer.claimed_by:
            return Before.RETURNED
        if any(offer.answers.get(who) != "unreachable" for who in offer.people):
            found = Before.UNTAKEN
    return found


def note_first(lead: Lead, who: str, now: datetime) -> None:
    """`who` has the lead now: if nobody had it before, they are the first."""
    if lead.taken_by is None and lead.handed_at:
        lead.taken_by, lead.taken_after = who, max(0, round((now - lead.handed_at).total_seconds()))


COSTLY: Final = frozenset({Step.OFFER, Step.PULL, Step.EVERYONE, Step.ASSIGN})
"""Whoever has a lead by one of these pays a turn for it, if they are a member of its segment."""

ASKS_NOBODY: Final = frozenset({Step.ASSIGN, Step.LATE, Step.PULL})
"""Whoever has a lead by one of these was not asked by it."""


def asked_before(offers: Sequence[Offer], who: str) -> Offer | None:
    """Returns the last offer by which this person was asked."""
    return next((o for o in reversed(offers) if who in o.people and o.step not in ASKS_NOBODY), None)


def missed(offers: Sequence[Offer], who: str) -> Offer | None:
    """Returns the last offer to this person, if they declined it, or were silent until its time was over.

    None of a lead that they have had since.
    """
    for offer in reversed(offers):
        if offer.claimed_by == who:
            return None
        if who in offer.people and offer.step not in ASKS_NOBODY:
            is_lapsed = offer.result is Result.LAPSED and who in offer.unanswered
            return offer if is_lapsed or offer.answers.get(who) == "declined" else None
    return None


def had_cost(offers: Sequence[Offer], who: str) -> bool:
    """Tells whether this person had the lead, at last, in a way that costs a turn; also if it was given back."""
    last = next((o for o in reversed(offers) if o.claimed_by == who), None)
    if last is None:
        return False
    if last.step is not Step.LATE:
        return last.step in COSTLY
    before = asked_before(offers, who)  # it costs what a claim of that offer would have
    return before is not None and before.step in COSTLY


MOST_CUTS = 3
"""So often an offer of one lead is cut short; whoever then was there for too short a time each time has had it."""


BEFORE_ALL: Final = frozenset({Step.OFFER, Step.PULL, Step.OWNER})
"""By these the rules ask some before they ask the whole team."""


def tried(offers: Iterable[Offer]) -> frozenset[str]:
    """Returns those whom the rules have offered a lead before the whole team, or who had it and is rid of it again.

    Whoever ceased to be there while they were asked is asked again.
    """
    asked, had, cut = set[str](), set[str](), Counter[str]()
    for offer in offers:
        if offer.step in BEFORE_ALL:
            cut.update(offer.cut)
            asked.update(who for who in offer.people if who not in offer.cut or cut[who] >= MOST_CUTS)
        if offer.claimed_by:
            had.add(offer.claimed_by)
    return frozenset(asked | had)


def cut_often(offers: Iterable[Offer], step: Step) -> bool:
    """Tells whether this step has been cut short as often as it may be."""
    return sum(offer.step is step and bool(offer.cut) for offer in offers) >= MOST_CUTS
