"""The picture of a period's sales: what is written in it, and that it can be read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.colors import to_rgba
from matplotlib.patches import PathPatch
from matplotlib.transforms import Bbox
from PIL import Image

from contacts.normal import showable
from screens.pictures.bars import BAD, CLEAR, FIGURE, LOST, OPEN, WON, laid_out
from screens.pictures.columns import CAME_IN
from screens.pictures.lettering import width
from screens.pictures.sales import sales_png, sales_sheet
from screens.pictures.sheet import Sheet
from screens.pictures.style import INK, _contrast
from screens.texts import texts_for
from screens.views.pictures import SalesBar, SalesColumn, SalesPicture
from tests.screens.pictures.periods import (
    DAY,
    DAY_OF_THREE,
    HOURS,
    MONTH_OF_FIFTY,
    SALES,
    WEEK_OF_TWELVE,
    ZEROS,
    columns,
    period,
    team,
)
from tests.screens.pictures.reading import boxes, off_the_sheet, overlaps, stands_on, written
from tests.screens.pictures.rosters import ENGLISH

RU = texts_for("ru")
ROOM = 1064.0
COUNTS = st.integers(0, 12) | st.integers(0, 10_000)
COLUMNS = st.lists(  # of any name of which something can be seen
    st.builds(SalesColumn, st.text(max_size=9).map(showable), COUNTS, st.just(0)), max_size=40
)
SECONDS = st.none() | st.integers(0, 300) | st.integers(0, 300 * 365 * 86_400)
ROWS = st.lists(
    st.builds(
        SalesBar,
        st.just("Ли"),
        COUNTS,
        COUNTS,
        COUNTS,
        COUNTS,
        st.none() | st.floats(0, 12) | st.floats(0, 2e4),
        claim=SECONDS,
        contact=SECONDS,
    ),
    max_size=6,
)


def drawn(picture: SalesPicture, locale: str = "ru") -> Sheet:
    return sales_sheet(picture, texts_for(locale))


def marks(sheet: Sheet) -> list[Bbox]:
    patches = (patch for patch in sheet.figure.findobj(PathPatch) if isinstance(patch, PathPatch))
    return [patch.get_window_extent() for patch in patches if patch.get_facecolor() == to_rgba(INK)]


@pytest.mark.parametrize("locale", ["ru", "en"])
@pytest.mark.parametrize("picture", SALES.values(), ids=SALES)
def test_no_words_stand_on_others_or_on_a_mark_or_leave_the_sheet(picture: SalesPicture, locale: str) -> None:
    sheet = drawn(picture, locale)
    words, strokes = boxes(sheet), marks(sheet)
    assert overlaps(words) == []
    assert off_the_sheet(sheet) == []
    due = [row for row in picture.rows[:20] if row.due is not None]
    assert len(strokes) == len(due) + bool(due)  # and one among the signs
    assert [word for word, box in words for stroke in strokes if stands_on(box, stroke)] == []


@settings(deadline=None, max_examples=10)
@given(ROWS, COLUMNS)
def test_whatever_is_counted_no_words_stand_on_others(rows: list[SalesBar], hours: list[SalesColumn]) -> None:
    sheet = drawn(period(DAY, DAY, tuple(rows), tuple(hours)))
    assert overlaps(boxes(sheet)) == []
    assert off_the_sheet(sheet) == []


@pytest.mark.parametrize("picture", [DAY_OF_THREE, MONTH_OF_FIFTY, SALES["ten thousand"], SALES["nobody"]])
def test_the_picture_is_one_that_telegram_takes(picture: SalesPicture) -> None:
    png = sales_png(picture, RU)
    with Image.open(BytesIO(png)) as image:
        image.load()
        assert image.format == "PNG"
        assert image.width == 1792
        assert image.width + image.height <= 10_000 and image.width <= 20 * image.height
        assert image.convert("RGBA").getchannel("A").getextrema() == (255, 255)  # opaque, on any theme
        assert image.info.keys() <= {"dpi"}
    assert len(png) < 1_000_000


@settings(deadline=None, max_examples=40)
@given(ROWS)
def test_every_figure_stands_in_its_part_clear_of_the_mark_or_else_beside_the_bar(
    rows: list[SalesBar],
) -> None:
    bars = laid_out(rows, ROOM, RU)
    for row, bar in zip(rows, bars, strict=True):
        assert len(bar.parts) == sum(number > 0 for number in row[1:5])
        assert bar.end <= ROOM or row.taken == 0
        assert all(one.right == other.left for one, other in pairwise(bar.parts))
        for part in bar.parts:
            half = width(part.figure, FIGURE) / 2
            if part.at is None:
                assert part in bar.beside and bar.chips > max(part.right, bar.mark or 0)
                continue
            assert part.left < part.at - half and part.at + half < part.right
            assert bar.mark is None or abs(part.at - bar.mark) >= half + CLEAR


@settings(deadline=None, max_examples=40)
@given(ROWS)
def test_all_bars_and_marks_are_on_one_scale(rows: list[SalesBar]) -> None:
    most = max((max(row.taken, row.due or 0) for row in rows), default=0)
    for row, bar in zip(rows, laid_out(rows, ROOM, RU), strict=True):
        ends = [part.right for part in bar.parts[-1:]] + ([bar.mark] if row.due else [])
        leads = [row.taken] * bool(bar.parts) + ([row.due] if row.due else [])
        for end, number in zip(ends, leads, strict=True):
            assert end is not None
            assert ROOM / 2 * number / most - 1e-6 <= end <= ROOM * number / most + 1e-6


def test_where_all_figures_have_room_the_longest_bar_has_nearly_all_the_width() -> None:
    (bar,) = laid_out([SalesBar("Ли", 3, 2, 1, 4)], ROOM, RU)
    assert [part.figure for part in bar.parts] == ["3", "2", "1", "4"] and bar.beside == ()
    assert ROOM - 20 < bar.parts[-1].right <= ROOM


def test_few_leads_among_very_many_are_still_told() -> None:
    words = written(drawn(period(DAY, DAY, (SalesBar("Ли", 10_000, 1, 2, 3),))))
    assert {"10\u00a0000", "1", "2", "3"} <= set(words)


def test_the_title_and_the_line_below_it_say_what_came_of_it() -> None:
    words = written(drawn(replace(WEEK_OF_TWELVE, note="Север", came_in=1234)))
    assert words[:2] == ["Итоги: 23–29 ноября 2026", "Окна Казань · Север"]
    assert words[2:10] == [
        "1\u00a0234",
        "пришло",
        "85",
        "взято",
        "22",
        "продано",
        "1 230 000 ₽",
        "на сумму",
    ]
    assert "amount" not in written(drawn(replace(WEEK_OF_TWELVE, amount=""), "en"))


@pytest.mark.parametrize(
    ("first", "last", "russian", "english"),
    [
        (DAY, DAY, "четверг, 26 ноября 2026", "Thursday, 26 November 2026"),
        (date(2026, 11, 1), date(2026, 11, 30), "ноябрь 2026", "November 2026"),
        (date(2026, 11, 1), date(2026, 11, 29), "1–29 ноября 2026", "1–29 November 2026"),
        (date(2026, 1, 1), date(2026, 12, 31), "1 января – 31 декабря 2026", "1 January – 31 December 2026"),
        (
            date(2025, 12, 1),
            date(2026, 2, 28),
            "1 декабря 2025 – 28 февраля 2026",
            "1 December 2025 – 28 February 2026",
        ),
    ],
)
def test_a_period_is_called_as_people_call_it(first: date, last: date, russian: str, english: str) -> None:
    picture = period(first, last, ())
    assert written(drawn(picture))[0] == f"Итоги: {russian}"
    assert written(drawn(picture, "en"))[0] == f"Summary: {english}"


def test_everybody_has_what_he_took_and_what_he_was_due_where_it_is_counted() -> None:
    rows = (SalesBar("Пётр Петров", 1, 2, 0, 0, 4.25), SalesBar("Ян Ли", 0, 0, 0, 0))
    words = written(drawn(period(DAY, DAY, rows)))
    assert "взято 3 · положено 4,2" in words and "взято 0" in words
    assert "положено" in words
    assert "положено" not in written(drawn(period(DAY, DAY, rows[1:])))


def test_beside_what_somebody_took_stands_how_fast_they_took_it_and_called() -> None:
    rows = (SalesBar("Пётр Петров", 1, 2, 0, 0, 4.25, 23, 305), SalesBar("Ян Ли", 0, 0, 0, 0, None, 5))
    words = written(drawn(period(DAY, DAY, rows)))
    assert "взято 3 за 23 с · звонок через 5 мин · положено 4,2" in [w.replace("\xa0", " ") for w in words]
    assert "взято 0" in words
    assert "3 taken in 23 s · call after 5 min · 4.2 due" in [
        w.replace("\xa0", " ") for w in written(drawn(period(DAY, DAY, rows), "en"))
    ]


def test_of_fifty_managers_the_first_twenty_are_drawn_and_the_others_counted() -> None:
    words = written(drawn(MONTH_OF_FIFTY))
    assert "… и ещё 30" in words
    assert "John Smith 20" in words and "Christopher Featherstonehaugh 21" not in words
    twenty = written(drawn(period(DAY, DAY, team(ENGLISH, 20))))
    assert "John Smith 20" in twenty and not any(word.startswith("…") for word in twenty)


def test_the_hours_are_drawn_where_they_are_given() -> None:
    assert "Когда приходили" in written(drawn(DAY_OF_THREE))
    assert "Когда приходили" not in written(drawn(replace(DAY_OF_THREE, columns=())))
    hours = [column.label for column in HOURS]
    assert written(drawn(DAY_OF_THREE))[-24:] == hours
    assert "Когда приходили" not in written(drawn(period(DAY, DAY, (), ZEROS)))


def test_columns_have_their_figures_or_the_highest_alone_has_one() -> None:
    def figures(leads: int) -> list[str]:
        words = written(drawn(period(DAY, DAY, (), columns(tuple("абвгдежзиклмнопрстуфхцчш"), leads))))
        return [word for word in words[words.index("из них продано") + 1 :] if word[0].isdigit()]

    assert figures(1) == [str(n * 7 % 11) for n in range(24) if n * 7 % 11]
    assert figures(1000) == ["10\u00a0000"]


def test_labels_that_have_no_room_are_left_out_at_equal_distances() -> None:
    labels = tuple(str(number) for number in range(1, 367))
    words = written(drawn(period(DAY, DAY, (), columns(labels))))
    shown = [int(word) for word in words[words.index("из них продано") + 2 :]]
    assert shown[0] == 1 and len(shown) > 12
    assert len({other - one for one, other in pairwise(shown)}) == 1


def test_neighbours_are_told_apart_even_without_colours() -> None:
    looks = (WON, LOST, BAD, OPEN)
    for one, other in [
        (WON, LOST),
        (LOST, BAD),
        (BAD, OPEN),
        (WON, BAD),
        (WON, OPEN),
        (LOST, OPEN),
        (WON, CAME_IN),
    ]:
        assert _contrast(one.fill, other.fill) >= 1.5
    assert len({look.fill for look in looks}) == 4
