"""Past leads out of the tables of other programs: read as they were saved, checked, brought in once."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from files.csv_file import RowsError
from files.past.columns import likeness
from files.tables import opened
from tests.files.past.exports import AMO, BITRIX_DEALS, BITRIX_LEADS, EXCEL, csv_bytes, row_of, xlsx_bytes
from tests.files.past.test_other_programs import Run, fairly

__all__ = ["fairly"]

BITRIX = csv_bytes(
    [
        BITRIX_LEADS,
        row_of(
            BITRIX_LEADS,
            ID="7",
            Стадия="Некачественный лид",
            Название_лида="Заявка с сайта",
            Имя="Рустам",
            Фамилия="Закиров",
            Мобильный_телефон="+79601234567",
            Источник="Веб-сайт",
            Ответственный="Пётр Петров",
            Дата_создания="28.03.2026 14:05:33",
        ),
        row_of(
            BITRIX_LEADS,
            Стадия="В работе",
            Рабочий_телефон="8 (843) 200-00-01",
            Комментарий="Окна; дача",
            Сумма="35 000,00",
            Ответственный="Ольга Сидорова",
            Дата_создания="29.03.2026 09:00:00",
        ),
    ]
)
DEALS = csv_bytes(
    [
        BITRIX_DEALS,
        row_of(
            BITRIX_DEALS,
            Стадия_сделки="Сделка успешна",
            Сумма="120 000,50",
            Контакт__Имя="Рустам",
            Контакт__Рабочий_телефон="79601234567",
            Дата_завершения="01.04.2026",
            Ответственный="Пётр Петров",
            Дата_создания="28.03.2026 14:05",
        ),
        row_of(
            BITRIX_DEALS,
            Стадия_сделки="Сделка провалена",
            Сумма="50 000",
            Дата_завершения="28.11.2099",
            Ответственный="Пётр Петров",
            Дата_создания="30.03.2026 10:00",
        ),
    ],
    encoding="utf-8-sig",
)
AMO_FILE = xlsx_bytes(
    [
        AMO,
        row_of(
            AMO,
            ID=31,
            Название_сделки="Сделка #31",
            Основной_контакт="Айрат",
            Ответственный="Ольга Сидорова",
            Этап_сделки="Успешно реализовано",
            Бюджет__=99000.9,
            Дата_создания_сделки=datetime(2026, 3, 28, 14, 5),  # noqa: DTZ001
            Дата_закрытия="02.04.2026 10:00:00",
            Рабочий_телефон__контакт_=78432000002,
        ),
        row_of(
            AMO,
            Основной_контакт="Зоя",
            Этап_сделки="Первичный контакт",
            Дата_создания_сделки=46110.5,
        ),
    ]
)


def brings(fairly: Run, name: str, data: bytes, *more: str) -> tuple[int, str, str]:
    Path(name).write_bytes(data)
    return fairly("import", name, *more)


def test_leads_of_bitrix24_in_windows_letters_with_semicolons(fairly: Run) -> None:
    code, out, err = brings(fairly, "leads.csv", BITRIX)
    assert (code, err) == (0, "")
    assert out == (
        "leads.csv: 2 leads imported, 0 were there already; no outcome, still open: В работе (1)\n"
    )
    assert brings(fairly, "again.csv", BITRIX)[1].startswith(
        "again.csv: 0 leads imported, 2 were there already"
    )
    _, report, _ = fairly("report", "--json", "--from", "2026-03-28", "--to", "2026-03-29")
    assert '"bad": 1' in report and '"open": 1' in report
    assert fairly("verify")[0] == 0


def test_deals_of_bitrix24_with_what_they_brought(fairly: Run) -> None:
    assert brings(fairly, "deals.csv", DEALS)[:2] == (
        0,
        "deals.csv: 2 leads imported, 0 were there already\n",
    )
    _, report, _ = fairly("report", "--json", "--from", "2026-03-01", "--to", "2026-03-31")
    assert '"won": 1' in report and '"lost": 1' in report and '"amount": 120000.5' in report


def test_a_workbook_of_amocrm(fairly: Run) -> None:
    code, out, _ = brings(fairly, "amo.xlsx", AMO_FILE)
    assert code == 0 and out.startswith("amo.xlsx: 2 leads imported, 0 were there already")
    _, report, _ = fairly("report", "--json", "--from", "2026-03-01", "--to", "2026-03-31")
    assert '"amount": 99000.9' in report
    assert brings(fairly, "again.xlsx", AMO_FILE)[1].startswith("again.xlsx: 0 leads imported, 2")


def test_the_same_leads_as_csv_and_as_a_workbook_are_the_same(fairly: Run) -> None:
    sheet = load_workbook(filename=_kept("amo.xlsx", AMO_FILE)).active
    rows = [["" if cell is None else str(cell) for cell in row] for row in sheet.values]
    assert brings(fairly, "amo.xlsx", AMO_FILE)[0] == 0
    again = brings(fairly, "amo.csv", csv_bytes(rows, ",", "utf-8"))
    assert again[1].startswith("amo.csv: 0 leads imported, 2 were there already")


def _kept(name: str, data: bytes) -> str:
    Path(name).write_bytes(data)
    return name


@pytest.mark.parametrize("nothing", ["-", "—", "н/д", "не указан", "N/A", "null", "0000-00-00 00:00:00"])
def test_what_stands_for_nothing_is_nothing(fairly: Run, nothing: str) -> None:
    header = "Дата;Телефон;Клиент;Менеджер;Взят в работу;Статус;Сумма;Дата закрытия"
    row = f"28.03.2026;8 (843) 200-00-01;{nothing};{nothing};{nothing};Продажа;{nothing};{nothing}"
    assert brings(fairly, "table.csv", f"{header}\n{row}\n".encode())[:2] == (
        0,
        "table.csv: 1 leads imported, 0 were there already\n",
    )


def test_a_title_above_the_header_and_a_column_that_only_its_owner_knows(fairly: Run) -> None:
    rows = [
        ["Клиенты за март", "", ""],
        ["", "", ""],
        ["Когда звонил", "Телефон", "Ценник", "Чем кончилось"],
        ["28.03.2026 14:05", "8 843 200-00-03", "5 000", "продано"],
    ]
    code, out, err = brings(fairly, "mine.csv", csv_bytes(rows))
    assert (
        (code, out) == (2, "") and "no column says when each lead came" in err and "Когда звонил" not in out
    )
    named = ("at=Когда звонил", "outcome=Чем кончилось", "amount=Ценник")
    code, out, err = brings(
        fairly, "mine.csv", csv_bytes(rows), *(w for one in named for w in ("--map", one))
    )
    assert (code, err) == (0, ""), err
    assert '"amount": 5000' in fairly("report", "--json", "--from", "2026-03-01", "--to", "2026-03-31")[1]


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("at=Нет такой", "--map: Нет такой: no such column; there are ID, Стадия"),
        ("когда=Дата создания", "--map: когда: is no field; there are at, phone, name"),
        ("Дата создания", '--map: "Дата создания" is not FIELD=COLUMN'),
        ("at=", "leads.csv:1: at: no column says when each lead came"),
    ],
)
def test_a_wrong_name_of_a_column_is_said(fairly: Run, named: str, said: str) -> None:
    code, out, err = brings(fairly, "leads.csv", BITRIX, "--map", named)
    assert (code, out) == (2, "") and err.startswith(said)


def test_the_good_rows_are_taken_and_the_others_are_there_with_the_reason(fairly: Run) -> None:
    rows = [
        EXCEL,
        row_of(EXCEL, Дата="28.03.2026", Телефон="8 843 200-00-04", Итог="отказ", Менеджер="Пётр Петров"),
        row_of(EXCEL, Дата="вчера", Телефон="8 843 200-00-05"),
        row_of(EXCEL, Дата="29.03.2026", Телефон="нет", Итог="продано"),
        row_of(EXCEL, Дата="29.03.2026", Менеджер="Кто-то Новый"),
    ]
    code, out, _ = brings(fairly, "leads.csv", csv_bytes(rows), "--rejects", "bad.csv")
    assert code == 0 and out.startswith(
        "leads.csv: 1 leads imported, 0 were there already, 3 rejected into bad.csv"
    )
    header, *bad = csv.reader(Path("bad.csv").read_text("utf-8").splitlines())
    assert header == [*EXCEL, "reason"]
    assert [row[-1].partition(":")[0] for row in bad] == ["at", "phone", "manager"]
    mended = (
        Path("bad.csv").read_text("utf-8").replace("вчера", "28.03.2026").replace("нет", "8 843 200-00-06")
    )
    Path("mended.csv").write_text(mended, "utf-8")
    code, out, _ = fairly("import", "mended.csv", "--create", "--rejects", "bad.csv")
    assert code == 0 and "3 leads imported" in out and "Кто-то Новый" in out
    assert not Path("bad.csv").exists() and fairly("verify")[0] == 0


ENCODED: dict[str, Callable[[str], bytes]] = {
    "utf-8": lambda text: text.encode(),
    "utf-16 of Excel's Unicode text": lambda text: text.replace(";", "\t").encode("utf-16"),
    "windows-1251": lambda text: text.encode("cp1251"),
    "koi8-r": lambda text: text.encode("koi8_r"),
    "what DOS wrote": lambda text: text.encode("cp866"),
    "a line that names the sign between": lambda text: b"\xef\xbb\xbfsep=;\r\n" + text.encode(),
}


@pytest.mark.parametrize("save", ENCODED.values(), ids=ENCODED)
def test_every_way_of_writing_letters(tmp_path: Path, save: Callable[[str], bytes]) -> None:
    line = (
        "28.03.2026;Рустам Закиров;8 843 200-00-07;Нужны окна на дачу, три штуки;Авито;Пётр Петров;Отказ;\r\n"
    )
    text = ";".join(EXCEL) + "\r\n" + line * 5
    with opened(save(text), "leads.csv", likeness) as table:
        assert table.header == list(EXCEL)
        assert [cells[1] for _, cells in table.rows] == ["Рустам Закиров"] * 5


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "x: is empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "x: is an old kind of Excel file"),
        (b"PK\x03\x04 no workbook", "x: is no Excel file that can be read"),
    ],
)
def test_what_is_no_table(data: bytes, said: str) -> None:
    with pytest.raises(RowsError, match=said), opened(data, "x", likeness) as table:
        list(table.rows)


def test_a_large_table_is_read_row_by_row(tmp_path: Path) -> None:
    rows = ([f"{n % 28 + 1:02}.03.2026", "", f"8 843 2{n:06}", "окна"] for n in range(20_000))
    file = tmp_path / "large.csv"
    file.write_bytes(csv_bytes([EXCEL[:4], *rows]))
    with opened(file, "large.csv", likeness) as table:
        assert table.total == 20_001
        first = next(table.rows)
        assert first[0] == 2 and sum(1 for _ in table.rows) == 19_999
