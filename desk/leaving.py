"""Open leads of whoever goes: the head gets them as a list, and hands each or all of them on.

And a client who comes again while whoever has the lead is away: after a while the head is told.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from desk.actor import NOTHING, Actor, Reply
from desk.answers import anywhere
from desk.door import Door
from desk.list_views import client_for, in_hands_of
from desk.opened import bring
from desk.work import Work
from leads import holding
from leads.binding import after_open
from leads.client import TouchKind
from leads.entries.asking import Touched
from leads.entries.kinds import read
from leads.lead import OVER
from leads.office import Role
from leads.presence import Absence, Worker, away, leave_ahead, on_leave
from leads.recipients import News
from leads.refusals import Refusal, Refused
from leads.rights import Right
from leads.scene import Scene, who_has
from screens.buttons.base import short
from screens.format import listing
from screens.views.leaving import Gone, Heir, LeftRow, LeftView
from storage import cards, cases, ledger, people, scenes, watches
from storage.kinds import CardKind, Change, Urgency
from storage.listing import STIRS_NOTHING, Listed
from storage.people import PersonRow
from storage.watches import Watch, WatchKind

BY_RULE: Final = "+"


@dataclass(frozen=True, slots=True)
class Leaving:
    door: Door

    async def pass_on(self, actor: Actor, person: str, to: str) -> Reply:
        """Opens the list of managers (empty), puts it away (`-`), or hands all of this person's open leads on."""

        def case(work: Work) -> Reply:
            left = held_by(work, person)
            if to in {"", "-"} or not left:
                _show(work, actor, person, menu="" if to or not left else "all")
                return NOTHING if left or to in {"", "-"} else Reply(refusal=Refusal.CLOSED)
            heir = None if to == BY_RULE else _named(work, to)
            passed = [lead for lead in left if _passed(work, actor, lead, heir)]
            _show(work, actor, person, menu="")
            if not passed:
                raise Refused(Refusal.NOBODY_THERE)
            return Reply(done="passed-on" if len(passed) == len(left) else "passed-on-some")

        return await self.door.do(actor, Right.ASSIGN, case)


def held_by(work: Work, who: str) -> Sequence[int]:
    """Returns the rows of the open leads in somebody's hands, in the order of their numbers."""
    return [lead.id for lead, _ in cases.held_by(work.store, who)]


def tell_of_leave(work: Work, who: str, begins: datetime | None) -> None:
    """Somebody has told of a leave: the head gets their open leads now, and when it begins once more."""
    if begins:
        watches.watch(work.store, WatchKind.LEAVE, who, work.now, begins)
    else:
        watches.forget(work.store, WatchKind.LEAVE, who)
    _tell(work, who)


def forget_leave(work: Work, who: str) -> None:
    """The leave is given up, or was replaced: nobody has to be told that it begins."""
    watches.forget(work.store, WatchKind.LEAVE, who)
    cards.changed(work.store, Change.LEFT, who)


def expect(work: Work, scene: Scene) -> None:
    """A client has come again while whoever has the lead is away: the head is told if nobody cares for them."""
    if within := work.office.unattended:
        due = after_open(scene, work.now, within)
        watches.watch(work.store, WatchKind.REPEAT, str(scene.lead.id), work.now, due)


def begins(work: Work, watch: Watch) -> None:
    """The head gets the open leads of whoever is on leave now."""
    if on_leave(scenes.read_workers(work.store)[watch.subject], work.now):
        _tell(work, watch.subject)


def _tell(work: Work, who: str) -> None:
    """Nothing where they leave nothing; else it rings."""
    if not cases.held_by(work.store, who):
        cards.changed(work.store, Change.LEFT, who)
        return
    for reader in work.recipients(News.LEFT):
        if reader.chat:
            cards.want(work.store, reader.chat, CardKind.LEFT, who, reader.id)


