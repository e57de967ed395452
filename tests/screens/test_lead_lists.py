"""Lists of leads: what a line says, which buttons stand below it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from screens.buttons.of_sight import Narrow, OpenLead, TurnPage
from screens.content import Button
from screens.lists import list_screen
from screens.texts import texts_for
from screens.views.leafing import Leafed
from screens.views.lists import ListKind, ListView, Narrowing, Part
from tests.screens.lead_lists_to_show import CHOICES, LEADS, LISTS, MINE
from tests.screens.windows import seen

RU = texts_for("ru")


def lines(view: ListView) -> list[str]:
    return seen(list_screen(view, RU)).replace("\xa0", " ").splitlines()


def buttons(view: ListView) -> list[Button]:
    return [button for row in list_screen(view, RU).keyboard for button in row]


def test_a_manager_reads_what_comes_next_and_for_how_long_they_have_had_it() -> None:
    assert lines(MINE)[0] == "Мои лиды: 3 · на 14:30"
    assert "❗ №22 Виктор Палыч · 📵 Недозвон · 💤 без движения 8 дн." in lines(MINE)
    assert "№31 без имени · отметок нет · 3 ч · 🔔 завтра в 14:30" in lines(MINE)


def test_the_head_reads_who_has_what() -> None:
    said = lines(LEADS)
    assert "№32 М••• · 🔔 пока ничей · 3 ч" in said
    assert "Черновик +7 843 •••-••-•• · не передан (Пётр Петров) · 3 ч" in said
    assert "№34 Виктор Палыч · Ольга Сидорова · 🤝 Была встреча · 💤 без движения 8 дн." in said
    assert "Страница 2 из 3" in said


@pytest.mark.parametrize(
    "view", [view for view in LISTS.values() if not (view.narrowing and view.narrowing.menu)]
)
def test_each_row_opens_its_card(view: ListView) -> None:
    opened = [b.data.lead for b in buttons(view) if isinstance(b.data, OpenLead)]
    assert opened == [row.lead for row in view.rows]


def test_a_page_can_be_turned_as_far_as_there_are_any() -> None:
    def pages(page: int) -> list[int]:
        shown = buttons(replace(LEADS, page=page))
        return [b.data.page for b in shown if isinstance(b.data, TurnPage) and b.data.kind is ListKind.LEADS]

    assert [pages(page) for page in range(3)] == [[0, 1], [0, 1, 2], [1, 2]]


def test_fifty_managers_are_a_choice_and_it_can_be_put_away() -> None:
    chosen: list[str] = []
    for page in range(5):
        narrowing = Narrowing(menu=Part.WHO, choices=CHOICES, leafed=Leafed(page))
        shown = buttons(replace(LEADS, narrowing=narrowing))
        whose = [b.data.value for b in shown if isinstance(b.data, Narrow) and b.data.by is Part.WHO]
        assert whose[0] == "", "anybody"
        chosen += whose[1:]
        assert shown[-1].data == Narrow(by=Part.MENU)
    assert chosen == [one.id for one in CHOICES]
