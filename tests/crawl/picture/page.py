"""The page of all screens: by language and role, by what one begins with, each screen with the way to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from bot.standin.people import Button
from tests.crawl.kinds import Names, kind_of
from tests.crawl.picture.bubbles import bubble
from tests.crawl.picture.graph import drawing
from tests.crawl.walk import Map, Node

STYLE = (Path(__file__).parent / "page.css").read_text("utf-8")
SCRIPT = (Path(__file__).parent / "page.js").read_text("utf-8")
BY_ITSELF = "comes by itself"


@dataclass(frozen=True, slots=True)
class Walked:
    """One office. `pictures`: the bytes of photos, by the id of their file; `names`: what its data are called."""

    language: str
    found: Map
    pictures: Mapping[str, bytes]
    names: Names


def page(walked: Sequence[Walked]) -> str:
    """Returns it as one file that needs no other."""
    offices = "".join(Office(one).html() for one in walked)
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>Every screen</title><style>{STYLE}</style>"
        f'<nav id="choose"></nav><main>{offices}</main><script>{SCRIPT}</script></html>'
    )


class Office:
    def __init__(self, walked: Walked) -> None:
        self.walked = walked
        self.roles: dict[str, list[Node]] = defaultdict(list)
        for node in walked.found.nodes:
            self.roles[node.role].append(node)
        self.ways = {
            (node.role, kind): way
            for (number, kind), way in walked.found.ways.items()
            for node in [walked.found.nodes[number]]
        }

    def html(self) -> str:
        parts = (self._role(role, nodes) for role, nodes in self.roles.items())
        return f'<section class="office" data-name="{self.walked.language}">{"".join(parts)}</section>'

    def _role(self, role: str, nodes: Sequence[Node]) -> str:
        begun: dict[str, list[Node]] = defaultdict(list)
        for node in nodes:
            begun[_beginning(node)].append(node)
        groups = "".join(self._group(name, begun[name]) for name in sorted(begun, key=_order))
        return f'<section class="role" data-name="{escape(role)}">{self._drawn(nodes)}{groups}</section>'

    def _group(self, name: str, nodes: Sequence[Node]) -> str:
        screens = "".join(self._screen(node) for node in nodes)
        return f'<h2>{escape(name)} <small>{len(nodes)}</small></h2><div class="screens">{screens}</div>'

    def _screen(self, node: Node) -> str:
        way = " → ".join(escape(deed.words[:30]) for deed in node.path) or BY_ITSELF
        shown = self.walked.pictures.get(_photo(node), b"")
        inside = bubble(node.seen, shown, lambda button: self._to(node, button))
        head = f"<header><b>{node.number}</b> {escape(node.kind.card)}<br><small>{way}</small></header>"
        return f'<article id="{self._id(node.number)}">{head}{inside}</article>'

    def _to(self, node: Node, button: Button) -> str | None:
        """Where it leads: here, or where a button of its kind was pressed."""
        if button.action != "callback_data":
            return None
        kind = kind_of(button.value, self.walked.names)
        way = self.walked.found.ways.get((node.number, kind)) or self.ways.get((node.role, kind))
        own = [one for one in way.to if self.walked.found.nodes[one].role == node.role] if way else []
        return f"#{self._id(own[-1])}" if own else None

    def _id(self, number: int) -> str:
        return f"{self.walked.language}-{number}"

    def _drawn(self, nodes: Sequence[Node]) -> str:
        depths: dict[str, int] = {}
        targets: dict[str, str] = {}
        for node in nodes:
            name = node.kind.card
            depths[name] = min(depths.get(name, 99), len(node.path))
            targets.setdefault(name, f"#{self._id(node.number)}")
        drawn = drawing(depths, self._between(nodes), targets)
        return f'<details class="graph"><summary>How they hang together</summary>{drawn}</details>'

    def _between(self, nodes: Sequence[Node]) -> Iterator[tuple[str, str]]:
        here = {node.number: node for node in nodes}
        for (number, _), way in self.walked.found.ways.items():
            if number in here:
                yield from ((here[number].kind.card, here[to].kind.card) for to in way.to if to in here)


def _beginning(node: Node) -> str:
    return node.path[0].words[:40] if node.path else BY_ITSELF


def _order(name: str) -> tuple[bool, bool, str]:
    return name != BY_ITSELF, not name.startswith("/"), name


def _photo(node: Node) -> str:
    photos = node.seen.raw.get("photo") or [{}]
    return str(photos[-1].get("file_id", ""))
