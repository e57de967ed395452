"""Taps that no button of ours could make: answered politely, or passed over; nothing raises, nothing is set aside."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from storage.tables.clients import touches
from tests.stories.desk import Desk
from tests.stories.rights_office import PEOPLE, busy_office
from tests.stories.rights_table import BUTTONS

PREFIXES = sorted({row.button.__prefix__ for row in BUTTONS})
POWERLESS = ("vera", "lena", "kuznetsov", "stranger")  # nothing in the busy office is theirs to change
FORGED = (
    "",
    ":",
    "x",
    "claim",
    "claim:",
    "claim:x",
    "claim:1:2",
    "gone:1",
    "claim:-1",
    "claim:1.0",
    "claim: 2e9",
    "claim:١",
    "claim:²",
    "claim:1_0",
    f"seek:watch:{2**34 - 1}",
    "claim:" + "9" * 50,
    f"claim:{2**63}",
    f"take:{2**63 - 1}",
    f"seek:watch:{2**40 - 1}",
    "seek:watch:-1",
    "seek:\x00:1795705200",
    "seek:'; DROP TABLE leads; --:1795705200",
    "expl:5:a reason of my own",
    "lost:6:a reason of my own",
    "prog:1:nonsense",
    "close:1:nonsense",
    "settle:7:maybe",
    "lot:lots:2026-11-23:99",
    "lot:lots:9999-99-99:7",
    "lot:lots:\ud800:7",
    "assign:1:\x00",
    "assign:1:stranger",
    "pick:8:nobody",
    "invite:+",
    "invite:+owner",
    "lang:../../etc",
    "rule:tatarstan:__class__",
    "roster:1:1:1",
    "hand:" + "я" * 200,
)


pytestmark = pytest.mark.usefixtures("patience")


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with busy_office(tmp_path) as desk:
        yield desk


async def test_what_no_button_ever_held_changes_nothing_whoever_sends_it(desk: Desk) -> None:
    stored = await desk.stored()
    for name, id in PEOPLE.items():
        taps = [desk.telegram.tap(id, 1, data=data) for data in FORGED]
        await desk.hears()
        answered = [toast.query_id for toast in desk.telegram.toasts(id)]
        assert answered == taps, name
        assert await desk.stored() == stored, f"{name} has changed something"


async def test_taps_of_a_strange_shape_are_taps_still(desk: Desk) -> None:
    """Without a message, with one that is out of reach, sent through another chat, without `chat_instance`."""
    sidorova = {"id": PEOPLE["sidorova"], "is_bot": False, "first_name": "О"}
    chat = {"id": PEOPLE["sidorova"], "type": "private", "first_name": "О"}
    shapes: list[dict[str, Any]] = [
        {"data": "claim:99"},
        {"data": "claim:99", "inline_message_id": "x"},
        {"data": "claim:99", "message": {"chat": chat, "message_id": 2**52, "date": 0}},
        {"game_short_name": "chess"},
        {},
    ]
    asked = []
    for shape in (*shapes, *({"chat_instance": "1"} | shape for shape in shapes)):
        query = desk.telegram.open_query(PEOPLE["sidorova"])
        asked.append(query)
        desk.telegram.updates.put("callback_query", {"id": query, "from": sidorova} | shape)
    stored = await desk.stored()
    await desk.settle()
    assert [toast.query_id for toast in desk.telegram.toasts(PEOPLE["sidorova"])] == asked
    assert await desk.stored() == stored


async def test_a_tap_without_its_message_does_what_it_says(desk: Desk) -> None:
    id = PEOPLE["sidorova"]
    tap = {"id": desk.telegram.open_query(id), "from": {"id": id, "is_bot": False, "first_name": "О"}}
    desk.telegram.updates.put("callback_query", tap | {"data": "claim:2"})
    await desk.settle()
    assert [toast.text for toast in desk.telegram.toasts(id)] == ["Лид ваш"]


async def test_a_message_full_of_what_no_database_takes_becomes_a_lead(desk: Desk) -> None:
    said = "Рустам\x00 \ud800 8 (843) 200-98-97"
    desk.telegram._say(PEOPLE["anna"], {"text": said})
    await desk.hears()
    async with desk.database.reading() as store:
        (text,) = store.scalars(select(touches.c.text).where(touches.c.text.contains("200-98-97")))
    assert text == "Рустам\ufffd \ufffd 8 (843) 200-98-97"


numbers = st.one_of(st.integers(-2, 12), st.integers(-(2**70), 2**70)).map(str)
words = st.one_of(
    st.text(max_size=12), st.sampled_from(["watch", "lots", "rest", "petrov", "+admin", "-", ""])
)
parts = st.lists(
    st.one_of(numbers, words, st.sampled_from(["True", "False", "won", "bad", "met"])), max_size=4
)
structured = st.builds(lambda prefix, rest: ":".join([prefix, *rest]), st.sampled_from(PREFIXES), parts)
ours = st.sampled_from([row.button.pack() for row in BUTTONS])


@given(data=st.lists(st.one_of(structured, ours, st.text(max_size=64)), min_size=4, max_size=8))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_whatever_the_powerless_tap_changes_nothing(desk: Desk, data: list[str]) -> None:
    """A language of one's own is all that they may choose."""
    before = await _but_languages(desk)
    taps = {name: [desk.telegram.tap(PEOPLE[name], 1, data=one) for one in data] for name in POWERLESS}
    await desk.hears()
    for name, asked in taps.items():
        answered = [toast.query_id for toast in desk.telegram.toasts(PEOPLE[name])]
        assert answered[-len(asked) :] == asked
    assert await _but_languages(desk) == before


async def _but_languages(desk: Desk) -> dict[str, Any]:
    stored: dict[str, Any] = await desk.stored()
    people = [tuple(value for value in row if str(value) not in {"ru", "en"}) for row in stored["people"]]
    return stored | {"people": people, "offices": len(stored["offices"])}


@given(data=st.lists(st.one_of(structured, st.text(max_size=64)), min_size=4, max_size=8))
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_whatever_anybody_taps_leaves_an_office_that_verifies(desk: Desk, data: list[str]) -> None:
    """Those who may something do it now and then; nothing of it is set aside, and the ledger explains it all."""
    for one in data:
        for id in PEOPLE.values():
            desk.telegram.tap(id, 1, data=one)
    await desk.hears()
    assert await desk.updates_set_aside() == 0
    await desk.verifies()
