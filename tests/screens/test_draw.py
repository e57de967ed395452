"""The card of a weekly draw, and the words for /why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from screens.buttons.of_duty import DrawDetails, ThrowLot
from screens.draw import draw_screen, turn_words
from screens.texts import texts_for
from screens.views.duty import DrawView, PlanDay
from tests.screens.draws_to_show import ANNOUNCED, DRAWS, HELD, MONDAY, OPENED
from tests.screens.leads_to_show import SIDOROVA
from tests.screens.windows import check, seen

RU, EN = texts_for("ru"), texts_for("en")


def test_nine_buttons_for_whoever_may_throw_and_none_for_anybody_else() -> None:
    def lots(view: DrawView) -> list[tuple[str, int]]:
        shown = [b for row in draw_screen(view, RU).keyboard for b in row]
        return [(b.text, b.data.lot) for b in shown if isinstance(b.data, ThrowLot)]

    assert lots(ANNOUNCED) == [(str(lot), lot) for lot in range(1, 10)]
    assert not any(lots(view) for view in DRAWS.values() if view is not ANNOUNCED)


def test_the_data_of_a_lot_and_of_the_details_fits_for_the_longest_segment() -> None:
    where = {"segment": "s" * 32, "monday": "2026-11-30"}
    for data in (ThrowLot(**where, lot=9), DrawDetails(**where, opened=False)):
        assert len(data.pack().encode()) <= 64


@pytest.mark.parametrize("view", DRAWS.values(), ids=DRAWS)
def test_what_proves_a_draw_stands_behind_a_tap(view: DrawView) -> None:
    short, long = (draw_screen(view, RU, details=details).text for details in (False, True))
    assert "SHA-256" not in short and view.commitment not in short
    assert "SHA-256" in long and view.commitment in long


def test_what_is_drawn_soon_and_what_is_drawn_now_is_heard_and_what_has_time_is_not() -> None:
    assert draw_screen(ANNOUNCED, RU).silent
    soon = replace(ANNOUNCED, draw_at=ANNOUNCED.now + timedelta(minutes=15))
    assert not draw_screen(soon, RU).silent
    assert not draw_screen(HELD, RU).silent


def test_a_promise_and_a_secret_are_shown_whole_and_can_be_copied() -> None:
    assert f"<code>{ANNOUNCED.commitment}</code>" in draw_screen(ANNOUNCED, RU, details=True).text
    text = draw_screen(HELD, RU, details=True).text
    assert f"<code>{HELD.commitment}</code>" in text and f"<code>{OPENED.secret}</code>" in text
    assert f"<code>{OPENED.secret}|kazan|2026-11-30|petrov=7,sidorova=3|</code>" in text
    assert text.endswith("<code>petrov, sidorova</code>")


def test_the_plan_names_days_as_each_language_does() -> None:
    assert "пн 30.11 Пётр Петров (вы)\nвт 01.12 Ольга Сидорова" in seen(draw_screen(HELD, RU))
    assert "Mon 30.11 Пётр Петров (you)\nTue 01.12 Ольга Сидорова" in seen(draw_screen(HELD, EN))


@pytest.mark.parametrize("long", [10, 100])
def test_the_proof_is_never_cut_however_many_take_part(long: int) -> None:
    ids = tuple(f"manager-{n:02}" for n in range(50))
    names = tuple(f"Менеджер-{n:02}".ljust(long, "х") for n in range(50))
    lots = ",".join(f"{id}=7" for id in ids)
    crowd = replace(OPENED, lots=tuple((n, 7) for n in names), lots_text=lots, ids=ids, order=names)
    screen = draw_screen(replace(HELD, opened=crowd), RU, details=True)
    check(draw_screen(replace(HELD, opened=crowd), RU))
    check(screen)
    assert f"|{lots}|" in screen.text and screen.text.endswith(f"<code>{', '.join(ids)}</code>")
    check(draw_screen(replace(ANNOUNCED, thrown=tuple((name, None) for name in names)), RU))


def test_hostile_names_break_nothing() -> None:
    for words in ("😀" * 10_000, "<&>" * 4_000, "</code><b>" * 700):
        plan = tuple(PlanDay(MONDAY, words, is_reader=is_reader) for is_reader in (False, True))
        names = (words,) * 50
        hostile = replace(OPENED, lots=tuple((n, 7) for n in names), plan=plan, order=names, newcomers=names)
        check(draw_screen(replace(HELD, segment_name=words, opened=hostile), RU))
        check(draw_screen(replace(HELD, segment_name=words, opened=hostile), RU, details=True))
        announced = draw_screen(replace(ANNOUNCED, segment_name=words), RU, details=True)
        check(announced)
        assert ANNOUNCED.commitment in announced.text


def test_why_tells_whose_day_it_is_by_which_draw() -> None:
    tuesday, monday = date(2026, 11, 24), date(2026, 11, 23)
    assert turn_words(tuesday, monday, SIDOROVA, RU, passed_over=False) == (
        "Во вторник по жеребьёвке (неделя с 23 ноября) очередь: Ольга Сидорова."
    )
    assert turn_words(tuesday, monday, SIDOROVA, EN, passed_over=True) == (
        "On Tuesday by the draw (week of 23 November) the turn is with: Ольга Сидорова. "
        "If somebody is away, the next one takes over."
    )
    assert "&lt;b&gt;" in turn_words(tuesday, monday, "<b>", RU, passed_over=False)
