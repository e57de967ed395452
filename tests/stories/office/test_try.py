"""/try: an example goes through reading, rules and routing in thought, and nothing of it is stored."""

from __future__ import annotations

import pytest

from leads.schemes import ORDER
from tests.offices import WITH_ADMIN, one_team, varied
from tests.stories.desk import Desk
from tests.stories.people import Person
from tests.stories.words import CLAIM

EXAMPLE = "Марат Закиров 8 (843) 200-11-22, окна, @marat_z, из Казани"
SITE = {"id": "site", "name": "Сайт", "kind": "hand"}


def answer(person: Person) -> str:
    return person.card("Проба.").text


async def test_it_is_told_what_is_read_whose_it_is_and_who_comes_after(desk: Desk) -> None:
    before = await desk.stored()
    await desk.smirnov.sends(f"/try {EXAMPLE}")
    said = answer(desk.smirnov)
    for words in (
        "Имя: Марат Закиров",
        "Связь: +7 843 200-11-22, marat_z",
        "Казань, Татарстан, так сказано",
        "Клиент пишет на языке: русский",
        "Клиент новый",
        "Сегмент: Татарстан",
        "Клиент из: Татарстан",
        "Сейчас: Пётр Петров. Первое место в очереди.",
        "Не возьмут — потом: Ольга Сидорова",
        "Потом руководителю: Сергей Смирнов",
        "Потом директору: Мария Орлова",
    ):
        assert words in said
    assert await desk.stored() == before, "no draft, no client, no entry of the ledger"
    await desk.lead(EXAMPLE)
    assert desk.petrov.has(CLAIM), "and so it comes"


async def test_no_word_of_the_example_is_kept_with_the_card(desk: Desk) -> None:
    await desk.smirnov.sends(f"/try {EXAMPLE}")
    async with desk.database.reading() as store:
        kept = store.conn.exec_driver_sql("SELECT payload FROM cards").fetchall()
    assert not any("Марат" in str(row) or "200-11-22" in str(row) for row in kept)


async def test_without_a_word_the_example_is_asked_for(desk: Desk) -> None:
    before = await desk.stored()
    await desk.smirnov.sends("/try")
    assert desk.smirnov.sees("Вставьте пример")
    await desk.smirnov.sends(EXAMPLE)
    assert "Сегмент: Татарстан" in answer(desk.smirnov)
    assert await desk.stored() == before


async def test_a_contact_is_an_example_and_so_is_a_voice_of_which_nothing_is_read(desk: Desk) -> None:
    before = await desk.stored()
    await desk.smirnov.sends("/try")
    await desk.smirnov.sends_contact("+78432001122", "Марат", "Закиров")
    said = answer(desk.smirnov)
    assert "Марат Закиров" in said and "+7 843 200-11-22" in said and "Сегмент: Татарстан" in said
    await desk.smirnov.sends("/try")
    await desk.smirnov.sends_voice()
    assert "Условия сегментов выше не подошли" in answer(desk.smirnov)
    assert await desk.stored() == before


async def test_it_is_asked_for_under_the_segments_too(desk: Desk) -> None:
    await desk.smirnov.sends("/office")
    await desk.smirnov.taps("Сегменты")
    await desk.smirnov.taps("Проверить на примере")
    await desk.smirnov.sends("окна, из Самары")
    assert "Условия сегментов выше не подошли" in answer(desk.smirnov)


async def test_a_known_client_has_their_own_manager_and_an_open_lead(desk: Desk) -> None:
    await desk.lead(EXAMPLE)
    await desk.petrov.taps(CLAIM)
    before = await desk.stored()
    await desk.smirnov.sends(f"/try {EXAMPLE}")
    said = answer(desk.smirnov)
    assert "Клиент уже обращался" in said and "Свой менеджер: Пётр Петров" in said
    assert "открыт лид №1" in said and "Сейчас: Пётр Петров" in said
    assert await desk.stored() == before


async def test_who_is_left_out_is_told_with_the_reason(desk: Desk) -> None:
    await desk.petrov.sends("/off")
    await desk.smirnov.sends(f"/try {EXAMPLE}")
    said = answer(desk.smirnov)
    assert "Сейчас: Ольга Сидорова" in said and "Пётр Петров · пауза" in said


async def test_at_night_it_waits_for_the_opening(desk: Desk) -> None:
    await desk.passes(hours=12)
    await desk.smirnov.sends(f"/try {EXAMPLE}")
    said = answer(desk.smirnov)
    assert "Сейчас закрыто" in said and "Сейчас: Пётр Петров" in said


async def test_a_source_that_would_send_it_elsewhere_is_told(desk: Desk) -> None:
    site = {"site": {"name": "Заявки", "match": {"source": ["site"]}, "members": ["ivanov"]}}
    await desk.set_up(varied(WITH_ADMIN, segments=site, sources=[SITE]))
    await desk.smirnov.sends(f"/try {EXAMPLE}")
    assert "Если отметить источник «Сайт»: Заявки" in answer(desk.smirnov)


async def test_whoever_sees_no_clients_reads_no_contact(desk: Desk) -> None:
    await desk.set_up(WITH_ADMIN)
    admin = desk.person(501)
    await admin.sends(f"/try {EXAMPLE}")
    assert "М••• З•••" in answer(admin) and "200-11-22" not in answer(admin)
    assert "marat_z" not in answer(admin)


@pytest.mark.parametrize("scheme", ORDER)
async def test_under_each_scheme_whoever_is_named_is_asked(desk: Desk, scheme: str) -> None:
    duty = [{"segment": "all", "who": "b", "weekly": "mon-sun 00:00-24:00"}] if scheme == "duty" else None
    people = {who: n for n, who in enumerate(("a", "b", "head", "director"), 701)}
    text = one_team("a b", scheme, shifts=duty)
    for who, id in people.items():
        text = text.replace(f'id = "{who}"\n', f'id = "{who}"\ntelegram_id = {id}\n', 1)
    await desk.set_up(text)
    head, before = desk.person(people["head"]), await desk.stored()
    await head.sends(f"/try {EXAMPLE}")
    assert "Сейчас:" in answer(head) or "Ждёт, кто попросит:" in answer(head)
    assert await desk.stored() == before
