"""What the house makes of the scheme once its file is there. Run in a copy of the house by `test_one_more`."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest

from files.office_file import OfficeFileError, parse_office
from leads.schemes import ORDER
from storage import ledger
from tests.offices import OFFICE, one_team, varied
from tests.reports.replay.conftest import Past, past
from tests.stories.desk import Desk, office
from tests.stories.test_switching import switched
from tests.stories.test_whatif import a_day, asks
from tests.stories.words import CLAIM

NEW = "from_the_end"
UNDER_IT = varied(OFFICE, segments={"tatarstan": {"scheme": NEW}})
EVENTS = "at,event,lead\n2026-11-23T09:00:00,lead,L1\n"
__all__ = ["past"]


def test_an_office_file_names_it_and_who_mistypes_it_is_told_so() -> None:
    assert parse_office(UNDER_IT, "office.toml").segment("tatarstan").scheme == NEW
    with pytest.raises(OfficeFileError, match='unknown scheme "from_the_edn"; did you mean "from_the_end"'):
        parse_office(UNDER_IT.replace(NEW, "from_the_edn"), "office.toml")


def test_it_can_stand_in_reserve() -> None:
    behind_the_head = varied(OFFICE, segments={"tatarstan": {"scheme": "manual", "reserve": NEW}})
    assert parse_office(behind_the_head, "office.toml").segment("tatarstan").reserve == NEW


async def test_it_is_the_last_of_the_heads_list_with_words_of_its_own_and_one_tap_away(
    tmp_path: Path,
) -> None:
    async with office(tmp_path) as desk:
        assert ORDER[-1] == NEW
        await switched(desk, "с конца алфавита")
        about = desk.smirnov.card("Сейчас: с конца алфавита").text
        assert about.index("с конца алфавита: тому, чьё имя в алфавите последнее") > about.index(
            "руководитель"
        )
        assert desk.petrov.sees("Татарстан: с конца алфавита. Было: по очереди.")
        await gives_leads_out(desk)


async def gives_leads_out(desk: Desk) -> None:
    await desk.lead()
    await desk.sidorova.taps(CLAIM)
    await desk.petrov.sends("/why 1")
    why = desk.petrov.card("Почему №1").text
    assert "Последняя буква алфавита. Ваше место с конца алфавита: 2." in why
    await desk.petrov.sends("/queue")
    queue = desk.petrov.card("Татарстан · с конца алфавита").text
    assert "Ваше место: 2 из 2" in queue
    assert queue.index("Ольга Сидорова") < queue.index("Пётр Петров (вы)")
    assert "the ledger holds" in await desk.verifies()


async def test_its_own_setting_decides_and_is_proved(tmp_path: Path) -> None:
    """Also after it was changed: each decision is made again by the setting of its time."""
    async with office(tmp_path, varied(UNDER_IT, segments={"tatarstan": {"passed_over": 1}})) as desk:
        await desk.lead()
        assert desk.petrov.has(CLAIM)
        await desk.petrov.taps(CLAIM)
        await desk.set_up(UNDER_IT)
        await desk.lead("Ещё один 8 (843) 200-11-22")
        assert desk.sidorova.has(CLAIM)
        assert "2 decisions made again" in await desk.verifies()
        shown = [json.loads(body)["settings"] for kind, body in await in_ledger(desk) if kind == "offered"]
        assert shown == [{"passed_over": 1}, {"passed_over": 0}]


async def in_ledger(desk: Desk) -> list[tuple[str, str]]:
    async with desk.database.reading() as store:
        with closing(ledger.stream(store)) as entries:
            return [(entry.kind, entry.body) for entry in entries]


async def test_what_if_plays_the_past_under_it(tmp_path: Path) -> None:
    async with office(tmp_path) as desk:
        await a_day(desk)
        assert "с конца алфавита: ≈" in (await asks(desk.smirnov)).text


def test_replay_plays_events_under_it(past: Past) -> None:
    [decision] = past.decisions(EVENTS, "--scheme", NEW, under=one_team())
    assert (decision["scheme"], decision["offered"]) == (NEW, ["c"])
    assert decision["why"] == "last_name: c 1, b 2, a 3"
