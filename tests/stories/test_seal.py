"""The ledger's head, published every evening: whole, whatever the day was like, to somebody who reads it."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest

from desk import card_contents
from screens.buttons.of_sight import OpenLead
from storage import ledger
from storage.people import change
from tests.offices import OFFICE, WITH_ADMIN, varied
from tests.stories.desk import Desk, office
from tests.stories.people import Person
from tests.stories.words import CLAIM, DETAILS

HEAD = re.compile(r"^([1-9]\d*):([0-9a-f]{32})$", re.MULTILINE)


def seals(person: Person) -> list[str]:
    """What he was sent, of each evening the head."""
    shown = [message.text for message in person.messages() if "Для проверки журнала" in message.text]
    assert all("Перешлите это сообщение себе или партнёру" in text for text in shown)
    return [found[0] for text in shown if (found := HEAD.search(text))]


async def last_entry(desk: Desk) -> str:
    async with desk.database.reading() as store:
        entry = ledger.head(store)
    assert entry
    return f"{entry.seq}:{entry.seal[:32]}"


async def test_the_director_gets_number_and_seal_in_a_message_before_the_figures(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.passes(hours=8, minutes=30)
    assert seals(desk.orlova) == [await last_entry(desk)]
    *_, sealed, summary = desk.orlova.messages()
    assert "Для проверки журнала · 23 ноября" in sealed.text and "Итоги: 23 ноября" in summary.text
    for person in (desk.smirnov, desk.petrov, desk.anna):
        assert seals(person) == []


async def test_a_day_on_which_nothing_came_in_has_its_seal(desk: Desk) -> None:
    await desk.passes(days=3)
    assert seals(desk.orlova) == [await last_entry(desk)] * 3


async def test_what_verify_is_given_is_what_the_message_says(desk: Desk) -> None:
    await desk.passes(hours=9)
    (head,) = seals(desk.orlova)
    await desk.passes(days=1)
    await desk.lead()
    assert f"the head {head} is in the ledger" in await desk.verifies(head)


async def test_it_does_not_wait_for_figures_that_cannot_be_drawn(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    seen: list[str] = []

    def fails(*_: object, **__: object) -> None:
        seen.extend(seals(desk.orlova))
        monkeypatch.undo()
        raise OverflowError("integer overflow")

    monkeypatch.setattr(card_contents, "taken", fails)
    await desk.lead()
    await desk.passes(hours=8, minutes=30)
    assert seen == [await last_entry(desk)]
    assert "OverflowError" in caplog.text
    caplog.clear()  # it was meant to fail


async def test_it_is_whole_however_long_the_summary_is(tmp_path: Path) -> None:
    names = {
        "petrov": "Пётр Петров",
        "sidorova": "Ольга Сидорова",
        "smirnov": "Сергей Смирнов",
        "orlova": "Мария Орлова",
    }
    longest = {who: {"name": f"{name} {'Длинноимённый ' * 5}"} for who, name in names.items()}
    async with office(tmp_path, varied(OFFICE, people=longest)) as desk:
        for number in range(1, 31):
            await desk.lead()
            if number % 2:
                await desk.smirnov.taps_data(1, OpenLead(lead=number).pack())
                await desk.smirnov.taps("Петров", on=f"№{number}")
        await desk.passes(hours=8, minutes=30)
        assert seals(desk.orlova) == [await last_entry(desk)]


async def test_an_office_may_want_that_others_keep_it_too(tmp_path: Path) -> None:
    async with office(tmp_path, varied(OFFICE, seal_to=["director", "head", "manager"])) as desk:
        await desk.passes(hours=9)
        head = await last_entry(desk)
        for person in (desk.orlova, desk.smirnov, desk.petrov, desk.sidorova, desk.ivanov):
            assert seals(person) == [head]
        assert seals(desk.anna) == []


@pytest.mark.parametrize(
    ("gone", "reader"), [(("orlova",), 301), (("orlova", "smirnov"), 501)], ids=["head", "administrator"]
)
async def test_without_a_director_it_goes_to_whoever_is_next(
    tmp_path: Path, gone: tuple[str, ...], reader: int
) -> None:
    async with office(tmp_path, varied(WITH_ADMIN, people=dict.fromkeys(gone))) as desk:
        await desk.passes(days=1)
        assert seals(desk.person(reader)) == [await last_entry(desk)]


async def test_while_the_director_cannot_be_reached_the_head_keeps_it(desk: Desk) -> None:
    async with desk.database.writing() as store:
        change(store, "orlova", reachable=False)
    await desk.passes(hours=9)
    head = await last_entry(desk)
    assert (seals(desk.orlova), seals(desk.smirnov)) == ([], [head])
    await desk.orlova.starts()
    assert seals(desk.orlova) == [head], "and the director has that evening's once she is back"


async def test_one_seal_a_day_through_any_restarts(desk: Desk) -> None:
    desk.clock.advance(timedelta(hours=20))
    for _ in range(3):
        await desk.restarts()
        await desk.passes(minutes=1)
    assert len(seals(desk.orlova)) == 1


async def test_a_seal_said_elsewhere_is_whole_too(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.sends("/why 1")
    await desk.petrov.taps(DETAILS)
    told = desk.petrov.card("Запись журнала").text
    assert HEAD.search(told.replace("Запись журнала и её печать: ", "\n")), told
    await desk.smirnov.sends("/report")
    assert "Печать" not in desk.smirnov.card("Итоги").text, "no claim that nobody could check"
