"""The settings of the office: their list, and one of them with what it means."""

from __future__ import annotations

from screens.assigning import LABEL
from screens.buttons.of_panes import AskSetting, Go, OfficePane
from screens.content import GAP, Button, Keyboard, Screen, page
from screens.office.changes import value_words
from screens.office.paging import back_button, pager
from screens.texts import Texts, cut
from screens.views.office_panes import SettingsView, SettingView


def settings_screen(view: SettingsView, texts: Texts) -> Screen:
    lines = (texts("settings-row", key=row.key, value=value_words(row.value, texts)) for row in view.rows)
    buttons: Keyboard = tuple(
        (Button(cut(row.key, LABEL), Go(pane=OfficePane.SETTING, about=row.key)),) for row in view.rows
    )
    turning = pager(OfficePane.SETTINGS, "", view.page, view.pages, texts)
    text = page(texts("settings-title"), GAP, *lines)
    return Screen(text, (*buttons, *turning, (back_button(OfficePane.FRONT, texts),)))


def setting_screen(view: SettingView, texts: Texts) -> Screen:
    row = view.row
    text = page(
        texts("setting-title", key=row.key),
        texts(f"setting-{row.key}"),
        GAP,
        texts("setting-now", value=value_words(row.value, texts)),
        texts("setting-default", value=value_words(row.default, texts)),
        GAP,
        texts("setting-refused") if view.refused else None,
        texts("setting-asked") if view.asked else None,
    )
    ask = Button(texts.plain("button-ask-setting"), AskSetting(key=row.key))
    return Screen(text, (*(((ask,),) if not view.asked else ()), (back_button(OfficePane.SETTINGS, texts),)))
