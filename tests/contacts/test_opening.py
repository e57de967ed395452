"""Hours of the week, rhythms of days, times, lengths and time zones as people write them."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from contacts.lengths import read_length
from contacts.opening import read_clock, read_week
from contacts.rotas import read_rota
from contacts.time_zones import read_zone
from leads.hours import Rota
from leads.week import ALL_DAY

TODAY = date(2026, 11, 23)
NINE_TO_SIX = ((time(9), time(18)),)


@pytest.mark.parametrize(
    "said",
    [
        *("с понедельника по пятницу с 9 до 18", "пн по пт 9-18", "понедельник-пятница 9:00–18:00"),
        *("Mon to Fri 9 to 6", "mon-fri 9am-6pm", "from Monday till Friday 9-18", "weekdays 9-6"),
        *("будни с 9 до 18", "ежедневно кроме субботы и воскресенья 9-18", "кроме сб, вс: 9.00-18.00"),
    ],
)
def test_five_days_from_nine_to_six(said: str) -> None:
    assert read_week(said) == (NINE_TO_SIX,) * 5 + ((),) * 2


def test_spans_of_the_night_stay_so() -> None:
    assert read_week("пн-вс 22-6") == (((time(22), time(6)),),) * 7
    assert read_week("пн-вс 18-9") == (((time(18), time(9)),),) * 7


@pytest.mark.parametrize(
    "said", ["кроме 9-18", "пн-пт 9-18 кроме ср", "с понедельника", "по пятницу 9-18 до"]
)
def test_what_tells_no_hours(said: str) -> None:
    assert read_week(said) is None


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2/2 с 1 декабря 9-18", Rota(date(2026, 12, 1), 2, 2, NINE_TO_SIX)),
        ("два через два с 1 декабря с 9 до 18", Rota(date(2026, 12, 1), 2, 2, NINE_TO_SIX)),
        ("сутки через трое с 1.12", Rota(date(2026, 12, 1), 1, 3, ALL_DAY)),
        ("день через день с 01.12 9-18", Rota(date(2026, 12, 1), 1, 1, NINE_TO_SIX)),
        ("неделя через неделю с 1 декабря 9-18", Rota(date(2026, 12, 1), 7, 7, NINE_TO_SIX)),
        ("two by two from dec 1 9-18", Rota(date(2026, 12, 1), 2, 2, NINE_TO_SIX)),
        ("2/2", None),
    ],
)
def test_a_rhythm_of_days(said: str, meant: Rota | None) -> None:
    assert read_rota(said, TODAY) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        *(("6 вечера", time(18)), ("в 18:30", time(18, 30)), ("18 часов", time(18)), ("9 утра", time(9))),
        *(("12 ночи", time(0)), ("12 дня", time(12)), ("полночь", time(0)), ("6:30 pm", time(18, 30))),
        *(("18 вечера", None), ("25", None), ("вечером", None)),
    ],
)
def test_a_time_of_day(said: str, meant: time | None) -> None:
    assert read_clock(said) == meant


@pytest.mark.parametrize(
    ("said", "minutes"),
    [
        ("пять минут", 5),
        ("две недели", 20_160),
        ("полтора часа", 90),
        ("ten minutes", 10),
        ("10-15 минут", None),
    ],
)
def test_a_length(said: str, minutes: int | None) -> None:
    assert read_length(said) == (None if minutes is None else timedelta(minutes=minutes))


@pytest.mark.parametrize(
    ("said", "zone"),
    [
        *(("UTC+5", "Asia/Yekaterinburg"), ("GMT +3", "Europe/Moscow"), ("+03:00", "Europe/Moscow")),
        *(("UTC+5:30", None), ("+15", None), ("-3", None), ("МСК+2", "Asia/Yekaterinburg")),
        *(("Астана", "Asia/Almaty"), ("Шымкент", "Asia/Almaty"), ("Самарканд", "Asia/Samarkand")),
        *(("Киев", "Europe/Kyiv"), ("Казахстан", "Asia/Almaty"), ("США", None)),
    ],
)
def test_a_time_zone(said: str, zone: str | None) -> None:
    assert read_zone(said) == zone
