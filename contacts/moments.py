"""A moment as people write it: `завтра в 15`, `пт 11:30`, `05.12 9:00`, `через 2 часа`, `15:00`, `Monday morning`.

A day alone means its morning, a time alone that of today. Nobody calls a client at three in the night: an hour up to
six, written without a nought and without a word beside it, is one of the afternoon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from contacts.clock_words import beginning, in_figures
from contacts.clocks import AFTERNOON
from contacts.days import BEFORE, NUMBERS, UNITS, YEARS, Unread, day_of, plain
from leads.wall_clock import instant, wall

MORNING: Final = time(10)
NOON: Final = 12

_ASIDE: Final = re.compile(
    r"\b(?:пере|по)?звон(?:ить|ю|ите|ок)\b|\bвстреч[ауе]\b|\bвстретимся\b|\bcall(?: back)?\b|\bmeet(?:ing)?\b"
)
_AT: Final = r"(?:(?:в|во|к|на|около|после|at|by|around|after|@) )?"
_CLOCK: Final = re.compile(
    _AT + r"(?P<hour>\d{1,2})(?:[:.\-–](?P<minute>\d{2}))?"
    r"(?: ?(?P<unit>ч|час|часа|часов|h|o'clock)\.?)?"
    r"(?: ?(?P<half>утра|дня|вечера|a\.?m|p\.?m)\.?)?"
)
_PART: Final = re.compile(r"(?:(?:в|во|с|к|in the|at) )?(?P<part>[a-zа-я ]+)")
_LENGTH: Final = re.compile(
    r"(?:через|in|спустя) (?:(?P<many>\d{1,3}(?:[.,]5)?) ?|(?P<word>a couple of|[a-zа-я]+(?: an?)?) )?"
    r"(?P<unit>[a-zа-я]+)\.?"
)

_INVERTED: Final = re.compile(
    r"(?:через )?(часов|часа|минут|минуты|дня|дней|недели|недель) (?:через )?(\d{1,3}|[а-я]+)"
)

_MINUTES: Final[Mapping[str, int]] = {
    **dict.fromkeys(("м", "мин", "минут", "минуту", "минуты", "min", "mins", "minute", "minutes"), 1),
    **dict.fromkeys(("ч", "час", "часа", "часов", "часик", "часика", "h", "hr", "hrs", "hour", "hours"), 60),
    "полчаса": 30,
    "полчасика": 30,
}
_MANY: Final[Mapping[str, float]] = {
    **NUMBERS,
    **dict.fromkeys(("пару", "a couple of"), 2),
    "полтора": 1.5,
    "an": 1,
    "half an": 0.5,
}
PARTS: Final[Mapping[str, time]] = {
    **dict.fromkeys(("утром", "утра", "с утра", "утречком", "morning", "the morning"), MORNING),
    **dict.fromkeys(("полдень", "полудню", "noon", "midday"), time(12)),
    **dict.fromkeys(("обед", "обеду", "lunch", "lunchtime"), time(13)),
    **dict.fromkeys(("днем", "после обеда", "afternoon", "the afternoon", "after lunch"), time(14)),
    **dict.fromkeys(("вечером", "вечеру", "вечерком", "evening", "the evening", "tonight"), time(18)),
}
_AFTERNOON: Final = frozenset({"дня", "вечера", "pm", "p.m"})
_MORNING: Final = frozenset({"утра", "am", "a.m"})


def read_moment(written: str, now: datetime, zone: ZoneInfo) -> datetime | Unread:
    """Reads when something is to be done, in UTC, to the minute.

    `NO_DAY` where no moment is told, `NOT_AHEAD` where it is past. `now`: aware; `zone`: of the writer's clock.
    """
    said = " ".join(_ASIDE.sub(" ", plain(written)).split()).strip(" ,.!?")
    text = beginning(in_figures(said))
    here = wall(now, zone)
    found = _after(text, here) or next(_moments(text, here.date()), None)
    if found is None or found.year not in YEARS:
        return Unread.NO_DAY
    at = instant(found.replace(second=0, microsecond=0), zone)
    return at if at > now else Unread.NOT_AHEAD


def _moments(text: str, today: date) -> Iterator[datetime]:
    """What it may mean, the likeliest first: a day, a time of today, a day and a time in either order."""
    if day := _day(text, today):
        yield datetime.combine(day, MORNING)
    if (clock := _clock(text)) is not None:
        yield datetime.combine(today, clock)
    words = text.split(" ")
    for cut in range(len(words) - 1, 0, -1):
        first, last = " ".join(words[:cut]).strip(" ,"), " ".join(words[cut:]).strip(" ,")
        for written, at in ((first, last), (last, first)):
            day, clock = _day(written, today), _clock(at)
            if day and clock is not None:
                yield datetime.combine(day, clock)


def _after(text: str, here: datetime) -> datetime | None:
    """So long from now on; after whole days it is the morning."""
    length, _, at = text.partition(" в ") if " в " in text else text.partition(" at ")
    found = _LENGTH.fullmatch(_INVERTED.sub(r"через \2 \1", length))
    clock = _clock(at) if at else MORNING
    if found is None or clock is None:
        return None
    many = float(found["many"].replace(",", ".")) if found["many"] else _MANY.get(found["word"] or "one", 0.0)
    if minutes := _MINUTES.get(found["unit"]):
        return here + timedelta(minutes=many * minutes) if many and not at else None
    days = UNITS.get(found["unit"], 30 if found["unit"] in {"месяц", "month"} else 0)
    return datetime.combine(here.date() + timedelta(days=many * days), clock) if many and days else None


def _day(written: str, today: date) -> date | None:
    return day_of(BEFORE.sub("", written, count=1), today)


def _clock(written: str) -> time | None:
    """A time of the day: by the clock, or by a word."""
    part = _PART.fullmatch(written)
    if part and (named := PARTS.get(part["part"]) or PARTS.get(written)):
        return named
    found = _CLOCK.fullmatch(written)
    if found is None:
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    is_bare = not found["half"] and not found["hour"].startswith("0") and hour in AFTERNOON
    if hour < NOON and (is_bare or found["half"] in _AFTERNOON):
        hour += NOON
    if found["half"] in _MORNING and hour == NOON:
        hour = 0
    return time(hour, minute) if hour < 24 and minute < 60 else None
