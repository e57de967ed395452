"""Where the secretary picks: one tap on a name, the fair one marked, and nobody can blame her afterwards."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from screens.buttons.of_intake import HandOver, Pick
from screens.texts import units
from storage.tables.leads import offers
from tests.offices import LARGE, OFFICE, varied
from tests.stories.desk import Desk, office
from tests.stories.people import Person
from tests.stories.words import CLAIM, DECLINE, HAND_OVER, SALE, SEGMENT

PICKED = varied(OFFICE, segments={"tatarstan": {"scheme": "secretary"}})
CALL = "Рустам 8 (843) 200-55-{:02}, окна"
DRAFT = 1  # the row of the first lead


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with office(tmp_path, PICKED) as desk:
        yield desk


async def call(desk: Desk, number: int = 0) -> None:
    await desk.anna.sends(CALL.format(number))


def listed(person: Person, on: str = "Новый лид") -> list[str]:
    """The names on the card, in order, with what stands beside them."""
    return [row[0].text for row in person.card(on).buttons if " · " in row[0].text]


async def test_a_tap_on_a_name_hands_the_lead_over_to_it(desk: Desk) -> None:
    await call(desk)
    assert listed(desk.anna) == [
        "⚖️ Пётр Петров · 0 в работе · 0,0",
        "Ольга Сидорова · 0 в работе · 0,0",
    ]
    card = desk.anna.card("Новый лид")
    assert HAND_OVER in card.buttons[0][0].text, "it stays first"
    assert "«Передать» отдаст по схеме: ⚖️" in card.text
    assert await desk.anna.taps("Ольга Сидорова") == "Передаю: Ольга Сидорова"
    assert desk.sidorova.has(CLAIM) and not desk.petrov.has(CLAIM)
    assert desk.anna.card("№1").message_id == card.message_id, "edited in its place"
    assert not listed(desk.anna, "№1")


async def test_her_hand_over_without_a_name_goes_by_the_rule(desk: Desk) -> None:
    await call(desk)
    assert await desk.anna.taps(HAND_OVER) == "Передаю"
    assert desk.petrov.has(CLAIM) and not desk.sidorova.has(CLAIM)


async def test_load_and_balance_beside_the_names_follow_every_lead(desk: Desk) -> None:
    await call(desk)
    await call(desk, 1)
    await desk.anna.taps("Пётр Петров", on="200-55-01")
    assert listed(desk.anna, "200-55-00") == [
        "Пётр Петров · 1 в работе · −0,5",
        "⚖️ Ольга Сидорова · 0 в работе · +0,5",
    ]


async def test_who_is_away_stands_last_with_the_reason_and_is_refused_politely(desk: Desk) -> None:
    await call(desk)
    stale = desk.anna.data("Пётр Петров")
    await desk.petrov.sends("/off")
    assert listed(desk.anna) == ["⚖️ Ольга Сидорова · 0 в работе · 0,0", "🌙 Пётр Петров · пауза"]
    before = await desk.stored()
    assert await desk.anna.taps_data(*stale) == "Сейчас принять лид не может: Пётр Петров"
    assert await desk.stored() == before
    await desk.petrov.sends("/on")
    assert len([row for row in listed(desk.anna) if "🌙" in row]) == 0


async def test_with_everybody_away_she_is_told_so_and_the_lead_still_finds_somebody(desk: Desk) -> None:
    for person in (desk.petrov, desk.sidorova):
        await person.sends("/off")
    await call(desk)
    assert "никто принять лид не может" in desk.anna.card("Новый лид").text
    await desk.anna.taps(HAND_OVER)
    assert desk.smirnov.has(CLAIM)


async def test_a_tap_on_a_name_after_the_hand_over_changes_nothing(desk: Desk) -> None:
    await call(desk)
    stale = desk.anna.data("Ольга Сидорова")
    await desk.anna.taps(HAND_OVER)
    before = await desk.stored()
    assert await desk.anna.taps_data(*stale) == "Уже передан"
    assert await desk.stored() == before


async def test_two_taps_on_two_names_hand_it_over_once(desk: Desk) -> None:
    await call(desk)
    message, sidorova = desk.anna.data("Ольга Сидорова")
    petrov = desk.anna.data("Пётр Петров")[1]
    taps = [desk.telegram.tap(desk.anna.id, message, data=data) for data in (sidorova, petrov)]
    await desk.settle()
    assert [desk.anna.toasts(tap) for tap in taps] == [["Передаю: Ольга Сидорова"], ["Уже передан"]]
    assert desk.sidorova.has(CLAIM) and not desk.petrov.has(CLAIM)


async def test_a_manager_who_has_left_meanwhile_is_refused_and_leaves_the_list(desk: Desk) -> None:
    await call(desk)
    stale = desk.anna.data("Ольга Сидорова")
    alone = varied(PICKED, segments={"tatarstan": {"members": ["petrov"]}})
    await desk.set_up(alone)
    assert await desk.anna.taps_data(*stale) == "Этого менеджера в сегменте уже нет"
    assert listed(desk.anna) == ["⚖️ Пётр Петров · 0 в работе · 0,0"], "the list is drawn again"
    assert await desk.anna.taps_data(stale[0], Pick(lead=DRAFT, who="nobody").pack()) != ""


async def test_where_the_rule_took_over_a_stale_name_is_refused(desk: Desk) -> None:
    await call(desk)
    stale = desk.anna.data("Ольга Сидорова")
    await desk.set_up(OFFICE)
    assert await desk.anna.taps_data(*stale) == "Здесь выбирает схема, нажмите «Передать»"
    assert listed(desk.anna) == []
    assert "Кому?" not in desk.anna.card("Новый лид").text


async def test_another_segment_has_another_list_or_none(desk: Desk) -> None:
    both = varied(PICKED, segments={"rest": {"scheme": "secretary"}})
    await desk.set_up(both)
    await call(desk)
    assert len(listed(desk.anna)) == 2
    await desk.anna.taps(SEGMENT)
    assert listed(desk.anna) == [], "one list at a time"
    await desk.anna.taps("Все остальные")
    assert len(listed(desk.anna)) == 3
    await desk.anna.taps("Иван Иванов")
    assert desk.ivanov.has(CLAIM)


async def test_a_known_client_goes_to_his_own_manager_first_and_she_is_told_so(desk: Desk) -> None:
    await call(desk)
    await desk.anna.taps("Ольга Сидорова")
    await desk.sidorova.taps(CLAIM)
    await desk.sidorova.taps(SALE)
    await call(desk)
    assert "Сначала спрошу того, кто ведёт клиента: Ольга Сидорова" in desk.anna.card("Новый лид").text
    assert await desk.anna.taps("Пётр Петров") == "Передаю", "he is not asked yet"
    assert desk.sidorova.card("№2", button=CLAIM)
    await desk.sidorova.taps(DECLINE)
    assert desk.petrov.card("№2", button=CLAIM)


async def test_her_pick_the_fair_one_and_her_name_are_on_record(desk: Desk) -> None:
    await call(desk)
    await desk.anna.taps("Ольга Сидорова")
    (offer,) = (await desk.stored())["offers"]
    row = dict(zip(offers.c.keys(), offer, strict=True))
    assert (row["chosen_by"], row["fair"], row["people"]) == ("anna", "petrov", ["sidorova"])


async def test_of_a_big_team_those_who_are_in_come_first(tmp_path: Path) -> None:
    async with office(tmp_path, varied(LARGE, segments={"tatarstan": {"scheme": "secretary"}})) as desk:
        for n in range(5):
            await desk.person(500 + n).sends("/off")
        await call(desk)
        names = listed(desk.anna)
        assert "Менеджер 05" in names[0] and not any("🌙" in name for name in names)
        for row in desk.anna.card("Новый лид").buttons:
            assert len(row[0].value.encode()) <= 64
        await desk.anna.taps("▶️")
        await desk.anna.taps("Менеджер 20")
        assert desk.person(520).has(CLAIM)


@pytest.mark.parametrize("name", ["<b>&amp;</b>", "👨‍👩‍👧‍👦" * 9, "П" * 99, "{ $name } {0} %s"])
async def test_a_manager_of_any_name_is_picked(tmp_path: Path, name: str) -> None:
    async with office(tmp_path, varied(PICKED, people={"sidorova": {"name": name}})) as desk:
        await call(desk)
        button = next(b for row in desk.anna.card("Новый лид").buttons for b in row if "sidorova" in b.value)
        assert units(button.text) <= 64
        toast = await desk.anna.taps_data(desk.anna.card("Новый лид").message_id, button.value)
        assert toast.startswith("Передаю: ")
        assert desk.sidorova.has(CLAIM)


@pytest.mark.usefixtures("patience")
async def test_nobody_else_picks(desk: Desk) -> None:
    vera = {"name": "Вера", "telegram_id": 102, "roles": ["secretary"]}
    await desk.set_up(varied(PICKED, people={"vera": vera}))
    await call(desk)
    message, data = desk.anna.data("Ольга Сидорова")
    before = await desk.stored()
    people = (desk.petrov, desk.sidorova, desk.smirnov, desk.orlova, desk.person(102), desk.stranger(999))
    for person in people:
        assert await person.taps_data(message, data) == "Этот лид не у вас"
    assert await desk.stored() == before
    assert await desk.anna.taps_data(message, HandOver(lead=DRAFT).pack()) == "Передаю"


async def test_a_pick_survives_the_night(tmp_path: Path) -> None:
    async with office(tmp_path, varied(PICKED, hours={"mon-fri": "11:00-18:00"})) as desk:
        await call(desk)
        assert await desk.anna.taps("Ольга Сидорова") == "Передаю"
        assert "Офис закрыт" in desk.anna.card("№1").text
        await desk.restarts()
        await desk.passes(hours=1)
        assert desk.sidorova.has(CLAIM) and not desk.petrov.has(CLAIM)
