"""The panes of /office, for the tests that look at every window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from screens.content import Screen
from screens.office.changes import change_screen, changes_screen
from screens.texts import Texts
from screens.views.office_panes import (
    ChangeRow,
    ChangesView,
    ChangeView,
    DifferenceRow,
)
from tests.screens.leads_to_show import HEAD, MOSCOW, NOW, PETROV

DIFFERENCES = (
    DifferenceRow(("office", "decline_costs_turn"), True, False, "", whole=False),
    DifferenceRow(("people", "petrov", "weight"), None, 1.5, PETROV, whole=False),
    DifferenceRow(("segments", "kazan", "members"), ["petrov"], [], "Казань", whole=False),
    DifferenceRow(("people", "kim"), None, {"id": "kim", "name": HEAD}, HEAD, whole=True),
    DifferenceRow(("people", "kim"), {"id": "kim", "name": HEAD}, None, HEAD, whole=True),
)
CHANGE = ChangeRow(7, NOW, HEAD, DIFFERENCES)
BY_FILE = ChangeRow(6, NOW - timedelta(days=2), None, DIFFERENCES[:1])
CHANGES = ChangesView(MOSCOW, (CHANGE, BY_FILE), 1, 3)


def windows(texts: Texts) -> Iterator[tuple[str, Screen]]:
    yield "changes", changes_screen(CHANGES, texts)
    yield "changes, none", changes_screen(ChangesView(MOSCOW, (), 0, 1), texts)
    yield "change", change_screen(ChangeView(MOSCOW, CHANGE, stands=True), texts)
    yield "change, old", change_screen(ChangeView(MOSCOW, BY_FILE, stands=False), texts)
