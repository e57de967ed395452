"""Two open leads turn out to be of one client: whoever has one is told of the other, and the head of both.

Nobody loses a lead by that; who calls the client, they or the head decide.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from desk.actor import Actor
from desk.folding import keep_one_offer
from desk.opened import bring
from desk.work import Work
from leads.recipients import News
from storage import joins, people
from storage.joins import Beside
from storage.kinds import Urgency
from storage.people import PersonRow

Sides = tuple[Sequence[Beside], Sequence[Beside]]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two open leads of one client, and who of the office has found out that they are."""

    one: Beside
    other: Beside
    actor: Actor

    @property
    def turned(self) -> Pair:
        return Pair(self.other, self.one, self.actor)

    @property
    def is_in_one_hand(self) -> bool:
        return self.one.holder is not None and self.one.holder == self.other.holder


def tell(work: Work, actor: Actor, client: int, sides: Sides, shown: int) -> None:
    """Tells whoever has a lead on one side of one on the other. `shown`: a lead whose card the teller sees already."""
    still = {one.id: one for one in joins.open_of(work.store, client)}
    ones, others = ([still[one.id] for one in side if one.id in still] for side in sides)
    pairs = [Pair(one, other, actor) for one, other in product(ones, others)]
    if not pairs:
        return
    heads = work.recipients(News.ONE_CLIENT) if not all(pair.is_in_one_hand for pair in pairs) else []
    told = {actor.person, *(head.id for head in heads)}
    for each in (side for pair in pairs for side in (pair, pair.turned)):
        if each.one.holder and each.one.holder not in told:
            told.add(each.one.holder)
            _tell_holder(work, each, each.one.holder)
    for head in heads:
        _tell_head(work, pairs[0], head, shown if head.id == actor.person else 0)


def number_is_anothers(work: Work, actor: Actor, lead: int, client: int) -> None:
    """By the number that was put right a lead is of a client who has another open lead.

    Whoever has put it right is told so. Where nobody has either, they are one lead from now on.
    """
    open_now = joins.open_of(work.store, client)
    ones, others = ([one for one in open_now if (one.id == lead) is its] for its in (True, False))
    if not ones or not others:
        return
    added = keep_one_offer(work, client, actor.person or "")
    for one, kept in added:
        _answer(work, Pair(one, kept, actor), "phone-added")
    if not any(lead in {one.id, kept.id} for one, kept in added):
        _answer(work, Pair(ones[0], others[0], actor), "phone-anothers")
    tell(work, actor, client, (ones, others), lead)


def _answer(work: Work, pair: Pair, key: str) -> None:
    args, who = _numbers(pair), pair.other.holder
    if key == "phone-anothers" and who is None:
        key = "phone-anothers-nobodys"
    elif key == "phone-anothers":
        args["who"] = people.names(work.store)[who or ""]
    work.note(pair.actor.chat, f"anothers:{pair.actor.update}:{pair.one.number}", key, Urgency.ANSWER, **args)


def _tell_holder(work: Work, pair: Pair, holder: str) -> None:
    if not work.office.has(holder):  # they have left, and their lead waits for the head
        return
    chat, who = work.office.person(holder).telegram_id, pair.other.holder
    if chat is None:
        return
    if pair.is_in_one_hand:
        _note(work, pair, chat, "one-client-yours")
    elif who:
        _note(work, pair, chat, "one-client", who=people.names(work.store)[who])
    else:
        _note(work, pair, chat, "one-client-nobodys")


def _tell_head(work: Work, pair: Pair, head: PersonRow, shown: int) -> None:
    """With the cards of both, under which there is `Назначить`; whoever did it themselves needs no words."""
    if head.chat is None:
        return
    names, held = people.names(work.store), pair if pair.one.holder else pair.turned
    who, other = (names.get(one.holder or "") for one in (held.one, held.other))
    if head.id == pair.actor.person:
        pass
    elif who and other:
        _note(work, held, head.chat, "one-client-head", who=who, other_who=other)
    elif who:
        _note(work, held, head.chat, "one-client-head-free", who=who)
    else:
        _note(work, held, head.chat, "one-client-head-nobodys")
    for one in (pair.one, pair.other):
        if one.id != shown:
            bring(work.store, head.chat, one.id, head.id, Urgency.NEWS)


def _note(work: Work, pair: Pair, chat: int, key: str, **who: str) -> None:
    by = people.names(work.store).get(pair.actor.person or "", "")
    subject = f"one-client:{pair.one.number}:{pair.other.number}:{work.now.isoformat()}"
    work.note(chat, subject, key, Urgency.NEWS, name=by, **_numbers(pair), **who)


def _numbers(pair: Pair) -> dict[str, int | str]:
    return {"number": pair.one.number, "other": pair.other.number}
