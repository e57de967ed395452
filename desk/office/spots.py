"""Where a setting stands in the document of the office: in the office's own table, or in a segment's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from desk.changing import document_of
from desk.work import Work
from files.office_file.changes import Path
from files.office_file.changes import at as found_at
from files.office_file.dumping import Document, plain, written
from files.office_file.editing import put
from leads.office import OF_OFFICE, OF_POLICY, OF_SEGMENT, OFFICE_NAME, Role
from leads.refusals import Refusal, Refused
from leads.rights import CHANGES, Right, may
from leads.settings import OpeningHours, Setting
from screens.buttons.base import short
from screens.buttons.of_settings import about
from storage import offices

OF_THE_OFFICE: Final[Mapping[str, Setting]] = {
    setting.key: setting for setting in (OFFICE_NAME, *OF_OFFICE, *OF_POLICY)
}
OF_A_SEGMENT: Final[Mapping[str, Setting]] = {setting.key: setting for setting in (*OF_SEGMENT, *OF_POLICY)}
OWN: Final[Mapping[str, Setting]] = {setting.key: setting for setting in OF_SEGMENT}
TOLD: Final = frozenset(
    {"ack_timeout", "offers", "ladder", "step_timeout", "owner", "owner_wait", "offers_at_once"}
    | {"decline_costs_turn", "free_decline_reasons", "free_declines", "pause_after_lapses", "leave_buffer"}
    | {
        "wrap_up",
        "floor",
        "min_sample",
        "ceiling",
        "half_life",
        "stale_after",
        "window",
        "day_limit",
        "reserve",
    }
)
"""Settings by whose other values a week can be played again: they decide who is asked, and for how long."""
UNTOLD: Final = frozenset({"hours", "presence", "hand_over_after"})
"""These decide it, too, but the past does not tell who would have come, or when the secretary would have tapped."""
ALWAYS: Final = "always"
HOLIDAYS: Final = "holidays"


@dataclass(frozen=True, slots=True)
class Spot:
    """A setting at its place. `segment`: the id of the one whose it is; empty: the office's."""

    setting: Setting
    segment: str = ""

    @property
    def path(self) -> Path:
        """Where it stands in the document."""
        if self.segment:
            return "segments", self.segment, self.setting.key
        return "office", self.setting.key

    @property
    def at(self) -> str:
        """Where it stands, for a button."""
        return short(self.segment) if self.segment else ""

    @property
    def about(self) -> str:
        """What its pane is about."""
        return about(self.setting.key, self.at)

    @property
    def is_laid_over(self) -> bool:
        """Tells whether the office has a value of this name, which counts where the segment has none."""
        return bool(self.segment) and self.setting in OF_POLICY


def spot_of(work: Work, key: str, at: str = "") -> Spot | None:
    """Finds it; None for whatever is no setting, or a segment that is no more."""
    known = OF_A_SEGMENT if at else OF_THE_OFFICE
    segment = segment_at(work, at) if at else ""
    return Spot(known[key], segment) if key in known and segment is not None else None


def segment_at(work: Work, at: str) -> str | None:
    """Finds the id of a segment by itself or by its `short`; None for one that is no more."""
    active = (s.id for s in work.office.segments if not s.retired)
    return next((id for id in active if at in (id, short(id))), None)


def value_at(document: Mapping[str, Any], spot: Spot) -> Any:
    """Returns its value as the document spells it; None where it names none, and none counts but the office's.

    Opening hours come with whose holidays they keep.
    """
    value = counting(spot.path, found_at(document, spot.path))
    if isinstance(spot.setting.kind, OpeningHours) and not spot.segment:
        country = document["office"].get(HOLIDAYS)
        if country and value == ALWAYS:
            return {"mon-sun": "00:00-24:00", HOLIDAYS: country}
    return value


def counting(path: Path, value: Any) -> Any:
    """Returns what counts where this value stands: what a segment's table leaves out has the declared value."""
    own = OWN.get(path[-1]) if path[0] == "segments" and value is None else None
    return spelled_default(own) if own else value


def put_value(document: Document, spot: Spot, value: Any) -> None:
    """Puts it there; None takes it out. Raises KeyError for a segment that is no more."""
    if isinstance(spot.setting.kind, OpeningHours) and not spot.segment:
        put(document, ("office", HOLIDAYS), None)  # the hours name them
    put(document, spot.path, value)


def stands(work: Work, spot: Spot) -> Any:
    """Returns what it is now."""
    return value_at(document_of(offices.read_office(work.store)), spot)


def counts(work: Work, spot: Spot) -> Any:
    """Returns what counts there now: the office's value where a segment has none."""
    now = stands(work, spot)
    return default_of(work, spot) if now is None and spot.is_laid_over else now


def default_of(work: Work, spot: Spot) -> Any:
    """Returns what counts where nothing is set: the office's value for a segment, or the declared one."""
    if spot.is_laid_over:
        return stands(work, Spot(spot.setting))
    return spelled_default(spot.setting)


def spelled_default(setting: Setting) -> Any:
    """Returns the declared default as a file spells it; None where there is none."""
    if setting.default is None:
        return None
    return plain(written(setting, setting.default)).get(setting.key)


def is_told(spot: Spot) -> bool | None:
    """Tells whether last week can be played by another value; None where that would make no difference to any lead."""
    if spot.setting.key in TOLD:
        return True
    return False if spot.setting.key in UNTOLD else None


def right_of(key: str) -> Right:
    """Returns the right to change a setting of this name, of the office or of segments."""
    found = OF_THE_OFFICE.get(key) or OF_A_SEGMENT.get(key)
    return CHANGES[found.group] if found else Right.RUN


def may_change(roles: frozenset[Role] | tuple[Role, ...], setting: Setting) -> bool:
    return may(roles, CHANGES[setting.group])


def checked(work: Work, chat: int, key: str, at: str) -> Spot:
    """Returns the spot for whoever may change it. Raises Refused."""
    spot, person = spot_of(work, key, at), work.known(chat)
    if spot is None:
        raise Refused(Refusal.NO_SEGMENT if at else Refusal.UNFIT)
    if person is None or not may_change(person.roles, spot.setting):
        raise Refused(Refusal.NOT_FOR_YOU)
    return spot
