"""Whoever asks a hundred times is answered once, and his offers do not wait for it."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import func, select

from desk import clockwork
from storage import cards, sending
from storage.kinds import CardKind
from storage.tables.chats import cards as rows
from tests.stories.desk import Desk
from tests.stories.people import Person
from tests.stories.words import CLAIM

HELP, FLOOD = "Вы здесь", 100


async def asks(desk: Desk, who: Person, *commands: str, times: int = 1) -> None:
    """All at once: nothing is sent before the last is heard."""
    for _ in range(times):
        for command in commands:
            who.telegram.send_text(who.id, command)
    await desk.hears()


def shown(who: Person) -> list[str]:
    return [message.text for message in who.telegram.messages(who.id) if message.by_bot]


async def test_a_flood_of_ones_own_questions_delays_no_offer(desk: Desk) -> None:
    await asks(desk, desk.petrov, "/help", times=FLOOD)
    desk.anna.telegram.send_text(desk.anna.id, "Рустам 8 (843) 200-00-01, окна")
    await desk.hears()
    async with desk.database.reading() as store:
        [draft] = [card for card in sending.due(store) if card.chat == desk.anna.id]
    desk.anna.telegram.tap(desk.anna.id, 1, data=f"hand:{draft.subject}")
    await desk.hears()
    handed = desk.clock.now().timestamp()
    await desk.app.courier.drain()
    first, *others = [m for m in desk.telegram.messages(desk.petrov.id) if m.by_bot]
    assert CLAIM in str(first.raw["reply_markup"])
    assert first.raw["date"] - handed < 1
    assert len(others) == 1, "and one /help"


async def test_each_question_is_answered_once_and_none_is_lost(desk: Desk) -> None:
    for _ in range(3):
        await desk.lead()
    await desk.petrov.taps(CLAIM, on="№1")
    before = len(shown(desk.petrov))
    await asks(desk, desk.petrov, "/me", "/why 1", "/why 2", "/queue", "/why", "/why 99", times=15)
    await desk.settle()
    said = shown(desk.petrov)[before:]
    assert len(said) == len(set(said)) == 6


async def test_asked_again_after_the_answer_it_is_answered_again(desk: Desk) -> None:
    for times in (1, 2, 3):
        await desk.petrov.sends("/queue")
        assert len(shown(desk.petrov)) == times


async def test_the_answer_is_as_things_are_when_it_is_sent(desk: Desk) -> None:
    await asks(desk, desk.smirnov, "/leads")
    desk.anna.telegram.send_text(desk.anna.id, "Рустам 8 (843) 200-00-01, окна")
    await desk.hears()
    desk.anna.telegram.tap(desk.anna.id, 1, data="hand:1")
    await asks(desk, desk.smirnov, "/leads")
    await desk.settle()
    [answer] = shown(desk.smirnov)
    assert "№1" in answer


async def test_what_somebody_hands_in_is_never_taken_for_the_same(desk: Desk) -> None:
    for number in range(5):
        desk.anna.telegram.send_text(desk.anna.id, f"Клиент 8 (843) 200-00-0{number}, окна")
    await desk.settle()
    assert len(shown(desk.anna)) == 5


async def test_answers_that_were_given_do_not_pile_up(desk: Desk) -> None:
    await desk.lead()
    for command in ("/help", "/me", "/queue", "/why 1", "что?", "/on"):
        await desk.petrov.sends(command)
    for command in ("/office", "/report", "/leads"):
        await desk.smirnov.sends(command)
    await desk.smirnov.taps_data(1, "xlsx:2026-11-23:2026-11-23")
    before = await stored(desk)
    desk.clock.advance(timedelta(days=1))
    assert await desk.app.clockwork.forget()
    assert await stored(desk) == before, "Telegram may still send one of the questions again"
    desk.clock.advance(timedelta(days=1, minutes=1))
    assert await desk.app.clockwork.forget()
    left = await stored(desk)
    assert {kind for kind, _ in left} == {"lead", "answer", *({"menu"} & {kind for kind, _ in before})}
    answers = {subject for kind, subject in left if kind == "answer"}
    assert answers == {"me", "office", "report", "leads", "workbook:2026-11-23:2026-11-23"}
    await desk.settle()


async def test_many_of_them_go_bite_by_bite(desk: Desk) -> None:
    async with desk.database.writing() as store:
        for number in range(clockwork.BITE + 1):
            cards.want(store, 201, CardKind.NOTE, str(number), None, payload={"key": "on", "args": {}})
        store.execute(rows.update().values(shown=1, shown_at=desk.clock.now()))
    desk.clock.advance(timedelta(days=3))
    assert not await desk.app.clockwork.forget()
    assert await desk.app.clockwork.forget()
    async with desk.database.reading() as store:
        assert store.scalar(select(func.count()).where(rows.c.kind == "note")) == 0
    await desk.settle()


async def stored(desk: Desk) -> set[tuple[str, str]]:
    async with desk.database.reading() as store:
        return {(row.kind, row.subject) for row in store.execute(select(rows.c.kind, rows.c.subject))}
