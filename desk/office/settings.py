"""The settings of the office as their readers see them: their groups, those of one, and one of them."""

from __future__ import annotations

from typing import Any

from desk.changing import as_change, document_of
from desk.office.editing import TOPIC
from desk.office.spots import (
    OF_THE_OFFICE,
    Spot,
    counting,
    default_of,
    is_told,
    may_change,
    spot_of,
    stands,
    value_at,
)
from desk.work import Work
from leads.settings import Group
from screens.views.office_settings import GroupView, SettingRow, SettingsView, SettingView, Since, Waiting
from storage import changes, offices, people
from storage.people import PersonRow

LOOKED_AT = 50
"""Of the newest changes: so many are looked at for who has changed a value."""


def settings_view(work: Work) -> SettingsView:
    """Shows every group with its settings."""
    document = document_of(offices.read_office(work.store))
    rows = {group: _rows(document, group) for group in Group}
    return SettingsView(tuple((group, found) for group, found in rows.items()))


def group_view(work: Work, person: PersonRow, about: str) -> GroupView | None:
    """None for whatever is no group."""
    if about not in set(Group):
        return None
    group = Group(about)
    document = document_of(offices.read_office(work.store))
    rows = _rows(document, group)
    return GroupView(group, rows, may_change(tuple(person.roles), rows[0].setting))


def _rows(document: dict[str, Any], group: Group) -> tuple[SettingRow, ...]:
    spots = (Spot(setting) for setting in OF_THE_OFFICE.values() if setting.group is group)
    return tuple(SettingRow(spot.setting, value_at(document, spot)) for spot in spots)


def setting_view(work: Work, person: PersonRow, about: str) -> SettingView | None:
    """`about`: the setting's key, and `@` with a segment. None for whatever is no setting."""
    key, _, at = about.partition("@")
    spot = spot_of(work, key, at)
    if spot is None:
        return None
    value = stands(work, spot)
    asked = dict((person.question and person.question.about) or {})
    is_asked = asked.get("topic") == TOPIC and (asked.get("key"), asked.get("at")) == (key, spot.segment)
    waits = is_asked and "wanted" in asked
    return SettingView(
        row=SettingRow(spot.setting, value),
        default=default_of(work, spot),
        at=spot.at,
        segment=work.office.segment(spot.segment).name if spot.segment else None,
        is_laid_over=spot.is_laid_over,
        may_change=may_change(tuple(person.roles), spot.setting),
        asked=is_asked and not waits,
        refused=is_asked and bool(asked.get("refused")),
        waiting=_waiting(work, spot, asked) if waits else None,
        told=is_told(spot),
    )


def _waiting(work: Work, spot: Spot, asked: dict[str, Any]) -> Waiting:
    return Waiting(asked["wanted"], _since(work, spot) if asked.get("changed") else None)


def _since(work: Work, spot: Spot) -> Since:
    """Who has changed it last, from what to what."""
    names = people.names(work.store)
    for row in changes.newest(work.store, LOOKED_AT, 0):
        for one in map(as_change, row.differences):
            if one.path == spot.path:
                before, after = (counting(one.path, value) for value in (one.before, one.after))
                return Since(names.get(row.person or ""), before, after)
    return Since(None, None, stands(work, spot))
