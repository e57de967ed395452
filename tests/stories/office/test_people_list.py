"""People come as a list in a file: read, shown, made with one tap, each with a link."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from leads.office import Role
from tests.offices import WITH_ADMIN
from tests.stories.desk import Desk
from tests.stories.office.test_people import the_office
from tests.stories.people import Person

CSV = """ФИО;Должность;Отдел
Вера Новикова;Секретарь;
Лев Котов;менеджер;Татарстан
Пётр Петров;менеджер;
Олег Странный;космонавт;
Инна Дальняя;менеджер;Марс
лев  котов;менеджер;
Зоя Светлова;;
"""


@pytest.fixture
async def admin(desk: Desk) -> Person:
    await desk.set_up(WITH_ADMIN)
    person = desk.person(501)
    await person.sends("/people")
    for words in ("Пригласить", "Списком из файла"):
        await person.taps(words)
    return person


async def test_a_list_is_shown_and_made_with_one_tap(desk: Desk, admin: Person) -> None:
    await admin.sends_document("люди.csv", data=CSV.encode("cp1251"))
    for words in (
        "Подходят 3 из 7",
        "✅ Лев Котов · менеджер, Татарстан",
        "⚠️ Пётр Петров · уже есть в офисе",
        "⚠️ Олег Странный · нет роли «космонавт»",
        "⚠️ Инна Дальняя · нет сегмента «Марс»",
        "⚠️ лев котов · в списке дважды",
    ):
        assert admin.sees(words), admin.chat()
    old = admin.data("Завести всех: 3")
    await admin.taps_data(*old)
    office = await the_office(desk)
    assert office.person("novikova").roles == (Role.SECRETARY,)
    assert "kotov" in office.segment("tatarstan").members and "kotov" not in office.segment("rest").members
    assert "svetlova" in office.segment("rest").members
    await admin.taps_data(*old)
    assert admin.sees("Пришлите файл") and len((await the_office(desk)).people) == len(office.people)
    file = desk.telegram.files.get(admin.card("Приглашения: 3").raw["document"]["file_id"])
    lines = list(load_workbook(BytesIO(file.upload.data)).active.iter_rows(values_only=True))
    assert [line[0] for line in lines] == ["Имя", "Вера Новикова", "Лев Котов", "Зоя Светлова"]
    vera = desk.stranger(700, "Верочка")
    await vera.starts(str(lines[1][1]).split("?start=")[1])
    assert vera.sees("Вера Новикова. Вы здесь: секретарь")
    assert "the set-up is as entry" in await desk.verifies()


async def test_a_workbook_does_as_well_in_english(desk: Desk, admin: Person) -> None:
    book, out = Workbook(), BytesIO()
    book.active.append(["#", "Full name", "Position"])
    book.active.append([1, "John Smith", "Head of sales"])
    book.save(out)
    await admin.sends_document("people.xlsx", data=out.getvalue())
    assert admin.sees("✅ John Smith · руководитель")
    await admin.taps("Завести всех: 1")
    assert (await the_office(desk)).person("smith").roles == (Role.HEAD,)


@pytest.mark.parametrize("data", [b"%PDF", b"PK broken", b"a;b\nc;d\n", "Имя\n".encode(), b"\xff" * 2000])
async def test_what_is_no_list_is_asked_for_again(desk: Desk, admin: Person, data: bytes) -> None:
    await admin.sends_document("x.csv", data=data)
    assert admin.sees("не похоже на список")
    await admin.sends_document("люди.csv", data="Имя\nВера Новикова\n".encode())
    assert admin.sees("✅ Вера Новикова · менеджер")


async def test_words_instead_of_a_file_are_no_list(desk: Desk, admin: Person) -> None:
    await admin.sends("Вера Новикова")
    assert admin.sees("не похоже на список")


SPLIT = """Список сотрудников на 1 декабря;;;;
;;;;
№;Фамилия;Имя;Отчество;Должность
1;Новикова;Вера;Павловна;Секретарь-референт
2;Котов;Лев;;Старший менеджер по продажам
3;Светлова;Зоя;Ильинична;Руководитель отдела продаж
4;Зимин;Егор;;Коммерческий директор
"""


async def test_a_list_of_the_personnel_department_with_a_title_and_names_in_parts(
    desk: Desk, admin: Person
) -> None:
    await admin.sends_document("люди.csv", data=SPLIT.encode("cp1251"))
    for words in (
        "Подходят 4 из 4",
        "✅ Новикова Вера Павловна · секретарь",
        "✅ Котов Лев · менеджер",
        "✅ Светлова Зоя Ильинична · руководитель",
        "✅ Зимин Егор · директор",
    ):
        assert admin.sees(words), admin.chat()
