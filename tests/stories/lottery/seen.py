"""What the stories of a lottery look at."""

from __future__ import annotations

import json
import re
from typing import Any

from leads.proof.draw_checks import differences, holds, retold
from storage import draws, ledger
from tests.leads import ten_lines
from tests.offices import LOTTERY, varied
from tests.stories.desk import Desk
from tests.stories.people import Person
from tests.stories.words import HOW_TO_CHECK

WITHOUT_IVANOV = varied(LOTTERY, segments={"rest": {"members": ["petrov", "sidorova"]}})
BEFORE, HELD = "Жеребьёвка", "Порядок на неделю"
THIS, NEXT, AFTER_NEXT = "23 ноября", "30 ноября", "7 декабря"
TO_FRIDAY = {"days": 4, "hours": 9, "minutes": 1}  # from Monday, 10:00: the throw is waited for no longer
NAMES = {"petrov": "Пётр Петров", "sidorova": "Ольга Сидорова", "ivanov": "Иван Иванов"}


async def verified(desk: Desk) -> list[str]:
    """What is wrong with any draw, or with what the ledger tells of it."""
    async with desk.database.reading() as store:
        told = retold(ledger.everything(store))
        every = draws.everything(store)
    assert len(told) == len(every)
    return [w for d in every for w in (*holds(d), *differences(d, told.get((d.segment, d.monday))))]


async def entries(desk: Desk, kind: str) -> list[dict[str, Any]]:
    async with desk.database.reading() as store:
        return [json.loads(e.body) for e in ledger.everything(store) if e.kind == kind]


async def secrets_not_opened(desk: Desk) -> list[str]:
    async with desk.database.reading() as store:
        return [d.secret for d in draws.everything(store) if d.secret and not d.opened_at]


def everybody(desk: Desk) -> list[Person]:
    return [desk.anna, desk.petrov, desk.sidorova, desk.ivanov, desk.smirnov, desk.orlova]


def week(person: Person, title: str, day: str) -> str:
    """The card of one week as this person sees it."""
    found = [m.text for m in person.messages() if title in m.text.splitlines()[0] and day in m.text]
    assert len(found) == 1, person.chat()
    return found[0]


def has_week(person: Person, title: str, day: str) -> bool:
    return any(title in m.text.splitlines()[0] and day in m.text for m in person.messages())


async def proof(person: Person, title: str, day: str) -> str:
    """The same with how to check it, whether this person has opened that before or not."""
    text = week(person, title, day)
    if "Обещание:" not in text:
        await person.taps(HOW_TO_CHECK, on=text)
    return week(person, title, day)


def promise(text: str) -> str:
    return found(r"Обещание: ([0-9a-f]{64})$", text)[0]


def plan(text: str) -> list[str]:
    """The names of the days, in order."""
    return re.findall(r"^\w\w \d\d\.\d\d (.*?)(?: \(вы\))?$", text, re.MULTILINE)


def checked_by_hand(text: str, promised: str) -> list[str]:
    """The order as a manager finds it, with nothing but the card, his own copy of the promise and the docs."""
    secret, segment, monday, lots, thrown = found(
        r"^(\w{64})\|([^|]*)\|([^|]*)\|([^|]*)\|(?:([^|]*)\|)?$", text
    )
    names = found("Имена: (.*)$", text)
    printed = ten_lines.run(ten_lines.put_in(promised, secret, segment, monday, lots, thrown or "", *names))
    return [NAMES[name] for name in re.findall(r"'(\w+)'", printed)]


def found(pattern: str, text: str) -> tuple[str, ...]:
    match = re.search(pattern, text, re.MULTILINE)
    assert match, text
    return match.groups()
