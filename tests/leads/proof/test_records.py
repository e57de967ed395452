"""What an offer by closing rate was made from is added up again from the entries: a forged record is found."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from leads import teams
from leads.answers import claim
from leads.holding import close
from leads.lead import Outcome
from leads.ledger import GENESIS, BrokenChainError, Sealed, canonical, seal
from leads.proof.verification import Verification
from tests.leads.office import Floor, sales_floor

Body = dict[str, Any]


class Past:
    """An office of two by closing rate, in which leads are closed, and one stays open for too long."""

    def __init__(self) -> None:
        self.floor: Floor = sales_floor("a b", "conversion", segment={"min_sample": 1})
        self.lines: list[Sealed] = []
        self.keep(*teams.weigh({}, self.floor.office.people))
        (segment,) = self.floor.office.segments
        self.keep(*teams.switch(segment.id, {}, None, segment.scheme))
        self.keep(*teams.set_members(segment.id, {}, segment.members))
        for outcome in (Outcome.WON, Outcome.LOST, Outcome.WON, None):
            self.lead(outcome)
            self.floor.now += timedelta(days=8)
        self.floor.now += timedelta(days=8)
        self.lead(None)

    def lead(self, outcome: Outcome | None) -> None:
        scene = self.floor.lead(source="site", known=len(self.floor.leads) % 2 == 0)
        self.note(scene.log)
        who = scene.live.people[0] if scene.live else ""
        claim(scene, who, self.floor.now)
        if outcome:
            close(scene, who, outcome, self.floor.now)
        self.note(scene.log)

    def note(self, log: list[Any]) -> None:
        self.keep(*log)
        log.clear()

    def keep(self, *entries: Any) -> None:
        for entry in entries:
            key = (len(self.lines) + 1, self.floor.now, entry.kind, entry.lead, canonical(entry.body))
            last = self.lines[-1].seal if self.lines else GENESIS
            self.lines.append(Sealed(*key, seal(last, *key)))

    def verify(self, forge: Callable[[Body], None] | None = None) -> None:
        """With what the last offer says made another, and everything from there sealed anew."""
        told, last = Verification(), GENESIS
        forged = max(line.seq for line in self.lines if line.kind == "offered")
        for line in self.lines:
            body = json.loads(line.body)
            if forge and line.seq == forged:
                forge(body)
            key = (line.seq, line.at, line.kind, line.lead, canonical(body))
            last = seal(last, *key)
            told.feed(Sealed(*key, last))


@pytest.fixture(scope="module")
def past() -> Past:
    return Past()


def test_what_is_so_holds(past: Past) -> None:
    past.verify()
    last = next(json.loads(line.body) for line in reversed(past.lines) if line.kind == "offered")
    assert sum(stale for *_, stale in last["weighed"].values()) == 1
    assert set(last["settings"]) == {"floor", "min_sample", "ceiling", "half_life", "stale_after"}


@pytest.mark.parametrize("figure", range(4))
def test_another_record_is_found(past: Past, figure: int) -> None:
    def forge(body: Body) -> None:
        next(iter(body["weighed"].values()))[figure] += 1

    with pytest.raises(BrokenChainError, match="what came of the leads"):
        past.verify(forge)


def test_a_record_left_out_is_found(past: Past) -> None:
    with pytest.raises(BrokenChainError, match="what came of the leads"):
        past.verify(lambda body: body.pop("weighed"))


def test_a_setting_left_out_is_found(past: Past) -> None:
    with pytest.raises(BrokenChainError, match="settings"):
        past.verify(lambda body: body["settings"].pop("ceiling"))


def test_an_old_form_cannot_hide_what_came_of_the_leads(past: Past) -> None:
    def forge(body: Body) -> None:
        del body["weighed"], body["settings"]

    with pytest.raises(BrokenChainError, match="closing records"):
        past.verify(forge)
