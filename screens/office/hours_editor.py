"""Opening hours by tapping: ready ones, days, when it opens and closes, lunch, whose holidays are kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import time
from typing import Any, Final

from leads.wall_clock import EVERY_DAY, parse_days, parse_hours
from leads.week import NINE_TO_SIX, ROUND_THE_CLOCK, Spans, Week
from screens.buttons.of_settings import EditHours
from screens.content import Button, Keyboard
from screens.office.values import ALWAYS, HOLIDAYS, country_words, day_name, days_words
from screens.texts import Texts

COUNTRIES: Final = ("RU", "BY", "KZ")
READY: Final[Mapping[str, Week]] = {
    "week": (*(NINE_TO_SIX,) * 5, (), ()),
    "daily": (((time(9), time(21)),),) * 7,
    "always": ROUND_THE_CLOCK,
}
MOST_GROUPS: Final = 3  # days that are alike, with a row of their own


def week_said(value: Any) -> Week:
    """Returns the week that a file's value says; a file's days may name one more than once."""
    if value in (None, ALWAYS):
        return ROUND_THE_CLOCK
    found: list[list[tuple[time, time]]] = [[] for _ in EVERY_DAY]
    for days, spans in value.items():
        if days != HOLIDAYS:
            for day in parse_days(days):
                several = [spans] if isinstance(spans, str) else spans
                found[day] += [span for span in map(parse_hours, several) if span not in found[day]]
    return tuple(tuple(sorted(spans)) for spans in found)


def holidays_said(value: Any) -> str | None:
    """Returns the country whose holidays a file's value keeps."""
    return value.get(HOLIDAYS) if isinstance(value, dict) else None


def hours_editor(key: str, value: Any, at: str, seen: str, texts: Texts) -> Keyboard:
    week, country = week_said(value), holidays_said(value)

    def button(words: str, deed: str, *, is_on: bool = False) -> Button:
        shown = texts.plain("button-marked", words=words) if is_on else words
        return Button(shown, EditHours(key=key, at=at, deed=deed, seen=seen))

    ready = tuple(
        (button(texts.plain(f"hours-ready-{name}"), f"p{name}", is_on=week == one),)
        for name, one in READY.items()
    )
    days = [button(day_name(day, texts), f"d{day}", is_on=bool(week[day])) for day in EVERY_DAY]
    edges = [
        row
        for day, spans, alike in _groups(week)
        for row in _edges(day, spans, days_words(alike, texts), button, texts)
    ]
    countries = dict.fromkeys((*COUNTRIES, country) if country else COUNTRIES)
    kept = [button(country_words(one, texts), f"h{one}", is_on=country == one) for one in countries]
    none = button(texts.plain("hours-no-holidays"), "h-", is_on=country is None)
    return (*ready, tuple(days[:4]), tuple(days[4:]), *edges, tuple(kept), (none,))


def _groups(week: Week) -> Iterator[tuple[int, Spans, tuple[int, ...]]]:
    """Days that are alike: the first of them, their spans, all of them."""
    kinds = [spans for n, spans in enumerate(week) if spans and spans not in week[:n]]
    for spans in kinds[:MOST_GROUPS]:
        alike = tuple(day for day in EVERY_DAY if week[day] == spans)
        yield alike[0], spans, alike


def _edges(day: int, spans: Spans, days: str, button: Any, texts: Texts) -> Iterator[tuple[Button, ...]]:
    if spans == ROUND_THE_CLOCK[0]:
        return
    opens, closes = f"{spans[0][0]:%H:%M}", f"{spans[-1][1]:%H:%M}".replace("00:00", "24:00")
    words = texts.plain("hours-lunch", days=days)
    yield (button(words, f"l{day}", is_on=len(spans) > 1),)
    yield (
        button(f"◀ {opens}", f"o{day}-"),
        button(f"{opens} ▶", f"o{day}+"),
        button(f"◀ {closes}", f"c{day}-"),
        button(f"{closes} ▶", f"c{day}+"),
    )
