"""The picture of schemes side by side: what is written in it, and that it can be read."""

from __future__ import annotations

from io import BytesIO
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from leads.schemes import SCHEMES
from screens.pictures.leaders import Point, places
from screens.pictures.schemes import axis, schemes_png, schemes_sheet
from screens.pictures.sheet import Sheet
from screens.texts import texts_for
from screens.views.pictures import SchemePoint, SchemesPicture
from tests.screens.pictures.periods import APART, COMPARED, compared
from tests.screens.pictures.reading import boxes, off_the_sheet, overlaps, texts, written

RU = texts_for("ru")
AT, TOP, BOTTOM, APART_BY = 640.0, 200.0, 900.0, 70.0
POINTS = st.lists(
    st.builds(Point, st.floats(100, 580), st.floats(100, 950))
    | st.builds(Point, st.sampled_from([200.0, 201.0, 500.0]), st.sampled_from([300.0, 301.0, 700.0])),
    max_size=11,
)

EXPECTED = st.builds(
    lambda scheme, fairness, low, sales, high: SchemePoint(
        scheme, fairness, low + sales, low, low + sales + high
    ),
    st.sampled_from(list(SCHEMES)),
    st.floats(0, 1),
    *[st.floats(0, 9) | st.floats(0, 9999)] * 3,
)


def drawn(picture: SchemesPicture, locale: str = "ru") -> Sheet:
    return schemes_sheet(picture, texts_for(locale))


@pytest.mark.parametrize("locale", ["ru", "en"])
@pytest.mark.parametrize("picture", COMPARED.values(), ids=COMPARED)
def test_no_words_stand_on_others_or_leave_the_sheet(picture: SchemesPicture, locale: str) -> None:
    sheet = drawn(picture, locale)
    assert overlaps(boxes(sheet)) == []
    assert off_the_sheet(sheet) == []


@settings(deadline=None, max_examples=10)
@given(st.lists(EXPECTED, max_size=9))
def test_wherever_the_points_lie_no_words_stand_on_others(points: list[SchemePoint]) -> None:
    sheet = drawn(compared(*points))
    assert overlaps(boxes(sheet)) == []
    assert off_the_sheet(sheet) == []


@pytest.mark.parametrize("picture", [COMPARED["near"], COMPARED["nothing"]])
def test_the_picture_is_one_that_telegram_takes(picture: SchemesPicture) -> None:
    png = schemes_png(picture, RU)
    with Image.open(BytesIO(png)) as image:
        image.load()
        assert image.format == "PNG"
        assert image.width == 1792 and 1000 < image.height < 2000
        assert image.convert("RGBA").getchannel("A").getextrema() == (255, 255)  # opaque, on any theme
        assert image.info.keys() <= {"dpi"}
    assert len(png) < 1_000_000


def test_it_says_what_it_is_and_what_it_is_not() -> None:
    words = written(drawn(compared(*APART.points, leads=10_001, note="Север")))
    assert words[:3] == [
        "Если делить по другой схеме",
        "ноябрь 2026 · 10\u00a0001 лид · Север",
        "Ожидание по конверсии самих менеджеров, не обещание",
    ]


def test_every_scheme_has_its_name_and_its_figures_and_the_current_one_stands_out() -> None:
    point = SchemePoint("queue", 0.98765, 62.14, 51.96, 72.0)
    sheet = drawn(compared(point, point._replace(scheme="grab", sales=164.4, high=180, is_current=True)))
    words = written(sheet)
    assert words[words.index("по очереди") + 1] == "62,1 (52,0–72,0) · 99%"
    assert words[words.index("сейчас: кто первый") + 1] == "164 (52,0–180) · 99%"
    bold = [text.get_text() for text in texts(sheet) if "Bold" in str(text.get_fontproperties().get_file())]
    assert bold == ["Если делить по другой схеме", "сейчас: кто первый"]


@pytest.mark.parametrize("locale", ["ru", "en"])
def test_no_name_of_a_scheme_is_cut_not_even_the_current_ones(locale: str) -> None:
    words = written(drawn(COMPARED["the longest names"], locale))
    for scheme in SCHEMES:
        name = texts_for(locale).plain(f"scheme-{scheme}")
        assert texts_for(locale).plain("schemes-picture-current", scheme=name) in words


def test_where_there_is_nothing_to_compare_it_says_so() -> None:
    assert "Сравнивать пока нечего" in written(drawn(compared()))
    assert "Nothing to compare yet" in written(drawn(compared(), "en"))


def test_a_scheme_without_a_name_is_refused() -> None:
    with pytest.raises(LookupError, match="dice"):
        drawn(compared(SchemePoint("dice", 0.9, 1, 1, 1)))


@settings(deadline=None, max_examples=100)
@given(POINTS)
def test_wherever_the_points_lie_names_stand_apart_and_no_two_lines_cross(points: list[Point]) -> None:
    heights = places(points, AT, TOP, BOTTOM, APART_BY)
    assert len(heights) == len(points)
    assert all(TOP - 1e-6 <= height <= BOTTOM + 1e-6 for height in heights)
    for (one, mine), (other, its) in combinations(zip(points, heights, strict=True), 2):
        assert abs(mine - its) >= APART_BY - 1e-6
        assert not _cross(one, mine, other, its)


def _cross(one: Point, mine: float, other: Point, its: float) -> bool:
    """By the sides on which the ends of each lie of the other; touching is no crossing."""
    ends, others = (one, Point(AT, mine)), (other, Point(AT, its))
    return all(
        side(*line, point[0]) * side(*line, point[1]) < 0
        and min(map(abs, (side(*line, p) for p in point))) > 1e-3
        for line, point in ((ends, others), (others, ends))
    )


def side(start: Point, end: Point, point: Point) -> float:
    return (end.x - start.x) * (point.y - start.y) - (end.y - start.y) * (point.x - start.x)


def test_names_that_have_room_stand_level_with_their_points_in_their_order() -> None:
    points = [Point(300, 420), Point(500, 300), Point(200, 800)]
    assert places(points, AT, TOP, BOTTOM, APART_BY) == [420, 300, 800]


def test_names_of_points_on_one_spot_stand_around_it() -> None:
    assert sorted(places([Point(300, 500)] * 3, AT, TOP, BOTTOM, APART_BY)) == [430, 500, 570]
    assert sorted(places([Point(300, 200)] * 3, AT, TOP, BOTTOM, APART_BY)) == [200, 270, 340]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.floats(0, 1) | st.floats(0.99, 1), min_size=1, max_size=9))
def test_an_axis_holds_all_its_points_and_its_ticks_are_told_apart(numbers: list[float]) -> None:
    its = axis(numbers, narrowest=0.02, most=1, ticks=4)
    assert all(0 < its.part(number) < 1 for number in numbers)
    assert 1 <= len(its.ticks) <= 5
    assert all(0 <= tick <= 1.0001 and -1e-9 <= its.part(tick) <= 1 for tick in its.ticks)
    assert len({f"{tick:.{its.places}f}" for tick in its.ticks}) == len(its.ticks)
