"""The administrator sends a file of past leads: columns recognised or asked for, shown, brought in at a word."""

from __future__ import annotations

import csv
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from desk.office import parsing, past
from storage.upkeep import UpkeepKind, find
from tests.files.past.exports import BITRIX_LEADS, EXCEL, csv_bytes, row_of, xlsx_bytes
from tests.offices import WITH_ADMIN
from tests.stories.desk import Desk, office
from tests.stories.people import Person
from tests.stories.words import HAND_OVER

PAST, GO, ALL, KNOWN, COLUMNS = "Прошлые лиды", "Дальше", "✅ Внести", "без незнакомых", "Столбцы"
GOOD = [
    row_of(EXCEL, Дата="02.03.2026 10:14", Телефон="8 843 200-00-01", Менеджер="Пётр Петров", Итог="продано"),
    row_of(EXCEL, Дата="03.03.2026", Телефон="8 843 200-00-02", Менеджер="Ольга Сидорова", Итог="Отказ"),
    row_of(EXCEL, Дата="04.03.2026", Телефон="8 843 200-00-03", Итог="спам"),
    row_of(EXCEL, Дата="05.03.2026", Телефон="8 843 200-00-04", Итог="Думает"),
]
GOOD[0][-1] = "120 000,50 руб."
UNKNOWN = row_of(EXCEL, Дата="06.03.2026", Менеджер="Зоя Бывшая", Итог="продано")
BAD = [row_of(EXCEL, Дата="вчера", Откуда="авито"), row_of(EXCEL, Дата="07.03.2026", Телефон="звонить жене")]


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with office(tmp_path, WITH_ADMIN) as desk:
        yield desk


@pytest.fixture
def admin(desk: Desk) -> Person:
    return desk.person(501)


async def opens(admin: Person) -> None:
    await admin.sends("/office")
    await admin.taps(PAST)
    assert admin.sees("Пришлите файл CSV или XLSX")


def sent_file(admin: Person) -> list[list[str]]:
    message = next(m for m in reversed(admin.messages()) if "document" in m.raw)
    file = admin.telegram.files.get(message.raw["document"]["file_id"])
    assert file
    return list(csv.reader(file.upload.data.decode("utf-8-sig").splitlines(), delimiter=";"))


async def test_a_table_of_excel_is_shown_and_comes_in_at_a_word(desk: Desk, admin: Person) -> None:
    await opens(admin)
    before = await desk.stored()
    await admin.sends_document("лиды.csv", data=csv_bytes([EXCEL, *GOOD]))
    card = admin.card(PAST)
    for words in ("Новых лидов: 4", "Продаж 1, отказов 1, брака 1, исход неизвестен 1", "Думает (1)"):
        assert words in card.text, card.text
    assert "2" in card.text and "мар" in card.text, "of which time they are"
    assert (await desk.stored())["leads"] == before["leads"], "nothing is stored before the word"
    await admin.taps(ALL)
    assert "Внесено лидов: 4" in admin.card(PAST).text
    assert "4 leads" in await desk.verifies()
    await desk.orlova.sends("/report")
    await desk.anna.sends("8 843 200-00-01, снова я")
    await desk.anna.taps(HAND_OVER)
    assert desk.petrov.has("Беру"), "the client is known, and goes to whoever had them"


async def test_the_same_file_twice_changes_nothing(desk: Desk, admin: Person) -> None:
    for words in ("Новых лидов: 4", "Новых лидов: 0"):
        await opens(admin)
        await admin.sends_document("лиды.xlsx", data=xlsx_bytes([EXCEL, *GOOD]))
        assert words in admin.card(PAST).text
        if admin.card(PAST).button(ALL):
            await admin.taps(ALL)
    assert admin.sees("Уже внесены раньше: 4") and admin.sees("Вносить нечего")


async def test_whom_nobody_knows_may_be_made_or_left_out(desk: Desk, admin: Person) -> None:
    await opens(admin)
    await admin.sends_document("лиды.csv", data=csv_bytes([EXCEL, *GOOD, UNKNOWN]))
    assert "Нет в офисе: Зоя Бывшая" in admin.card(PAST).text
    await admin.taps(KNOWN)
    assert "Внесено лидов: 4" in admin.card(PAST).text and "Не внесено строк: 1" in admin.card(PAST).text
    await opens(admin)
    await admin.sends_document("лиды.csv", data=csv_bytes([EXCEL, *GOOD, UNKNOWN]))
    await admin.taps(ALL)
    assert "Внесено лидов: 1" in admin.card(PAST).text and "Уже внесены раньше: 4" in admin.card(PAST).text
    await desk.smirnov.sends("/people")
    assert not desk.smirnov.sees("Зоя Бывшая"), "as somebody who has left"
    await desk.verifies()


