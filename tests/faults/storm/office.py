"""The office that the storm passes over: it is always open, and nobody has much time."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from tests.offices import NOBODY, OFFICE, varied

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

GOODS = ("окна", "двери", "оптом", "окна на дачу")


def office_file(now: datetime) -> str:
    """The office file; the evening comes `TO_SUMMARY` after `now`."""
    crew = {f"p{id}": {"name": name, "telegram_id": id, "roles": [_role(id)]} for id, name in PEOPLE.items()}
    members = [f"p{id}" for id in MANAGERS]
    by_goods = {
        scheme: {"name": name, "match": {"keywords": [words]}, "scheme": scheme, "members": members}
        for scheme, name, words in (("grab", "Опт", "оптом"), ("queue", "Двери", "двери"))
    }
    return varied(
        OFFICE,
        hours="always",
        ack_timeout="6s",
        step_timeout="10s",
        pause_after_lapses=4,
        summary_at=f"{(now + TO_SUMMARY).astimezone(ZONE):%H:%M}",
        people=NOBODY | crew,
        segments={"tatarstan": None, **by_goods, "rest": {"members": members}},
    )


def _role(id: int) -> str:
    if id in SECRETARIES:
        return "secretary"
    return {HEAD: "head", DIRECTOR: "director"}.get(id, "manager")
