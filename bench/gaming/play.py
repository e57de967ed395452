"""One office under one scheme with one strategy in it, played by the rules of the product: `Replay` moves the leads.

Here stands only what people do: when they answer and what, what becomes of the leads they have, when the secretary
hands a draft over. Whom a lead is offered, what it costs, who is there: that is decided by `leads/`, as in the program.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from functools import partial
from heapq import heappop, heappush
from typing import Final

from bench.gaming.asking import Asking, Do
from bench.gaming.calls import ASKED_AFTER, Calls, evenings
from bench.gaming.luck import Luck
from bench.gaming.market import OPENS, TEAM, ZONE, Made, Market
from bench.gaming.mind import Mind
from bench.gaming.offices import SEGMENT, office
from bench.gaming.secretary import Secretary
from bench.gaming.strategies import HONEST, Strategy
from leads.floor import open_floor
from leads.holding import close, dispute, give_up, reopen, settle
from leads.lead import HANDED, OVER, OWNED, Lead, Offer, Outcome, State, Step
from leads.presence import Absence
from leads.pulling import pull
from leads.refusals import Refused
from leads.routing import Proposal, decide
from leads.situations import absences, fair_choice
from reports.replay import events
from reports.replay.cases import Case
from reports.replay.engine import EVER, Replay
from reports.replay.events import Answer, HandedOver

LOOK: Final = timedelta(minutes=10)  # from the claim to the first call
BACK: Final = timedelta(minutes=10)  # from a pause after lapses to their own hand
BY_THE_HEAD: Final = timedelta(minutes=1)  # from the question to the head's hand
ASKS_A_HEAD: Final = frozenset({Step.CHOOSE, Step.HEAD, Step.DIRECTOR})
HEAD: Final = "head"


@dataclass(frozen=True, slots=True)
class Asked(HandedOver):
    """A lead that is handed over, and answered when somebody is asked."""

    made: Made = field(kw_only=True)
    minds: Mapping[str, Mind] = field(kw_only=True)

    def answer(self, who: str, step: Step, before: int) -> Answer:  # noqa: ARG002 - they answer as they did
        return self.minds[who].answer(self.made, step)


@dataclass
class Play(Replay):
    """`go` may be called once. `who`: whose strategy it is, or for whose sake."""

    market: Market = field(kw_only=True)
    strategy: Strategy = field(kw_only=True)
    who: str = field(kw_only=True)
    minds: dict[str, Mind] = field(kw_only=True)
    luck: Luck = field(kw_only=True)
    _plan: list[tuple[datetime, int, Do]] = field(default_factory=list)
    _planned: int = 0
    _held: dict[int, datetime | None] = field(default_factory=dict)
    _calls: Calls = field(default_factory=Calls)
    _coming_back: set[str] = field(default_factory=set)
    _now: datetime = EVER

    def __post_init__(self) -> None:
        self._asking = Asking(self.minds, self.plan, self._give)
        self._secretary = Secretary(self.who, self.floor.office.segment(SEGMENT).scheme)

    def go(self) -> None:
        """From the first lead until every offer is settled and every lead has become what it becomes."""
        self._arrive(0)
        days = sorted({lead.at.astimezone(ZONE).date() for lead in self.market.leads})
        for day in days:
            self._plan_day(partial(datetime.combine, day, tzinfo=ZONE))
        if self.strategy.is_called_after:
            for evening in evenings(days[0], days[-1]):
                self.plan(evening.astimezone(UTC), partial(self._call, evening))
        while self._plan or self._calendar:
            if self._calendar and (not self._plan or self._calendar.is_due(self._plan[0][0])):
                self._next(ending=not self._plan)
            else:
                self._now, _, do = heappop(self._plan)
                self._draw(self._now)
                do(self._now)
                self._everybody_looks(self._now)
            self._hand_over_what_suits(self._now)

    def plan(self, at: datetime, do: Do) -> None:
        self._planned += 1
        heappush(self._plan, (at, self._planned, do))

    def _arrive(self, n: int) -> None:
        """Plans the arrival of this lead, and by it that of the next."""
        if n < len(self.market.leads):
            self.plan(self.market.leads[n].at, partial(self._arrived, n))

    def _arrived(self, n: int, at: datetime) -> None:
        made = self.market.leads[n]
        self._arrive(n + 1)
        if self.strategy.orders is None:
            self._hand(made, at)
            return
        self._secretary.drafts.append(made)
        self.plan(at + self._patience(self.strategy.orders), partial(self._handed_at_last, made))

    def _patience(self, wanted: timedelta) -> timedelta:
        """How long a draft may lie: the office's own hand may be faster."""
        own: timedelta | None = getattr(self.floor.office, "hand_over_after", None)
        return min(wanted, own) if own else wanted

    def _handed_at_last(self, made: Made, at: datetime) -> None:
        if made in self._secretary.drafts:
            self._secretary.drafts.remove(made)
            self._hand(made, at)

    def _hand_over_what_suits(self, now: datetime) -> None:
        while made := self._secretary.take(partial(self._next_in_line, now)):
            self._hand(made, now)
            self._everybody_looks(now)

    def _next_in_line(self, now: datetime) -> str | None:
        """Whom /queue names: who would be asked now; or whom the cards let the secretary guess."""
        scene = self.floor.draft(Lead(0, SEGMENT, path=(Step.OFFER,)))
        self.floor.scenes.pop()
        if self.strategy.counts_cards:
            away = absences(scene, now)
            return self._secretary.guess([who for who in TEAM if who not in away])
        decision = decide(scene, now)
        return decision.people[0] if isinstance(decision, Proposal) else None

    def _hand(self, made: Made, at: datetime) -> None:
        is_picked = self.strategy.is_favoured and made.shown_rank >= 1 - self.strategy.is_favoured
        picked = self.who if is_picked else None
        name = f"L{len(self.cases) + 1}"
        self._play(Asked(at, name, SEGMENT, source=made.source, picked=picked, made=made, minds=self.minds))

    def _plan_day(self, at: Callable[[time], datetime]) -> None:
        """What their strategy does by the clock."""
        morning = at(time(OPENS)).astimezone(UTC)
        if self.strategy.goes_at:
            evening = at(time(self.strategy.goes_at)).astimezone(UTC)
            self.plan(morning, lambda now: self._play(events.CheckedIn(now, self.who)))
            self.plan(evening, lambda now: self._play(events.CheckedOut(now, self.who)))
        if self.strategy.joins_anew:
            self.plan(morning, self._join_anew)

    def _join_anew(self, at: datetime) -> None:
        if self.floor.standings[SEGMENT][self.who].credit < 0:
            self._play(events.Quit(at, self.who, SEGMENT))
            self._play(events.Joined(at, self.who, SEGMENT))

    def _ask(self, case: Case, offer: Offer, now: datetime) -> None:
        """The minds of managers answer; a head gives the lead to somebody in a minute."""
        self._now = now
        if offer.step in ASKS_A_HEAD:
            self.plan(now + BY_THE_HEAD, partial(self._by_the_head, case))
            return
        if offer.step is Step.OFFER and len(offer.people) == 1:
            self._secretary.sees(offer.people[0])
            if offer.people == (self.who,):
                self.luck.asked(_made(case))
        super()._ask(case, offer, now)

    def _pull(self, case: Case, offer: Offer, now: datetime) -> None:  # noqa: ARG002 - nobody is asked
        self._asking.waits(_made(case), now)

    def _give(self, who: str, now: datetime) -> Made | None:
        """The oldest that waits for them, as the desk gives it."""
        day = who, now.astimezone(ZONE).date()
        for _, case in sorted(self._open.offered.items()):
            live = case.scene.live
            if live is None or live.step is not Step.PULL:
                continue
            try:
                pull(case.scene, who, self._pulled[day], now)
            except Refused:
                continue
            self._pulled[day] += 1
            self._settled(case, now)
            return _made(case)
        return None

    def _by_the_head(self, case: Case, at: datetime) -> None:
        """To whoever the rule would choose; or to whom they favour."""
        lead = case.scene.lead
        if lead.state in OWNED or lead.state in OVER or lead.state not in HANDED:
            return
        fair = fair_choice(case.scene, at)
        standings = self.floor.standings[SEGMENT]
        to = fair.offered[0] if fair else max(standings, key=lambda who: standings[who].credit)
        if self.strategy.is_favoured and _made(case).shown_rank >= 1 - self.strategy.is_favoured:
            to = self.who
        self._play(events.Assigned(at, case.event.lead, to))

    def _answer(self, case: Case, who: str, answer: Answer, now: datetime) -> None:
        self._now = now
        super()._answer(case, who, answer, now)

    def _fire(self, case: Case, at: datetime, *, ending: bool) -> None:
        """Whoever is paused after lapses notices it after a while."""
        self._now = at
        super()._fire(case, at, ending=ending)
        for who, worker in self.floor.workers.items():
            if worker.paused is Absence.LAPSED and who not in self._coming_back:
                self._coming_back.add(who)
                self.plan(at + BACK, partial(self._come_back, who))

    def _come_back(self, who: str, at: datetime) -> None:
        self._coming_back.discard(who)
        self._play(events.CheckedIn(at, who))

    def _moved(self, case: Case) -> None:
        super()._moved(case)
        lead = case.scene.lead
        if lead.state is State.HELD and lead.holder and self._held.get(lead.id) != lead.held_at:
            self._held[lead.id] = lead.held_at
            self._has_it(case, lead.holder, lead.held_at or self._now)

    def _has_it(self, case: Case, who: str, at: datetime) -> None:
        if who == self.who:
            self.luck.steered(_made(case))
            if not case.scene.offers[-1].alone:
                self.luck.held(_made(case))
        if not case.scene.offers[-1].alone:
            self._secretary.sees(who)
        self.plan(at + LOOK, partial(self._look, case, who))

    def _look(self, case: Case, who: str, at: datetime) -> None:
        """They call the client, and know what the lead is."""
        made, mind = _made(case), self.minds[who]
        if case.holder != who:
            return
        if mind.calls_bad(made):
            dispute(case.scene, who, at)
            settle(case.scene, HEAD, mind.head_agrees(made), at)
            self._settled(case, at)
        elif made.rank < mind.strategy.returns:
            give_up(case.scene, who, at)
            self._settled(case, at)
            self._asking.is_rid_of(who, made, at)
            return
        self.plan(at + timedelta(days=made.days), partial(self._end_it, case, who))

    def _end_it(self, case: Case, who: str, at: datetime) -> None:
        """Won or lost; or what they say of it."""
        made, strategy = _made(case), self.minds[who].strategy
        if case.holder != who:
            return
        is_won = made.luck < made.chance
        if not is_won and strategy.holds_lost:
            return
        told = Outcome.WON if is_won or made.coin < strategy.tells_sold else Outcome.LOST
        close(case.scene, who, told, at)
        self._calls.hears(case.scene.lead, is_false=told is Outcome.WON and not is_won)
        if told is Outcome.WON and not is_won and who in self._calls.found_out:
            self.plan(at + ASKED_AFTER, partial(self._correct, [case.scene.lead.id]))
        self._settled(case, at)

    def _call(self, evening: datetime, at: datetime) -> None:
        self._correct(self._calls.call(evening), at)

    def _correct(self, numbers: Sequence[int], at: datetime) -> None:
        """The head has asked these clients, and they have bought nothing."""
        for number in numbers:
            case = self._numbered[number - 1]
            lead = case.scene.lead
            if lead.outcome is not Outcome.WON or lead.holder is None:
                continue
            reopen(case.scene, HEAD, at, always=True)
            close(case.scene, lead.holder, Outcome.LOST, at)
            self._calls.hears(lead)
            self._settled(case, at)

    def _settled(self, case: Case, at: datetime) -> None:
        self._moved(case)
        self._serve_who_wait(at)


