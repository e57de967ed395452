"""Whether one decision of the ledger holds: what it was made from is what the entries before say, and it follows."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from leads.draws import days_order
from leads.entries.asking import Claimed, ClaimedLate, Cost, Evidence, Offered
from leads.entries.hands import Assigned, Reopened
from leads.lead import COSTLY, Offer, Outcome, Result, Step, had_cost, tried
from leads.office import FAIR
from leads.presence import Absence
from leads.proof.attendance import AHEAD_OF_UTC, BEHIND_UTC, Attendance
from leads.proof.audit import Books, Broken, same
from leads.proof.terms import InClear
from leads.proof.told import Told
from leads.routing import shares_of
from leads.schemes import SCHEMES, balance
from leads.schemes.base import Candidate, Choice, Read, Situation
from leads.situations import BESIDE_RECORDS, plain, settings_shown, situation_of, stored_settings, weigh
from leads.worth import CHEAPEST, DEAREST

Orders = Mapping[date, tuple[str, ...]]  # drawn so far, by Monday

NOBODY_CHOSEN = frozenset({Step.OWNER, Step.HEAD, Step.DIRECTOR})


@dataclass(frozen=True, slots=True)
class Before:
    """Holds what the entries before a decision say; `orders` are those of the lead's segment.

    Since what decides is told in clear (`terms`), who is behind alike is told apart by all segments together.
    """

    told: Told
    books: Books
    people: Attendance
    orders: Orders
    at: datetime
    terms: InClear

    @property
    def number(self) -> int:
        return self.told.lead.number or 0

    @property
    def segment(self) -> str:
        return self.told.lead.segment


def check_offer(before: Before, said: Offered) -> None:
    """An offer is made anew from what was known. Raises Broken."""
    step = said.step
    _check_rung(before.told, step, said.rung)
    if step in NOBODY_CHOSEN:
        same("what it was made from", said.evidence, None)
        _check_ladder(before, step, said)
        _check_reasons(before, said.out, frozenset())
        return
    if said.evidence is None:
        raise Broken("what it was made from is missing")
    situation = situation_of(said.evidence)
    _check_situation(before, situation)
    _check_out(before, step, situation, said.out)
    if step is Step.EVERYONE:
        _check_ladder(before, step, said)
        same("who was offered", said.offered, tuple(c.id for c in situation.candidates))
        _check_elsewhere(situation, plain(situation))
        return
    _check_scheme(before, situation, said.scheme)
    _check_choice(before, _with_elsewhere(before, situation, said.scheme), said)


def _check_rung(told: Told, step: Step, rung: int) -> None:
    """The ladder is climbed upwards; only what reached several may reach others on the same step."""
    lead, last = told.lead, told.offers[-1] if told.offers else None
    taken = rung + 1 if step is Step.CHOOSE else rung
    again = last is not None and last.result is Result.LAPSED and not last.alone
    if not lead.rung - again <= taken < len(lead.path):
        raise Broken(
            f"lead {lead.number} is offered on step {rung + 1} of its ladder, but is at {lead.rung + 1}"
        )
    same("the step", Step.OFFER if step in {Step.CHOOSE, Step.PULL} else step, lead.path[taken])


def _check_ladder(before: Before, step: Step, said: Offered) -> None:
    """Steps on which no scheme decides."""
    lead = before.told.lead
    own = "duplicate" if lead.duplicate_of else "own_client"
    same("the reason", said.reason, own if step is Step.OWNER else f"ladder_{step}")
    same("the scheme", said.scheme, before.books.schemes.get(before.segment))
    same("the figures", said.figures, {})
    same("what it cost", said.turn, None)
    same("who chose", (said.by, said.fair), (None, None))
    if step is Step.OWNER:
        same("who was offered", said.offered, (lead.owner,))
        before.people.check_present(lead.owner or "", before.at)


def _check_situation(before: Before, situation: Situation) -> None:
    """What is recorded is so; what the scheme reads must be recorded (`_check_scheme`)."""
    for candidate in situation.candidates:
        _check_candidate(before, candidate)
        if candidate.idle_since or candidate.ringing or candidate.arrival:
            _check_idle(before, candidate)
    _check_settings(before, situation)
    if situation.records or situation.weighed:
        _check_records(before, situation)
    if situation.drawn:
        _check_drawn(before, situation)
    if situation.picked:
        _check_pick(before, situation)


def _check_candidate(before: Before, candidate: Candidate) -> None:
    who, standing = candidate.id, before.books.standings.get(before.segment, {}).get(candidate.id)
    if standing is None:
        raise Broken(f"{who} is no member of segment {before.segment}")
    weight = before.people.weight(who)
    here = candidate.standing.credit, candidate.standing.ticket, candidate.weight
    if here != (standing.credit, standing.ticket, weight):
        same(f"the balance of {who}", candidate.standing.credit, standing.credit)
        same(f"the place of {who}", candidate.standing.ticket, standing.ticket)
        same(f"the weight of {who}", candidate.weight, weight)
    before.people.check_present(who, before.at)


def _with_elsewhere(before: Before, situation: Situation, scheme: str) -> Situation:
    """Shows what decides between those who are behind alike; it stands in an entry where it has decided.

    Entries of before there was that rule go by the segment's order.
    """
    bare = plain(situation)
    if situation is bare and not before.terms.is_told:
        return situation
    owed = before.books.elsewhere
    here = [c._replace(elsewhere=owed(before.segment, c.id)) for c in situation.candidates]
    whole, choose = replace(situation, candidates=tuple(here)), SCHEMES[scheme].choose
    _check_elsewhere(situation, whole if choose(whole) != choose(bare) else bare)
    return whole


def _check_elsewhere(situation: Situation, expected: Situation) -> None:
    for here, there in zip(situation.candidates, expected.candidates, strict=True):
        same(f"what {here.id} is owed elsewhere", here.elsewhere, there.elsewhere)


def _check_idle(before: Before, candidate: Candidate) -> None:
    who, worker = candidate.id, before.people.of(candidate.id)
    same(f"since when {who} is idle", candidate.idle_since, worker.idle_since)
    same(f"how many offers wait for {who}", candidate.ringing, worker.ringing)
    same(f"when {who} arrived", candidate.arrival, worker.arrival)


def _check_out(before: Before, step: Step, situation: Situation, out: Mapping[str, Absence]) -> None:
    """Every member was there or left out, in the segment's order, and for a reason."""
    members, here = before.books.standings.get(before.segment, {}), [c.id for c in situation.candidates]
    same("who was there or left out", sorted([*here, *out]), sorted(members))
    same("their order", here, [who for who in members if who in here])
    had_it = (
        {who for who in tried(before.told.offers) if who in members} if step is not Step.EVERYONE else set()
    )
    same("who had had it", [who for who in here if who in had_it], [])
    _check_reasons(before, out, had_it)


