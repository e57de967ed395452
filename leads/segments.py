"""Segments: which rule a lead falls under. The first match wins; the last segment takes everything else."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from leads.office import Match, Office, Segment
from leads.words import folded


class KnownBy(StrEnum):
    """Says how it is known where a client is."""

    TEXT = "text"  # they or the secretary says so
    NUMBER = "number"  # a guess: people move, and take their numbers along
    HAND = "hand"  # somebody of the office has put it in


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules read of a lead. No rule reads a name or a phone."""

    text: str = ""
    region: str | None = None  # where they are, as text alone
    regions: frozenset[str] = (
        frozenset()
    )  # of the regions that the rules name those in which they are, as they name them
    source: str | None = None
    language: str | None = None
    known_client: bool = False


class Because(StrEnum):
    """Says why a lead is of its segment."""

    SOURCE = "source"  # all leads of its source are
    RULE = "rule"  # the segment's rule matches, and none before it
    REST = "rest"  # the segment takes everything else
    LAST = "last"  # no rule matches, and the last segment takes it


def segment_for(office: Office, facts: Facts) -> Segment:
    """Finds the segment of a new lead: its source's, if that has one, else the first whose rule matches. Where
    no rule matches, the last segment takes it: nothing is dropped.

    Raises LookupError in an office without segments.
    """
    return segment_and_why(office, facts)[0]


def segment_and_why(office: Office, facts: Facts) -> tuple[Segment, Because]:
    """Does what `segment_for` does, and says by which rule."""
    active = [segment for segment in office.segments if not segment.retired]
    source = office.source(facts.source)
    if source and (own := next((s for s in active if s.id == source.segment), None)):
        return own, Because.SOURCE
    for segment in active:
        if segment.match is None:
            return segment, Because.REST
        if matches(segment.match, facts):
            return segment, Because.RULE
    if not active:
        raise LookupError("the office has no segments")
    return active[-1], Because.LAST


def matches(match: Match, facts: Facts) -> bool:
    """Tells whether every part of the rule that is given holds; words are compared as `leads.words` does."""
    return (
        (
            not match.region
            or _any_within(match.region, facts.region)
            or not facts.regions.isdisjoint(match.region)
        )
        and (not match.keywords or _any_word(match.keywords, facts.text))
        and (not match.source or _any_equal(match.source, facts.source))
        and (not match.language or _any_equal(match.language, facts.language))
        and (match.known_client is None or match.known_client is facts.known_client)
    )


def _any_within(wanted: Iterable[str], found: str | None) -> bool:
    """`Татарстан` is meant by `Республика Татарстан`, and the other way round."""
    place = folded(found or "")
    return place != "" and any(w in place or place in w for w in map(folded, wanted))


def _any_word(wanted: Iterable[str], text: str) -> bool:
    """A keyword stands for every word that begins with it: `окн` for `окна` and `окнами`."""
    words = folded(text)
    return any(re.search(rf"(?<!\w){re.escape(folded(w))}", words) for w in wanted)


def _any_equal(wanted: Iterable[str], found: str | None) -> bool:
    return found is not None and folded(found) in {folded(w) for w in wanted}
