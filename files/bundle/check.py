#!/usr/bin/env python3
"""Checks a ledger of Fairlead without Fairlead: nothing but Python 3.11 and this one file is needed.

    python3 check.py [ledger.jsonl] [--head NUMBER:SEAL]

It reads the entries from the first to the last. Each must be sealed onto the one before; balances, places in the line
and closing records are kept anew from the entries alone; every choice that a rule has made is made again from what the
entry says it was made from, and that must be what the entries before say; every turn must cost what it must cost, and a
turn that is given back must have been charged; every draw is drawn again. In words the rules stand in docs/ledger.md.

The last line is the head: the number and the seal of the last entry. Compare it with one that was published.
Exit code 0: it holds. 1: it does not, and the first entry that does not is named. 2: there is nothing to read.

What this program does not check, for no entry says it or it decides no share: whether somebody was out of reach, full,
off duty or outside their hours; whether an answer came in time; how an office's settings came about; what of a duty
people agreed on. `python -m bot verify`, which has the database, checks more.
"""

import json
import sys
from collections import Counter
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from hashlib import sha256
from math import lcm
from pathlib import Path
from types import SimpleNamespace
from zoneinfo import ZoneInfo

LEAD = lcm(*range(1, 51))  # units in one lead
MILLION = 1_000_000
WINDOW = 40  # so many answers of a person count when declines are to be free
EVER = datetime.min.replace(tzinfo=UTC)


class DoesNotHoldError(Exception):
    pass


def same(what, told, expected):
    if told != expected:
        raise DoesNotHoldError(f"{what} is {told!r}, but must be {expected!r}"[:300])


# The chain


def text(value):
    """JSON with sorted keys and without spaces: the one spelling that is sealed."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def seal_of(previous, entry):
    head = text({name: entry[name] for name in ("seq", "at", "kind", "lead")})
    return sha256(f"{previous}\n{head}\n{entry['body']}".encode()).hexdigest()


# Shares


def split(weights, whole=LEAD):
    """One lead by weight in whole units; what is left over goes to the largest remainders, alike ones by id."""
    total = sum(weights.values())
    parts = {who: whole * weight // total for who, weight in weights.items()}
    left = whole - sum(parts.values())
    for who in sorted(weights, key=lambda who: (-(whole * weights[who] % total), who))[:left]:
        parts[who] += 1
    return parts


def end_of(line):
    return max((member.ticket for member in line.values()), default=0) + 1


# The schemes. Each makes of an entry's evidence: who is offered the lead, for which reason, by which figures, and by
# which weights the turn is shared out (None: by the candidates' own).


def balance(seen, reason="most_behind", weights=None, whole=LEAD):
    weights = weights or {c["id"]: c["weight"] for c in seen.candidates}
    gains = split(weights, whole)
    behind = {c["id"]: c["credit"] + gains[c["id"]] for c in seen.candidates}
    elsewhere = {c["id"]: seen.elsewhere(c) for c in seen.candidates}
    first = max(behind, key=lambda who: (behind[who], elsewhere[who]))  # of several alike the first in order
    return [first], reason, behind, None


def worth(seen):
    return balance(seen, "by_worth", whole=LEAD * price_of(seen.sold, seen.min_sample) // MILLION)


def price_of(sold, least):
    """What a lead of this kind costs, in millionths of an ordinary one: the rates of its kind and of all, shrunk."""
    won, lost, all_won, all_lost = sold or (0, 0, 0, 0)
    if not all_won or not won + lost + least:
        return MILLION
    above, below = won * (all_won + all_lost) + least * all_won, (won + lost + least) * all_won
    return min(max(MILLION * above // below, MILLION // 5), 5 * MILLION)


def queue(seen):
    line = sorted(seen.candidates, key=lambda c: c["ticket"])
    return [line[0]["id"]], "first_in_line", places(line), None


def longest_idle(seen):
    def waits(c):
        return c.get("ringing", 0), moment(c.get("idle_since")) or EVER, c.get("arrival", 0)

    line = sorted(seen.candidates, key=waits)
    return [line[0]["id"]], "longest_idle", places(line), None


def zone_of(name):
    try:
        return ZoneInfo(name)
    except (LookupError, TypeError, ValueError):  # a computer without time zones knows the day less exactly
        return None


def places(line):
    return {c["id"]: place for place, c in enumerate(line, 1)}


def duty(seen):
    return balance(seen, "on_duty" if len(seen.candidates) == 1 else "most_behind")


def lottery(seen):
    here = {c["id"] for c in seen.candidates}
    order = [who for who in seen.drawn if who in here]
    if not order:
        return balance(seen, "not_drawn")
    return [order[0]], "drawn", {who: n for n, who in enumerate(seen.drawn, 1) if who in here}, None


def grab(seen):
    return [c["id"] for c in seen.candidates], "all_at_once", {}, None


def pull(seen):
    return [c["id"] for c in seen.candidates], "to_be_asked_for", {}, None


def secretary(seen):
    fair = balance(seen)
    if seen.picked not in {c["id"] for c in seen.candidates}:
        return fair
    return [seen.picked], "picked", fair[2], None


def manual(seen):
    return (seen.heads, "head_chooses", {}, None) if seen.heads else None


def conversion(seen):
    weights = {c["id"]: c["weight"] for c in seen.candidates}
    floor, ceiling = Fraction(str(seen.floor)), seen.ceiling and Fraction(str(seen.ceiling))
    of_old = bool(seen.records)
    rates = (rates_of_old if of_old else rates_against_expected)(
        weights, seen.records or seen.weighed, seen.min_sample
    )
    due = by_rate(weights, rates, floor, None if of_old else ceiling)
    millionths = {who: max(round(part * 1_000_000), 1) for who, part in due.items()}
    offered, reason, figures, _ = balance(seen, "by_conversion", millionths)
    return offered, reason, figures, millionths


def rates_of_old(people, records, least):
    """Closing rates as they were before records faded: shrunk towards the team's."""
    closed = sum(won + lost for won, lost in records.values())
    team = Fraction(sum(won for won, _ in records.values()), closed) if closed else Fraction(0)

    def rate(won, lost):
        return team if won + lost < max(least, 1) else (won + least * team) / (won + lost + least)

    return {who: rate(*records.get(who, (0, 0))) for who in people}


