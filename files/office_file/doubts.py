"""What an office file may hold and is hardly meant: rules that can never match. Nothing of it is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import Final

from contacts.gazetteer import ids_named, names_like, place_of
from files.office_file.problems import Lines, Path, Problem, spelled
from files.office_file.values import did_you_mean
from leads.office import Match, Office
from leads.schemes import SCHEMES
from leads.sources import SourceKind
from leads.words import are_alike, folded

LANGUAGES: Final = ("en", "ru", "tt")  # those that `contacts.languages` tells


class Odd(StrEnum):
    """Says what is hardly meant. The values are the keys of texts, `doubt-KEY`."""

    NO_PLACE = "no-place"
    NO_SOURCE = "no-source"
    NO_LANGUAGE = "no-language"
    NEVER = "never"
    NOBODY = "nobody"
    HAND_READS_NEITHER = "hand-reads-neither"


@dataclass(frozen=True, slots=True)
class Doubt:
    """Says what is hardly meant, and where it stands.

    `what`: the word or the kind that it is about; of NEVER the id of the segment that stands before. `near`: words
    that may be meant.
    """

    path: Path
    odd: Odd
    what: str = ""
    near: tuple[str, ...] = ()
    known_as: str = ""  # NO_SOURCE: the id of the source that has this name


def doubts(office: Office, text: str, name: str) -> list[Problem]:
    """Lists them in the order of the lines, as a command line says them.

    `office`: as it was read from `text`; `name`: what problems call the file.
    """
    lines = Lines(text)
    found = chain(_sources(office), *(of_segment(office, n) for n in range(len(office.segments))))
    problems = {Problem(name, lines.of(one.path), spelled(one.path), _message(one)) for one in found}
    return sorted(problems, key=lambda problem: (problem.line, problem.field, problem.message))


def _message(doubt: Doubt) -> str:
    what = doubt.what
    match doubt.odd:
        case Odd.NO_PLACE:
            return f'region: no place is called "{what}"{_meant(doubt.near)} It is compared as text'
        case Odd.NO_SOURCE:
            hint = (
                f'; its id is "{doubt.known_as}".'
                if doubt.known_as
                else did_you_mean(what, doubt.near) or "."
            )
            return f'source: no source has the id "{what}"{hint} Only leads of a file that say so match'
        case Odd.NO_LANGUAGE:
            return f'language: "{what}" is never told of a text; there are {", ".join(LANGUAGES)}'
        case Odd.NEVER:
            return f'never matches: "{what}" stands before it and takes all that it would'
        case Odd.NOBODY:
            return "nobody: its leads go up the ladder at once"
        case Odd.HAND_READS_NEITHER:
            return '"hand" reads neither secret_env nor straight_on'


def _sources(office: Office) -> Iterator[Doubt]:
    for n, source in enumerate(office.sources):
        if source.kind is SourceKind.HAND and (source.straight_on or source.secret_env):
            yield Doubt(("sources", n, "kind"), Odd.HAND_READS_NEITHER)


def of_segment(office: Office, n: int) -> Iterator[Doubt]:
    """Returns what is odd about the segment at this place, from 0; retired ones stand behind all others."""
    segment = office.segments[n]
    if segment.match:
        where: Path = ("segments", n, "match")
        yield from _of_match(office, segment.match, where)
        before = next(
            (s for s in office.segments[:n] if s.match and _takes_all(s.match, segment.match)), None
        )
        if before:
            yield Doubt(where, Odd.NEVER, before.id)
    if not segment.members and not SCHEMES[segment.scheme].asks_head:  # a head who is asked may take it
        yield Doubt(("segments", n, "members"), Odd.NOBODY)


def _of_match(office: Office, match: Match, where: Path) -> Iterator[Doubt]:
    for region in match.region:
        if not ids_named(region):
            yield Doubt(where, Odd.NO_PLACE, region, tuple(names_like(region)))
    ids = tuple(source.id for source in office.sources)
    for source in match.source:
        if folded(source) not in ids:
            known = office.source(source)
            yield Doubt(where, Odd.NO_SOURCE, source, ids, known.id if known else "")
    for language in match.language:
        if folded(language) not in LANGUAGES:
            yield Doubt(where, Odd.NO_LANGUAGE, language)


def _meant(names: Sequence[str]) -> str:
    return "; did you mean " + " or ".join(f'"{name}"' for name in names) + "?" if names else "."


def _takes_all(first: Match, then: Match) -> bool:
    """Whether the first rule takes each lead that the second would."""
    if first.known_client is not None and first.known_client is not then.known_client:
        return False
    return (
        _covers(first.region, then.region, _lies_in)
        and _covers(first.keywords, then.keywords, lambda word, start: folded(word).startswith(folded(start)))
        and _covers(first.source, then.source, are_alike)
        and _covers(first.language, then.language, are_alike)
    )


def _covers(first: Sequence[str], then: Sequence[str], is_within: Callable[[str, str], bool]) -> bool:
    """No part covers every part; else each word of the other must be within one of its words."""
    return not first or (then != () and all(any(is_within(one, other) for other in first) for one in then))


def _lies_in(region: str, other: str) -> bool:
    places = [place for id in ids_named(region) if (place := place_of(id))]
    wider = ids_named(other)
    return are_alike(region, other) or (
        places != [] and all(not wider.isdisjoint(place.within) for place in places)
    )
