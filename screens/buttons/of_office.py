"""What is tapped of the office itself: its people, its schemes, and what could not be handled."""

from __future__ import annotations

from enum import StrEnum

from screens.buttons.base import CallbackData, Number


class BringBack(CallbackData, prefix="line"):
    """Whoever is on pause is at work again, by the head's hand."""

    who: str


class PassOn(CallbackData, prefix="passon"):
    """All open leads of this person go on: by the rule (`to` is `+`), or to one, who is named by `short`.

    `to` empty: show the list; `-`: put the list away.
    """

    person: str
    to: str = ""


class PickScheme(CallbackData, prefix="rule"):  # as the first of them were called
    """`scheme` empty: show the schemes of this segment; `-`: put them away."""

    segment: str
    scheme: str = ""


class Reserve(CallbackData, prefix="reserve"):
    """Whether balance decides where the head stays silent."""

    segment: str
    on: bool


class Invite(CallbackData, prefix="invite"):
    """`person` is the short id, or a role's name after a plus: `+manager` makes a new person."""

    person: str


class Replace(CallbackData, prefix="replace"):
    """The administrator's word on a link that will take this person's account from them."""

    person: str
    sure: bool


class AsideDeed(StrEnum):
    SHOW = "show"
    HIDE = "hide"
    RETRY = "retry"
    LET_GO = "let_go"


class Aside(CallbackData, prefix="aside"):
    """An update that could not be handled, by its number; 0 where the deed is about the list."""

    deed: AsideDeed
    update: Number = 0


class Language(CallbackData, prefix="lang"):
    locale: str
