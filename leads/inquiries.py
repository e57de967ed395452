"""What a source tells of one client: that a form was filled in, that somebody has called, and in which words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Happened(StrEnum):
    """Says what has happened there."""

    FORM = "form"  # somebody has written: a form, a quiz, an advertisement's form, a letter
    MISSED = "missed"  # somebody has called, and nobody has answered
    ANSWERED = "answered"  # somebody has called, and was answered
    CALLED = "called"  # somebody of the office has called them, and was answered
    TRIED = "tried"  # somebody of the office has called them, and was not

    @property
    def is_call(self) -> bool:
        return self is not Happened.FORM


@dataclass(frozen=True, slots=True)
class Inquiry:
    """One client's words and numbers, as they came. Personal data, which no entry holds.

    `phones` are as they were written there, the client's own first. `text` has a line for each question that was asked,
    with its answer. `contacts`: whatever else the client may be reached by, as written. `region`, `segment` and `owner`
    are what the sender says of it; None: the rules decide. `at`: when it happened there; None: nobody says. `ours`: the
    extension of whoever of the office has spoken, as the telephone exchange calls it. `call`: what it calls the call,
    which ends several messages of it being one.
    """

    happened: Happened = Happened.FORM
    name: str | None = None
    phones: Sequence[str] = ()
    contacts: Sequence[str] = ()
    text: str = ""
    page: str | None = None
    advert: Sequence[str] = ()  # the utm marks, in their usual order
    source: str | None = None
    region: str | None = None
    segment: str | None = None
    owner: str | None = None
    at: datetime | None = None
    ours: str | None = None
    call: str | None = None


def is_empty(inquiry: Inquiry) -> bool:
    """Tells whether nobody could be called, written to or understood by it."""
    return not (inquiry.phones or inquiry.contacts or inquiry.text.strip())
