"""A scene is saved and read back whole, and only what changed is written."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event, select

from leads.client import Client
from leads.entries.hands import Disputed
from leads.lead import (
    Appointment,
    Deadline,
    Due,
    LastMark,
    Lead,
    Offer,
    Outcome,
    Progress,
    Promised,
    Result,
    State,
    Step,
    Word,
)
from leads.office import Office
from leads.presence import Absence, Worker
from leads.shares import LEAD
from leads.turns import Turn
from storage import drafts, ledger, scenes
from storage.clients import Acquaintance
from storage.database import Database
from storage.scenes import Loaded, NoLeadError
from storage.store import Store
from storage.tables.office import people
from tests.leads.office import no_holidays
from tests.storage.stored_office import NOW

HOUR = timedelta(hours=1)
FULL_LEAD: dict[str, Any] = {
    "segment": "tatarstan",
    "number": 17,
    "state": State.CLOSED,
    "known": True,
    "owner": "petrov",
    "duplicate_of": 3,
    "source": "site",
    "picked": "petrov",
    "picked_by": "anna",
    "path": (Step.OWNER, Step.OFFER, Step.HEAD),
    "rung": 2,
    "ack_timeout": timedelta(seconds=1.5),
    "step_timeout": timedelta(days=2),
    "wait_for_owner": True,
    "handed_at": NOW,
    "holder": "sidorova",
    "held_at": NOW + HOUR,
    "taken_by": "petrov",
    "taken_after": 40,
    "closed_at": NOW + 2 * HOUR,
    "outcome": Outcome.WON,
    "amount": 10**12,
    "lost_reason": "price",
    "bad_reason": "spam",
    "progress": Progress.INVOICED,
    "marks": (Progress.REACHED, Progress.INVOICED),
    "last_mark": LastMark(
        NOW + HOUR,
        Progress.REACHED,
        again=True,
        first=True,
        uncalled=1,
        kept_what=Promised.CALL_BACK,
        kept_at=NOW + HOUR,
        kept_told=2,
    ),
    "reminders": 2,
    "erased": "wish",
    "waited": 75,
    "overtook": 2,
    "by_itself": True,
    "own": True,
    "added_to": 5,
    "contacted_by": "petrov",
    "contacted_after": 61,
    "uncalled": 1,
    "appointment": Appointment(Promised.MEETING, NOW + HOUR, 1),
    "repeats": 5,
    "deadline": Deadline(Due.REMINDER, NOW + 3 * HOUR),
}
FULL_OFFER = Offer(
    Step.OFFER,
    "queue",
    NOW,
    ("petrov",),
    result=Result.DECLINED,
    answers={"petrov": "declined"},
    claimed_by="sidorova",
    delivered_at=NOW + HOUR,
    closed_at=NOW + 2 * HOUR,
    turn=Turn("petrov", {"petrov": LEAD - 7, "sidorova": 7}, ticket_before=12, idle_before=NOW - HOUR),
    reasons={"petrov": "Далеко"},
    by="anna",
    fair="sidorova",
    word=Word.REFUSED,
)


FULL_DAY: dict[str, Any] = {
    "reachable": False,
    "paused": Absence.LAPSED,
    "checked_in": True,
    "leave_from": NOW - HOUR,
    "leave_until": NOW + HOUR,
    "lapses": 2,
    "answers": (4, -5, 6),
    "arrival": 3,
    "idle_since": NOW - HOUR,
    "took_at": NOW - HOUR / 2,
}


def _draft(store: Store) -> int:
    return drafts.add(store, Client(), "rest", Acquaintance(), "anna", NOW)


def _load(store: Store, office: Office, lead: int) -> Loaded:
    return scenes.load(store, office, no_holidays, lead, NOW)


async def test_every_field_of_a_lead_comes_back(database: Database, office: Office) -> None:
    bare = Lead(0, "rest")
    assert set(FULL_LEAD) == {f.name for f in fields(Lead)} - {"id"}, "a new field belongs in here"
    assert all(FULL_LEAD[name] != getattr(bare, name) for name in FULL_LEAD)
    async with database.writing() as store:
        loaded = _load(store, office, _draft(store))
        lead = loaded.scene.lead = replace(loaded.scene.lead, **FULL_LEAD)
        scenes.save(store, loaded, NOW)
        assert _load(store, office, lead.id).scene.lead == lead


async def test_every_field_of_an_offer_comes_back(database: Database, office: Office) -> None:
    everybody = Offer(Step.EVERYONE, "queue", NOW + HOUR, ("petrov", "ivanov"))
    async with database.writing() as store:
        loaded = _load(store, office, _draft(store))
        loaded.scene.offers += [replace(FULL_OFFER), everybody]
        scenes.save(store, loaded, NOW)
        again = _load(store, office, loaded.scene.lead.id).scene.offers
        assert again == loaded.scene.offers
        assert [replace(offer, id=None) for offer in again] == [FULL_OFFER, replace(everybody, id=None)]


async def test_what_became_of_people_and_balances_comes_back(database: Database, office: Office) -> None:
    counted = {"id", "connected", "load", "ringing"}
    assert set(FULL_DAY) == {f.name for f in fields(Worker)} - counted, "a new field belongs in here"
    assert all(FULL_DAY[name] != getattr(Worker("petrov"), name) for name in FULL_DAY)
    async with database.writing() as store:
        loaded = _load(store, office, _draft(store))
        petrov, standing = loaded.scene.workers["petrov"], loaded.scene.standings["petrov"]
        loaded.scene.workers["petrov"] = replace(petrov, **FULL_DAY)
        standing.credit, standing.ticket = -(10**22), 40
        scenes.save(store, loaded, NOW)
        again = _load(store, office, loaded.scene.lead.id).scene
        assert (again.workers, again.standings) == (loaded.scene.workers, loaded.scene.standings)
        assert again.workers["petrov"] == replace(petrov, **FULL_DAY)


async def test_only_differences_are_written(database: Database, office: Office) -> None:
    async with database.writing() as store:
        first = _load(store, office, _draft(store))
        first.scene.offers.append(replace(FULL_OFFER))
        scenes.save(store, first, NOW)
        loaded = _load(store, office, first.scene.lead.id)
        written = _listen(store)
        scenes.save(store, loaded, NOW)
        assert written == []
        loaded.scene.workers["ivanov"].lapses = 1
        scenes.save(store, loaded, NOW)
        assert written == ["UPDATE people"]
        loaded.scene.lead.rung += 1
        scenes.save(store, loaded, NOW)
        loaded.scene.lead.rung -= 1
        scenes.save(store, loaded, NOW)
        assert written.count("UPDATE leads") == 2, "and back again is a difference"


async def test_a_scene_may_be_saved_twice(database: Database, office: Office) -> None:
    async with database.writing() as store:
        loaded = _load(store, office, _draft(store))
        offer = Offer(Step.HEAD, "queue", NOW, ("sidorova",))
        loaded.scene.offers.append(offer)
        loaded.scene.say(Disputed("sidorova"), NOW)
        scenes.save(store, loaded, NOW)
        offer.result = Result.CLAIMED
        scenes.save(store, loaded, NOW)
        assert _load(store, office, loaded.scene.lead.id).scene.offers == [offer]
        kinds = [entry.kind for entry in ledger.everything(store)]
        assert kinds.count("disputed") == 1, "what was noted is noted once"


async def test_a_lead_of_nobody_is_not_found(database: Database, office: Office) -> None:
    async with database.writing() as store:
        lead = _draft(store)
        with pytest.raises(NoLeadError):
            _load(store, office, lead + 1)
        with pytest.raises(NoLeadError):
            scenes.load(Store(store.conn, 2), office, no_holidays, lead, NOW)


async def test_load_counts_held_leads_and_offers_to_one_alone(database: Database, office: Office) -> None:
    async with database.writing() as store:
        held = _load(store, office, _draft(store))
        held.scene.lead = replace(held.scene.lead, state=State.DISPUTED, holder="petrov")
        scenes.save(store, held, NOW)
        asked = _load(store, office, _draft(store))
        asked.scene.offers.append(Offer(Step.OFFER, "balance", NOW, ("petrov",)))
        scenes.save(store, asked, NOW)
        told = _load(store, office, _draft(store))
        told.scene.offers.append(Offer(Step.EVERYONE, "balance", NOW, ("petrov", "ivanov")))
        scenes.save(store, told, NOW)
        workers = scenes.read_workers(store).values()
        loads = {worker.id: worker.load for worker in workers}
        assert loads == {"anna": 0, "petrov": 2, "sidorova": 0, "ivanov": 0, "orlova": 0}
        assert {w.id: w.ringing for w in workers if w.ringing} == {"petrov": 1}
        asked.scene.offers[0].result = Result.LAPSED
        scenes.save(store, asked, NOW)
        petrov = scenes.read_workers(store)["petrov"]
        assert (petrov.load, petrov.ringing) == (1, 0), "an offer that is over waits no more"


async def test_whoever_has_no_account_or_has_left_is_not_connected(
    database: Database, office: Office
) -> None:
    async with database.writing() as store:
        store.execute(people.update().where(people.c.id == "ivanov").values(active=False))
        workers = scenes.read_workers(store)
        stored = set(store.scalars(select(people.c.id)))
        assert set(workers) == stored, "whoever has left may still hold a lead"
        assert {who for who, w in workers.items() if not w.connected} == {"orlova", "ivanov"}


def _listen(store: Store) -> list[str]:
    """What is written on this connection from now on: the verb and the table."""
    written: list[str] = []

    @event.listens_for(store.conn, "before_cursor_execute")
    def _note(_: Any, __: Any, statement: str, *___: Any) -> None:
        words = statement.split()
        if words[0] != "SELECT":
            written.append(" ".join(words[: 2 if words[0] == "UPDATE" else 3]))

    return written
