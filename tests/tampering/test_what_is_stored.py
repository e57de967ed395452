"""Every value beside the ledger: one that the ledger vouches for cannot be changed, and all the others stand here."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Boolean, Column, Float, Integer, Table

from storage.columns import Exact, Json, UtcDateTime
from storage.rows import LAST_MARK
from storage.tables.base import metadata
from tests.tampering.forger import Forger
from tests.tampering.test_bytes_of_the_ledger import flipped

VOUCHED = {
    "ledger": "office seq at kind lead body seal",
    "offices": "name settings next_number ledger_length set_up_entry account_key",
    "people": "office id position name telegram_id roles capacity active weight paused checked_in leave_from "
    "leave_until lapses arrival idle_since took_at hours answers",
    "segments": "office id position name settings active moment drawings",
    "shifts": "office segment person settings",
    "clients": "owner last_at",
    "invitations": "token person role",
    "members": "office segment person position credit ticket since",
    "records": "office segment person won lost",
    "closings": "office segment person week source known won lost",
    "swaps": "id office segment person starts_at ends_at state taken_by taken_at",
    "rosters": "id office segment week plan state proposed_by settled_by shifts figures",
    "leads": "office number state segment known owner duplicate_of picked picked_by path rung ack_timeout "
    "step_timeout wait_for_owner handed_at holder held_at taken_by taken_after closed_at outcome amount "
    "lost_reason bad_reason progress marks reminders repeats appointment_what appointment_at appointment_told uncalled "
    "contacted_by contacted_after due_kind own source erased added_to waited overtook by_itself",
    "offers": "office lead step scheme at people sole result answers reasons claimed_by delivered_at closed_at "
    "payer gained ticket_before idle_before moment chosen_by fair word tap_window wanted",
    "draws": "office segment monday commitment secret lots members drawn announced_at draw_at opened_at thrower "
    "throw_until throw seals salts times",
}

CLIENT = "personal data of the client stand in no entry"
COURIER = "what was sent and read: of it nothing is decided"
MADE = "a name that the database gives; nothing is decided by it"
LINE = "by which line of a file a lead is known again; what the line says is an entry"
LINK = "how long a link is good, and whether it was used; who comes in by it is an entry"
NOT_VOUCHED = {
    "offices.id": "without it there is no office, and that is said",
    "offices.version": COURIER,
    "offices.summary_due": "any moment of the next day may be right; a later one is named",
    "offices.import_salt": LINE,
    "offices.setting_up": "at which step of its set-up the office stands; what each of them has made is sealed",
    "offices.loaded": "what the next file is compared with before anything is changed; what changes then is sealed",
    "people.locale": "in which language somebody reads",
    "people.reachable": "whether Telegram delivers is known when it does not: then the offer moves on by an entry",
    "people.asked": "which question his next message answers",
    "people.asked_what": "which question his next message answers",
    "people.asked_at": "which question his next message answers",
    "people.asked_about": "which question his next message answers",
    "shifts.id": MADE,
    "leads.id": MADE,
    "leads.created_at": "a draft is nobody's yet; the hand-over is an entry",
    "leads.due_at": "when it is looked at next may be sooner than was said; never, or too late, is named",
    "leads.secretary": "whose draft it was; whom she picked is in the ledger",
    **{
        f"leads.mark_{name}": "what a mark has changed is looked at when it is taken back; what that leaves is compared"
        for name in LAST_MARK
    },
    "leads.client": CLIENT,
    "leads.imported": LINE,
    "leads.came_with": CLIENT,
    "draws.asked_at": COURIER,
    "joins": "what is parted again is the client's own; whom the ledger has not joined, and has not parted, is named",
    "offers.id": MADE,
    "clients.id": MADE,
    "clients.office": CLIENT,
    "clients.name": CLIENT,
    "clients.language": CLIENT,
    "clients.region": CLIENT,
    "clients.place": CLIENT,
    "clients.region_by": CLIENT,
    "contacts": CLIENT,
    "touches": CLIENT,
    "terms": CLIENT,
    "invitations.office": LINK,
    "invitations.replaces": "the account that he had when it was made: whoever has another by then is not moved by it",
    "invitations.asks": "whether the old account is asked before; who has moved is an entry, and is told there",
    "invitations.expires_at": LINK,
    "invitations.used_at": LINK,
    "summaries": "that a day was told is in no entry; a day that is still to come is named",
    "cards": COURIER,
    "updates": "which updates were heard is Telegram's to say: whoever writes them down beforehand is not found out",
    "requests": "what sources have sent, as they are said to have sent it; what becomes of it is an entry",
    "crm_leads": "what another program shows of leads: no lead is moved by it but by an entry",
    "crms": "how another program answers, and whom it knows",
    "secrets": "by what a source is known, and what is sent out is signed; of it nothing is decided",
    "hooks": "how an address outside is doing; whichever there are is sealed with the set-up",
    "deliveries": "which entries somebody outside was told of: what they hear is made of the ledger",
    "set_aside": "what could not be handled waits for the administrator, as Telegram is said to have sent it",
    "troubles": COURIER,
    "mailboxes": "how far letters are read: what is read of them is vouched for as any lead is",
    "feeds": "where somebody's own calendar reads their duty: nothing is decided by it",
    "upkeep": "when a copy was made and the ledger verified, for people to read: nothing is decided by it",
    "changes": "what the chat shows of the history of the set-up; what is decided rests on the set-up, which is sealed",
    "watches": "who is told, and when, that somebody has left or a client came again: nothing is decided by it",
}
"""By column; by table where it is for all of its columns. With the reason."""

WHERE = {
    "offers.delivered_at": "result = 'claimed' AND step <> 'assign'",  # of the others nothing rests on it
    "leads.due_kind": "state = 'waiting'",  # of the others it follows from the state
}
PEOPLE = ["petrov", "sidorova"]
ANOTHER = {
    "members.person": ["anna", "orlova"],
    "records.person": ["anna", "orlova"],
    "closings.person": ["anna", "orlova"],
    "people.id": ["nobody", "no-one"],
    "people.paused": ["paused", "lapsed"],
    "leads.state": ["held", "closed"],
    "leads.outcome": ["won", "lost"],
    "leads.progress": ["met", "reached"],
    "leads.marks": ['["met"]', '["reached"]'],
    "leads.due_kind": ["opening", "retry"],
    "leads.appointment_what": ["call_back", "meeting"],
    "leads.path": ['["offer"]', '["offer", "head"]'],
    "leads.segment": ["balance", "queue"],
    "leads.erased": ["wish", "retention"],
    "offers.step": ["offer", "everyone"],
    "offers.result": ["lapsed", "declined"],
    "offers.people": ['["petrov"]', '["sidorova"]'],
    "swaps.state": ["open", "withdrawn"],
    "rosters.state": ["approved", "dismissed"],
}
"""Values that might as well stand there; two, of which one is another than what does."""

TABLES = {table.name: table for table in metadata.sorted_tables}
NOT_BY_BYTES = {
    "rosters.figures",
    "leads.source",
    "invitations.person",
    "people.hours",
}  # known in part; nothing stands there
CHECKED = [
    f"{table}.{column}"
    for table, columns in VOUCHED.items()
    for column in columns.split()
    if table != "ledger"
]


def test_every_column_of_every_table_is_vouched_for_or_stands_here() -> None:
    every = {f"{table.name}.{column.name}" for table in metadata.sorted_tables for column in table.columns}
    vouched = {f"{table}.{column}" for table, columns in VOUCHED.items() for column in columns.split()}
    listed = {name for name in every if name in NOT_VOUCHED or name.partition(".")[0] in NOT_VOUCHED}
    assert every == vouched | listed and not vouched & listed
    assert set(NOT_VOUCHED) <= every | set(TABLES), "columns that there are no more"


@pytest.mark.parametrize("name", CHECKED)
def test_another_value_is_named(forger: Forger, name: str) -> None:
    """Where something stands, and where nothing does."""
    table, column = TABLES[name.partition(".")[0]], name.partition(".")[2]
    found = [
        one(forger, table, f"{column} IS {n} AND {WHERE.get(name, 'true')}") for n in ("NOT NULL", "NULL")
    ]
    assert found[0] or name in NOT_BY_BYTES, f"there is no {name} in the past"
    for row in filter(None, found):
        change(forger, table, row, column, another(table.c[column], row[column]))
        assert is_named(forger.caught(), table, row), f"{name} of {row}"
        forger.back()


@given(data=st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_one_byte_of_any_value_is_named(forger: Forger, data: st.DataObject) -> None:
    forger.back()
    name = data.draw(st.sampled_from([n for n in CHECKED if n not in NOT_BY_BYTES]))
    table, column = TABLES[name.partition(".")[0]], name.partition(".")[2]
    rows = every_row(forger, table, f"{column} IS NOT NULL AND {WHERE.get(name, 'true')}")
    row = data.draw(st.sampled_from(rows), "row")
    stored, place, mask = row[column], data.draw(st.integers(0, 999)), data.draw(st.integers(1, 127))
    new = stored + mask if isinstance(stored, float) else flipped(stored, place, mask)
    try:
        change(forger, table, row, column, new)
    except sqlite3.IntegrityError:
        return  # the key of another row: the database itself refuses that
    unseen = name in {"people.leave_until", "offers.delivered_at"}  # known to the day, and to the second
    assert unseen or is_named(forger.caught(), table, row), f"{name} of {row}"


@pytest.mark.parametrize("table", ["offices", "segments", "shifts"])
def test_every_setting_is_sealed(forger: Forger, table: str) -> None:
    """Whatever keys there are, now and later."""
    row = one(forger, TABLES[table], "true")
    assert row
    for key, value in json.loads(row["settings"]).items():
        settings = json.loads(row["settings"]) | {key: None if value is not None else 1}
        written = json.dumps(settings, ensure_ascii=False, sort_keys=True)
        change(forger, TABLES[table], row, "settings", written)
        assert is_named(forger.caught(), TABLES[table], row), key
        forger.back()


@pytest.mark.parametrize(
    "name", [name for name in VOUCHED if name not in {"ledger", "offices", "clients", "invitations"}]
)
def test_a_row_that_is_gone_is_named(forger: Forger, name: str) -> None:
    where = {"people": "id = 'petrov'", "offers": "lead = 1", "leads": "number IS NOT NULL"}.get(name, "true")
    row = one(forger, TABLES[name], where)
    assert row
    forger.write(f"DELETE FROM {name} WHERE rowid = ?", row["rowid"])
    assert is_named(forger.caught(), TABLES[name], row)


@pytest.mark.parametrize(
    "name",
    [name for name in VOUCHED if name not in {"ledger", "offices", "clients"}],
)
def test_a_row_too_many_is_named(forger: Forger, name: str) -> None:
    """A copy of one, with a key of its own."""
    keys: dict[str, dict[str, Any]] = {
        "people": {"id": "new", "telegram_id": 99},
        "segments": {"id": "new"},
        "invitations": {"token": "new"},
        "members": {"person": "anna"},
        "records": {"person": "anna"},
        "closings": {"person": "anna"},
    }
    own = keys.get(name, {"monday": "2027-01-04"} if name == "draws" else {"id": 1000})
    row = one(forger, TABLES[name], "true")
    assert row
    new = {key: value for key, value in row.items() if key in TABLES[name].c} | own
    if name == "leads":
        new["number"] = 1000
    forger.write(
        f"INSERT INTO {name} ({', '.join(new)}) VALUES ({', '.join('?' * len(new))})",
        *map(text, new.values()),
    )
    said = "\n".join(forger.caught())
    named = any(str(value) in said for value in own.values()) or "lead 1" in said
    in_sum = name in {"shifts", "invitations"}
    assert named or (in_sum and is_named(said.splitlines(), TABLES[name], row)), said


def test_a_list_that_is_written_as_something_else_is_named(forger: Forger) -> None:
    """Read by a loop, the keys of an object look like a list."""
    forger.write("UPDATE leads SET path = ? WHERE number = 1", '{"director": 1, "everyone": 1}')
    assert forger.caught() == ["lead 1: its path is not what it would be written as"]
    forger.back()
    forger.write("UPDATE draws SET lots = '[]' WHERE lots = '{}'")
    assert forger.caught()[0].endswith(": its lots is not what it would be written as")


def test_a_person_who_is_pushed_over_to_another_office_is_missed(forger: Forger) -> None:
    forger.write("UPDATE people SET office = 2 WHERE id = 'petrov'")
    assert "petrov: the ledger knows this person, but the office does not" in forger.caught()


def another(column: Column[Any], stored: Any) -> Any:
    if column.foreign_keys and column.name == "office":
        return 2
    name = f"{column.table.name}.{column.name}"
    now: Any = stored.decode() if isinstance(stored, bytes) else stored
    if isinstance(column.type, Boolean):
        return 1 - now
    if isinstance(column.type, Integer | Float) or name.endswith("_timeout"):
        return (now or 0) + 1000
    if isinstance(column.type, Exact):
        return str(int(now) + 1)
    if isinstance(column.type, UtcDateTime):
        return "2026-11-20 07:00:00.000000"
    choice = ANOTHER.get(name) or (['{"petrov": 1}', "[]"] if isinstance(column.type, Json) else PEOPLE)
    return next(value for value in choice if value != now)


def every_row(forger: Forger, table: Table, where: str) -> list[dict[str, Any]]:
    columns = [column.name for column in table.columns]
    rows = forger.read(f"SELECT rowid, {', '.join(columns)} FROM {table.name} WHERE {where} ORDER BY rowid")
    found = [dict(zip(["rowid", *columns], row, strict=True)) for row in rows]
    if table.name == "offers":  # people know its lead by the number, which is not that of its row
        numbers = dict(forger.read("SELECT id, number FROM leads"))
        return [row | {"number": numbers.get(row["lead"])} for row in found]
    return found


def one(forger: Forger, table: Table, where: str) -> dict[str, Any] | None:
    return next(iter(every_row(forger, table, where)), None)


def change(forger: Forger, table: Table, row: dict[str, Any], column: str, value: Any) -> None:
    new = "CAST(? AS TEXT)" if isinstance(value, bytes) else "?"
    forger.write(f"UPDATE {table.name} SET {column} = {new} WHERE rowid = ?", value, row["rowid"])


def text(value: Any) -> Any:
    return value.decode() if isinstance(value, bytes) else value


def is_named(said: list[str], table: Table, row: dict[str, Any]) -> bool:
    """Whether this row is said to be wrong, by a name that a person finds it by."""
    r = {key: text(value) for key, value in row.items()}
    names: dict[str, list[str]] = {
        "offices": ["the office: ", "anna: "],
        "people": [f"{r.get('id')}: ", "the office: its people and segments, in their order, "],
        "segments": [f"segment {r.get('id')}: ", "the office: its people and segments, in their order, "],
        "shifts": ["the office: its shifts ", "shifts: "],
        "clients": ["lead ", "clients: "],
        "invitations": ["invitations: "],
        "members": [f"segment {r.get('segment')}: "],
        "records": [
            f"segment {r.get('segment')}: ",
            f"segment {r.get('segment')}, record of {r.get('person')}: ",
        ],
        "closings": [
            f"segment {r.get('segment')}: ",
            f"segment {r.get('segment')}, closings of {r.get('person')}: ",
        ],
        "swaps": [f"swap {r.get('id')}: "],
        "rosters": [f"roster {r.get('id')}: "],
        "leads": [f"lead {r.get('number')}: ", f"lead in row {r.get('id')}, "],
        "offers": [
            f"offer in row {r.get('id')}, ",
            f"lead {r.get('number')}, offer ",
            f"lead {r.get('number')}: ",
        ],
        "draws": [f"draw of {r.get('monday')} in segment {r.get('segment')}: "],
    }
    return any(line.startswith(tuple(names[table.name])) for line in said)
