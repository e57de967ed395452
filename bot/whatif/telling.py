"""The entries of the office's ledger as events for a replay, and its leads as leads that remember who answered what."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from bot.replay import events
from bot.replay.events import Event
from bot.whatif.answers import Given, Habits, Remembered
from bot.whatif.beginning import back_on, begins_on
from leads.figures.report import Case
from leads.ledger import Sealed
from leads.scene import Lead, Outcome, Step

KINDS: Final = frozenset(
    {
        *("handed", "declined", "assigned", "returned", "closed", "settled"),
        *("on", "off", "leave_dropped", "paused", "joined", "member_joined", "member_left", "weight_changed"),
    }
)
"""The entries that are read."""
OF_A_LEAD: Final = frozenset({"handed", "declined", "assigned", "returned", "closed", "settled"})

EVER: Final = datetime.min.replace(tzinfo=UTC)


def declines_of(entries: Sequence[Sealed]) -> dict[int, dict[str, list[datetime]]]:
    """By lead and person: when he declined it."""
    found: dict[int, dict[str, list[datetime]]] = {}
    for entry in entries:
        if entry.kind == "declined" and entry.lead:
            who = json.loads(entry.body)["who"]
            found.setdefault(entry.lead, {}).setdefault(who, []).append(entry.at)
    return found


def client_of(lead: Lead, clients: Mapping[int, str]) -> str | None:
    """A word for him. Whoever was known and is erased since is somebody for himself."""
    return clients.get(lead.number or 0) or (f"client of {lead.number}" if lead.known else None)


class Pauses:
    """When people were paused for their lapses in fact."""

    def __init__(self, lapsed: Collection[str]) -> None:
        self._since = dict.fromkeys(lapsed, EVER)
        self._over: dict[str, list[tuple[datetime, datetime]]] = {}

    def end_with(self, entry: Sealed, body: Mapping[str, Any]) -> bool:
        """Notes what the entry says of it; whether somebody is back from such a pause."""
        who = body.get("who")
        if entry.kind == "paused":
            self._since[body["who"]] = entry.at
        if entry.kind not in {"on", "off"} or who not in self._since or body.get("until"):
            return False
        self._over.setdefault(body["who"], []).append((self._since.pop(body["who"]), entry.at))
        return entry.kind == "on"

    def covers(self, who: str, at: datetime) -> bool:
        """Also at the very instants at which it began and ended."""
        begun = self._since.get(who)
        return (begun is not None and begun <= at) or any(a <= at <= b for a, b in self._over.get(who, ()))


@dataclass(frozen=True)
class Teller:
    """`left`: who is in the office no more. `clients`: by number of a lead, a word for its client."""

    timezone: ZoneInfo
    known: Collection[str]  # everybody of whom the run knows
    left: Collection[str]
    cases: Mapping[int, Case]
    given: Mapping[int, Given]
    habits: Habits
    clients: Mapping[int, str]

    def events(self, entries: Sequence[Sealed], lapsed: Collection[str]) -> list[Event]:
        """In the order in which it happened. `lapsed`: who was paused for his lapses when the period began."""
        told: list[tuple[datetime, int, Event]] = []
        pauses = Pauses(lapsed)
        for entry in entries:
            body = json.loads(entry.body)
            came_back = pauses.end_with(entry, body)
            several = [events.WasThere(entry.at, body["who"])] if came_back else self._of(entry, body)
            told += [(entry.at, entry.seq, event) for event in several]
        told += [
            (at, 0, events.WasThere(at, who)) for at, who in self._answered() if not pauses.covers(who, at)
        ]
        return [event for _, _, event in sorted(told, key=lambda one: one[:2])]

    def _answered(self) -> Iterator[tuple[datetime, str]]:
        """Whoever took a lead had his telephone at hand."""
        for _, offers in self.cases.values():
            for offer in offers:
                if offer.claimed_by in self.known and offer.closed_at and offer.step is not Step.ASSIGN:
                    yield offer.closed_at, offer.claimed_by or ""

    def _of(self, entry: Sealed, body: Mapping[str, Any]) -> Iterator[Event]:
        if entry.kind in OF_A_LEAD:
            if entry.lead and entry.lead in self.cases:
                yield from self._of_lead(entry, entry.lead, body)
        elif body.get("who") in self.known:
            yield from self._of_person(entry, body["who"], body)

    def _of_lead(self, entry: Sealed, number: int, body: Mapping[str, Any]) -> Iterator[Event]:
        name, lead = str(number), self.cases[number][0]
        # closed in the instant in which it was taken: so it is whenever somebody has it
        at_once = lead.closed_at is not None and lead.closed_at == lead.held_at
        match entry.kind:
            case "handed":
                yield self._lead(lead, name, entry.at)
                if at_once and lead.outcome:
                    yield events.Ended(entry.at, name, lead.outcome, of=lead.holder)
            case "closed" | "settled" if at_once:
                pass
            case _:
                yield from self._in_hands(entry, name, body)

    def _in_hands(self, entry: Sealed, name: str, body: Mapping[str, Any]) -> Iterator[Event]:
        at = entry.at
        match entry.kind:
            case "assigned":
                yield events.Moved(at, name, body["who"], body["was"])
            case "returned":
                yield events.GivenBack(at, name, body["who"])
            case "closed":
                yield events.Ended(at, name, Outcome(body["outcome"]), of=body["who"])
            case "settled" if body["bad"]:
                yield events.Ended(at, name, Outcome.BAD)

    def _lead(self, lead: Lead, name: str, at: datetime) -> Remembered:
        return Remembered(
            at,
            name,
            segment=lead.segment,
            phone=client_of(lead, self.clients),
            source=lead.source,
            picked=lead.picked,
            given=self.given[lead.number or 0],
            habits=self.habits,
        )

    def _of_person(self, entry: Sealed, who: str, body: Mapping[str, Any]) -> Iterator[Event]:
        at = entry.at
        match entry.kind:
            case "on":
                yield events.CheckedIn(at, who)
            case "off" if body["until"]:
                yield events.WentOnLeave(at, who, back_on(body["until"], self.timezone), begins_on(body))
            case "leave_dropped":
                yield events.LeaveDropped(at, who)
            case "off":
                yield events.CheckedOut(at, who)
            case "joined" if body["roles"] is None:
                yield events.Linked(at, who, on=True)
            case "member_joined":
                yield events.Joined(at, who, body["segment"])
            case "member_left":
                yield events.Quit(at, who, body["segment"])
                if who in self.left:
                    yield events.Linked(at, who, on=False)
            case "weight_changed":
                yield events.Weighed(at, who, body["after"])
