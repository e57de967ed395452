"""`conversion`: who closes more gets more. Shares by closing rate; the one most behind their share gets the next lead.

What somebody has sold in this segment is held against what the team would have sold of the same leads, and shrunk
towards that, so that luck in a few leads counts for little; whoever has closed fewer than `min_sample` counts as
average (formulas and sources: `leads.rates`). Records fade by `half_life`, and a lead that is open for longer than
`stale_after` counts as lost until it is closed (`leads.track`). Nobody gets less than `floor` of an equal share, so
that nobody is starved and newcomers are tried, nor more than `ceiling` of it.

An entry of the ledger from before all that holds plain `records`, and is asked again as it was made: by
won / (won + lost), with a floor alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

from leads.rates import (
    MILLION,
    NO_RECORD,
    NOTHING_WEIGHED,
    Bounds,
    Record,
    Weighed,
    rates,
    rates_against_expected,
    shares_by,
)
from leads.schemes import balance
from leads.schemes.base import OF_RECORDS, Choice, Part, Read, Situation
from leads.schemes.scheme import Scheme
from leads.schemes.telling import (
    FURTHEST,
    PART_TEXTS,
    YOUR_BEHIND,
    Decided,
    Ranks,
    Reason,
    Sentence,
    Telling,
    bounded,
    part_words,
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
    weights, rate = _weights(situation), _rates(situation)
    if not any(rate[who] for who in weights):
        return {}
    exact = shares_by(weights, rate, _bounds(situation))
    return {who: _part(situation, who, share, rate[who]) for who, share in exact.items()}


def _part(situation: Situation, who: str, share: Fraction, rate: Fraction) -> Part:
    weights, bounds = _weights(situation), _bounds(situation)
    record, enough = _record(situation, who), max(_min_sample(situation), 1)
    equal = Fraction(weights[who], sum(weights.values()))
    most = bounds.ceiling or Fraction(1)
    return Part(
        share,
        rate,
        record,
        is_average=record.closed < (enough * MILLION if isinstance(record, Weighed) else enough),
        is_lifted=share == bounds.floor * equal and bounds.floor < 1,
        is_held=share == most * equal and most > 1,
        fades=bool(situation.settings.get("half_life")),
        stale_after=situation.settings.get("stale_after", timedelta(0)),
    )


def parts_of(situation: Situation) -> dict[str, int]:
    """Returns everybody's share in millionths."""
    exact = shares_by(_weights(situation), _rates(situation), _bounds(situation))
    return {who: max(round(share * PARTS), 1) for who, share in exact.items()}


def _weights(situation: Situation) -> dict[str, int]:
    return {c.id: c.weight for c in situation.candidates}


def _rates(situation: Situation) -> Mapping[str, Fraction]:
    """Of all who are here, or have closed anything."""
    min_sample, here = _min_sample(situation), _weights(situation)
    if situation.records:
        return rates(dict.fromkeys(here, NO_RECORD) | dict(situation.records), min_sample)
    return rates_against_expected(dict.fromkeys(here, NOTHING_WEIGHED) | dict(situation.weighed), min_sample)


def _record(situation: Situation, who: str) -> Record | Weighed:
    if situation.records:
        return situation.records.get(who, NO_RECORD)
    return situation.weighed.get(who, NOTHING_WEIGHED)


def _min_sample(situation: Situation) -> int:
    """While nothing is closed nothing rests on the settings, and the ledger keeps none of them."""
    found: int = situation.settings.get("min_sample", 20)
    return found


def _bounds(situation: Situation) -> Bounds:
    """An entry from before there was a ceiling holds none."""
    return Bounds.of(situation.settings.get("floor", 0.5), situation.settings.get("ceiling"))


def _why(decided: Decided, reader: str) -> tuple[Sentence, ...]:
    parts = explained(decided.situation) if decided.situation else {}
    share = part_words("why-share", parts[decided.offered[0]]) if parts else say("why-no-sales")
    return (share, *FURTHEST.sentences(decided, reader))


def _yours(decided: Decided, reader: str) -> tuple[Sentence, ...]:
    parts = explained(decided.situation) if decided.situation else {}
    share = (part_words("why-your-share", parts[reader]),) if parts else ()
    return (*share, *YOUR_BEHIND.sentences(decided, reader))


BY_CONVERSION = Reason(
    "by_conversion",
    Ranks.SHARE,
    Telling(_why, ("why-no-sales", *bounded("why-share"), *PART_TEXTS, *FURTHEST.texts)),
    Telling(_yours, (*bounded("why-your-share"), *PART_TEXTS, *YOUR_BEHIND.texts)),
    parts=explained,
)
SCHEME = Scheme(
    "conversion",
    choose,
    (BY_CONVERSION,),
    frozenset({Read.RECORDS, Read.SETTINGS}),
    OF_RECORDS,
    place=5,
)
