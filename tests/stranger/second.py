"""A check of the ledger that was made from docs/ledger.md alone: it knows nothing of this program, nor of check.py.

It is there to be another one: where both agree, and with `verify`, the page says enough.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

WHOLE = 3_099_044_504_245_996_706_400
D = dict[str, Any]


class WrongError(Exception):
    """Holds the number of the first entry that does not hold, and why."""

    def __init__(self, number: int, why: str) -> None:
        super().__init__(f"{number}: {why}")
        self.number = number


def first_wrong(lines: Iterable[str]) -> int | None:
    """Returns the number of the first entry that does not hold; None: all hold."""
    state, seal, number = State(), "0" * 64, 0
    try:
        for line in lines:
            number += 1
            one = json.loads(line)
            need(one["seq"] == number, "number")
            top = spelled({k: one[k] for k in ("seq", "at", "kind", "lead")})
            seal = hashlib.sha256("\n".join((seal, top, one["body"])).encode()).hexdigest()
            need(one["seal"] == seal, "seal")
            need(spelled(json.loads(one["body"])) == one["body"], "spelling")
            state.at = one["at"]
            state.step(one["kind"], one["lead"], json.loads(one["body"]))
            state.adds_up()
    except (AssertionError, LookupError, TypeError, ValueError, AttributeError):
        return number
    return None


def spelled(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def when(text: str) -> datetime:
    return datetime.fromisoformat(text)


def need(holds: bool, what: str) -> None:
    if not holds:
        raise AssertionError(what)


def parts(shares: D, whole: int = 0) -> D:
    total, whole = sum(shares.values()), whole or WHOLE
    exact = {k: Fraction(whole * v, total) for k, v in shares.items()}
    found = {k: int(v) for k, v in exact.items()}
    for k in sorted(exact, key=lambda k: (found[k] - exact[k], k))[: whole - sum(found.values())]:
        found[k] += 1
    return found


class State:
    """What the page says is to be kept, as plain dictionaries."""

    def __init__(self) -> None:
        self.at = ""
        self.pulls: dict[str, list[datetime]] = {}
        self.scheme: D = {}
        self.reserve: D = {}
        self.team: dict[
            str, dict[str, list[int]]
        ] = {}  # segment, member: balance, ticket, since which moment
        self.moment: dict[str, int] = {}  # by segment
        self.drawn: list[tuple[str, int, int]] = []  # segment, moment, furthest
        self.won: dict[str, dict[str, list[int]]] = {}
        self.draw: dict[tuple[str, str], D] = {}
        self.weight: D = {}
        self.paused: set[str] = set()
        self.since: D = {}
        self.arrival: D = {}
        self.leads: list[D] = []
        self.told = False
        self.zone: str | None = None
        self.settings: D = {}
        self.office: D = {}
        self.last40: dict[str, list[list[Any]]] = {}  # by person: lead, whether it was declined free

    def adds_up(self) -> None:
        for team in self.team.values():
            need(not team or sum(balance for balance, *_ in team.values()) == 0, "balances")

    def members(self, segment: str) -> dict[str, list[int]]:
        return self.team.setdefault(segment, {})

    def last(self, segment: str) -> int:
        return 1 + max((ticket for _, ticket, _ in self.members(segment).values()), default=0)

    def step(self, kind: str, number: int | None, say: D) -> None:
        if kind in ("handed", "imported"):
            need(number == len(self.leads) + 1, "number of the lead")
            self.leads.append({"number": number, "segment": say["segment"], "offers": [], "own": False})
            self.leads[-1] |= {
                "owner": say.get("owner"),
                "picked": say.get("picked"),
                "source": say["source"],
            }
            self.leads[-1] |= {
                "known": say["known"],
                "holder": None,
                "held": None,
                "closed": None,
                "end": None,
            }
            need(kind == "imported" or say["scheme"] == self.scheme[say["segment"]], "scheme")
            if kind == "imported":
                closed = say["closed_at"] or say["claimed_at"] or say["at"]
                self.leads[-1] |= {"holder": say["who"], "end": say, "closed": closed}
            if kind == "imported" and say["who"]:
                self.count(say["segment"], say["who"], say["outcome"], 1)
        elif number is not None:
            of_lead = getattr(self, f"lead_{kind}", None)
            if of_lead:
                of_lead(self.leads[number - 1], say)
        else:
            of_office = getattr(self, f"on_{kind}", None)
            if of_office:
                of_office(say)

    def count(self, segment: str, who: str, outcome: str, by: int) -> None:
        if outcome in ("won", "lost"):
            self.won.setdefault(segment, {}).setdefault(who, [0, 0])[outcome == "lost"] += by

    # members, schemes, presence

    def on_member_joined(self, say: D) -> None:
        need(say["who"] not in self.members(say["segment"]), "is there")
        ticket, moment = self.last(say["segment"]), self.moment.get(say["segment"], 0)
        self.members(say["segment"])[say["who"]] = [0, ticket, moment]

    def on_member_left(self, say: D) -> None:
        team = self.members(say["segment"])
        balance, *_ = team.pop(say["who"])
        need(say.get("left", balance) == balance, "what is left behind")
        self.moment[say["segment"]] = self.moment.get(say["segment"], 0) + ("left" in say)
        for place, who in enumerate(sorted(team)):
            team[who][0] += balance // len(team) + (1 if place < balance % len(team) else 0)

    def on_members_ordered(self, say: D) -> None:
        team = self.members(say["segment"])
        need(sorted(team) == sorted(say["order"]), "members")
        self.team[say["segment"]] = {who: team[who] for who in say["order"]}

    def on_scheme_switched(self, say: D) -> None:
        need(self.scheme.get(say["segment"]) == say["before"], "scheme before")
        self.scheme[say["segment"]] = say["after"]
        team = self.members(say["segment"])
        most = max((abs(balance) for balance, *_ in team.values()), default=0)
        if "furthest" in say:
            need(say["furthest"] == most, "the furthest")
            self.moment[say["segment"]] = self.moment.get(say["segment"], 0) + 1
            self.drawn.append((say["segment"], self.moment[say["segment"]], most))
        need(say["drawn_in"] is (most > WHOLE), "drawn in")
        if most > WHOLE:
            exact = {who: Fraction(one[0] * WHOLE, most) for who, one in team.items()}
            for who, one in team.items():
                one[0] = exact[who].numerator // exact[who].denominator
            missing = -sum(balance for balance, *_ in team.values())
            for who in sorted(team, key=lambda who: (team[who][0] - exact[who], who))[:missing]:
                team[who][0] += 1

    def on_reserve_changed(self, say: D) -> None:
        need(self.reserve.get(say["segment"]) == say["before"], "reserve before")
        self.reserve[say["segment"]] = say["after"]

    def on_weight_changed(self, say: D) -> None:
        self.weight[say["who"]] = round(say["after"] * 1000)

    def on_on(self, say: D) -> None:
        who = say["who"]
        self.paused.discard(who)
        self.arrival[who], self.since[who] = max(self.arrival.values(), default=0) + 1, self.at
        for segment, team in self.team.items():
            if who in team:
                team[who][1] = self.last(segment)

    def on_off(self, say: D) -> None:
        if say["until"] is None:
            self.paused.add(say["who"])

    def on_set_up(self, say: D) -> None:
        if "terms" in say:
            self.told = True
            self.office = say["terms"].get("office", self.office)
            self.zone = self.office.get("timezone")
            self.settings |= say["terms"].get("segments", {})

    def on_draw_announced(self, say: D) -> None:
        need((say["segment"], say["monday"]) not in self.draw, "announced")
        self.draw[say["segment"], say["monday"]] = {"promise": say["commitment"], "lots": {}, "order": None}
        mine = self.draw[say["segment"], say["monday"]]
        mine |= {"seals": {}, "thrower": say.get("thrower"), "until": say.get("throw_until"), "throw": None}
        mine["closes"] = say["draw_at"]

    def on_lot_thrown(self, say: D) -> None:
        draw = self.draw[say["segment"], say["monday"]]
        need(draw["order"] is None, "held")
        need(say["who"] not in draw["lots"] and say["who"] not in draw["seals"], "lot")
        need(("lot" in say) != ("seal" in say), "lot")
        which = "lots" if "lot" in say else "seals"
        draw[which][say["who"]] = say.get("lot", say.get("seal"))

    def on_draw_thrown(self, say: D) -> None:
        draw = self.draw[say["segment"], say["monday"]]
        need(draw["order"] is None and draw["throw"] is None and say["who"] == draw["thrower"], "throw")
        need(when(draw["closes"]) <= when(self.at) < when(draw["until"]), "throw in time")
        need(1 <= say["value"] <= {"slot": 64, "die": 6}[say["dice"]], "dice")
        draw["throw"] = f"{say['dice']}={say['value']}"

    def on_draw_opened(self, say: D) -> None:
        draw, team = self.draw[say["segment"], say["monday"]], list(self.members(say["segment"]))
        need(draw["order"] is None and say["members"] == team, "lots")
        need(
            {who: lot for who, lot in say["lots"].items() if who not in draw["seals"]} == draw["lots"], "lots"
        )
        need(set(say.get("salts", {})) == set(draw["seals"]), "salts")
        for who, salt in say.get("salts", {}).items():
            sealed = f"{salt}|{say['segment']}|{say['monday']}|{who}|{say['lots'][who]}"
            need(hashed(sealed) == draw["seals"][who], "seal")
        is_early = draw["thrower"] and not draw["throw"] and when(self.at) < when(draw["until"])
        need(not is_early, "before the throw")
        need(hashed(say["secret"]) == draw["promise"], "secret")
        lots = ",".join(f"{who}={say['lots'][who]}" for who in sorted(say["lots"]))
        front = f"{say['secret']}|{say['segment']}|{say['monday']}|{lots}|"
        front += f"{draw['throw'] or 'none'}|" if draw["thrower"] else ""
        draw["order"] = sorted(team, key=lambda who: hashed(front + who))
        need(say["order"] == draw["order"], "order")

    # leads

    def ringing(self, who: str) -> int:
        offers = [o for lead in self.leads for o in lead["offers"][-1:]]
        return sum(o["people"] == [who] and o["alone"] and o["over"] is None for o in offers)

    def end(self, offer: D) -> None:
        offer["over"] = self.at
        if offer["turn"]:
            payer = offer["turn"]["payer"]
            offer["turn"]["since"], self.since[payer] = self.since.get(payer), self.at

    def end_live(self, lead: D) -> None:
        if lead["offers"] and lead["offers"][-1]["over"] is None:
            self.end(lead["offers"][-1])

    def live(self, lead: D) -> D:
        offer: D = lead["offers"][-1]
        need(offer["over"] is None, "nobody is asked")
        return offer

    def paid(self, lead: D, who: str) -> list[D]:
        return [o for o in lead["offers"] if o["turn"] and o["turn"]["payer"] == who]

    def charge(self, lead: D, offer: D, turn: D | None) -> None:
        if turn is None:
            return
        team, payer = self.members(lead["segment"]), turn["payer"]
        need(not self.paid(lead, payer), "two turns")
        price = WHOLE * turn.get("price", MILLION) // MILLION
        gained = parts(turn["shares"], price)
        for who, units in gained.items():
            team[who][0] += units
        offer["turn"] = {"payer": payer, "gained": gained, "ticket": team[payer][1], "since": None}
        offer["turn"]["moment"] = self.moment.get(lead["segment"], 0)
        team[payer] = [team[payer][0] - price, self.last(lead["segment"]), team[payer][2]]

    def lead_given_back(self, lead: D, say: D) -> None:
        [offer] = self.paid(lead, say["who"])
        if say["cause"] == "accepted_reason":
            self.free(lead, say["who"], is_so=True)
        turn, offer["turn"] = offer["turn"], None
        team, who = self.members(lead["segment"]), say["who"]
        there = {one for one, (_, _, since) in team.items() if since <= turn["moment"]}
        if who in there:
            for one in there & set(turn["gained"]):
                units = turn["gained"][one]
                for segment, moment, most in self.drawn:
                    if segment == lead["segment"] and moment > turn["moment"]:
                        units = units * WHOLE // most
                team[one][0] -= units
                team[who][0] += units
            team[who][1] = min(team[who][1], turn["ticket"])
        if offer["over"] and self.since.get(who) == offer["over"]:
            self.since[who] = turn["since"]

    def lead_offered(self, lead: D, say: D) -> None:
        need(not lead["offers"] or lead["offers"][-1]["over"] is not None, "somebody is asked")
        self.check_choice(lead, say)
        step, people = say["step"], say["offered"]
        several = step in ("everyone", "pull") or (step == "offer" and len(people) > 1)
        offer = {
            "people": people,
            "alone": len(people) == 1 and step in ("offer", "owner"),
            "several": several,
            "step": step,
        }
        offer |= {"left": list(people), "over": None, "turn": None, "by": None}
        offer |= {"window": say.get("window", 0), "wanted": [], "until": None}
        self.charge(lead, offer, say["turn"])
        lead["offers"].append(offer)

    def lead_wanted(self, lead: D, say: D) -> None:
        offer, now = self.live(lead), when(self.at)
        need(say["who"] in offer["left"] and offer["window"], "asked")
        if "until" in say:
            need(now <= when(say["until"]) <= now + timedelta(seconds=offer["window"]), "window")
            offer["until"] = when(say["until"])
        else:
            need(offer["until"] is not None and say["who"] not in offer["wanted"], "window")
        if say["who"] not in offer["wanted"]:
            offer["wanted"].append(say["who"])

    def lead_clock_put_back(self, lead: D, _: D) -> None:
        last = lead["offers"][-1:]
        if last and last[0]["over"] is None and last[0].get("until"):
            last[0]["until"] = when(self.at)

    def check_window(self, lead: D, offer: D, say: D) -> None:
        if not offer.get("window"):
            need("among" not in say and "out" not in say, "window")
            return
        need(when(self.at) >= offer["until"] or set(offer["left"]) <= set(offer["wanted"]), "early")
        team, among = self.members(lead["segment"]), {c["id"]: c for c in say.get("among", [])}
        tapped = [who for who in team if who in offer["wanted"] and who in offer["left"]]
        need(sorted([*among, *say.get("out", {})]) == sorted(tapped), "who tapped")
        need(list(among) == [who for who in tapped if who in among] and bool(among), "among")
        for who, c in among.items():
            need(
                [c["credit"], c["ticket"]] == team[who][:2] and c["weight"] == self.weight.get(who, 1000),
                "place",
            )
            need(c.get("elsewhere", 0) == self.elsewhere(lead["segment"], who), "elsewhere")
        gains = parts({who: c["weight"] for who, c in among.items()})
        first = max(
            among, key=lambda who: (among[who]["credit"] + gains[who], among[who].get("elsewhere", 0))
        )
        need(first == say["who"], "who has it")

    def lead_claimed(self, lead: D, say: D) -> None:
        offer, turn, team = self.live(lead), say["turn"], self.members(lead["segment"])
        self.check_window(lead, offer, say)
        if offer["several"] and say["who"] in team:
            people = {who for who in (*offer["people"], say["who"]) if who in team}
            need(turn["payer"] == say["who"] and set(turn["shares"]) == people, "the price")
            self.check_by_weight(lead, turn)
        else:
            need(turn is None, "the price")
        if offer["step"] == "pull":
            self.check_pull(lead, say)
        self.charge(lead, offer, turn)
        offer["by"] = say["who"]
        self.noted(lead, offer)
        self.free(lead, say["who"], is_so=False)
        self.end(offer)
        lead |= {"holder": say["who"], "held": self.at}

    def check_pull(self, lead: D, say: D) -> None:
        who, now, today = say["who"], datetime.fromisoformat(self.at), say["today"]
        need(self.is_for(lead, who) and who not in self.paused, "not theirs to ask for")
        if self.zone:
            day = now.astimezone(ZoneInfo(self.zone)).date()
            had = [at for at in self.pulls.get(who, []) if at.astimezone(ZoneInfo(self.zone)).date() >= day]
            need(today == len(had), "today")
        need(not self.day_is_over(lead, today), "the day")
        for older in self.leads[: self.leads.index(lead)]:
            offer = older["offers"][-1] if older["offers"] else None
            if offer and offer["over"] is None and offer.get("step") == "pull" and self.is_for(older, who):
                asked = who in offer["left"] or older["segment"] == lead["segment"]
                need(not asked or self.day_is_over(older, today), "an older one waits")
        self.pulls.setdefault(who, []).append(now)

    def is_for(self, lead: D, who: str) -> bool:
        return who in self.members(lead["segment"]) and all(o["by"] != who for o in lead["offers"])

    def day_is_over(self, lead: D, today: int) -> bool:
        limit: int = self.settings.get(lead["segment"], {}).get("day_limit", 0)
        return 0 < limit <= today

    def answered(self, lead: D, people: list[str]) -> None:
        offer = self.live(lead)
        for who in people:
            offer["left"].remove(who)
        if not offer["left"]:
            self.end(offer)

    def noted(self, lead: D, offer: D) -> None:
        if offer["alone"] and offer["step"] == "offer":
            number, who = self.leads.index(lead), offer["people"][0]
            before = [one for one in self.last40.get(who, []) if one[0] != number]
            self.last40[who] = [*before, [number, False]][-40:]

    def free(self, lead: D, who: str, *, is_so: bool) -> None:
        for one in self.last40.get(who, []):
            if self.leads[one[0]] is lead:
                one[1] = is_so

    def lead_explained(self, lead: D, say: D) -> None:
        if say.get("counted") is not None:
            answers = self.last40.get(say["who"], [])
            need(say["counted"] == sum(one[1] for one in answers), "free declines")
            counts = any(self.leads[one[0]] is lead for one in answers) and bool(self.paid(lead, say["who"]))
            need(say["free"] is (counts and say["counted"] < say["norm"]), "free")

    def lead_declined(self, lead: D, say: D) -> None:
        self.noted(lead, self.live(lead))
        self.answered(lead, [say["who"]])

    def lead_undelivered(self, lead: D, say: D) -> None:
        self.answered(lead, [say["who"]])

    def lead_cut_short(self, lead: D, say: D) -> None:
        self.answered(lead, say["who"])

    def lead_lapsed(self, lead: D, _: D) -> None:
        self.noted(lead, self.live(lead))
        self.end(self.live(lead))

    def lead_withdrawn(self, lead: D, _: D) -> None:
        self.end_live(lead)
        for who in self.last40:
            self.free(lead, who, is_so=False)

    def lead_assigned(self, lead: D, say: D) -> None:
        self.end_live(lead)
        offer = {"people": [say["who"]], "alone": False, "several": False, "left": [], "over": None}
        offer |= {"turn": None, "by": say["who"]}
        if say["turn"]:
            need(say["turn"]["payer"] == say["who"], "the price")
            self.check_by_weight(lead, say["turn"])
        self.charge(lead, offer, say["turn"])
        self.end(offer)
        lead["offers"].append(offer)
        self.free(lead, say["who"], is_so=False)
        lead |= {"holder": say["who"], "held": self.at}

    lead_claimed_late = lead_assigned

    def lead_resegmented(self, lead: D, say: D) -> None:
        if "onward" in say:
            self.end_live(lead)
            lead |= {"holder": None, "held": None}
        for offer in lead["offers"]:
            offer["turn"] = None
        lead["segment"] = say["segment"]

    def lead_kept(self, lead: D, say: D) -> None:
        lead |= {"own": True, "holder": say["who"], "held": self.at}

    def lead_returned(self, lead: D, _: D) -> None:
        lead |= {"holder": None, "held": None}

    def lead_corrected(self, lead: D, say: D) -> None:
        if say["what"] == "source":
            lead["source"] = say.get("source")

    def lead_settled(self, lead: D, say: D) -> None:
        if say["bad"]:
            lead |= {"end": {"who": say["who"], "outcome": "bad"}, "closed": self.at}

    def lead_paused(self, _: D, say: D) -> None:
        self.paused.add(say["who"])

    def lead_closed(self, lead: D, say: D) -> None:
        lead |= {"end": say, "closed": self.at}
        if not lead["own"]:
            self.count(lead["segment"], say["who"], say["outcome"], 1)

    def lead_reopened(self, lead: D, say: D) -> None:
        if lead["end"] and not lead["own"]:
            self.count(lead["segment"], lead["end"]["who"], lead["end"]["outcome"], -1)
        lead |= {"end": None, "closed": None}
        if say["turn"]:
            self.check_by_weight(lead, say["turn"])
            self.charge(lead, [o for o in lead["offers"] if o["by"] == say["who"]][-1], say["turn"])

    # choices

    def check_by_weight(self, lead: D, turn: D) -> None:
        rule = self.scheme[lead["segment"]]
        if rule == "manual":
            rule = self.reserve.get(lead["segment"]) or "balance"
        if rule in KNOWN - {"conversion"}:
            need(turn["shares"] == {who: self.weight.get(who, 1000) for who in turn["shares"]}, "shares")

    def check_choice(self, lead: D, say: D) -> None:
        segment, step = lead["segment"], say["step"]
        if step in ("owner", "head", "director"):
            need("candidates" not in say and say["turn"] is None, "nobody chooses there")
            need(step != "owner" or say["offered"] == [lead["owner"]], "the owner")
            return
        here = {c["id"]: c for c in say["candidates"]}
        self.check_people(segment, here, say)
        if step == "everyone":
            need(say["offered"] == list(here) and say["turn"] is None, "everybody")
            return
        own = self.scheme[segment]
        rule = (
            self.reserve.get(segment)
            if own == "manual" and not say.get("heads") and say["scheme"] != own
            else own
        )
        need(say["scheme"] == rule, "scheme")
        if rule not in KNOWN:
            return
        if rule == "worth":
            need(say.get("sold", [0] * 4) == self.sold(lead), "what came of such leads")
        people, reason, figures, weights, fair = self.choice(rule, segment, here, {**say, "the_lead": lead})
        need((say["offered"], say["reason"], say["figures"]) == (people, reason, figures), "choice")
        need(say.get("fair") == fair, "fair")
        need((step == "pull") is (rule == "next"), "the step")
        if step in ("choose", "pull") or len(people) > 1 or self.paid(lead, people[0]):
            need(say["turn"] is None, "the price")
            return
        for who in (who for who, why in say["out"].items() if why == "ringing"):
            here[who] = {"id": who, "weight": self.weight.get(who, 1000), "credit": 0}
        if weights is not None:
            weights = self.millionths(here, say)
        weights = weights or {who: c["weight"] for who, c in here.items()}
        turn = {"payer": people[0], "shares": weights}
        if rule == "worth" and self.price(lead, say) != MILLION:
            turn["price"] = self.price(lead, say)
        need(say["turn"] == turn, "the price")

    def check_people(self, segment: str, here: D, say: D) -> None:
        team = self.members(segment)
        need(set(here) | set(say["out"]) == set(team) and len(here) + len(say["out"]) == len(team), "members")
        need(list(here) == [who for who in team if who in here], "order")
        idle = "longest_idle" in (self.scheme[segment], self.reserve.get(segment))
        for who, c in here.items():
            need(who not in self.paused, "paused")
            need(
                [c["credit"], c["ticket"]] == team[who][:2] and c["weight"] == self.weight.get(who, 1000),
                "standing",
            )
            if idle:
                need(moment(c.get("idle_since")) == moment(self.since.get(who)), "idle")
                need(c.get("ringing", 0) == self.ringing(who), "ringing")
                need(c.get("arrival", 0) == self.arrival.get(who, 0), "arrival")
        if "half_life" in (say.get("settings") or {}) and not say.get("records"):
            need(
                (say.get("weighed") or {}) == self.weighed(segment, say["settings"]), "what came of the leads"
            )
        elif say.get("records") or say["scheme"] == "conversion":
            need((say.get("records") or {}) == self.won.get(segment, {}), "records")
        known = self.office | self.settings.get(segment, {})
        told = {name: say[name] for name in ("floor", "min_sample") if say.get(name) is not None}
        for name, value in (told | (say.get("settings") or {})).items():
            need(known.get(name, value) == value, "settings")
        if "drawn" in say or say["scheme"] == self.scheme[segment] == "lottery":
            need(say.get("drawn", []) in self.days_order(segment), "drawn")

    def days_order(self, segment: str) -> list[list[str]]:
        now, found = datetime.fromisoformat(self.at), []
        here = (
            [now.astimezone(ZoneInfo(self.zone))]
            if self.zone
            else [now + timedelta(hours=h) for h in (-12, 0, 14)]
        )
        for day in (one.date() for one in here):
            draw = self.draw.get((segment, str(day - timedelta(days=day.weekday()))))
            order = (draw and draw["order"]) or []
            at, team = day.weekday() % len(order) if order else 0, list(self.members(segment))
            rest = [who for who in team if who not in order] if order else []
            found.append([who for who in order[at:] + order[:at] if who in team] + rest)
        return found

    def choice(self, rule: str, segment: str, here: D, say: D) -> tuple[Any, ...]:
        by_weight = {who: c["weight"] for who, c in here.items()}
        if rule == "worth":
            price = WHOLE * self.price(say["the_lead"], say) // MILLION
            people, figures = self.behind(segment, here, by_weight, price)
            return people, "by_worth", figures, None, None
        if rule in ("balance", "duty", "secretary", "conversion"):
            weights = self.millionths(here, say) if rule == "conversion" else None
            people, figures = self.behind(segment, here, weights or by_weight)
            reason = (
                "by_conversion"
                if weights
                else "on_duty"
                if rule == "duty" and len(here) == 1
                else "most_behind"
            )
            if rule == "secretary" and say.get("picked") in here:
                return [say["picked"]], "picked", figures, None, people[0]
            return people, reason, figures, weights, None
        return self.by_place(rule, segment, here, say)

    def sold(self, lead: D) -> list[int]:
        """Of the last 52 weeks: won and lost of this lead's sort, then of all."""
        now, found = week(datetime.fromisoformat(self.at)), [0, 0, 0, 0]
        for one in self.leads:
            who, end = one["holder"], one["end"] and one["end"]["outcome"]
            if one["segment"] != lead["segment"] or one["own"] or who is None or who == one["owner"]:
                continue
            if end in ("won", "lost") and 1 <= now - week(datetime.fromisoformat(one["closed"])) <= 52:
                alike = (one["source"], one["known"]) == (lead["source"], lead["known"])
                found = [
                    n + (end == how) * ok
                    for n, how, ok in zip(found, ENDS, (alike, alike, 1, 1), strict=True)
                ]
        return found

    def price(self, lead: D, say: D) -> int:
        won, lost, all_won, all_lost = self.sold(lead)
        least = say["settings"]["min_sample"]
        if not all_won or not won + lost + least:
            return MILLION
        p = Fraction(all_won, all_won + all_lost)
        exact = (won + least * p) / (won + lost + least) / p
        return min(max(int(MILLION * exact), 200_000), 5_000_000)

    def by_place(self, rule: str, segment: str, here: D, say: D) -> tuple[Any, ...]:
        if rule == "lottery":
            drawn = say.get("drawn", [])
            there = [who for who in drawn if who in here]
            if there:
                return there[:1], "drawn", {who: drawn.index(who) + 1 for who in there}, None, None
            weights = {who: c["weight"] for who, c in here.items()}
            people, figures = self.behind(segment, here, weights)
            return people, "not_drawn", figures, None, None
        if rule == "next":
            return list(here), "to_be_asked_for", {}, None, None
        if rule == "grab":
            return list(here), "all_at_once", {}, None, None
        if rule == "manual":
            return say["heads"], "head_chooses", {}, None, None
        if rule == "queue":
            line = sorted(here, key=lambda who: here[who]["ticket"])
        else:
            line = sorted(here, key=lambda who: waits(here[who]))
        reason = "first_in_line" if rule == "queue" else rule
        return line[:1], reason, {who: n for n, who in enumerate(line, 1)}, None, None

    def behind(self, segment: str, here: D, weights: D, price: int = 0) -> tuple[list[str], D]:
        gain = parts(weights, price)
        figures = {who: c["credit"] + gain[who] for who, c in here.items()}
        shown = any("elsewhere" in c for c in here.values())
        best = max(figures.values())
        tied = [who for who in here if figures[who] == best]
        owed = {who: self.elsewhere(segment, who) for who in here}
        if shown:
            need(all(c.get("elsewhere", 0) == owed[who] for who, c in here.items()), "elsewhere")
        if shown or self.told:
            tied = [who for who in tied if owed[who] == max(owed[one] for one in tied)]
        return tied[:1], figures

    def elsewhere(self, segment: str, who: str) -> int:
        return sum(team[who][0] for name, team in self.team.items() if name != segment and who in team)

    def weighed(self, segment: str, settings: D) -> D:
        """Won, lost, expected, stale of each, as the page says it."""
        now = datetime.fromisoformat(self.at)
        rows: list[tuple[str, tuple[str | None, bool], int, int, int]] = []
        for lead in self.leads:
            who = lead["holder"]
            if lead["segment"] != segment or lead["own"] or who is None or who == lead["owner"]:
                continue
            end, kind = lead["end"] and lead["end"]["outcome"], (lead["source"], lead["known"])
            if end in ("won", "lost"):
                age = week(now) - week(datetime.fromisoformat(lead["closed"]))
                worth = counts_still(age, settings["half_life"])
                rows.append((who, kind, worth * (end == "won"), worth * (end == "lost"), 0))
            elif lead["end"] is None and lead["held"] and settings["stale_after"]:
                late = (
                    datetime.fromisoformat(lead["held"]) + timedelta(seconds=settings["stale_after"]) <= now
                )
                rows.append((who, kind, 0, MILLION * late, int(late)))
        return self.against(rows, settings["min_sample"])

    def against(self, rows: list[tuple[str, tuple[str | None, bool], int, int, int]], k: int) -> D:
        of = {
            kind: (sum(r[2] for r in rows if r[1] == kind), sum(r[3] for r in rows if r[1] == kind))
            for _, kind, *_ in rows
        }
        won, all_of = sum(w for w, _ in of.values()), sum(w + no for w, no in of.values())
        if not all_of:
            return {}
        p = Fraction(won, all_of)
        found: D = {}
        for who in {r[0] for r in rows}:
            own = [r for r in rows if r[0] == who and r[2] + r[3]]
            if own:
                due = sum(
                    (
                        (r[2] + r[3]) * (of[r[1]][0] + k * MILLION * p) / (sum(of[r[1]]) + k * MILLION)
                        for r in own
                    ),
                    Fraction(0),
                )
                found[who] = [sum(r[2] for r in own), sum(r[3] for r in own), round(due * MILLION)]
                found[who].append(sum(r[4] for r in own))
        return found

    def millionths(self, here: D, say: D) -> D:
        total = sum(c["weight"] for c in here.values())
        w = {who: Fraction(c["weight"], total) for who, c in here.items()}
        settings = say.get("settings") or {}
        old = bool(say.get("records"))
        k = (say.get("min_sample") if old else settings.get("min_sample")) or 0
        if not old and "min_sample" not in settings:
            k = 20
        rate = (
            self.old_rates(here, say["records"], k) if old else self.rates(here, say.get("weighed") or {}, k)
        )
        least = Fraction(str(say.get("floor", 0.5) if old else settings.get("floor", 0.5)))
        most = None if old else settings.get("ceiling")
        due = {who: w[who] * rate[who] for who in here}
        due = bounded(due, w, least, Fraction(str(most)) if most else None) if any(due.values()) else w
        return {who: max(1, round(1_000_000 * due[who])) for who in here}

    def old_rates(self, here: D, records: D, k: int) -> D:
        closed, won = sum(map(sum, records.values())), sum(one[0] for one in records.values())
        p = Fraction(won, closed) if closed else Fraction(0)
        found: D = {}
        for who in here:
            yes, no = records.get(who, (0, 0))
            found[who] = p if yes + no < max(k, 1) else (yes + k * p) / (yes + no + k)
        return found

    def rates(self, here: D, came: D, k: int) -> D:
        won, closed = sum(one[0] for one in came.values()), sum(one[0] + one[1] for one in came.values())
        p = Fraction(won, closed) if closed else Fraction(0)
        found: D = {}
        for who in here:
            yes, no, due, _ = came.get(who, (0, 0, 0, 0))
            base = Fraction(due, MILLION) + k * p * MILLION
            enough = yes + no >= max(k, 1) * MILLION and base
            found[who] = p * (yes + k * p * MILLION) / base if enough else p
        return found


