"""One view for every look of what a lead's client has beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from leads.lead import State
from leads.questions import Asked
from screens.views.lead import LeadView, Menu, Seat
from screens.views.one_client import JoinView, Kin, OtherLead
from tests.screens.leads_to_show import HANDED, HELD, NOW, OFFERED, PETROV, SIDOROVA, WAITING, but, seen_from

HAS = OtherLead(31, 31, SIDOROVA)
FREE = OtherLead(32, 32)
CALLED = OtherLead(33, 33, PETROV, "Vera <b>& Co</b>", "+7 916 111-22-01")
NAMELESS = OtherLead(34, 34)
MANY = tuple(
    OtherLead(100 + n, 100 + n, SIDOROVA, "A name so long that it is hardly a name " * 2) for n in range(8)
)
JOINED = (
    JoinView(1, NOW, (31, 33), (7,), ("+7 916 111-22-01", "+7 916 111-22-02")),
    JoinView(2, NOW, tuple(range(40, 60)), (7, 31)),
)
MAY = Kin(leads=(HAS, FREE), may_join=True, joins=JOINED)


def _head(menu: Menu, kin: Kin) -> LeadView:
    return seen_from(Seat.HEAD, HELD, may_write=True, may_correct=True, menu=menu, kin=kin)


CLIENTS: Mapping[str, LeadView] = {
    "holder, the client has two more": but(HELD, seat=Seat.HOLDER, kin=Kin(leads=(HAS, FREE))),
    "offered, the client has one more": seen_from(Seat.OFFERED, OFFERED, kin=Kin(leads=(HAS,))),
    "secretary, may be added": but(
        OFFERED, may_withdraw=True, may_write=True, kin=Kin(leads=(HAS,), add_to=HAS)
    ),
    "secretary, waits, may be added": but(WAITING, may_withdraw=True, kin=Kin(leads=(FREE,), add_to=FREE)),
    "secretary, was added": but(HANDED, state=State.WITHDRAWN, added_to=31),
    "head, correcting, may say who is one client": _head(Menu.CORRECT, replace(MAY, joins=())),
    "head, correcting, somebody was joined": _head(Menu.CORRECT, MAY),
    "head, who is the same": _head(Menu.SAME_CLIENT, replace(MAY, choices=(CALLED, NAMELESS))),
    "head, who is the same, of many": _head(Menu.SAME_CLIENT, replace(MAY, choices=MANY)),
    "head, found who is the same": _head(Menu.SAME_CLIENT, replace(MAY, choices=(CALLED,), was_sought=True)),
    "head, found nobody": _head(Menu.SAME_CLIENT, replace(MAY, choices=(), was_sought=True)),
    "head, sure": _head(Menu.SURE, replace(MAY, sure=CALLED)),
    "head, sure of somebody without a name": _head(Menu.SURE, replace(MAY, sure=NAMELESS)),
    "head, parting": _head(Menu.PART, MAY),
    "head, asked who is the same": replace(_head(Menu.NONE, MAY), asked=Asked.SAME_CLIENT),
    "holder who is head, sure": but(HELD, seat=Seat.HOLDER, menu=Menu.SURE, kin=replace(MAY, sure=CALLED)),
}
