"""What may stand in an entry: the keys of its kind; ids, codes, numbers, times, digests. Never what was typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, Final, get_args
from zoneinfo import available_timezones

from leads.client import Cause, Correction
from leads.entries import kinds
from leads.entries.codec import keys
from leads.lead import Due, Outcome, Progress, Promised, Step
from leads.office import Role
from leads.presence import Absence, Cut
from leads.proof.audit import Broken, same
from leads.reasons import BadLeadReason, DeclineReason, RefusalReason, Unreached
from leads.schemes import SCHEMES
from leads.turns import Back
from leads.words import DIGEST, ID

KINDS: Final = {kind: keys(said, sometimes=False) for kind, said in kinds.KINDS.items()}
SOMETIMES: Final = {kind: keys(said, sometimes=True) for kind, said in kinds.KINDS.items()}

MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d{6})?([+-]\d\d:\d\d)?)?", re.ASCII)
SHARE: Final = re.compile(r"[0-9]{1,12}/[0-9]{1,12}")  # of a week's duty hours
FORMS: Final = (ID, MOMENT, DIGEST, SHARE)
WEEKDAYS: Final = r"[a-z]{3}(?:-[a-z]{3})?(?:,[a-z]{3}(?:-[a-z]{3})?)*"
HOURS: Final = re.compile(rf"(?:{WEEKDAYS} )?\d\d:\d\d(?:-\d\d:\d\d)?", re.ASCII)
COUNTRY: Final = re.compile(r"[A-Z]{2}(?:-[A-Z]{2,3})?")
TERMS: Final = "set_up.terms"
"""Where hours, time zones and whose holidays count may stand."""
LARGEST: Final = 10**40  # of a number; a balance in share units has half as many digits

_SCHEMES: Final = frozenset(SCHEMES)
_STEPS: Final = frozenset(map(str, Step))
_DUES: Final = frozenset(map(str, Due))
_STEPPED: Final = (
    "offered",
    "wanted",
    "claimed",
    "claimed_late",
    "declined",
    "cut_short",
    "undelivered",
    "lapsed",
)
CODES: Final[Mapping[str, frozenset[str]]] = {
    "appointed.what": frozenset(map(str, Promised)),
    "came_due.what": _DUES,
    "clock_put_back.reason": _DUES,
    "corrected.what": frozenset(map(str, Correction)),
    "cut_short.why": frozenset(map(str, Cut)),
    "closed.outcome": frozenset(map(str, Outcome)),
    "erased.cause": frozenset(map(str, Cause)),
    "explained.reason": frozenset(map(str, DeclineReason)),
    "given_back.cause": frozenset(map(str, Back)),
    "handed.path": _STEPS,
    "handed.scheme": _SCHEMES,
    "imported.outcome": frozenset(map(str, Outcome)),
    "invited.role": frozenset(map(str, Role)),
    "joined.roles": frozenset(map(str, Role)),
    "bad_reason.reason": frozenset(map(str, BadLeadReason)),
    "lost_reason.reason": frozenset(map(str, RefusalReason)),
    "claimed.out": frozenset(map(str, Absence)),
    "offered.out": frozenset(map(str, Absence)),
    "offered.scheme": _SCHEMES,
    "progress.progress": frozenset(map(str, Progress)),
    "reserve_changed.after": _SCHEMES,
    "reserve_changed.before": _SCHEMES,
    "scheme_switched.after": _SCHEMES,
    "scheme_switched.before": _SCHEMES,
    "resegmented.onward": _STEPS | _SCHEMES,
    "unmarked.progress": frozenset(map(str, Progress)),
    "unreachable.why": frozenset(get_args(Unreached)),
    "waiting.reason": _DUES,
    **{f"{kind}.step": _STEPS for kind in _STEPPED},
}
"""Closed lists, by kind of entry and key. What is in none has one of the `FORMS`."""

TYPED_ONCE: Final = frozenset({"handed.source", "imported.source"})
"""Before there was a sealed set-up, these held a source as a file of past leads had called it."""


def check_shape(kind: str, lead: int | None, body: Mapping[str, Any], *, is_old: bool = False) -> None:
    """Checks that there is such a kind, about a lead or about none, and the entry holds what it holds.

    Raises Broken.

    `is_old`: as of `check_forms`.
    """
    if kind not in KINDS:
        raise Broken(f"there is no entry of the kind {kind!r}")
    same("whether it is about a lead", lead is not None, kind in kinds.OF_A_LEAD)
    if body.keys() != KINDS[kind]:
        same("what is missing in it", sorted(KINDS[kind] - body.keys()), [])
        same("what it holds beside", sorted(body.keys() - KINDS[kind] - SOMETIMES[kind]), [])
    check_forms(kind, body, is_old=is_old)


def check_forms(kind: str, body: Mapping[str, Any], *, is_old: bool = False) -> None:
    """Raises Broken, naming the place. `is_old`: no set-up was sealed before this entry."""
    for key, value in body.items():
        place = f"{kind}.{key}"
        if not (is_old and place in TYPED_ONCE):
            _check(place, value, CODES.get(place))


def _check(place: str, value: Any, codes: frozenset[str] | None) -> None:
    """Every text in a JSON value; the keys of its objects are ids."""
    match value:
        case str():
            _check_text(place, value, codes)
        case dict():
            for key in value:
                if not _is_id(str(key)):
                    raise Broken(f"{place} holds {str(key)[:60]!r}, which is no id")
            _check_all(place, value.values(), codes)
        case list() | tuple():
            _check_all(place, value, codes)
        case int() | float() if abs(value) >= LARGEST:
            raise Broken(f"{place} holds a number beyond all bounds")


def _check_all(place: str, values: Iterable[Any], codes: frozenset[str] | None) -> None:
    for each in values:
        if type(each) is not int or abs(each) >= LARGEST:  # most of what there is many of
            _check(place, each, codes)


def _check_text(place: str, text: str, codes: frozenset[str] | None) -> None:
    if not (text in codes if codes else _is_form(text) or (place == TERMS and _is_term(text))):
        raise Broken(f"{place} holds {text[:60]!r}, which is no code that can stand there")


@lru_cache(1024)  # the same people, again and again
def _is_form(text: str) -> bool:
    return any(form.fullmatch(text) for form in FORMS)


@lru_cache(1024)
def _is_term(text: str) -> bool:
    return any(form.fullmatch(text) for form in (HOURS, COUNTRY)) or text in available_timezones()


@lru_cache(1024)
def _is_id(key: str) -> bool:
    return ID.fullmatch(key) is not None
