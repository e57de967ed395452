"""A lead that is read anew before each step goes the very same way as one that is kept in memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from leads import answers, deadlines, holding, marking, offering
from leads.client import Client
from leads.entries.kinds import Entry
from leads.lead import Outcome, Progress, State
from leads.ledger import canonical, check_chain
from leads.office import Office
from leads.refusals import Refused
from leads.scene import Scene
from leads.schemes import SCHEMES
from storage import drafts, ledger, scenes
from storage.clients import Acquaintance
from storage.database import Database
from storage.offices import lock, take_number
from tests.leads.office import no_holidays
from tests.storage.stored_office import NOW, PHONE

Move = Callable[[Scene, datetime], None]


def hand_over(scene: Scene, now: datetime) -> None:
    offering.hand_over(scene, 1, now)


def someone(act: Callable[[Scene, str, datetime], None]) -> Move:
    """Whoever is asked just now, the first of several."""
    return lambda scene, now: act(scene, scene.live.people[0] if scene.live else "nobody", now)


def holder(act: Callable[[Scene, str, datetime], None]) -> Move:
    return lambda scene, now: act(scene, scene.lead.holder or "nobody", now)


def in_time(scene: Scene, now: datetime) -> None:
    """The deadline comes, however far away it is."""
    deadlines.fire(scene, scene.lead.deadline.at if scene.lead.deadline else now)


claims, declines = someone(answers.claim), someone(answers.decline)
reaches = holder(lambda scene, who, now: marking.record(scene, who, Progress.REACHED, now))
wins = holder(lambda scene, who, now: holding.close(scene, who, Outcome.WON, now))
disputes, gives_up = holder(holding.dispute), holder(holding.give_up)


def explains(scene: Scene, now: datetime) -> None:
    answers.explain(scene, next(who for o in scene.offers for who in o.answers), "conflict", now)


def head_agrees(scene: Scene, now: datetime) -> None:
    holding.settle(scene, "sidorova", True, now)


def head_assigns(scene: Scene, now: datetime) -> None:
    holding.assign(scene, "sidorova", "ivanov", now)


STORIES: dict[str, Sequence[Move]] = {
    "claimed, reached, won": [hand_over, offering.delivered, claims, reaches, in_time, wins, wins],
    "declined, explained, claimed": [hand_over, declines, explains, declines, claims, wins],
    "nobody answers, to the end of the ladder": [hand_over, *[in_time] * 9],
    "lapsed twice, claimed by the head": [hand_over, in_time, in_time, in_time, in_time, claims, wins],
    "taken by the head's hand": [hand_over, offering.delivered, head_assigns, reaches, disputes, head_agrees],
    "reassigned after a claim": [hand_over, claims, head_assigns, head_assigns, wins],
    "given back and claimed again": [hand_over, claims, gives_up, claims, claims, wins],
}


LONG_STORY = [hand_over, in_time, declines, explains, in_time, claims, gives_up, in_time, claims, wins]


@pytest.mark.parametrize("segment", ["rest", "tatarstan"])
@pytest.mark.parametrize("story", STORIES)
async def test_stored_and_kept_in_memory_it_goes_the_same_way(
    database: Database, office: Office, story: str, segment: str
) -> None:
    await _goes_the_same_way(database, office, STORIES[story], segment)


@pytest.mark.parametrize("scheme", [name for name, scheme in SCHEMES.items() if not scheme.asked_for])
async def test_so_it_does_by_every_scheme(database: Database, office: Office, scheme: str) -> None:
    busy = replace(office.segment("tatarstan"), scheme=scheme, reserve="longest_idle")
    changed = replace(office, segments=(busy, *office.segments[1:]))
    await _goes_the_same_way(database, changed, LONG_STORY, "tatarstan")


async def _goes_the_same_way(database: Database, office: Office, story: Sequence[Move], segment: str) -> None:
    async with database.writing() as store:
        met = Acquaintance(known=True, owner="ivanov") if segment == "tatarstan" else Acquaintance()
        lead = drafts.add(store, Client(phone=PHONE), segment, met, "anna", NOW)
        kept = deepcopy(scenes.load(store, office, no_holidays, lead, NOW).scene)
        set_up = ledger.everything(store)
    assert kept.lead.state is State.DRAFT
    log: list[Entry] = []
    now = NOW
    for move in story:
        now += timedelta(seconds=20)
        refusal = _try(move, kept, now)
        log += kept.log
        kept.log.clear()
        assert await _stored(database, office, lead, move, now) == refusal
        await _compare(database, office, kept)
    async with database.reading() as store:
        entries = ledger.everything(store)
    since = entries[len(set_up) :]
    assert [(e.kind, e.lead, e.body) for e in since] == [(e.kind, e.lead, canonical(e.body)) for e in log]
    assert check_chain(entries)


def _try(move: Move, scene: Scene, now: datetime) -> object:
    try:
        move(scene, now)
    except Refused as refused:
        return refused.why, refused.people
    return None


async def _stored(database: Database, office: Office, lead: int, move: Move, now: datetime) -> object:
    async with database.writing() as store:
        lock(store)
        if move is hand_over:
            assert take_number(store) == 1
        loaded = scenes.load(store, office, no_holidays, lead, NOW)
        refusal = _try(move, loaded.scene, now)
        if refusal is None:
            scenes.save(store, loaded, now)
        return refusal


async def _compare(database: Database, office: Office, kept: Scene) -> None:
    async with database.reading() as store:
        stored = scenes.load(store, office, no_holidays, kept.lead.id, NOW).scene
    assert stored.lead == kept.lead
    assert [replace(offer, id=None) for offer in stored.offers] == kept.offers
    assert stored.workers == kept.workers
    assert stored.standings == kept.standings
    assert stored.records == kept.records
