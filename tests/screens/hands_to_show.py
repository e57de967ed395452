"""One view for every look of what a hand chooses from, and of what it has chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from leads.lead import Due, Step
from leads.presence import Absence
from leads.schemes import SCHEMES
from screens.views.lead import Assignee, LeadView, Menu, Seat
from screens.views.office import SchemeView, SegmentRow
from screens.views.queue import QueueView
from screens.views.report import DiscretionView
from tests.screens.leads_to_show import DRAFT, HEAD, OFFERED, PETROV, SIDOROVA, TEAM, but, seen_from
from tests.screens.queues_to_show import QUEUE

LONG = TEAM[-1].name
KNOWN = (
    Assignee("petrov", PETROV, 2, None, 1.3, 0.31, fair=True),
    Assignee("ivanov", HEAD, 0, None, -0.4, 0.0),
    Assignee("long", LONG, 11, None, 0.0, 1.0),
    Assignee("sidorova", SIDOROVA, 0, Absence.PAUSED, -0.4, 0.25),
)
AWAY = tuple(replace(person, absence=Absence.CAPACITY, fair=False) for person in KNOWN)
PICKED_FROM = replace(DRAFT, picks=True, assignees=KNOWN)
CHOOSING = seen_from(
    Seat.OFFERED,
    OFFERED,
    step=Step.CHOOSE,
    offered_to=(HEAD,),
    assignees=KNOWN,
    then=Step.OFFER,
    then_scheme="balance",
)

HANDS: Mapping[str, LeadView] = {
    "draft to pick from": PICKED_FROM,
    "draft to pick from, nobody fair": replace(PICKED_FROM, assignees=KNOWN[1:]),
    "draft to pick from, everybody away": replace(PICKED_FROM, assignees=AWAY),
    "draft to pick from, own client": but(PICKED_FROM, first=Step.OWNER, known=True, owner=PETROV),
    "draft to pick from, the head first": replace(PICKED_FROM, first=Step.CHOOSE),
    "draft to pick from, choosing a segment": replace(PICKED_FROM, menu=Menu.SEGMENTS, assignees=()),
    "asked to choose": CHOOSING,
    **{
        f"asked to choose, then {step}": replace(CHOOSING, then=step, assignees=())
        for step in (Step.EVERYONE, Step.HEAD, Step.DIRECTOR)
    },
    "asked to choose, then nobody": replace(CHOOSING, then=None, then_scheme=None, assignees=KNOWN[1:]),
    "asked to choose, reminded": but(CHOOSING, waiting=Due.REPEAT, repeats=2),
    "asked to choose, no deadline": replace(CHOOSING, deadline=None),
}

DISCRETION = DiscretionView(
    choices=23,
    by_hand=5,
    against_the_rule=3,
    by=((SIDOROVA, 3, 3), (HEAD, 2, 0)),
    benefit=((PETROV, 2), (HEAD, -1), (SIDOROVA, -1)),
)
DISCRETIONS: Mapping[str, DiscretionView] = {
    "against the rule": DISCRETION,
    "evened out": replace(DISCRETION, benefit=()),
    "by the rule": replace(DISCRETION, against_the_rule=0, by=((HEAD, 5, 0),), benefit=()),
    "many names": replace(DISCRETION, by=((LONG, 9, 9),) * 9, benefit=((LONG, 9),) * 9 + ((LONG, -9),) * 9),
}
QUEUE_BY_HAND: QueueView = replace(QUEUE, by_hand=(("Казань", DISCRETION), ("Остальные", DISCRETION)))

KAZAN = SegmentRow("kazan", "Казань и Татарстан", "queue", (PETROV, SIDOROVA))
SCHEMES_TO_SHOW: Mapping[str, SchemeView] = {
    **{f"scheme, {scheme}": SchemeView(replace(KAZAN, scheme=scheme), False, True) for scheme in SCHEMES},
    "scheme, no roster": SchemeView(replace(KAZAN, scheme="duty"), False, False),
    "scheme, no reserve": SchemeView(replace(KAZAN, scheme="manual"), True, False),
    "scheme, reserve": SchemeView(replace(KAZAN, scheme="manual", reserve="balance"), True, False),
    "scheme, long names": SchemeView(replace(KAZAN, id="s" * 32, name=LONG), False, True),
}
