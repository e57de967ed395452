"""A step of /setup as the administrator sees it; what a lead would do now; what a trial lead looks like."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from leads.office import Role


class SetUpStep(StrEnum):
    """Says at which step of its set-up an office stands, in their order."""

    NAME = "name"
    ZONE = "zone"
    HOURS = "hours"
    SHARING = "sharing"
    PEOPLE = "people"
    TRIAL = "trial"


class Fate(StrEnum):
    """Says what becomes of a lead that comes now."""

    OFFERED = "offered"  # somebody is asked
    EVERYBODY = "everybody"  # several at once
    RUNG = "rung"  # nobody sells now: it goes up the ladder
    WAITS = "waits"  # until somebody is there, or the opening
    NOBODY = "nobody"  # there is nobody at all


@dataclass(frozen=True, slots=True)
class Would:
    """`names`: who is asked; `until`: when the office opens, where that is what it waits for."""

    fate: Fate
    names: tuple[str, ...] = ()
    until: datetime | None = None


class Part(StrEnum):
    """Whose screen of the trial lead it is."""

    SECRETARY = "secretary"
    OFFERED = "offered"
    HOLDER = "holder"


@dataclass(frozen=True, slots=True)
class TrialScreen:
    """What `name` would see: the text is Telegram's HTML, `buttons` the words on each row of them."""

    part: Part
    name: str
    text: str
    buttons: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class SetUpView:
    """One step. `refused`: what was typed is not understood. `taken`: the step before, where it was answered just now.
    `is_over`: the office works.
    """

    step: SetUpStep
    is_over: bool
    is_put_off: bool
    refused: bool
    taken: SetUpStep | None
    name: str
    timezone: ZoneInfo
    now: datetime
    hours: Any  # as an office file says them
    scheme: str
    way: str | None  # what they do today, as they have said; None: nothing yet
    people: tuple[tuple[str, tuple[Role, ...]], ...]
    own_roles: tuple[Role, ...]
    left_over: tuple[Role, ...]  # which nobody has, and so go to the administrator
    would: Would
    trial: tuple[TrialScreen, ...]
