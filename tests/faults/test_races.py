"""A hundred taps on each of many leads at once: each has one owner, and everybody else is told who."""

from __future__ import annotations

import os
from collections import Counter
from datetime import timedelta
from itertools import product
from pathlib import Path

from sqlalchemy import select

from storage.tables.leads import leads
from tests.offices import MANAGERS
from tests.stories.desk import Desk, office
from tests.stories.test_races import CREW, FIRST, with_a_crew
from tests.stories.words import CLAIM, SALE

LEADS = 100 if os.environ.get("FAULTS") == "all" else 4
WAVE = 4  # leads that are tapped on at the same moment: more taps than hands can do are not done
REST = timedelta(seconds=12)  # between two waves
EACH = 5  # times that every manager taps on every lead, which makes a hundred
PATIENT = with_a_crew(step_timeout="12h")
YOURS, AGAIN, TAKEN = "Лид ваш", "Лид уже у вас: Менеджер {:02}", "Лид уже забрали: Менеджер {:02}"

Claims = dict[tuple[int, int], tuple[int, str]]  # by lead and manager: the message, and the button's data
Taps = dict[tuple[int, int], list[str]]  # by lead and manager: what Telegram calls each tap


async def test_a_hundred_taps_on_each_lead_at_once_and_each_has_one_owner(tmp_path: Path) -> None:
    """Nothing stands in for the threads of SQLite here: it works as in the running program."""
    async with office(tmp_path, PATIENT) as desk:
        for _ in range(LEADS):
            await desk.lead()
        claims = offers(desk)
        taps: Taps = {}
        for first in range(1, LEADS + 1, WAVE):
            taps |= everybody_taps(desk, claims, first)
            assert len(desk.telegram.updates) == 100 * WAVE
            await desk.hears()
            desk.clock.advance(REST)
        told = {t.query_id: t.text for m in range(CREW) for t in desk.telegram.toasts(FIRST + m)}
        assert len(told) == 100 * LEADS, "every tap is answered"
        owners = await holders(desk)
        for (lead, manager), queries in taps.items():
            answers, owner = Counter(told[query] for query in queries), owners[lead]
            if owner == manager:
                assert answers == {YOURS: 1, AGAIN.format(owner): EACH - 1}
            else:
                assert answers == {TAKEN.format(owner): EACH}
        assert len(set(owners.values())) > 1, "not always the same is first"
        await desk.settle()
        for manager in range(CREW):
            person = desk.person(FIRST + manager)
            assert not person.has(CLAIM)
            mine = list(owners.values()).count(manager)
            assert sum(bool(m.button(SALE)) for m in person.messages()) == mine


def offers(desk: Desk) -> Claims:
    """Where everybody would claim each lead."""
    return {
        (lead, manager): desk.person(FIRST + manager).data(CLAIM, on=f"№{lead} ")
        for lead, manager in product(range(1, LEADS + 1), range(CREW))
    }


def everybody_taps(desk: Desk, claims: Claims, first: int) -> Taps:
    """All at the same moment; each begins with another lead, so that on each another one is the first."""
    taps: Taps = {}
    for _, place, manager in product(range(EACH), range(WAVE), range(CREW)):
        lead = first + (place + manager) % WAVE
        message, data = claims[lead, manager]
        query = desk.telegram.tap(FIRST + manager, message, data=data)
        taps.setdefault((lead, manager), []).append(query or "")
    return taps


async def holders(desk: Desk) -> dict[int, int]:
    """Which manager has each lead, by its number."""
    async with desk.database.reading() as store:
        return {row.number: MANAGERS[row.holder] - FIRST for row in store.execute(select(leads))}