async def test_lines_that_cannot_be_come_back_with_the_reason_and_are_kept_nowhere(
    desk: Desk, admin: Person
) -> None:
    await opens(admin)
    await admin.sends_document("лиды.csv", data=csv_bytes([EXCEL, *GOOD, *BAD]))
    assert "Не прочитать строк: 2" in admin.card(PAST).text
    assert "Когда пришёл: 1" in admin.card(PAST).text and "Телефон: 1" in admin.card(PAST).text
    await admin.taps(ALL)
    header, *rows = sent_file(admin)
    assert header == [*EXCEL, "reason"] and [row[0] for row in rows] == ["вчера", "07.03.2026"]
    assert [row[-1].partition(":")[0] for row in rows] == ["at", "phone"]
    async with desk.database.reading() as store:
        kept = str(list(store.conn.exec_driver_sql("SELECT payload FROM cards")))
    assert "звонить жене" not in kept and "вчера" not in kept
    rows[0][0], rows[1][2] = "01.03.2026", "8 843 200-00-09"
    await opens(admin)
    await admin.sends_document("rejected.csv", data=csv_bytes([header, *rows]))
    assert "Новых лидов: 2" in admin.card(PAST).text


async def test_where_nothing_is_new_the_lines_that_cannot_be_come_back_all_the_same(
    desk: Desk, admin: Person
) -> None:
    await opens(admin)
    await admin.sends_document("лиды.csv", data=csv_bytes([EXCEL, *BAD]))
    assert "Новых лидов: 0" in admin.card(PAST).text and not admin.card(PAST).button(ALL)
    await admin.taps("с причинами: 2")
    assert [row[0] for row in sent_file(admin)[1:]] == ["вчера", "07.03.2026"]


async def test_a_column_that_nobody_recognises_is_asked_for_and_known_the_next_time(
    desk: Desk, admin: Person
) -> None:
    header = ["Когда позвонил", "Телефон", "Чем кончилось", "Ценник"]
    rows = [["02.03.2026 10:00", "8 843 200-00-01", "продано", "5 000"]]
    await opens(admin)
    await admin.sends_document("моё.csv", data=csv_bytes([header, *rows]))
    assert "Не вижу, когда пришёл каждый лид" in admin.card(PAST).text and not admin.card(PAST).button(GO)
    await admin.taps("Когда пришёл")
    await admin.taps("Когда позвонил")
    await admin.taps("Чем кончилось")
    await admin.taps("Чем кончилось")
    await admin.taps("Сумма")
    await admin.taps("Ценник")
    assert "Сумма ← Ценник" in admin.card(PAST).text
    await admin.taps(GO)
    assert "Новых лидов: 1" in admin.card(PAST).text and "Продаж 1" in admin.card(PAST).text
    await admin.taps(ALL)
    await opens(admin)
    rows.append(["03.03.2026", "8 843 200-00-02", "отказ", ""])
    await admin.sends_document("ещё.csv", data=csv_bytes([header, *rows]))
    assert "Новых лидов: 1" in admin.card(PAST).text and "Уже внесены раньше: 1" in admin.card(PAST).text


async def test_a_column_may_be_taken_out(desk: Desk, admin: Person) -> None:
    await opens(admin)
    await admin.sends_document("лиды.csv", data=csv_bytes([EXCEL, *GOOD, UNKNOWN]))
    await admin.taps(COLUMNS)
    await admin.taps("Менеджер")
    await admin.taps("Не брать")
    await admin.taps(GO)
    assert "Новых лидов: 5" in admin.card(PAST).text and "Нет в офисе" not in admin.card(PAST).text
    async with desk.database.reading() as store:
        assert find(store, UpkeepKind.PAST_LEADS) is None, "nothing is kept of what was not brought in"


