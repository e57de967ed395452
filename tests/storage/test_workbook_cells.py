"""Each cell of the Excel file: what it is, how it looks, and that a client's words can do nothing there but stand."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert

from leads.client import Client, TouchKind
from leads.figures.periods import Period
from leads.office import Office
from reports.cells import LONGEST, clean
from reports.taking import taken
from reports.workbook import Edition, write_workbook
from screens.texts import LOCALES, texts_for, units
from storage import clients
from storage.database import Database
from storage.offices import read_office
from storage.store import FIRST, Store
from storage.tables.clients import touches
from storage.tables.leads import leads, offers
from storage.touches import values_of
from tests.storage.opened import made
from tests.storage.stored_office import NOW, PHONE

DAY = Period(date(2026, 11, 23), date(2026, 11, 23))
AT = datetime(2026, 11, 23, 6, 59, 58, 700_000, tzinfo=UTC)  # nearly ten in Moscow
HOSTILE = (
    *("=1+1", "+7 843", "-1", "@SUM(A1)", "\t=1+1", '=HYPERLINK("http://x";"y")', "{=1}", "'=1", "|cmd"),
    *("http://example.com", "mailto:x@example.com", "internal:Sheet!A1", "123", "1e5", "TRUE", "#REF!"),
    *("🙂 Рустам 𝒳", "_x003D_1+1", "<b>&amp;</b>", "]]>", " с краю ", "две\nстроки", "<r>", "</r>"),
)
SHEETS = {
    "ru": ["Итоги", "Лиды", "Менеджеры", "Сегменты", "Причины", "Привычки", "Передача", "Решения"],
    "en": ["Totals", "Leads", "Managers", "Segments", "Reasons", "Habits", "Hand-overs", "Decisions"],
}


@pytest.fixture(params=["sqlite"])
def backend(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
async def store(database: Database, office: Office) -> AsyncIterator[Store]:
    async with database.writing() as store:
        yield store


def a_lead(store: Store, number: int, **columns: Any) -> None:
    row = {
        "office": FIRST,
        "number": number,
        "state": "held",
        "segment": "tatarstan",
        "path": [],
        "known": True,
    }
    times = {"ack_timeout": timedelta(minutes=5), "step_timeout": timedelta(minutes=5), "created_at": AT}
    name, phone = columns.pop("client_name", None), columns.pop("phone", None)
    made = insert(leads).values({**row, **times, "handed_at": AT, **columns}).returning(leads.c.id)
    lead, client = store.scalar(made), clients.add(store, Client(name=name))
    touch = {"office": FIRST, "client": client, "lead": lead, "at": AT, "kind": TouchKind.FIRST}
    store.execute(insert(touches).values({**touch, **values_of(Client(name=name, phone=phone))}))


def a_sale(store: Store) -> None:
    client = {"client_name": "Рустам", "phone": PHONE, "source": "site"}
    taken = {"holder": "petrov", "taken_by": "sidorova", "taken_after": 42, "contacted_after": 740}
    outcome = {"state": "closed", "outcome": "won", "amount": 120_000_50, "progress": "met"}
    a_lead(store, 1, id=1, closed_at=AT + timedelta(hours=1), **client, **taken, **outcome)
    offer = {"office": FIRST, "lead": 1, "step": "offer", "scheme": "secretary", "at": AT, "reasons": {}}
    answer = {"result": "claimed", "claimed_by": "petrov", "closed_at": AT + timedelta(seconds=42)}
    by_hand = {"chosen_by": "anna", "fair": "sidorova", "people": ["petrov"], "answers": {}}
    store.execute(insert(offers).values({**offer, **answer, **by_hand}))


@pytest.mark.parametrize("locale", LOCALES)
def test_every_cell_is_of_its_kind_and_every_sheet_ready_to_work_with(store: Store, locale: str) -> None:
    a_sale(store)
    _, book = made(store, DAY, NOW, locale)
    assert book.sheets == SHEETS[locale]
    _, leads_sheet, managers, segments, reasons, habits, _, decisions = (
        book.values[name] for name in book.sheets
    )
    moment = "dd.mm.yyyy hh:mm:ss" if locale == "ru" else "yyyy-mm-dd hh:mm:ss"
    row = leads_sheet[2]
    assert "".join(cell.data_type for cell in row if cell.value is not None) == "ndssssssnnssssnd"
    number, handed = row[0], row[1]
    assert (number.value, number.data_type, number.number_format) == (1, "n", "0")
    assert handed.is_date and handed.number_format == moment
    assert f"{handed.value + timedelta(milliseconds=1):%d.%m.%Y %H:%M:%S}" == "23.11.2026 09:59:58"
    amount = row[14]
    assert (amount.value, amount.data_type, amount.number_format) == (120_000.5, "n", "#,##0.00")
    assert all(cell.number_format == "@" for cell in row if cell.data_type == "s")
    conversion = next(cell for cell in segments[2] if cell.number_format == "0.0%")
    assert (conversion.value, conversion.data_type) == (1, "n")
    for sheet in (leads_sheet, managers, segments, reasons, habits, decisions):
        assert sheet.freeze_panes == "B2" and sheet.auto_filter.ref.startswith("A1:")
        assert sheet.page_setup.orientation == "landscape" and sheet.print_title_rows == "$1:$1"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage and sheet.page_setup.fitToHeight == 0
        assert len({cell.value for cell in sheet[1]}) == sheet.max_column, "no heading twice"
        widths = [dimension.width for dimension in sheet.column_dimensions.values()]
        assert widths and all(5 < width < 60 for width in widths)


def test_a_line_tells_in_words_what_happened(store: Store) -> None:
    a_sale(store)
    _, book = made(store, DAY, NOW)
    (lead,), (decision,) = book.lines("Лиды"), book.lines("Решения")
    words = [value for value in lead.values() if isinstance(value, str)]
    assert words == [
        *("Татарстан", "site", "да", "Рустам", "+7 843 200-00-01", "Ольга Сидорова", "Пётр Петров"),
        *("закрыт", "встреча", "продажа"),
    ]
    assert (lead["Взят за, секунд"], lead["Первый звонок через, секунд"]) == (42, 740)
    del decision["Когда"]
    assert list(decision.values()) == [
        *(1, "Татарстан", "выбирает секретарь", "по схеме", "Пётр Петров", "взят", "Пётр Петров"),
        *(42, "Анна Секретарёва", "Ольга Сидорова"),
    ]


def test_sums_follow_the_filter_and_have_their_values(store: Store) -> None:
    a_sale(store)
    a_lead(store, 2, holder="ivanov", state="closed", outcome="lost", lost_reason="price")
    _, book = made(store, DAY, NOW)
    sheet = book.formulas["Лиды"]
    assert sheet["O4"].value == "=SUBTOTAL(109,O2:O3)" and book.values["Лиды"]["O4"].value == 120_000.5
    assert book.lines("Лиды")[1]["Причина отказа"] == "Дорого"
    formulas = [
        cell.value
        for sheet in book.formulas
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]
    assert formulas and all(formula.startswith(("=SUBTOTAL(109,", "=IF(")) for formula in formulas)
    assert book.total("Сегменты")["Конверсия"] == 0.5


def test_whatever_a_client_is_called_it_is_a_text_and_stays_as_it_is(store: Store) -> None:
    for number, text in enumerate(HOSTILE, 1):
        a_lead(store, number, client_name=text, source=text)
    _, book = made(store, DAY, NOW)
    rows = book.formulas["Лиды"].iter_rows(min_row=2, max_row=1 + len(HOSTILE))
    for text, row in zip(HOSTILE, rows, strict=True):
        for cell in (row[3], row[5]):
            assert _shown(cell.value) == text
            assert (cell.data_type, cell.number_format, cell.hyperlink) == ("s", "@", None), text


def test_no_name_is_taken_for_the_files_own_tags(store: Store) -> None:
    """XlsxWriter writes what stands between these tags as it is."""
    name = '<r><t>x</t></r></is></c><c r="F2"><f>1+1</f></c><c t="inlineStr"><is><r></r>'
    a_lead(store, 1, client_name=name)
    _, book = made(store, DAY, NOW)
    assert book.formulas["Лиды"]["F2"].data_type == "s"
    assert book.formulas["Лиды"]["F2"].value == f"{name} "


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a\x00b\x08\x0b\x1fc", "abc"), ("a\ufffeb\uffffc", "abc"), ("a\r\nb\rc", "a\nb\nc"), ("\ud83d", "")],
)
def test_what_a_file_cannot_hold_is_left_out(text: str, shown: str) -> None:
    assert clean(text) == shown


def test_a_text_is_no_longer_than_a_cell(store: Store) -> None:
    a_lead(store, 1, client_name="🙂" * 40_000)
    _, book = made(store, DAY, NOW)
    name = book.lines("Лиды")[0]["Имя клиента"]
    assert name.endswith("🙂…") and LONGEST - 2 <= units(name) <= LONGEST


def test_whoever_may_not_see_a_client_finds_him_masked(store: Store) -> None:
    a_lead(store, 1, client_name="Рустам Закиров", phone=PHONE, holder="petrov")
    a_lead(store, 2, client_name="Айрат", phone=PHONE, holder="orlova")
    _, book = made(store, DAY, NOW, sees_client=lambda holder: holder == "orlova")
    first, second = book.lines("Лиды")
    assert first["Имя клиента"] == "Р••• З•••" and "200" not in first["Телефон"]
    assert (second["Имя клиента"], second["Телефон"]) == ("Айрат", "+7 843 200-00-01")
    assert not any("Рустам" in text for text in book.texts())


def test_where_not_all_lines_find_room_the_last_one_says_so(store: Store) -> None:
    for number in range(1, 5):
        a_lead(store, number, amount=100, outcome="won", state="closed", holder="petrov")
    _, book = made(store, DAY, NOW, most=3)
    assert [line["№"] for line in book.lines("Лиды")] == [1, 2, 3]
    assert book.total("Лиды")["Сумма продаж"] == 3
    assert book.values["Лиды"]["A6"].value.startswith("Показаны первые строки: 3.")
    _, whole = made(store, DAY, NOW, most=4)
    assert not any("Показаны первые" in text for text in whole.texts())


def test_a_period_with_nothing_in_it_is_a_file_all_the_same(store: Store) -> None:
    _, book = made(store, DAY, NOW)
    assert book.sheets == SHEETS["ru"]
    assert book.lines("Лиды") == book.lines("Решения") == []


@pytest.mark.parametrize("locale", LOCALES)
def test_each_figure_has_one_sentence_that_says_what_it_is(store: Store, locale: str) -> None:
    _, book = made(store, DAY, NOW, locale)
    _, *rows = book.values[SHEETS[locale][0]].iter_rows(values_only=True)
    assert len({name for name, *_ in rows}) == len(rows) > 30
    for _, _, about in rows:
        assert about.endswith(".") and ". " not in about, about


def test_nothing_is_left_of_a_file_that_could_not_be_written(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full(BytesIO):
        def write(self, _: Any) -> int:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    a_lead(store, 1, client_name="Рустам")
    found = taken(store, read_office(store), DAY)
    with pytest.raises(OSError, match="No space left"):
        write_workbook(store, found, Full(), Edition(texts_for("ru"), NOW, lambda _: True))
    assert is_empty(tmp_path)


def test_nobody_is_named_in_the_files_own_papers(store: Store) -> None:
    found, file = taken(store, read_office(store), DAY), BytesIO()
    write_workbook(store, found, file, Edition(texts_for("ru"), NOW, lambda _: True))
    with zipfile.ZipFile(file) as parts:
        core = parts.read("docProps/core.xml").decode()
    assert "2026-11-23T12:00:00Z" in core and "<dc:creator></dc:creator>" in core


def is_empty(folder: Path) -> bool:
    return not any(folder.iterdir())


def _shown(text: str) -> str:
    """Excel reads `_x003D_` as `=`, unless its first `_` is written in the same way; openpyxl reads neither."""
    return text.replace("_x005F_", "_")