def bounded(due: D, w: D, least: Fraction, most: Fraction | None) -> D:
    fixed: D = {}
    while len(fixed) < len(due):
        free = {who: due[who] for who in due if who not in fixed}
        if not any(free.values()):
            free = {who: w[who] for who in free}
        rest, of = 1 - sum(fixed.values()), sum(free.values())
        now = {who: rest * x / of for who, x in free.items()}
        low = {who: least * w[who] for who in now if now[who] < least * w[who]}
        high = {who: most * w[who] for who in now if most is not None and now[who] > most * w[who]}
        if not low and not high:
            return fixed | now
        up, down = sum(low[who] - now[who] for who in low), sum(now[who] - high[who] for who in high)
        fixed |= low if up >= down else high
    return fixed


def week(at: datetime) -> int:
    return (at.astimezone(UTC).date() - date(1, 1, 1)).days // 7


def counts_still(weeks: int, half_life: float) -> int:
    if not half_life:
        return MILLION
    life = Fraction(max(weeks, 0) * 604800, int(half_life))
    whole = int(life)
    worth = int(MILLION * (1 - (life - whole) / 2) / 2**whole)
    return worth if worth >= 1000 else 0


MILLION = 1_000_000
KNOWN = {
    "balance",
    "conversion",
    "duty",
    "grab",
    "longest_idle",
    "lottery",
    "manual",
    "next",
    "queue",
    "secretary",
    "worth",
}
ENDS = ("won", "lost", "won", "lost")


def waits(c: D) -> tuple[int, bool, datetime, int]:
    since = moment(c.get("idle_since"))
    never = datetime.fromisoformat("1970-01-01T00:00:00+00:00")
    return c.get("ringing", 0), since is not None, since or never, c.get("arrival", 0)


def moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def hashed(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
