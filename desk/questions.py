"""What the bot asks somebody to type: one thing at a time, and the next thing that they send may answer it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any, Final

from desk.work import Work
from leads.answers import unexplained
from leads.holding import bad_for_no_reason, lost_for_no_reason
from leads.lead import Outcome, State
from leads.questions import Asked, Question
from leads.scene import Scene
from storage import cards, people
from storage.kinds import KINDS, CardKind, Change
from storage.subjects import THE_CHAT

PATIENCE = timedelta(minutes=15)
"""So long after the tap what somebody sends who takes leads in is the answer; later it is rather a new lead."""

NOTHING_ASKED: Final[Mapping[str, None]] = dict.fromkeys(("asked", "asked_what", "asked_at", "asked_about"))

LIST_TOPIC: Final = "list"
"""What a question about a long list is called: on which card it stands is said beside."""

WAIT_ON = frozenset({Asked.AMOUNT, Asked.SALE})
"""These have an answer that looks like nothing else, and are waited for however long it takes."""


def asked(work: Work, who: str) -> Question | None:
    """Returns what this person is being asked."""
    person = people.by_ids(work.store, [who]).get(who)
    return person.question if person else None


def is_late(work: Work, who: str) -> bool:
    """Tells whether what somebody sends now is hardly the answer any more."""
    person = people.by_ids(work.store, [who])[who]
    is_waited_for = person.asked_what in WAIT_ON or person.asked_at is None
    return not is_waited_for and work.now >= (person.asked_at or work.now) + PATIENCE


def wants_reason(scene: Scene, who: str) -> bool:
    """Tells whether there is anything for which somebody's reason is not told: a decline, a loss, a dispute."""
    return bad_for_no_reason(scene, who) or lost_for_no_reason(scene, who) or unexplained(scene, who)


def _is_held(scene: Scene, who: str) -> bool:
    return (scene.lead.holder, scene.lead.state) == (who, State.HELD)


_STANDS: Final[Mapping[Asked, Callable[[Scene, str], bool]]] = {
    Asked.AMOUNT: lambda scene, _: scene.lead.outcome is Outcome.WON,
    Asked.SALE: _is_held,
    Asked.CALL_BACK: _is_held,
    Asked.MEETING: _is_held,
    Asked.REASON: wants_reason,
    Asked.VERDICT: lambda scene, _: scene.lead.state is State.HELD,
}
"""What must be so of a lead as long as something is asked of it; the others may be answered whatever becomes of it."""


def stands(what: Asked, scene: Scene, who: str) -> bool:
    """Tells whether what somebody was asked of a lead is still to be answered: it may be over by now, or another's."""
    still = _STANDS.get(what)
    return still is None or still(scene, who)


def ask(work: Work, who: str, what: Asked, lead: int) -> None:
    """Asks; the card of an earlier question stops asking, for what is sent now is not for it."""
    stop_asking(work, who)
    people.change(work.store, who, asked=lead, asked_what=what, asked_at=work.now)
    cards.changed(work.store, Change.LEAD, lead)


def ask_of_office(work: Work, who: str, about: Mapping[str, Any]) -> None:
    """Asks for something of the set-up, which whoever draws the card of the office tells by `about`."""
    stop_asking(work, who)
    asked = {"asked_what": Asked.OFFICE, "asked_at": work.now, "asked_about": dict(about)}
    people.change(work.store, who, **asked)


def ask_of_list(work: Work, who: str, on: str, about: str) -> None:
    """Asks for a part of a name, to find it in the long list on this card: its kind, and what it is about."""
    what = Asked.OFFICE if on == CardKind.OFFICE.word else Asked.LIST
    said = {"topic": LIST_TOPIC, "on": on, "about": about}
    people.change(work.store, who, asked_what=what, asked_at=work.now, asked_about=said)


def stop_asking_of(work: Work, who: str, lead: int) -> None:
    """Nothing more is asked about this lead."""
    question = asked(work, who)
    if question and question.lead == lead:
        stop_asking(work, who)


def stop_asking(work: Work, who: str) -> None:
    """Nothing more is asked; the card stops asking."""
    person = people.by_ids(work.store, [who]).get(who)
    if person is None or person.question is None:
        return
    people.change(work.store, who, **NOTHING_ASKED)
    if person.asked is not None:
        cards.changed(work.store, Change.LEAD, person.asked)
    elif person.asked_what is Asked.LIST:
        _redraw(work, who, person.asked_about or {})
    else:
        cards.changed(work.store, Change.OFFICE)


def _redraw(work: Work, who: str, about: Mapping[str, Any]) -> None:
    """The card on which a list stands that was to be searched."""
    kind = KINDS[about["on"]]
    if kind.facts.about is THE_CHAT:
        cards.touch_of(work.store, [kind], who)
    else:
        cards.touch(work.store, [kind], kind.facts.about.read(about["about"]))


def give_way(work: Work, who: str, lead: int) -> None:
    """Something of this lead is due: what was asked of it a while ago, and not answered, stands in its way no more."""
    person = people.by_ids(work.store, [who]).get(who)
    if person is None or person.asked != lead or person.asked_what == Asked.REASON:
        return
    if person.asked_at is None or work.now >= person.asked_at + PATIENCE:
        stop_asking(work, who)
