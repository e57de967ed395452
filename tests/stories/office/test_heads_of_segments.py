"""Who heads one segment is a head for its leads, and nobody's elsewhere; the administrator says so with a tick."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from files.office_file import OfficeFileError, parse_office
from leads.ledger import Sealed
from storage import ledger
from storage import offices as stored
from tests.offices import WITH_ADMIN, varied
from tests.stories import desk as desks
from tests.stories.desk import Desk
from tests.stories.people import Person
from tests.stories.test_after_all import balance
from tests.stories.words import (
    ASSIGN,
    BAD_LEAD,
    CLAIM,
    CONFIRM_BAD,
    CONFLICT,
    DECLINE,
    NOT_MY_SEGMENT,
    NOT_THEIRS,
    OWN_WORDS,
    REOPEN,
    SALE,
    WITHDRAW,
)
from tests.stranger.ledgers import all_say

KAZAN, ELSEWHERE = "Марат 8 (843) 200-11-22, окна", "Клиент Иван 8 (495) 200-11-22, окна"
HEADED = varied(WITH_ADMIN, segments={"tatarstan": {"heads": ["ivanov"]}})
FAR = datetime(2026, 11, 23, tzinfo=UTC)


@pytest.fixture
async def ivanov(desk: Desk) -> Person:
    await desk.set_up(HEADED)
    return desk.ivanov


async def entries(desk: Desk) -> list[Sealed]:
    async with desk.database.reading() as store:
        return list(ledger.after(store, 0, 10_000))


async def test_the_ladder_comes_to_the_head_of_the_segment_and_of_no_other(
    desk: Desk, ivanov: Person
) -> None:
    only = varied(HEADED, segments={"rest": {"members": ["petrov"]}}, ladder=["head", "director"])
    await desk.set_up(only)
    await desk.lead(KAZAN)
    await desk.lead(ELSEWHERE)
    await desk.passes(minutes=11)
    assert "№1" in ivanov.card(button=CLAIM).text and desk.smirnov.has(CLAIM)
    assert "№2" not in ivanov.chat()
    await ivanov.taps(CLAIM)
    assert ivanov.sees("№1 · Татарстан")
    assert "the set-up is as entry" in await desk.verifies()
    assert all_say(await entries(desk)) == {None}


async def test_they_see_open_leads_of_their_segment_alone_and_give_them_to_anybody(
    desk: Desk, ivanov: Person
) -> None:
    await desk.lead(KAZAN)
    await desk.lead(ELSEWHERE)
    await ivanov.sends("/leads")
    assert "№1" in ivanov.card(button="🔄").text and "№2" not in ivanov.card(button="🔄").text
    assert "Марат" in ivanov.card(button="🔄").text, "clients of their leads are theirs to see"
    await ivanov.taps("№1 ")
    await ivanov.taps("Ольга Сидорова")
    assert "№1 · Татарстан" in desk.sidorova.card("Марат").text
    await ivanov.sends("/find 2")
    assert ivanov.card("Нашлось: 0")
    await desk.verifies()


async def test_what_they_may_not_do_elsewhere_the_desk_refuses(desk: Desk, ivanov: Person) -> None:
    await desk.lead(ELSEWHERE)
    await desk.smirnov.opens(1)
    message, data = desk.smirnov.data("Ольга Сидорова")
    assert await ivanov.taps_data(message, data) == "Этот лид не у вас"
    await ivanov.sends("/office")
    assert not ivanov.sees("Сегменты"), "the office is not theirs to see"
    await ivanov.sends("/report")
    assert "Лидов" not in ivanov.chat()


async def test_bad_leads_and_wrong_segments_wait_for_their_word(desk: Desk, ivanov: Person) -> None:
    alone = varied(HEADED, people={"smirnov": {"roles": ["admin"]}})
    await desk.set_up(alone)
    await desk.lead(KAZAN)
    await desk.petrov.taps(DECLINE)
    await desk.petrov.taps(NOT_MY_SEGMENT)
    assert await ivanov.taps(NOT_THEIRS, on="🧭") == "Согласны: отказ не засчитан"
    await desk.sidorova.taps("Беру")
    await desk.sidorova.taps(BAD_LEAD)
    assert ivanov.has(CONFIRM_BAD)
    await ivanov.taps(CONFIRM_BAD)
    assert desk.sidorova.sees("Брак")
    await desk.verifies()


async def test_they_take_back_and_open_again_what_is_theirs(desk: Desk, ivanov: Person) -> None:
    await desk.lead(KAZAN)
    await ivanov.opens(1)
    await ivanov.taps("Скрыть список")
    await ivanov.taps(WITHDRAW)
    await desk.lead(KAZAN)
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(SALE)
    await desk.passes(hours=30)
    await ivanov.sends("/find Марат")
    await ivanov.taps("№2 ")
    await ivanov.taps(REOPEN)
    assert "№2" in desk.petrov.card(button=SALE).text
    await desk.verifies()


async def test_where_a_hand_chooses_it_is_theirs(desk: Desk, ivanov: Person) -> None:
    by_hand = {"heads": ["ivanov"], "scheme": "manual"}
    await desk.set_up(varied(WITH_ADMIN, segments={"tatarstan": by_hand}, people={"smirnov": None}))
    await desk.lead(KAZAN)
    await ivanov.taps("Ольга Сидорова", on="№1")
    assert "Марат" in desk.sidorova.card("№1").text
    await desk.verifies()
    assert all_say(await entries(desk)) == {None}


async def test_the_administrator_ticks_them_and_they_are_told(desk: Desk, ivanov: Person) -> None:
    await desk.set_up(WITH_ADMIN)
    admin = desk.person(501)
    for words in ("Сегменты", "Татарстан", "Руководители сегмента"):
        await (admin.sends("/office") if words == "Сегменты" else desk.settle())
        await admin.taps(words)
    assert admin.sees("Руководят всем офисом и этим сегментом тоже: Сергей Смирнов")
    assert not admin.has("Анна Секретарёва"), "no lead could come to her"
    await admin.taps("▫️ Иван Иванов")
    assert ivanov.sees("вы теперь руководите сегментом «Татарстан»")
    async with desk.database.reading() as store:
        assert stored.read_office(store).segment("tatarstan").heads == ("ivanov",)
    await ivanov.sends("/help")
    assert ivanov.sees("Вы руководите здесь: Татарстан") and ivanov.sees("/leads")
    await admin.taps("Назад")
    assert admin.sees("Руководят: Иван Иванов")
    await admin.taps("Руководители сегмента")
    await admin.taps("✅ Иван Иванов")
    assert ivanov.sees("сегментом «Татарстан» вы больше не руководите")
    await ivanov.sends("/leads")
    assert not ivanov.card().text.startswith("Открытые")
    assert "the set-up is as entry" in await desk.verifies()


async def test_only_the_administrator_gives_that_role(desk: Desk, ivanov: Person) -> None:
    head = desk.smirnov
    for words in ("Сегменты", "Татарстан"):
        await (head.sends("/office") if words == "Сегменты" else desk.settle())
        await head.taps(words)
    assert not head.has("Руководители сегмента")


async def test_whoever_leaves_or_sells_no_more_heads_nothing(desk: Desk, ivanov: Person) -> None:
    admin = desk.person(501)
    await admin.sends("/people Иванов")
    for words in ("Иван Иванов", "Роли", "секретарь", "менеджер"):
        await admin.taps(words)
    async with desk.database.reading() as store:
        assert stored.read_office(store).segment("tatarstan").heads == ()
    assert "the set-up is as entry" in await desk.verifies()


def test_a_file_names_only_people_who_may_have_leads() -> None:
    for who, why in (("anna", '"anna" must be a manager'), ("nobody", 'nobody has the id "nobody"')):
        with pytest.raises(OfficeFileError, match=why):
            parse_office(varied(HEADED, segments={"tatarstan": {"heads": [who]}}), "office.toml")


@pytest.fixture
async def at_month_s_end(tmp_path: Path) -> AsyncIterator[Desk]:
    text = varied(HEADED, sale_needs="nothing", segments={"tatarstan": {"scheme": "conversion"}})
    async with desks.office(tmp_path, text, datetime(2026, 11, 30, 7, 0, tzinfo=UTC)) as desk:
        yield desk


async def test_the_sample_of_their_segment_s_sales_comes_to_them(at_month_s_end: Desk) -> None:
    desk = at_month_s_end
    await desk.lead(KAZAN)
    holder = desk.petrov if desk.petrov.has(CLAIM) else desk.sidorova
    await holder.taps(CLAIM)
    await holder.taps(SALE)
    await desk.passes(hours=36)
    assert desk.ivanov.sees("№1") and not desk.petrov.has(ASSIGN)
    await desk.verifies()


async def test_they_open_the_draft_that_they_have_found(desk: Desk, ivanov: Person) -> None:
    await desk.anna.sends(KAZAN)
    await ivanov.sends("/find Марат")
    await ivanov.taps("Черновик Марат")
    assert "200-11-22" in ivanov.card("Новый лид").text


async def test_who_declines_a_lead_of_their_own_segment_is_asked_why_like_anybody(desk: Desk) -> None:
    """A head of it who sells there too: the reason gives their turn back, and the head's hand stays on the card."""
    await desk.set_up(varied(WITH_ADMIN, segments={"tatarstan": {"heads": ["petrov"]}}))
    before = await balance(desk, "petrov")
    await desk.lead(KAZAN)
    await desk.petrov.taps(DECLINE)
    assert await balance(desk, "petrov") < before
    assert "Почему?" in desk.petrov.card("№1", button=CONFLICT).text
    await desk.petrov.taps(ASSIGN)
    assert not desk.petrov.card("№1").button(CONFLICT), "one list at a time"
    await desk.petrov.taps("Скрыть список")
    assert await desk.petrov.taps(CONFLICT) == "Спасибо, отмечено"
    assert await balance(desk, "petrov") == before, "an accepted reason costs nothing"
    assert not desk.petrov.has(CONFLICT) and desk.petrov.has(ASSIGN)
    await desk.verifies()


async def test_who_declines_what_the_ladder_brought_says_why_in_their_own_words(
    desk: Desk, ivanov: Person
) -> None:
    only = varied(HEADED, segments={"rest": {"members": ["petrov"]}}, ladder=["head", "director"])
    await desk.set_up(only)
    await desk.lead(KAZAN)
    await desk.passes(minutes=11)
    await ivanov.taps(DECLINE)
    assert "Вам это ничего не стоит" in ivanov.card("№1", button=OWN_WORDS).text
    await ivanov.taps(OWN_WORDS)
    await ivanov.sends("Клиент мой сосед")
    assert "№1" in ivanov.messages()[-1].text and not ivanov.has(OWN_WORDS)
    assert ivanov.has(ASSIGN)
    await desk.verifies()
