"""Whoever wants somebody to be as far from their due share as can be: a search through the real rules.

`python -m tests.leads.schemes.adversary` prints the table of decision 8. A plan says of each lead who is there, what
whoever is asked does, and what comes of it; the search changes a plan step by step and keeps what does not bring its
victim nearer to their due. Seeded, so it finds the same each time; what it finds is a floor of the worst, no ceiling.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from random import Random  # noqa: TID251 - seeded, so it is chance no more
from typing import Final

from leads import turns
from leads.answers import claim, decline, explain
from leads.holding import assign, close, dispute, settle
from leads.lead import Outcome, Step
from leads.presence import Absence
from leads.reasons import DeclineReason
from leads.scene import Scene
from leads.shares import LEAD
from tests.leads.office import Floor, sales_floor

FREE: Final = DeclineReason.CONFLICT


@dataclass(frozen=True, slots=True)
class Means:
    """What may happen beside that the scheme chooses and they claim."""

    name: str
    goes: bool = False  # people come and go
    lapses: bool = False  # whoever is asked is silent, at the cost of a turn
    everyone: bool = False  # one offer, and then all are asked at once
    declines: bool = False  # for a reason that costs nothing
    bad: bool = False  # it turns out to be none, and the turn is given back
    hand: bool = False  # the head gives it to somebody
    switches: bool = False  # the scheme is switched, and back


MEANS: Final = (
    Means("the scheme alone, all present"),
    Means("whoever comes and goes", goes=True),
    Means("silence that costs a turn", goes=True, lapses=True),
    Means("the ladder asks everyone", goes=True, lapses=True, everyone=True),
    Means("free declines", goes=True, declines=True),
    Means("bad leads given back", goes=True, bad=True),
    Means("bad leads, and switches of schemes", goes=True, bad=True, switches=True),
    Means("leads by the head's hand", hand=True),
    Means("by hand, bad leads, switches of schemes", hand=True, bad=True, switches=True),
)


@dataclass(frozen=True, slots=True)
class Gene:
    """One lead. `away`: who is not there; `answers`: what those who are asked do, in turn."""

    away: frozenset[str] = frozenset()
    answers: tuple[str, ...] = ()
    taker: int = 0  # of all who are asked at once, the how manieth takes it
    bad: int | None = None  # so many leads later it is known to be none
    hand: str | None = None
    switch: bool = False


Plan = tuple[Gene, ...]


def any_gene(team: str, means: Means, rng: Random) -> Gene:
    away = frozenset(who for who in team if means.goes and rng.random() < 0.3)
    ways = ["claim", *["silent"] * means.lapses, *["free"] * means.declines]
    return Gene(
        away if len(away) < len(team) else frozenset(),
        tuple(rng.choice(ways) for _ in range(len(team))),
        rng.randrange(len(team)),
        rng.randrange(12) if means.bad and rng.random() < 0.4 else None,
        rng.choice(team) if means.hand and rng.random() < 0.7 else None,
        means.switches and rng.random() < 0.2,
    )


def office_of(team: str, means: Means) -> Floor:
    offers = 1 if means.everyone else len(team)
    ladder = "everyone head" if means.everyone else "head"
    floor = sales_floor(" ".join(team), offers=offers, ladder=ladder, bosses="head", pause_after_lapses=0)
    free = frozenset({FREE.value})
    floor.change(replace(floor.office, free_reasons=free))
    return floor


def furthest(team: str, means: Means, plan: Plan) -> tuple[float, float]:
    """Plays it; returns how far anybody was ever behind, and ahead, in leads, after a lead."""
    floor = office_of(team, means)
    behind = ahead = 0
    bad: dict[int, list[Scene]] = {}
    for place, gene in enumerate(plan):
        scene = _play(floor, gene)
        if gene.bad is not None:
            bad.setdefault(place + gene.bad, []).append(scene)
        for found in bad.pop(place, ()):
            _given_back(floor, found)
        balances = [standing.credit for standing in floor.standings["all"].values()]
        assert sum(balances) == 0
        behind, ahead = max(behind, *balances), min(ahead, *balances)
    return behind / LEAD, -ahead / LEAD


def _play(floor: Floor, gene: Gene) -> Scene:
    for who in floor.standings["all"]:
        floor.workers[who].paused = Absence.PAUSED if who in gene.away else None
    if gene.switch:
        turns.level(floor.standings["all"])
    scene = floor.lead()
    answers = iter(gene.answers)
    while scene.live and scene.live.step in (Step.OFFER, Step.EVERYONE):
        _answer(floor, scene, gene, next(answers, "claim"))
    if scene.live:
        claim(scene, "head", floor.now)
    if gene.hand and gene.hand != scene.lead.holder:
        assign(scene, "head", gene.hand, floor.now)
    if gene.bad is None:
        close(scene, scene.lead.holder or "head", Outcome.LOST, floor.now)
    return scene


def _given_back(floor: Floor, scene: Scene) -> None:
    dispute(scene, scene.lead.holder or "head", floor.now)
    settle(scene, "head", True, floor.now)


def _answer(floor: Floor, scene: Scene, gene: Gene, how: str) -> None:
    assert scene.live
    people = scene.live.people
    if scene.live.step is Step.EVERYONE:
        claim(scene, people[gene.taker % len(people)], floor.now)
        return
    match how:
        case "silent":
            floor.wait("5m")
        case "free":
            decline(scene, people[0], floor.now)
            explain(scene, people[0], FREE, floor.now)
            floor.deliver()
        case _:
            claim(scene, people[0], floor.now)


def search(team: str, means: Means, leads: int, rounds: int, seed: int) -> tuple[float, float]:
    """Returns the furthest behind and the furthest ahead that it has found."""
    rng = Random(f"{team} {means.name} {seed}")
    best = [0.0, 0.0]
    for side in (0, 1):
        plan = tuple(any_gene(team, means, rng) for _ in range(leads))
        found = furthest(team, means, plan)[side]
        for _ in range(rounds):
            place, other = rng.randrange(leads), any_gene(team, means, rng)
            changed = (*plan[:place], other, *plan[place + 1 :])
            reached = furthest(team, means, changed)[side]
            if reached >= found:
                plan, found = changed, reached
        best[side] = found
    return best[0], best[1]


def table(teams_: Iterable[str], leads: int, rounds: int) -> str:
    heads = [f"{len(team)} people: behind | ahead" for team in teams_]
    rows = [
        f"| what happens, in {leads} leads | {' | '.join(heads)} |",
        "| --- |" + " --- | ---: |" * len(heads),
    ]
    for means in MEANS:
        found = [search(team, means, leads, rounds, 1) for team in teams_]
        rows.append(f"| {means.name} | {' | '.join(f'{b:.2f} | {a:.2f}' for b, a in found)} |")
    return "\n".join(rows)


if __name__ == "__main__":
    sys.stdout.write(table(("abc", "abcde"), 30, int(sys.argv[1]) if len(sys.argv) > 1 else 400) + "\n")
