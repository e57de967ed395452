"""The office that the storm passes over: it is always open, and nobody has much time."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Moscow")
SECRETARIES = {101: "Анна Секретарёва", 102: "Белла Дежурова", 103: "Вера Приёмнова"}
MANAGERS = {
    201: "Пётр Громов",
    202: "Ольга Ветрова",
    203: "Иван Ливнев",
    204: "Сергей Туманов",
    205: "Дина Метелева",
    206: "Юрий Градов",
}
HEAD, DIRECTOR = 301, 401
CHIEFS = {HEAD: "Семён Главнов", DIRECTOR: "Мария Старшова"}
PEOPLE = SECRETARIES | MANAGERS | CHIEFS
TO_SUMMARY = timedelta(minutes=2)  # from the start of the storm

OFFICE = """
[office]
name = "Окна"
timezone = "Europe/Moscow"
hours = "always"
ack_timeout = "6s"
step_timeout = "10s"
offers = 2
pause_after_lapses = 4
summary_at = "{summary}"

[[segments]]
id = "grab"
name = "Опт"
match = {{ keywords = ["оптом"] }}
scheme = "grab"
members = [{managers}]

[[segments]]
id = "queue"
name = "Двери"
match = {{ keywords = ["двери"] }}
scheme = "queue"
members = [{managers}]

[[segments]]
id = "rest"
name = "Все остальные"
members = [{managers}]
"""
PERSON = '\n[[people]]\nid = "p{id}"\nname = "{name}"\ntelegram_id = {id}\nroles = ["{role}"]\n'
GOODS = ("окна", "двери", "оптом", "окна на дачу")


def office_file(now: datetime) -> str:
    """The office file; the evening comes `TO_SUMMARY` after `now`."""
    summary = f"{(now + TO_SUMMARY).astimezone(ZONE):%H:%M}"
    members = ", ".join(f'"p{id}"' for id in MANAGERS)
    people = "".join(PERSON.format(id=id, name=name, role=_role(id)) for id, name in PEOPLE.items())
    return OFFICE.format(summary=summary, managers=members) + people


def _role(id: int) -> str:
    if id in SECRETARIES:
        return "secretary"
    return {HEAD: "head", DIRECTOR: "director"}.get(id, "manager")
