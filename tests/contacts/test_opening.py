"""Hours of the week as people write them."""

from __future__ import annotations

from datetime import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contacts.opening import read_week
from leads.week import ALL_DAY, rules_of

NINE_TO_SIX = ((time(9), time(18)),)
LUNCH_FROM_ONE_TO_TWO = ((time(9), time(13)), (time(14), time(18)))


@pytest.mark.parametrize(
    "said",
    [
        *("с понедельника по пятницу с 9 до 18", "пн по пт 9-18", "понедельник-пятница 9:00–18:00"),
        *("Mon to Fri 9 to 6", "mon-fri 9am-6pm", "from Monday till Friday 9-18", "weekdays 9-6"),
        *("будни с 9 до 18", "ежедневно кроме субботы и воскресенья 9-18", "кроме сб, вс: 9.00-18.00"),
        *("с 9 утра до 6 вечера по будням", "9-18 в будни", "9-18 пн-пт", "9am-6pm weekdays", "5/2 9-18"),
        *("по рабочим дням с 9 до 18", "каждый будний день 9-18", "business days 9-18", "weekdays 9 till 6"),
        *("Monday through Friday 9 a.m. to 6 p.m.", "Mon - Fri: 9h-18h", "пн-пт 9ч-18ч", "Mon-Fri 0900-1800"),
        *(
            "пн/вт/ср/чт/пт 9-18",
            "пн.-пт. 9-18",
            "Часы работы: пн-пт с 9 часов до 18 часов",
            "пн-пт 9-18, без обеда",
        ),
        *("пн-пт 9-18, сб вс выходной", "пн-пт 9-18, суббота и воскресенье выходные", "9-18, сб-вс закрыто"),
        *("weekdays from nine to six", "пн-пт с девяти до шести"),
        *("closed on Sat, Sun. Mon-Fri 9-6", "9-18 ежедневно, кроме сб и вс", "пн-пт 9-18, выходные: сб, вс"),
        *(
            "пн-пт 9-18, кроме праздников",
            "mon-fri 9-6, except holidays",
            "пн-пт 9-18, праздники и сб-вс выходной",
        ),
    ],
)
def test_five_days_from_nine_to_six(said: str) -> None:
    assert read_week(said) == (NINE_TO_SIX,) * 5 + ((),) * 2


@pytest.mark.parametrize(
    ("said", "saturday"),
    [
        *(("пн-пт 9-18, сб 10-15", 15), ("9-18 пн-пт, сб 10-15", 15), ("9-18 пн-пт, 10-15 сб", 15)),
        *(
            ("Mon to Fri from 9 to 6, Sat 10 to 3", 15),
            ("Пн–Пт: 9:00–18:00; Сб: 10:00–15:00; Вс: выходной", 15),
        ),
        *(("weekdays 9 to 6\nsaturdays 10am-8pm", 20), ("по будням 9-18, по субботам с 10 до 8 вечера", 20)),
    ],
)
def test_saturday_by_itself(said: str, saturday: int) -> None:
    assert read_week(said) == (NINE_TO_SIX,) * 5 + (((time(10), time(saturday)),), ())


@pytest.mark.parametrize(
    "said",
    [
        *("пн-пт 9-18, обед 13-14", "пн-пт 9-18 (обед с 13 до 14)", "пн-пт 9.00-18.00, перерыв 13.00-14.00"),
        *(
            "пн-пт 9-18, обед в 13",
            "mon-fri 9-6, lunch at 1pm",
            "mon-fri 9-6, lunch 1-2",
            "будни 9-18, обед в час дня",
        ),
        *(
            "9-18 пн-пт, обед 13-14",
            "пн-пт 9-13 и 14-18",
            "пн-пт 9-18 обед час с 13",
            "пн-пт 9-18, обед 13-14, сб выходной",
        ),
    ],
)
def test_a_lunch(said: str) -> None:
    assert read_week(said) == (LUNCH_FROM_ONE_TO_TWO,) * 5 + ((),) * 2


