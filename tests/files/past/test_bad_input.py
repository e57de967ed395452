"""A mistake in the file is a line that names the file, the row and the field; then nothing is imported."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from files.csv_file import RowsError, unwatched
from files.past.lines import Line, read_lines
from files.past.names import Names
from leads.office import Office
from storage.past import Named
from tests.files.past.files import csv_of, row
from tests.storage.stored_office import NOW, stored_office

GONE = Named("kuzmin", "Пётр Петров", active=False)


def read(path: Path, text: str | bytes, *, create: bool = False, office: Office | None = None) -> list[Line]:
    file = path / "leads.csv"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    office = office or stored_office()
    people = [*(Named(p.id, p.name, active=True) for p in office.people), GONE]
    segments = [Named(s.id, s.name, active=True) for s in office.segments]
    return read_lines(
        file, office, Names("manager", people, create), Names("segment", segments, create), NOW, unwatched
    )


def problems(path: Path, text: str | bytes, *, create: bool = False) -> list[str]:
    with pytest.raises(RowsError) as wrong:
        read(path, text, create=create)
    assert wrong.value.code == 2
    return [line.removeprefix(f"{path}/") for line in str(wrong.value).splitlines()]


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (row("", name="Рустам"), 'at: "" is not a time; write it like 2026-11-23T09:00:00'),
        (row("01.10.2026"), 'at: "01.10.2026" is not a time'),
        (row("2026-11-23T12:00:01"), "at: is in the future"),
        (row("2026-11-23T09:00:00.000001Z"), "at: is in the future"),
        (row("1999-12-31"), "at: 1999-12-31 is not in the years 2000 to 2100"),
        (row(phone="ring me"), "phone: is not a phone number"),
        (row(phone="8 917 224-18-3"), "phone: is not a phone number"),
        (row(phone="8 917 224-18-355"), "phone: is not a phone number"),
        (row(phone="212-45-67"), "phone: is not a phone number"),
        (
            row(outcome="won", amount="1000000000000.01"),
            "amount: 1000000000000.01 is more than any sale brings, which is 1 000 000 000 000 at most",
        ),
        (
            row(outcome="won", amount="9" * 30),
            "amount: 999999999999999999999999999999 is more than any sale brings",
        ),
        (
            row(manager="zoe"),
            'manager: unknown: "zoe"; there are anna, petrov, sidorova, ivanov, orlova, kuzmin',
        ),
        (
            row(segment="all"),
            'segment: unknown: "all"; there are tatarstan, rest, or --create makes what is missing',
        ),
        (row(claimed_at="2026-10-01T10:05:00"), "claimed_at: has a time, but manager is empty: who took it?"),
        (row(manager="petrov", claimed_at="soon"), 'claimed_at: "soon" is not a time'),
        (row(manager="petrov", claimed_at="2026-10-01T09:59:59"), "claimed_at: is before at"),
        (row(manager="petrov", claimed_at="2026-11-24"), "claimed_at: is in the future"),
        (row(outcome="sold"), 'outcome: "sold" is no outcome; there are won, lost, bad, or nothing'),
        (row(outcome="won", closed_at="2026-09-30"), "closed_at: is before at"),
        (
            row(manager="petrov", claimed_at="2026-10-02", outcome="won", closed_at="2026-10-01T23:00:00"),
            "closed_at: is before claimed_at",
        ),
        (row(outcome="won", closed_at="2027-01-01"), "closed_at: is in the future"),
        (row(outcome="won", amount="-5"), 'amount: "-5" is not a sum of money; write it like 12000 or 99.90'),
        (row(outcome="won", amount="1e3"), 'amount: "1e3" is not a sum'),
        (row(outcome="lost", amount="5"), "amount: is only for what was won"),
        (row(amount="5"), "amount: is only for what was won"),
        (row(text="a\0b"), "text: holds a character that is none (NUL)"),
    ],
)
def test_every_mistake_names_its_line_and_field(tmp_path: Path, bad: dict[str, str], said: str) -> None:
    (problem,) = problems(tmp_path, csv_of([row(), bad]))
    assert problem.startswith(f"leads.csv:3: {said}")


def test_the_first_twenty_are_named_and_the_others_counted(tmp_path: Path) -> None:
    found = problems(tmp_path, csv_of([row("never")] * 23))
    assert found[0].startswith("leads.csv:2: at: ") and found[19].startswith("leads.csv:21: at: ")
    assert found[20:] == ["… and 3 more"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "leads.csv:1: at: the column is missing"),
        ("phone\n+78432000000\n", "leads.csv:1: at: the column is missing"),
        ("at;phone\n", "leads.csv:1: at;phone: fields are parted by semicolons; in CSV it is commas"),
        (
            "at,price\n",
            "leads.csv:1: price: unknown column; there are at, phone, name, segment, source, text",
        ),
        ("at,at\n", "leads.csv:1: at: the column is there twice"),
        ("at\n2026-10-01,окна, двери\n", "leads.csv:2: column 2: has no name in the header"),
        (b"at,name\n2026-10-01,\xcc\xe8\xf8\xe0\n", "leads.csv:2: is not UTF-8 text"),
        ('at,text\n2026-10-01,"окна\n', "leads.csv:2: is not CSV"),
    ],
)
def test_what_is_no_such_file(tmp_path: Path, text: str | bytes, said: str) -> None:
    (problem,) = problems(tmp_path, text)
    assert problem.startswith(said)


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(RowsError, match=r"nowhere\.csv: No such file"):
        read_lines(
            tmp_path / "nowhere.csv",
            stored_office(),
            Names("manager", (), False),
            Names("segment", (), False),
            NOW,
            unwatched,
        )


def test_an_office_without_rules_needs_the_segment_in_the_file(tmp_path: Path) -> None:
    bare = Office("Bare", stored_office().timezone)
    with pytest.raises(
        RowsError, match="2: segment: is missing, and the office has no rules that would tell"
    ):
        read(tmp_path, csv_of([row()]), office=bare)


def test_a_name_of_two_people_has_to_be_an_id(tmp_path: Path) -> None:
    office = stored_office()
    twins = Office(
        "Twins", office.timezone, people=(*office.people, office.people[1]), segments=office.segments
    )
    with pytest.raises(RowsError, match="is the name of several: write petrov or petrov"):
        read(tmp_path, csv_of([row(manager="Пётр Петров")]), office=twins)


def test_columns_in_any_order_empty_fields_left_out_and_a_mark_of_byte_order(tmp_path: Path) -> None:
    text = "\ufeffmanager,at,outcome\nПётр Петров,2026-10-01T10:00:00+05:00\n\n,2026-10-02,won\n"
    first, second = read(tmp_path, text)
    assert (first.past.who, first.past.outcome) == ("petrov", None), (
        "who is still there comes before who has left"
    )
    assert first.past.at.isoformat() == "2026-10-01T05:00:00+00:00"
    assert second.past.at.isoformat() == "2026-10-01T21:00:00+00:00", "midnight on the office's wall"
    assert second.past.closed_at == second.past.at and second.past.who is None


def test_a_program_writes_nought_for_what_was_not_won(tmp_path: Path) -> None:
    lost, won = read(tmp_path, csv_of([row(outcome="lost", amount="0"), row(outcome="won", amount="0.00")]))
    assert (lost.past.amount, won.past.amount) == (None, 0)


def test_an_hour_that_the_wall_shows_twice_is_read_in_the_order_of_the_lead(tmp_path: Path) -> None:
    berlin = Office(
        "Berlin", ZoneInfo("Europe/Berlin"), people=stored_office().people, segments=stored_office().segments
    )
    (line,) = read(
        tmp_path,
        csv_of([row("2026-10-25T02:50:00", manager="petrov", claimed_at="2026-10-25T02:10:00")]),
        office=berlin,
    )
    assert line.past.claimed_at and (line.past.claimed_at - line.past.at).total_seconds() == 20 * 60


def test_ids_are_made_of_names(tmp_path: Path) -> None:
    names = ["Пётр Щукин", "Пётр Щукин", "petr shchukin", "zoe", "李雷", "X" * 60, "X" * 61]
    lines = read(tmp_path, csv_of([row(manager=name) for name in names]), create=True)
    assert [line.past.who for line in lines] == [
        *("petr-shchukin", "petr-shchukin", "petr-shchukin-2", "zoe", "manager", "x" * 32, "x" * 30 + "-2"),
    ]
    (problem,) = problems(tmp_path, csv_of([row(manager="X" * 101)]), create=True)
    assert problem == "leads.csv:2: manager: a name has at most 100 characters"


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("8(495)1234567*123", ["+74951234567;ext=123"]),
        ("8 916 123-45-67 18.00", ["+79161234567"]),
        ("8 (843) 292-44-44 доб. 101", ["+78432924444;ext=101"]),
        ("998901234567", ["+998901234567"]),
        ("9161234567", ["+79161234567"]),
        ("916 1234567", ["+79161234567"]),
        ("89161234567, 8 903 765-43-21 жена", ["+79161234567", "+79037654321"]),
        ("⁸⁹¹⁶1234567", ["+79161234567"]),
        ("8 843 200-99-99", []),
        ("8 843 200-99-99 доб. 5; 8 916 123-45-67", ["+79161234567"]),
    ],
)
def test_a_number_is_read_as_in_a_message(tmp_path: Path, written: str, stored: list[str]) -> None:
    office = replace(stored_office(), own_phones=("+78432009999",))
    (line,) = read(tmp_path, csv_of([row(phone=f'"{written}"')]), office=office)
    assert list(line.client.phones) == stored and line.client.phone == (stored[0] if stored else None)


def test_the_greatest_amount_is_taken(tmp_path: Path) -> None:
    (line,) = read(tmp_path, csv_of([row(outcome="won", amount="1000000000000")]))
    assert line.past.amount == 10**14


def test_numbers_in_the_text_are_counted_as_in_a_message(tmp_path: Path) -> None:
    """A retention looks there for other clients."""
    lines = read(
        tmp_path,
        csv_of([row(phone="8 843 200-00-00", text="и сосед, 8 (843) 200-11-11"), row(text="окна 3 шт")]),
    )
    assert [len(line.client.phones) for line in lines] == [2, 0]
