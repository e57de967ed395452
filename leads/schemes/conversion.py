"""`conversion`: who closes more gets more. Shares by closing rate; the one most behind their share gets the next lead.

The rate is won / (won + lost) in this segment, shrunk towards the team's, so that luck in a few leads counts for
little; whoever has closed fewer than `min_sample` counts as average; nobody gets less than `floor` of an equal
share, so that nobody is starved and newcomers are tried (formula and source: `leads.rates`).
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from leads.rates import NO_RECORD, rates, shares
from leads.schemes import balance
from leads.schemes.base import Choice, Part, Read, Situation
from leads.schemes.scheme import Scheme
from leads.schemes.telling import (
    FURTHEST,
    RATE_TEXTS,
    YOUR_BEHIND,
    Decided,
    Ranks,
    Reason,
    Sentence,
    Telling,
    rate_words,
    say,
)

PARTS = 1_000_000  # shares are rounded to millionths


def choose(situation: Situation) -> Choice:
    parts = parts_of(situation)
    weighted = tuple([c._replace(weight=parts[c.id]) for c in situation.candidates])
    choice = balance.choose(replace(situation, candidates=weighted))
    return replace(choice, reason=BY_CONVERSION.code, shares=parts)


def explained(situation: Situation) -> dict[str, Part]:
    """Tells why everybody's share is what it is; empty while nobody has sold anything,
    for then it goes by weight alone.
    """
    weights = {c.id: c.weight for c in situation.candidates}
    known = dict.fromkeys(weights, NO_RECORD) | dict(situation.records)
    floor, min_sample = _guards(situation)
    rate = rates(known, min_sample)
    exact = shares(weights, situation.records, floor, min_sample)
    if not any(rate[who] for who in weights):
        return {}
    least = Fraction(str(floor)) / (sum(weights.values()) or 1)
    return {
        who: Part(
            share,
            rate[who],
            known[who],
            is_average=known[who].closed < max(min_sample, 1),
            is_lifted=share == least * weights[who] and floor < 1,
        )
        for who, share in exact.items()
    }


def parts_of(situation: Situation) -> dict[str, int]:
    """Returns everybody's share in millionths."""
    weights = {c.id: c.weight for c in situation.candidates}
    exact = shares(weights, situation.records, *_guards(situation))
    return {who: max(round(share * PARTS), 1) for who, share in exact.items()}


def _guards(situation: Situation) -> tuple[float, int]:
    """The least part of an equal share, and the closed leads below which a manager counts as average.

    While nothing is closed nothing rests on them, and the ledger keeps neither.
    """
    return situation.settings.get("floor", 0.5), situation.settings.get("min_sample", 20)


def _share(key: str, part: Part) -> Sentence:
    """`Доля 45 %: конверсия 31 %, потому что продаж 12 из 40.`"""
    return say(f"{key}-floor" if part.is_lifted else key, share=part.share, rate=rate_words(part))


def _why(decided: Decided, reader: str) -> tuple[Sentence, ...]:
    parts = explained(decided.situation) if decided.situation else {}
    share = _share("why-share", parts[decided.offered[0]]) if parts else say("why-no-sales")
    return (share, *FURTHEST.sentences(decided, reader))


def _yours(decided: Decided, reader: str) -> tuple[Sentence, ...]:
    parts = explained(decided.situation) if decided.situation else {}
    share = (_share("why-your-share", parts[reader]),) if parts else ()
    return (*share, *YOUR_BEHIND.sentences(decided, reader))


BY_CONVERSION = Reason(
    "by_conversion",
    Ranks.SHARE,
    Telling(_why, ("why-no-sales", "why-share", "why-share-floor", *RATE_TEXTS, *FURTHEST.texts)),
    Telling(_yours, ("why-your-share", "why-your-share-floor", *RATE_TEXTS, *YOUR_BEHIND.texts)),
    parts=explained,
)
SCHEME = Scheme(
    "conversion",
    choose,
    (BY_CONVERSION,),
    frozenset({Read.RECORDS, Read.SETTINGS}),
    ("floor", "min_sample"),
    place=5,
)