def rates_against_expected(people, weighed, least):
    """What somebody has sold against what the team would have sold of the same leads, shrunk; in millionths."""
    closed = sum(won + lost for won, lost, *_ in weighed.values())
    team = Fraction(sum(won for won, *_ in weighed.values()), closed) if closed else Fraction(0)
    before = least * team * MILLION

    def factor(won, lost, expected, _):
        wanted = Fraction(expected, MILLION) + before
        return Fraction(1) if won + lost < max(least, 1) * MILLION or not wanted else (won + before) / wanted

    return {who: team * factor(*weighed.get(who, (0, 0, 0, 0))) for who in people}


def by_rate(weights, rates, floor, ceiling):
    """Parts by weight times rate; nobody gets less than `floor`, nor more than `ceiling`, of their part by weight."""
    total = sum(weights.values())
    by_weight = {who: Fraction(weight, total) for who, weight in weights.items()}
    wanted = {who: part * rates[who] for who, part in by_weight.items()}
    if not any(wanted.values()):
        return by_weight
    settled = {}
    while True:  # who is outside is put on the bound; the others share what is left, and may then be outside
        rest = {who: want for who, want in wanted.items() if who not in settled}
        if not any(rest.values()):
            rest = {who: by_weight[who] for who in rest}
        if not rest:
            return {who: settled[who] for who in wanted}
        left, of = 1 - sum(settled.values()), sum(rest.values())
        others = {who: left * want / of for who, want in rest.items()}
        below = {who: floor * by_weight[who] for who in others if others[who] < floor * by_weight[who]}
        above = {
            who: ceiling * by_weight[who]
            for who in others
            if ceiling and others[who] > ceiling * by_weight[who]
        }
        if not below and not above:
            return {who: settled.get(who, others.get(who)) for who in wanted}
        lifted = sum(least - others[who] for who, least in below.items())
        held = sum(others[who] - most for who, most in above.items())
        settled.update(below if lifted >= held else above)


SCHEMES = {
    "balance": balance,
    "conversion": conversion,
    "duty": duty,
    "grab": grab,
    "longest_idle": longest_idle,
    "lottery": lottery,
    "manual": manual,
    "next": pull,
    "queue": queue,
    "secretary": secretary,
    "worth": worth,
}


