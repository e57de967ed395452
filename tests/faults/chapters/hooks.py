"""Who hears of leads outside: each event once under its name, in order for a lead, whenever the program dies."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from desk.hooks import Answer
from leads.entries.kinds import read
from leads.events import MAKES
from leads.retrying import GAPS
from sources.hooks.signing import made_of
from storage import secrets
from storage.cards import are
from storage.kinds import CardKind
from storage.secrets import SecretOf
from storage.tables.chats import cards
from storage.tables.leads import ledger
from tests.faults.chapters.chapter import Chapter
from tests.faults.mortal_desk import MortalDesk
from tests.offices import OFFICE, varied
from tests.stories.words import CLAIM, REACHED, SALE

URL = "https://crm.example/in"
BOSS = {"name": "Борис", "telegram_id": 501, "roles": ["admin"]}
WITH_BOSS = varied(OFFICE, people={"boss": BOSS}, hooks=[{"url": URL, "events": ["lead.handed"]}])
WITH_HOOK = varied(OFFICE, hooks=[{"url": URL}])


@dataclass
class Outside:
    """It fails the first times that it is asked. What it has taken it has, whatever we know of that."""

    desk: MortalDesk
    fails: int = 1
    asked: int = 0
    heard: list[tuple[str, str]] = field(default_factory=list)  # each name, and what stood under it

    async def post(
        self,
        url: str,
        headers: dict[str, str],
        body: str,
        *,
        private: bool,
        now: datetime,  # noqa: ARG002 - the protocol's signature
    ) -> Answer:
        async with self.desk.death.around():
            assert (url, private) == (URL, False)
            self.asked += 1
            if self.asked <= self.fails:
                return Answer(500, "status")
            self.heard.append((headers["webhook-id"], body))
            return Answer(200)

    def events(self) -> list[dict[str, Any]]:
        """Each once: who hears the same name again knows it."""
        return [json.loads(body) for body in dict(self.heard).values()]


async def sends(desk: MortalDesk, outside: Outside) -> None:
    async def send() -> None:
        desk.app.sender.post = outside.post
        while await desk.app.sender.send_due():
            pass

    await desk.unless_killed(send)
    await desk.settle()


async def signed(desk: MortalDesk) -> None:
    """Its secret is made."""

    async def put() -> None:
        async with desk.database.writing() as store:
            secrets.put(store, SecretOf.HOOK, URL, made_of(b"s" * 32))

    await desk.unless_killed(put)


async def heard_outside(desk: MortalDesk) -> None:
    outside = Outside(desk)
    await signed(desk)
    await desk.lead()
    await sends(desk, outside)
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(REACHED)
    await sends(desk, outside)
    await desk.petrov.taps(SALE)
    for _ in range(2):
        desk.clock.advance(timedelta(minutes=6))
        await desk.settle()
        await sends(desk, outside)
    assert len(set(outside.heard)) == len(dict(outside.heard)), "under one name there is always the same"
    async with desk.database.reading() as store:
        entries = store.execute(select(ledger).where(ledger.c.lead.is_not(None)).order_by(ledger.c.seq)).all()
    made = [f"sha256:{e.seal}" for e in entries if MAKES[type(read(e.kind, json.loads(e.body)))]]  # type: ignore[index]
    assert [event["data"]["ledger"] for event in outside.events()] == made, "all of it, in order"


async def noted(desk: MortalDesk, key: str) -> int:
    """How often somebody was to be told so: a message that may have arrived is not sent again."""
    async with desk.database.reading() as store:
        rows = store.execute(select(cards.c.payload).where(are([CardKind.NOTE]))).all()
    return len([row for row in rows if row.payload["key"] == key])


async def tried_by_hand(desk: MortalDesk) -> None:
    """It takes nothing for hours; then somebody sends it a test, and what has waited goes behind that."""
    outside = Outside(desk, fails=6)
    await signed(desk)
    await desk.lead()
    for gap in (timedelta(0), *GAPS[:5]):
        desk.clock.advance(gap)
        await sends(desk, outside)
    assert await noted(desk, "hook-failing") == 1
    boss = desk.person(501)
    while outside.asked < outside.fails:  # killed, it has been asked less often by then
        desk.clock.advance(GAPS[5])
        await sends(desk, outside)
    await desk.asks(boss, "/office", "Куда уходит")
    await boss.taps("Куда уходит")
    await boss.taps("crm.example")
    await boss.taps("Отправить пробное")
    for _ in range(2):
        await sends(desk, outside)
    types = [event["type"] for event in outside.events()]
    assert types.count("test") == 1 and "lead.handed" in types, types
    assert await noted(desk, "hook-works") == 1


HOOKS = {
    "somebody tries an address": Chapter(tried_by_hand, frozenset({"handed"}), WITH_BOSS),
    "somebody outside hears of a lead": Chapter(
        heard_outside, frozenset({"handed", "offered", "claimed", "progress", "closed"}), WITH_HOOK
    ),
}
