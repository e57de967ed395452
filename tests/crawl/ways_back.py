"""From every screen one comes back: by its own buttons to the beginning of its card, or to an answer that is final.

A screen without buttons is final: whoever wants more asks again. The beginning of a card is what it shows when it
comes: /office its front, a lead its card without a list that is open. What lives by itself, as a lead does, goes on
and not back; then each of its states is a beginning, and only what is opened in it has to close.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from tests.crawl.kinds import tapped
from tests.crawl.walk import Map, Node

NO_WAY_BACK: Final[Mapping[str, str]] = {
    "setup": "the set-up is over; a button leads on to the office",
}
"""Screens, by their card, from which nothing leads back, each with the reason."""


def stuck(found: Map) -> list[str]:
    """Lists the screens from which nobody comes back, each with the way there."""
    reached = {node.number for node in found.nodes if _is_end(node, _beginnings(found))}
    leads = _leads(found)
    while more := {one for one, to in leads.items() if one not in reached and to & reached}:
        reached |= more
    lost = (node for node in found.nodes if node.number not in reached and node.kind.card not in NO_WAY_BACK)
    return [f"{node.role}: {node.kind.card}: {' → '.join(deed.words for deed in node.path)}" for node in lost]


def _is_end(node: Node, beginnings: frozenset[tuple[str, str]]) -> bool:
    return not any(tapped(node.seen)) or (node.role, node.kind.card) in beginnings


def _beginnings(found: Map) -> frozenset[tuple[str, str]]:
    """What each sort of card shows somebody when it comes: by role and card."""
    shortest: dict[tuple[str, str], int] = {}
    for node in found.nodes:
        key = node.role, node.kind.card.partition("/")[0]
        shortest[key] = min(shortest.get(key, len(node.path)), len(node.path))
    return frozenset(
        (node.role, node.kind.card)
        for node in found.nodes
        if len(node.path) == shortest[node.role, node.kind.card.partition("/")[0]]
    )


def _leads(found: Map) -> Mapping[int, set[int]]:
    """Which screens each leads to. A button that was not pressed here leads where one of its kind did elsewhere."""
    by_kind: dict[str, set[int]] = defaultdict(set)
    for (_, kind), way in found.ways.items():
        by_kind[kind].update(way.to)
    return {node.number: set(_of(node, found, by_kind)) for node in found.nodes}


def _of(node: Node, found: Map, by_kind: Mapping[str, set[int]]) -> Iterator[int]:
    for kind in node.kind.buttons:
        way = found.ways.get((node.number, kind))
        yield from way.to if way else by_kind.get(kind, set())
