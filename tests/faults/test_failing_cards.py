"""A card that cannot be shown stands before no other; it is tried a few times, given up, and told of."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NoReturn, cast

import pytest
from sqlalchemy import update

from bot.standin.faults import Fine
from bot.standin.wire import ApiError, Call
from bot.web import wrong
from desk import drawing
from desk.page import Page
from leads.office import Role
from leads.rights import may
from screens.texts import LOCALES, texts_for
from storage import cards, sending
from storage.kinds import KINDS, CardKind, Urgency
from storage.subjects import A_WEEK, THE_CHAT
from storage.tables.chats import cards as rows
from tests.offices import WITH_ADMIN
from tests.stories.desk import Desk, office
from tests.stories.people import Person
from tests.stories.words import CLAIM

A_DAY = date(2026, 11, 23)
SECRET = "Рустам 8 (843) 200-55-55"
NOT_SHOWN, SHOWN_AGAIN = "Не получилось показать", "всё удалось показать"
OTHER = "Дальше по-русски"
READERS = {
    "smirnov": (301, Role.HEAD),
    "petrov": (201, Role.MANAGER),
    "admin": (501, Role.ADMIN),
    "anna": (101, Role.SECRETARY),
}
Break = Callable[[CardKind], "Broken"]

pytestmark = pytest.mark.usefixtures("one_thread")  # what is drawn tells the test, in the same loop


class Broken:
    """A kind of card that cannot be drawn, until it is mended; for one person, or for all."""

    def __init__(self, real: Any = None) -> None:
        self.tries = 0
        self.again = asyncio.Event()  # it is tried a second time
        self.dies: Callable[[], None] = lambda: None  # then
        self.real = real
        self.only = ""
        self.is_mended = False

    def draw(self, page: Page, *person: Any) -> Any:
        if not self.is_mended and (not self.only or person[0].id == self.only):
            self.raises()
        return self.real(page, *person)

    def raises(self) -> NoReturn:
        self.tries += 1
        if self.tries == 2:
            self.again.set()
            self.dies()
        raise KeyError(SECRET)


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with office(tmp_path, WITH_ADMIN) as desk:
        desk.may_give_up = True
        yield desk


@pytest.fixture
def breaks(monkeypatch: pytest.MonkeyPatch) -> Break:
    def break_(kind: CardKind) -> Broken:
        if kind in drawing.FOR_ANYBODY:
            broken = Broken(drawing.FOR_ANYBODY[kind])
            monkeypatch.setitem(cast("Any", drawing.FOR_ANYBODY), kind, broken.draw)
            return broken
        its = drawing.FOR_PEOPLE[kind]
        broken = Broken(its.draw)
        monkeypatch.setitem(cast("Any", drawing.FOR_PEOPLE), kind, replace(its, draw=broken.draw))
        return broken

    return break_


async def puts(desk: Desk, who: Person, id: str, kind: CardKind, urgency: Urgency) -> None:
    """A card of this kind is wanted in somebody's chat."""
    about = kind.facts.about
    subject = None if about is THE_CHAT else ("rest", A_DAY) if about is A_WEEK else about.read("1")
    async with desk.database.writing() as store:
        cards.want(store, who.id, kind, subject, id, urgency, payload={"args": {}, "key": "none"})


def reads(kind: CardKind) -> str:
    """Somebody who may see a card of this kind."""
    its = drawing.FOR_PEOPLE.get(kind)
    right = its.right if its else None
    return next(name for name, (_, role) in READERS.items() if right is None or may([role], right))


def seconds(desk: Desk, who: Person) -> list[float]:
    """When the bot's messages in his chat were sent, in seconds ago."""
    now = desk.clock.now().timestamp()
    return [now - message.raw["date"] for message in who.telegram.messages(who.id) if message.by_bot]


async def for_ever() -> None:
    await asyncio.Event().wait()


async def drains_until_it_is_tried_again(desk: Desk, broken: Broken) -> None:
    """The program dies before the second failure is written down."""
    broken.dies = lambda: setattr(desk.database, "_moment", for_ever)
    async with asyncio.TaskGroup() as group:
        courier = group.create_task(desk.app.courier.drain())
        await broken.again.wait()
        courier.cancel()


@pytest.mark.parametrize("kind", list(KINDS.values()), ids=str)
async def test_a_card_of_any_kind_that_cannot_be_drawn_delays_no_other(
    desk: Desk, breaks: Break, kind: CardKind
) -> None:
    """Neither of its chat, however urgent it is, nor of another; and not after a restart either."""
    broken = breaks(kind)
    other = CardKind.ROSTER if kind is CardKind.HELP else CardKind.HELP
    reader = reads(kind)
    theirs, others = desk.person(READERS[reader][0]), desk.sidorova
    await puts(desk, theirs, reader, kind, Urgency.OFFER)
    await drains_until_it_is_tried_again(desk, broken)
    await desk.restarts()
    await puts(desk, theirs, reader, other, Urgency.SUMMARY)
    await puts(desk, others, "sidorova", other, Urgency.SUMMARY)
    start = desk.clock.now()
    came: dict[int, timedelta] = {}

    class Noted(Fine):
        async def before(self, call: Call) -> None:
            if call.method == "sendMessage":
                came.setdefault(int(call.params["chat_id"]), desk.clock.now() - start)

    desk.telegram.faults = Noted()
    await desk.app.courier.drain()
    assert set(came) == {theirs.id, others.id}
    assert max(came.values()) <= timedelta(seconds=2), "the pause between the tries is longer"
    assert broken.tries == 5, "four tries, and the one that died with the program"
    async with desk.database.reading() as store:
        assert sending.due(store) == [], "it was given up"


