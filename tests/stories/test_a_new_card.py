"""A kind of card is one entry and one function that draws it: all else follows from what the entry says."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from desk import drawing
from desk.page import Page
from screens.content import Content, Screen
from storage import cards
from storage.kinds import KINDS, CardKind, Change, Facts, Holds, Urgency
from storage.people import PersonRow
from storage.subjects import A_LEAD, A_QUESTION
from storage.tables.chats import cards as rows
from tests.stories.desk import Desk, office
from tests.stories.erasing import erases

POSTER = Facts(
    word="poster",
    about=A_LEAD,
    is_answer=False,
    urgency=Urgency.NEWS,
    lasts=True,
    repeatable=True,
    at_once=False,
    holds=Holds.STORED,
    stale=frozenset({Change.HANDS, Change.READER}),
)
HOROSCOPE = replace(
    POSTER,
    word="horoscope",
    about=A_QUESTION,
    is_answer=True,
    lasts=False,
    repeatable=False,
    holds=Holds.NOTHING,
    stale=frozenset(),
)
Adds = Callable[[Facts], CardKind]


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with office(tmp_path) as desk:
        yield desk


@pytest.fixture
def adds(monkeypatch: pytest.MonkeyPatch) -> Adds:
    def add(facts: Facts) -> CardKind:
        kind: Any = object.__new__(CardKind)  # an enumeration takes no member once it is made
        kind._name_, kind._value_ = facts.word.upper(), facts
        monkeypatch.setitem(KINDS, facts.word, kind)
        table: Any = drawing.FOR_PEOPLE
        monkeypatch.setitem(table, kind, drawing.ForPeople(_drawn, None))
        found: CardKind = kind
        return found

    return add


def _drawn(page: Page, person: PersonRow) -> Content:
    lead = page.work.load(A_LEAD.read("1")).scene.lead
    return Screen(f"Плакат для {person.id} на {person.locale}: {lead.holder or 'никто'}")


async def wants(desk: Desk, kind: CardKind) -> None:
    async with desk.database.writing() as store:
        cards.want(store, desk.orlova.id, kind, 1, "orlova")
    await desk.app.courier.drain()


def posters(desk: Desk) -> list[str]:
    return [m.text for m in desk.orlova.messages() if m.text.startswith("Плакат")]


async def test_it_is_drawn_and_drawn_again_whenever_something_makes_it_untrue(desk: Desk, adds: Adds) -> None:
    await desk.lead()
    await wants(desk, adds(POSTER))
    assert posters(desk) == ["Плакат для orlova на ru: никто"]
    await desk.petrov.taps("Беру")
    assert posters(desk) == ["Плакат для orlova на ru: petrov"]
    await desk.orlova.taps_data(1, "lang:en")
    assert posters(desk) == ["Плакат для orlova на en: petrov"]


async def test_it_is_drawn_again_when_its_client_is_erased(desk: Desk, adds: Adds) -> None:
    await desk.lead()
    kind = adds(POSTER)
    await wants(desk, kind)
    async with desk.database.writing() as store:
        before = cards.of(store, desk.orlova.id, kind, 1)
    await erases(desk, lead=1)
    async with desk.database.writing() as store:
        after = cards.of(store, desk.orlova.id, kind, 1)
    assert before and after
    assert after.wanted > before.wanted


@pytest.mark.parametrize(("facts", "is_kept"), [(POSTER, True), (HOROSCOPE, False)], ids=lambda x: str(x)[:5])
async def test_it_is_kept_or_forgotten(desk: Desk, adds: Adds, facts: Facts, is_kept: bool) -> None:
    await desk.lead()
    kind = adds(facts)
    await wants(desk, kind)
    assert posters(desk)
    desk.clock.advance(timedelta(days=3))
    await desk.app.clockwork.forget()
    async with desk.database.writing() as store:
        assert bool(cards.of(store, desk.orlova.id, kind, 1)) is is_kept


@pytest.mark.parametrize(
    ("facts", "comes_again"), [(POSTER, True), (HOROSCOPE, False)], ids=lambda x: str(x)[:5]
)
async def test_it_is_sent_once_more_or_rather_lost(
    desk: Desk, adds: Adds, facts: Facts, comes_again: bool
) -> None:
    """A program died in the middle of sending it: nobody knows whether it arrived."""
    await desk.lead()
    kind = adds(facts)
    async with desk.database.writing() as store:
        cards.want(store, desk.orlova.id, kind, 1, "orlova")
        store.execute(update(rows).where(cards.are([kind])).values(begun=1))
    await desk.app.courier.drain()
    assert bool(posters(desk)) is comes_again
