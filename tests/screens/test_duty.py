"""What the screens of duty say, and what a picture is drawn from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from leads.wall_clock import instant
from screens.buttons.of_duty import SeekSwap
from screens.duty import duty, hours, week
from screens.own_duty import roster_screen
from screens.texts import texts_for
from screens.views.duty import DutyLine, OwnDuty, RosterPart, RosterWeek
from tests.screens.duty_to_show import EVENING, LONG, NIGHT, ROSTER, WEEK
from tests.screens.leads_to_show import MOSCOW, PETROV, SIDOROVA
from tests.screens.lists_to_show import DAY
from tests.screens.windows import seen

RU, EN = texts_for("ru"), texts_for("en")
BERLIN = ZoneInfo("Europe/Berlin")


def test_a_duty_is_written_as_people_write_it() -> None:
    assert duty(EVENING.start, EVENING.end, MOSCOW, RU) == "вт 24.11 09:00–18:00"
    assert duty(EVENING.start, EVENING.end, MOSCOW, EN) == "Tue 24 Nov 09:00–18:00"
    assert duty(NIGHT.start, NIGHT.end, MOSCOW, RU) == "вт 24.11 22:00–06:00"
    assert duty(LONG.start, LONG.end, MOSCOW, RU) == "чт 26.11 09:00 – сб 28.11 18:00"
    midnight = NIGHT.start + timedelta(hours=2)
    assert duty(EVENING.start, midnight, MOSCOW, RU) == "вт 24.11 09:00–24:00"
    assert duty(midnight, midnight + timedelta(days=1), MOSCOW, RU) == "ср 25.11 00:00–24:00"


def test_hours_and_weeks() -> None:
    assert hours(48600, RU) == "13,5\u00a0ч" and hours(48600, EN) == "13.5\u00a0h"
    assert week(DAY, RU) == "23 – 29 ноября" and week(date(2026, 11, 30), EN) == "30 November – 6 December"


def test_a_picture_gets_each_person_s_time_by_the_clock_on_the_wall() -> None:
    clock = datetime.fromisoformat
    assert RosterWeek(DAY, (EVENING, NIGHT)).spans(MOSCOW) == (
        (clock("2026-11-24 09:00"), clock("2026-11-24 18:00"), PETROV),
        (clock("2026-11-24 22:00"), clock("2026-11-25 06:00"), SIDOROVA),
        (clock("2026-11-24 22:00"), clock("2026-11-25 06:00"), PETROV),
    )
    assert len(WEEK.spans(MOSCOW)) == 4, "where nobody is on duty, nothing is drawn"
    night = [instant(clock(wall), BERLIN) for wall in ("2026-10-24 22:00", "2026-10-25 06:00")]
    changing = RosterWeek(date(2026, 10, 19), (DutyLine(night[0], night[1], (PETROV,)),))
    assert changing.spans(BERLIN) == ((clock("2026-10-24 22:00"), clock("2026-10-25 06:00"), PETROV),)


def test_the_segment_stands_beside_a_duty_only_where_there_are_several() -> None:
    def first(segments: int) -> str:
        view = replace(ROSTER, now=EVENING.start - timedelta(hours=1))
        return seen(roster_screen(replace(view, segments=view.segments[:segments]), RU)).splitlines()[1]

    assert first(1) == "вт 24.11 09:00–18:00"
    assert first(2) == "вт 24.11 09:00–18:00 · Казань и Татарстан"


def test_a_duty_that_has_begun_is_now() -> None:
    assert seen(roster_screen(ROSTER, RU)).splitlines()[1] == "сейчас, до 18:00 · Казань и Татарстан"
    midnight = OwnDuty("kazan", "Казань", EVENING.start, NIGHT.start + timedelta(hours=2))
    view = replace(ROSTER, segments=ROSTER.segments[:1], duties=(midnight,))
    assert seen(roster_screen(view, RU)).splitlines()[1] == "сейчас, до 24:00"


def test_of_many_duties_five_lines_are_shown_and_all_days_can_be_given_away() -> None:
    one = OwnDuty("kazan", "Казань", EVENING.start, EVENING.end)
    each = timedelta(days=1)
    many = tuple(replace(one, start=one.start + n * each, end=one.end + n * each) for n in range(14))
    view = replace(ROSTER, segments=ROSTER.segments[:1], duties=many)
    assert len(seen(roster_screen(view, RU)).splitlines()) == 6
    days = [b for row in roster_screen(replace(view, part=RosterPart.SWAP), RU).keyboard for b in row]
    assert len([b for b in days if isinstance(b.data, SeekSwap)]) == 14


def test_who_looks_for_somebody_is_marked_and_an_empty_week_says_so() -> None:
    shown = seen(roster_screen(replace(ROSTER, part=RosterPart.SEGMENT, about="kazan"), RU))
    assert f"вт 24.11 09:00–18:00 · {PETROV} · 🔄 ищут замену" in shown
    assert "Следующая: 30 ноября – 6 декабря\nДежурств нет" in shown
