"""The panes of /office, for the tests that look at every window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from leads.hooks import host_of
from screens.content import Screen
from screens.office.changes import change_screen, changes_screen
from screens.texts import Texts
from screens.views.office_panes import (
    ChangeRow,
    ChangesView,
    ChangeView,
    DifferenceRow,
    Names,
)
from tests.screens.leads_to_show import HEAD, MOSCOW, NOW, PETROV


def _of_hooks(url: str, key: str | None, before: Any, after: Any) -> DifferenceRow:
    path = ("hooks", url, key) if key else ("hooks", url)
    return DifferenceRow(path, before, after, host_of(url), whole=bool(url) and key is None)


NAMES = Names({"petrov": PETROV, "kim": HEAD}, {"kazan": "Казань", "rest": "Rest"}, {"site": "Avito"})
SHIFT = {"segment": "kazan", "who": "petrov", "weekly": "mon,wed 09:00-18:00"}
DATED = {"segment": "kazan", "who": "kim", "from": "2026-11-23T09:00", "to": "2026-11-23T18:00"}
NIGHT = {**DATED, "to": "2026-11-24T09:00:00", "kind": "replace", "instead_of": "petrov"}
ROTA = {"start": "2026-12-01", "on": 2, "off": 2, "hours": ["09:00-13:00", "14:00-21:00"]}
RULE = {"region": ["Татарстан"], "source": ["site"], "known_client": False}


def _is(path: str, before: Any, after: Any, name: str = "") -> DifferenceRow:
    return DifferenceRow(tuple(path.split(".")), before, after, name, whole=False)


def _whole(path: str, before: Any, after: Any, name: str = "") -> DifferenceRow:
    return DifferenceRow(tuple(path.split(".")), before, after, name, whole=True)


DIFFERENCES = (
    _is("office.decline_costs_turn", before=True, after=False),
    _is("office.holidays", None, "RU"),
    _is("people.petrov.weight", None, 1.5, PETROV),
    _is("people.petrov.capacity", 5, None, PETROV),
    _is("people.petrov.roles", ["manager"], ["manager", "head"], PETROV),
    _is("people.petrov.locale", None, "en", PETROV),
    _is("people.petrov.hours", None, {"mon-fri": ["09:00-13:00", "14:00-18:00"]}, PETROV),
    _is("people.petrov.rota", ROTA, None, PETROV),
    _is("people.petrov.telegram_id", None, 1001, PETROV),
    _is("segments.kazan.members", ["petrov"], ["kim"], "Казань"),
    _is("segments.kazan.members", ["petrov", "kim"], ["kim", "petrov"], "Казань"),
    _is("segments.kazan.ack_timeout", None, "2m", "Казань"),
    _is("segments.kazan.match", RULE, None, "Казань"),
    _is("segments.kazan.name", "Казань", "Казань и Татарстан", "Казань и Татарстан"),
    DifferenceRow(("segments", ""), ["rest", "kazan"], ["kazan", "rest"], "", whole=False),
    _is("sources.site.segment", None, "kazan", "Avito"),
    _is("sources.site.kind", "hand", "tilda", "Avito"),
    _is("sources.site.straight_on", None, after=True, name="Avito"),
    _whole("sources.site", None, {"id": "site", "name": "Avito", "kind": "hand"}, "Avito"),
    _of_hooks("https://crm.example/in", "events", None, ["lead.closed"]),
    _of_hooks("https://crm.example/in", "personal", None, True),
    _of_hooks(
        "", None, ["https://a.example/", "https://b.example/"], ["https://b.example/", "https://a.example/"]
    ),
    _of_hooks("https://a.example/", None, None, {"url": "https://a.example/"}),
    _whole("people.kim", None, {"id": "kim", "name": HEAD, "roles": ["head"]}, HEAD),
    _whole("people.kim", {"id": "kim", "name": HEAD}, None, HEAD),
    _whole("segments.kazan", {"id": "kazan", "name": "Казань"}, None, "Казань"),
    _whole("shifts.a", None, SHIFT),
    _whole("shifts.b", DATED, None),
    _whole("shifts.c", None, NIGHT),
    _is("office.forgotten", 1, 2),
)
CHANGE = ChangeRow(7, NOW, HEAD, DIFFERENCES)
BY_FILE = ChangeRow(6, NOW - timedelta(days=2), None, DIFFERENCES[:1])
CHANGES = ChangesView(MOSCOW, (CHANGE, BY_FILE), 1, 3, NAMES)


def windows(texts: Texts) -> Iterator[tuple[str, Screen]]:
    yield "changes", changes_screen(CHANGES, texts)
    yield "changes, none", changes_screen(ChangesView(MOSCOW, (), 0, 1), texts)
    yield "change", change_screen(ChangeView(MOSCOW, CHANGE, stands=True, names=NAMES), texts)
    yield "change, old", change_screen(ChangeView(MOSCOW, BY_FILE, stands=False), texts)