def _check_reasons(before: Before, out: Mapping[str, Absence], had_it: Collection[str]) -> None:
    for who, why in out.items():
        before.people.check_out(who, why, before.at)
        if why is Absence.RINGING and not before.people.of(who).ringing:
            raise Broken(f"{who} was left out (ringing), but had no offer to answer")
        if why is Absence.HAD_IT and who not in had_it:
            raise Broken(f"{who} was left out (had_it), but never had lead {before.number}")


def _check_scheme(before: Before, situation: Situation, scheme: str) -> None:
    """The segment's own decides, unless it has nothing to say; then the one in reserve."""
    own = before.books.schemes.get(before.segment, "")
    if scheme not in SCHEMES or own not in SCHEMES:
        raise Broken(f"there is no scheme {(scheme if own in SCHEMES else own)!r}")
    if scheme != own:
        is_silent = not SCHEMES[own].choose(situation)
        same("the scheme", scheme, before.books.reserves.get(before.segment) if is_silent else own)
    reads = SCHEMES[scheme].reads
    if Read.PICK in reads:
        _check_pick(before, situation)
    if Read.RECORDS in reads:
        _check_records(before, situation)
    if Read.WORTH in reads:
        sold = before.told.track.sold(before.told.lead, before.at)
        same("what came of such leads", tuple(situation.sold), tuple(sold))
    if Read.DRAW in reads and scheme == own:
        _check_drawn(before, situation)
    for candidate in situation.candidates if Read.IDLE in reads else ():
        _check_idle(before, candidate)


