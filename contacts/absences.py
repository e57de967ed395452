"""When somebody will not be there, as they write it: whole days (`contacts.days`), or some hours of a day.

`14:00-18:00`, `до 14:00`, `с 14:00`, `завтра до 12:00`, `03.12 с 14:00 до 18:00`, `с 3.12 14:00 по 5.12`, `на 2 часа`,
`вернусь в 3`, `до половины пятого`. One time alone is that of the return; `с` (from, after) one lasts to the next
morning. A number alone is no time: `до 14` are fourteen days, as ever; `до 14 часов` and `до трёх` are times.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Final
from zoneinfo import ZoneInfo

from contacts.clock_words import in_figures
from contacts.clocks import AFTERNOON, CLOCK, as_said
from contacts.days import BEFORE, BETWEEN, ONE_DAY, YEARS, Unread, day_of, plain, read_away
from contacts.lengths import read_length
from contacts.moments import PARTS
from leads.wall_clock import instant, midnight

_CLOCK: Final = r"(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)"
_AT: Final = r"(?:в |во |к |at |by )?"
_FROM: Final = r"(?:с |со |после |from |after )"
_UNTIL: Final = r"(?:до |по |until |till |to )"
_SINCE: Final = re.compile(rf"(?:{_FROM}(?P<one>.+? )?|(?P<other>.+?),? {_FROM}){_AT}{_CLOCK}")
_BACK: Final = re.compile(rf"{_UNTIL}?(?P<one>.+?,? )??{_UNTIL}?{_AT}{_CLOCK}")
_DAY_ONLY: Final = re.compile(r"(?:с |со |from )?(?P<one>[^:]+)")
_INCLUDED: Final = frozenset({None, "по", "through", "to"})
_WHY: Final = re.compile(
    r"\b(?:меня не будет|не будет|отпуск|(?:беру |взяла? )?отгул|отпросил(?:ся|ась)|болею|заболела?"
    r"|(?:на )?больничн(?:ый|ом)|(?:к|у) врач[ау]|уш(?:ел|ла)|отош(?:ел|ла)|(?:у|отъ)ехала?"
    r"|(?:i'm |i am )?(?:on )?(?:a |the )?(?:day off|sick leave|leave|vacation|holiday|away|out|off|sick|ill))\b,?"
)
_RETURN: Final = r"\b(?:буду|вернусь|(?:i'll |i will )?be back|back)\b"
_RETURN_IN: Final = re.compile(rf"{_RETURN} (?:через|in)\b")
_RETURN_AT: Final = re.compile(
    rf"{_RETURN} (?P<day>(?:\S+ ){{1,2}}?)??(?:(?:в|к|at|by) )?(?P<at>(?!\d+\.){CLOCK})"
    r"(?P<later>$| (?:завтра|tomorrow)$)"
)
_RETURN_ON: Final = re.compile(rf"{_RETURN}(?: (?:в|во|к|on|by))?")
_SAID: Final = re.compile(
    rf"\b(?P<before>в|во|с|со|к|до|после|at|by|from|after|to|till|until) (?P<at>(?!\d+\.){CLOCK})"
    r"(?! ?(?:дн|ден|нед|мес|сут|day|week|month))"
)
_PARTS: Final = {"до обеда": PARTS["обед"], "до вечера": PARTS["вечером"], "until lunch": PARTS["lunch"]}
A_DAY: Final = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Absent:
    """From when to when somebody is not there, in UTC."""

    begins: datetime | None  # None: from now on
    back: datetime
    by_days: bool  # they return with a morning, and said no hour


@dataclass(frozen=True, slots=True)
class _Moment:
    """A day, a time on the clock, or both."""

    day: date | None
    clock: timedelta | None  # since midnight: 24:00 is the end of the day


def read_absence(written: str, now: datetime, zone: ZoneInfo) -> Absent | Unread:
    """Reads when somebody will be away, as they wrote it. `now`: aware; `zone`: of their clock."""
    text = _plain(plain(written))
    found = _a_day_off(plain(written), now.astimezone(zone).date(), zone)
    if found is None and (length := _length(text)):
        return Absent(None, now + length, by_days=False)
    found = found or _by_the_clock(text, now, zone)
    if found is None:
        days = read_away(text, now, zone)
        if isinstance(days, Unread):
            return days
        begins = midnight(days.first, zone) if days.first else None
        return Absent(begins, midnight(days.back, zone), by_days=True)
    if found.back <= now or (found.begins and found.back <= found.begins):
        return Unread.NOT_AHEAD
    if found.back.astimezone(zone).year not in YEARS:
        return Unread.NO_DAY
    return Absent(None, found.back, found.by_days) if found.begins and found.begins <= now else found


def _by_the_clock(text: str, now: datetime, zone: ZoneInfo) -> Absent | None:
    """None where no time of a day is in it, or it tells nothing else that is understood."""
    if ":" not in text:
        return None
    today = now.astimezone(zone).date()
    since = _SINCE.fullmatch(text)
    if since and (moment := _moment(since, today)):
        return Absent(_instant(moment, today, zone), _morning(moment, today, zone), by_days=True)
    for cut in BETWEEN.finditer(text):
        left, right = text[: cut.start()], text[cut.end() :]
        if found := _between(left, right, cut[1], today, zone):
            return found
    back = _BACK.fullmatch(text)
    moment = _moment(back, today) if back else None
    if moment is None:
        return None
    begins_with = midnight(moment.day, zone) if moment.day and moment.day > today and _is_part(text) else None
    return Absent(begins_with, _instant(moment, today, zone), by_days=False)


def _is_part(text: str) -> bool:
    """Whether a part of that day is meant, `завтра до 12:00`, and not all that is before it, `до завтра 12:00`."""
    return re.match(_UNTIL, text) is None


def _between(left: str, right: str, word: str | None, today: date, zone: ZoneInfo) -> Absent | None:
    first, last = _side(left, today), _side(right, today)
    if first is None or last is None:
        return None
    day = first.day or today
    begins = _instant(first, today, zone)
    if last.clock is None:
        over = ONE_DAY if word in _INCLUDED else timedelta(0)
        return Absent(begins, midnight((last.day or day) + over, zone), by_days=True)
    back = _instant(_Moment(last.day or day, last.clock), today, zone)
    over_night = last.day is None and first.clock is not None and last.clock <= first.clock
    return Absent(begins, back + ONE_DAY if over_night and last.clock else back, by_days=False)


def _side(text: str, today: date) -> _Moment | None:
    """One side of a span: a time, a day, or a day with a time."""
    for pattern in (_SINCE, _BACK):
        found = pattern.fullmatch(text)
        if found and (moment := _moment(found, today)):
            return moment
    day = _DAY_ONLY.fullmatch(text)
    read = _day(day["one"], today) if day else None
    return _Moment(read, None) if read else None


def _moment(found: re.Match[str], today: date) -> _Moment | None:
    """None where what stands beside the time is no day, or the time is none."""
    groups = found.groupdict()
    written = (groups["one"] or groups.get("other") or "").strip(" ,")
    clock = timedelta(hours=int(found["hour"]), minutes=int(found["minute"]))
    day = _day(written, today) if written else None
    return None if (written and day is None) or clock > A_DAY else _Moment(day, clock)


def _day(written: str, today: date) -> date | None:
    """A weekday is the next one ahead; a date may be today's."""
    written = BEFORE.sub("", written, count=1)
    is_date = any(sign.isdigit() for sign in written)
    if is_date and day_of(written, today - ONE_DAY) == today:
        return today
    return day_of(written, today)