@pytest.mark.parametrize("locale", LOCALES)
def test_every_kind_of_card_has_a_word_of_its_own(locale: str) -> None:
    texts = texts_for(locale)
    words = [texts.plain("card-kind", kind=kind) for kind in (*KINDS, "?")]
    assert len(set(words)) == len(words)


async def test_a_failing_card_is_told_to_the_administrator_and_over_after_an_hour(
    desk: Desk, breaks: Break, caplog: pytest.LogCaptureFixture
) -> None:
    breaks(CardKind.REPORT)
    await desk.orlova.sends("/report")
    await desk.app.watch.look()
    await desk.settle()
    kim = desk.person(501)
    assert kim.chat().count(NOT_SHOWN) == 1
    assert "отчёт (директор)" in kim.chat()
    assert "cards" in await wrong(desk.app)
    assert "given up" in caplog.text
    assert SECRET not in caplog.text, "the log has the error's type and place, and none of its words"
    await passes(desk, 59)
    assert not kim.sees(SHOWN_AGAIN)
    await passes(desk, 2)
    assert kim.chat().count(SHOWN_AGAIN) == 1
    assert "cards" not in await wrong(desk.app)


async def test_what_telegram_refuses_for_good_is_told_as_well(desk: Desk) -> None:
    class RefusesTheHead(Fine):
        async def before(self, call: Call) -> None:
            if call.params.get("chat_id") == str(desk.smirnov.id) and call.method == "sendMessage":
                raise ApiError(400, "Bad Request: BUTTON_USER_INVALID")

    desk.telegram.faults = RefusesTheHead()
    await desk.smirnov.sends("/office")
    await desk.app.watch.look()
    await desk.settle()
    assert "/office (руководитель)" in desk.person(501).chat()


async def test_a_card_that_was_given_up_is_tried_anew_when_it_changes(desk: Desk, breaks: Break) -> None:
    broken = breaks(CardKind.OFFICE)
    await desk.smirnov.sends("/office")
    assert broken.tries == 4
    broken.is_mended = True
    await desk.settle()
    assert not desk.smirnov.sees("Окна Казань"), "given up is given up"
    await desk.smirnov.sends("/office")
    assert desk.smirnov.sees("Окна Казань")


async def test_a_card_that_another_version_has_left_behind_delays_no_other(desk: Desk) -> None:
    await puts(desk, desk.smirnov, "smirnov", CardKind.SEAL, Urgency.OFFER)
    async with desk.database.writing() as store:
        store.execute(update(rows).where(cards.are([CardKind.SEAL])).values(kind="poster"))
    await desk.smirnov.sends("/help")
    assert desk.smirnov.sees("/report")
    await desk.app.watch.look()
    await desk.settle()
    assert "карточку (руководитель)" in desk.person(501).chat()


async def test_an_offer_that_cannot_be_shown_moves_on_and_costs_nothing(desk: Desk, breaks: Break) -> None:
    broken = breaks(CardKind.LEAD)
    broken.only = "petrov"
    start = desk.clock.now()
    await desk.lead()
    assert broken.tries == 8, "the offer, and what became of it"
    assert desk.clock.now() - start < timedelta(minutes=2), "not by its deadline"
    assert desk.sidorova.sees("Беру")
    await desk.sidorova.taps(CLAIM)
    assert desk.sidorova.sees("200-00-00")
    [entry] = [row for row in (await desk.stored())["ledger"] if "undelivered" in row]
    assert "petrov" in str(entry)
    async with desk.database.reading() as store:
        assert sending.due(store) == []


async def test_what_only_the_lead_s_rules_trip_over_is_shown_once(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message is there: sending it again and again would not mend anything."""

    def fails(*_: object) -> None:
        raise KeyError(SECRET)

    monkeypatch.setattr("desk.outbox.delivered", fails)
    await desk.lead()
    assert desk.petrov.chat().count("№1") == 1
    await desk.petrov.taps(CLAIM)
    assert desk.petrov.sees("200-00-00")


async def passes(desk: Desk, minutes: float) -> None:
    """Time goes by, with a look of the watchdog every minute."""
    for _ in range(round(minutes)):
        desk.clock.advance(timedelta(minutes=1))
        await desk.settle()
        await desk.app.watch.look()
        await desk.app.courier.drain()
