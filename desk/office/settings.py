"""The settings of the office, read and changed in the chat."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from desk import questions
from desk.actor import NOTHING, Actor, Reply
from desk.answers import show_office
from desk.changing import change, document_of
from desk.door import Door
from desk.office.asking import Said
from desk.work import Work
from files.office_file.dumping import plain, written
from files.office_file.editing import put
from leads.office import OF_OFFICE, OF_POLICY
from leads.refusals import Refused
from leads.rights import Right
from leads.settings import Flag, Number, Setting, Whole
from screens.buttons.of_panes import OfficePane
from screens.views.office_panes import SettingRow, SettingsView, SettingView
from storage import offices
from storage.people import PersonRow

ON_A_PAGE: Final = 10
BY_KEY: Final = {setting.key: setting for setting in (*OF_OFFICE, *OF_POLICY)}


@dataclass(frozen=True, slots=True)
class Settings:
    door: Door

    async def ask(self, actor: Actor, key: str) -> Reply:
        """Asks for another value."""

        def case(work: Work) -> Reply:
            if key in BY_KEY:
                questions.ask_of_office(work, actor.person or "", {"topic": "setting", "key": key})
                show_office(work, actor, OfficePane.SETTING, key)
            return NOTHING

        return await self.door.do(actor, Right.SET_UP, case)


def hear(work: Work, actor: Actor, about: Mapping[str, Any], said: Said) -> None:
    """Takes what was typed for the value; where it is none, the pane says so and asks on."""
    key = about["key"]
    who = actor.person or ""
    try:
        change(work, who, lambda document: put(document, ("office", key), _typed(BY_KEY[key], said.text)))
    except Refused:
        questions.ask_of_office(work, who, {**about, "refused": True})
    else:
        questions.stop_asking(work, who)
    show_office(work, actor, OfficePane.SETTING, key, fresh=True)


def _typed(setting: Setting, text: str) -> Any:
    """As a file has it; what cannot be that is refused with the rest of the document."""
    match setting.kind:
        case Flag():
            return {"true": True, "false": False}.get(text.strip().casefold(), text)
        case Whole():
            return int(text) if text.strip().isdecimal() else text
        case Number():
            return float(text) if text.strip().replace(".", "", 1).isdecimal() else text
    return text.strip()


def settings_view(work: Work, page: int) -> SettingsView:
    pages = -(-len(BY_KEY) // ON_A_PAGE)
    page = min(page, pages - 1)
    keys = list(BY_KEY)[page * ON_A_PAGE : (page + 1) * ON_A_PAGE]
    return SettingsView(tuple(_row(work, key) for key in keys), page, pages)


def setting_view(work: Work, person: PersonRow, key: str) -> SettingView | None:
    """None for whatever is no setting."""
    if key not in BY_KEY:
        return None
    about = (person.question and person.question.about) or {}
    is_asked = about.get("topic") == "setting" and about.get("key") == key
    return SettingView(_row(work, key), is_asked, is_asked and bool(about.get("refused")), {})


def _row(work: Work, key: str) -> SettingRow:
    setting = BY_KEY[key]
    value = document_of(offices.read_office(work.store))["office"].get(key)
    default = plain(written(setting, setting.default))[key] if setting.default is not None else None
    return SettingRow(key, value, default)
