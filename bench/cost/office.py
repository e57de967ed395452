"""The office that is measured: always open, one secretary, a head, a director, and as many managers as are wanted.

Everybody has an account and has pressed Start; whoever gets an offer has half an hour to answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Moscow")
SECRETARY, HEAD, DIRECTOR, FIRST_MANAGER, FIRST_OTHER = 101, 301, 401, 1001, 100_001
OTHER_CHATS = 500
AGO = timedelta(hours=1)  # when this evening's summary was: the next one is a day away

OFFICE = """
[office]
name = "Окна"
timezone = "Europe/Moscow"
hours = "always"
ack_timeout = "30m"
step_timeout = "30m"
offers = 2
pause_after_lapses = 0
summary_at = "{summary}"

[[segments]]
id = "rest"
name = "Все"
members = [{members}]
"""
PERSON = '\n[[people]]\nid = "p{id}"\nname = "{name}"\ntelegram_id = {id}\nroles = ["{role}"]\n'


def managers(count: int) -> tuple[int, ...]:
    """Their Telegram accounts; in the office file each is called `p` and his account."""
    return tuple(range(FIRST_MANAGER, FIRST_MANAGER + count))


def people(count: int) -> dict[int, str]:
    """Everybody's name, by account."""
    names = {SECRETARY: "Анна Секретарёва", HEAD: "Семён Главнов", DIRECTOR: "Мария Старшова"}
    return names | {id: f"Пётр Номер-{id}" for id in managers(count)}


def others(messages: int) -> Iterator[int]:
    """The chats of so many messages to people who have nothing to do with the leads, in turn."""
    return (FIRST_OTHER + number % OTHER_CHATS for number in range(messages))


def office_file(count: int, now: datetime) -> str:
    """The office file with so many managers. `now` is aware."""
    members = ", ".join(f'"p{id}"' for id in managers(count))
    written = (PERSON.format(id=id, name=name, role=_role(id)) for id, name in people(count).items())
    return OFFICE.format(members=members, summary=f"{(now - AGO).astimezone(ZONE):%H:%M}") + "".join(written)


def _role(id: int) -> str:
    return {SECRETARY: "secretary", HEAD: "head", DIRECTOR: "director"}.get(id, "manager")
