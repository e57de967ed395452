"""What /office says of clients' data and of what is kept, for the tests that look at every window."""

from __future__ import annotations

from collections.abc import Iterator

from leads.office import Role
from leads.settings import Group
from screens.content import Screen
from screens.office.privacy import privacy_screen
from screens.texts import Texts
from screens.views.privacy import PrivacyView
from tests.screens.settings_to_show import GROUPS

ROWS = dict(GROUPS)[Group.PRIVACY]
BOTH = (Role.HEAD, Role.DIRECTOR)
STRICT = PrivacyView(BOTH[:1], False, BOTH, False, None, ROWS, may_change=False)
OPEN = PrivacyView(BOTH, True, BOTH, True, 21, ROWS, may_change=True)


def windows(texts: Texts) -> Iterator[tuple[str, Screen]]:
    yield "privacy", privacy_screen(STRICT, texts)
    yield "privacy, open", privacy_screen(OPEN, texts)