def _check_choice(before: Before, situation: Situation, said: Offered) -> None:
    """The scheme is asked again."""
    choice = SCHEMES[said.scheme].choose(situation)
    if choice is None:
        raise Broken(f"the scheme {said.scheme!r} would have chosen nobody")
    same("the step", said.step, _step(said.scheme, choice))
    same("who was offered", said.offered, choice.offered)
    same("the reason", said.reason, choice.reason)
    same("the figures", said.figures, dict(choice.figures))
    same("the fair choice", said.fair, choice.fair)
    same("who chose", said.by, before.told.lead.picked_by if choice.fair else None)
    same("what it cost", said.turn, _turn(before, situation, choice, said))


def _step(scheme: str, choice: Choice) -> Step:
    if choice.to_choose:
        return Step.CHOOSE
    return Step.PULL if SCHEMES[scheme].asked_for else Step.OFFER


def _turn(before: Before, situation: Situation, choice: Choice, said: Offered) -> Cost | None:
    """What the offer must have cost; nothing where several are asked, or they have paid for this lead already."""
    payer = choice.offered[0]
    if (
        said.step is Step.PULL
        or choice.to_choose
        or len(choice.offered) > 1
        or before.books.turn(before.number, payer)
    ):
        return None
    shares = shares_of(said.scheme, _with_ringing(before, situation, said.out))
    return Cost(payer, shares, SCHEMES[said.scheme].price(situation))


def _with_ringing(before: Before, situation: Situation, out: Mapping[str, Absence]) -> Situation:
    """Whoever only had other offers to answer has their share of the turn."""
    if Absence.RINGING not in out.values():
        return situation
    here = {c.id: c for c in situation.candidates}
    standings = before.books.standings[before.segment]
    ringing = {
        who: Candidate(who, before.people.weight(who), standings[who])
        for who, why in out.items()
        if why is Absence.RINGING
    }
    return replace(
        situation, candidates=tuple((here | ringing)[who] for who in standings if who in here | ringing)
    )


def _check_pick(before: Before, situation: Situation) -> None:
    same("whom the secretary picked", situation.picked, before.told.lead.picked)


def _check_records(before: Before, situation: Situation) -> None:
    """What came of the leads, added up again; in old entries, all there ever were."""
    if not _fades(situation):
        same("the closing records", dict(situation.records), before.books.records.get(before.segment, {}))
        return
    came = before.told.track.came(
        before.at, *(situation.settings[name] for name in ("half_life", "stale_after"))
    )
    same("plain records", dict(situation.records), {})
    same("what came of the leads", dict(situation.weighed), weigh(came, situation.settings["min_sample"]))


def _check_settings(before: Before, situation: Situation) -> None:
    """Those that the segment's schemes look at, no more and no less, and as they are told in clear."""
    own, reserve = before.books.schemes.get(before.segment), before.books.reserves.get(before.segment)
    shown = settings_shown(own, reserve) if own in SCHEMES else ()
    left_out = frozenset() if _fades(situation) else BESIDE_RECORDS
    here = [sorted(set(names) - left_out) for names in (situation.settings, shown)]
    same("the settings that it was made from", *here)
    told, kept = before.terms.of(before.segment), stored_settings(situation)
    same("the settings", kept, {name: told.get(name, value) for name, value in kept.items()})


def _fades(situation: Situation) -> bool:
    """Whether it was made when records faded; an older entry says nothing of that."""
    return bool(situation.weighed) or "half_life" in situation.settings


def _check_drawn(before: Before, situation: Situation) -> None:
    """The drawn order of that day; while no entry tells of the office's time zone, the day is known only to within
    those that there are.
    """
    utc, members = before.at.astimezone(UTC), tuple(before.books.standings[before.segment])
    zone = before.terms.timezone
    somewhere = {(utc + offset).date() for offset in (BEHIND_UTC, timedelta(0), AHEAD_OF_UTC)}
    days = {utc.astimezone(zone).date()} if zone else somewhere
    orders = {day: before.orders.get(day - timedelta(days=day.weekday())) for day in days}
    possible = [days_order(order, members, day.weekday()) if order else () for day, order in orders.items()]
    if situation.drawn not in possible:
        raise Broken("the drawn order is not the one that was drawn")