def came_again(work: Work, watch: Watch) -> None:
    """The head hears of a client who came again, unless somebody who is there has the lead, or cared for it."""
    loaded = work.load(int(watch.subject))
    scene = loaded.scene
    has_it = who_has(scene)
    if scene.lead.state in OVER or _has_moved(work, scene, watch.since):
        return
    if any(not is_away(work, scene, who) for who in has_it):
        return
    names = people.names(work.store)
    for reader in work.recipients(News.LEFT):
        if reader.chat and reader.id not in has_it:
            about = f"unseen:{scene.lead.id}:{int(watch.since.timestamp())}"
            key, those = "unseen" if has_it else "unseen-nobody", listing(names[who] for who in has_it)
            work.note(reader.chat, about, key, Urgency.NEWS, number=scene.lead.number or 0, names=those)
            bring(work.store, reader.chat, scene.lead.id, reader.id, Urgency.NEWS)


def _has_moved(work: Work, scene: Scene, since: datetime) -> bool:
    """Whether anything was said of the lead since then but that its client came again."""
    entries = ledger.of_lead(work.store, scene.lead.number or 0)
    later = [entry for entry in entries if entry.at > since and entry.kind not in STIRS_NOTHING]
    said = (read(entry.kind, json.loads(entry.body)) for entry in later)
    return any(not (isinstance(one, Touched) and one.what is TouchKind.REPEAT) for one in said)


def is_away(work: Work, scene: Scene, who: str) -> Absence | None:
    """Tells why somebody is not there for this lead; None if they are."""
    return away(work.office, scene.segment, scene.workers[who], work.now, work.is_holiday)


def _named(work: Work, name: str) -> str:
    """Raises Refused where no manager is called that any more."""
    found = next((p.id for p in work.office.with_role(Role.MANAGER) if short(p.id) == name), None)
    if found is None:
        raise Refused(Refusal.NOT_A_MANAGER)
    return found


def _passed(work: Work, actor: Actor, lead: int, heir: str | None) -> bool:
    """Whether this lead has gone on, to the heir or by the rule; one for which that finds nobody stays where it is."""
    loaded = work.load(lead)
    try:
        if heir is None:
            holding.pass_on(loaded.scene, actor.person or "", work.now)
        else:
            holding.assign(loaded.scene, actor.person or "", heir, work.now)
    except Refused as refused:
        if refused.why is Refusal.NOBODY_THERE:
            return False
        raise
    work.save(loaded)
    return True


def _show(work: Work, actor: Actor, person: str, menu: str) -> None:
    card = cards.of(work.store, actor.chat, CardKind.LEFT, person)
    where = (actor.chat, CardKind.LEFT, person, actor.person, Urgency.ANSWER)
    cards.want(work.store, *where, fresh=card is None, payload={"menu": menu})


def left_view(work: Work, reader: PersonRow, who: str, menu: str) -> LeftView | None:
    """Shows what somebody leaves, with as much of each client as the reader may see; None for a stranger."""
    worker, names = scenes.read_workers(work.store).get(who), people.names(work.store)
    if worker is None:
        return None
    gone = _gone(work, worker)
    return LeftView(
        person=who,
        name=names[who],
        gone=gone,
        begins=worker.leave_from if gone is Gone.AHEAD else None,
        back=worker.leave_until,
        now=work.now,
        timezone=work.office.timezone,
        rows=tuple(_row(work, one, reader) for one in in_hands_of(work, who)),
        heirs=_heirs(work, who) if menu else (),
    )


def _gone(work: Work, worker: Worker) -> Gone:
    if not work.office.has(worker.id):
        return Gone.DISMISSED
    if leave_ahead(worker, work.now):
        return Gone.AHEAD
    return Gone.LEAVE if on_leave(worker, work.now) else Gone.BACK


def _row(work: Work, one: Listed, reader: PersonRow) -> LeftRow:
    lead, client = one.lead, client_for(one, reader, work.office)
    segment = work.office.segment(lead.segment).name
    return LeftRow(lead.id, lead.number or 0, client, segment, lead.held_at or work.now, lead.progress)


def _heirs(work: Work, who: str) -> tuple[Heir, ...]:
    workers = scenes.read_workers(work.store)
    active = [s for s in work.office.segments if not s.retired]
    return tuple(
        Heir(p.id, p.name, workers[p.id].load, anywhere(work, segments, workers[p.id]))
        for p in work.office.with_role(Role.MANAGER)
        if p.id != who
        for segments in [[s for s in active if p.id in s.members]]
    )
