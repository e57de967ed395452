"""The offices of the tests: a small one, one with a bit of everything, a large one; ten on a Monday morning.

A test that wants another says what is other: `varied(OFFICE, offers=0, people={"petrov": {"capacity": 1}})`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

import tomlkit

Keys = Mapping[str, Any]
Row = dict[str, Any]

MONDAY_TEN = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)  # 10:00 in Moscow

OFFICE = """
[office]
name = "Окна Казань"
timezone = "Europe/Moscow"
hours = { mon-fri = "09:00-18:00", sat = "10:00-15:00" }
ack_timeout = "5m"
offers = 2
step_timeout = "10m"
summary_at = "18:30"

[[people]]
id = "anna"
name = "Анна Секретарёва"
telegram_id = 101
roles = ["secretary"]

[[people]]
id = "petrov"
name = "Пётр Петров"
telegram_id = 201
roles = ["manager"]

[[people]]
id = "sidorova"
name = "Ольга Сидорова"
telegram_id = 202
roles = ["manager"]

[[people]]
id = "ivanov"
name = "Иван Иванов"
telegram_id = 203
roles = ["manager"]

[[people]]
id = "smirnov"
name = "Сергей Смирнов"
telegram_id = 301
roles = ["head"]

[[people]]
id = "orlova"
name = "Мария Орлова"
telegram_id = 401
roles = ["director"]

[[segments]]
id = "tatarstan"
name = "Татарстан"
match = { region = ["Татарстан"] }
scheme = "queue"
members = ["petrov", "sidorova"]

