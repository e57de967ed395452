"""Edits of segments: each changes the office's document as somebody would change the lines of its file.

Each is applied to what stands there now, and raises KeyError where the segment is no more, Refused where the rules of
an office file would be broken by it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from desk.changing import Edit
from files.office_file.changes import ORDER
from files.office_file.dumping import Document
from files.office_file.editing import put
from leads.refusals import Refusal, Refused
from leads.words import folded

Table = dict[str, Any]

SEGMENTS: Final = "segments"
LONGEST_NAME: Final = 100


def create(id: str, name: str, match: Table | None) -> Edit:
    """A new segment comes last, but before the one that takes everything else."""

    def edit(document: Document) -> None:
        table = {"id": id, "name": name} | ({"match": match} if match else {})
        _insert(document, table)

    return edit


def rename(id: str, name: str) -> Edit:
    return lambda document: put(document, (SEGMENTS, id, "name"), name)


def move(id: str, by: int) -> Edit:
    """`by`: -1 up, 1 down; at the ends, and past the one that takes everything else, nothing moves."""

    def edit(document: Document) -> None:
        ids = [table["id"] for table in document[SEGMENTS]]
        place = ids.index(table_of(document, id)["id"])
        there = place + by
        if not 0 <= there < len(ids):
            return
        if not all(document[SEGMENTS][n].get("match") for n in (place, there)):
            raise Refused(Refusal.REST_IS_LAST)
        ids[place], ids[there] = ids[there], ids[place]
        put(document, (SEGMENTS, ORDER), ids)

    return edit


def retire(id: str) -> Edit:
    """Its shifts go with it, and no source is its own any more."""

    def edit(document: Document) -> None:
        table_of(document, id)
        if len(document[SEGMENTS]) == 1:
            raise Refused(Refusal.LAST_SEGMENT)
        put(document, (SEGMENTS, id), None)
        document["shifts"] = [shift for shift in document["shifts"] if shift["segment"] != id]
        for source in document["sources"]:
            if source.get("segment") == id:
                source.pop("segment")

    return edit


def take_up(table: Table, place: int) -> Edit:
    """`table`: as it was when it was taken out; whoever has left the office since is in no team.

    `place`: where it stood then, from 0; it comes there again, though never behind what takes everything else.
    """

    def edit(document: Document) -> None:
        people = {person["id"] for person in document["people"]}
        there = {key: [who for who in table.get(key, ()) if who in people] for key in ("members", "heads")}
        _insert(document, {**table, **there}, place)

    return edit


def tick(id: str, who: str, *, on: bool) -> Edit:
    """Whoever comes stands at the end of the team; whoever goes has no shifts there any more."""

    def edit(document: Document) -> None:
        members = [one for one in table_of(document, id).get("members", ()) if one != who]
        put(document, (SEGMENTS, id, "members"), [*members, who] if on else members)
        if not on:
            document["shifts"] = [s for s in document["shifts"] if (s["segment"], s["who"]) != (id, who)]

    return edit


def tick_head(id: str, who: str, *, on: bool) -> Edit:
    """Whoever heads the segment has what a head may do for its leads."""

    def edit(document: Document) -> None:
        heads = [one for one in table_of(document, id).get("heads", ()) if one != who]
        put(document, (SEGMENTS, id, "heads"), ([*heads, who] if on else heads) or None)

    return edit


def put_words(id: str, part: str, words: list[str]) -> Edit:
    """The rule names these, too; what it names already, however written, stays as it is."""
    return _of_part(id, part, lambda held: distinct([*held, *words]))


def drop_word(id: str, part: str, word: str) -> Edit:
    return _of_part(id, part, lambda held: [one for one in held if one != word])


def put_known(id: str, known: bool | None) -> Edit:
    """Whether only known clients, or only new ones; None: both."""

    def edit(document: Document) -> None:
        _put_match(document, id, _match(document, id) | {"known_client": known})

    return edit


def add_source(id: str, name: str) -> Edit:
    """One that is picked by hand."""
    return lambda document: put(document, ("sources", id), {"id": id, "name": name, "kind": "hand"})


def both(*edits: Edit) -> Edit:
    def edit(document: Document) -> None:
        for one in edits:
            one(document)

    return edit


def table_of(document: Document, id: str) -> Table:
    """Raises Refused for one that is no more."""
    found: Table | None = next((table for table in document[SEGMENTS] if table["id"] == id), None)
    if found is None:
        raise Refused(Refusal.NO_SEGMENT)
    return found


def _insert(document: Document, table: Table, place: int | None = None) -> None:
    """`place`: None for the last that it may have."""
    tables = document[SEGMENTS]
    takes_rest = bool(tables) and not tables[-1].get("match")
    if takes_rest and not table.get("match"):
        raise Refused(Refusal.REST_IS_THERE)
    last = len(tables) - takes_rest
    tables.insert(last if place is None or not table.get("match") else min(place, last), table)


def _of_part(id: str, part: str, change: Callable[[list[str]], list[str]]) -> Edit:
    def edit(document: Document) -> None:
        match = _match(document, id)
        _put_match(document, id, match | {part: change(list(match.get(part, ())))})

    return edit


def _match(document: Document, id: str) -> Table:
    return dict(table_of(document, id).get("match") or {})


def _put_match(document: Document, id: str, match: Table) -> None:
    """Only the last segment may be without a rule."""
    said = {key: value for key, value in match.items() if value not in (None, [])}
    if not said and document[SEGMENTS][-1]["id"] != id:
        raise Refused(Refusal.RULE_NEEDED)
    put(document, (SEGMENTS, id, "match"), said or None)


def distinct(words: Iterable[str]) -> list[str]:
    """Returns each word once, however it is written, as it was written first."""
    found: dict[str, str] = {}
    for word in words:
        found.setdefault(folded(word), word)
    return list(found.values())
