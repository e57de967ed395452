"""How much is measured: in a minute, in ten, or for as long as it takes."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Extent:
    rounds: int  # of everything that is repeated, but for what is merely counted
    counts: int  # rounds of that
    leads: int  # a round
    taps: int  # a round, of one person
    rush: float  # seconds a round, for a crowd and for the courier
    rest: float  # seconds a round, of nothing to do
    starts: int
    rests: tuple[int, ...]  # leads of the past in the database of a program at rest
    histories: tuple[int, ...]  # and of one whose hand-overs are measured
    hand_overs: int  # a round
    backlog: int  # messages
    overdue: int  # open offers; 0: no start among them
    overdue_within: float  # seconds, after which the rest is reckoned
    teams: tuple[int, ...] = (10, 100, 1_000)  # managers among whom a lead is routed


FULL = Extent(
    rounds=5,
    counts=2,
    leads=20,
    taps=40,
    rush=10,
    rest=10,
    starts=5,
    rests=(0, 1_000, 100_000),
    histories=(0, 10_000, 100_000),
    hand_overs=5,
    backlog=10_000,
    overdue=10_000,
    overdue_within=120,
)
QUICK = Extent(
    rounds=3,
    counts=1,
    leads=4,
    taps=10,
    rush=3,
    rest=3,
    starts=1,
    rests=(0,),
    histories=(0,),
    hand_overs=2,
    backlog=10_000,
    overdue=0,
    overdue_within=0,
)
LONG = replace(FULL, rounds=9, histories=(*FULL.histories, 1_000_000), overdue_within=7_200)
