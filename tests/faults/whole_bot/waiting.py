"""Whoever asks for a lead has the oldest that waits for them, within their day: read from the ledger alone."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from leads.lead import Step
from leads.ledger import Sealed
from leads.office import Office

HAS = {"claimed", "claimed_late", "assigned", "kept"}
OVER = {"lapsed", "withdrawn", "closed"}


@dataclass(slots=True)
class Waiting:
    segment: dict[int, str] = field(default_factory=dict)  # of each lead
    asked: dict[int, set[str]] = field(
        default_factory=dict
    )  # of the leads that wait: who could ask, and is there
    had: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    by_asking: Counter[tuple[str, date]] = field(default_factory=Counter)

    def read(self, entries: Sequence[Sealed], before: Office, after: Office) -> None:
        """`before` and `after`: the office at both ends of this stretch; its file may have changed within."""
        for entry in entries:
            if entry.lead is None:
                continue
            body = json.loads(entry.body)
            if entry.kind == "claimed" and body["step"] == Step.PULL:
                day = entry.at.astimezone(after.timezone).date()
                self._check(entry.lead, body["who"], day, (before, after))
                self.by_asking[body["who"], day] += 1
            self._follow(entry.lead, entry.kind, body)

    def _check(self, lead: int, who: str, day: date, offices: Sequence[Office]) -> None:
        assert lead in self.asked, f"lead {lead} does not wait to be asked for"
        assert who not in self.had[lead], f"{who} has had lead {lead}"
        today = self.by_asking[who, day]
        assert any(_may_ask(office, self.segment[lead], who, today) for office in offices), (
            f"{who} has had {today} by asking"
        )
        for older in (number for number in self.asked if number < lead and who not in self.had[number]):
            always = all(_may_ask(office, self.segment[older], who, today) for office in offices)
            assert not always, f"lead {older} waited for longer than lead {lead}"

    def _follow(self, lead: int, kind: str, body: dict[str, Any]) -> None:
        match kind:
            case "handed":
                self.segment[lead] = body["segment"]
            case "resegmented":
                self.segment[lead] = body["segment"]
                if body["onward"]:
                    self.asked.pop(lead, None)
            case "offered" if body["step"] == Step.PULL:
                self.asked[lead] = set(body["offered"])
            case "undelivered" | "cut_short" if lead in self.asked:
                who = body["who"]
                self.asked[lead] -= {who} if isinstance(who, str) else set(who)
                if not self.asked[lead]:
                    del self.asked[lead]
            case kind if kind in HAS:
                self.asked.pop(lead, None)
                self.had[lead].add(body["who"])
            case kind if kind in OVER or kind == "offered":
                self.asked.pop(lead, None)


def _may_ask(office: Office, segment: str, who: str, today: int) -> bool:
    one = office.segment(segment)
    return who in one.members and (not one.day_limit or today < one.day_limit)
