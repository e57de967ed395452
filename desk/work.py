"""One transaction's work: scenes are read and saved here, and every card that a change made stale is noted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from desk import crm_rows, folding, hooks_noted, telling, unattended
from desk.happenings import happening
from desk.transaction import Transaction
from leads.entries.asking import (
    Claimed,
    ClaimedLate,
    CutShort,
    Declined,
    Lapsed,
    Resegmented,
    Undelivered,
    Withdrawn,
)
from leads.entries.hands import Assigned, Closed, Progressed, Returned, Settled
from leads.entries.kinds import Entry
from leads.lead import Due, State, Step
from leads.offering import advance
from leads.office import Segment
from leads.picking import asks_head, picks
from leads.proof.following import named
from leads.routing import Wait, decide
from leads.scene import Scene
from storage import cards, due, scenes
from storage.kinds import CardKind, Change, Holds, that_hold
from storage.memo import keep, once
from storage.scenes import Loaded

FREES = (
    Resegmented
    | Withdrawn
    | Claimed
    | ClaimedLate
    | Declined
    | Undelivered
    | Lapsed
    | CutShort
    | Assigned
    | Closed
    | Settled
    | Returned
)
"""Entries after which somebody may have an offer less to answer, or a lead less in hand."""


@dataclass(frozen=True, slots=True)
class Work(Transaction):
    """The open transaction in which leads are read and saved; whoever has to notice an entry is told of it."""

    def load(self, lead: int) -> Loaded:
        """Raises NoLeadError."""
        return scenes.load(self.store, self.office, self.is_holiday, lead, self.now)

    def seen(self, lead: int) -> Loaded:
        """Loads a lead for whoever changes nothing: what this transaction has saved is not read again.

        Raises NoLeadError.
        """
        return once(self.store, ("scene", lead), scenes.OF_SCENES, lambda: self.load(lead))

    def save(self, loaded: Loaded) -> None:
        """Writes what the rules changed and asks for every card that has to tell of it."""
        entries, had, was = tuple(loaded.scene.log), loaded.lead["holder"], State(loaded.lead["state"])
        was_kept = loaded.lead["due_kind"] == Due.REPEAT
        if any(isinstance(entry.said, Progressed) for entry in entries):
            loaded = replace(loaded, stored=replace(loaded.stored, has_later=True))
        self.happened.extend(happening(loaded.lead, loaded.scene.lead, entries))
        self.save_quietly(loaded)
        cards.changed(self.store, Change.HANDS, loaded.scene.lead.id)
        for entry in entries:
            telling.say(self, entry.said, loaded.scene)
            telling.tell(self, loaded, entry.said)
        if was_kept and scene_due(loaded) is not Due.REPEAT:
            cards.touch(self.store, [CardKind.KEPT])  # one less
        if had and had != loaded.scene.lead.holder:
            cards.touch_of(self.store, that_hold(Holds.LISTED), had)  # their lists speak of its client
        if entries and any(offer.step is Step.PULL for offer in loaded.scene.offers):
            cards.touch(self.store, [CardKind.PULL])
        if entries:
            self.touch_lists(loaded.scene.segment)
        if loaded.scene.lead.state is not State.DRAFT:  # whose client may still change
            keep(self.store, ("scene", loaded.scene.lead.id), scenes.OF_SCENES, loaded)
        if any(isinstance(entry.said, FREES) for entry in entries):
            self._tell_of_left(loaded.scene, entries)
            self._serve_who_wait()
        unattended.follow(self, loaded, was)
        crm_rows.follow(self, loaded, was)
        if loaded.stored.has_others and (had, was) != (loaded.scene.lead.holder, loaded.scene.lead.state):
            folding.after(self, loaded, had, was, entries)

    def save_quietly(self, loaded: Loaded) -> None:
        """Writes what the rules changed where no card has to tell of it; what the outside hears of is on its way."""
        entries = tuple(loaded.scene.log)
        length = scenes.save(self.store, loaded, self.now)
        hooks_noted.note(self, entries, length)

    def touch_lists(self, segment: Segment) -> None:
        """Draws the lists anew where a hand chooses among the managers: what stands beside their names may differ."""
        if picks(segment) or asks_head(segment):
            cards.touch_lists(self.store, segment.id)

    def _tell_of_left(self, scene: Scene, entries: Iterable[Entry]) -> None:
        """What somebody leaves who is gone, or goes, is less now, or more: the head's list says so."""
        touched = {who for e in entries if isinstance(e.said, FREES) for who in named(e.said)}
        touched |= {e.said.was for e in entries if isinstance(e.said, Assigned) and e.said.was}
        left = [who for who in touched if scene.workers[who].leave_until or not self.office.has(who)]
        if left:
            cards.changed(self.store, Change.LEFT, *left)

    def _serve_who_wait(self) -> None:
        """Somebody may be free again: leads that waited for that go out, the oldest first."""
        blocked = set[tuple[str, str | None, str | None]]()
        for row in due.waiting_for_answers(self.store):
            whose = (row.segment, row.owner, row.picked)
            loaded = None if whose in blocked else self.load(row.id)
            if loaded is None or isinstance(decide(loaded.scene, self.now), Wait):
                blocked.add(whose)
                continue
            advance(loaded.scene, self.now)
            self.save(loaded)


def scene_due(loaded: Loaded) -> Due | None:
    """Tells what the lead's deadline is for."""
    deadline = loaded.scene.lead.deadline
    return deadline.kind if deadline else None