@pytest.mark.parametrize(
    ("said", "saturday"),
    [
        ("пн-пт 9-18, обед 13-14, сб 10-15", ((time(10), time(15)),)),
        ("пн-пт 9-18, сб 10-15, обед 13-14", ((time(10), time(13)), (time(14), time(15)))),
        ("пн-пт 9-18, сб 10-12, обед 13-14", ((time(10), time(12)),)),
    ],
)
def test_a_lunch_at_the_end_is_of_all_days_that_it_fits_into(
    said: str, saturday: tuple[tuple[time, time], ...]
) -> None:
    assert read_week(said) == (*(LUNCH_FROM_ONE_TO_TWO,) * 5, saturday, ())


@pytest.mark.parametrize(
    ("said", "spans"),
    [
        *(("9-9", (9, 21)), ("10-10", (10, 22)), ("11-9", (11, 21)), ("2-6pm", (14, 18)), ("8-6pm", (8, 18))),
        *(("с 9 до 10 вечера", (9, 22)), ("с 9 до полуночи", (9, 0)), ("с 10 до 22 без выходных", (10, 22))),
        *(
            ("7 дней в неделю 9-21", (9, 21)),
            ("we are open every day from 9 to 9", (9, 21)),
            ("9-18", (9, 18)),
        ),
    ],
)
def test_every_day(said: str, spans: tuple[int, int]) -> None:
    assert read_week(said) == ((tuple(time(hour) for hour in spans),),) * 7


@pytest.mark.parametrize(
    "said", ["24/7", "круглосуточно", "24 часа 7 дней в неделю", "open 24 hours", "24/7, кроме праздников"]
)
def test_around_the_clock(said: str) -> None:
    assert read_week(said) == (ALL_DAY,) * 7


def test_around_the_clock_on_some_days() -> None:
    assert read_week("24/5") == (ALL_DAY,) * 5 + ((),) * 2
    assert read_week("круглосуточно, кроме воскресенья") == (ALL_DAY,) * 6 + ((),)


def test_days_apart() -> None:
    none, hours = (), ((time(10), time(14)),)
    assert read_week("по средам и пятницам 10-14") == (none, none, hours, none, hours, none, none)
    assert read_week("пн-пт 10-14, кроме ср") == (hours, hours, none, hours, hours, none, none)
    assert read_week("пн: 10-14; вт: 9-18; в среду до 17") == (
        *(hours, NINE_TO_SIX, ((time(10), time(17)),), none, none, none, none),
    )


def test_ten_to_seven_is_a_span_where_hours_are_asked_for() -> None:
    assert read_week("weekdays from ten to seven") == (((time(10), time(19)),),) * 5 + ((),) * 2
    assert read_week("ten to seven daily") == (((time(10), time(19)),),) * 7


def test_spans_of_the_night_stay_so() -> None:
    assert read_week("пн-вс 22-6") == (((time(22), time(6)),),) * 7
    assert read_week("пн-вс 18-9") == (((time(18), time(9)),),) * 7


@pytest.mark.parametrize(
    "said",
    [
        *(
            "кроме 9-18",
            "кроме",
            "с понедельника",
            "по пятницу 9-18 до",
            "пн-пт",
            "18",
            "пн-пт до 18",
            "closed",
        ),
        *(
            "обед 13-14",
            "пн-пт 9-18 17-20",
            "пн-пт 9-18 24/7",
            "9-18, кроме пн-вс",
            "без выходных",
            "9-18 пн, ср, 10-15 сб",
        ),
        *(
            "сб и праздники 10-15",
            "пн-пт 9-18, обед 20-21",
            "пн-пт 25-26",
            "пн-пт 9-18, как договоримся",
            "пн-пт обед 9-18",
        ),
    ],
)
def test_what_tells_no_hours(said: str) -> None:
    assert read_week(said) is None


WORDS = (
    "пн",
    "вс",
    "сб",
    "будни",
    "кроме",
    "обед",
    "выходной",
    "9-18",
    "10-6",
    "до 17",
    "в 13",
    "24/7",
    "праздники",
)


@given(st.lists(st.sampled_from((*WORDS, ",", ".", "и", "?")), max_size=9).map(" ".join))
def test_whatever_is_said_is_a_week_that_an_office_can_keep_or_nothing(said: str) -> None:
    week = read_week(said)
    if week is not None:
        assert len(week) == 7
        assert rules_of(week)
        assert all(a[1] <= b[0] for spans in week for a, b in pairwise(spans) if a[1] > a[0])
