"""The picture of a roster: what is written in it, and that it can be read."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from matplotlib.transforms import Bbox
from PIL import Image

from screens.pictures.roster import Grid, roster_png, roster_sheet
from screens.pictures.sheet import Sheet
from screens.pictures.style import DPI, UNITS
from screens.pictures.week import laid_out
from screens.texts import texts_for
from screens.views.pictures import RosterPicture
from tests.screens.pictures.reading import boxes, off_the_sheet, overlaps, written
from tests.screens.pictures.rosters import EVERY, NIGHTS, RUSSIAN, TEAM, TWELVE, duty, in_turn, week

RU, EN = texts_for("ru"), texts_for("en")


def drawn(roster: RosterPicture, locale: str = "ru") -> Sheet:
    return roster_sheet(roster, texts_for(locale))


@pytest.mark.parametrize("locale", ["ru", "en"])
@pytest.mark.parametrize("roster", EVERY.values(), ids=EVERY)
def test_no_words_stand_on_others_or_leave_the_sheet_or_their_block(
    roster: RosterPicture, locale: str
) -> None:
    sheet = drawn(roster, locale)
    assert overlaps(boxes(sheet)) == []
    assert off_the_sheet(sheet) == []
    for words, box in boxes(sheet):
        for block in blocks(roster, sheet.figure.bbox.height):
            crosses = (
                block.x0 < (box.x0 + box.x1) / 2 < block.x1 and block.y0 < (box.y0 + box.y1) / 2 < block.y1
            )
            assert not crosses or (block.x0 <= box.x0 and box.x1 <= block.x1), words
            assert not crosses or (block.y0 <= box.y0 and box.y1 <= block.y1), words


def blocks(roster: RosterPicture, height: float) -> list[Bbox]:
    """In pixels from below."""
    found = laid_out(roster)
    grid, scale = Grid(found.first, found.last), DPI / UNITS
    boxes = [grid.box(block) for block in found.blocks]
    return [
        Bbox.from_extents(
            box.x * scale,
            height - (box.y + box.height) * scale,
            (box.x + box.width) * scale,
            height - box.y * scale,
        )
        for box in boxes
    ]


def test_a_sheet_on_which_words_do_stand_on_others_is_noticed() -> None:
    sheet = drawn(TEAM)
    sheet.write(300, 300, "Пётр Петров", 40)
    sheet.write(320, 310, "Ольга Сидорова", 40)
    assert overlaps(boxes(sheet))


@pytest.mark.parametrize("roster", EVERY.values(), ids=EVERY)
def test_the_picture_is_one_that_telegram_takes(roster: RosterPicture) -> None:
    png = roster_png(roster, RU)
    with Image.open(BytesIO(png)) as picture:
        picture.load()
        assert picture.format == "PNG"
        assert picture.width == 1792
        assert 1000 < picture.height < 2000
    assert len(png) < 1_000_000


def test_every_roster_in_every_language_is_a_picture_of_its_own() -> None:
    assert roster_png(TWELVE, EN) != roster_png(TWELVE, RU) != roster_png(TEAM, RU)


def test_nothing_but_the_picture_is_in_the_file() -> None:
    with Image.open(BytesIO(roster_png(TEAM, RU))) as picture:
        picture.load()
        assert picture.info.keys() <= {"dpi"}


def test_the_title_says_whose_roster_of_which_week_it_is() -> None:
    assert written(drawn(TEAM))[:2] == ["Дежурства: Казань", "23–29 ноября 2026"]
    proposal = week(segment="Kazan", note="proposal: equal")
    assert written(drawn(proposal, "en"))[:2] == ["On duty: Kazan", "23–29 November 2026 · proposal: equal"]


@pytest.mark.parametrize(
    ("monday", "russian", "english"),
    [
        (date(2026, 11, 30), "30 ноября – 6 декабря 2026", "30 November – 6 December 2026"),
        (date(2026, 12, 28), "28 декабря 2026 – 3 января 2027", "28 December 2026 – 3 January 2027"),
    ],
)
def test_a_week_between_two_months_names_both(monday: date, russian: str, english: str) -> None:
    roster = RosterPicture("Казань", monday, ())
    assert russian in written(drawn(roster)) and english in written(drawn(roster, "en"))


def test_every_day_has_its_name_and_date_in_the_readers_language() -> None:
    russian, english = written(drawn(TEAM)), written(drawn(TEAM, "en"))
    assert [word for word in russian if word in ("Пн", "Вт", "Ср", "Чт", "Пт", "Сб", "Вс")] == [
        "Пн",
        "Вт",
        "Ср",
        "Чт",
        "Пт",
        "Сб",
        "Вс",
    ]
    assert {"23 нояб.", "29 нояб."} <= set(russian)
    assert {"Mon", "Sun", "23 Nov", "29 Nov"} <= set(english)


def test_every_name_is_written_whole_below_with_its_hours_of_the_week() -> None:
    words = written(drawn(TEAM))
    for name, hours in (("Пётр Петров", "41 ч"), ("Ольга Сидорова", "39 ч"), ("Ян Ли", "32 ч")):
        assert words[words.index(name, len(words) - 6) + 1] == hours.replace(" ", "\u00a0")


def test_a_block_says_who_and_when_also_on_the_second_of_its_days() -> None:
    words = written(drawn(week(duty(1, 20, 30, "Пётр Петров"))))
    assert words.count("20:00–06:00") == 2
    assert words.count("Петров") == 2


def test_half_hours_are_counted_and_written() -> None:
    words = written(drawn(week(duty(0, 9.5, 18, "Пётр Петров"))))
    assert {"09:30–18:00", "8,5\u00a0ч"} <= set(words)


def test_a_name_that_is_too_long_is_cut_in_its_block() -> None:
    words = written(drawn(in_turn(("Александра Константинопольская-Рождественская",), (9, 12))))
    assert words.count("Александра") == 7
    assert len([word for word in words if word.startswith("Констант") and word.endswith("…")]) == 7


def test_days_without_duty_are_empty_and_a_week_without_it_says_so() -> None:
    assert "На этой неделе никто не дежурит" in written(drawn(week()))
    assert "Nobody is on duty this week" in written(drawn(week(), "en"))
    assert "На этой неделе никто не дежурит" not in written(drawn(NIGHTS))


def test_whatever_people_are_called_it_is_written_as_it_is_or_left_out() -> None:
    strange = ("$x$ _{y} \\alpha", "<b>Ли</b> & Ко", "Пётр\nПетров", "🦄", "漢字 Ли", "-", "")
    words = written(drawn(in_turn(strange, (9, 18))))
    assert {"$x$ _{y} \\alpha", "<b>Ли</b> & Ко", "Пётр Петров", "Ли"} <= set(words)
    assert not any("🦄" in word or "\n" in word for word in words)


@pytest.mark.parametrize("people", [1, 8, 12, 20, 32])
def test_however_many_are_on_duty_at_once_the_words_stay_apart(people: int) -> None:
    names = [f"{RUSSIAN[number % 12]} {number}" for number in range(people)]
    sheet = drawn(week(*(duty(0, 9, 18, name) for name in names), segment="Очень длинное название " * 9))
    assert overlaps(boxes(sheet)) == []
    assert off_the_sheet(sheet) == []
