"""No sequence of starts, links and loads gives anybody a role that nothing gave, or takes the last head away.

What may be is told by a few lines that know nothing of the bot: who the file names, who has opened which link.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.clock import VirtualClock
from desk.actor import Actor
from desk.door import Door
from desk.invitations import Invitations, Links
from desk.newcomers import Newcomers
from desk.work import Work
from files.office_file import holiday_calendar, parse_office
from leads.office import Role
from storage import people
from storage.database import Database
from storage.offices import read_office
from storage.set_up import write_office
from tests.offices import MONDAY_TEN, WITH_ADMIN, varied
from tests.stories.desk import empty_database

BOSS, SECOND = 900, 901  # whom ADMIN_IDS names
ACCOUNTS = (BOSS, SECOND, 201, 301, 501, 700, 701, 702)
FILES = (
    WITH_ADMIN,
    varied(WITH_ADMIN, people={"kim": {"telegram_id": 700}}),
    varied(WITH_ADMIN, people={"petrov": {"telegram_id": 900}}),
    varied(WITH_ADMIN, people={"smirnov": {"telegram_id": 701}, "admin": {"roles": ["secretary"]}}),
)
TARGETS = ("kim", "petrov", "smirnov", "u700", "u701", "u900", *(f"+{role}" for role in Role))
STEPS = st.one_of(
    st.tuples(st.just("start"), st.sampled_from(ACCOUNTS), st.just("")),
    st.tuples(st.just("make"), st.sampled_from((BOSS, SECOND, 501)), st.sampled_from(TARGETS)),
    st.tuples(st.just("make"), st.sampled_from((BOSS, SECOND, 501)), st.sampled_from(TARGETS)),
    st.tuples(st.just("open"), st.sampled_from(ACCOUNTS), st.integers(0, 9)),
    st.tuples(st.just("open"), st.sampled_from(ACCOUNTS), st.integers(0, 9)),
    st.tuples(st.just("load"), st.just(0), st.sampled_from(FILES)),
    st.tuples(st.just("pass"), st.just(0), st.sampled_from((1, 80))),
)


@dataclass
class Play:
    """The desk's own use cases, and beside them what each person may be."""

    database: Database
    clock: VirtualClock
    tokens: list[str] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    given: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    updates: int = 0

    def __post_init__(self) -> None:
        self.door = Door(self.database, self.clock, holiday_calendar, admins={BOSS, SECOND})
        links = Links("1:secret", "bot")
        self.newcomers = Newcomers(self.door)
        self.invitations = Invitations(self.door, lambda: self._nonce(links), links)

    def _nonce(self, links: Links) -> str:
        nonce = f"nonce{len(self.tokens)}"
        self.tokens.append(links.token(nonce))
        return nonce

    async def actor(self, chat: int) -> Actor:
        self.updates += 1
        person = await self.door.read(lambda work: work.at(chat))
        roles = frozenset(person.roles) if person else frozenset[Role]()
        return Actor(self.updates, chat, person.id if person else None, f"Кто-то {chat}", roles, "ru")

    async def does(self, what: str, who: int, how: str | int) -> None:
        match what:
            case "start":
                await self.newcomers.start(await self.actor(who), "")
            case "make":
                await self._make(who, str(how))
            case "open" if self.tokens:
                await self._open(who, int(how) % len(self.tokens))
            case "load":
                await self._load(str(how))
            case "pass":
                self.clock.advance(timedelta(hours=int(how)))

    async def _make(self, admin: int, target: str) -> None:
        before = len(self.tokens)
        await self.invitations.invite(await self.actor(admin), target)
        await self.invitations.replace(await self.actor(admin), target, True)
        self.targets += [target] * (len(self.tokens) - before)
        self.clock.advance(timedelta(seconds=11))

    async def _open(self, account: int, link: int) -> None:
        target, was = self.targets[link], await self.who(account)
        before = await self.accounts()
        await self.newcomers.start(await self.actor(account), self.tokens[link])
        after, person = await self.accounts(), await self.who(account)
        if target.startswith("+"):
            if person:
                self.given[person].add(target[1:])
            assert was in {None, person}, "a role is given to whoever has opened the link"
        elif was:
            assert after == before, "nobody who is here was moved"
        changed = {who for who in before.keys() & after.keys() if before[who] not in {None, after[who]}}
        assert changed <= {target}, "and nobody else lost his account"

    async def _load(self, text: str) -> None:
        office = parse_office(text, "office.toml")
        async with self.database.writing() as store:
            write_office(store, office, self.clock.now(), admins={BOSS, SECOND})
        self.given.clear()
        self.given |= {person.id: {role.value for role in person.roles} for person in office.people}

    async def who(self, account: int) -> str | None:
        async with self.database.reading() as store:
            found = people.by_chat(store, account)
        return found.id if found and found.roles else None

    async def accounts(self) -> dict[str, int | None]:
        async with self.database.reading() as store:
            return {p.id: p.telegram_id for p in read_office(store).people if p.roles}

    async def heads(self) -> int:
        async with self.database.reading() as store:
            return len(people.with_role(store, Role.HEAD))

    async def check(self) -> None:
        def case(work: Work) -> None:
            for person in read_office(work.store).people:
                assert set(person.roles) <= self.given[person.id], person.id
            for account in ACCOUNTS:
                found = work.at(account)
                if found:
                    by_settings = {Role.ADMIN.value} if account in {BOSS, SECOND} else set()
                    assert set(found.roles) <= self.given[found.id] | by_settings, account

        await self.door.read(case)


@settings(max_examples=20, suppress_health_check=list(HealthCheck), deadline=None)
@given(steps=st.lists(STEPS, min_size=4, max_size=14))
def test_nothing_gives_a_role_that_nothing_gave(
    steps: Sequence[tuple[str, int, str | int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    asyncio.run(_play(steps, tmp_path_factory.mktemp("roles")))


async def _play(steps: Sequence[tuple[str, int, str | int]], path: Path) -> None:
    database = Database(await empty_database(path))
    play = Play(database, VirtualClock(MONDAY_TEN))
    try:
        await play.does("load", 0, WITH_ADMIN)
        await play.does("start", BOSS, "")
        for what, who, how in steps:
            heads = await play.heads()
            await play.does(what, who, how)
            await play.check()
            assert what == "load" or await play.heads() >= min(heads, 1), "an office with a head keeps one"
    finally:
        await database.close()
