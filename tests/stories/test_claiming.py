"""A lead is offered, claimed, declined, passed on."""

from __future__ import annotations

from tests.stories.desk import Desk
from tests.stories.words import (
    BAD_LEAD,
    CLAIM,
    CONFIRM,
    COPY,
    DECLINE,
    GIVE_BACK,
    HAND_OVER,
    NOT_BAD,
    NOT_MY_SEGMENT,
    REFUSAL,
    SALE,
)


async def test_the_first_lead_walks_from_the_secretary_to_the_director(desk: Desk) -> None:
    await desk.anna.sends("Рустам Галиев 8 (843) 200-00-00, окна на балкон")
    assert desk.anna.sees("Рустам Галиев")
    assert desk.anna.sees("+7 843 200-00-00")
    assert desk.anna.sees("Татарстан")

    await desk.anna.taps(HAND_OVER)
    assert "Пётр Петров" in desk.anna.card("№1").text
    assert not desk.anna.has(HAND_OVER)

    await desk.petrov.taps(CLAIM)
    assert desk.petrov.sees("Рустам Галиев")
    assert desk.petrov.sees("+7 843 200-00-00")
    copy = desk.petrov.card("№1").button(COPY)
    assert copy and copy.action == "copy_text" and copy.value == "+78432000000"
    assert "Пётр Петров" in desk.anna.card("№1").text

    await desk.petrov.taps(SALE)
    await desk.petrov.sends("120 000")
    assert "Продажа" in desk.anna.card("№1").text and "120" not in desk.anna.card("№1").text
    await desk.orlova.sends("/report")
    assert "120" in desk.orlova.chat()


async def test_nothing_of_the_client_is_shown_before_the_claim(desk: Desk) -> None:
    await desk.lead(
        "Рустам Галиев 8 (843) 200-00-00, пишите @rustam_g или rustam@mail.ru, Рустаму удобно вечером"
    )
    for word in ("Рустам", "Галиев", "200-00-00", "2000000", "rustam"):
        assert word not in desk.petrov.chat()
    assert "удобно вечером" in desk.petrov.chat()


async def test_a_decline_passes_the_lead_on_at_once(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(DECLINE)
    assert desk.sidorova.has(CLAIM)
    await desk.petrov.taps(NOT_MY_SEGMENT)
    assert not desk.petrov.has(CLAIM)
    await desk.sidorova.taps(CLAIM)
    assert "Ольга Сидорова" in desk.anna.card("№1 ·").text


async def test_who_comes_late_is_told_who_has_the_lead(desk: Desk) -> None:
    await desk.lead()
    message, claim = desk.petrov.data(CLAIM)
    await desk.passes(minutes=5)
    assert desk.sidorova.has(CLAIM), "the offer lapsed and went on"
    await desk.sidorova.taps(CLAIM)
    toast = await desk.petrov.taps_data(message, claim)
    assert "Ольга Сидорова" in toast
    assert "200-00-00" not in desk.petrov.chat()


async def test_a_doubled_tap_changes_nothing(desk: Desk) -> None:
    await desk.lead()
    message, claim = desk.petrov.data(CLAIM)
    await desk.petrov.taps_data(message, claim)
    assert await desk.petrov.taps_data(message, claim)
    assert desk.petrov.card("№1").button(SALE)


async def test_a_stranger_to_the_lead_cannot_claim_it(desk: Desk) -> None:
    await desk.lead()
    _, claim = desk.petrov.data(CLAIM)
    for person in (desk.ivanov, desk.anna):
        await person.sends("/help")
        assert "не у вас" in await person.taps_data(person.card().message_id, claim)
    assert desk.petrov.has(CLAIM)
    assert "200-00-00" not in desk.ivanov.chat()


async def test_two_claim_at_once_and_the_second_is_told_who_won(desk: Desk) -> None:
    await desk.lead("Звонок без номера, перезвонить")
    await desk.passes(minutes=11)
    takers = [desk.petrov, desk.sidorova, desk.ivanov]
    taps = [(person, *person.data(CLAIM)) for person in takers]
    queries = [desk.telegram.tap(person.id, message, data=data) for person, message, data in taps]
    await desk.settle()
    toasts = [
        next(t.text for t in desk.telegram.toasts(person.id) if t.query_id == query)
        for (person, _, _), query in zip(taps, queries, strict=True)
    ]
    owners = [person for person in takers if person.has(SALE)]
    assert len(owners) == 1
    assert sum("уже" in (toast or "") for toast in toasts) == 2
    assert all(not person.has(CLAIM) for person in takers)


async def test_two_lapses_in_a_row_pause_a_manager_until_he_is_back(desk: Desk) -> None:
    for number in (1, 2):
        await desk.lead()
        assert desk.petrov.card(f"№{number}", button=CLAIM)
        assert not desk.petrov.sees("на паузе")
        await desk.passes(minutes=5)
        await desk.sidorova.taps(CLAIM, on=f"№{number}")
    assert "2 лида подряд" in desk.petrov.card("на паузе").text
    await desk.lead()
    assert desk.sidorova.card("№3", button=CLAIM) and not desk.petrov.has(CLAIM)
    await desk.petrov.sends("/on")
    await desk.sidorova.sends("/off")
    await desk.lead()
    assert desk.petrov.card("№4", button=CLAIM)


async def test_a_returned_lead_goes_to_the_next(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(GIVE_BACK)
    assert desk.sidorova.has(CLAIM)
    assert not desk.petrov.sees("200-00-00"), "who gave it back no longer sees the contact"


async def test_a_bad_lead_needs_the_heads_word(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(BAD_LEAD)
    assert desk.smirnov.has(CONFIRM)
    await desk.smirnov.taps(CONFIRM)
    assert not desk.smirnov.has(CONFIRM)
    assert not desk.petrov.has(SALE)
    await desk.petrov.sends("/me")
    assert "Вы получили столько же, сколько другие" in desk.petrov.card("За неделю").text


async def test_where_no_head_can_be_reached_the_director_settles_a_bad_lead(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    desk.telegram.block(desk.smirnov.id)
    await desk.petrov.taps(BAD_LEAD)
    assert desk.orlova.has(CONFIRM), "Telegram has said that he does not get it"
    await desk.lead("Ещё один 8 (843) 200-11-22")
    await desk.sidorova.taps(CLAIM)
    await desk.sidorova.taps(BAD_LEAD)
    assert desk.orlova.card("№2", button=CONFIRM), "it is known that he gets nothing"
    desk.telegram.unblock(desk.smirnov.id)
    await desk.smirnov.sends("/start")
    assert desk.smirnov.card("№2", button=CONFIRM)
    await desk.smirnov.taps(CONFIRM, on="№2")
    assert not desk.orlova.card("№2").button(CONFIRM)


async def test_while_a_head_can_be_reached_no_director_is_asked(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(BAD_LEAD)
    assert desk.smirnov.has(CONFIRM) and not desk.orlova.has(CONFIRM)


async def test_a_lead_that_is_not_bad_goes_back_to_work(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(BAD_LEAD)
    await desk.smirnov.taps(NOT_BAD)
    assert desk.petrov.has(SALE)


async def test_the_terminal_state_stays_terminal(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    message, won = desk.petrov.data(SALE)
    _, back = desk.petrov.data(GIVE_BACK)
    await desk.petrov.taps(REFUSAL)
    await desk.petrov.taps_data(message, won)
    await desk.petrov.taps_data(message, back)
    assert "Отказ" in desk.anna.card("№1").text
    assert not desk.sidorova.has(CLAIM)