def _made(case: Case) -> Made:
    assert isinstance(case.event, Asked)
    return case.event.made


@dataclass(frozen=True, slots=True)
class Played:
    """What came of one run, as parts of what an equal share brings: 0.2 is a fifth more. `leads`: theirs, of all."""

    gain: float
    others: float
    leads: float


def played(
    scheme: str, strategy: Strategy, market: Market, who: str, settings: Mapping[str, str] | None = None
) -> Played:
    """Plays it once."""
    set_up = office(scheme, strategy, who, {**(settings or {}), **strategy.settings})
    minds = {one: Mind(place, strategy if one == who else HONEST, set_up) for place, one in enumerate(TEAM)}
    play = Play(
        open_floor(set_up, lambda _: False, keep_ledger=False),
        market=market,
        strategy=strategy,
        who=who,
        minds=minds,
        luck=Luck(market, minds[who]),
    )
    play.go()
    return _told(play)


def _told(play: Play) -> Played:
    had = [case for case in play.cases.values() if case.scene.lead.outcome is not Outcome.BAD]
    theirs = [case for case in had if case.scene.lead.holder == play.who]
    mine = sum(_made(case).chance for case in theirs)
    all_held = sum(_made(case).chance for case in had if case.scene.lead.holder)
    share, luck = play.market.worth / len(TEAM), play.luck.total
    rest = len(TEAM) - 1
    return Played(
        (mine - luck) / share - 1,
        (all_held - mine + luck) / (share * rest) - 1,
        len(theirs) / len(play.cases),
    )
