"""The program is killed between any two steps, or in the middle of one: nothing is lost, nothing is said twice."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.standin.faults import Again, Fine
from bot.standin.wire import Answer, Call
from bot.updates import Incoming
from tests.stories.desk import Desk
from tests.stories.people import Person
from tests.stories.words import (
    ASSIGN,
    CLAIM,
    DECLINE,
    HAND_OVER,
    MEETING,
    MET_ALREADY,
    NOT_MY_SEGMENT,
    NOT_THEIRS,
    SALE,
    TOO_BUSY,
)


class DeathError(BaseException):
    """The power goes."""


class Dies(Fine):
    """The program dies as soon as these words have arrived, before it can note that."""

    def __init__(self, words: str, method: str = "sendMessage") -> None:
        self.words = words
        self.method = method
        self.said = "caption" if method == "sendPhoto" else "text"

    async def after(self, call: Call, answer: Answer) -> Answer:
        if call.method == self.method and self.words in str(call.params[self.said]):
            raise DeathError
        return answer


def taps_only(person: Person, words: str) -> None:
    """The tap waits at Telegram: nobody has heard of it yet."""
    message_id, data = person.data(words)
    person.telegram.tap(person.id, message_id, data=data)


async def dies_having_said(desk: Desk, words: str, method: str = "sendMessage") -> None:
    """The office works until somebody is told this; then the program is dead, and another one starts."""
    desk.telegram.faults = Dies(words, method)
    with pytest.raises(BaseExceptionGroup) as died:
        await desk.settle()
    assert died.value.split(DeathError)[1] is None, "of nothing else"
    desk.telegram.faults = Fine()
    await desk.restarts()
    await desk.settle()


async def dies_before_anything_is_sent(desk: Desk) -> None:
    await desk.hears()
    await desk.restarts()
    await desk.settle()


async def test_a_lead_lives_through_a_restart_after_every_step(desk: Desk) -> None:
    await desk.anna.sends("Рустам 8 (843) 200-00-00, окна")
    await desk.restarts()
    await desk.anna.taps(HAND_OVER)
    await desk.restarts()
    await desk.petrov.taps(CLAIM)
    await desk.restarts()
    await desk.petrov.taps(MEETING)
    await desk.petrov.taps(MET_ALREADY)
    await desk.restarts()
    await desk.passes(days=1)
    assert "Что нового?" in desk.petrov.card("№1").text
    await desk.restarts()
    await desk.petrov.taps(SALE)
    await desk.restarts()
    await desk.petrov.sends("120 000")
    await desk.restarts()
    assert "Продажа: 120" in desk.petrov.card("№1 ·").text and "Продажа" in desk.anna.card("№1").text
    assert len(desk.anna.messages()) == 1, "one lead, one card"


async def test_a_lead_that_nobody_takes_climbs_the_whole_ladder_through_restarts(desk: Desk) -> None:
    await desk.lead()
    await desk.restarts()
    await desk.petrov.taps(DECLINE)
    await desk.restarts()
    await desk.petrov.taps(TOO_BUSY)
    await desk.restarts()
    for minutes in (5, 10, 10):
        await desk.passes(minutes=minutes)
        await desk.restarts()
    assert desk.orlova.has(CLAIM)
    await desk.restarts()
    await desk.orlova.taps(CLAIM)
    assert "Мария Орлова" in desk.anna.card("№1").text


async def test_killed_after_the_hand_over_is_stored_and_before_anybody_is_told(desk: Desk) -> None:
    await desk.anna.sends("Рустам 8 (843) 200-00-00, окна")
    taps_only(desk.anna, HAND_OVER)
    await dies_before_anything_is_sent(desk)
    assert "Предложен: Пётр Петров" in desk.anna.card("№1").text
    assert len(desk.petrov.messages()) == 1
    assert "Повторяю" not in desk.petrov.card().text, "it was never sent, so it is no repeat"


async def test_killed_after_the_claim_is_stored_and_before_anybody_is_told(desk: Desk) -> None:
    await desk.lead()
    taps_only(desk.petrov, CLAIM)
    await dies_before_anything_is_sent(desk)
    assert desk.petrov.has(SALE) and desk.petrov.sees("200-00-00")
    assert "Взят" in desk.anna.card("№1").text


@pytest.mark.parametrize(("who", "words"), [("anna", HAND_OVER), ("petrov", CLAIM)])
async def test_killed_before_telegram_knows_that_the_tap_was_heard_it_comes_again_and_counts_once(
    desk: Desk, who: str, words: str
) -> None:
    await desk.anna.sends("Рустам 8 (843) 200-00-00, окна")
    if who == "petrov":
        await desk.anna.taps(HAND_OVER)
    taps_only(desk.anna if who == "anna" else desk.petrov, words)
    await desk.app.intake.poll_once(0)
    assert len(desk.telegram.updates) == 1, "Telegram will send the tap again"
    await desk.restarts()
    await desk.settle()
    assert len((await desk.stored())["offers"]) == 1
    assert desk.petrov.has(CLAIM if who == "anna" else SALE)


async def test_killed_while_it_answers_a_tap_the_word_may_be_lost_but_not_what_was_tapped(desk: Desk) -> None:
    await desk.lead()
    taps_only(desk.petrov, CLAIM)
    desk.telegram.faults = Dies("Лид ваш", "answerCallbackQuery")
    with pytest.raises(DeathError):
        await desk.settle()
    desk.telegram.faults = Fine()
    await desk.restarts()
    await desk.settle()
    assert desk.petrov.has(SALE)


async def test_every_update_delivered_twice_counts_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.telegram.faults = Again()
    settle = desk.app.intake.settle

    async def as_if_forgotten(one: Incoming) -> None:
        """As after a restart: the program does not know that it has handled this one, only the database does."""
        await settle(one)
        await settle(one)

    monkeypatch.setattr(desk.app.intake, "settle", as_if_forgotten)
    await desk.anna.sends("Рустам 8 (843) 200-00-00, окна")
    assert len(desk.anna.messages()) == 1, "one draft"
    taps_only(desk.anna, HAND_OVER)
    await desk.settle()
    taps_only(desk.petrov, CLAIM)
    await desk.settle()
    taps_only(desk.petrov, SALE)
    await desk.settle()
    await desk.petrov.sends("120 000")
    await desk.petrov.sends("/me")
    assert desk.petrov.chat().count("Записано") == 1 and desk.petrov.chat().count("За неделю") == 1
    stored = await desk.stored()
    assert len(stored["leads"]) == len(stored["offers"]) == 1


async def test_an_offer_that_may_have_arrived_is_repeated_once_and_marked(desk: Desk) -> None:
    await desk.anna.sends("Рустам 8 (843) 200-00-00, окна")
    taps_only(desk.anna, HAND_OVER)
    await dies_having_said(desk, "Новый лид №1")
    offers = [m.text for m in desk.petrov.messages() if m.button(CLAIM)]
    assert ["Повторяю" in text for text in offers] == [False, True]
    await desk.restarts()
    await desk.settle()
    assert len(desk.petrov.messages()) == 2
    await desk.petrov.taps(CLAIM)
    assert "Взят" in desk.anna.card("№1").text


async def test_an_offer_is_repeated_at_most_once_however_often_the_program_dies(desk: Desk) -> None:
    await desk.anna.sends("Рустам 8 (843) 200-00-00, окна")
    taps_only(desk.anna, HAND_OVER)
    desk.telegram.faults = Dies("Новый лид №1")
    for _ in range(3):
        try:
            await desk.settle()
        except BaseExceptionGroup:
            await desk.restarts()
    desk.telegram.faults = Fine()
    await desk.settle()
    assert len(desk.petrov.messages()) == 2
    await desk.passes(minutes=7)
    assert desk.sidorova.has(CLAIM), "and the lead goes on all the same"


async def test_a_note_that_asks_the_head_for_a_word_is_repeated_once_and_any_of_the_two_answers_it(
    desk: Desk,
) -> None:
    await desk.lead()
    await desk.petrov.taps(DECLINE)
    taps_only(desk.petrov, NOT_MY_SEGMENT)
    await dies_having_said(desk, "🧭")
    asked = [m for m in desk.smirnov.messages() if m.button(NOT_THEIRS)]
    assert len(asked) == 2, "better asked twice than not at all: nobody else would ask"
    await desk.smirnov.taps(NOT_THEIRS, on="🧭")
    judged = [entry for entry in (await desk.stored())["ledger"] if "segment_judged" in entry]
    assert len(judged) == 1


async def test_a_draft_and_an_assigned_lead_are_shown_however_often_the_program_dies(desk: Desk) -> None:
    async def dies_three_times(words: str) -> None:
        desk.telegram.faults = Dies(words)
        for _ in range(3):
            try:
                await desk.settle()
            except BaseExceptionGroup:
                for chat in (desk.anna.id, desk.ivanov.id):
                    desk.telegram.chats[chat].messages.clear()  # it never arrived: who can tell?
                await desk.restarts()
        desk.telegram.faults = Fine()
        await desk.settle()

    desk.telegram.send_text(desk.anna.id, "Рустам 8 (843) 200-00-00, окна")
    await dies_three_times("Рустам")
    await desk.anna.taps(HAND_OVER)
    await desk.passes(minutes=21)
    await desk.smirnov.taps(ASSIGN)
    taps_only(desk.smirnov, "Иван Иванов")
    await dies_three_times("200-00-00")
    assert desk.ivanov.has(SALE)


async def test_a_summary_that_may_have_arrived_is_not_repeated(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    desk.clock.advance(timedelta(hours=8, minutes=31))
    await dies_having_said(desk, "Итоги", "sendPhoto")
    await desk.passes(minutes=10)
    assert desk.orlova.chat().count("Итоги") == 1


async def test_what_fell_due_while_the_program_was_down_is_done_once_it_is_up(desk: Desk) -> None:
    await desk.lead()
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    seen = {p.id: len(p.messages()) for p in (desk.petrov, desk.sidorova, desk.smirnov)}
    desk.clock.advance(timedelta(hours=3))
    await desk.restarts()
    await desk.settle()
    assert "до 13:05" in desk.anna.card("№2").text, "who is next has his full time from now"
    assert len(desk.petrov.messages()) == seen[desk.petrov.id] + 1
    assert len(desk.smirnov.messages()) == seen[desk.smirnov.id], "nobody was skipped to catch up"
    assert not desk.sidorova.has(CLAIM)
