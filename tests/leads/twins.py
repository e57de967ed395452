"""The rules and the naive office side by side: whatever is done to one is done to the other, and they must agree."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from leads.answers import decline, explain
from leads.cutting import recheck
from leads.draws import draw_order
from leads.holding import assign, close, dispute, give_up, settle
from leads.lead import Outcome, State
from leads.office import Shift
from leads.presence import Absence
from leads.rates import Record
from leads.scene import Scene
from leads.shares import LEAD
from leads.track import NEVER
from leads.wall_clock import parse_weekly
from tests.leads.naive_office import NaiveOffice
from tests.leads.naive_team import Case
from tests.leads.office import Floor, asked, refusal, sales_floor, take, track_of, wall
from tests.leads.schemes.naive_models import SINCE_EVER, drawn_order

NOON = wall("2026-11-23 12:00")
MONDAY = date(2026, 11, 23)
LOTS = {"b": 7, "a": 1}

ASKED = ("choose", "offer", "pull", "everyone", "head")
STATES = {
    "waiting": State.WAITING,
    **dict.fromkeys(ASKED, State.OFFERED),
    "held": State.HELD,
    "closed": State.CLOSED,
}


def floor_of(naive: NaiveOffice, draws: bool) -> Floor:
    """The same office for the rules; with a week's draw if `draws`, for both."""
    names = [s.name for s in naive.team]
    hours = [f"mon-sun {s.hours[0]}:00-{s.hours[1]}:00" for s in naive.team]
    floor = sales_floor(
        " ".join(f"{s.name}:{float(s.weight)}/{s.capacity or 0}" for s in naive.team),
        naive.scheme,
        offers=naive.offers,
        ladder="everyone head" if naive.everyone else "head",
        bosses="head",
        shifts=tuple(Shift("all", who, parse_weekly(at)) for who, at in zip(names, hours, strict=True)),
        segment={
            "reserve": naive.reserve,
            "wrap_up": timedelta(minutes=naive.wrap_up),
            "floor": float(naive.facts.floor),
            "min_sample": naive.facts.min_sample,
            "ceiling": 100.0,
            "half_life": NEVER,
        },
        decline_costs_turn=naive.decline_costs,
        pause_after_lapses=naive.pause_after,
        free_declines=naive.free_declines,
        offers_at_once=1000,
        stale_after=NEVER,
    )
    closed = {who: Record(*closed) for who, closed in naive.facts.closed.items()}
    floor.tracks["all"] = track_of(closed, floor.now)
    if draws:
        naive.weeks = {0: drawn_order("secret", "all", MONDAY, LOTS, names)}
        floor.draws["all"] = {MONDAY: draw_order("secret", "all", MONDAY, LOTS, names)}
    return floor


@dataclass
class Twins:
    floor: Floor
    naive: NaiveOffice

    def hand_over(self, picked: str | None) -> None:
        picked = picked if self.naive.scheme == "secretary" else None
        self.floor.lead(picked=picked, picked_by="sec" if picked else None)
        self.naive.hand_over(picked)

    def one(self, which: int, *stages: str) -> list[tuple[Scene, Case]]:
        """A lead in one of these stages, if there is any."""
        both = zip(self.floor.leads, self.naive.cases, strict=True)
        found = [(scene, case) for scene, case in both if case.stage in stages]
        return [found[-1 - which % len(found)]] if found else []

    def claim(self, scene: Scene, case: Case, who: int) -> None:
        name = one_asked(case, who)
        if name != "head" and not case.alone and self.naive.seller(name).full:
            assert refusal(scene, take, name, self.floor.now) == ("capacity", "")
            return
        take(scene, name, self.floor.now)
        self.naive.claim(case, name)

    def decline(self, scene: Scene, case: Case, who: int) -> None:
        name = one_asked(case, who)
        if case.stage == "pull":
            assert refusal(scene, decline, name, self.floor.now) == ("ask_for_it", "")
            return
        decline(scene, name, self.floor.now)
        self.naive.decline(case, name)

    def explain(self, scene: Scene, case: Case) -> None:
        for name in list(case.declines)[:1]:
            explain(scene, name, "conflict", self.floor.now)
            self.naive.explain(case, name)

    def assign(self, scene: Scene, case: Case, who: int) -> None:
        name = self.naive.team[who % len(self.naive.team)].name
        if name != case.holder:
            assign(scene, "head", name, self.floor.now)
            self.naive.assign(case, name)

    def let_go(self, how: str, scene: Scene, case: Case) -> None:
        holder, now = case.holder or "", self.floor.now
        if how == "give_up":
            give_up(scene, holder, now)
            self.naive.give_up(case)
        elif how == "bad":
            dispute(scene, holder, now)
            settle(scene, "head", True, now)
            self.naive.bad(case)
        else:
            close(scene, holder, Outcome(how), now)
            self.naive.close(case, won=how == "won")

    def come_or_go(self, how: str, who: int) -> None:
        seller = self.naive.team[who % len(self.naive.team)]
        worker = self.floor.workers[seller.name]
        if how == "on":
            self.floor.check_in(seller.name)
            self.naive.check_in(seller.name)
        elif how == "off":
            worker.paused, seller.paused = Absence.PAUSED, True
        else:
            seller.back_at = self.naive.now + 600
            worker.leave_until = NOON + timedelta(minutes=seller.back_at)
        if how != "on":
            self.naive.goes(seller.name)
            for scene in self.floor.leads:
                recheck(scene, self.floor.now)

    def until(self, minute: int) -> None:
        self.floor.until(NOON + timedelta(minutes=minute))
        self.naive.until(minute)

    def compare(self) -> None:
        for scene, case in zip(self.floor.leads, self.naive.cases, strict=True):
            assert (asked(scene).split(), scene.lead.state) == (case.asked, STATES[case.stage])
            if case.stage == "held":
                assert scene.lead.holder == case.holder
            if case.until is not None and scene.lead.deadline:
                assert scene.lead.deadline.at == NOON + timedelta(minutes=case.until)
            if scene.live or case.stage == "held":
                assert scene.offers[-1].fair == case.fair
        assert self.floor.line().split() == [s.name for s in sorted(self.naive.team, key=lambda s: s.stands)]
        for seller in self.naive.team:
            worker, standing = self.floor.workers[seller.name], self.floor.standings["all"][seller.name]
            assert Fraction(standing.credit, LEAD) == seller.balance
            assert (worker.load, worker.ringing) == (seller.held + seller.ringing, seller.ringing)
            assert (worker.lapses, worker.paused is not None) == (seller.lapses, seller.paused)
            answers = self.naive.answers.get(seller.name, {})
            assert worker.answers == tuple(-number if free else number for number, free in answers.items())
            since = worker.idle_since
            waits = SINCE_EVER if since is None else (since - NOON) // timedelta(minutes=1)
            assert waits == seller.waits_since


def one_asked(case: Case, who: int) -> str:
    left = [name for name in case.asked if name not in case.said_no]
    return left[who % len(left)]
