"""An office that has a past elsewhere begins with it: its clients are known, and nobody is woken up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from unicodedata import normalize

import pytest
from sqlalchemy import select

from contacts.reading import LONGEST_TEXT
from storage.tables.clients import touches
from storage.tables.leads import leads
from tests.files.past.files import imports, row
from tests.stories.desk import Desk, office
from tests.stories.erasing import bytes_of, erases
from tests.stories.test_retention import KEPT, erased, months_later
from tests.stories.words import CLAIM

RUSTAM = "8 (843) 211-22-33"
SOLD = row(
    "2026-09-01T10:00:00",
    phone=RUSTAM,
    name="Рустам Закиров",
    text="лоджия на Баумана",
    manager="sidorova",
    claimed_at="2026-09-01T10:03:00",
    outcome="won",
    amount="99000",
)


async def test_a_known_client_goes_to_the_manager_who_had_him_in_the_file(desk: Desk) -> None:
    await imports(desk.database, desk.clock.now(), [SOLD])
    await desk.lead(f"Снова Рустам {RUSTAM}")
    assert desk.sidorova.has(CLAIM), "although the first in the line is Petrov"
    await desk.sidorova.taps(CLAIM)
    assert "№2" in desk.sidorova.chat() and "№1" not in desk.sidorova.chat()


async def test_who_has_left_keeps_no_lead_waiting(desk: Desk) -> None:
    await imports(desk.database, desk.clock.now(), [SOLD | {"manager": "Ренат Юсупов"}], create=True)
    await desk.lead(f"Снова Рустам {RUSTAM}")
    assert desk.petrov.has(CLAIM)


@pytest.mark.parametrize(
    "written",
    ["Петр Петров", "ПЁТР ПЕТРОВ", "пётр\u00a0 петров", normalize("NFD", "Пётр Петров"), " Петр Петров"],
)
async def test_a_name_that_is_spelt_otherwise_makes_no_twin(desk: Desk, written: str) -> None:
    """Of a manager that the office has, and of one whom the file itself brings."""
    before = {name for _, _, _, name, *_ in (await desk.stored())["people"]}
    sold = SOLD | {"manager": written}
    await imports(desk.database, desk.clock.now(), [sold], create=True)
    await imports(desk.database, desk.clock.now(), [SOLD | {"manager": "Петр Петров"}], create=True)
    await imports(
        desk.database,
        desk.clock.now(),
        [row(manager="Семён Ёлкин"), row(manager="Семен  ЕЛКИН"), row(manager="семен ёлкин")],
        create=True,
    )
    after = {name for _, _, _, name, *_ in (await desk.stored())["people"]}
    assert after - before == {"Семён Ёлкин"}


async def test_nobody_hears_of_the_past(desk: Desk) -> None:
    everybody = (desk.anna, desk.petrov, desk.sidorova, desk.smirnov, desk.orlova)
    before = [person.chat() for person in everybody]
    await imports(desk.database, desk.clock.now(), [SOLD, row(manager="petrov"), row(), row("2026-09-02")])
    await desk.passes(hours=8)
    assert [person.chat() for person in everybody] == before
    await desk.smirnov.sends("/leads")
    assert "№" not in desk.smirnov.chat().replace(before[3], "")


async def test_why_says_that_nobody_was_chosen(desk: Desk) -> None:
    file = [SOLD, row(manager="petrov"), row("2026-10-02", outcome="lost"), row("2026-10-03")]
    await imports(desk.database, desk.clock.now(), file)
    said = []
    for number in (1, 2, 3, 4):
        await desk.petrov.sends(f"/why {number}")
        said.append(desk.petrov.card(f"Почему №{number}").text.replace("\xa0", " "))
    assert "1 сентября" in said[0] and "Fairlead его не раздавал и никого не выбирал." in said[0]
    assert "Закрыт. Был у кого: Ольга Сидорова" in said[0]
    assert "Был у кого: Пётр Петров. Чем кончилось, в файле не сказано." in said[1]
    assert "Закрыт. У кого был, в файле не сказано." in said[2]
    assert "У кого был и чем кончилось, в файле не сказано." in said[3]


async def test_numbers_go_on_behind_those_that_are_there(desk: Desk) -> None:
    await desk.lead()
    await imports(desk.database, desk.clock.now(), [SOLD, row()])
    await desk.lead()
    await desk.petrov.taps(CLAIM, on="№1")
    assert desk.sidorova.card("№4", button=CLAIM)
    async with desk.database.reading() as store:
        assert list(store.scalars(select(leads.c.number).order_by(leads.c.id))) == [1, 2, 3, 4]


def kept(folder: Path, words: Sequence[str]) -> list[str]:
    """Those of the words that lie on the disk."""
    found = bytes_of(folder)
    return [word for word in words if word.encode() in found]


async def test_an_erased_client_does_not_come_back_with_the_same_file(desk: Desk, tmp_path: Path) -> None:
    said = ("8432112233", "Рустам", "Баумана")
    await imports(desk.database, desk.clock.now(), [SOLD])
    assert kept(tmp_path, said) == [*said]
    await erases(desk, RUSTAM)
    again = await imports(desk.database, desk.clock.now(), [SOLD])
    assert (again.added, again.there) == (0, 1)
    assert kept(tmp_path, said) == []
    await desk.verifies()
    await desk.lead(f"Рустам {RUSTAM}")
    assert desk.petrov.has(CLAIM), "nobody knows him"


async def test_what_is_older_than_the_office_keeps_is_erased_with_the_next_round(tmp_path: Path) -> None:
    async with office(tmp_path, KEPT) as desk:
        old, alone = (
            SOLD | {"at": "2025-03-01", "claimed_at": ""},
            row("2025-04-01", name="Айрат", text="окна"),
        )
        await imports(
            desk.database, desk.clock.now() + timedelta(0), [old, alone, row(phone="8 843 200-00-99")]
        )
        said = ("Рустам", "Айрат", "8432112233")
        assert kept(tmp_path, said) == [*said]
        await months_later(desk, 0)
        assert await erased(desk) == [1, 2]
        assert kept(tmp_path, said) == []
        assert (await imports(desk.database, desk.clock.now(), [old, alone])).added == 0


async def test_a_text_is_cut_as_that_of_a_message(desk: Desk) -> None:
    await imports(desk.database, desk.clock.now(), [SOLD | {"text": "окна " * 5000}])
    async with desk.database.reading() as store:
        stored = store.scalars(select(touches.c.text)).all()
    assert [len(text) for text in stored] == [LONGEST_TEXT]
