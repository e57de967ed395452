"""What an office file may hold and is hardly meant: rules that can never match. Nothing of it is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import Final

from contacts.gazetteer import ids_named, names_like, place_of
from files.office_file.problems import Lines, Path, Problem, spelled
from files.office_file.values import did_you_mean
from leads.office import Match, Office
from leads.schemes import SCHEMES
from leads.sources import SourceKind
from leads.words import are_alike, folded

Doubt = tuple[Path, str]

LANGUAGES: Final = ("en", "ru", "tt")  # those that `contacts.languages` tells


def doubts(office: Office, text: str, name: str) -> list[Problem]:
    """Lists them in the order of the lines.

    `office`: as it was read from `text`; `name`: what problems call the file.
    """
    lines = Lines(text)
    found = chain(_sources(office), *(_of_segment(office, n) for n in range(len(office.segments))))
    problems = {Problem(name, lines.of(path), spelled(path), message) for path, message in found}
    return sorted(problems, key=lambda problem: (problem.line, problem.field, problem.message))


def _sources(office: Office) -> Iterator[Doubt]:
    for n, source in enumerate(office.sources):
        if source.kind is not SourceKind.HAND:
            message = "brings no leads by itself yet: until then the secretary picks it by hand"
            yield ("sources", n, "kind"), f'"{source.kind}" {message}'
        elif source.straight_on or source.secret_env:
            yield ("sources", n, "kind"), '"hand" reads neither secret_env nor straight_on'


def _of_segment(office: Office, n: int) -> Iterator[Doubt]:
    segment = office.segments[n]
    if segment.match:
        where: Path = ("segments", n, "match")
        yield from ((where, message) for message in _of_match(office, segment.match))
        before = next(
            (s for s in office.segments[:n] if s.match and _takes_all(s.match, segment.match)), None
        )
        if before:
            yield where, f'never matches: "{before.id}" stands before it and takes all that it would'
    if not segment.members and not SCHEMES[segment.scheme].asks_head:  # a head who is asked may take it
        yield ("segments", n, "members"), "nobody: its leads go up the ladder at once"


def _of_match(office: Office, match: Match) -> Iterator[str]:
    for region in match.region:
        if not ids_named(region):
            near = _near(names_like(region))
            yield f'region: no place is called "{region}"{near} It is compared as text'
    ids = [source.id for source in office.sources]
    for source in match.source:
        if folded(source) not in ids:
            known = office.source(source)
            hint = f'; its id is "{known.id}".' if known else did_you_mean(source, ids) or "."
            yield f'source: no source has the id "{source}"{hint} Only leads of a file that say so match'
    for language in match.language:
        if folded(language) not in LANGUAGES:
            yield f'language: "{language}" is never told of a text; there are {", ".join(LANGUAGES)}'


def _near(names: list[str]) -> str:
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
