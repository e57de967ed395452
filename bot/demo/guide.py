"""What a visitor may try, in the order of a lead's life; each step is ticked by what the ledger says was done."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from leads.client import TouchKind
from leads.entries.asking import Claimed, Handed, Touched, Waiting
from leads.entries.hands import Appointed, Closed, Progressed
from leads.lead import Due, Outcome, Progress, Promised
from storage import ledger
from storage.store import Store

BITE = 500  # entries read at a time

Body = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Step:
    """One step, under a key of the page's words: done by an entry of this kind whose body is so."""

    id: str
    kind: str
    is_done: Callable[[Body], bool] = lambda _: True


STEPS = (
    Step("hand", Handed.kind),
    Step("claim", Claimed.kind),
    Step("reached", Progressed.kind, lambda body: body["progress"] == Progress.REACHED),
    Step("note", Touched.kind, lambda body: body["what"] == TouchKind.NOTE),
    Step("callBack", Appointed.kind, lambda body: body["what"] == Promised.CALL_BACK),
    Step("repeat", Touched.kind, lambda body: body["what"] == TouchKind.REPEAT),
    Step("sale", Closed.kind, lambda body: body["outcome"] == Outcome.WON),
    Step("evening", Waiting.kind, lambda body: body["reason"] == Due.OPENING),
)
LEAD = "lead"  # the first step leaves no entry: a draft is no decision
SET_UP = "setUp"  # of an empty office, before all else: until somebody can take a call


@dataclass(slots=True)
class Guide:
    """Reads on where it has stopped. `seen`: the last entry before the demo opened, from there on."""

    seen: int | None = None
    done: set[str] = field(default_factory=set)
    is_empty: bool = False  # the office was to be set up first

    def read(self, store: Store) -> None:
        """Follows what has been done since it read last; at first nothing has."""
        if self.seen is None:
            head = ledger.head(store)
            self.seen = head.seq if head else 0
            return
        while entries := ledger.after(store, self.seen, BITE):
            self.seen = entries[-1].seq
            for entry in entries:
                body = json.loads(entry.body)
                self.done |= {step.id for step in STEPS if step.kind == entry.kind and step.is_done(body)}

    def steps(self, *, is_set_up: bool, has_lead: bool) -> list[dict[str, Any]]:
        """Returns every step and whether it is done.

        `is_set_up`: somebody is there to take a call. `has_lead`: a draft lies there.
        """
        before = [{"id": SET_UP, "done": is_set_up}] if self.is_empty else []
        first = {"id": LEAD, "done": has_lead or bool(self.done)}
        return [*before, first, *({"id": step.id, "done": step.id in self.done} for step in STEPS)]
