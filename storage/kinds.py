"""The kinds of cards: all that is to be known of each but how it is drawn (`desk/drawing.py`). One entry a kind."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum, auto, unique

from storage.subjects import (
    A_LEAD,
    A_LEAD_NUMBER,
    A_PERIOD,
    A_PERSON,
    A_QUESTION,
    A_ROSTER,
    A_SEGMENT,
    A_SWAP,
    A_WEEK,
    ANYTHING,
    THE_CHAT,
    AboutAny,
    Subject,
)

ANSWER = "answer"
"""What the rows of all answers to questions are called; the screen in their payload says which."""


class Urgency(IntEnum):
    """Says who goes first when Telegram's limits make them wait: the lowest."""

    OFFER = 0  # its time runs
    ANSWER = 1  # to somebody who has just tapped or written
    NEWS = 2  # a card elsewhere that has to stay true
    NOTE = 3
    SUMMARY = 4


class Change(Enum):
    """What may make a card untrue. Whoever changes it says so, and knows nothing of the cards."""

    LEAD = auto()  # what is known of a lead
    HANDS = auto()  # in whose hands a lead is, how it came there, and what it says of its client
    CHOICE = auto()  # among whom somebody may choose for a lead, and how they stand
    DRAW = auto()
    SWAP = auto()
    PROPOSAL = auto()
    DUTY = auto()  # who is on duty when
    FILE = auto()  # an office file was loaded
    OFFICE = auto()  # schemes and updates set aside, as /office shows them
    LEFT = auto()  # what somebody who goes leaves in their hands
    ROLES = auto()  # what somebody may do
    READER = auto()  # the language, the account, the roles or the teams of whoever reads it


