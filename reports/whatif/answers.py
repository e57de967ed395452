"""How people answered in fact, and how they are taken to have answered where nobody asked them.

Whoever was asked answers as they did, after as long. Whoever was not is taken to answer as they answered other leads of
the period: by one of their own answers, found by the lead's name and theirs, so that it is the same under every scheme.
The typical time alone would make the quickest win every race; people are not always equally quick.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from typing import TypeVar

from leads.figures.report import Case
from leads.lead import ASKS_NOBODY, Offer, Result, Step
from reports.replay.events import Answer, Does, HandedOver

T = TypeVar("T")
Asked = tuple[str, bool]  # who, and whether they were to choose somebody instead of taking it

SILENT = Answer(Does.SILENT)
MOMENT = timedelta(seconds=1)  # by so much, at least, whoever came too late was slower
HEADS = frozenset({Step.CHOOSE, Step.HEAD, Step.DIRECTOR})
TO_ONE = frozenset({Step.OFFER, Step.OWNER})


@dataclass(frozen=True, slots=True)
class Late:
    """They had not answered when the offer was over: somebody was quicker, or a hand was."""

    after: timedelta


Given = Mapping[Asked, Sequence[Answer | Late]]


@dataclass(frozen=True, slots=True)
class Habits:
    """What people did in the period, by person: every answer to an offer, and how long they took to claim."""

    answers: Mapping[str, Sequence[Answer]]
    claims: Mapping[str, Sequence[timedelta]]
    team: Sequence[timedelta]

    def assumed(self, lead: str, who: str, step: Step, before: int) -> Answer:
        """On the steps of the ladder somebody takes it in the end; a head who is asked to choose stays silent."""
        if step is Step.CHOOSE:
            return SILENT
        own = self.answers.get(who, ())
        if step in TO_ONE and own:
            return _one_of(own, lead, who, before)
        return Answer(Does.CLAIM, self.time_to_claim(lead, who, before))

    def time_to_claim(self, lead: str, who: str, before: int = 0) -> timedelta:
        times = self.claims.get(who) or self.team
        return _one_of(times, lead, who, before) if times else timedelta(0)


NO_HABITS = Habits({}, {}, ())


@dataclass(frozen=True, slots=True)
class Remembered(HandedOver):
    """A lead of the office's own past."""

    given: Given = field(default_factory=dict)
    habits: Habits = NO_HABITS

    def answer(self, who: str, step: Step, before: int) -> Answer:
        given = self.given.get((who, step is Step.CHOOSE), ())
        if before >= len(given):
            return self.habits.assumed(self.lead, who, step, before)
        found = given[before]
        if isinstance(found, Answer):
            return found
        usual = self.habits.time_to_claim(self.lead, who, before)
        return Answer(Does.CLAIM, max(usual, found.after + MOMENT))


Declines = Mapping[str, Sequence[datetime]]  # of one lead, by person: when they declined, in order


def given_answers(case: Case, declines: Declines, free: str | None) -> Given:
    """Tells what everybody did with this lead, in the order in which they were asked.

    `free`: a reason that costs no turn.
    """
    found: dict[Asked, list[Answer | Late]] = {}
    times = {who: iter(at) for who, at in declines.items()}
    for offer in case[1]:
        if offer.step not in ASKS_NOBODY:
            for who in offer.people:
                asked = found.setdefault((who, offer.step is Step.CHOOSE), [])
                asked.append(_given(offer, who, times.get(who, iter(())), free))
    return found


def _given(offer: Offer, who: str, declined: Iterator[datetime], free: str | None) -> Answer | Late:
    begun, end = offer.delivered_at or offer.at, offer.closed_at or offer.at
    elapsed = max(end - begun, timedelta(0))
    match offer.answers.get(who):
        case "declined":
            at = next(declined, end)
            return Answer(Does.DECLINE, max(at - begun, timedelta(0)), offer.reasons.get(who))
        case "unreachable":  # it moves on at once and costs them nothing
            return Answer(Does.DECLINE, elapsed, free)
    if offer.claimed_by == who:
        return Answer(Does.CLAIM, elapsed)
    by_hand = offer.result is Result.WITHDRAWN and offer.step in HEADS
    if offer.result in {Result.LAPSED, Result.OPEN} or offer.step is Step.CHOOSE or by_hand:
        return SILENT
    return Late(elapsed)


def habits(several: Iterable[tuple[Case, Given]]) -> Habits:
    """Learns them from the leads of the period.

    Silence counts where they were asked alone: among many it says little.
    """
    answers: dict[str, list[Answer]] = {}
    claims: dict[str, list[timedelta]] = {}
    for (_, offers), given in several:
        alone = {who for offer in offers if offer.alone for who in offer.people}
        for (who, to_choose), found in given.items():
            for answer in found if not to_choose else ():
                if isinstance(answer, Late) or (answer is SILENT and who not in alone):
                    continue
                answers.setdefault(who, []).append(answer)
                if answer.does is Does.CLAIM:
                    claims.setdefault(who, []).append(answer.after)
    team = [time for who in sorted(claims) for time in claims[who]]
    return Habits(answers, claims, team)


def _one_of(several: Sequence[T], lead: str, who: str, before: int) -> T:
    """By their names alone: the same each time, and independent from person to person."""
    digest = sha256(f"{lead} {who} {before}".encode()).digest()
    return several[int.from_bytes(digest[:8]) % len(several)]
