"""The settings of the office, for the tests that look at every window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any, Final

from desk.office.spots import TOLD
from leads.office import OF_OFFICE, OF_POLICY, OFFICE_NAME
from leads.settings import Group
from screens.buttons.base import short
from screens.content import Screen
from screens.office.editors import alternatives
from screens.office.settings import group_screen, setting_screen, settings_screen
from screens.office.tried import tried_screen
from screens.texts import Texts
from screens.views.office_settings import GroupView, SettingRow, SettingsView, SettingView, Since, Waiting
from screens.views.tried import TriedRow, TriedView
from tests.screens.leads_to_show import HEAD

WEEK: Final = {"mon-fri": ["09:00-13:00", "14:00-18:00"], "sat,sun": "10:00-24:00", "holidays": "RU"}
VALUES: Final[dict[str, Any]] = {
    "name": HEAD,
    "timezone": "Europe/Moscow",
    "locale": "ru",
    "hours": WEEK,
    "presence": "hours",
    "decline_costs_turn": True,
    "free_decline_reasons": ["conflict", "wrong_segment"],
    "free_declines": "10%",
    "pause_after_lapses": 0,
    "first_contact": "off",
    "unattended": "1h30m",
    "queue_shows": "places",
    "sale_needs": "amount",
    "summary_at": "18:30",
    "outcome_reminders": ["1d", "5d"],
    "seal_to": ["head", "director"],
    "own_phones": ["+7 843 200-00-00"],
    "own_contacts": ["@okna_kazan"],
    "retention_months": 21,
    "ladder": ["everyone", "head"],
    "owner": "deputise",
    "director_sees_clients": False,
}
SETTINGS: Final = (OFFICE_NAME, *OF_OFFICE, *OF_POLICY)
ROWS: Final = tuple(SettingRow(setting, VALUES.get(setting.key)) for setting in SETTINGS)
GROUPS: Final = tuple((group, tuple(row for row in ROWS if row.setting.group is group)) for group in Group)
WEEK_BEGINS: Final = date(2026, 11, 23)
SEGMENT: Final = short("a-segment-with-the-longest-id-of-all")


def _shown(row: SettingRow) -> SettingView:
    return SettingView(
        row=row,
        default=None,
        at="",
        segment=None,
        is_laid_over=False,
        may_change=True,
        asked=False,
        refused=False,
        waiting=None,
    )


def _tried(name: str, row: SettingRow, texts: Texts) -> Iterator[tuple[str, Screen]]:
    """What other values would have changed last week, where some are one tap away."""
    values = () if row.value is None else alternatives(row.setting, row.value)
    rows = tuple(TriedRow(value, n, 90 - 90 * n, 1 - n) for n, value in enumerate(values))
    view = TriedView(row, SEGMENT, HEAD, WEEK_BEGINS, WEEK_BEGINS, 41, True, True, True, "0" * 6, rows)
    yield f"{name}, last week", tried_screen(view, texts)
    yield f"{name}, no leads", tried_screen(replace(view, leads=0, segment=None), texts)
    yield f"{name}, last week to read", tried_screen(replace(view, is_cut=False, may_change=False), texts)


def windows(texts: Texts) -> Iterator[tuple[str, Screen]]:
    yield "settings", settings_screen(SettingsView(GROUPS), texts)
    for group, rows in GROUPS:
        yield f"settings, {group}", group_screen(GroupView(group, rows, may_change=True), texts)
        yield f"settings, {group}, to read", group_screen(GroupView(group, rows, may_change=False), texts)
    for row in ROWS:
        view = _shown(row)
        name = f"setting {row.setting.key}"
        yield name, setting_screen(view, texts)
        yield f"{name}, to read", setting_screen(replace(view, may_change=False), texts)
        yield f"{name}, asked", setting_screen(replace(view, asked=True), texts)
        yield f"{name}, refused", setting_screen(replace(view, asked=True, refused=True), texts)
        yield f"{name}, told", setting_screen(replace(view, told=True), texts)
        yield f"{name}, untold", setting_screen(replace(view, told=False), texts)
        if row.setting.key in TOLD:
            yield from _tried(name, row, texts)
        own = replace(view, at=SEGMENT, segment=HEAD, is_laid_over=True, default=row.value)
        yield f"{name} of a segment", setting_screen(own, texts)
        waiting = replace(view, waiting=Waiting(row.value, None))
        yield f"{name}, once more", setting_screen(waiting, texts)
        for who in (HEAD, None):
            since = replace(view, waiting=Waiting(row.value, Since(who, None, row.value)))
            yield f"{name}, changed by {who}", setting_screen(since, texts)
