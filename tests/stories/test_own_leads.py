"""A manager's own phone rings, too: what they write down of it is their lead, costs no turn and is counted apart."""

from __future__ import annotations

from tests.stories.desk import Desk
from tests.stories.words import BRING_IN, CLAIM, DISCARD, GIVE_BACK, REFUSAL, SALE, SKIP

VERA = "Вера 8 (843) 200-55-66, балкон"


async def kinds(desk: Desk) -> list[str]:
    return [row[3] for row in (await desk.stored())["ledger"] if row[4] is not None]


async def test_what_a_manager_writes_of_a_client_becomes_their_lead(desk: Desk) -> None:
    before = await desk.stored()
    await desk.sidorova.sends(VERA)
    assert await desk.sidorova.taps(BRING_IN) == "Лид ваш, вашей очереди это не стоит"
    card = desk.sidorova.card("№1").text
    assert "Вера" in card and "+7 843 200-55-66" in card and "Лид ваш" in card
    after = await desk.stored()
    assert after["members"] == before["members"] and not after["offers"]
    assert (await kinds(desk))[-2:] == ["handed", "kept"]
    assert not desk.petrov.sees("Вера") and not desk.smirnov.sees("Вера")
    await desk.verifies()


async def test_its_sale_is_counted_and_is_no_record_of_theirs(desk: Desk) -> None:
    await desk.sidorova.sends(VERA)
    await desk.sidorova.taps(BRING_IN)
    await desk.sidorova.taps(SALE)
    await desk.sidorova.taps(SKIP)
    assert not (await desk.stored())["records"]
    await desk.orlova.sends("/report")
    await desk.orlova.taps("Менеджеры")
    assert "своих 1" in desk.orlova.card("Ольга Сидорова").text
    await desk.verifies()


async def test_anybody_may_ask_why_it_is_theirs(desk: Desk) -> None:
    await desk.sidorova.sends(VERA)
    await desk.sidorova.taps(BRING_IN)
    await desk.petrov.sends("/why 1")
    assert "лид завёл сам менеджер, Ольга Сидорова" in desk.petrov.card("№1").text


async def test_the_client_comes_back_to_them(desk: Desk) -> None:
    await desk.sidorova.sends(VERA)
    await desk.sidorova.taps(BRING_IN)
    await desk.sidorova.taps(REFUSAL)
    await desk.lead("Опять Вера 8 (843) 200-55-66")
    assert desk.sidorova.has(CLAIM), "the owner is asked first"


async def test_a_client_who_is_somebody_else_s_stays_so(desk: Desk) -> None:
    await desk.lead(VERA)
    await desk.petrov.taps(CLAIM)
    await desk.sidorova.sends(f"Мне тоже звонит {VERA}")
    assert await desk.sidorova.taps(BRING_IN) == "У этого клиента уже открыт лид: Пётр Петров"
    await desk.sidorova.taps(DISCARD)
    assert not desk.sidorova.sees("200-55-66")
    await desk.petrov.sends(f"Опять {VERA}")
    assert await desk.petrov.taps(BRING_IN) == "Лид уже у вас: Пётр Петров"


async def test_given_back_it_goes_the_way_of_all_leads(desk: Desk) -> None:
    await desk.sidorova.sends(VERA)
    await desk.sidorova.taps(BRING_IN)
    await desk.sidorova.taps(GIVE_BACK)
    assert desk.petrov.has(CLAIM) and not desk.petrov.sees("200-55-66")
    await desk.petrov.taps(CLAIM)
    assert desk.petrov.sees("200-55-66")
    await desk.verifies()


async def test_tapped_twice_it_is_one_lead(desk: Desk) -> None:
    await desk.sidorova.sends(VERA)
    message, data = desk.sidorova.data(BRING_IN)
    await desk.sidorova.taps(BRING_IN)
    once = await desk.stored()
    assert await desk.sidorova.taps_data(message, data) == "Уже передан"
    assert (await desk.stored())["ledger"] == once["ledger"]


async def test_the_director_and_the_secretary_see_what_the_office_lets_them(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(SALE)
    await desk.petrov.sends("120 000")
    assert "Продажа" in desk.anna.card("№1").text and "120" not in desk.anna.card("№1").text
    assert "120" in desk.petrov.card("№1").text
