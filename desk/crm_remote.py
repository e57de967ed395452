"""The office's CRM as the desk sees it, whosever it is: what is asked of it, what it answers, what may go wrong.

How each of them is spoken to: `sources/crm`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any, Protocol, Self

from leads.crm import Crm
from leads.crm_client import ClientThere
from leads.crm_shown import Shown


class CrmError(Exception):
    """The CRM has not done what it was asked. `code`: what it calls that; nothing of a client is in it."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class CrmAwayError(CrmError):
    """It has not answered, or with an error of its own: what it was asked may be done all the same."""


class CrmBusyError(CrmError):
    """It was asked too often, has done nothing, and is to be left alone for so many seconds."""

    def __init__(self, code: str, seconds: float) -> None:
        super().__init__(code)
        self.seconds = seconds


class CrmRefusedError(CrmError):
    """It does not know the secret any more, or the account is blocked: it will do nothing that it is asked."""


class CrmRejectedError(CrmError):
    """It has not taken this one request: something in it is none of what the CRM knows."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a lead is there: by its number, and by the handle of what nobody has taken in yet."""

    id: str
    handle: str | None = None


@dataclass(frozen=True, slots=True, repr=False)
class NewLead:
    """A lead that is to be there, with its client: personal data, which go nowhere else.

    `number`: the lead's here; `since`: when it was handed over; `phones` as a telephone takes them.
    """

    number: int
    title: str
    since: datetime
    shown: Shown
    name: str | None = None
    phones: Sequence[str] = ()
    emails: Sequence[str] = ()
    words: str = ""
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person there. `contact`: an address, by which the same person may be known here."""

    id: int
    name: str
    contact: str = ""


@dataclass(frozen=True, slots=True)
class StageThere:
    """A stage there. `ends`: `won` or `lost` where it is one of the last; `pipeline`: in which it is, None: there are
    none; `line`: how that is called.
    """

    id: str
    name: str
    ends: str | None = None
    pipeline: int | None = None
    line: str = ""


@dataclass(frozen=True, slots=True)
class KnownThere:
    """Who works there, and which stages there are."""

    people: Sequence[Somebody] = ()
    stages: Sequence[StageThere] = ()

    def kept(self) -> dict[str, Any]:
        """Returns it as JSON keeps it."""
        return {
            "people": [asdict(one) for one in self.people],
            "stages": [asdict(one) for one in self.stages],
        }

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> Self:
        """Reads what `kept` has made; nothing where nothing is known."""
        people = tuple(Somebody(**one) for one in kept.get("people", ()))
        return cls(people, tuple(StageThere(**one) for one in kept.get("stages", ())))


Follow = Callable[[ClientThere], ClientThere]
"""Makes of a client as they are there how they are to be."""


class Remote(Protocol):
    """A CRM, as one knows it who has its secret. Each of these raises CrmError."""

    async def find(self, new: NewLead) -> Place | None:
        """Looks for a lead that may have been added since its hand-over."""

    async def add(self, new: NewLead) -> Place:
        """Adds it. Raises CrmAwayError where it may be there all the same."""

    async def put(self, place: Place, now: Shown, changes: Shown) -> Place:
        """Changes what is to be changed; `now`: how all of it is to be then. Raises CrmGoneError."""

    async def correct(self, place: Place, follow: Follow) -> None:
        """Has the client there be as `follow` makes it of what is there; nothing is asked where that is the same, or
        there is no client.
        """

    async def look(self, place: Place) -> Shown | None:
        """Returns what it shows; None where it is no more."""

    async def known(self) -> KnownThere:
        """Returns who works there, and the stages: the first thing that anybody asks, to see whether it answers."""


class CrmGoneError(CrmError):
    """The lead was there, and is no more."""


@dataclass(frozen=True, slots=True)
class Keys:
    """What opens a CRM: its address, and the secret. `locale`: the office's, in which reasons are told there."""

    crm: Crm
    secret: str = field(repr=False)
    locale: str


Connect = Callable[[Keys], Remote]
