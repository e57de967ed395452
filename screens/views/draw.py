"""What a weekly draw's card is drawn from: before the draw no secret is in it, and no lot but the reader's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo


class Stage(StrEnum):
    ANNOUNCED = "announced"
    SET_ASIDE = "set_aside"  # the segment shares by another rule just now
    MISSED = "missed"  # its week is over
    HELD = "held"


@dataclass(frozen=True, slots=True)
class PlanDay:
    day: date
    name: str
    is_reader: bool


@dataclass(frozen=True, slots=True)
class Opened:
    """What is told once a draw is held."""

    secret: str
    lots: tuple[tuple[str, int], ...]  # names with their lots
    plan: tuple[PlanDay, ...]  # the days on which the office opens
    order: tuple[str, ...]  # names
    newcomers: tuple[str, ...]  # names of those who have joined since
    lots_text: str  # as it is hashed, with the short ids
    ids: tuple[str, ...]  # of those who were drawn, in the segment's order


@dataclass(frozen=True, slots=True)
class DrawView:
    stage: Stage
    segment: str  # its short id
    segment_name: str
    monday: date
    now: datetime
    timezone: ZoneInfo
    draw_at: datetime
    commitment: str
    thrown: tuple[str, ...]  # names of those who have thrown a lot
    may_throw: bool
    own_lot: int | None
    opened: Opened | None = None  # HELD only
