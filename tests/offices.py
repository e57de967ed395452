"""The office of the tests: one secretary, three managers, the head, the director; ten on a Monday morning.

A test that wants another says what is other: `changed(OFFICE, offers=0, people={"petrov": {"capacity": 1}})`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import UTC, datetime

import tomlkit

Keys = Mapping[str, object]

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

ADMINISTRATOR = """
[[people]]
id = "root"
name = "Админ"
telegram_id = 501
roles = ["admin"]
"""


def changed(
    text: str,
    *,
    people: Mapping[str, Keys | None] | None = None,
    segments: Mapping[str, Keys | None] | None = None,
    **settings: object,
) -> str:
    """The office file with these keys of `[office]`, of its people and segments by their id.

    None instead of keys: that one is gone, and is a member of nothing. An id that is not there is added at the end.
    """
    file = tomllib.loads(text)
    file["office"] |= settings
    for table, changes in (("people", people or {}), ("segments", segments or {})):
        for id, keys in changes.items():
            file[table] = _with(file[table], id, keys)
    for segment in file["segments"]:
        segment["members"] = [who for who in segment["members"] if (people or {}).get(who, {}) is not None]
    return tomlkit.dumps(file)


def _with(rows: list[dict[str, object]], id: str, keys: Keys | None) -> list[dict[str, object]]:
    if keys is None:
        return [row for row in rows if row["id"] != id]
    if all(row["id"] != id for row in rows):
        return [*rows, {"id": id, **keys}]
    return [{**row, **keys} if row["id"] == id else row for row in rows]


LOTTERY = changed(OFFICE, segments={"rest": {"scheme": "lottery"}})
