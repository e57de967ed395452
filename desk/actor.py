"""Who is acting, and what they are told at once."""

from __future__ import annotations

from dataclasses import dataclass

from leads.office import Role
from leads.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor is the sender of one update. `chat` is their Telegram id; `person` is None for a stranger.

    `tap`: Telegram's id of the tap, which may come under several update ids.
    """

    update: int
    chat: int
    person: str | None
    name: str
    roles: frozenset[Role]
    locale: str
    tap: str | None = None
    heads: bool = False  # some segment


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply is the toast after a tap: what was done, or why not; `names` are the people concerned."""

    done: str | None = None
    refusal: Refusal | None = None
    names: tuple[str, ...] = ()


NOTHING = Reply()
