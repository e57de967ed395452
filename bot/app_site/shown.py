"""A month as the page gets it: plain JSON, times by the clock on the office's wall."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from html import unescape
from typing import Any, Final

from desk.calendar import BeyondLimitsError, Month
from leads.duty.held import Beyond, Held
from leads.duty.limits import Span
from leads.wall_clock import ONE_DAY, days_between, midnight, wall
from screens.shift_doubts import doubt_lines
from screens.texts import Texts

WORDS: Final = (
    "app-title",
    "app-add",
    "app-anyway",
    "app-back",
    "app-basis-dated",
    "app-basis-roster",
    "app-basis-swap",
    "app-basis-weekly",
    "app-cancel",
    "app-changed",
    "app-changed-by",
    "app-close",
    "app-day",
    "app-empty",
    "app-every-week",
    "app-free",
    "app-from",
    "app-hint",
    "app-instead-of",
    "app-leave",
    "app-lost",
    "app-move",
    "app-next",
    "app-no-segments",
    "app-person",
    "app-previous",
    "app-read-only",
    "app-remove",
    "app-remove-weekly",
    "app-saved",
    "app-segment",
    "app-shift",
    "app-to",
    "app-today",
    "app-week-again",
    "app-week-again-of",
    "app-week-sure",
)

Json = dict[str, Any]


def shown(month: Month, texts: Texts) -> Json:
    office, zone = month.office, month.office.timezone
    days = _month_days(month)
    of = month.segment
    return {
        "version": month.version,
        "locale": texts.locale,
        "words": {key.removeprefix("app-"): texts.plain(key) for key in WORDS},
        "me": month.reader.id,
        "writes": month.writes,
        "changed_by": month.changed_by if month.changed_by != month.reader.name else None,
        "now": _minute(wall(month.now, zone)),
        "month": f"{month.first:%Y-%m}",
        "segment": of.id if of else None,
        "segments": [{"id": s.id, "name": s.name} for s in month.segments],
        "people": _people(month) if of else [],
        "days": [{"date": d.isoformat(), "off": d.weekday() > 4 or month.is_holiday(d)} for d in days],
        "duties": [_duty(duty, month) for duty in month.duties],
        "beyond": beyond_words(month.beyond, month.names, texts),
        "hours": _usual(month.duties, office.hours.rules[0] if office.hours.rules else None, month),
    }


def beyond_words(found: Iterable[Beyond], names: dict[str, str], texts: Texts) -> list[str]:
    return [texts.plain(f"proposal-over-{one.what}", name=names[one.who]) for one in found]


def against_words(error: BeyondLimitsError, texts: Texts) -> list[str]:
    office = error.office
    segments = {segment.id: segment.name for segment in office.segments}
    lines = doubt_lines(error.found, error.names, segments, office.timezone, texts)
    return [unescape(line) for line in lines]


def _people(month: Month) -> list[Json]:
    """The members, and whoever has been on duty that month besides."""
    assert month.segment is not None
    others = (duty.who for duty in month.duties)
    return [
        {
            "id": who,
            "name": month.names[who],
            "member": who in month.segment.members,
            "leave": _days(month, month.absent.leave.get(who, ())),
            "free": _free(month, month.absent.off.get(who, ())),
        }
        for who in dict.fromkeys([*month.segment.members, *others])
    ]


def _days(month: Month, spans: Iterable[Span]) -> list[str]:
    """The days that any of these spans touches."""
    zone = month.office.timezone
    return [
        day.isoformat()
        for day in _month_days(month)
        if any(s < midnight(day + ONE_DAY, zone) and midnight(day, zone) < e for s, e in spans)
    ]


def _free(month: Month, spans: Iterable[Span]) -> list[str]:
    """The days that lie in one of them whole: somebody with hours of their own does not work then at all."""
    zone = month.office.timezone
    return [
        day.isoformat()
        for day in _month_days(month)
        if any(s <= midnight(day, zone) and midnight(day + ONE_DAY, zone) <= e for s, e in spans)
    ]


def _month_days(month: Month) -> list[date]:
    return list(
        days_between(month.first, (month.first.replace(day=28) + 4 * ONE_DAY).replace(day=1) - ONE_DAY)
    )


def _duty(duty: Held, month: Month) -> Json:
    zone = month.office.timezone
    return {
        "who": duty.who,
        "start": duty.start.isoformat(),
        "end": duty.end.isoformat(),
        "from": _minute(wall(duty.start, zone)),
        "to": _minute(wall(duty.end, zone)),
        "basis": duty.basis,
        "instead_of": month.names[duty.instead_of] if duty.instead_of else None,
        "over": duty.end <= month.now,
        "begun": duty.start <= month.now,
    }


def _usual(duties: Sequence[Held], rule: Any, month: Month) -> list[str]:
    """Hours that a new shift is likely to have: those of the others', at first the most usual."""
    zone = month.office.timezone
    spans = [f"{wall(d.start, zone):%H:%M}-{wall(d.end, zone):%H:%M}" for d in duties]
    if rule:
        spans.append(f"{rule.start:%H:%M}-{rule.end:%H:%M}")
    return sorted(dict.fromkeys(spans), key=lambda span: -spans.count(span))[:4]


def _minute(at: datetime) -> str:
    return at.isoformat(timespec="minutes")
