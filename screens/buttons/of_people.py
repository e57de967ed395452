"""What is tapped of the people of the office: one of them changed, taken away, taken on again."""

from __future__ import annotations

from enum import StrEnum

from leads.office import Role
from screens.buttons.base import CallbackData


class Deed(StrEnum):
    """Says what is done with a person."""

    ASK = "ask"  # for another value of the field
    CLEAR = "clear"  # the field: the office's hours, no limit, no leave
    TEAM_IN = "team-in"  # of the segment, by `short`
    TEAM_OUT = "team-out"
    ROLE_IN = "role-in"
    ROLE_OUT = "role-out"
    SPEAK = "speak"  # this language
    PAUSE = "pause"
    BACK = "back"
    DISMISS = "dismiss"  # surely: the pane before has asked
    REHIRE = "rehire"
    AS_BEFORE = "as-before"  # hours and segments, of whoever is back


class OfPerson(CallbackData, prefix="pers"):
    """Does it with `who`, an id. `value`: the field, the role, the language, the segment."""

    deed: Deed
    who: str
    value: str = ""


class Revoke(CallbackData, prefix="revoke"):
    """Nobody comes in any more by the link whose SHA-256 begins like this."""

    link: str


class PickPeople(CallbackData, prefix="pick-people"):
    """Brings Telegram's own list of people; those who are picked there have this role."""

    role: Role


class AskList(CallbackData, prefix="pers-list"):
    """Asks for a list of people, to be sent as a file."""


class MakeListed(CallbackData, prefix="pers-make"):
    """Takes on everybody of the list that was sent."""