async def test_a_file_that_nobody_has_asked_for_goes_where_it_belongs(desk: Desk, admin: Person) -> None:
    bitrix = row_of(BITRIX_LEADS, Дата_создания="28.03.2026 14:05:33", Рабочий_телефон="88432000001")
    await admin.sends_document("LEAD_2026.csv", data=csv_bytes([BITRIX_LEADS, bitrix]))
    assert "Новых лидов: 1" in admin.card(PAST).text
    await admin.sends_document("люди.csv", data=csv_bytes([["Имя", "Роль"], ["Зоя Новая", "менеджер"]]))
    assert admin.sees("Люди списком") and admin.sees("Зоя Новая")
    await admin.taps("Не надо", on="Люди списком")
    await admin.sends_document("что-то.csv", data=csv_bytes([["Год", "План"], ["2026", "100"]]))
    assert admin.sees("Не узнаю этот файл")
    await admin.taps("Это прошлые лиды")
    assert admin.sees("Не вижу, когда пришёл каждый лид")


async def test_what_is_no_table_is_asked_for_again(desk: Desk, admin: Person) -> None:
    await opens(admin)
    await admin.sends_document("фото.pdf", data=b"PK\x03\x04 nothing")
    assert admin.sees("Это не похоже на таблицу")
    await admin.sends("а вот так?")
    assert admin.sees("Это не похоже на таблицу")
    await admin.sends_document("лиды.csv", data=csv_bytes([EXCEL, *GOOD]))
    assert "Новых лидов: 4" in admin.card(PAST).text


async def test_thought_better_of(desk: Desk, admin: Person) -> None:
    await opens(admin)
    await admin.sends_document("лиды.csv", data=csv_bytes([EXCEL, *GOOD]))
    old = admin.data(ALL)
    await admin.taps("Не надо")
    await admin.taps_data(*old)
    assert "Ничего не внесено" in admin.card(PAST).text and (await desk.stored())["leads"] == []


async def test_it_says_how_far_it_is_but_not_every_moment(
    desk: Desk, admin: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parsing, "ROWS", 2)
    monkeypatch.setattr(past, "EVERY", timedelta(0))
    said: list[str] = []
    puts = past.PastLeads._put

    async def hear(self: past.PastLeads, chat: int, before: object, state: object, **more: object) -> bool:
        said.append(f"{state}:{more.get('rows')}")
        return await puts(self, chat, before, state, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(past.PastLeads, "_put", hear)
    await opens(admin)
    await admin.sends_document("лиды.csv", data=csv_bytes([EXCEL, *GOOD, *GOOD]))
    assert [one for one in said if one.startswith("checking")][1:] == [
        "checking:2",
        "checking:4",
        "checking:6",
        "checking:8",
    ]
    assert "Новых лидов: 8" in admin.card(PAST).text


async def test_what_the_program_was_killed_in_is_done_at_its_next_start(desk: Desk, admin: Person) -> None:
    await opens(admin)
    await admin.sends_document("лиды.csv", data=csv_bytes([EXCEL, *GOOD]))
    message, data = admin.data(ALL)
    desk.telegram.tap(admin.id, message, data=data)
    await desk.hears()
    await desk.restarts()
    await desk.settle()
    assert "Внесено лидов: 4" in admin.card(PAST).text and "4 leads" in await desk.verifies()


async def test_an_office_that_was_changed_meanwhile_is_read_again(
    desk: Desk, admin: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    await opens(admin)
    await admin.sends_document("лиды.csv", data=csv_bytes([EXCEL, *GOOD]))
    found = past.PastLeads._parsed

    async def disturbed(self: past.PastLeads, *args: object, **more: object) -> object:
        parsed = await found(self, *args, **more)  # type: ignore[arg-type]
        monkeypatch.undo()
        await desk.set_up(WITH_ADMIN.replace('name = "Окна Казань"', 'name = "Окна и двери"'))
        return parsed

    monkeypatch.setattr(past.PastLeads, "_parsed", disturbed)
    await admin.taps(ALL)
    assert admin.sees("Пока файл читался, офис изменили")
    await admin.taps(GO)
    await admin.taps(ALL)
    assert "Внесено лидов: 4" in admin.card(PAST).text


async def test_of_a_secretary_a_table_stays_a_lead(desk: Desk) -> None:
    await desk.anna.sends_document("лиды.csv", data=csv_bytes([EXCEL, *GOOD]))
    assert desk.anna.has(HAND_OVER)
