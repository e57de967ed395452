"""Each week is drawn after one throw of whoever was named when it was promised: read from the ledger alone."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from leads.draws import DICE
from leads.ledger import Sealed

Week = tuple[str, str]
EMOJI = {name: emoji for emoji, (name, _) in DICE.items()}


@dataclass(slots=True)
class Lots:
    """`shown`: what dice have shown, by the chat of whoever threw them, whether anything waited for them or not."""

    shown: dict[int, set[tuple[str, int]]] = field(default_factory=lambda: defaultdict(set))
    promised: dict[Week, dict[str, Any]] = field(default_factory=dict)
    thrown: set[Week] = field(default_factory=set)
    opened: set[Week] = field(default_factory=set)

    def read(self, entries: Sequence[Sealed], chats: Mapping[str, int | None]) -> None:
        for entry in entries:
            if entry.kind in {"draw_announced", "draw_thrown", "draw_opened"}:
                body = json.loads(entry.body)
                self._follow(entry, (body["segment"], body["monday"]), body, chats)

    def next_closing(self, now: datetime) -> datetime | None:
        """Returns when the lots of some week are closed next, if somebody is to throw then."""
        closings = (datetime.fromisoformat(said["draw_at"]) for said in self._awaited())
        return min((at for at in closings if at > now), default=None)

    def _awaited(self) -> list[dict[str, Any]]:
        over = self.thrown | self.opened
        return [said for week, said in self.promised.items() if week not in over and said.get("thrower")]

    def _follow(
        self, entry: Sealed, week: Week, body: dict[str, Any], chats: Mapping[str, int | None]
    ) -> None:
        if entry.kind == "draw_announced":
            assert week not in self.promised, f"{week} is promised twice"
            self.promised[week] = body
            return
        said = self.promised[week]
        until = datetime.fromisoformat(said["throw_until"]) if said.get("thrower") else None
        assert entry.at >= datetime.fromisoformat(said["draw_at"]), "the lots are not closed yet"
        assert week not in self.opened, f"{week} is drawn already"
        if entry.kind == "draw_opened":
            assert until is None or week in self.thrown or entry.at >= until, "the throw was not waited for"
            self.opened.add(week)
            return
        assert body["who"] == said["thrower"], f"{body['who']} was not named"
        assert week not in self.thrown, f"{week} is thrown twice"
        assert until and entry.at < until, "it was not waited for any more"
        chat = chats.get(body["who"])
        assert chat and (EMOJI[body["dice"]], body["value"]) in self.shown[chat], "nobody has thrown that"
        self.thrown.add(week)
