"""Where a lead goes and what people do with it, once more, from the design; see `naive_models`.

One segment that is always open; offers of 5 minutes, steps of 10. At the end of its way the head keeps a lead.
"""

from __future__ import annotations

from tests.leads.naive_team import DAY, NOON, Case, NaiveTeam
from tests.leads.schemes.naive_models import MODELS, Seller, balance

OFFER, STEP = 5, 10
BY_SCHEME = frozenset({"offer", "pull"})


class NaiveOffice(NaiveTeam):
    # What people do

    def hand_over(self, picked: str | None = None) -> None:
        case = Case(len(self.cases) + 1, self.now, picked)
        self.cases.append(case)
        self.start(case)

    def claim(self, case: Case, name: str) -> None:
        if name != "head":
            self.seller(name).lapses = 0
            if not case.alone:
                self.charge(case, name, case.asked)
            self.answer(case)
        self.end_offer(case)
        self.take(case, name)

    def decline(self, case: Case, name: str) -> None:
        case.said_no.append(name)
        if name != "head":
            self.seller(name).lapses = 0
            self.answer(case)
            case.declines[name] = case.cost
            if case.cost and not self.decline_costs:
                self.give_back(case, case.cost)
        if set(case.said_no) == set(case.asked):
            self.end_offer(case)
            self.pass_on(case)

    def explain(self, case: Case, name: str) -> None:
        """With a reason that the office accepts; it gives nothing back to who took the lead after all, nor beyond the
        norm.
        """
        turn, mine = case.declines.pop(name), self.answers.get(name, {})
        if turn not in case.turns or name in case.took or case.number not in mine:
            return
        if sum(mine.values()) < 40 * self.free_declines // 100:
            mine[case.number] = True
            self.give_back(case, turn)

    def answer(self, case: Case) -> None:
        """Whoever was asked alone has answered; the fortieth answer before this one counts no more."""
        if case.alone:
            mine = self.answers.setdefault(case.asked[0], {})
            mine.pop(case.number, None)
            mine[case.number] = False
            for old in list(mine)[:-40]:
                del mine[old]

    def lapse(self, case: Case) -> None:
        self.answer(case)
        asked, cost = case.asked, case.cost
        silent = self.seller(asked[0]) if case.alone else None
        self.end_offer(case)
        if cost and not self.decline_costs:
            self.give_back(case, cost)
        if silent:
            silent.lapses += 1
            silent.paused |= 0 < self.pause_after <= silent.lapses
        self.pass_on(case)

    def goes(self, name: str) -> None:
        """Whoever goes is out of every offer, which costs him nothing; the lead stays before the same step."""
        for case in self.cases:
            if (
                case.stage in {"offer", "pull", "everyone"}
                and name in case.asked
                and name not in case.said_no
            ):
                self.cut(case, name)

    def cut(self, case: Case, name: str) -> None:
        """Three times at most; then he has had it all the same."""
        case.said_no.append(name)
        case.cuts.append((case.stage, name, case.times_asked))
        if case.stage in BY_SCHEME and sum(c[:2] == (case.stage, name) for c in case.cuts) < 3:
            case.had.discard(name)
        if case.cost:
            self.give_back(case, case.cost)
        if set(case.said_no) == set(case.asked):
            case.offers_left += case.stage in BY_SCHEME
            case.everyone_left |= case.stage == "everyone"
            self.end_offer(case)
            self.pass_on(case)

    def assign(self, case: Case, name: str) -> None:
        """By the head's hand; what it cost the one who loses the lead is given back."""
        from_whom = set(case.asked) - set(case.said_no) if case.stage in BY_SCHEME else {case.holder}
        if case.holder:
            self.give_back_all(case, case.holder)
            self.drop(case)
        elif case.cost:
            self.give_back(case, case.cost)
        self.end_offer(case)
        free = [s for s in self.free() if s.name not in case.had - from_whom]
        fair = self.choose(free, None, "balance") if free else []
        case.fair = fair[0] if len(fair) == 1 else None
        self.charge(case, name, [s.name for s in self.team if s.name == name or s in self.free()])
        self.end_offer(case)
        self.take(case, name)

    def give_up(self, case: Case) -> None:
        if not self.decline_costs and case.holder:
            self.give_back_all(case, case.holder)
        self.drop(case)
        self.start(case)

    def close(self, case: Case, won: bool) -> None:
        if case.holder:
            before = self.facts.closed.get(case.holder, (0, 0))
            self.facts.closed[case.holder] = (before[0] + won, before[1] + (not won))
        self.drop(case)
        case.stage = "closed"

    def bad(self, case: Case) -> None:
        """Confirmed by the head."""
        if case.holder:
            self.give_back_all(case, case.holder)
        self.drop(case)
        case.stage = "closed"

    def check_in(self, name: str) -> None:
        """He stands at the end of the line, is the last to arrive, and waits from now on."""
        seller = self.seller(name)
        seller.paused, seller.back_at, seller.lapses = False, 0, 0
        seller.arrived = 1 + max(s.arrived for s in self.team)
        seller.waits_since = self.now
        seller.stands = self.end_of_the_line()

    def until(self, end: int) -> None:
        while due := [(at, c.number) for c in self.cases if (at := self.due(c)) is not None and at <= end]:
            self.now, number = min(due)
            case = self.cases[number - 1]
            if self.now == case.until:
                self.lapse(case)
            else:
                for name in [name for name in self.silent(case) if not self.on_duty(self.seller(name))]:
                    self.cut(case, name)
        self.now = end

    def due(self, case: Case) -> int | None:
        """When something happens by itself: the time to answer is over, or somebody's duty is."""
        ends = [self.duty_ends(self.seller(name)) for name in self.silent(case)]
        return min([at for at in (case.until, *ends) if at is not None], default=None)

    def silent(self, case: Case) -> list[str]:
        return (
            [n for n in case.asked if n not in case.said_no]
            if case.stage in {"offer", "pull", "everyone"}
            else []
        )

    # Where a lead goes

    def start(self, case: Case) -> None:
        case.offers_left, case.everyone_left, case.head_asked = self.offers, self.everyone, False
        self.pass_on(case)

    def pass_on(self, case: Case) -> None:
        """So many offers by the scheme, then everybody who is present, then the head."""
        if case.offers_left and self.scheme == "manual" and not case.head_asked:
            case.head_asked = True
            self.ask(case, "choose", ["head"], OFFER)
        elif case.offers_left and (names := self.next_by_scheme(case)):
            case.offers_left -= 1
            case.had.update(names)
            if self.scheme == "next":
                self.ask(case, "pull", names, OFFER * self.offers)
            else:
                self.ask(case, "offer", names, OFFER)
            self.make_known(case)
        elif case.offers_left and (soon := self.wrap_up_ends(case)):
            case.stage, case.until = "waiting", soon
        elif case.everyone_left and case.rounds_cut < 3 and self.free():
            case.offers_left, case.everyone_left = 0, False
            self.ask(case, "everyone", [s.name for s in self.free()], STEP)
        else:
            case.offers_left, case.everyone_left = 0, False
            self.ask(case, "head", ["head"], None)

    def next_by_scheme(self, case: Case) -> list[str]:
        free = [s for s in self.free() if s.name not in case.had]
        names = self.choose(free, case.picked, None) if free else []
        by_hand = self.scheme == "secretary" and names == [case.picked]
        case.fair = balance(free, self.facts)[0] if by_hand else None
        return names

    def choose(self, free: list[Seller], picked: str | None, instead_of_the_head: str | None) -> list[str]:
        scheme = self.scheme if self.scheme != "manual" else self.reserve or instead_of_the_head
        day = (self.now + NOON) // DAY
        self.facts.picked, self.facts.weekday = picked, day % 7
        self.facts.drawn = self.weeks.get(day // 7, [])
        return MODELS[scheme](free, self.facts) if scheme else []

    def ask(self, case: Case, stage: str, names: list[str], minutes: int | None) -> None:
        case.stage, case.asked, case.said_no = stage, names, []
        case.times_asked += 1
        case.fair = case.fair if stage == "offer" else None
        case.until = None if minutes is None else self.now + minutes

    def make_known(self, case: Case) -> None:
        """An offer to one person alone rings at his, and costs him the turn now."""
        if case.alone:
            shares = [s.name for s in self.free() if s.name in case.asked or s.name not in case.had]
            self.charge(case, case.asked[0], shares)
            self.seller(case.asked[0]).ringing += 1

    def end_offer(self, case: Case) -> None:
        """Whoever has paid for it waits anew from here."""
        if case.alone:
            self.seller(case.asked[0]).ringing -= 1
        if case.cost:
            case.cost.waited_since, case.cost.ended = case.cost.payer.waits_since, self.now
            case.cost.payer.waits_since = self.now
        case.stage, case.asked, case.until, case.cost = "waiting", [], None, None

    def take(self, case: Case, name: str) -> None:
        case.stage, case.holder = "held", name
        if case.number in self.answers.get(name, {}):
            self.answers[name][case.number] = False
        case.took.add(name)
        case.had.add(name)
        if name != "head":
            self.seller(name).held += 1
            self.seller(name).took = self.now

    def drop(self, case: Case) -> None:
        if case.holder and case.holder != "head":
            self.seller(case.holder).held -= 1
        case.holder = None

    def wrap_up_ends(self, case: Case) -> int | None:
        """Somebody who has just taken a lead is worth waiting for, as long as an answer is."""
        soon = [s for s in self.team if s.name not in case.had and self.could_work(s) and self.wraps_up(s)]
        if not soon or self.now >= case.since + OFFER:
            return None
        return min([case.since + OFFER, *(self.wrap_up + s.took for s in soon if s.took is not None)])
