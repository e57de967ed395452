"""Rhythms of days, times, lengths and time zones as people write them."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from contacts.clocks import read_clock
from contacts.lengths import read_length
from contacts.rotas import read_rota
from contacts.time_zones import country_of, read_zone
from leads.hours import Rota
from leads.week import ALL_DAY, NINE_TO_SIX

TODAY = date(2026, 11, 23)
TWO_BY_TWO = (
    "2/2 9-18 с 1 декабря",
    "2*2 с 1.12 9-18",
    "2х2 с 1.12 с девяти до шести",
    "График: 2/2 с 1 декабря с 9:00 до 18:00",
    "2 дня через 2 дня, первый день 1 декабря, 9-18",
    "2 on 2 off from Dec 1 9am-6pm",
)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2/2 с 1 декабря 9-18", Rota(date(2026, 12, 1), 2, 2, NINE_TO_SIX)),
        ("два через два с 1 декабря с 9 до 18", Rota(date(2026, 12, 1), 2, 2, NINE_TO_SIX)),
        ("сутки через трое с 1.12", Rota(date(2026, 12, 1), 1, 3, ALL_DAY)),
        ("день через день с 01.12 9-18", Rota(date(2026, 12, 1), 1, 1, NINE_TO_SIX)),
        ("неделя через неделю с 1 декабря 9-18", Rota(date(2026, 12, 1), 7, 7, NINE_TO_SIX)),
        ("two by two from dec 1 9-18", Rota(date(2026, 12, 1), 2, 2, NINE_TO_SIX)),
        *((said, Rota(date(2026, 12, 1), 2, 2, NINE_TO_SIX)) for said in TWO_BY_TWO),
        ("через день с 1.12 9-18", Rota(date(2026, 12, 1), 1, 1, NINE_TO_SIX)),
        ("every other day from Dec 1, 9-6", Rota(date(2026, 12, 1), 1, 1, NINE_TO_SIX)),
        ("сутки трое с 1.12", Rota(date(2026, 12, 1), 1, 3, ALL_DAY)),
        ("2/2", None),
        ("2/2 с 1 декабря", None),
        ("22 с 1 декабря 9-18", None),
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
        *(
            ("5 часов вечера", time(17)),
            ("в 9 часов утра", time(9)),
            ("полшестого вечера", time(17, 30)),
            ("half past six pm", time(18, 30)),
            ("в три", time(3)),
            ("9-18", None),
        ),
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
        *(("7.5 min", 7.5), ("семь с половиной минут", 7.5), ("seven and a half minutes", 7.5)),
        *(
            ("час с половиной", 90),
            ("an hour and a half", 90),
            ("one and a half hours", 90),
            ("1:30", 90),
            ("1h30", 90),
        ),
        *(
            ("два часа тридцать минут", 150),
            ("сорок пять минут", 45),
            ("forty-five minutes", 45),
            ("пол часа", 30),
        ),
        *(("a quarter of an hour", 15), ("три четверти часа", 45), ("двое суток", 2880), ("1,25 часа", 75)),
        *(("10-15 минут", None), ("10", None), ("час час", None), ("с половиной", None), ("1:75", None)),
    ],
)
def test_a_length(said: str, minutes: float | None) -> None:
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


@pytest.mark.parametrize(
    ("zone", "country"),
    [
        ("Asia/Omsk", "RU"),
        ("Asia/Almaty", "KZ"),
        ("America/New_York", "US"),
        ("UTC", None),
        ("Etc/GMT+3", None),
    ],
)
def test_the_country_of_a_zone(zone: str, country: str | None) -> None:
    assert country_of(zone) == country
