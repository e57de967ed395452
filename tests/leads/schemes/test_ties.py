"""Who is behind alike in one segment is told apart by all segments together: nobody gains by where they stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from random import Random  # noqa: TID251 - seeded, so it is chance no more

import pytest

from leads.answers import claim
from leads.entries.asking import Offered
from leads.entries.kinds import Entry
from leads.floor import Floor, open_floor
from leads.lead import Lead
from leads.ledger import BrokenChainError, Sealed, canonical, seal
from leads.offering import hand_over
from leads.office import Office, Person, Role, Segment
from leads.proof.verification import Verification
from leads.scene import Scene, nothing_elsewhere
from leads.schemes import balance
from leads.schemes.base import Candidate, Situation
from leads.shares import LEAD, in_leads
from leads.situations import recorded, situation_of
from leads.turns import Standing
from tests.leads.office import MOSCOW, no_holidays, wall

NOW = wall("2026-11-23 12:00")


def shop(segments: int, team: int, members: int, rng: Random, scheme: str = "balance") -> Floor:
    """Each segment has some of the team, in the file's order."""
    names = [f"m{n}" for n in range(team)]
    people = tuple(Person(who, who, (Role.MANAGER,)) for who in names)
    parts = tuple(
        Segment(f"s{n}", "", scheme, tuple(sorted(rng.sample(names, members)))) for n in range(segments)
    )
    return open_floor(Office("Shop", MOSCOW, people=people, segments=parts), no_holidays)


def shared_out(floor: Floor, segments: list[str]) -> dict[str, float]:
    """A lead for each of these, claimed at once; returns what everybody is owed by all segments together."""
    for number, segment in enumerate(segments, 1):
        scene = floor.draft(Lead(number, segment))
        hand_over(scene, number, NOW)
        assert scene.live
        claim(scene, scene.live.people[0], NOW)
    return totals(floor)


def totals(floor: Floor) -> dict[str, float]:
    people = [p.id for p in floor.office.people]
    return {who: in_leads(sum(s[who].credit for s in floor.standings.values() if who in s)) for who in people}


def by_order_alone(floor: Floor, segments: list[str]) -> dict[str, float]:
    """The old rule: of several who are behind alike, whoever stands first in the segment."""
    return shared_out(Apart(**{f.name: getattr(floor, f.name) for f in fields(floor)}), segments)


class Apart(Floor):
    """Its segments know nothing of one another."""

    def draft(self, lead: Lead) -> Scene:
        scene = super().draft(lead)
        scene.elsewhere = nothing_elsewhere
        return scene


def test_campaigns_of_one_lead_do_not_all_go_to_the_first_in_the_file() -> None:
    rng = Random(1)
    every = [f"s{n}" for n in range(30)]
    before = by_order_alone(shop(30, 5, 5, rng), every)
    assert min(before.values()) == before["m0"] == pytest.approx(-24), "the old rule"
    now = shared_out(shop(30, 5, 5, rng), every)
    assert max(map(abs, now.values())) < 1


@pytest.mark.parametrize("scheme", ["balance", "secretary", "lottery", "conversion"])
def test_many_segments_with_some_of_the_team_stay_close_together(scheme: str) -> None:
    rng = Random(7)
    leads = [f"s{rng.randrange(20)}" for _ in range(2000)]
    before = by_order_alone(shop(20, 6, 6, Random(3), scheme), leads)
    now = shared_out(shop(20, 6, 6, Random(3), scheme), leads)
    assert max(map(abs, before.values())) > 4
    assert max(map(abs, now.values())) < 1.5


def test_every_segments_own_bound_stays_as_it_was() -> None:
    floor = shop(20, 6, 6, Random(3))
    rng = Random(11)
    shared_out(floor, [f"s{rng.randrange(20)}" for _ in range(1500)])
    for standings in floor.standings.values():
        assert max(abs(s.credit) for s in standings.values()) <= LEAD * 5 // 6


def test_it_stands_in_the_evidence_only_where_it_has_decided() -> None:
    floor = shop(2, 3, 3, Random(1))
    shared_out(floor, ["s0", "s1", "s1", "s1"])
    shown = [entry.body["candidates"] for entry in floor.log if entry.kind == "offered"]
    decided = [any("elsewhere" in c for c in candidates) for candidates in shown]
    chosen = [entry.body["offered"] for entry in floor.log if entry.kind == "offered"]
    assert chosen == [["m0"], ["m1"], ["m2"], ["m0"]], (
        "the first has had one elsewhere, so the others come before"
    )
    assert decided == [False, True, True, False], "the last was behind alone"


def test_what_was_kept_without_it_goes_by_the_order() -> None:
    tied = tuple(Candidate(who, 1000, Standing(), elsewhere=n) for n, who in enumerate("abc"))
    kept = recorded(Situation(tied))
    assert balance.choose(situation_of(kept)).offered == ("c",)
    of_old = replace(kept, candidates=tuple(replace(c, elsewhere=0) for c in kept.candidates))
    assert balance.choose(situation_of(of_old)).offered == ("a",)


def verified(entries: Iterable[Entry]) -> Verification:
    """Sealed, and verified entry by entry."""
    told = Verification()
    for number, entry in enumerate(entries, 1):
        key = (number, NOW, entry.kind, entry.lead, canonical(entry.body))
        told.feed(Sealed(*key, seal(told.head, *key)))
    told.end()
    return told


def test_what_has_decided_is_verified_from_the_entries_alone() -> None:
    floor = shop(4, 4, 3, Random(2))
    shared_out(floor, [f"s{Random(n).randrange(4)}" for n in range(40)])
    assert any(said.evidence and shows(said) for said in map(offer, floor.log) if said)
    assert verified(floor.log).decisions == 40


@pytest.mark.parametrize("owed", [0, LEAD])
def test_nobody_is_said_to_be_owed_more_elsewhere_than_they_are(owed: int) -> None:
    floor = shop(4, 4, 3, Random(2))
    shared_out(floor, [f"s{Random(n).randrange(4)}" for n in range(40)])
    forged = [with_owed(entry, owed) for entry in floor.log]
    with pytest.raises(BrokenChainError, match="is owed elsewhere"):
        verified(forged)


def offer(entry: Entry) -> Offered | None:
    return entry.said if isinstance(entry.said, Offered) else None


def shows(said: Offered) -> bool:
    return said.evidence is not None and any(c.elsewhere for c in said.evidence.candidates)


def with_owed(entry: Entry, owed: int) -> Entry:
    """Whoever stands last among those of whom it is told is owed another sum."""
    said = offer(entry)
    if said is None or said.evidence is None or not shows(said):
        return entry
    *others, last = said.evidence.candidates
    evidence = replace(
        said.evidence, candidates=(*others, replace(last, elsewhere=last.elsewhere + owed + 1))
    )
    return replace(entry, said=replace(said, evidence=evidence))
