"""The rule of a segment is switched in the running office: everybody is told, and nobody loses his turn."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from leads.schemes import SCHEMES
from leads.shares import LEAD
from screens.buttons.of_office import PickScheme, Reserve
from storage import ledger
from storage.tables.office import members
from tests.offices import OFFICE, WITH_ADMIN, varied
from tests.stories.desk import Desk, office
from tests.stories.people import Person
from tests.stories.test_after_all import balance
from tests.stories.words import BAD_LEAD, CLAIM, CONFIRM_BAD, HIDE_LIST


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with office(tmp_path, WITH_ADMIN) as desk:
        yield desk


async def switched(desk: Desk, words: str, *, by: Person | None = None, segment: str = "Татарстан") -> str:
    """By the buttons of /office. Returns the toast."""
    person = by or desk.smirnov
    await person.sends("/office")
    await person.taps(f"Схема: {segment}")
    return await person.taps(words, on=f"Схема: {segment}")


async def entries(desk: Desk, kind: str) -> list[dict[str, Any]]:
    async with desk.database.reading() as store:
        return [json.loads(e.body) for e in ledger.everything(store) if e.kind == kind]


async def standings(desk: Desk) -> list[tuple[Any, ...]]:
    columns = [members.c.keys().index(name) for name in ("segment", "person", "credit", "ticket")]
    return sorted(tuple(row[n] for n in columns) for row in (await desk.stored())["members"])


async def test_two_taps_on_the_office_card_switch_the_rule_in_its_place(desk: Desk) -> None:
    await desk.smirnov.sends("/office")
    card = desk.smirnov.card("Окна Казань")
    await desk.smirnov.taps("Схема: Татарстан · по очереди")
    assert desk.smirnov.card("Сейчас: по очереди").message_id == card.message_id
    for scheme in SCHEMES:
        assert any(f"rule:tatarstan:{scheme}" == b.value for row in desk.smirnov.card().buttons for b in row)
    assert await desk.smirnov.taps("поровну по долям") == "Готово, сообщаю всем, кого это касается"
    assert desk.smirnov.card("Сейчас: поровну по долям").message_id == card.message_id
    assert desk.smirnov.has("поровну по долям ✓")
    await desk.smirnov.taps(HIDE_LIST)
    assert desk.smirnov.card("Татарстан · поровну по долям: Пётр Петров").message_id == card.message_id
    assert not desk.smirnov.has(HIDE_LIST)


async def test_everybody_of_the_segment_is_told_once_and_nobody_else(desk: Desk) -> None:
    await switched(desk, "кто первый")
    for person in (desk.petrov, desk.sidorova, desk.smirnov):
        notes = [m.text for m in person.messages() if "Новая схема" in m.text]
        assert len(notes) == 1
        assert notes[0].startswith("🔀 Новая схема, Татарстан: кто первый. Было: по очереди.")
        assert notes[0].endswith("Решение: Сергей Смирнов. Доли и места в очереди остались как были.")
    for other in (desk.anna, desk.ivanov, desk.orlova):
        assert not other.sees("Новая схема")


async def test_the_next_lead_goes_by_the_new_rule_without_a_restart(desk: Desk) -> None:
    await switched(desk, "кто первый")
    await desk.lead()
    assert desk.petrov.has(CLAIM) and desk.sidorova.has(CLAIM)
    await desk.petrov.taps(CLAIM)
    await switched(desk, "назначает руководитель")
    await desk.lead()
    assert desk.smirnov.card("№2", button="Ольга Сидорова")


@pytest.mark.parametrize("scheme", SCHEMES)
async def test_from_any_rule_to_any_other_nobody_loses_a_turn_or_a_place(desk: Desk, scheme: str) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    before = await standings(desk)
    for other in (scheme, "queue", scheme, "balance"):
        await desk.smirnov.taps_data(1, PickScheme(segment="tatarstan", scheme=other).pack())
    assert await standings(desk) == before
    await desk.lead()
    assert desk.sidorova.has(CLAIM), "balance: she is behind"


async def test_what_is_offered_stays_and_goes_on_by_the_new_rule(desk: Desk) -> None:
    await desk.lead()
    assert desk.petrov.has(CLAIM)
    await switched(desk, "назначает руководитель")
    assert desk.petrov.card("№1", button=CLAIM), "his offer stays"
    assert not desk.smirnov.has(CLAIM)
    await desk.passes(minutes=5)
    assert desk.smirnov.card("№1", button="Ольга Сидорова"), "its next step is the new rule's"


async def test_what_waits_follows_the_new_rule_at_its_next_step(tmp_path: Path) -> None:
    late = varied(OFFICE, hours={"mon-fri": "11:00-18:00", "sat": "10:00-15:00"})
    async with office(tmp_path, late) as desk:
        await desk.lead()
        assert not desk.petrov.has(CLAIM), "the office is closed"
        await switched(desk, "кто первый")
        await desk.passes(hours=1)
        assert desk.petrov.has(CLAIM) and desk.sidorova.has(CLAIM)


async def test_a_draft_on_the_secretarys_desk_changes_with_the_rule(desk: Desk) -> None:
    await desk.anna.sends("Рустам 8 (843) 200-55-55")
    assert not desk.anna.has("Ольга Сидорова")
    await switched(desk, "выбирает секретарь")
    await desk.anna.taps("Ольга Сидорова")
    assert desk.sidorova.has(CLAIM)


async def test_who_did_it_is_in_the_ledger_and_an_office_file_is_nobodys_hand(desk: Desk) -> None:
    await switched(desk, "кто первый")
    assert (await entries(desk, "scheme_switched"))[-1] == {
        "segment": "tatarstan",
        "before": "queue",
        "after": "grab",
        "drawn_in": False,
        "by": "smirnov",
    }
    await desk.set_up(OFFICE)
    last = (await entries(desk, "scheme_switched"))[-1]
    assert (last["after"], last["by"]) == ("queue", None)


async def test_balances_of_more_than_a_lead_are_drawn_in_and_everybody_is_told_so(desk: Desk) -> None:
    await switched(desk, "кто первый")
    for _ in range(4):
        await desk.lead()
        await desk.petrov.taps(CLAIM)
    await switched(desk, "поровну по долям")
    assert "Разница с долями сокращена" in desk.sidorova.card("Новая схема").text
    assert (await entries(desk, "scheme_switched"))[-1]["drawn_in"] is True
    await desk.sidorova.sends("/me")
    assert "на 2 лида меньше других" in desk.sidorova.card("За неделю").text.replace("\xa0", " "), "no flood"


async def test_what_was_grabbed_before_a_switch_is_not_paid_back_twice(desk: Desk) -> None:
    """Four leads, drawn in to one; then all four are bad. By the old rule that was a lead out of nothing."""
    await switched(desk, "кто первый")
    for _ in range(4):
        await desk.lead()
        await desk.petrov.taps(CLAIM)
    await switched(desk, "поровну по долям")
    assert (await entries(desk, "scheme_switched"))[-1]["furthest"] == 2 * LEAD
    await desk.restarts()
    for number in range(1, 5):
        await desk.petrov.taps(BAD_LEAD, on=f"№{number} ·")
        await desk.smirnov.taps(CONFIRM_BAD, on=f"№{number} ·")
    assert [await balance(desk, who) for who in ("petrov", "sidorova")] == [0, 0]
    await desk.verifies()


async def test_whoever_quits_and_joins_again_has_paid_for_nothing_from_before(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.set_up(varied(OFFICE, segments={"tatarstan": {"members": ["sidorova"]}}))
    await desk.set_up(OFFICE)
    await desk.petrov.taps(BAD_LEAD)
    await desk.smirnov.taps(CONFIRM_BAD)
    assert [await balance(desk, who) for who in ("petrov", "sidorova")] == [0, 0]
    await desk.verifies()


async def test_for_a_silent_head_a_second_tap_sets_the_reserve_and_a_third_unsets_it(desk: Desk) -> None:
    await switched(desk, "назначает руководитель")
    assert (
        await desk.smirnov.taps("Без ответа: поровну по долям") == "Готово, сообщаю всем, кого это касается"
    )
    assert "назначает руководитель (без ответа: поровну по долям)" in desk.smirnov.card("Сейчас:").text
    assert desk.petrov.sees("если руководитель не ответит, решит схема: поровну по долям")
    await desk.lead()
    await desk.passes(minutes=5)
    assert desk.petrov.has(CLAIM)
    await desk.petrov.taps(CLAIM)
    await desk.lead()
    assert "Потом решит схема: поровну по долям" in desk.smirnov.card("№2").text
    assert (
        await desk.smirnov.taps("Без ответа: всем, потом руководителю")
        == "Готово, сообщаю всем, кого это касается"
    )
    assert "Потом предложу всем, кто на месте" in desk.smirnov.card("№2").text, "the open card is true"
    assert desk.petrov.sees("лид предложат всем, потом снова руководителю")
    changes = [(e["before"], e["after"], e["by"]) for e in await entries(desk, "reserve_changed")]
    assert changes == [(None, "balance", "smirnov"), ("balance", None, "smirnov")]


async def test_the_reserve_is_shown_by_office_only_where_a_head_is_asked(desk: Desk) -> None:
    await switched(desk, "назначает руководитель")
    await desk.smirnov.taps("Без ответа")
    await desk.smirnov.sends("/office")
    assert "(без ответа: поровну по долям)" in desk.smirnov.card("Окна Казань").text
    await switched(desk, "по очереди")
    assert not desk.smirnov.has("Без ответа")
    await desk.smirnov.sends("/office")
    assert "без ответа" not in desk.smirnov.card("Окна Казань").text


async def test_duty_without_a_roster_says_what_that_means(desk: Desk) -> None:
    await switched(desk, "по дежурству")
    assert "Смен пока нет" in desk.smirnov.card("Сейчас: по дежурству").text


async def test_the_administrator_may_too_and_the_heads_own_card_follows(desk: Desk) -> None:
    root = desk.person(501)
    await desk.smirnov.sends("/office")
    await switched(desk, "поровну по долям", by=root)
    assert desk.petrov.sees("Решение: Админ")
    assert "Татарстан · поровну по долям" in desk.smirnov.card("Окна Казань").text


async def test_the_same_rule_again_tells_nobody(desk: Desk) -> None:
    before = await desk.stored()
    assert await switched(desk, "по очереди ✓") == "Так и есть, менять нечего"
    assert await desk.stored() == before
    assert not desk.petrov.sees("Новая схема")


async def test_a_doubled_tap_switches_once(desk: Desk) -> None:
    data = PickScheme(segment="tatarstan", scheme="grab").pack()
    for _ in range(2):
        desk.telegram.tap(desk.smirnov.id, 1, data=data)
    await desk.settle()
    assert len([m for m in desk.petrov.messages() if "Новая схема" in m.text]) == 1


async def test_a_segment_that_is_no_more_is_refused(desk: Desk) -> None:
    await desk.smirnov.sends("/office")
    stale = desk.smirnov.data("Схема: Татарстан")
    await desk.set_up(varied(OFFICE, segments={"tatarstan": None}))
    assert await desk.smirnov.taps_data(*stale) == "Этого сегмента больше нет"
    for button in (PickScheme(segment="tatarstan", scheme="grab"), Reserve(segment="tatarstan", on=True)):
        assert await desk.smirnov.taps_data(stale[0], button.pack()) == "Этого сегмента больше нет"


@pytest.mark.usefixtures("patience")
async def test_nobody_else_switches_anything(desk: Desk) -> None:
    await desk.smirnov.sends("/office")
    message, opens = desk.smirnov.data("Схема: Татарстан")
    taps = [opens, *(PickScheme(segment="tatarstan", scheme=scheme).pack() for scheme in (*SCHEMES, "-"))]
    taps += [Reserve(segment="tatarstan", on=on).pack() for on in (True, False)]
    before = await desk.stored()
    for person in (desk.anna, desk.petrov, desk.ivanov, desk.orlova, desk.stranger(999)):
        for data in taps:
            assert await person.taps_data(message, data) == "Эта кнопка не для вашей роли"
        assert not person.sees("Схема")
    assert await desk.stored() == before


async def test_who_is_head_no_more_keeps_no_card_of_the_office(desk: Desk) -> None:
    await switched(desk, "кто первый")
    assert desk.smirnov.sees("Сейчас: кто первый")
    root = desk.person(501)
    await desk.set_up(varied(WITH_ADMIN, people={"smirnov": {"roles": ["manager"]}}))
    await switched(desk, "поровну по долям", by=root)
    assert not desk.smirnov.sees("Сейчас:")


HOSTILE = ['<b>&amp;</b> "Окна"', "👨‍👩‍👧‍👦" * 9, "Т" * 99, "{ $segment } {0} %s"]


@pytest.mark.parametrize("name", HOSTILE)
async def test_a_segment_may_be_called_anything(tmp_path: Path, name: str) -> None:
    segment = {"name": name, "match": {"region": ["Татарстан"]}, "scheme": "queue", "members": ["petrov"]}
    async with office(tmp_path, varied(OFFICE, segments={"tatarstan": None, "s" * 32: segment})) as desk:
        await desk.smirnov.sends("/office")
        opens = next(b for row in desk.smirnov.card().buttons for b in row if "s" * 32 in b.value)
        await desk.smirnov.taps_data(desk.smirnov.card().message_id, opens.value)
        for row in desk.smirnov.card("Схема").buttons:
            assert len(row[0].value.encode()) <= 64
        await desk.smirnov.taps("кто дольше свободен")
        assert desk.petrov.sees(name)