class Office:
    """An office as the entries tell it; `take` them in turn."""

    def __init__(self):
        self.segments = {}
        self.people = {}
        self.leads = {}
        self.by_total = (
            False  # since there are `terms`, who is behind alike is told apart by all segments together
        )
        self.settings = {}  # the office's
        self.zone = None  # where no entry tells of it, or this computer does not know it
        self.counts = Counter()
        self.lying = set()  # numbers of leads that wait to be asked for
        self.unknown = set()  # schemes that this program does not know

    def take(self, entry):
        self.at = entry["at"]
        body = json.loads(entry["body"])
        same("its text", entry["body"], text(body))
        kind = entry["kind"]
        if kind in OF_LEADS:
            lead = self.leads.get(entry["lead"])
            if kind in ("handed", "imported"):
                same("the number of the lead", entry["lead"], len(self.leads) + 1)
            elif lead is None:
                raise DoesNotHoldError(f"lead {entry['lead']} has not been handed over")
            OF_LEADS[kind](self, lead, SimpleNamespace(kind=kind, **{name: body[name] for name in body}))
        elif kind in OF_OFFICE:
            same("the lead", entry["lead"], None)
            OF_OFFICE[kind](self, body)
        elif kind not in WITHOUT_EFFECT:
            raise DoesNotHoldError(f"there is no entry of the kind {kind!r}")

    def segment(self, name):
        new = {
            "moment": 0,
            "drawings": [],
            "team": {},
            "records": {},
            "scheme": None,
            "reserve": None,
            "draws": {},
            "settings": {},
        }
        return self.segments.setdefault(name, SimpleNamespace(name=name, **new))

    def person(self, who):
        new = {
            "weight": 1000,
            "paused": None,
            "idle": None,
            "ringing": 0,
            "arrival": 0,
            "answers": [],
            "pulls": [],
        }
        return self.people.setdefault(who, SimpleNamespace(**new))

    def team_of(self, lead):
        return self.segment(lead.segment).team

    # Turns

    def charge(self, lead, offer, turn):
        """What it costs is shared out among all who could have had it; the payer pays it and goes to the end."""
        if turn is None:
            return
        team, payer = self.team_of(lead), turn["payer"]
        for who in (payer, *turn["shares"]):
            if who not in team:
                raise DoesNotHoldError(f"it moves the balance of {who}, who is not in segment {lead.segment}")
        if any(one.turn and one.turn.payer == payer for one in lead.offers):
            raise DoesNotHoldError(f"it charges {payer} a second turn for one lead")
        price = LEAD * turn.get("price", MILLION) // MILLION
        gained = split(turn["shares"], price)
        for who, units in gained.items():
            team[who].credit += units
        moment = self.segment(lead.segment).moment
        offer.turn = SimpleNamespace(
            payer=payer, gained=gained, ticket=team[payer].ticket, idle=None, moment=moment
        )
        team[payer].credit -= price
        team[payer].ticket = end_of(team)

    def give_back(self, lead, said):
        """The reverse, among those who have been there ever since; what was drawn in since is drawn in here, too."""
        offer = next((o for o in lead.offers if o.turn and o.turn.payer == said.who), None)
        if offer is None:
            raise DoesNotHoldError(f"it gives a turn back to {said.who}, who was charged none")
        segment, turn, payer = self.segment(lead.segment), offer.turn, self.person(said.who)
        there = {who: m for who, m in segment.team.items() if m.since <= turn.moment}
        if said.who in there:
            for who, units in drawn_in(segment, turn):
                if who in there:
                    there[who].credit -= units
                    there[said.who].credit += units
            there[said.who].ticket = min(there[said.who].ticket, turn.ticket)
        if said.cause == "accepted_reason":
            self.turn_over(lead, said.who, free=True)
        if offer.closed and payer.idle == offer.closed:
            payer.idle = turn.idle
        offer.turn = None

    # Free declines: so many of somebody's last answers. A number below nothing is that of a lead declined free.

    def answers(self, lead, offer):
        if offer.alone and offer.by_rule:
            person = self.person(offer.people[0])
            person.answers = [*(one for one in person.answers if abs(one) != lead.number), lead.number][
                -WINDOW:
            ]

    def turn_over(self, lead, who, free):
        person, number = self.person(who), lead.number
        person.answers = [
            number * (-1 if free else 1) if abs(one) == number else one for one in person.answers
        ]

    def explained(self, lead, said):
        counted = getattr(said, "counted", None)
        if counted is None:
            return
        answers = self.person(said.who).answers
        same("how many declines were free before", counted, sum(one < 0 for one in answers))
        paid = any(offer.turn and offer.turn.payer == said.who for offer in lead.offers)
        same(
            "whether the decline is free", said.free, paid and lead.number in answers and counted < said.norm
        )

    # The life of a lead, as far as shares and waiting go

    def finish(self, offer):
        """An offer is over: whoever had it alone is free for another, whoever pays for it waits anew."""
        offer.closed = self.at
        self.wait_anew(offer)
        if offer.alone:
            self.person(offer.people[0]).ringing -= 1

    def wait_anew(self, offer):
        if offer.turn:
            payer = self.person(offer.turn.payer)
            offer.turn.idle, payer.idle = payer.idle, self.at

    def handed(self, lead, said):
        scheme = self.segment(said.segment).scheme
        if said.kind == "handed":
            same("the scheme", said.scheme, scheme)
        new = {"offers": [], "own": False, "closed": None, "picked": getattr(said, "picked", None)}
        lead = SimpleNamespace(segment=said.segment, owner=getattr(said, "owner", None), **new)
        lead.source, lead.known, lead.holder, lead.held_at, lead.open = (
            said.source,
            said.known,
            None,
            None,
            False,
        )
        lead.number = len(self.leads) + 1
        self.leads[lead.number] = lead
        if said.kind == "imported":
            lead.holder, lead.closed = said.who, said
            lead.closed_at = said.closed_at or said.claimed_at or said.at
            if said.who and said.outcome in ("won", "lost"):
                self.record(lead, said.who, said.outcome, 1)

    def offered(self, lead, said):
        if live(lead):
            raise DoesNotHoldError("it is offered while an offer of it waits for an answer")
        check_offer(self, lead, said)
        offer = new_offer(said.offered, said.step)
        offer.window = getattr(said, "window", 0)
        self.charge(lead, offer, said.turn)
        lead.offers.append(offer)
        offer.by_rule = said.step == "offer"
        if said.step == "pull":
            self.lying.add(lead.number)
        if offer.alone:
            self.person(offer.people[0]).ringing += 1

    def claimed(self, lead, said):
        offer = must_be_live(lead)
        if offer.window:
            check_window(self, lead, offer, said)
        elif hasattr(said, "among"):
            raise DoesNotHoldError("it was decided among several, but the first to tap had it")
        check_claim(self, lead, offer, said)
        if offer.step == "pull":
            check_pull(self, lead, said)
        self.charge(lead, offer, said.turn)
        offer.claimed = said.who
        self.answers(lead, offer)
        self.finish(offer)
        self.hold(lead, said.who)

    def wanted(self, lead, said):
        offer = must_be_live(lead)
        if said.who not in offer.people or said.who in offer.answered or not offer.window:
            raise DoesNotHoldError(f"it is not for {said.who} to want it")
        until, now = moment(getattr(said, "until", None)), moment(self.at)
        if until is None and (offer.until is None or said.who in offer.wanted):
            raise DoesNotHoldError(f"{said.who} wants it out of time, or twice")
        if until and not now <= until <= now + timedelta(seconds=offer.window):
            raise DoesNotHoldError("it is decided at a wrong time")
        offer.until = until or offer.until
        offer.wanted.add(said.who)

    def put_back(self, lead, said):
        """The clock was: an open window is over from here on."""
        if live(lead) and live(lead).until:
            live(lead).until = moment(self.at)

    def by_hand(self, lead, said):
        """`assigned`, `claimed_late`: whoever is asked is asked no more, and the lead is in these hands."""
        if live(lead):
            self.finish(live(lead))
        check_shares(self, lead, said.turn, said.who)
        offer = new_offer([said.who], said.kind)
        offer.claimed, offer.closed = said.who, self.at
        self.charge(lead, offer, said.turn)
        self.wait_anew(offer)
        lead.offers.append(offer)
        self.hold(lead, said.who)

    def hold(self, lead, who):
        lead.holder, lead.held_at, lead.open = who, self.at, True
        self.turn_over(lead, who, free=False)

    def let_go(self, lead, said):
        lead.holder, lead.open = None, False

    def corrected(self, lead, said):
        if said.what == "source":
            lead.source = getattr(said, "source", None)

    def answered(self, lead, said):
        offer = must_be_live(lead)
        for who in said.who if said.kind == "cut_short" else [said.who]:
            if who not in offer.people or who in offer.answered:
                raise DoesNotHoldError(f"it is not offered to {who}")
            offer.answered.add(who)
            if said.kind == "declined":
                self.answers(lead, offer)
        if len(offer.answered) == len(offer.people):
            self.finish(offer)

    def lapsed(self, lead, said):
        self.answers(lead, must_be_live(lead))
        self.finish(must_be_live(lead))

    def withdrawn(self, lead, said):
        if live(lead):
            self.finish(live(lead))
        for who in {one for offer in lead.offers for one in offer.answered}:
            self.turn_over(lead, who, free=False)

    def resegmented(self, lead, said):
        """What it has cost by then stays paid where it was charged."""
        if said.__dict__.get("onward") and live(lead):
            self.finish(live(lead))
        if said.__dict__.get("onward"):
            self.let_go(lead, said)
        for offer in lead.offers:
            offer.turn = None
        lead.segment = said.segment

    def kept(self, lead, said):
        lead.own = True
        self.hold(lead, said.who)

    def paused(self, lead, said):
        self.person(said.who).paused = "lapsed"

    def closed(self, lead, said):
        lead.closed, lead.closed_at, lead.open = said, self.at, False
        if not lead.own:
            self.record(lead, said.who, said.outcome, 1)

    def settled(self, lead, said):
        if said.bad:
            lead.closed, lead.open = SimpleNamespace(outcome="bad"), False

    def reopened(self, lead, said):
        before, lead.closed, lead.open = lead.closed, None, True
        if before and before.outcome != "bad" and not lead.own:
            self.record(lead, before.who, before.outcome, -1)
        if said.turn:
            check_shares(self, lead, said.turn, said.who)
            self.charge(lead, next(o for o in reversed(lead.offers) if o.claimed == said.who), said.turn)

    def record(self, lead, who, outcome, times):
        won, lost = self.segment(lead.segment).records.get(who, (0, 0))
        won, lost = won + times * (outcome == "won"), lost + times * (outcome == "lost")
        self.segment(lead.segment).records[who] = won, lost

    # Who shares the leads

    def weighed(self, said):
        self.person(said["who"]).weight = round(said["after"] * 1000)

    def on(self, said):
        person = self.person(said["who"])
        person.paused, person.idle = None, self.at
        person.arrival = max(p.arrival for p in self.people.values()) + 1
        for segment in self.segments.values():
            if said["who"] in segment.team:
                segment.team[said["who"]].ticket = end_of(segment.team)

    def off(self, said):
        if said["until"] is None:
            self.person(said["who"]).paused = "paused"

    def joined(self, said):
        segment = self.segment(said["segment"])
        if said["who"] in segment.team:
            raise DoesNotHoldError(f"{said['who']} joins, but is in it already")
        segment.team[said["who"]] = SimpleNamespace(
            credit=0, ticket=end_of(segment.team), since=segment.moment
        )

    def left(self, said):
        """Their balance is shared out evenly, down to whole units; what is left over by id."""
        segment = self.segment(said["segment"])
        team = segment.team
        if said["who"] not in team:
            raise DoesNotHoldError(f"{said['who']} leaves, but is not in it")
        credit = team.pop(said["who"]).credit
        if "left" in said:  # since entries tell it, whoever joins after it joins anew
            same("the balance that is left behind", said["left"], credit)
            segment.moment += 1
        each, rest = divmod(credit, len(team) or 1)
        for place, who in enumerate(sorted(team)):
            team[who].credit += each + (place < rest)

    def ordered(self, said):
        segment = self.segment(said["segment"])
        same("who is in the segment", sorted(said["order"]), sorted(segment.team))
        segment.team = {who: segment.team[who] for who in said["order"]}

    def switched(self, said):
        """Balances beyond a lead are drawn in, until the furthest is one lead away."""
        segment = self.segment(said["segment"])
        same("the scheme before", said["before"], segment.scheme)
        segment.scheme, team = said["after"], segment.team
        furthest = max((abs(m.credit) for m in team.values()), default=0)
        same("whether balances are drawn in", said["drawn_in"], furthest > LEAD)
        if (
            "furthest" in said
        ):  # since entries tell it, turns from before are drawn in, too, when they are given back
            same("the furthest balance", said["furthest"], furthest)
            segment.moment += 1
            segment.drawings.append((segment.moment, furthest))
        if furthest > LEAD:
            rest = {who: m.credit * LEAD % furthest for who, m in team.items()}
            for member in team.values():
                member.credit = member.credit * LEAD // furthest
            missing = -sum(m.credit for m in team.values())
            for who in sorted(team, key=lambda who: (-rest[who], who))[:missing]:
                team[who].credit += 1

    def reserve(self, said):
        segment = self.segment(said["segment"])
        same("the reserve before", said["before"], segment.reserve)
        segment.reserve = said["after"]

    def set_up(self, said):
        """What decides stands in clear under `terms`: whose day it is, and the settings of the schemes."""
        terms = said.get("terms")
        if terms is None:
            return
        self.by_total = True
        if terms.get("office"):
            self.settings = terms["office"]
            self.zone = zone_of(self.settings.get("timezone"))
        for name, settings in (terms.get("segments") or {}).items():
            self.segment(name).settings = settings

    # Draws

    def announced(self, said):
        draws = self.segment(said["segment"]).draws
        if said["monday"] in draws:
            raise DoesNotHoldError("this draw was announced before")
        new = {
            "promise": said["commitment"],
            "thrower": said.get("thrower"),
            "throw": None,
            "until": said.get("throw_until"),
        }
        draws[said["monday"]] = SimpleNamespace(lots={}, seals={}, order=None, closes=said["draw_at"], **new)

    def draw(self, said):
        draw = self.segment(said["segment"]).draws.get(said["monday"])
        if draw is None or draw.order is not None:
            raise DoesNotHoldError("this draw was never announced, or was held before")
        return draw

    def thrown(self, said):
        draw = self.draw(said)
        if said["who"] in {**draw.lots, **draw.seals} or ("lot" in said) is ("seal" in said):
            raise DoesNotHoldError(f"{said['who']} could throw no such lot")
        if "lot" in said:
            draw.lots[said["who"]] = said["lot"]
        else:
            draw.seals[said["who"]] = said["seal"]

    def cast(self, said):
        draw = self.draw(said)
        same("who throws", said["who"], draw.thrower)
        if draw.throw or not moment(draw.closes) <= moment(self.at) < moment(draw.until):
            raise DoesNotHoldError("it is thrown twice, or out of time")
        if not 1 <= said["value"] <= {"slot": 64, "die": 6}.get(said["dice"], 0):
            raise DoesNotHoldError("no dice show that")
        draw.throw = f"{said['dice']}={said['value']}"

    def drawn(self, said):
        draw, team = self.draw(said), list(self.segment(said["segment"]).team)
        same("the lots", {who: lot for who, lot in said["lots"].items() if who not in draw.seals}, draw.lots)
        salts = said.get("salts", {})
        same("whose lots were sealed", sorted(salts), sorted(draw.seals))
        for who, salt in salts.items():
            lot = f"{salt}|{said['segment']}|{said['monday']}|{who}|{said['lots'].get(who)}"
            same(f"the seal of the lot of {who}", sha256(lot.encode()).hexdigest(), draw.seals[who])
        if draw.thrower and not draw.throw and moment(self.at) < moment(draw.until):
            raise DoesNotHoldError("it was held before its throw")
        same("the members", said["members"], team)
        same("the SHA-256 of the secret", sha256(said["secret"].encode()).hexdigest(), draw.promise)
        lots = ",".join(f"{who}={lot}" for who, lot in sorted(said["lots"].items()))
        seed = f"{said['secret']}|{said['segment']}|{said['monday']}|{lots}"
        seed += f"|{draw.throw or 'none'}" if draw.thrower else ""
        order = sorted(team, key=lambda who: sha256(f"{seed}|{who}".encode()).hexdigest())
        same("the order", said["order"], order)
        draw.order = order
        self.counts["draws"] += 1