class Holds(Enum):
    """Says what of a client is in a card, and so what an erasure does with it."""

    NOTHING = auto()
    STORED = auto()  # drawn from what is stored of the client: drawn again
    LISTED = auto()  # drawn from what is stored of many clients: drawn again, whoever is erased
    WORDS = auto()  # words of its own, never drawn again: other words, where they mention the client
    FILE = auto()  # a file with every client of some days: taken away, whoever is erased


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All of them are to be said of each kind."""

    word: str  # as it is stored and logged, and as the texts choose by
    about: AboutAny
    is_answer: bool  # to a question, or in the place of one
    urgency: Urgency  # where nobody says otherwise
    lasts: bool  # else it is said once, and after a while nobody needs to know that it was
    repeatable: bool  # may be sent once more when nobody knows whether it arrived
    at_once: bool  # little is read for it: it is drawn in the transaction that makes it due
    holds: Holds
    stale: frozenset[Change]  # what makes it untrue


def _kept_true(
    word: str,
    about: AboutAny,
    urgency: Urgency,
    *stale: Change,
    at_once: bool = False,
    holds: Holds = Holds.NOTHING,
) -> Facts:
    """What stands in a chat and stays true there; mostly nothing of a client is in it."""
    return Facts(
        word=word,
        about=about,
        is_answer=False,
        urgency=urgency,
        lasts=True,
        repeatable=True,
        at_once=at_once,
        holds=holds,
        stale=frozenset(stale),
    )


def _answer(
    word: str, about: AboutAny = A_QUESTION, urgency: Urgency = Urgency.ANSWER, *, at_once: bool = False
) -> Facts:
    """What somebody is told who asks: said once."""
    return Facts(
        word=word,
        about=about,
        is_answer=True,
        urgency=urgency,
        lasts=False,
        repeatable=False,
        at_once=at_once,
        holds=Holds.NOTHING,
        stale=frozenset(),
    )


def _lasting_answer(
    word: str,
    *stale: Change,
    about: AboutAny = THE_CHAT,
    at_once: bool = False,
    holds: Holds = Holds.NOTHING,
) -> Facts:
    """What is turned, opened and closed where it stands, and may have to be found again: one in each chat."""
    return Facts(
        word=word,
        about=about,
        is_answer=True,
        urgency=Urgency.ANSWER,
        lasts=True,
        repeatable=False,
        at_once=at_once,
        holds=holds,
        stale=frozenset(stale),
    )


def _list(word: str) -> Facts:
    """A list of leads: one in each chat, which says when it was true and is turned where it stands."""
    return _lasting_answer(word, Change.READER, at_once=True, holds=Holds.LISTED)


@unique
class CardKind(Enum):
    """Whatever can stand in a chat. Answers are called by their screens."""

    LEAD = Facts(
        word="lead",
        about=A_LEAD,
        is_answer=False,
        urgency=Urgency.NEWS,
        lasts=True,
        repeatable=True,
        at_once=True,
        holds=Holds.STORED,
        stale=frozenset({Change.LEAD, Change.HANDS, Change.CHOICE, Change.READER}),
    )
    FILES = Facts(
        word="files",
        about=A_LEAD,
        is_answer=False,
        urgency=Urgency.ANSWER,
        lasts=True,
        repeatable=False,
        at_once=True,
        holds=Holds.STORED,
        stale=frozenset({Change.HANDS, Change.READER}),
    )
    NOTE = Facts(
        word="note",
        about=ANYTHING,
        is_answer=False,
        urgency=Urgency.NOTE,
        lasts=False,
        repeatable=False,  # but for the few that wait for a tap
        at_once=True,
        holds=Holds.WORDS,
        stale=frozenset(),
    )
    SUMMARY = Facts(
        word="summary",
        about=A_PERIOD,
        is_answer=False,
        urgency=Urgency.SUMMARY,
        lasts=True,
        repeatable=False,  # the director would read the same day twice, and trust neither
        at_once=False,
        holds=Holds.NOTHING,
        stale=frozenset(),
    )
    PULL = _kept_true("pull", THE_CHAT, Urgency.OFFER, Change.FILE, Change.READER, at_once=True)
    SEAL = _kept_true("seal", A_PERIOD, Urgency.SUMMARY)
    SAMPLE = _kept_true("sample", A_PERIOD, Urgency.SUMMARY, Change.READER)
    MENU = _kept_true("menu", A_PERSON, Urgency.NEWS, Change.ROLES, at_once=True)
    DRAW = _kept_true("draw", A_WEEK, Urgency.NEWS, Change.DRAW, Change.READER)
    ROSTER = _kept_true("roster", THE_CHAT, Urgency.ANSWER, Change.DUTY, Change.READER)
    WEEK = _kept_true("week", A_SEGMENT, Urgency.ANSWER, Change.DUTY, Change.READER)
    SWAP = _kept_true("swap", A_SWAP, Urgency.NEWS, Change.SWAP, Change.FILE, Change.READER)
    PROPOSAL = _kept_true("proposal", A_ROSTER, Urgency.ANSWER, Change.PROPOSAL, Change.FILE, Change.READER)
    LEFT = _kept_true("left", A_PERSON, Urgency.NEWS, Change.LEFT, Change.READER, holds=Holds.LISTED)
    OFFICE = _lasting_answer("office", Change.OFFICE, Change.DUTY, holds=Holds.LISTED)
    SET_UP = _lasting_answer("setup", Change.READER)
    REPORT = _lasting_answer("report")
    WORKBOOK = _lasting_answer(
        "workbook", about=A_PERIOD, holds=Holds.FILE
    )  # is found where it is taken away
    BUNDLE = _lasting_answer("bundle", holds=Holds.FILE)
    OFFICE_FILE = _lasting_answer("office_file", holds=Holds.FILE)
    ME = _lasting_answer("me")
    LEADS = _list("leads")
    MINE = _list("mine")
    TAKEN = _list("taken")
    FOUND = _list("found")
    KEPT = _list("kept")
    TRIAL = Facts(
        word="trial",
        about=A_QUESTION,
        is_answer=False,
        urgency=Urgency.ANSWER,
        lasts=False,
        repeatable=False,
        at_once=False,
        holds=Holds.WORDS,  # the example, until it has been answered
        stale=frozenset(),
    )
    ERASING = Facts(
        word="erasing",
        about=THE_CHAT,
        is_answer=False,
        urgency=Urgency.ANSWER,
        lasts=False,
        repeatable=True,
        at_once=True,
        holds=Holds.WORDS,  # by which a client is to be found, until the client is erased
        stale=frozenset(),
    )
    PAST = Facts(
        word="past",
        about=THE_CHAT,
        is_answer=False,
        urgency=Urgency.ANSWER,
        lasts=False,
        repeatable=True,
        at_once=False,
        holds=Holds.WORDS,  # the first line of a file, which may have no header
        stale=frozenset(),
    )
    REJECTS = Facts(
        word="rejects",
        about=A_QUESTION,
        is_answer=False,
        urgency=Urgency.ANSWER,
        lasts=False,
        repeatable=False,
        at_once=False,
        holds=Holds.WORDS,  # lines of a file, until they have been sent
        stale=frozenset(),
    )
    PROTOCOL = _answer("protocol")
    HELP = _answer("help", at_once=True)
    QUEUE = _answer("queue")
    WHY = _answer("why", A_LEAD_NUMBER)
    WHATIF = _answer("whatif")
    INVITE = _answer("invite")
    INVITES = _answer("invites")
    MOVING = _answer("moving", A_PERSON)
    MOVE = _lasting_answer("move")
    ROSTER_NEWS = _answer("roster_news", A_ROSTER, Urgency.NOTE)

    _value_: Facts

    def __str__(self) -> str:
        return self.word

    @property
    def facts(self) -> Facts:
        return self._value_

    @property
    def word(self) -> str:
        return self._value_.word

    @property
    def row(self) -> str:
        """What its rows are called."""
        return ANSWER if self.facts.is_answer else self.word

    def subject(self, about: Subject) -> str:
        """Returns it as it is stored. Raises TypeError for what it cannot be about."""
        words = self.facts.about.words(about)
        if not self.facts.is_answer:
            return words
        return f"{self.word}:{words}" if words else self.word


KINDS = {kind.word: kind for kind in CardKind}


def kind_of(row: str, screen: str | None) -> CardKind | None:
    """Returns the kind of a stored card; None for one that another version has left behind."""
    return KINDS.get(screen or "" if row == ANSWER else row)


def stale_by(change: Change) -> tuple[CardKind, ...]:
    return tuple(kind for kind in KINDS.values() if change in kind.facts.stale)


def that_hold(*holds: Holds) -> tuple[CardKind, ...]:
    return tuple(kind for kind in KINDS.values() if kind.facts.holds in holds)
