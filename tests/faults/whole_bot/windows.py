"""Whoever has a lead that was offered with a window has tapped for it in time: read from the ledger alone."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from leads.ledger import Sealed

LEAVES = {"declined", "undelivered", "cut_short"}  # one or more of those who were asked


@dataclass(slots=True)
class Window:
    asked: set[str]
    wanted: set[str] = field(default_factory=set)
    until: datetime | None = None  # from the first tap on


@dataclass(slots=True)
class Windows:
    """The live offers with a window, by lead."""

    live: dict[int, Window] = field(default_factory=dict)

    def read(self, entries: Sequence[Sealed]) -> None:
        for entry in entries:
            if entry.lead is not None:
                self._follow(entry, entry.lead, json.loads(entry.body))

    def _follow(self, entry: Sealed, lead: int, body: dict[str, Any]) -> None:
        window = self.live.get(lead)
        match entry.kind:
            case "offered":
                self.live.pop(lead, None)
                if body.get("window"):
                    self.live[lead] = Window(set(body["offered"]))
            case "wanted":
                assert window, f"lead {lead} has no window to tap in"
                self._wants(entry, window, body)
            case "claimed" if window:
                assert body["who"] in window.wanted & window.asked, f"{body['who']} has not tapped in time"
                is_over = window.until is not None and entry.at >= window.until
                assert is_over or window.asked <= window.wanted, "somebody could still tap"
                del self.live[lead]
            case kind if kind in LEAVES and window:
                who = body["who"]
                window.asked -= {who} if isinstance(who, str) else set(who)
            case "lapsed" | "withdrawn" | "assigned" | "kept" | "claimed_late":
                self.live.pop(lead, None)

    def _wants(self, entry: Sealed, window: Window, body: dict[str, Any]) -> None:
        who = body["who"]
        assert who in window.asked, f"{who} is not asked"
        assert who not in window.wanted or body["until"], f"{who} has tapped twice"
        assert window.until is None or entry.at < window.until or body["until"], "the window is closed"
        window.wanted.add(who)
        if body["until"]:
            window.until = datetime.fromisoformat(body["until"])
