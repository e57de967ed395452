"""A value of the set-up, spelled as an office file has it, in the words of its reader: `5 минут`, `выключено`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from babel import Locale as Language
from babel.dates import get_timezone_location
from babel.numbers import format_decimal

from leads.durations import UNITS, parse_duration
from leads.office import LadderStep
from leads.settings import (
    Addresses,
    AnyOf,
    Flag,
    Length,
    Lengths,
    Locale,
    Number,
    OneOf,
    OpeningHours,
    Percent,
    Phones,
    SchemeName,
    Setting,
    Several,
    Title,
    Whole,
    Zone,
)
from leads.wall_clock import EVERY_DAY, parse_days
from screens.texts import Texts

Words = Mapping[str, str]

ALWAYS: Final = "always"
HOLIDAYS: Final = "holidays"
OFF: Final = frozenset({"off", "never"})
NO_LENGTH: Final = "0s"
LONGEST_LENGTH: Final = ("d", "h", "m", "s")


def setting_name(setting: Setting, texts: Texts) -> str:
    """Names it: `Ждать ответа`."""
    return texts.plain(f"setting-name-{setting.key}")


def value_words(setting: Setting, value: Any, texts: Texts) -> str:  # noqa: C901 - one line a kind
    """Says a value of this setting. None: no file says it, and the office has its default, or none."""
    if value is None:
        return _nothing(setting, texts)
    match setting.kind:
        case Flag():
            return texts.plain("value-yes" if value else "value-no")
        case Whole():
            return _whole(setting, value, texts)
        case Number():
            return format_decimal(value, format="0.###", locale=texts.locale)
        case Percent() | Title():
            return str(value)
        case SchemeName():
            return texts.plain(f"scheme-{value}")
        case Locale():
            return texts.plain(f"value-locale-{value}")
        case OneOf() | Several() | AnyOf():
            return choice_words(setting, value, texts)
        case Lengths():
            return _and([length_words(one, texts) for one in value], texts) or texts.plain("value-no-lengths")
        case Length():
            return length_words(value, texts)
        case Phones() | Addresses():
            return ", ".join(value) or texts.plain("value-none")
        case Zone():
            return zone_words(value, texts)
        case OpeningHours():
            return hours_words(value, texts)
    return str(value)


def _nothing(setting: Setting, texts: Texts) -> str:
    if setting.key == "retention_months":
        return texts.plain("value-kept-for-ever")
    return texts.plain("value-none")


def _whole(setting: Setting, value: int, texts: Texts) -> str:
    match setting.key:
        case "pause_after_lapses" if not value:
            return texts.plain("value-never")
        case "day_limit" if not value:
            return texts.plain("value-no-limit")
        case "retention_months":
            return texts.plain("value-months", count=value)
    return str(value)


def choice_words(setting: Setting, value: Any, texts: Texts) -> str:
    """Says one of a closed list, or several of it."""
    chosen = [value] if isinstance(value, str) else list(value)
    words = [one_choice(setting, one, texts) for one in chosen]
    if isinstance(setting.kind, Several) and setting.kind.of is LadderStep:
        return " → ".join(words)
    return _and(words, texts) or texts.plain("value-none")


def one_choice(setting: Setting, value: str, texts: Texts) -> str:
    """Says one of a closed list."""
    match setting.key:
        case "seal_to":
            return texts.plain(f"role-{value}")
        case "free_decline_reasons":
            return texts.plain(f"decline-{value}").lower()
        case "ladder":
            return texts.plain(f"value-ladder-{value}")
    return texts.plain(f"value-{setting.key}-{value}")


def length_words(value: str, texts: Texts) -> str:
    """`5 минут`, `1 час 30 минут`, `выключено`; of `5m`, `1h30m`, `off`."""
    if value in OFF:
        return texts.plain(f"value-{value}")
    seconds = int(parse_duration(value, zero=True).total_seconds())
    if not seconds:
        return texts.plain("value-no-length")
    parts = []
    for unit in LONGEST_LENGTH:
        if unit == "d" and seconds % UNITS["d"] and seconds < 4 * UNITS["d"]:
            continue  # 40 hours and not 1 day 16 hours
        count, seconds = divmod(seconds, UNITS[unit])
        if count:
            parts.append(texts.plain(f"length-{unit}", count=count))
    return " ".join(parts)


def zone_words(value: str, texts: Texts) -> str:
    """Calls a time zone by its city."""
    if "/" not in value:
        return value
    return get_timezone_location(value, locale=Language(texts.locale), return_city=True)


def hours_words(value: Any, texts: Texts) -> str:
    """`пн–пт 09:00–18:00, сб 10:00–15:00, в праздники закрыто (Россия)`."""
    if value == ALWAYS:
        return texts.plain("value-always")
    spans = {day: said for day, said in value.items() if day != HOLIDAYS}
    is_always = spans == {"mon-sun": "00:00-24:00"}
    parts = (
        [texts.plain("value-always")]
        if is_always
        else [
            texts.plain("value-days", days=days_words(parse_days(day), texts), spans=spans_words(said, texts))
            for day, said in spans.items()
        ]
    )
    if country := value.get(HOLIDAYS):
        parts.append(texts.plain("value-holidays", country=country_words(country, texts)))
    return ", ".join(parts)


def rota_words(value: Mapping[str, Any], texts: Texts) -> str:
    """`2 через 2 с 2026-12-01, 09:00–21:00`: so many days on and off."""
    return texts.plain(
        "value-rota",
        on=value["on"],
        off=value["off"],
        start=str(value["start"]),
        spans=spans_words(value["hours"], texts),
    )


def spans_words(spans: str | Sequence[str], texts: Texts) -> str:
    """`09:00–13:00 и 14:00–18:00`."""
    several = [spans] if isinstance(spans, str) else spans
    return _and([span.replace("-", "–") for span in several], texts)


def days_words(days: Sequence[int], texts: Texts) -> str:
    """`пн–пт`, `пн, ср`, `ежедневно`."""
    if len(days) == len(EVERY_DAY):
        return texts.plain("value-every-day")
    first_of_runs = [day for day in days if day - 1 not in days]
    last_of_runs = [day for day in days if day + 1 not in days]
    names = [
        day_name(a, texts) if a == b else f"{day_name(a, texts)}–{day_name(b, texts)}"
        for a, b in zip(first_of_runs, last_of_runs, strict=True)
    ]
    return ", ".join(names)


def day_name(day: int, texts: Texts) -> str:
    """`пн`; 0 is Monday."""
    name = Language(texts.locale).days["stand-alone"]["abbreviated"][day]
    return str(name)


def country_words(code: str, texts: Texts) -> str:
    """`Россия`; a country that has no name here is called by its code."""
    return str(Language(texts.locale).territories.get(code, code))


def _and(several: Iterable[str], texts: Texts) -> str:
    """`раз, два и три`."""
    *first, last = [*several] or [""]
    return texts.plain("value-and", first=", ".join(first), last=last) if first else last
