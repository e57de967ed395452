"""What /office says of clients' data and of what is kept, for the tests that look at every window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from leads.office import Role
from leads.settings import Group
from screens.content import Screen
from screens.office.account import move_screen
from screens.office.erasing import erasing_screen
from screens.office.past import past_screen
from screens.office.privacy import privacy_screen
from screens.office.upkeep import upkeep_screen
from screens.texts import Texts
from screens.views.account import MoveView
from screens.views.erasing import ErasingState, ErasingView, OpenLead
from screens.views.past import PastFound, PastState, PastView
from screens.views.privacy import PrivacyView
from screens.views.upkeep import BackupView, UpkeepView, VerificationView
from tests.screens.leads_to_show import MOSCOW, NOW, PETROV
from tests.screens.settings_to_show import GROUPS

ROWS = dict(GROUPS)[Group.PRIVACY]
BOTH = (Role.HEAD, Role.DIRECTOR)
STRICT = PrivacyView(BOTH[:1], False, BOTH, False, None, ROWS, may_change=False)
OPEN = PrivacyView(BOTH, True, BOTH, True, 21, ROWS, may_change=True)


def windows(texts: Texts) -> Iterator[tuple[str, Screen]]:
    yield "privacy", privacy_screen(STRICT, texts)
    yield "privacy, open", privacy_screen(OPEN, texts)
    yield from _erasing(texts)
    yield from _upkeep(texts)
    yield from _past(texts)
    link = "https://t.me/okna_bot?start=i_0123456789abcdef"
    yield "move, link", move_screen(MoveView(link, 1, None, None), texts)
    yield "move, asked", move_screen(MoveView(None, 1, PETROV, 2**52 - 1), texts)
    yield "move, refused", move_screen(MoveView(None, 1, None, None), texts)


def _erasing(texts: Texts) -> Iterator[tuple[str, Screen]]:
    counts = {
        "drafts": 1,
        "touches": 12,
        "files": 3,
        "messages": 21,
        "cards": 2,
        "set_aside": 1,
    }
    leads = (OpenLead(7, PETROV), OpenLead(9, None))
    for state in ErasingState:
        view = ErasingView(state, (1, 7, 9), leads, counts, ("101", "102"))
        yield f"erasing, {state}", erasing_screen(view, texts)
    bare = ErasingView(ErasingState.FOUND, (), (), {"cards": 1})
    yield "erasing, a note alone", erasing_screen(bare, texts)


HEAD_OF = "90071:0123456789abcdef0123456789abcdef"
COPY = BackupView(NOW, 90_000, "/var/backups/fairlead/14.db", 1234)
HOLDS = VerificationView(NOW, 90_071, HEAD_OF, 0, ())
SAFE = UpkeepView(MOSCOW, True, COPY, 90_071, HEAD_OF, HOLDS, is_running=False)


def _upkeep(texts: Texts) -> Iterator[tuple[str, Screen]]:
    broken = replace(HOLDS, count=40, problems=("lead 7: its holder is <b>x</b>", "balances", "x" * 200))
    yield "upkeep", upkeep_screen(SAFE, texts)
    yield "upkeep, running", upkeep_screen(replace(SAFE, is_running=True), texts)
    yield "upkeep, broken", upkeep_screen(replace(SAFE, verified=broken), texts)
    yield "upkeep, nothing yet", upkeep_screen(UpkeepView(MOSCOW, True, None, 0, None, None, False), texts)
    yield "upkeep, postgresql", upkeep_screen(replace(SAFE, copies=False, backup=None), texts)


FILE = tuple(f"Column <b> {n}" for n in range(60))
FOUND = PastFound(
    leads=1234,
    there=7,
    first=date(2025, 3, 1),
    last=date(2026, 11, 22),
    won=200,
    lost=700,
    bad=4,
    unknown=30,
    people=tuple(f"Manager <b> {n}" for n in range(14)),
    segments=("Kazan & <b>",),
    rejected={"at": 3, "phone": 2},
    stages=(("Talks <b>", 12), ("Thinks", 3)),
)


def _past(texts: Texts) -> Iterator[tuple[str, Screen]]:
    places = {"at": (0,), "phone": (3, 4), "text": (5,)}
    view = PastView(PastState.ASKED, "leads & <b>.csv", FILE, places, "phone", 0, 0, FOUND)
    for state in PastState:
        yield f"past, {state}", past_screen(replace(view, state=state), texts)
        yield f"past, {state}, so far", past_screen(replace(view, state=state, rows=12_000, page=2), texts)
        if state not in {PastState.FIELD, PastState.FOUND, PastState.DONE}:
            yield f"past, {state}, bare", past_screen(PastView(state), texts)
    plain = PastFound(leads=1, won=1, first=date(2026, 3, 1), last=date(2026, 3, 1))
    yield "past, all known", past_screen(replace(view, state=PastState.FOUND, found=plain), texts)
    yield (
        "past, nothing new",
        past_screen(replace(view, state=PastState.FOUND, found=PastFound(there=3)), texts),
    )
