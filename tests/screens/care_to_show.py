"""What /office says of clients' data and of what is kept, for the tests that look at every window."""

from __future__ import annotations

from collections.abc import Iterator

from leads.office import Role
from leads.settings import Group
from screens.content import Screen
from screens.office.erasing import erasing_screen
from screens.office.privacy import privacy_screen
from screens.texts import Texts
from screens.views.erasing import ErasingState, ErasingView, OpenLead
from screens.views.privacy import PrivacyView
from tests.screens.leads_to_show import PETROV
from tests.screens.settings_to_show import GROUPS

ROWS = dict(GROUPS)[Group.PRIVACY]
BOTH = (Role.HEAD, Role.DIRECTOR)
STRICT = PrivacyView(BOTH[:1], False, BOTH, False, None, ROWS, may_change=False)
OPEN = PrivacyView(BOTH, True, BOTH, True, 21, ROWS, may_change=True)


def windows(texts: Texts) -> Iterator[tuple[str, Screen]]:
    yield "privacy", privacy_screen(STRICT, texts)
    yield "privacy, open", privacy_screen(OPEN, texts)
    yield from _erasing(texts)


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
