"""The office file is loaded anew while people are at work: what they see is what the new office lets them see."""

from __future__ import annotations

from bot.standin.faults import Refuse, Script
from tests.offices import DUTY, LOTTERY, OFFICE, WEEK, on_duty, varied
from tests.stories.desk import Desk
from tests.stories.duties import seeks
from tests.stories.words import CLAIM, DECLINE, SALE, TAKE_SHIFT

ZHUKOV = {"name": "Зоя Жукова", "telegram_id": 302, "roles": ["head"]}
TWO_HEADS = varied(OFFICE, people={"zhukov": ZHUKOV})


async def test_a_head_who_has_left_keeps_no_clients_phone(desk: Desk) -> None:
    await desk.set_up(TWO_HEADS)
    await desk.lead()
    await desk.passes(minutes=30)  # nobody takes it, so both heads are asked
    zhukov = desk.person(302)
    assert zhukov.sees("200-00-00")
    await desk.set_up(OFFICE)
    assert not zhukov.sees("200-00-00")
    assert desk.smirnov.sees("200-00-00"), "who has stayed still sees it"


async def test_a_head_who_had_blocked_the_bot_when_he_left_keeps_no_phone_once_he_starts_it_again(
    desk: Desk,
) -> None:
    await desk.set_up(TWO_HEADS)
    await desk.lead()
    await desk.passes(minutes=30)
    zhukov = desk.person(302)
    desk.telegram.block(302)
    await desk.orlova.taps(CLAIM)  # his card cannot be brought up to date
    await desk.set_up(OFFICE)
    desk.telegram.unblock(302)
    await zhukov.starts()
    assert zhukov.sees("по приглашению"), "he is answered like any stranger"
    assert not zhukov.sees("200-00-00")


async def test_a_head_who_is_found_to_have_blocked_the_bot_after_he_left_keeps_no_phone(desk: Desk) -> None:
    await desk.set_up(TWO_HEADS)
    await desk.lead()
    await desk.passes(minutes=30)
    desk.telegram.faults = blocked()
    await desk.set_up(OFFICE)
    zhukov = desk.person(302)
    await zhukov.starts()
    assert zhukov.sees("по приглашению"), "he is answered like any stranger"
    assert not zhukov.sees("200-00-00")
    assert not zhukov.has(CLAIM)


async def test_an_account_that_blocked_the_bot_before_its_owner_moved_keeps_no_phone(desk: Desk) -> None:
    await desk.set_up(TWO_HEADS)
    await desk.lead()
    await desk.passes(minutes=30)
    desk.telegram.faults = blocked()
    await desk.set_up(varied(TWO_HEADS, people={"zhukov": {"telegram_id": 303}}))
    assert desk.person(303).sees("200-00-00")
    zhukov = desk.person(302)
    await zhukov.starts()
    assert not zhukov.sees("200-00-00")
    assert not zhukov.has(CLAIM)


async def test_whoever_had_blocked_the_bot_when_he_left_and_is_back_has_his_lead_once(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    desk.telegram.faults = blocked()
    await desk.set_up(without("petrov"))
    await desk.set_up(OFFICE)
    await desk.petrov.starts()
    assert sum("200-00-00" in message.text for message in desk.petrov.messages()) == 1
    await desk.petrov.taps(SALE)
    await desk.verifies()


async def test_a_head_who_is_manager_now_sees_the_client_masked(desk: Desk) -> None:
    await desk.set_up(TWO_HEADS)
    await desk.lead()
    await desk.passes(minutes=30)
    await desk.set_up(varied(TWO_HEADS, people={"zhukov": {"roles": ["manager"]}}))
    assert not desk.person(302).sees("200-00-00")


async def test_whom_the_file_gives_another_language_has_his_cards_in_it(desk: Desk) -> None:
    await desk.lead()
    assert desk.petrov.has(CLAIM)
    await desk.set_up(varied(OFFICE, people={"petrov": {"locale": "en"}}))
    assert desk.petrov.has("Take it") and not desk.petrov.has(CLAIM)


async def test_a_draw_that_will_not_be_held_says_so(desk: Desk) -> None:
    await desk.set_up(LOTTERY)
    await desk.settle()
    assert desk.petrov.has("7"), "he may throw a lot"
    await desk.set_up(OFFICE)
    assert "Отложена" in desk.petrov.card("Жеребьёвка").text


async def test_whoever_has_left_the_team_has_no_lot_to_throw(desk: Desk) -> None:
    await desk.set_up(LOTTERY)
    await desk.settle()
    await desk.set_up(varied(LOTTERY, segments={"rest": {"members": ["sidorova", "ivanov"]}}))
    assert not desk.petrov.sees("Жеребьёвка")
    assert desk.ivanov.sees("Жеребьёвка")


async def test_the_secretarys_list_has_the_new_team(desk: Desk) -> None:
    picks = varied(OFFICE, segments={"tatarstan": {"scheme": "secretary"}})
    await desk.set_up(picks)
    await desk.anna.sends("Рустам 8 (843) 200-77-00")
    assert not desk.anna.has("Иван Иванов")
    await desk.set_up(varied(picks, segments={"tatarstan": {"members": ["petrov", "ivanov"]}}))
    assert desk.anna.has("Иван Иванов")
    assert not desk.anna.has("Ольга Сидорова")


async def test_whoever_comes_back_finds_the_leads_that_are_still_his(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.set_up(without("petrov"))
    assert not desk.petrov.sees("200-00-00")
    await desk.set_up(OFFICE)
    assert desk.petrov.sees("200-00-00")
    await desk.petrov.taps(SALE)


async def test_a_swap_of_a_duty_that_is_no_more_says_so(desk: Desk) -> None:
    await desk.set_up(DUTY)
    await seeks(desk.petrov, "вт 24.11")
    assert desk.ivanov.has(TAKE_SHIFT)
    await desk.set_up(varied(DUTY, shifts=[on_duty("petrov", "mon,wed 09:00-18:00"), *WEEK[1:]]))
    assert "график изменился" in desk.ivanov.card("вт 24.11").text
    assert not desk.ivanov.has(TAKE_SHIFT)


def blocked() -> Script:
    """What is next to be removed is refused: he has blocked the bot."""
    return Script(("deleteMessage", Refuse.blocked()))


def without(who: str) -> str:
    return varied(OFFICE, people={who: None})


async def test_what_the_office_shows_to_a_role_is_shown_and_hidden_on_the_cards_that_are_there(
    desk: Desk,
) -> None:
    await desk.lead("Рустам 8 (843) 200-11-22, окна")
    await desk.petrov.taps(CLAIM)
    await desk.orlova.sends("/leads")
    await desk.orlova.taps("№1")
    assert not desk.orlova.sees("Рустам") and not desk.orlova.sees("200-11-22")
    await desk.set_up(varied(OFFICE, director_sees_clients=True))
    assert desk.orlova.sees("Рустам") and desk.orlova.sees("200-11-22")
    await desk.set_up(OFFICE)
    assert not desk.orlova.sees("Рустам") and not desk.orlova.sees("200-11-22")


async def test_what_a_decline_has_cost_it_has_cost_whatever_declining_costs_now(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(DECLINE)
    assert desk.petrov.sees("С другой причиной засчитается")
    await desk.set_up(varied(OFFICE, decline_costs_turn=False))
    await desk.lead()
    await desk.sidorova.taps(CLAIM, on="№1")
    assert desk.petrov.sees("С другой причиной засчитается")