def _instant(moment: _Moment, today: date, zone: ZoneInfo) -> datetime:
    whole = datetime.combine(moment.day or today, time()) + (moment.clock or timedelta(0))
    return instant(whole, zone)


def _morning(moment: _Moment, today: date, zone: ZoneInfo) -> datetime:
    """Of the day after."""
    return midnight((moment.day or today) + ONE_DAY, zone)


def _plain(written: str) -> str:
    """The same without reasons, with times that are clearly such as `15:00`."""
    text = " ".join(_WHY.sub(" ", written).split())
    text = _RETURN_ON.sub("до", _RETURN_AT.sub(_until, _RETURN_IN.sub("на", text)))
    for words, time_of_day in _PARTS.items():
        text = text.replace(words, f"до {time_of_day:%H:%M}")
    spoken = in_figures(text)
    are_times = spoken != text or any(not found["at"].isdecimal() for found in _SAID.finditer(spoken))
    return _SAID.sub(partial(_said, is_spoken=spoken != text), spoken) if are_times else text


def _until(found: re.Match[str]) -> str:
    """`буду завтра в 10`, `буду в 10 завтра`; a number with a word behind it is a date."""
    day = (found["day"] or found["later"]).strip()
    return " ".join(filter(None, ("до", day, _on_the_clock(found["at"]))))


def _said(found: re.Match[str], *, is_spoken: bool) -> str:
    """A number alone is a time where another is, and nothing follows that makes it a date: `с 2 до 6 вечера`."""
    behind = found.string[found.end() :].split()
    if found["at"].isdecimal() and behind and behind[0] not in {"до", "to", "till", "until"}:
        return found[0]
    at = found["at"] if ":" in found["at"] and not is_spoken else _on_the_clock(found["at"])
    return f"{found['before']} {at}"


def _on_the_clock(written: str) -> str:
    """As it is where it is no time."""
    clock = as_said(written)
    return f"{clock.later(AFTERNOON):%H:%M}" if clock else written


def _a_day_off(written: str, today: date, zone: ZoneInfo) -> Absent | None:
    """`отгул в пятницу`, `завтра меня не будет`: that day, and nothing before it."""
    rest = " ".join(_WHY.sub(" ", written).split())
    if rest == written or re.match(rf"{_UNTIL}|{_RETURN}", rest):
        return None
    day = _day(re.sub(r"^(?:on|all day|весь день) ", "", rest), today)
    return Absent(midnight(day, zone), midnight(day + ONE_DAY, zone), by_days=True) if day else None


def _length(text: str) -> timedelta | None:
    """Less than a day; days are counted by the calendar."""
    bare = re.sub(r"^(?:на|for) ", "", text)
    if bare.isdecimal() or ":" in bare:
        return None
    length = read_length(bare)
    return length if length and length < A_DAY else None