def check_claim(before: Before, said: Claimed) -> None:
    """Whoever claims what was offered to several pays for it; who was asked alone has paid already."""
    offer, turn, who = before.told.live, said.turn, said.who
    if offer and offer.window:
        _check_window(before, offer, said)
    members = before.books.standings.get(before.segment, {})
    if offer is None or not offer.for_all or who not in members:
        same("what it cost", turn, None)
        return
    shares = _shares(before, turn, who)
    same("who shares it", set(shares), {p for p in (*offer.people, who) if p in members})
    _check_shares(before, shares)


def _check_window(before: Before, offer: Offer, said: Claimed) -> None:
    """Each of those who tapped counts or is left out, and of them the rule of `balance` is asked again."""
    members, out = before.books.standings.get(before.segment, {}), said.out or {}
    situation = situation_of(Evidence(said.among))
    here = [c.id for c in situation.candidates]
    for candidate in situation.candidates:
        _check_candidate(before, candidate)
        if candidate.idle_since or candidate.ringing or candidate.arrival:
            _check_idle(before, candidate)
        owed = before.books.elsewhere(before.segment, candidate.id)
        same(f"what {candidate.id} is owed elsewhere", candidate.elsewhere, owed)
    wanting = [who for who in members if who in offer.wanting]
    same("who tapped", sorted([*here, *out]), sorted(wanting))
    same("their order", here, [who for who in wanting if who in here])
    _check_reasons(before, out, frozenset())
    same("who of them has it", (said.who,), balance.choose(situation).offered if here else ())


def check_late_claim(before: Before, said: ClaimedLate) -> None:
    """It costs a member what a claim would have, where they had been asked."""
    if said.step in COSTLY:
        _check_by_hand(before, said)
    else:
        same("what it cost", said.turn, None)


def check_assignment(before: Before, said: Assigned) -> None:
    """Who was there stands in no entry; but nobody who had gone has gained by a turn by hand."""
    if said.who in before.books.standings.get(before.segment, {}):
        _check_by_hand(before, said)
    else:
        same("what it cost", said.turn, None)


def _check_by_hand(before: Before, said: Assigned | ClaimedLate | Reopened) -> None:
    who, shares = said.who, _shares(before, said.turn, said.who)
    for sharer in shares:
        if sharer != who:
            before.people.check_present(sharer, before.at)
    _check_shares(before, shares)
    if who not in shares:
        raise Broken(f"{who} pays for lead {before.number}, but has no share of it")


def check_reopening(before: Before, said: Reopened) -> None:
    """Only the turn that a bad lead had given back is charged again."""
    told, who = before.told, said.who
    is_member = who in before.books.standings.get(before.segment, {})
    if not (is_member and told.lead.outcome is Outcome.BAD and had_cost(told.offers, who)):
        same("what it cost", said.turn, None)
        return
    _check_by_hand(before, said)


def _shares(before: Before, turn: Cost | None, who: str) -> Mapping[str, int]:
    """By which the turn is shared out that they pay. Raises Broken."""
    same("who pays for it", turn and turn.payer, who)
    if turn and turn.price is not None:
        same("whether leads have a price", Read.WORTH in SCHEMES[_rule(before)].reads, True)
        if not CHEAPEST <= turn.price <= DEAREST:
            raise Broken(f"lead {before.number} costs {turn.price} millionths of a lead")
    return turn.shares if turn else {}


def _rule(before: Before) -> str:
    """By which the segment's hand is measured."""
    own = before.books.schemes[before.segment]
    return before.books.reserves.get(before.segment) or FAIR if SCHEMES[own].asks_head else own


def _check_shares(before: Before, shares: Mapping[str, int]) -> None:
    """By weight, unless closing records count: with which floor stands in no entry."""
    if Read.RECORDS not in SCHEMES[_rule(before)].reads:
        same("the shares", dict(shares), {who: before.people.weight(who) for who in shares})