def drawn_in(segment, turn):
    """What each has gained by it, in so far as that is left after the drawings-in since."""
    left = turn.gained
    for moment, furthest in segment.drawings:
        if moment > turn.moment:
            left = {who: units * LEAD // furthest for who, units in left.items()}
    return left.items()


def new_offer(people, step):
    alone = len(people) == 1 and step in ("offer", "owner")
    for_all = step in ("everyone", "pull") or (step == "offer" and len(people) > 1)
    new = {
        "answered": set(),
        "turn": None,
        "closed": None,
        "claimed": None,
        "window": 0,
        "wanted": set(),
        "until": None,
    }
    return SimpleNamespace(step=step, people=list(people), alone=alone, for_all=for_all, **new)


def live(lead):
    return lead.offers[-1] if lead.offers and lead.offers[-1].closed is None else None


def must_be_live(lead):
    if live(lead) is None:
        raise DoesNotHoldError("it is offered to nobody")
    return live(lead)


# Whether a choice follows


def check_offer(office, lead, said):
    segment, candidates = office.segment(lead.segment), getattr(said, "candidates", None)
    if said.step in ("owner", "head", "director"):
        same("what it was made from", candidates, None)
        if said.step == "owner":
            same("who was offered", said.offered, [lead.owner])
        return
    if candidates is None:
        raise DoesNotHoldError("what it was made from is missing")
    check_candidates(office, segment, said)
    seen = evidence(office, lead, segment, said)
    if said.step == "everyone":
        same("who was offered", said.offered, [c["id"] for c in candidates])
        same("what it cost", said.turn, None)
        return
    own = SCHEMES.get(segment.scheme)
    silent = own is manual and not seen.heads
    same(
        "the scheme",
        said.scheme,
        segment.reserve if silent and said.scheme != segment.scheme else segment.scheme,
    )
    if said.scheme not in SCHEMES:
        office.unknown.add(said.scheme)
        return
    choice = SCHEMES[said.scheme](seen)
    if choice is None:
        raise DoesNotHoldError("the head could not have been asked")
    offered, reason, figures, shares = choice
    same("who was offered", said.offered, offered)
    same("the reason", said.reason, reason)
    same("the figures", said.figures, figures)
    same("the fair choice", getattr(said, "fair", None), balance(seen)[0][0] if reason == "picked" else None)
    same("whether it waits to be asked for", said.step == "pull", said.scheme == "next")
    office.counts["choices"] += 1
    check_price(office, lead, said, seen, shares)


def check_candidates(office, segment, said):
    """Who was there stood where the entries say; every member was there or left out."""
    team, here = segment.team, [c["id"] for c in said.candidates]
    same("who was there or left out", sorted([*here, *said.out]), sorted(team))
    same("their order", here, [who for who in team if who in here])
    for c in said.candidates:
        person, member = office.person(c["id"]), team[c["id"]]
        same(f"the balance of {c['id']}", c["credit"], member.credit)
        same(f"the place of {c['id']}", c["ticket"], member.ticket)
        same(f"the weight of {c['id']}", c["weight"], person.weight)
        if person.paused:
            raise DoesNotHoldError(f"{c['id']} could be offered it, but had gone ({person.paused})")
        if "longest_idle" in (segment.scheme, segment.reserve):
            same(f"since when {c['id']} is idle", moment(c.get("idle_since")), moment(person.idle))
            same(f"how many offers wait for {c['id']}", c.get("ringing", 0), person.ringing)
            same(f"when {c['id']} arrived", c.get("arrival", 0), person.arrival)


def week_of(at):
    return (at.astimezone(UTC).toordinal() - 1) // 7


def fading(weeks, half_life):
    """Of a closing after so many weeks, in millionths: it halves with each half-life, in a straight line between."""
    if not half_life:
        return MILLION
    halvings, rest = divmod(max(weeks, 0) * 7 * 24 * 3600, round(half_life))
    found = (
        0 if halvings > 10 else MILLION * (2 * round(half_life) - rest) // (2 * round(half_life) << halvings)
    )
    return found if found >= MILLION // 1000 else 0


def weighed(office, segment, settings):
    """What came of the segment's leads as it counts now: won, lost, expected, and how many are open for too long."""
    now, sorts = moment(office.at), {}
    for lead in office.leads.values():
        if lead.segment != segment.name or lead.own or lead.holder in (None, lead.owner):
            continue
        row = sorts.setdefault((lead.holder, lead.source, lead.known), [0, 0, 0])
        outcome = lead.closed.outcome if lead.closed else None
        if outcome in ("won", "lost"):
            weight = fading(week_of(now) - week_of(moment(lead.closed_at)), settings["half_life"])
            row[outcome == "lost"] += weight
        elif lead.open and settings["stale_after"]:
            is_stale = moment(lead.held_at) + timedelta(seconds=settings["stale_after"]) <= now
            row[1] += MILLION * is_stale
            row[2] += is_stale
    return expected(sorts, settings["min_sample"])


def sold(office, lead, segment):
    """What was closed in the 52 weeks before this one: of leads of the same source and acquaintance, and of all."""
    now, found = week_of(moment(office.at)), [0, 0, 0, 0]
    for other in office.leads.values():
        outcome = other.closed.outcome if other.closed else None
        if other.segment != segment.name or other.own or other.holder in (None, other.owner):
            continue
        if outcome in ("won", "lost") and now - 52 <= week_of(moment(other.closed_at)) < now:
            found[2 + (outcome == "lost")] += 1
            if (other.source, other.known) == (lead.source, lead.known):
                found[outcome == "lost"] += 1
    return found


def expected(sorts, least):
    """Beside what came of them, what the team would have sold of the same leads: by source and acquaintance, shrunk."""
    kinds, found = {}, {}
    for (_, source, known), (won, lost, _) in sorts.items():
        kind = kinds.setdefault((source, known), [0, 0])
        kind[0] += won
        kind[1] += won + lost
    closed, before = sum(of for _, of in kinds.values()), least * MILLION
    team = Fraction(sum(won for won, _ in kinds.values()), closed) if closed else Fraction(0)
    for (who, source, known), (won, lost, stale) in sorts.items():
        if won + lost:
            sold, of = kinds[source, known]
            row = found.setdefault(who, [0, 0, Fraction(0), 0])
            row[0], row[1], row[3] = row[0] + won, row[1] + lost, row[3] + stale
            row[2] += (won + lost) * (sold + before * team) / (of + before)
    return {
        who: [won, lost, round(sales * MILLION), stale] for who, (won, lost, sales, stale) in found.items()
    }


def moment(written):
    return written and datetime.fromisoformat(written)


def evidence(office, lead, segment, said):
    """What the scheme was shown; it must be what the entries before say."""
    told = vars(said)
    records = {who: tuple(pair) for who, pair in (told.get("records") or {}).items()}
    settings = told.get("settings") or {}
    if "half_life" in settings and not records:
        same("what came of the leads", told.get("weighed") or {}, weighed(office, segment, settings))
    elif said.scheme == "conversion" or records:
        same("the closing records", records, segment.records)
    if said.scheme == "worth":
        same("what came of such leads", told.get("sold", [0, 0, 0, 0]), sold(office, lead, segment))
    drawn = told.get("drawn", [])
    if said.scheme == "lottery" == segment.scheme or drawn:
        check_drawn(office, segment, drawn)
    if "secretary" in (said.scheme, segment.scheme):
        same("whom the secretary picked", told.get("picked"), lead.picked)
    known = {**office.settings, **segment.settings}
    guards = {name: told[name] for name in ("floor", "min_sample") if told.get(name) is not None} | settings
    same("the settings", guards, {name: known.get(name, value) for name, value in guards.items()})
    others = [s.team for s in office.segments.values() if s is not segment]
    owed = {c["id"]: sum(t[c["id"]].credit for t in others if c["id"] in t) for c in said.candidates}
    shown = any("elsewhere" in c for c in said.candidates)
    if shown:
        same("what is owed elsewhere", {c["id"]: c.get("elsewhere", 0) for c in said.candidates}, owed)
    return SimpleNamespace(
        candidates=said.candidates,
        records=records,
        weighed=told.get("weighed") or {},
        floor=guards.get("floor", 0.5),
        min_sample=guards.get("min_sample", 20),
        ceiling=guards.get("ceiling"),
        sold=told.get("sold"),
        drawn=drawn,
        picked=told.get("picked"),
        heads=told.get("heads", []),
        elsewhere=lambda c: owed[c["id"]] if shown or office.by_total else 0,
    )


def check_drawn(office, segment, drawn):
    """The days go round the order; whoever left is passed over, whoever came since stands at the end.

    Where nothing tells of the office's time zone, the day is known to within those that there are.
    """
    utc, team, possible = datetime.fromisoformat(office.at), list(segment.team), []
    days = [utc.astimezone(office.zone)] if office.zone else [utc + timedelta(hours=h) for h in (-12, 0, 14)]
    for day in {one.date() for one in days}:
        draw = segment.draws.get((day - timedelta(days=day.weekday())).isoformat())
        order = draw.order if draw and draw.order else []
        turn = day.weekday() % len(order) if order else 0
        goes = [who for who in (*order[turn:], *order[:turn]) if who in team]
        possible.append(goes + [who for who in team if who not in order] if order else [])
    if drawn not in possible:
        raise DoesNotHoldError("the drawn order is not the one that was drawn")


# Whether a price follows


def check_price(office, lead, said, seen, shares):
    """One who is asked alone pays, unless this lead has cost them a turn already."""
    payer = said.offered[0]
    paid = any(offer.turn and offer.turn.payer == payer for offer in lead.offers)
    if said.scheme in ("manual", "next") or len(said.offered) > 1 or paid:
        same("what it cost", said.turn, None)
        return
    ringing = [who for who, why in said.out.items() if why == "ringing"]
    if shares and ringing:  # they share it, too, by rates that are asked anew with them among the others
        team, here = office.team_of(lead), {c["id"]: c for c in said.candidates}
        also = {
            who: {"id": who, "weight": office.person(who).weight, "credit": team[who].credit}
            for who in ringing
        }
        here.update(also)
        seen.candidates = [here[who] for who in team if who in here]
        shares = conversion(SimpleNamespace(**{**vars(seen), "elsewhere": lambda _: 0}))[3]
    here = [c["id"] for c in said.candidates] + ringing
    turn = {"payer": payer, "shares": shares or weights_of(office, here)}
    price = price_of(seen.sold, seen.min_sample) if said.scheme == "worth" else MILLION
    same("what it cost", said.turn, turn if price == MILLION else {**turn, "price": price})


def check_claim(office, lead, offer, said):
    """Of several who were asked, the one who claims it pays, if they are a member."""
    team = office.team_of(lead)
    if not offer.for_all or said.who not in team:
        same("what it cost", said.turn, None)
        return
    check_shares(office, lead, said.turn, said.who)
    same("who shares it", set(said.turn["shares"]), {who for who in (*offer.people, said.who) if who in team})


def check_window(office, lead, offer, said):
    """Of those who tapped in time and could have it, the one whom `balance` would choose has it."""
    if moment(office.at) < offer.until and not set(offer.people) - offer.answered <= offer.wanted:
        raise DoesNotHoldError("it is decided before the window is over")
    segment, among, out = office.segment(lead.segment), getattr(said, "among", []), getattr(said, "out", {})
    here, team = [c["id"] for c in among], segment.team
    tapped = [who for who in team if who in offer.wanted - offer.answered]
    same("who tapped", sorted([*here, *out]), sorted(tapped))
    same("their order", here, [who for who in tapped if who in here])
    others = [s.team for s in office.segments.values() if s is not segment]
    for c in among:
        who, member = c["id"], team[c["id"]]
        same(f"the balance of {who}", (c["credit"], c["ticket"]), (member.credit, member.ticket))
        same(f"the weight of {who}", c["weight"], office.person(who).weight)
        same(
            f"what {who} is owed elsewhere",
            c.get("elsewhere", 0),
            sum(t[who].credit for t in others if who in t),
        )
    seen = SimpleNamespace(candidates=among, elsewhere=lambda c: c.get("elsewhere", 0))
    same("who of them has it", [said.who], balance(seen)[0] if among else None)


def check_pull(office, lead, said):
    """Whoever asks has the oldest that waits for them, and no more of them than a day allows."""
    who, today = said.who, said.today
    if not may_have(office, lead, who):
        raise DoesNotHoldError(f"lead {lead.number} is not for {who} to ask for")
    person = office.person(who)
    if office.zone:
        day = moment(office.at).astimezone(office.zone).date()
        had = sum(moment(at).astimezone(office.zone).date() >= day for at in person.pulls)
        same(f"how many {who} had asked for that day", today, had)
    if day_is_over(office, lead, today):
        raise DoesNotHoldError(f"{who} asks for more leads than a day allows")
    for number in sorted(office.lying):
        other = office.leads[number]
        offer = live(other)
        if offer is None or offer.step != "pull":
            office.lying.discard(number)
        elif number < lead.number and may_have(office, other, who) and not day_is_over(office, other, today):
            left = [one for one in offer.people if one not in offer.answered]
            if who in left or other.segment == lead.segment:
                raise DoesNotHoldError(f"lead {number} waited for longer")
    person.pulls.append(office.at)


def may_have(office, lead, who):
    return who in office.team_of(lead) and all(offer.claimed != who for offer in lead.offers)


def day_is_over(office, lead, today):
    limit = office.segment(lead.segment).settings.get("day_limit", 0)
    return limit > 0 and today >= limit


def check_shares(office, lead, turn, payer):
    """By weight, unless closing records count: these are told where a rule has chosen only."""
    if turn is None:
        return
    same("who pays", turn["payer"], payer)
    segment = office.segment(lead.segment)
    rule = (segment.reserve or "balance") if segment.scheme == "manual" else segment.scheme
    if rule in SCHEMES and rule != "conversion":
        same("the shares", turn["shares"], weights_of(office, turn["shares"]))


def weights_of(office, people):
    return {who: office.person(who).weight for who in people}


OF_LEADS = {
    "handed": Office.handed,
    "imported": Office.handed,
    "offered": Office.offered,
    "wanted": Office.wanted,
    "claimed": Office.claimed,
    "clock_put_back": Office.put_back,
    "claimed_late": Office.by_hand,
    "assigned": Office.by_hand,
    "declined": Office.answered,
    "undelivered": Office.answered,
    "cut_short": Office.answered,
    "explained": Office.explained,
    "lapsed": Office.lapsed,
    "given_back": Office.give_back,
    "withdrawn": Office.withdrawn,
    "resegmented": Office.resegmented,
    "kept": Office.kept,
    "returned": Office.let_go,
    "corrected": Office.corrected,
    "paused": Office.paused,
    "closed": Office.closed,
    "settled": Office.settled,
    "reopened": Office.reopened,
}
OF_OFFICE = {
    "weight_changed": Office.weighed,
    "on": Office.on,
    "off": Office.off,
    "member_joined": Office.joined,
    "member_left": Office.left,
    "members_ordered": Office.ordered,
    "scheme_switched": Office.switched,
    "reserve_changed": Office.reserve,
    "set_up": Office.set_up,
    "draw_announced": Office.announced,
    "lot_thrown": Office.thrown,
    "draw_thrown": Office.cast,
    "draw_opened": Office.drawn,
}
QUIET = (
    "amount appointed appointment_dropped bad_reason came_due clients_joined clients_parted "
    "disputed erased explained invitation_revoked invited joined leave_dropped lost_reason progress reminded repeated "
    "roster_approved roster_changed roster_dismissed roster_proposed segment_judged "
    "swap_opened swap_taken swap_withdrawn touched "
    "unmarked unreachable waiting"
)
WITHOUT_EFFECT = frozenset(QUIET.split())  # on shares, that is


def check(lines, head=None) -> "tuple[Office, str]":
    """Returns the office and the head. Raises DoesNotHoldError, which begins with the number of the entry."""
    office, previous, number = Office(), "0" * 64, 0
    for line in lines:
        number += 1
        try:
            entry = json.loads(line)
            if entry["seq"] != number:
                raise DoesNotHoldError("is missing")
            if seal_of(previous, entry) != entry["seal"]:
                raise DoesNotHoldError("does not match its seal")
            office.take(entry)
        except DoesNotHoldError as error:
            raise DoesNotHoldError(f"entry {number}: {error}") from error
        except (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, StopIteration) as error:
            raise DoesNotHoldError(f"entry {number} is not whole: {error!r}") from error
        previous = entry["seal"]
        if head and head[0] == number and not previous.startswith(head[1]):
            raise DoesNotHoldError(f"entry {number}: its seal is {previous}, and {head[1]} was published")
    if head and head[0] > number:
        raise DoesNotHoldError(f"entry {head[0]} is missing, of which a seal was published")
    return office, f"{number}:{previous}"


def main(arguments) -> int:
    head = None
    if "--head" in arguments:
        place = arguments.index("--head")
        number, _, seal = "".join(arguments[place + 1 : place + 2]).strip().lower().partition(":")
        del arguments[place : place + 2]
        if not number.isdecimal() or len(seal) < 32:
            print("--head takes NUMBER:SEAL, with 32 digits of the seal at least", file=sys.stderr)
            return 2
        head = int(number), seal
    path = Path(arguments[0]) if arguments else Path(__file__).with_name("ledger.jsonl")
    try:
        with path.open(encoding="utf-8") as lines:
            office, last = check(lines, head)
    except (OSError, UnicodeDecodeError) as error:
        print(f"{path}: {error}", file=sys.stderr)
        return 2
    except DoesNotHoldError as error:
        print(error)
        return 1
    balances = sum(len(segment.team) for segment in office.segments.values())
    print(
        f"the ledger holds: {last.partition(':')[0]} entries, {office.counts['choices']} choices made again, "
        f"{len(office.leads)} leads, {balances} balances, {office.counts['draws']} draws"
    )
    if office.unknown:
        print(
            f"not made again, by schemes that this program does not know: {', '.join(sorted(office.unknown))}"
        )
    print(f"head: {last}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