[[segments]]
id = "rest"
name = "Все остальные"
members = ["petrov", "sidorova", "ivanov"]
"""


NOBODY: dict[str, Keys | None] = {person["id"]: None for person in tomllib.loads(OFFICE)["people"]}
"""As `people` of a variation: all of them are gone."""


def varied(
    text: str,
    *,
    people: Mapping[str, Keys | None] | None = None,
    segments: Mapping[str, Keys | None] | None = None,
    shifts: Iterable[Keys] | None = None,
    sources: Iterable[Keys] | None = None,
    crm: Keys | None = None,
    hooks: Iterable[Keys] | None = None,
    **settings: Any,
) -> str:
    """The office file with these keys of `[office]`, of its people and segments by their id.

    None as a key's value: the file leaves it out. None instead of keys: that one is gone, and is a member of nothing.
    Somebody new comes after the others; a new segment before them, as the last one takes what no other takes.
    `shifts`, `sources` and `hooks` are all that there are, unless they are None.
    """
    file = tomllib.loads(text)
    file["office"] = _filled(file["office"] | settings)
    for id, keys in (people or {}).items():
        file["people"] = _with(file["people"], id, keys)
        if keys is None:
            _leaves(file, id)
    new = [id for id in segments or {} if all(segment["id"] != id for segment in file["segments"])]
    file["segments"] = [*({"id": id, "name": id} for id in new), *file["segments"]]
    for id, keys in (segments or {}).items():
        file["segments"] = _with(file["segments"], id, keys)
    for table, rows in (("shifts", shifts), ("sources", sources), ("hooks", hooks)):
        if rows is not None:
            file[table] = [dict(row) for row in rows]
    if crm is not None:
        file["crm"] = _filled(dict(crm))
    return tomlkit.dumps(file)


def one_team(
    team: str = "a b c",
    scheme: str = "balance",
    *,
    others: str = "",
    bosses: str = "head director",
    segment: Keys | None = None,
    segments: Mapping[str, Keys] | None = None,
    shifts: Iterable[Keys] | None = None,
    **settings: Any,
) -> str:
    """The small office with one segment, `all`, and this team instead of its own; it is always open.

    `a:5` weighs 5, `b/2` holds two leads at most. `others` are of no segment; `segment` are more keys of `all`.
    """
    members, beside = dict(map(_member, team.split())), dict(map(_member, others.split()))
    lead_them = {role: {"name": role.title(), "roles": [role]} for role in bosses.split()}
    shared = {"scheme": scheme, "members": list(members), **(segment or {})}
    return varied(
        OFFICE,
        people=NOBODY | members | beside | lead_them,
        segments={"tatarstan": None, "rest": None, **(segments or {}), "all": shared},
        shifts=shifts,
        **{"hours": "always", "summary_at": None, **settings},
    )


def on_duty(who: str, weekly: str, segment: str = "rest") -> Keys:
    """A shift that comes every week."""
    return {"segment": segment, "who": who, "weekly": weekly}


def manager(name: str, telegram_id: int | None = None) -> Keys:
    return _filled({"name": name, "telegram_id": telegram_id, "roles": ["manager"]})


def _member(text: str) -> tuple[str, Keys]:
    rest, _, capacity = text.partition("/")
    id, _, weight = rest.partition(":")
    keys = {"weight": float(weight) if weight else None, "capacity": int(capacity) if capacity else None}
    return id, _filled({**manager(id.title()), **keys})


def _with(rows: list[Row], id: str, keys: Keys | None) -> list[Row]:
    if keys is None:
        return [row for row in rows if row["id"] != id]
    if all(row["id"] != id for row in rows):
        return [*rows, _filled({"id": id, **keys})]
    return [_filled({**row, **keys}) if row["id"] == id else row for row in rows]


def _filled(row: Row) -> Row:
    return {key: value for key, value in row.items() if value is not None}


def _leaves(file: dict[str, Any], who: str) -> None:
    for segment in file["segments"]:
        segment["members"] = [member for member in segment["members"] if member != who]
    if "shifts" in file:
        file["shifts"] = [shift for shift in file["shifts"] if shift["who"] != who]


WITH_ADMIN = varied(
    OFFICE,
    people={
        "admin": {"name": "Администратор", "telegram_id": 501, "roles": ["admin"]},
        "kim": manager("Ким Новый"),  # who has yet to come
    },
)
LOTTERY = varied(OFFICE, segments={"rest": {"scheme": "lottery"}})
NEXT = varied(
    OFFICE,
    segments={
        "tatarstan": None,
        "rest": {"scheme": "next", "members": ["petrov", "sidorova", "ivanov"]},
    },
)
WEEK = (
    on_duty("petrov", "mon-wed 09:00-18:00"),
    on_duty("sidorova", "thu-fri 09:00-18:00"),
    on_duty("ivanov", "sat 10:00-15:00"),
)
DUTY = varied(OFFICE, segments={"rest": {"scheme": "duty"}}, shifts=WEEK)

EVERYTHING = varied(
    OFFICE,
    people={
        "vera": {"name": "Зовут vera", "telegram_id": 102, "roles": ["secretary"]},
        "lena": manager("Зовут lena", 204),
        "novak": manager("Зовут novak", 205),
        "admin": {"name": "Зовут admin", "telegram_id": 501, "roles": ["admin"]},
    },
    segments={
        id: {"match": {"keywords": [id]}, "scheme": scheme, "members": members.split()}
        for id, scheme, members in (
            ("solo", "balance", "ivanov novak"),
            ("quiet", "balance", "lena"),
            ("handpicked", "secretary", "petrov sidorova"),
            ("watch", "duty", "petrov sidorova ivanov"),
            ("lots", "lottery", "petrov sidorova"),
            ("waits", "next", "petrov sidorova"),
        )
    },
    shifts=[{**shift, "segment": "watch"} for shift in WEEK],
    crm={
        "kind": "amocrm",
        "url": "https://okna.amocrm.ru",
        "people": {"petrov": 7},
        "stages": {"won": "142"},
    },
    sources=[{"id": "site", "name": "Форма", "kind": "form"}],
    hooks=[{"url": "https://crm.example/in"}],
)
"""Everybody who may press a button, and a segment by every scheme that has some."""

MANAGERS = {f"manager-{n:02}-of-this-enormous-team": 500 + n for n in range(40)}
LARGE = varied(
    OFFICE,
    people={id: manager(f"Менеджер {number - 500:02}", number) for id, number in MANAGERS.items()},
    segments={"tatarstan": {"members": list(MANAGERS)}},
)
"""Forty managers, with ids as long as there can be, in one segment."""
