"""`worth`: as `balance`, but a lead that promises more costs more: by what is to be expected of it, not one for one.

Everybody who could have had it gains their share of its price, and whoever gets it pays the price (`leads.worth`): so
whoever picks the better leads pays for them. It takes the profit out of picking by what an offer shows, and no more:
luck in clients and in money is far larger than what a source tells. With equal weights and everybody present nobody
is further from their due share than (1 - 1/n) of the dearest lead: docs/decisions/0044-what-a-lead-is-worth.md.
"""

from __future__ import annotations

from dataclasses import replace

from leads.schemes import balance
from leads.schemes.base import Choice, Read, Situation
from leads.schemes.scheme import Scheme
from leads.schemes.telling import (
    FURTHEST,
    YOUR_BEHIND,
    Decided,
    Hundredths,
    Ranks,
    Reason,
    Sentence,
    Telling,
    say,
)
from leads.shares import in_hundredths
from leads.worth import ORDINARY, price, units


def choose(situation: Situation) -> Choice:
    return replace(balance.choose(situation, units(price_of(situation))), reason=BY_WORTH.code)


def price_of(situation: Situation) -> int | None:
    """Returns what the lead costs, in millionths of an ordinary one; None where it is one."""
    found = price(situation.sold, situation.settings.get("min_sample", 20))
    return None if found == ORDINARY else found


def _why(decided: Decided, reader: str) -> tuple[Sentence, ...]:
    """`Засчитан за 1,45 лида: таких продано 30 из 100, а всех 20 из 100.`"""
    return (*_price(decided.situation), *FURTHEST.sentences(decided, reader))


def _price(situation: Situation | None) -> tuple[Sentence, ...]:
    if situation is None or price_of(situation) is None:
        return (say("why-worth-ordinary"),)
    sold, cost = situation.sold, Hundredths(in_hundredths(units(price_of(situation))))
    counts = {"won": sold.won, "of": sold.won + sold.lost}
    of_all = {"all": sold.all_won, "closed": sold.all_won + sold.all_lost}
    return (say("why-worth", price=cost, **counts, **of_all),)


BY_WORTH = Reason(
    "by_worth",
    Ranks.SHARE,
    Telling(_why, ("why-worth", "why-worth-ordinary", *FURTHEST.texts)),
    YOUR_BEHIND,
)
SCHEME = Scheme(
    "worth",
    choose,
    (BY_WORTH,),
    frozenset({Read.WORTH, Read.SETTINGS}),
    ("min_sample",),
    price=price_of,
    place=5,
)
